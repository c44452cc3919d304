"""A segmented document as plain text: what opened each item and section, and what was considered and not taken."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from referat_parse.text import LineIndex, flat, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from referat_parse.segment.document import RawDocument, RawItem, RawMeeting
    from referat_parse.segment.numbers import Candidate
    from referat_parse.segment.piece import Piece
    from referat_parse.segment.sections import Block

_MODES = {
    "numbers": "by their numbers",
    "headings": "where the section headings start over",
    "cases": "by their case lines or a head printed again",
    "titles": "by title lines that stand apart",
}
_UNREASONED = {
    "heading": "a heading of the lexicon, but here it is part of the text",
    "session": "a body and a date, but here they are part of the text",
    "recommends": "a line that recommends, as the text of a heading",
}
_QUOTED = 72
"""So many characters of a line that is only pointed at; headings and titles are printed whole."""
_KIND = 20


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
        yield from self._head(at, meeting)
        for item in meeting.items:
            yield ""
            yield from self._item(item)
        yield from self._list("Not taken as items", "numbered lines", self._numbers(meeting))
        yield from self._list("Not taken as headings", "lines", self._headings(meeting))

    def _head(self, at: int, meeting: RawMeeting) -> Iterator[str]:
        pieces = self._pieces[meeting.start : meeting.end]
        if not pieces:
            yield f"Meeting {at}: nothing but white space"
            return
        who, reading = meeting.who, meeting.reading
        yield f"Meeting {at}: {self._range(pieces)}"
        yield f"  {'body and date':<15}{who.body or '–'}, {who.date or '–'} (from {who.why})"
        yield f"  {'head':<15}{self._range(self._above(meeting))}"
        listed = [self._pieces[i] for i in meeting.contents.indexes]
        entries = f", {len(meeting.contents.entries)} entries" if listed else ""
        yield f"  {'contents list':<15}{self._range(listed)}{entries}"
        found = f"{len(meeting.items)}, {_MODES[reading.mode]}: " if meeting.items else "none: "
        yield f"  {'items':<15}{found}{reading.why}"
        last = max((item.end for item in meeting.items), default=meeting.end)
        yield f"  {'after them':<15}{self._range(self._pieces[last : meeting.end])}"

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
        head = item.head
        closed = "  (closed)" if item.closed else ""
        title = unwrap(self._text[slice(*head.title_span)]) if head.title_span else "(no title)"
        yield self._at(item.span[0], f"{head.number or '–'}  {title}{closed}")
        yield self._under(f"because {item.why}")
        found = sorted(_placed(item.blocks), key=lambda one: one[0])
        wide = max((len(_headed(block)) for _, block in found), default=0)
        for start, block in found:
            yield self._at(start, f"    {block.kind:<{_KIND}}  {_headed(block):<{min(wide, 40)}}  {block.why}")

    def _numbers(self, meeting: RawMeeting) -> Iterator[str]:
        """The numbered lines that begin no item, with their doubts and what stands around them."""
        for cand in meeting.reading.near:
            piece = self._pieces[cand.index]
            yield self._at(piece.start, _quoted(piece.text))
            yield self._under(f"{_place(cand, meeting)}; {cand.score:.1f} points: {'; '.join(cand.reasons)}")

    def _headings(self, meeting: RawMeeting) -> Iterator[str]:
        """The lines that could be headings and open no section."""
        opened = {id(piece) for item in meeting.items for block in item.blocks for piece in block.headings}
        for item in meeting.items:
            for piece in self._pieces[item.first : item.end]:
                if id(piece) not in opened and (why := _refusal(piece)):
                    yield self._at(piece.start, _quoted(piece.text))
                    yield self._under(why)

    def _list(self, title: str, what: str, lines: Iterable[str]) -> Iterator[str]:
        written = list(lines)
        yield ""
        yield f"{title}: {len(written) // 2} {what}" if written else f"{title}: none"
        yield from written

    def _at(self, offset: int, words: str) -> str:
        return f"{self._lines.line(offset):>{self._gutter}}  {words}"

    def _under(self, words: str) -> str:
        return f"{'':>{self._gutter}}  {words}"


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


def _place(cand: Candidate, meeting: RawMeeting) -> str:
    """Between which items a numbered line stands."""
    numbered = [(item.first, item.head.number or "–") for item in meeting.items]
    before = [number for first, number in numbered if first <= cand.index]
    after = [number for first, number in numbered if first > cand.index]
    if before and after:
        return f"between items {before[-1]} and {after[0]}"
    return f"after item {before[-1]}" if before else "before the first item" if after else "no items around it"


def _refusal(piece: Piece) -> str:
    """Why a piece of an item that could be a heading opens no section; "" if it could be none."""
    if piece.role == "section.heading":
        return piece.why if piece.why.startswith("it only leads") else "nothing stands under it"
    return (piece.why or _UNREASONED.get(piece.hint, "")) if piece.role == "section.body" else ""


def _quoted(text: str) -> str:
    """A line as printed, cut with a mark where it is long."""
    line = flat(text)
    return f'"{line}"' if len(line) <= _QUOTED else f'"{line[:_QUOTED].rstrip()}…"'


def _harmless(line: str) -> str:
    """A line without what a terminal would obey: control characters are shown, invisible ones left out."""
    return "".join(c if c.isprintable() else "" if unicodedata.category(c) == "Cf" else "\ufffd" for c in line)
