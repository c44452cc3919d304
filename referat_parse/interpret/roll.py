"""A meeting's roll: every mention of a person, and from them each person once.

Somebody who is listed as absent anywhere is absent only, somebody away for single items is present,
staff among politicians and the invited are guests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from referat_parse.models import Attendee
from referat_parse.text import flat, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.grammar.names import Person
    from referat_parse.text import Span

Status = Literal["present", "absent", "guest"]

_RANK: dict[Status, int] = {"absent": 0, "present": 1, "guest": 2}
_POLITICIAN = re.compile(
    r"borgmester|rådmand|(?:bestyrelses|byråds|regionsråds|kommunalbestyrelses)medlem", re.IGNORECASE
)
_STAFF_BODY = "".join(
    rf"(?<!{first})"
    for first in ("hoved", "lokal", "med-", "samarbejds", "område", "miljø", "medie", "provsti", "forretnings")
)
_COUNCIL = re.compile(
    r"byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation|magistrat"
    rf"|{_STAFF_BODY}udvalg(?:et)?(?: for\b.*)?(?: \d.*)?$",
    re.IGNORECASE,
)
_ADMINISTRATION = re.compile(
    r"forvaltning|administration|sekretariat|embeds|medarbejdere fra|direktion|rektorat|dekanat", re.IGNORECASE
)
_FROM = re.compile(r"(?:repræsentant(?:er)? )?fra (.+)", re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """One mention of a person: what it says, where it stands in the source.

    `listed`: in a list, not a sentence; `suffix`: the state stands behind the name; `minor`: the
    taker of the minutes, who alone is no attendance.
    """

    person: Person
    status: Status
    span: Span
    listed: bool = True
    suffix: bool = False
    minor: bool = False


@dataclass(slots=True)
class Roll:
    """All mentions of a meeting's persons and the source stretches that they stand in."""

    entries: list[Entry] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def attendees(self) -> list[Attendee]:
        """Each person once, in the order of the text."""
        if all(entry.minor for entry in self.entries):
            return []
        kept: dict[str, Entry] = {}
        for entry in self._ranked():
            name = key(entry.person.name)
            same = name if name in kept else _same(name, kept)
            if same is None:
                kept[name] = entry
            else:
                _enrich(kept[same].person, entry.person)
        return [_attendee(entry) for entry in sorted(kept.values(), key=lambda e: e.span)]

    def settle_staff(self, body: str | None) -> None:
        """Make guests of the staff in a list of politicians (`body` helps to know one); elsewhere staff are members."""
        people = [entry.person for entry in self.entries]
        political = any(p.party or _POLITICIAN.search(p.role or "") for p in people) or _COUNCIL.search(body or "")
        for entry in self.entries:
            group = entry.person.group or ""
            staff = entry.person.staff and political and not group
            if entry.status == "present" and (staff or _ADMINISTRATION.search(group)):
                entry.status = "guest"

    def mark_absent(self, person: Person) -> None:
        """Make `person`, for whom another came, absent."""
        for entry in self.entries:
            if entry.person is person and entry.status == "present":
                entry.status = "absent"

    def lists_members(self) -> bool:
        """Whether a list of those present has been read."""
        return any(entry.status == "present" and entry.listed for entry in self.entries)

    def knows(self, person: Person) -> bool:
        """Whether a first name alone is that of somebody who has been read."""
        return any(key(person.name) == key(entry.person.name).split()[0] for entry in self.entries)

    def cut(self, person: Person, text: str) -> list[Person]:
        """A run of names that lost its commas, cut where names that were read before begin and end."""
        words = list(re.finditer(r"\S+", text[person.start : person.end]))
        spelled = tuple(key(word[0]) for word in words)
        known = {tuple(key(e.person.name).split()) for e in self.entries if " " in e.person.name}
        parts = [(a, b) for a, b in _segments(spelled, known) if b - a > 1]
        if len(words) < 3 or spelled in known or not parts or parts == [(0, len(words))]:  # noqa: PLR2004  one name
            return [person]
        pieces = [_piece(person, text, words[a].start(), words[b - 1].end()) for a, b in parts]
        pieces[-1].notes, pieces[-1].role, pieces[-1].party = person.notes, person.role, person.party
        return pieces

    def _ranked(self) -> list[Entry]:
        """Absentees first, then lists before sentences, guests last; else in the order of the text."""
        return sorted(self.entries, key=lambda e: (_RANK[e.status], e.suffix, not e.listed, e.span))


def is_administration(group: str) -> bool:
    """Whether a group's heading means people of the administration, not members."""
    return bool(_ADMINISTRATION.search(group))


def _segments(words: tuple[str, ...], known: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """`words` in stretches: those that are known names, and what lies between them."""
    at = begin = 0
    while at < len(words):
        size = next((n for n in (4, 3, 2) if at + n <= len(words) and words[at : at + n] in known), 0)
        if size:
            yield begin, at
            yield at, at + size
            begin = at = at + size
        else:
            at += 1
    yield begin, len(words)


def _piece(person: Person, text: str, start: int, end: int) -> Person:
    """The part `[start, end)` of a run, counted from the run's beginning."""
    start, end = person.start + start, person.start + end
    return type(person)(flat(text[start:end]), start, end)


def _same(name: str, kept: dict[str, Entry]) -> str | None:
    """The one person in `kept` whose name has the other's parts ("gert" and "gert holm"), if only one does."""
    parts = name.split()
    found = [k for k in kept if _within(parts, k.split()) or _within(k.split(), parts)]
    return found[0] if len(found) == 1 else None


def _within(short: list[str], long: list[str]) -> bool:
    """Whether a short form is the beginning of a name, or its first and last part."""
    if len(short) >= len(long):
        return False
    return short == long[: len(short)] or (len(short) > 1 and [long[0], long[-1]] == short)


def _enrich(person: Person, other: Person) -> None:
    """Fill what a person's entry does not say from another mention."""
    person.role = person.role or other.role
    person.party = person.party or other.party
    person.organisation = person.organisation or other.organisation


def _attendee(entry: Entry) -> Attendee:
    person = entry.person
    of_group = _FROM.fullmatch(person.group or "")
    return Attendee(
        name=person.name,
        status=entry.status,
        role=person.role,
        party=person.party,
        organisation=person.organisation or (of_group[1].strip(" :*") if of_group else None),
        span=entry.span,
    )
