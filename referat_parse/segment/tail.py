"""Where a meeting's last item ends: closing lines, signatures, lists of attachments, address blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.lexicon import default

if TYPE_CHECKING:
    from referat_parse.segment.piece import Piece

_AFTER = frozenset({"relaterede dokumenter", "vis mere", "skriv en kommentar"})
_SIGNED = re.compile(r"(?:(?:[A-ZÆØÅ][\w.'’-]*\s+){1,4}[A-ZÆØÅ][\w'’-]+\s*){1,3}(?:\([^)]{1,20}\))?")
_PRESENT = re.compile(r"(?:møde)?deltagere\s?:|til ?stede(?: var)?\s?:|fremmødte\s?:", re.IGNORECASE)
"""Who was there, told behind the last item."""
_SIGNERS = range(4, 81)
"""So many names, on lines of nothing but names at the end are signatures; fewer could be an answer."""
_LINKS = 10
_SITE_NEAR = 6
_LONGEST = 200
_STREET = re.compile(r"[A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+){0,3} \d{1,3}[A-Z]?")
_NAME = re.compile(r"(?:[A-ZÆØÅ][\w-]+ ){0,4}(?:Kommune|Skole|[A-ZÆØÅ][\w-]*skolen|Region|Kirke|Rådhus)\b.{0,80}")


def closes(piece: Piece) -> bool:
    """Whether a line by itself closes minutes: a greeting, signature or address."""
    return default().table("closing").whole(piece.text) in {"signatures", "site", "closing"}


def tail_start(pieces: list[Piece], last_item: int, end: int) -> int:
    """The first piece after the last item's content; `end` if nothing closes it.

    Signatures, lists and site blocks count only where no further section follows.
    """
    last_heading = max((i for i in range(last_item, end) if _heads_section(pieces[i])), default=last_item)
    signed = _signatures(pieces, last_item, end)
    for i in range(last_item + 1, min(end, signed)):
        piece = pieces[i]
        if i > last_heading and piece.key in _AFTER:
            return i
        if piece.role == "furniture" or len(piece.text) > _LONGEST:
            continue
        value = default().table("closing").whole(piece.text)
        if value == "next" and not any(p.role != "furniture" and not p.hint for p in pieces[last_item + 1 : i]):
            continue  # it is what the item says
        if value == "closing" and (piece.blank_before or i > last_heading):
            return i
        if i > last_heading and piece.blank_before and _PRESENT.match(piece.text):
            return i
        if (
            i > last_heading
            and not piece.bullet
            and (value in {"signatures", "lists", "next", "site"} or _is_site_name(pieces, i, end))
        ):
            return i
    return min(signed, _clutter_start(pieces, last_item, end))


def _heads_section(piece: Piece) -> bool:
    return piece.role != "furniture" and piece.hint in {"heading", "session", "recommends"} and piece.kind != "bilag"


def _signatures(pieces: list[Piece], last_item: int, end: int) -> int:
    """The first of the lines at the end that are nothing but names, one a line; `end` if there are none."""
    start, count = end, 0
    for i in range(end - 1, last_item, -1):
        if pieces[i].role == "furniture":
            continue
        if not _SIGNED.fullmatch(pieces[i].text):
            break
        start, count = i, count + len(re.split(r"\s{3,}", pieces[i].text.strip()))
    return start if count in _SIGNERS else end


def _clutter_start(pieces: list[Piece], last_item: int, end: int) -> int:
    """The first of the buttons and links that end a web page: clutter, with only short lines that end no sentence behind."""
    start = end
    for i in range(end - 1, max(last_item, end - _LINKS - 1), -1):
        piece = pieces[i]
        if piece.role == "furniture":
            start = i if piece.why.startswith("clutter") else start
        elif piece.hint or len(piece.text) > 80 or piece.text.rstrip().endswith((".", "?")):
            break
    return start


def _is_site_name(pieces: list[Piece], i: int, end: int) -> bool:
    """The name of a municipality, school or parish on a line apart, an address or site line soon below."""
    piece = pieces[i]
    if not _NAME.fullmatch(piece.text) or piece.text.endswith("."):
        return False
    near = pieces[i + 1 : min(end, i + _SITE_NEAR)]
    if not near:
        return bool(re.search(r"[|•]", piece.text))
    if _STREET.fullmatch(near[0].text) and len(near) < _SITE_NEAR:
        return True
    table = default().table("closing")
    return any(table.whole(p.text) == "site" or p.why.startswith("clutter") for p in near)
