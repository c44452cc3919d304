"""Page-long lines of transcripts: the page number in front, the running head and foot inside the line."""

from __future__ import annotations

import re
from collections import Counter

Extent = tuple[int, int]

_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]+$")
_MONTH = re.compile(r"\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", re.IGNORECASE)
_SIDE = re.compile(r"\s*Side\s+(?:\d+|[ivxlc]+)(?:\s+af\s+\d+)?(?=\s|$)")
_MOST = 12
_ENOUGH = 3


def page_bounds(source: str, lines: list[Extent]) -> dict[int, Extent]:
    """For lines that are whole pages: line start → where the page's text begins and ends.

    A page line begins with its number, one more than the page before; three in a row prove it. What
    the pages share after the number, digits aside, is the running head, and likewise the foot.
    """
    pages = _numbered(source, lines)
    if len(pages) < _ENOUGH:
        return {}
    words = [[(m.start(), m.end()) for m in _WORD.finditer(source, a, b)] for a, b in pages]
    norms = [[_norm(source[x:y], source[y : y + 12]) for x, y in ws] for ws in words]
    heads = _common([n[1 : 1 + _MOST] for n in norms])
    feet = _common([n[-1 : -1 - _MOST : -1] for n in norms])
    found = {}
    for (a, b), ws, most, least in zip(pages, words, heads, feet, strict=True):
        head = min(most, len(ws) - 1)
        foot = min(least, len(ws) - 1 - head)
        begin = ws[1 + head][0] if 1 + head < len(ws) else b
        side = _SIDE.match(source, begin, b)
        begin = side.end() if side else begin
        end = ws[len(ws) - foot - 1][1] if len(ws) - foot - 1 > head else begin
        found[a] = (begin, max(begin, end) if begin < b else b)
    return found


def _numbered(source: str, lines: list[Extent]) -> list[Extent]:
    """The longest run of lines whose first words count from 1."""
    best: list[Extent] = []
    run: list[Extent] = []
    expected = 1
    for a, b in lines:
        word = _WORD.search(source, a, b)
        number = int(word[0]) if word and word[0].isdecimal() and len(word[0]) < 5 else None
        if number == expected and b - a > 20:
            run.append((a, b))
            expected += 1
        elif number == 1 and b - a > 20:
            run, expected = [(a, b)], 2
        if len(run) > len(best):
            best = list(run)
    average = sum(b - a for a, b in best) / len(best) if best else 0
    return best if average > 150 else []


def _norm(word: str, after: str) -> str:
    """A word with digits and roman numbers as #; item and document numbers stay apart so that no head swallows them."""
    if re.fullmatch(r"\d{1,4}[.):]|\(?\d+/\d+\)?", word) and not _MONTH.match(after):
        return "\0item"
    return "#" if _ROMAN.fullmatch(word) else _NUMBER.sub("#", word).rstrip(".")


def _common(sides: list[list[str]]) -> list[int]:
    """For each page, how many of its first words are shared, in the same order, with enough other pages."""
    counts: Counter[tuple[str, ...]] = Counter()
    for side in sides:
        for k in range(1, len(side) + 1):
            if side[k - 1] == "\0item":
                break
            counts[tuple(side[:k])] += 1
    enough = max(_ENOUGH, len(sides) * 2 // 5)
    lengths = []
    for side in sides:
        k = max((k for k in range(len(side), 0, -1) if counts[tuple(side[:k])] >= enough), default=0)
        lengths.append(k)
    return lengths
