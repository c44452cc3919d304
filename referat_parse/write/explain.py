"""A segmented document as plain text: what opened each item and section, and what was considered and not taken."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from textwrap import wrap
from typing import TYPE_CHECKING

from referat_parse.text import LineIndex, flat, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from referat_parse.segment.block import Block
    from referat_parse.segment.document import RawDocument, RawItem, RawMeeting
    from referat_parse.segment.numbers import Candidate
    from referat_parse.segment.piece import Piece

_MODES = {
    "numbers": "by their numbers",
    "headings": "where the section headings start over",
    "cases": "by their case lines or a head printed again",
    "titles": "by title lines that stand apart",
    "speakers": "by title lines that name who speaks",
}
_UNREASONED = {
    "heading": "a heading of the lexicon, but here it is part of the text",
    "session": "a body and a date, but here they are part of the text",
    "recommends": "a line that recommends, but a heading of its own stands above it or in other items",
}
_QUOTED = 72
"""So many characters of a line that is only pointed at; headings and titles are printed whole."""
_KIND, _HEADING, _WIDTH = 20, 32, 110
"""Widths: of the columns for a section's kind and heading, and of wrapped reasons."""


def explain(text: str, raw: RawDocument) -> str:
    """What was found in `text` and why, one meeting after the other; every line ends in a line feed.

    In front of what is found stands its line number, from 1. Control characters are shown as U+FFFD.
    """
    writer = _Writer(text, raw)
    parts = [writer.meeting(at, meeting) for at, meeting in enumerate(raw.meetings, start=1)]
    return "\n".join("".join(f"{_harmless(line).rstrip()}\n" for line in part) for part in parts)


class _Writer:
    """Writes the meetings of one segmented text."""

    def __init__(self, text: str, raw: RawDocument) -> None:
        self._text = text
        self._pieces = raw.pieces
        self._lines = LineIndex(text)
        self._gutter = max(6, len(str(self._lines.line(len(text)))) + 2)

    def meeting(self, at: int, meeting: RawMeeting) -> Iterator[str]:
        """All lines on one meeting."""
        if meeting.start == meeting.end:
            yield f"Meeting {at}: nothing but white space"
            return
        yield from self._head(at, meeting)
        for item in meeting.items:
            yield ""
            yield from self._item(item)
        yield from self._refused("Not taken as items", self._numbers(meeting))
        yield from self._refused("Not taken as headings", self._headings(meeting))

    def _head(self, at: int, meeting: RawMeeting) -> Iterator[str]:
        """Where the meeting stands, whose it is, and how its items were found."""
        who, reading = meeting.who, meeting.reading
        facts = ", ".join(str(fact) for fact in (who.body, who.date) if fact) or "unknown"
        above = self._above(meeting)
        first = next((f": {_quoted(piece.text)}" for piece in above if piece.role != "furniture"), "")
        listed = [self._pieces[i] for i in meeting.contents.indexes]
        entries = f": {_count(len(meeting.contents.entries), 'entry', 'entries')}" if listed else ""
        last = max((item.end for item in meeting.items), default=meeting.end)
        found = f"{len(meeting.items)}, {_MODES[reading.mode]}: " if meeting.items else "none: "
        yield f"Meeting {at}: {self._range(self._pieces[meeting.start : meeting.end])}"
        yield f"  body and date   {facts} ({who.why})"
        yield f"  head            {self._range(above)}{first}"
        yield f"  contents list   {self._range(listed)}{entries}"
        yield f"  items           {found}{reading.why}"
        yield f"  after the items {self._range(self._pieces[last : meeting.end])}"

    def _above(self, meeting: RawMeeting) -> list[Piece]:
        """The pieces before the first item that are not the contents list."""
        first = meeting.items[0].first if meeting.items else meeting.end
        return [self._pieces[i] for i in range(meeting.start, first) if i not in meeting.contents.indexes]

    def _range(self, pieces: list[Piece]) -> str:
        """From which line to which line pieces stand."""
        if not pieces:
            return "none"
        first, last = self._lines.line(pieces[0].start), self._lines.line(pieces[-1].start)
        return f"line {first}" if first == last else f"lines {first}–{last}"

    def _item(self, item: RawItem) -> Iterator[str]:
        """An item's line with its reasons, and its sections in the order of the text."""
        head = item.head
        closed = "  (closed)" if item.closed else ""
        title = unwrap(self._text[slice(*head.title_span)]) if head.title_span else "(no title)"
        yield self._at(item.span[0], f"{head.number or '–'}  {title}{closed}")
        yield from self._because(item.why)
        found = sorted(_placed(item.blocks), key=lambda one: one[0])
        wide = min(max((len(_headed(block)) for _, block in found), default=0), _HEADING)
        for start, block in found:
            yield self._at(start, f"    {block.kind:<{_KIND}}  {_headed(block):<{wide}}  {block.why}")

    def _numbers(self, meeting: RawMeeting) -> Iterator[tuple[Piece, str]]:
        """The numbered lines that begin no item, with what speaks for and against them."""
        for cand in meeting.reading.near:
            why = f"{self._place(cand, meeting)}; {cand.score:+.1f} by itself: {'; '.join(cand.reasons)}"
            yield self._pieces[cand.index], why

    def _place(self, cand: Candidate, meeting: RawMeeting) -> str:
        """Between which items a numbered line stands."""
        at = bisect_right(meeting.items, cand.index, key=lambda item: item.first)
        before, after = (
            [self._name(item) for item in near]
            for near in (meeting.items[max(0, at - 1) : at], meeting.items[at : at + 1])
        )
        if not before and not after:
            return "no row of numbers"
        row = "no place in the row" if meeting.reading.mode == "numbers" else "numbers do not decide here"
        if before and after:
            return f"{row}, between {before[0]} and {after[0]}"
        return f"{row}, behind {before[0]}" if before else f"{row}, above {after[0]}"

    def _name(self, item: RawItem) -> str:
        return f"item {item.head.number}" if item.head.number else f"the item of line {self._lines.line(item.span[0])}"

    def _headings(self, meeting: RawMeeting) -> Iterator[tuple[Piece, str]]:
        """The lines that could be headings and open no section."""
        opened = {id(piece) for item in meeting.items for block in item.blocks for piece in block.headings}
        inside = {i for item in meeting.items for i in range(item.first, item.end)}
        for i in range(meeting.start, meeting.end):
            piece = self._pieces[i]
            if id(piece) not in opened and (why := _refusal(piece) if i in inside else _outside(piece)):
                yield piece, why

    def _refused(self, title: str, found: Iterable[tuple[Piece, str]]) -> Iterator[str]:
        """A list of lines with the reasons against them."""
        refused = list(found)
        yield ""
        yield f"{title}: {_count(len(refused), 'line', 'lines') if refused else 'none'}"
        for piece, why in refused:
            yield self._at(piece.start, _quoted(piece.text))
            yield from self._because(why)

    def _at(self, offset: int, words: str) -> str:
        return f"{self._lines.line(offset):>{self._gutter}}  {words}"

    def _because(self, why: str) -> list[str]:
        """Reasons, wrapped, under what they are for."""
        margin = " " * (self._gutter + 4)
        return wrap(why, _WIDTH, initial_indent=margin, subsequent_indent=margin, break_on_hyphens=False)


