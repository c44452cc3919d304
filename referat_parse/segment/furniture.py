"""Page furniture: heads, feet and numbers that come back at page distance, and clutter of web pages."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import read_session
from referat_parse.grammar.cases import match_case_line
from referat_parse.segment.numbers import candidate
from referat_parse.text import key

if TYPE_CHECKING:
    from referat_parse.lexicon import Lexicon, Table
    from referat_parse.segment.piece import Piece

_PAGE = re.compile(r"(?:side|sidenr\.?|s\.|page):?\s*(?:\d+|[ivxl]+)(?:\s*(?:af|/|of)\s*\d+)?\.?", re.IGNORECASE)
_PAGE_END = re.compile(
    r".{0,120}(?:\b|(?<=\d))(?:side|sidenr\.?|s\.|page):?\s*(?:\d+|[ivxl]+)(?:\s*(?:af|/|of)\s*\d+)?\.?", re.IGNORECASE
)
_SIDE_BY_SIDE = re.compile(r"\s{2,}|\s?[|•·]\s?|\t")
_DASHED = re.compile(r"[-–]\s*\d{1,3}\s*[-–]")
_WIDE = re.compile(r"\S\s{5,}\S")
_DIGITS = re.compile(r"\d+")
_TRAILING = re.compile(r"(.*\D)\s*(\d{1,4})")
_NOT_RUNNING = re.compile(
    r"(?:punkt|pkt|sag|sag nr|ad|nr|bilag|at|uge|tabel|etape|model|ansøgning|tilbud|fase)\b.*", re.IGNORECASE
)
_META = re.compile(r"(?:sag(?:s?nr|sid|snummer)?|j\.?nr|dok)\b")
_NEAR = 3
_PAGE_STARTS = 4
"""A document begins at one of the first pages."""
_PAGE_LINES = 8
"""A page holds at least so many lines (pieces)."""
_ASIDE = 30
"""An indent (blanks) that only page numbers, set to the middle or the right, have with nothing else on the line."""


def mark_furniture(pieces: list[Piece], lexicon: Lexicon) -> None:
    """Give every piece that is page furniture the role "furniture"."""
    _mark_clutter(pieces, lexicon)
    _mark_portal(pieces)
    for piece, below in itertools.pairwise(pieces):
        if not piece.role and below.why.startswith("clutter") and re.fullmatch(r"\d{1,3}", piece.text):
            piece.role, piece.why = "furniture", "number of the button below"
    marks = _page_marks(pieces)
    marks = sorted({*marks, *_bare_marks(pieces)})
    _mark_neighbours(pieces, marks, lexicon)
    _mark_running(pieces)
    _mark_wide(pieces)


def _mark_portal(pieces: list[Piece]) -> None:
    """The frame that document portals put around a transcript: all before "Transkript", all after "Relaterede dokumenter"."""
    start = next((i for i, p in enumerate(pieces) if p.key == "transkript"), None)
    if start is None:
        return
    end = next(
        (i for i in range(start, len(pieces)) if pieces[i].key in {"relaterede dokumenter", "vis mere"}), len(pieces)
    )
    for piece in (*pieces[: start + 1], *pieces[end:]):
        piece.role, piece.why = "furniture", "frame of a document portal"


def _mark_clutter(pieces: list[Piece], lexicon: Lexicon) -> None:
    table = lexicon.table("furniture")
    for piece in pieces:
        if (
            not piece.role
            and len(piece.key) < 400
            and (
                not any(c.isalnum() or c in ".?!" for c in piece.text)
                or table.whole(piece.text)
                or _all_clutter(piece, table)
            )
        ):
            if piece.text.strip() in {"-", "–", "—", "x", "X", "---"} and piece.text.strip() != "---":
                continue
            piece.role, piece.why = "furniture", "clutter of a web page or portal"


def _all_clutter(piece: Piece, table: Table) -> bool:
    """Whether a line is several buttons or links side by side, each of them clutter."""
    parts = [part for part in _SIDE_BY_SIDE.split(piece.text) if part.strip()]
    return (
        bool(parts)
        and len(parts) < len(_SIDE_BY_SIDE.split(piece.text)) + (len(parts) > 1)
        and all(table.whole(part) for part in parts)
    )


def _page_marks(pieces: list[Piece]) -> list[int]:
    """The indexes of pieces that are page numbers or running lines that end in one; they become furniture."""
    alike = Counter(_DIGITS.sub("#", p.key) for p in pieces)
    marks = []
    for i, piece in enumerate(pieces):
        if len(piece.text) > 160 or not any(c.isdigit() or c in "ivxl" for c in piece.text[-9:]):
            continue
        alone = _PAGE.fullmatch(piece.text) or _DASHED.fullmatch(piece.text)
        if alone or (_PAGE_END.fullmatch(piece.text) and alike[_DIGITS.sub("#", piece.key)] > 1):
            marks.append(i)
            _mark_number(pieces, i, alike, words=bool(alone))
    return marks


def _bare_marks(pieces: list[Piece]) -> list[int]:
    """Numbers alone on their lines that rise by one under or above the same line: page numbers without a word."""
    bare = [i for i, p in enumerate(pieces) if not p.role and p.text.isdigit() and len(p.text) < 5]
    found: list[int] = []
    for step in (-1, 1):
        beside = Counter(
            _DIGITS.sub("#", pieces[i + step].key)
            for i in bare
            if 0 <= i + step < len(pieces) and not pieces[i + step].role
        )
        usual, votes = beside.most_common(1)[0] if beside else ("", 0)
        run = [i for i in bare if 0 <= i + step < len(pieces) and _DIGITS.sub("#", pieces[i + step].key) == usual]
        rising = [i for i, j in itertools.pairwise(run) if int(pieces[j].text) - int(pieces[i].text) in {0, 1, 2}]
        if sum(_heads_line(pieces, i) for i in run) * 2 > len(run) and step < 0:
            continue  # items' numbers, their titles below, under a head that is printed for each
        if votes > 2 and len(rising) * 10 >= (len(run) - 1) * 8 and len(usual) > 3:
            found += run
    found += _rising(pieces, [i for i in bare if not pieces[i].glued_left and not pieces[i].bullet])
    aside = [i for i in bare if pieces[i].indent > _ASIDE]
    if len(aside) > 1 and all(int(pieces[j].text) > int(pieces[i].text) for i, j in itertools.pairwise(aside)):
        found += aside
    alike = Counter(_DIGITS.sub("#", p.key) for p in pieces)
    for i in found:
        _mark_number(pieces, i, alike, words=True)
    return found


def _mark_number(pieces: list[Piece], i: int, alike: Counter[str], *, words: bool) -> None:
    """Make a page number furniture, and (`words`) the words left of it on its line that come back on other pages."""
    pieces[i].role, pieces[i].why = "furniture", "page number"
    if words and pieces[i].glued_left and i and alike[_DIGITS.sub("#", pieces[i - 1].key)] > 1:
        pieces[i - 1].role, pieces[i - 1].why = "furniture", "running line that ends in the page number"


def _rising(pieces: list[Piece], bare: list[int]) -> list[int]:
    """The bare numbers that count one by one at page distance through the document: no list, no table, no items."""
    best: list[int] = []
    for first in bare[:_PAGE_STARTS]:
        run = [first]
        for i in bare:
            if i > run[-1] and int(pieces[i].text) == int(pieces[run[-1]].text) + 1 and i - run[-1] >= _PAGE_LINES:
                run.append(i)
        best = max(best, run, key=len)
    if len(best) < _NEAR or int(pieces[best[0]].text) > _PAGE_STARTS:
        return []
    titled = sum(_heads_line(pieces, i) or _heads_case(pieces, i) for i in best)
    return best if (best[-1] - best[0]) * 5 > len(pieces) * 2 and titled * 2 < len(best) else []


def _heads_case(pieces: list[Piece], i: int) -> bool:
    """Whether a case line stands soon below a number: it is an item's."""
    return any(match_case_line(p.text) for p in pieces[i + 1 : i + 5])


