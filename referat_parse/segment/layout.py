"""The layout layer: every non-space character of the source in exactly one leaf."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, get_args

from referat_parse.models import Leaf, Role
from referat_parse.text import trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.segment.document import RawDocument, RawMeeting
    from referat_parse.segment.piece import Piece
    from referat_parse.text import Span

_ROLES = frozenset(get_args(Role))
_MEETING_LINE = re.compile(r"møde|generalforsamling|næste|referent|dirigent|formand", re.IGNORECASE)
_TAG = re.compile(r"(?:</?[a-zA-Z][^<>\n]{0,80}>|[\s*_|#>•·\u00ad-])+")


def lay_out(source: str, raw: RawDocument, heads: Sequence[tuple[int, list[Span]]]) -> list[Leaf]:
    """The leaves, sorted and disjoint; `heads` gives for each meeting its head's start and its attendance stretches.

    Text between pieces that is mark-up only is furniture; any other is unparsed.
    """
    leaves: list[Leaf] = []
    at = 0
    for start, end, role in _spans(raw, heads):
        if start > at:
            leaves += _gap(source, at, start)
        a, b = trim(source, max(start, at), end)
        if a < b:
            leaves.append(Leaf(role=role, span=(a, b)))  # type: ignore[arg-type]
        at = max(at, end)
    return [*leaves, *_gap(source, at, len(source))]


def _gap(source: str, start: int, end: int) -> Iterator[Leaf]:
    a, b = trim(source, start, end)
    if a < b:
        yield Leaf(role="furniture" if _TAG.fullmatch(source, a, b) else "unparsed", span=(a, b))


def _spans(raw: RawDocument, heads: Sequence[tuple[int, list[Span]]]) -> Iterator[tuple[int, int, str]]:
    for meeting, (head_start, attendance) in zip(raw.meetings, heads, strict=True):
        special = _special(meeting)
        first = meeting.items[0].first if meeting.items else meeting.end
        people = sorted(attendance)
        if not meeting.items and not head_start and not people:
            for i in range(meeting.start, meeting.end):  # no minutes: nothing is understood
                piece = raw.pieces[i]
                yield piece.start, piece.end, "furniture" if piece.role == "furniture" else "unparsed"
            continue
        for i in range(meeting.start, meeting.end):
            piece = raw.pieces[i]
            if piece.role in {"item.title", "item.meta"}:
                yield from _carved(piece, special)
            elif piece.role in _ROLES and piece.role:
                yield piece.start, piece.end, piece.role
            else:
                yield piece.start, piece.end, _outside(piece, i, first, head_start, people)


def _outside(piece: Piece, i: int, first: int, head_start: int, people: list[Span]) -> str:
    """The role of a piece that belongs to no item: head, attendance, or what stands around the minutes."""
    at = bisect_right(people, (piece.start, len(piece.text) + piece.start + 1)) - 1
    if at >= 0 and people[at][0] <= piece.start < people[at][1]:
        return "attendance"
    if any(piece.start <= a < piece.end for a, _ in people[max(at, 0) : at + 3]):
        return "attendance"
    if i < first:
        return "meeting.head" if piece.end > head_start else "furniture"
    return "meeting.head" if _MEETING_LINE.search(piece.text) or piece.hint == "group" else "furniture"


def _special(meeting: RawMeeting) -> list[tuple[int, int, str]]:
    """The spans of numbers, titles and case numbers, and of text on a title's line, sorted."""
    found: list[tuple[int, int, str]] = []
    for item in meeting.items:
        head = item.head
        for span, role in (
            (head.number_span, "item.number"),
            (head.title_span, "item.title"),
            (head.case_span, "item.case_number"),
            (head.inline, "section.body"),
        ):
            if span:
                found.append((*span, role))
    return sorted(found)


def _carved(piece: Piece, special: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """A piece of an item's head as leaves: number, title, case number, and the rest as meta (or title, where reprinted)."""
    at = piece.start
    rest = "item.meta" if piece.role == "item.meta" else "item.title"
    low = bisect_right(special, (piece.start, -1, ""))
    for first, last, role in special[max(low - 1, 0) :]:
        if first >= piece.end:
            break
        a, b = max(first, at), min(last, piece.end)
        if a >= b:
            continue
        if a > at:
            yield at, a, "item.meta"
            rest = "item.meta"
        yield a, b, role
        rest = "item.meta"
        at = b
    if at < piece.end:
        yield at, piece.end, rest
