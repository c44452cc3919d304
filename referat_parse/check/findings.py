"""The findings of one document, each with a code of `problems.CODES`."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from referat_parse.grammar.dates import WEEKDAYS
from referat_parse.problems import Doubt
from referat_parse.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.models import Item, Leaf, Meeting
    from referat_parse.segment.document import RawDocument

_WEEKDAY = re.compile(r"\b(man|tirs|ons|tors|fre|lør|søn)dag\b[^\n]{0,12}$", re.IGNORECASE)


def findings(text: str, raw: RawDocument, meetings: list[Meeting], leaves: list[Leaf]) -> Iterator[Doubt]:
    """Every finding about the document's meetings and layout."""
    if not any(m.items for m in meetings):
        yield Doubt("R101", "no agenda items found: is this a file of minutes?", (0, min(len(text), 1)))
    for leaf in leaves:
        if leaf.role == "unparsed":
            yield Doubt("R201", f"not understood: {key(text[slice(*leaf.span)])[:60]!r}", leaf.span)
    yield from _unknown_headings(raw)
    for meeting in meetings:
        yield from _inferred(meeting)
        yield from _weekday(text, meeting)
        yield from _numbers(meeting)
        yield from _against_agenda(meeting)
        yield from _undecided(meeting)
        yield from _votes(meeting)


def _unknown_headings(raw: RawDocument) -> Iterator[Doubt]:
    for meeting in raw.meetings:
        for item in meeting.items:
            for block in item.blocks:
                if block.why.startswith("unknown heading") and block.heading:
                    yield Doubt("R203", f"the heading {block.heading!r} is not in the lexicon", block.headings[-1].core)


def _inferred(meeting: Meeting) -> Iterator[Doubt]:
    for name in meeting.inferred:
        yield Doubt(
            "R202", f"the meeting's {name} is concluded, not read", meeting.spans.get(name, (meeting.span[0],) * 2)
        )
    if meeting.date is None:
        yield Doubt("R402", "no date of the meeting found", (meeting.span[0],) * 2)


def _weekday(text: str, meeting: Meeting) -> Iterator[Doubt]:
    """The weekday written in front of the meeting's date against the calendar."""
    span = meeting.spans.get("date")
    if meeting.date is None or span is None:
        return
    before = _WEEKDAY.search(text, max(0, span[0] - 24), span[0]) or re.match(r"(\w+?)dag\b", text[slice(*span)])
    if before and WEEKDAYS.get(f"{before[1].casefold()}dag", meeting.date.weekday()) != meeting.date.weekday():
        yield Doubt("R401", f"{before[1]}dag is written, but {meeting.date} is another day", span)


def _numbers(meeting: Meeting) -> Iterator[Doubt]:
    """Numbers that occur twice, and gaps in the count."""
    counts = Counter(item.number for item in meeting.items if item.number)
    previous: int | None = None
    for item in meeting.items:
        span = item.spans.get("number", item.span)
        if item.number and counts[item.number] > 1:
            yield Doubt("R303", f"item number {item.number} occurs {counts[item.number]} times", span)
        number = int(item.number) if item.number and item.number.isdecimal() else None
        if number is not None and previous is not None and number > previous + 1:
            yield Doubt("R302", f"item {number} follows item {previous}", span)
        previous = number if number is not None else previous


def _against_agenda(meeting: Meeting) -> Iterator[Doubt]:
    """Entries of the contents list that no item has the title of."""
    titles = [_letters(item.title) for item in meeting.items]
    if not any(titles):
        return
    for entry in meeting.agenda:
        wanted = _letters(entry.title)
        if wanted and not any(
            t.startswith(wanted[:30]) or (t and wanted.endswith(t)) or t[:30] in wanted for t in titles if t
        ):
            yield Doubt("R301", f"no item has the title of the agenda entry {entry.title!r}", entry.span)


def _letters(title: str | None) -> str:
    return re.sub(r"[\W_]+", "", (title or "").casefold())


def _undecided(meeting: Meeting) -> Iterator[Doubt]:
    """Open items without a decision in minutes that otherwise have them."""
    decided = [_has_decision(item) for item in meeting.items]
    if sum(decided) * 2 <= len(decided):
        return
    for item, has in zip(meeting.items, decided, strict=True):
        if not has and not item.closed:
            yield Doubt("R304", f"item {item.number or item.order} has no decision", item.spans.get("title", item.span))


def _has_decision(item: Item) -> bool:
    return any(s.kind == "beslutning" or getattr(s, "outcome", None) for s in item.sections)


def _votes(meeting: Meeting) -> Iterator[Doubt]:
    """Named voters against the count: more persons than votes cannot be."""
    for item in meeting.items:
        for section in item.sections:
            for vote in getattr(section, "votes", []):
                for name, side in (("for", vote.yes), ("against", vote.no), ("abstaining", vote.abstain)):
                    people = sum(v.kind == "person" for v in side.voters)
                    if side.count is not None and people > side.count:
                        yield Doubt("R501", f"{people} people are named {name}, but {side.count} counted", vote.span)