def _heads_line(pieces: list[Piece], i: int) -> bool:
    """Whether a line that could be a title stands right below a number."""
    below = pieces[i + 1] if i + 1 < len(pieces) else None
    return (
        below is not None
        and not below.blank_before
        and below.text[:1].isupper()
        and not below.text.endswith((".", ":"))
    )


def _mark_neighbours(pieces: list[Piece], marks: list[int], lexicon: Lexicon) -> None:
    """Lines that stand at the same distance from most page marks with the same words are running lines."""
    if len(marks) < 2:
        return
    headings = lexicon.table("headings")
    seen: dict[tuple[int, str], list[int]] = defaultdict(list)
    for mark in marks:
        for step in (*range(-_NEAR, 0), *range(1, _NEAR + 1)):
            j = mark + step
            if 0 <= j < len(pieces) and not _is_content(pieces[j], headings):
                seen[step, _alike(pieces[j].key)].append(j)
    total = Counter(_alike(p.key) for p in pieces)
    for (_, words), indexes in seen.items():
        if words and len(indexes) >= (max(2, len(marks) * 0.5)) and len(indexes) * 2 >= total[words]:
            for j in indexes:
                pieces[j].role, pieces[j].why = "furniture", "running line beside the page number"


def _mark_wide(pieces: list[Piece]) -> None:
    """Lines of two columns that are running lines elsewhere are so everywhere ("Byrådet            17-03-2015")."""
    known = Counter(_alike(p.key) for p in pieces if p.role == "furniture" and _WIDE.search(p.text))
    for piece in pieces:
        if not piece.role and _WIDE.search(piece.text) and known[_alike(piece.key)] > 1:
            piece.role, piece.why = "furniture", "a running line, as on other pages"
    lines = Counter(_alike(p.key) for p in pieces if p.why.startswith("running line"))
    for one, two in itertools.pairwise(pieces):
        both = lines[_alike(one.key)] > _NEAR and lines[_alike(two.key)] > _NEAR and not two.blank_before
        if both and not (one.role and two.role):
            for piece in (one, two):
                piece.role, piece.why = "furniture", "running line, as on other pages"


