"""Sentences that tell who took part: "Afbud fra A. I stedet mødte B.", "C forlod mødet kl. 19.10".

The phrases are data (lexicon/attendance.toml); each says on which side its persons stand and what
it makes of them. A person who was away for a part of the meeting only is present.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.grammar.names import NameReader, Person
    from referat_parse.interpret.roll import Status
    from referat_parse.lexicon import Lexicon, Table

_BRACKET = re.compile(r"[(\[][^()\[\]\n]{0,160}[)\]]")
_BOUNDARY = re.compile(r"(?<=[\wæøå)\x00])\.(?=\s+[A-ZÆØÅ]|\s*$)|\n\s*\n|\n", re.MULTILINE)
_SUFFIX = re.compile(r"[-–—:(/,;]\s*$|^\s*[•▪●■◦\uf0b7-]*\s*$")
_OPEN_END = re.compile(
    r"(?:,|:|\b(?:og|samt|fra|af|ved|med|for|som|at|til|i|på|den|der|var|er|har|havde|blev|bliver|undtagen|deltog|mødte"
    r"|pkt\.?|punkt|kl\.?))\s*$",
    re.IGNORECASE,
)
_NAME_BROKEN = re.compile(
    r"(?<=[a-zæøå,]) (?P<first>[A-ZÆØÅ][\w-]+)[ \t]*\n[ \t]*(?P<last>[A-ZÆØÅ][\w-]+)(?=,| og |\.\s|[ \t]*\n[ \t]*\n)"
)
_GOES_ON = re.compile(r"[ \t]*[a-zæøå]")
_BLANK_LINE = re.compile(r"[ \t]*(?:\n|$)")
_JOINS = re.compile(r"[^\d]*(?:[,;\n]|\b(?:og|samt)\b)[^\d]*")
_CLAUSE = re.compile(r"\b(?:at|men|idet|da|fordi|hvor|mens)\b", re.IGNORECASE)
_ABBREVIATED = re.compile(
    r"\b(?:pkt|nr|kl|pga|ca|bl\.a|jf|dvs|f\.eks|mv|m\.v|fg|vedr|stk|hr|dr|chr|th|suppl?|[a-zæøå])$", re.IGNORECASE
)
_STATES: tuple[Status, ...] = ("absent", "present")
_ALWAYS = "afbud"
_REACH = 30
_LONGEST = 3000


@dataclass(frozen=True, slots=True)
class Mention:
    """A person that a sentence names, with what it says of them: present, absent or guest."""

    person: Person
    status: Status


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence `[start, end)` that tells of attendance, from `begin` on, and whom it names.

    `simple`: it only says of those before the verb that they took part ("A deltog"), as a list may.
    """

    start: int
    end: int
    mentions: tuple[Mention, ...]
    begin: int
    simple: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    status: str
    side: str


