"""The source text cut into pieces: lines, and inside lines wherever a heading is glued to its neighbours.

Break points inside lines are found by one scan with the headings of the lexicon, so that glued and
run-on texts become the same problem as clean ones.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from referat_parse.segment.breaks import ANY_LABEL, LONG, RUN_SESSION, Breaks, cuts, skip_case
from referat_parse.segment.pages import page_bounds
from referat_parse.segment.piece import Piece, make_piece

if TYPE_CHECKING:
    from referat_parse.lexicon import Lexicon

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]*[^\s\u00ad][^\n\r\f\v\x85\u2028\u2029]*")
_BREAK = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")


_BUTTON = re.compile(r"\s*([a-zæøå]+(?: [a-zæøå]+){1,5}) (?=[A-ZÆØÅ])")
_SOFT_KINDS = frozenset(
    {
        "resume",
        "sagsfremstilling",
        "indstilling",
        "beslutning",
        "oekonomi",
        "lovgrundlag",
        "baggrund",
        "sagens_gang",
        "bilag",
        "vurdering",
    }
)


def scan(source: str, lexicon: Lexicon) -> list[Piece]:
    """All pieces of `source` in order; every non-space character lies in exactly one."""
    breaks = _breaks(lexicon)
    lines = [(m.start(), m.end()) for m in _LINE.finditer(source)]
    bounds = page_bounds(source, lines)
    runs = _run_on(source, lines, breaks)
    known = _clean_headings(source, lines, lexicon, breaks)
    leads = _button_leads(source, lines, lexicon)
    pieces: list[Piece] = []
    end = 0
    for a, b in lines:
        blank = max(len(_BREAK.findall(source, end, a)) - 1, 0) if pieces else 0
        first = True
        begin, stop = bounds.get(a, (leads.get(a, a), b))
        points = sorted(
            {p for p in (begin, stop) if a < p < b}
            | set(cuts(source, begin, stop, breaks, run_on=runs, page=a in bounds, known=known))
        )
        for x, y in zip([a, *points], [*points, b], strict=True):
            piece = make_piece(source, x, y, a)
            if piece is None:
                continue
            if y <= begin or x >= stop:
                piece.role = "furniture"
                piece.why = "running head or foot of a page" if a in bounds else "a button's words before a heading"
            piece.glued_left = x != a
            piece.glued_right = y != b
            piece.blank_before = blank if first else 0
            if first and pieces:
                pieces[-1].blank_after = blank
            first = False
            pieces.append(piece)
        if not first:
            pieces[-1].glued_right = False  # blanks at the line's end are no neighbour
        end = b
    _level_blanks(pieces)
    return pieces


def _level_blanks(pieces: list[Piece]) -> None:
    """Where a copy put a blank line after every line, also inside sentences, a blank line says nothing: take one off."""
    lines = [p for p in pieces[1:] if not p.glued_left]
    running = [p for p in lines if p.blank_before and p.text[:1].islower()]
    if (
        len(lines) > 20
        and sum(p.blank_before > 0 for p in lines) > 0.8 * len(lines)
        and len(running) > 0.05 * len(lines)
    ):
        for piece in pieces:
            piece.blank_before = max(piece.blank_before - 1, 0)
            piece.blank_after = max(piece.blank_after - 1, 0)


_CACHE: dict[int, tuple[Lexicon, Breaks]] = {}


def _breaks(lexicon: Lexicon) -> Breaks:
    """The patterns of `lexicon`, compiled once."""
    found = _CACHE.get(id(lexicon))
    if found is None or found[0] is not lexicon:
        found = _CACHE[id(lexicon)] = (lexicon, Breaks(lexicon))
    return found[1]


def _run_on(source: str, lines: list[tuple[int, int]], breaks: Breaks) -> bool:
    """Whether headings stand in the run of long lines: some long line holds three or more."""
    found = 0
    for a, b in lines:
        if b - a > LONG:
            hits = len(breaks.inline.findall(source, a, b)) + len(RUN_SESSION.findall(source, a, b))
            found += hits if hits > 1 else 0
    return found > 3


def _button_leads(source: str, lines: list[tuple[int, int]], lexicon: Lexicon) -> dict[int, int]:
    """Where headings begin behind the words of a button ("fold dette punkt ind Indstilling"), by their lines' starts.

    Such words are in small letters, the same on four lines or more, and known headings follow most of them.
    """
    table = lexicon.table("headings")
    found: dict[str, list[tuple[int, int, bool]]] = {}
    for a, b in lines:
        match = _BUTTON.match(source, a, b) if b - a < 150 else None
        if match:
            rest = source[match.end() : b].strip()
            headed = bool(table.word(rest.split()[0].rstrip(":")) or table.whole(rest))
            found.setdefault(match[1], []).append((a, match.end(), headed))
    return {
        a: end
        for uses in found.values()
        if len(uses) > 3 and sum(headed for *_, headed in uses) * 2 > len(uses)
        for a, end, _ in uses
    }


def _clean_headings(source: str, lines: list[tuple[int, int]], lexicon: Lexicon, breaks: Breaks) -> frozenset[str]:
    """The keys of headings that stand alone on a line somewhere in the document, or begin three lines with text behind."""
    table = lexicon.table("headings")
    found = set()
    for a, b in lines:
        if b - a < 70:
            piece = make_piece(source, a, b, a)
            if piece and (table.word(piece.text) or "") and piece.key not in found:
                found.add(piece.key)
    soft: Counter[str] = Counter()
    for a, b in lines:
        match = breaks.leading_soft.match(source, skip_case(source, a, b), b)
        if match and table.word(match[0]) in _SOFT_KINDS:
            soft[match[0].strip().casefold()] += 1
    labels = Counter(
        f"{m[1].casefold()}:" for a, b in lines if (m := ANY_LABEL.match(source, a, b)) and table.word(m[1])
    )
    found |= {label for label, times in labels.items() if times > 2}
    habit = sum(soft.values()) > 3 and sum(soft.values()) > len(found)
    return frozenset(found | {word for word, times in soft.items() if habit or times > 2})
