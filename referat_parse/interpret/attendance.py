"""Who took part in a meeting: what labels of attendance govern, tables, and sentences.

Everything found is entered into a `Roll`, which makes each person one attendee.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.interpret.extent import GROUP, MINUTE_TAKER, extent
from referat_parse.interpret.grid import find_grid, grid_cells
from referat_parse.interpret.labels import PEOPLE, Label
from referat_parse.interpret.plain import Plain
from referat_parse.interpret.readers import Readers
from referat_parse.interpret.roll import Entry, Roll, is_administration
from referat_parse.interpret.substitutes import replaces, sits_in, stood_in
from referat_parse.text import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat_parse.grammar.names import Person
    from referat_parse.interpret.roll import Status
    from referat_parse.interpret.sentences import Mention
    from referat_parse.lexicon import Lexicon
    from referat_parse.models import Attendee
    from referat_parse.text import Passage

_STATUS: dict[str, Status] = {"members": "present", "substitutes": "present", "absent": "absent", "guests": "guest"}
_LEADER = re.compile(r"mødeleder", re.IGNORECASE)
_CHAIR = re.compile(r"mødeleder|(?:næst)?formand", re.IGNORECASE)
_STAND_IN = re.compile(
    r"(?:[Ss]tedfortræder(?:en)?|[Ss]uppleant(?:en)?|[Ss]upp?l?\.?)[: ]+(?:er |var )?(?=[A-ZÆØÅ])"
    r"|(?:[Ii] stedet (?:mødte|deltog)|[Ii] stedet for:?)\s+(?=[A-ZÆØÅ])"
)
_SITS_IN_FOR = re.compile(r"\b(?:stedfortræder|suppleant|supp?l?\.?) for (?=[A-ZÆØÅ])", re.IGNORECASE)
_PER_NAME = 60


@dataclass(slots=True)
class AttendanceReader:
    """Reads one plain text's attendance into a roll."""

    plain: Plain
    readers: Readers
    roll: Roll = field(default_factory=Roll)

    def grid(self, labels: Sequence[Label]) -> tuple[int, int] | None:
        """Read a table of attendance, if there is one; the stretch that it takes."""
        heads = find_grid(self.plain.text, labels)
        cells = list(grid_cells(self.plain.text, heads, self.readers.names)) if heads else []
        for cell in cells:
            self.block(cell.start, cell.end, _STATUS[cell.field])
        if not cells:
            return None
        self.roll.spans.append(self.plain.span(heads[0].start, cells[-1].end))
        return heads[0].start, cells[-1].end

    def lists(self, labels: Sequence[Label]) -> list[tuple[int, int]]:
        """Read what labels of attendance govern; the stretches that were read."""
        taken = []
        for i, label in enumerate(labels):
            if label.field not in PEOPLE | {"remarks"} and not self._is_chair(labels[i : i + 2]):
                continue
            end = extent(self.plain, self.readers, label)
            taken.append((label.start, end))
            if self._remarks(label.value, end) if label.field == "remarks" else self._list(label, end):
                self.roll.spans.append(self.plain.span(label.start, end))
            if label.field == "absent":
                taken += self._groups(end, label)
        return taken

    def block(self, start: int, end: int, status: Status) -> None:
        """Read a list of `status`, with the sentences in it."""
        text = self.plain.text[start:end]
        if self.readers.sentences.is_nobody(text):
            return
        told = [one for one in self.readers.sentences.read(text) if not (one.simple and status != "absent")]
        for sentence in told:
            mentions = stood_in(sentence, text) if status == "absent" else sentence.mentions
            self._enter_told(start, mentions)
            text = text[: sentence.begin] + "\n" * (sentence.end - sentence.begin) + text[sentence.end :]
        people = [part for person in self.readers.names.read(text) for part in self.roll.cut(person, text)]
        for i, person in enumerate(people):
            between = text[people[i - 1].end : person.start] if i else "\n"
            if i and replaces(between, person):
                self.roll.mark_absent(people[i - 1])
            self._enter_listed(person, start, status, between)
            limit = people[i + 1].start if i + 1 < len(people) else len(text)
            behind = text[person.end : limit].partition("\n")[0]
            self._enter_substitute(person, start + person.end, behind)
            self._enter_replaced(start + person.end, behind)

    def sentences(self, start: int, end: int, *, surely: bool = True) -> bool:
        """Read sentences about attendance in free text; whether there were any.

        `surely`: first names alone count only if they are known.
        """
        found = False
        for sentence in self.readers.sentences.read(self.plain.text[start:end]):
            if self._enter_told(start, sentence.mentions, surely=surely):
                self.roll.spans.append(self.plain.span(start + sentence.start, start + sentence.end))
                found = True
        return found

    def prose(self, lines: Sequence[tuple[int, int]]) -> None:
        """Read lines that no label governs: lists of members without a label, and sentences."""
        if not self.roll.lists_members():
            for start, end in self._bare_lists(lines):
                self.block(start, end, "present")
                self.roll.spans.append(self.plain.span(start, end))
        for start, end in self._runs(lines):
            self.sentences(start, end)

    def _list(self, label: Label, end: int) -> bool:
        first = len(self.roll.entries)
        self.block(label.value, end, _STATUS.get(label.field, "present"))
        for entry in self.roll.entries[first:]:
            entry.minor = label.field in {"chair", "guests"} and bool(MINUTE_TAKER.match(self.plain.text, label.start))
        return True

    def _groups(self, start: int, label: Label) -> list[tuple[int, int]]:
        """Groups that follow a list of absentees under headings of their own ("Rektoratet: …"): those are there."""
        text = self.plain.text
        begin = start + len(text[start : label.end]) - len(text[start : label.end].lstrip())
        heading = GROUP.match(text, begin, label.end)
        if heading is None or not self.readers.names.read(text[heading.end() : label.end]):
            return []
        group = Label("guests" if is_administration(heading[0]) else "members", begin, heading.end(), label.end)
        end = extent(self.plain, self.readers, group)
        self._list(group, end)
        self.roll.spans.append(self.plain.span(begin, end))
        return [(begin, end)]

    def _remarks(self, start: int, end: int) -> bool:
        """Read remarks: sentences, and names with a state behind them ("Bo Dam (deltog ikke i punkt 4)")."""
        found = self.sentences(start, end)
        told = {entry.span for entry in self.roll.entries}
        for person in self.readers.names.read(self.plain.text[start:end]):
            said = self.readers.sentences.status(person.note)
            span = self.plain.span(start + person.start, start + person.end)
            if said and span not in told and " " in person.name:
                self.roll.entries.append(Entry(person, said, span, listed=False))
                found = True
        return found

    def _enter(self, person: Person, base: int, status: Status, *, listed: bool = True, suffix: bool = False) -> None:
        """Enter a person whose offsets are counted from `base`."""
        span = self.plain.span(base + person.start, base + person.end)
        self.roll.entries.append(Entry(person, status, span, listed, suffix))

    def _enter_listed(self, person: Person, base: int, status: Status, between: str) -> None:
        """Enter a person of a list of `status`, behind whose name a state may stand."""
        said = self.readers.sentences.status(person.note)
        own: Status = "absent" if said == "absent" else status
        if status == "absent" and "\n" not in between and sits_in(person, between):
            own = "present"
        self._enter(person, base, own, suffix=own != status)

    def _enter_told(self, base: int, mentions: Sequence[Mention], *, surely: bool = False) -> bool:
        """Enter whom a sentence names; `surely`: only what is surely a person."""
        text, count = self.plain.text[base:], len(self.roll.entries)
        for mention in mentions:
            for person in self.roll.cut(mention.person, text):
                if not surely or " " in person.name or self.roll.knows(person):
                    self._enter(person, base, mention.status, listed=False)
        return len(self.roll.entries) > count

    def _enter_substitute(self, person: Person, at: int, behind: str) -> None:
        """Enter the substitute whom the text `behind` a name (from offset `at` on) tells ("(stedfortræder: Bo Dam)")."""
        found = _STAND_IN.search(behind)
        for other in self.readers.names.read(behind[found.end() :].strip("()"))[:1] if found else []:
            self._enter(other, at + (found.end() if found else 0), "present")
            self.roll.mark_absent(person)

    def _enter_replaced(self, at: int, behind: str) -> None:
        """Enter, as absent, whom a substitute sits in for ("supp. for Bo Dam"), unless that is a listed member."""
        found = _SITS_IN_FOR.search(behind)
        for other in self.readers.names.read(behind[found.end() :].strip("()"))[:1] if found else []:
            if " " in other.name and all(key(e.person.name) != key(other.name) for e in self.roll.entries):
                self._enter(other, at + (found.end() if found else 0), "absent", suffix=True)

    def _is_chair(self, labels: Sequence[Label]) -> bool:
        """Whether the first of `labels` names who led the meeting, or the chair right before the members."""
        before = len(labels) > 1 and labels[1].field in {"members", "chair"}
        pattern = _CHAIR if before else _LEADER
        return labels[0].field == "chair" and bool(pattern.match(self.plain.text, labels[0].start))

    def _bare_lists(self, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Lines that are lists of members without a label: three names or more, each with a party or role."""
        found: list[list[int]] = []
        for start, end in lines:
            people = self.readers.names.read(self.plain.text[start:end])
            if not people or not all(p.party or p.role for p in people) or end - start > _PER_NAME * len(people):
                continue
            if found and not self.plain.text[found[-1][1] : start].strip():
                found[-1][1:] = [end, found[-1][2] + len(people)]
            else:
                found.append([start, end, len(people)])
        return [(start, end) for start, end, count in found if count > 2]  # noqa: PLR2004

    def _runs(self, lines: Sequence[tuple[int, int]]) -> list[list[int]]:
        """Lines that follow each other, as one stretch."""
        runs: list[list[int]] = []
        for start, end in lines:
            if runs and not self.plain.text[runs[-1][1] : start].strip():
                runs[-1][1] = end
            else:
                runs.append([start, end])
        return runs


def settle_absences(attendance: Sequence[Attendee], passage: Passage, lexicon: Lexicon) -> list[Attendee]:
    """`attendance` with those absent of whom `passage` (the first item) says that they sent regrets.

    Nobody is added: persons named only inside items do not belong to the meeting's attendance. A head
    that lists absentees itself is believed: the item's may be those of a committee before.
    """
    if not attendance or any(a.status == "absent" for a in attendance):
        return list(attendance)
    reader = AttendanceReader(Plain.of(passage), Readers.of(lexicon))
    reader.lists([label for label in reader.readers.labels.find(reader.plain).labels if label.field == "absent"])
    reader.sentences(0, len(reader.plain.text))
    absent = {key(entry.person.name) for entry in reader.roll.entries if entry.status == "absent"}
    return [
        a.model_copy(update={"status": "absent"}) if key(a.name) in absent and a.status == "present" else a
        for a in attendance
    ]