def _alike(words: str) -> str:
    """What running lines share: the words with digits as #; a line without letters must be the same throughout."""
    return _DIGITS.sub("#", words) if any(c.isalpha() for c in words) else words


def _is_content(piece: Piece, headings: Table) -> bool:
    """Whether a piece beside a page mark is plainly no running line: a sentence, heading or meta line."""
    return (
        piece.text.endswith(".")
        or piece.glued_left
        or piece.glued_right
        or headings.word(piece.text) is not None
        or (headings.whole(piece.text) or "?")[-1] not in "?!"
        or bool(_META.match(piece.key))
        or bool((session := read_session(piece.text)) and session.decides)
        or ((number := candidate(piece, 0)) is not None and bool(number.shape[0]))
    )


def _mark_running(pieces: list[Piece]) -> None:
    """Lines that differ only in a last number that rises through the document ("Nordby Kommune 5")."""
    groups: dict[str, list[tuple[int, Piece]]] = defaultdict(list)
    for piece in pieces:
        match = (
            _TRAILING.fullmatch(piece.text)
            if len(piece.text) < 100 and not piece.role and piece.text[-1].isdigit()
            else None
        )
        if (
            match
            and not _NOT_RUNNING.match(match[1])
            and not match[1].rstrip().endswith((".", "/", ":", "-", ",", "nr"))
        ):
            groups[key(match[1])].append((int(match[2]), piece))
    for words, members in groups.items():
        numbers = [n for n, _ in members]
        if (
            len(members) > 2
            and words
            and numbers == sorted(numbers)
            and len(set(numbers)) > 2
            and (not _DIGITS.search(words) or all(_WIDE.search(p.text) for _, p in members))
        ):
            for _, piece in members:
                piece.role, piece.why = "furniture", "running line with a rising page number"