class SentenceReader:
    """Finds sentences about attendance."""

    def __init__(self, lexicon: Lexicon, names: NameReader) -> None:
        """Take the phrases of `lexicon` and the reader of names."""
        self._phrases: Table = lexicon.table("attendance")
        self._names = names

    def read(self, text: str) -> Iterator[Told]:
        """The sentences of `text` that name somebody, in order."""
        text = _NAME_BROKEN.sub(self._join, text)
        masked = _BRACKET.sub(lambda m: "\x00" * len(m[0]), text)
        for start, end in _sentences(masked):
            hits = self._hits(masked, start, end) if end - start < _LONGEST else []
            mentions = tuple(self._mentions(text, hits, start, end)) if hits else ()
            if mentions:
                begin = min(hits[0].start, *(mention.person.start for mention in mentions))
                simple = all(hit.status == "present" and hit.side == "before" for hit in hits)
                yield Told(start, end, mentions, begin, simple)

    def status(self, note: str) -> Status | None:
        """What a note behind a name says ("- afbud", "(orlov)", ": Deltog"): absent, present or None."""
        folded = note.casefold()
        absences = list(self._states["absent"].finditer(folded))
        if any(found[0] == _ALWAYS or not self._limited(folded, found.end()) for found in absences):
            return "absent"
        return "present" if absences or self._states["present"].search(folded) else None

    @cached_property
    def _states(self) -> dict[Status, re.Pattern[str]]:
        """One pattern for the words of each state."""
        found: dict[Status, re.Pattern[str]] = {}
        for status in _STATES:
            words = [w for entry in self._phrases.values(f"status:{status}") for w in entry.words]
            joined = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
            found[status] = re.compile(rf"(?<!\w)(?:{joined})(?!\w)")
        return found

    def is_nobody(self, value: str) -> bool:
        """Whether a list says that there is nobody ("Ingen.", "-")."""
        folded = value.strip(" .•*\t\n").casefold()
        return not folded or any(folded in e.words for e in self._phrases.values("none"))

    def _join(self, broken: re.Match[str]) -> str:
        """A blank for the line end in a name ("prorektor Lykke / Bondo og …"), if it is one."""
        known = self._names.words.is_forename(broken["first"]) and self._names.words.is_part(broken["last"])
        return broken[0].replace("\n", " ") if known else broken[0]

    def _hits(self, text: str, start: int, end: int) -> list[_Hit]:
        """The phrases in a sentence; where two overlap, the longer one."""
        kept: list[_Hit] = []
        for hit in sorted(self._all_hits(text, start, end), key=lambda hit: hit.start - hit.end):
            if all(hit.end <= other.start or hit.start >= other.end for other in kept):
                kept.append(hit)
        return sorted(kept, key=lambda hit: hit.start)

    def _all_hits(self, text: str, start: int, end: int) -> Iterator[_Hit]:
        """Every phrase in a sentence; a state behind a dash or colon is a list's, not a sentence's."""
        for entry in self._phrases.patterned:
            status, _, side = entry.value.partition(":")
            for match in entry.regex.finditer(text, start, end) if side else ():
                suffix = side == "before" and _SUFFIX.search(text[start : match.start()])
                if self._is_word(text, match) and not suffix:
                    limited = status == "absent" and self._limited(text, match.end())
                    yield _Hit(match.start(), match.end(), "present" if limited else status, side)

    @staticmethod
    def _is_word(text: str, match: re.Match[str]) -> bool:
        """Whether a match begins and ends at a word's border."""
        start, end = match.span()
        before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
        after = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
        return start < end and not before and not after

    def _limited(self, text: str, at: int) -> bool:
        """Whether the absence told before `at` is limited to an item or a time."""
        return any(entry.regex.match(text, at) for entry in self._phrases.values("limit"))

    def _mentions(self, text: str, hits: list[_Hit], start: int, end: int) -> Iterator[Mention]:
        """Bind the names of a sentence to its phrases."""
        for i, hit in enumerate(hits):
            left = hits[i - 1].end if i else start
            right = hits[i + 1].start if i + 1 < len(hits) else end
            before = self._people(text, left, hit.start, clause=True) if hit.side != "after" else []
            if i and hits[i - 1].side != "before":
                before = before[-1:]
            after = self._people(text, hit.end, right) if hit.side != "before" else []
            if i + 1 < len(hits) and hits[i + 1].side != "after":
                after = after[:-1]
            yield from _bind(hit, before, after)

    def _people(self, text: str, start: int, end: int, *, clause: bool = False) -> list[Person]:
        """The persons named in `[start, end)`; `clause`: only after the last conjunction."""
        if clause:
            begins = [m.end() for m in _CLAUSE.finditer(text, start, end)]
            start = begins[-1] if begins else start
        people = self._names.read(text[start:end])
        for person in people:
            person.start += start
            person.end += start
        return _joined(text, people) if clause else people


def _bind(hit: _Hit, before: list[Person], after: list[Person]) -> Iterator[Mention]:
    """What a phrase makes of the persons before and after it."""
    made: dict[str, tuple[Status | None, Status | None]] = {
        "swapped": ("present", None),
        "replaced": ("absent", "present"),
        "present": ("present", "present"),
        "absent": ("absent", "absent"),
        "guest": ("guest", "guest"),
    }
    left, right = made.get(hit.status, (None, None))
    yield from (Mention(person, left) for person in before if left)
    yield from (Mention(person, right) for person in after if right)


def _joined(text: str, people: list[Person]) -> list[Person]:
    """The last of `people` and those before that commas or "og" join to it."""
    first = len(people) - 1
    while first > 0 and _JOINS.fullmatch(text[people[first - 1].end : people[first].start]):
        first -= 1
    return people[max(first, 0) :]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences; a line end closes one only where the line could end there."""
    at = 0
    for match in _BOUNDARY.finditer(text):
        if not _goes_on(text, match, at):
            yield at, match.end()
            at = match.end()
    if at < len(text):
        yield at, len(text)


def _goes_on(text: str, boundary: re.Match[str], start: int) -> bool:
    """Whether the sentence that begins at `start` goes on after a stop or a line end."""
    before = text[max(start, boundary.start() - _REACH) : boundary.start()]
    if boundary[0] == ".":
        return bool(_ABBREVIATED.search(before))
    if boundary[0] != "\n":
        return False
    if _GOES_ON.match(text, boundary.end()):
        return True
    return bool(_OPEN_END.search(before)) and not _BLANK_LINE.match(text, boundary.end())
