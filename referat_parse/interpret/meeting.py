"""One meeting's segments to its model: head, attendance, agenda, items."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.interpret.attendance import settle_absences
from referat_parse.interpret.head import closing_time, read_head
from referat_parse.interpret.item import interpret_item
from referat_parse.models import AgendaEntry, Meeting
from referat_parse.text import unwrap

if TYPE_CHECKING:
    from referat_parse.interpret.head import HeadFacts
    from referat_parse.lexicon import Lexicon
    from referat_parse.segment.document import RawDocument, RawMeeting
    from referat_parse.segment.entries import Contents
    from referat_parse.text import Span


@dataclass(frozen=True, slots=True)
class Interpreted:
    """A meeting's model, where its head really starts, and the stretches that are attendance matter."""

    meeting: Meeting
    start: int
    attendance: list[Span]


def interpret_meeting(source: str, raw: RawDocument, at: int, lexicon: Lexicon) -> Interpreted:
    """The model of meeting number `at` of the document."""
    part = raw.meetings[at]
    facts = read_head(part.head, part.tail, part.sessions, lexicon)
    items = [interpret_item(source, item, order, lexicon) for order, item in enumerate(part.items, start=1)]
    end_time, end_span = _end(part, facts, lexicon)
    spans = dict(facts.spans)
    if end_span:
        spans["end_time"] = end_span
    last = max((i.span[1] for i in part.items), default=0)
    start = min([facts.start, *(i.span[0] for i in part.items)]) if part.items else facts.start
    extent = (start, max(last, part.tail.extent[1], part.head.extent[1], start))
    meeting = Meeting(
        span=extent,
        authority=facts.authority,
        body=facts.body,
        document_type=facts.document_type,
        date=facts.date,
        start_time=facts.start_time,
        end_time=end_time,
        place=facts.place,
        attendance=settle_absences(facts.attendance, part.texts[0], lexicon) if part.texts else facts.attendance,
        agenda=_agenda(source, part.contents),
        items=items,
        spans=spans,
        inferred=list(facts.inferred),
    )
    return Interpreted(meeting, facts.start, list(facts.attendance_spans))


def _end(part: RawMeeting, facts: HeadFacts, lexicon: Lexicon) -> tuple[str | None, Span | None]:
    """When the meeting ended: as the head or tail says, else a closing sentence inside an item."""
    if facts.end_time:
        return facts.end_time, None
    found = (closing_time(text, lexicon) for text in reversed(part.texts))
    return next((end for end in found if end), (None, None))


def _agenda(source: str, contents: Contents) -> list[AgendaEntry]:
    return [
        AgendaEntry(number=entry.number, title=unwrap(entry.title) or None, page=entry.page, span=entry.span)
        for entry in contents.entries
        if entry.span[1] <= len(source)
    ]
