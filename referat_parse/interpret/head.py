"""What a meeting's head says: whose meeting, when, where, and who took part.

Labels come first, then heading lines, then page heads; where the head is silent, the decision
headings inside the items tell body and date.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  a field's type
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.grammar.dates import find_clocks
from referat_parse.grammar.owners import find_authorities
from referat_parse.interpret.attendance import AttendanceReader
from referat_parse.interpret.columns import settle_columns
from referat_parse.interpret.facts import LABEL, LINE, Facts, read_labels
from referat_parse.interpret.headline import head_lines
from referat_parse.interpret.headlines import find_start, read_lines
from referat_parse.interpret.margin import without_margin
from referat_parse.interpret.plain import Plain
from referat_parse.interpret.readers import Readers
from referat_parse.interpret.surroundings import (
    before_related,
    read_agenda,
    read_decision_block,
    read_sessions,
    read_site,
    read_tail,
)
from referat_parse.lexicon import default
from referat_parse.text import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat_parse.grammar.bodies import Session
    from referat_parse.interpret.headline import HeadLine
    from referat_parse.interpret.labels import Label
    from referat_parse.interpret.roll import Roll
    from referat_parse.lexicon import Lexicon
    from referat_parse.models import Attendee, DocumentType
    from referat_parse.text import Passage, Span

_PORTAL = re.compile(r"^[ \t]*(?:Transkript(?:ion)?|Transcript|SHOW MORE SHOW LESS)[ \t]*$", re.MULTILINE)
_FROM = re.compile(r"\bfra $", re.IGNORECASE)
_STREET = re.compile(
    r"\s+[A-ZÆØÅ][\w. ]{0,30}(?:vej|gade|plads|allé|stræde|torv|vænge|kaj|parken|boulevard) \d", re.IGNORECASE
)
_COLON = re.compile(r"[ \t*]*:")
_CLOCK = re.compile(
    r"[^\d.\n]{0,45}?\b(?:kl|klokken)\.?:?\s*(?:ca\.?\s*)?(?=\d)|[\s:,]*(?:ca\.?\s*)?(?=\d{1,2}[.:]\d\d)", re.IGNORECASE
)
_HOUR = "kl. "
_CLOCK_LENGTH = 8
_REACH = 5


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """The facts of a meeting's head; None where the text does not state them.

    `spans` are source offsets of stated values, `inferred` the fields concluded from something else,
    `attendance_spans` the stretches that are attendance matter, `start` where the head proper begins.
    """

    body: str | None
    authority: str | None
    document_type: DocumentType
    date: dt.date | None
    start_time: str | None
    end_time: str | None
    place: str | None
    attendance: list[Attendee]
    spans: dict[str, Span]
    inferred: list[str]
    attendance_spans: list[Span]
    start: int


def read_head(head: Passage, tail: Passage, sessions: list[Session], lexicon: Lexicon) -> HeadFacts:
    """The facts of one meeting.

    `head` is all before the first item (web clutter included), `tail` what belongs to no item,
    `sessions` the bodies and dates that decision headings inside the items name.
    """
    readers, facts = Readers.of(lexicon), Facts()
    portal, core = _without_portal(head)
    reader = AttendanceReader(without_margin(Plain.of(core)), readers)
    start, kind = _read_core(reader, facts)
    read_tail(AttendanceReader(Plain.of(before_related(tail)), readers, reader.roll), facts)
    read_site(portal, head, facts)
    read_agenda(head, facts)
    read_decision_block(head, facts)
    read_sessions(sessions, facts, (head.extent[0], max(head.extent[1], tail.extent[1])), head.source)
    for closing in (closing_time(before_related(tail), lexicon), closing_time(core, lexicon)):
        if closing:
            facts.offer("end_time", LABEL + 5, *closing)
    reader.roll.settle_staff(facts.text("body"))
    return _result(facts, reader.roll, start if start is not None else head.extent[1], kind)


def closing_time(passage: Passage, lexicon: Lexicon | None = None) -> tuple[str, Span] | None:
    """When the meeting ended, from a sentence that says so ("Mødet sluttede kl. 22.14."); the last one counts."""
    plain = Plain.of(passage)
    found = None
    for entry in (lexicon or default()).table("attendance").values("closing"):
        for match in entry.regex.finditer(plain.text):
            lead = _CLOCK.match(plain.text, match.end())
            at = lead.end() if lead else 0
            clock = next(find_clocks(_HOUR + plain.text[at : at + _CLOCK_LENGTH]), None) if lead else None
            if clock and clock.start == 0:
                found = clock.value, plain.span(at, at + clock.end - len(_HOUR))
    return found


def _result(facts: Facts, roll: Roll, start: int, kind: DocumentType) -> HeadFacts:
    """The best of all that was found."""
    return HeadFacts(
        body=facts.text("body"),
        authority=facts.text("authority"),
        document_type=kind,
        date=facts.date,
        start_time=facts.text("start_time"),
        end_time=facts.text("end_time"),
        place=facts.text("place"),
        attendance=roll.attendees(),
        spans={name: span for name, (_, _, span) in facts.found.items() if span is not None},
        inferred=[name for name, (_, _, span) in facts.found.items() if span is None],
        attendance_spans=sorted(roll.spans),
        start=start,
    )


def _without_portal(head: Passage) -> tuple[Passage, Passage]:
    """The head cut where a document portal's own matter ends."""
    cuts = list(_PORTAL.finditer(head.text))
    at = cuts[-1].end() if cuts else 0
    return head.part(0, at), head.part(at, len(head.text))


