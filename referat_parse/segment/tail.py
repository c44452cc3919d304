"""Where a meeting's last item ends: closing lines, signatures, lists of attachments, address blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.lexicon import default

if TYPE_CHECKING:
    from referat_parse.segment.piece import Piece

_AFTER = frozenset({"relaterede dokumenter", "vis mere", "skriv en kommentar"})
_SIGNED = re.compile(r"(?:(?:[A-ZÆØÅ][\w.'’-]*\s+){1,4}[A-ZÆØÅ][\w'’-]+\s*){1,3}(?:\([^)]{1,20}\))?")
_LINKS = 10
_SITE_NEAR = 6
_STREET = re.compile(r".{3,40} \d{1,4}[A-Za-z]?(?:, .{2,40})?")
_NAME = re.compile(r"(?:[A-ZÆØÅ][\w-]+ ){0,4}(?:Kommune|Skole|[A-ZÆØÅ][\w-]*skolen|Region|Kirke|Rådhus)\b.{0,80}")


def closes(piece: Piece) -> bool:
    """Whether a line by itself closes minutes: a greeting, signature or address."""
    return default().table("closing").whole(piece.text) in {"signatures", "site", "closing"}


def tail_start(pieces: list[Piece], last_item: int, end: int) -> int:
    """The first piece after the last item's content; `end` if nothing closes it.

    Signatures, lists and site blocks count only where no further section follows.
    """
    table = default().table("closing")
    for i in range(last_item + 1, end):
        piece = pieces[i]
        if piece.key in _AFTER and _final(pieces, i, end):
            return i
        if piece.role == "furniture" or len(piece.text) > 200:  # noqa: PLR2004
            continue
        value = table.whole(piece.text)
        if _only_names(pieces, i, end):
            return i
        if value == "closing" and (piece.blank_before or not _more(pieces, i, end)):
            return i
        if value in {"signatures", "lists", "next"} and _final(pieces, i, end):
            return i
        if (value == "site" or _is_site_name(pieces, i, end)) and _final(pieces, i, end):
            return i
    return _clutter_start(pieces, last_item, end)


def _clutter_start(pieces: list[Piece], last_item: int, end: int) -> int:
    """The first of the buttons and links that end a web page: clutter, and only short lines that end no sentence behind it."""
    start = end
    for i in range(end - 1, max(last_item, end - _LINKS - 1), -1):
        piece = pieces[i]
        if piece.role == "furniture":
            start = i if piece.why.startswith("clutter") else start
        elif piece.hint or len(piece.text) > 80 or piece.text.rstrip().endswith((".", "?")):  # noqa: PLR2004
            break
    return start


def _only_names(pieces: list[Piece], i: int, end: int) -> bool:
    """Whether nothing but names, one a line, follows to the meeting's end: signatures."""
    rest = [p for p in pieces[i:end] if p.role != "furniture"]
    return len(rest) > 3 and all(_SIGNED.fullmatch(p.text) for p in rest)  # noqa: PLR2004  three could be an answer


def _final(pieces: list[Piece], i: int, end: int) -> bool:
    return not _more(pieces, i, end)


def _more(pieces: list[Piece], i: int, end: int) -> bool:
    """Whether a heading of a section still follows piece `i` in the meeting."""
    return any(p.role != "furniture" and p.hint in {"heading", "session", "recommends"} and p.kind != "bilag" for p in pieces[i + 1 : end])


def _is_site_name(pieces: list[Piece], i: int, end: int) -> bool:
    """The name of a municipality, school or parish on a line apart, an address or site line soon below."""
    piece = pieces[i]
    if not _NAME.fullmatch(piece.text) or piece.text.endswith("."):
        return False
    table = default().table("closing")
    near = [p for p in pieces[i + 1 : min(end, i + _SITE_NEAR)]]
    return any(table.whole(p.text) == "site" or (p.role == "furniture" and p.why.startswith("clutter")) for p in near) or not near and bool(re.search(r"[|•]", piece.text))
