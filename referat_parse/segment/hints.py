"""What each piece could be, by itself: heading, body-and-date line, meta line, group heading, recommendation line."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import Session, nominative, read_session
from referat_parse.grammar.cases import match_case_line
from referat_parse.grammar.dates import DATE, read_date
from referat_parse.text import flat

if TYPE_CHECKING:
    from referat_parse.lexicon import Lexicon, Table
    from referat_parse.segment.piece import Piece

_TO = r"(?: (?:til|over for|overfor|via) [^.:;]{2,160}?)?"
RECOMMENDS = re.compile(
    rf"(?!ad\b|at\b|et (?:flertal|mindretal)|.{{0,60}}\bikke\b)(?:[^\W\d_][^.:;!?]{{0,120}}? (?:indstiller|foreslår|anbefaler){_TO}"
    rf"|det (?:indstilles|foreslås|anbefales){_TO}|indstilling om)(?: \([^)]{{4,40}}\))?(?:,? at|,|:|,? at:|;)?",
    re.IGNORECASE,
)
RECOMMENDING = re.compile(
    r"(?!ad\b|at\b|et (?:flertal|mindretal))[A-ZÆØÅ][\w-]*(?: (?:og |for )?[\w-]+){0,4} (?:indstiller|foreslår),? at \S.*[.:]",
    re.DOTALL,
)
"""A whole sentence that recommends."""
_STATUS = re.compile(
    r"(?:[A-ZÆØÅ]\d\d )?(?:sagsnr|sagsid|j\.nr)\.?:?(?: j\.nr\.?:?)?|punktoplysninger|sagsoplysninger|(?:åbe[nt]+|lukket|åben|fortrolig)(?: (?:sag|punkt|møde))?|initialer|(?:initialer|sagsbehandler|sagsansvarlig|sagsbeh|sagsinitialer|ansvarligt center|forvaltning|område|dokumentnr|dok\.?nr)\.?: ?[\w.,/: -]{0,40}",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,4}\.\s+(?=[A-ZÆØÅ]{3})")
_ITEM = re.compile(r"\d{1,4}\s*(?:[.:)]\s|\()\s*\S")
"""A number in front: an item whose title names a meeting."""
_COUNTED = re.compile(r"\s{2,}\d+$|:\s*\d+$")
"""How many items there are ("Lukkede sager       1"): a fact of the head, no heading of a group."""
_DURATION = re.compile(
    r"(?:ca\. ?)?\d{1,3} ?min(?:\.|utter)?|(?:kl\. ?)?\d{1,2}[.:]\d\d(?: ?[-–] ?\d{1,2}[.:]\d\d)?", re.IGNORECASE
)
_FRAGMENT = re.compile(rf"(?:den )?{DATE}(?:,? (?:pkt|punkt)\.? ?\d+)?:?", re.IGNORECASE)
_TYPE = frozenset(
    {
        "beslutning",
        "orientering",
        "drøftelse",
        "beslutningssag",
        "orienteringssag",
        "drøftelsessag",
        "efterretning",
        "til beslutning",
        "til orientering",
        "til drøftelse",
    }
)
_MATRIX = re.compile(r"[A-ZÆØÅ]{2,4}(?:[\s|][A-ZÆØÅ]{2,4})*|[xX](?:[\s|]+[xX])*|(?i:øvrige sagsbehandlere:.*)")
_CARD_BODY = re.compile(r"Udvalg\s?:\s?(\S.{2,90})", re.IGNORECASE)
_CARD_DATE = re.compile(r"(?:møde)?dato\s?:\s?(.{6,40})", re.IGNORECASE)
_CARD_POINT = re.compile(r"punkt(?:nummer|nr\.?)?\s?:\s?(\d{1,4}\w?)", re.IGNORECASE)
_COLUMNS = re.compile(r"\S\s{5,}\S.*\d")
_DIGITS = re.compile(r"\d+")
_JOINED = re.compile(r"[a-zæøå]{3}[A-ZÆØÅ][a-zæøå]")
_LONGEST = 200
_CLAUSE = 40
"""A line this long (code points) with a full stop and no date is a sentence that begins with "Beslutning"."""


def mark_hints(pieces: list[Piece], lexicon: Lexicon) -> None:
    """Set `hint` and `kind` of every piece that is not furniture.

    Hints: "card" (a further line of a session written as labels), "heading" (kind: of the headings table), "session" (a body and date), "recommends" (a line that
    ends in "indstiller, at"), "fragment" (date and point alone), "meta" (case numbers, status), "group"
    (kind: open, closed, group), "duration"; "" for text.
    """
    headings, groups = lexicon.table("headings"), lexicon.table("groups")
    for piece in pieces:
        if piece.role == "furniture" or len(piece.text) > _LONGEST:
            continue
        piece.hint, piece.kind = _hint(piece, headings, groups)
        if piece.hint == "session":
            piece.session = read_session(piece.text)
    _mark_cards(pieces)
    _mark_columns(pieces)


def _mark_columns(pieces: list[Piece]) -> None:
    """Two-column lines that differ in digits only and stand below status lines: meta data of the export."""
    kept = [p for p in pieces if p.role != "furniture"]
    seen: dict[str, list[Piece]] = {}
    for above, piece in itertools.pairwise(kept):
        if not piece.hint and above.hint == "meta" and _COLUMNS.search(piece.text):
            seen.setdefault(_DIGITS.sub("#", piece.key), []).append(piece)
    for alike in seen.values():
        if len(alike) > 2:
            for piece in alike:
                piece.hint = "meta"


def _mark_cards(pieces: list[Piece]) -> None:
    """Sessions written as labels on lines of their own: "Udvalg: X", "Dato: D", "Punktnummer: N"."""
    kept = [p for p in pieces if p.role != "furniture"]
    for one, two, three in zip(kept, kept[1:], kept[2:], strict=False):
        body, dated, number = (
            _CARD_BODY.fullmatch(one.text),
            _CARD_DATE.fullmatch(two.text),
            _CARD_POINT.fullmatch(three.text),
        )
        if body and dated and number:
            one.session = Session(nominative(body[1]), read_date(dated[1]), number[1])
            one.hint = "session"
            two.hint = three.hint = "card"


def _hint(piece: Piece, headings: Table, groups: Table) -> tuple[str, str]:
    text = piece.text
    kind = headings.whole(text) if len(text) < 120 else None
    wrapped = text[:1].islower() and not piece.glued_left and not piece.blank_before
    if kind and not text.rstrip().endswith(".") and not wrapped:
        return "heading", kind
    group = groups.whole(_NUMBERED.sub("", text)) if len(text) < 90 and not _COUNTED.search(text) else None
    if group:
        return "group", group
    if _STATUS.fullmatch(flat(text)) or match_case_line(text):
        return "meta", ""
    if _FRAGMENT.fullmatch(flat(text)):
        return "fragment", ""
    session = read_session(text)
    if session and not _ITEM.match(text) and (session.date or not text.rstrip().endswith(".") or len(text) < _CLAUSE):
        return "session", ""
    if _DURATION.fullmatch(text):
        return "duration", ""
    if RECOMMENDS.fullmatch(flat(text)) and not text.endswith(".") and not _JOINED.search(text):
        return "recommends", ""
    return "", ""


def is_type_word(piece: Piece) -> bool:
    """Whether the piece is a lone word for an item's type (Beslutning, Orientering …)."""
    return piece.key in _TYPE


def is_matrix(piece: Piece) -> bool:
    """Whether the piece looks like a row of a circulation matrix: short codes in capitals, crosses."""
    return bool(_MATRIX.fullmatch(piece.text))