def _read_core(reader: AttendanceReader, facts: Facts) -> tuple[int | None, DocumentType]:
    """Read the head proper; the source offset of its beginning and the kind of document."""
    plain, readers = reader.plain, reader.readers
    marked = readers.labels.find(plain)
    labels = settle_columns(plain.text, _outside(marked.labels, reader.grid(marked.labels)), readers.names)
    lines = head_lines(plain, marked.free, labels, readers.labels)
    first = find_start(lines)
    begin = _line_start(plain.text, lines[first].start) if first < len(lines) else len(plain.text)
    inside = [label for label in labels if label.start >= begin]
    read_labels(plain, inside, facts)
    free = _not_taken(lines, reader.lists(inside))
    read_lines(plain, free, sum(line.start < begin for line in free), facts, readers)
    reader.prose([(line.start, line.end) for line in free if line.start >= begin])
    _read_owner(plain, begin, facts)
    at = plain.span(begin, begin + 1)[0] if plain.text[begin:].strip() else None
    return at, _kind([line.title.kind for line in lines[first:] if line.title.kind])


def _outside(labels: Sequence[Label], grid: tuple[int, int] | None) -> list[Label]:
    """The labels that do not head a table of attendance."""
    return [label for label in labels if not grid or not grid[0] <= label.start < grid[1]]


def _not_taken(lines: Sequence[HeadLine], taken: Sequence[tuple[int, int]]) -> list[HeadLine]:
    """The lines that lie in none of the stretches `taken`; a municipality's name may stand in the middle of one."""
    return [line for line in lines if line.authority or not any(start <= line.start < end for start, end in taken)]


def _line_start(text: str, at: int) -> int:
    """The beginning of the line if only signs stand before `at` in it ("# Referat")."""
    start = text.rfind("\n", 0, at) + 1
    before = text[start:at]
    return at if any(c.isalnum() for c in before) else start + len(before) - len(before.lstrip())


def _read_owner(plain: Plain, begin: int, facts: Facts) -> None:
    """A list heading "Fra X Kommune:", or a letterhead in running text, names the authority."""
    for first, last in find_authorities(plain.text[begin:]):
        start, end = begin + first, begin + last
        headed = _FROM.search(plain.text[max(start - _REACH, 0) : start]) and _COLON.match(plain.text, end)
        if not headed:
            start = plain.text.rfind(" ", start, plain.text.rfind(" ", start, end)) + 1 or start
        if headed or _STREET.match(plain.text, end):
            facts.offer("authority", LINE - 5, flat(plain.text[start:end]), plain.span(start, end))


def _kind(kinds: Sequence[str]) -> DocumentType:
    """The kind of document that the head's lines name; minutes if none does."""
    said = " ".join(kinds)
    if "referat" in said or "refer" in said.split():
        return "referat"
    if any(word in said for word in ("protokol", "beslutning", "vedtagelse")):
        return "beslutningsprotokol"
    if "tillægsdagsorden" in said:
        return "tillaegsdagsorden"
    return "dagsorden" if "dagsorden" in said.replace("d a g s o r d e n", "dagsorden") else "referat"
