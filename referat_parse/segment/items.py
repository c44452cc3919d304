"""Where the items of a meeting begin: every reading is tried, the one that explains the restarts is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat_parse.segment.marked import read_headings, with_closed
from referat_parse.segment.numbered import read_numbers
from referat_parse.segment.titles import read_titles

if TYPE_CHECKING:
    from referat_parse.segment.entries import Contents
    from referat_parse.segment.piece import Piece
    from referat_parse.segment.starts import Reading, Who


_STRONG = 2.5
_ROW = 4
"""A row of more numbers than this, each with its own first heading, is no list in a text."""


def find_items(pieces: list[Piece], start: int, end: int, contents: Contents, who: Who) -> Reading:
    """The reading of pieces `[start, end)` of one meeting."""
    body = [i for i in range(start, end) if pieces[i].role != "furniture" and i not in contents.indexes]
    numbered = read_numbers(pieces, body, contents)
    marked = read_headings(pieces, body, who)
    reading = _choose(pieces, body, contents, numbered, marked)
    reading.starts = with_closed(pieces, body, reading.starts)
    return reading


def _choose(pieces: list[Piece], body: list[int], contents: Contents, numbered: Reading, marked: Reading) -> Reading:
    """The reading that explains the meeting best."""
    chain = numbered.starts
    if not marked.starts and not any(s.cand and (s.cand.score >= _STRONG or s.cand.shape[0]) for s in chain):
        spoken = read_titles(pieces, body, contents)
        weak = sum(s.cand.score for s in chain if s.cand) < len(chain)
        if (spoken.mode == "speakers" and len(spoken.starts) > len(chain) // 2) or (
            weak and len(spoken.starts) > max(_ROW, len(chain))
        ):
            return _chosen(spoken, numbered, "titles that name who speaks come back, and no numbered line is strong")
    if chain and _explains(numbered, marked, pieces, body):
        return _chosen(numbered, numbered, "the numbered lines explain where the headings start over")
    if marked.starts:
        return _chosen(marked, numbered, "no row of numbers explains where the headings start over")
    if chain and _solid(numbered):
        return _chosen(numbered, numbered, "nothing but the numbers starts over, and they are strong or many")
    titled = read_titles(pieces, body, contents)
    if titled.starts or len(chain) < 2:
        return _chosen(titled, numbered, "neither numbers nor headings start over")
    return _chosen(numbered, numbered, "there is nothing but these numbers")


def _chosen(reading: Reading, numbered: Reading, why: str) -> Reading:
    """The reading with its reason; the numbered lines that it does not take are near misses."""
    taken = {id(s.cand) for s in reading.starts}
    rows = (*numbered.near, *(s.cand for s in numbered.starts if s.cand))
    reading.near = sorted((c for c in rows if id(c) not in taken), key=lambda c: c.index)
    reading.why = why
    return reading


def _solid(reading: Reading) -> bool:
    """Whether the chain stands by itself: long, or strong on average."""
    scores = [s.cand.score for s in reading.starts if s.cand]
    return len(scores) > 2 or sum(scores) > 4


def _explains(numbered: Reading, marked: Reading, pieces: list[Piece], body: list[int]) -> bool:
    """Whether the numbers explain the document's restarts: most of its members look like items, or nothing restarts."""
    chain = [s.cand for s in numbered.starts if s.cand]
    strong = sum(c.score >= _STRONG for c in chain)
    if not marked.starts:
        return True
    if (
        chain[0].shape[0] not in {"", "ad"}
        and len(chain) > 2
        and strong * 2 > len(chain)
        and len(marked.starts) < 2 * len(chain)
    ):
        return True
    if len(chain) == len(marked.starts) == 1 and _restarts_between(marked, [chain[0].index]) and chain[0].score > 1:
        return True
    both = _restarts_between(marked, sorted(c.index for c in chain))
    if len(chain) > _ROW and both * 4 >= 3 * max(len(chain), len(marked.starts)):
        return True
    if strong * 2 >= len(chain) and (len(chain) > 1 or strong):
        return both * 2 >= len(marked.starts) or len(marked.starts) * 2 < len(chain)
    headings = sum(pieces[i].hint in {"heading", "session", "recommends"} for i in body)
    return headings < len(chain)


def _restarts_between(marked: Reading, firsts: list[int]) -> int:
    """In how many steps of the chain headings start over: each item has its own first heading."""
    bounds = [*firsts, float("inf")]
    return sum(any(a <= s.first < b for s in marked.starts) for a, b in zip(firsts, bounds[1:], strict=True))