def _placed(blocks: Iterable[Block]) -> Iterator[tuple[int, Block]]:
    """Each block with its place: its first heading, or its text where an earlier block has that heading."""
    seen: set[int] = set()
    for block in blocks:
        own = [piece.start for piece in block.headings if id(piece) not in seen]
        seen.update(id(piece) for piece in block.headings)
        yield (own or [block.body[0][0]])[0], block


def _headed(block: Block) -> str:
    """The heading lines as printed."""
    return " / ".join(f'"{flat(piece.text)}"' for piece in block.headings) or "(no heading)"


def _refusal(piece: Piece) -> str:
    """Why a piece of an item that could be a heading opens no section; "" if it could be none."""
    if piece.role == "section.heading":
        return (
            piece.why if piece.why.startswith("it only leads") else 'nothing stands under it, or only "Ingen" or a dash'
        )
    return (piece.why or _UNREASONED.get(piece.hint, "")) if piece.role == "section.body" else ""


def _count(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def _outside(piece: Piece) -> str:
    """Why a piece that belongs to no item opens no section; "" if it could not (attendance lists are no sections)."""
    could = piece.hint in _UNREASONED and piece.kind.rstrip("?!") != "fravaerende"
    return "it belongs to no item" if could and piece.role in {"", "meeting.head"} else ""


def _quoted(text: str) -> str:
    """A line as printed, cut with a mark where it is long."""
    line = flat(text)
    return f'"{line}"' if len(line) <= _QUOTED else f'"{line[:_QUOTED].rstrip()}…"'


def _harmless(line: str) -> str:
    """A line without what a terminal would obey: control characters are shown, invisible ones left out."""
    return "".join(c if c.isprintable() else "" if unicodedata.category(c) == "Cf" else "\ufffd" for c in line)
