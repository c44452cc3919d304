"""Persons in lists as Danish minutes write them.

The forms: "Anna Holm (V), formand", "Formand Anna Holm", "Anna Holm, A", "1. viceborgmester Bo Dam (A) - Deltog",
names by comma, by line, in columns or run together. Offsets are those of the text that was read.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from referat_parse.grammar.list_lines import list_lines
from referat_parse.grammar.name_lines import WORD, LineReading, Person, role_name
from referat_parse.grammar.name_words import INITIALS, NameWords
from referat_parse.text import flat

if TYPE_CHECKING:
    from referat_parse.lexicon import Lexicon

__all__ = ["NameReader", "Person"]

_NOTES = re.compile(r"[,;]|\)\s*\(")
_OF_ROLE = re.compile(r"(?:for|i|af|fra|på|ved|og)\s")
_LONGEST_ROLE = 80
_COLUMNS = 2


class NameReader:
    """Reads lists of persons with the help of the lexicon's roles, parties and first names."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the words of `lexicon`."""
        self.words = NameWords(lexicon)

    def read(self, text: str) -> list[Person]:
        """The persons of a list, in order."""
        people: list[Person] = []
        group: str | None = None
        for line in list_lines(text):
            before = people[-1] if people and not line.fresh else None
            reading = LineReading(self.words, text, line, None if line.fresh else group, before)
            people += reading.people()
            group = reading.group
        people = _even(people, text)
        for person in people:
            self._settle(person)
        return people

    def find_first(self, text: str) -> int | None:
        """Where the first name begins that a known first name and another name word make; None if none does."""
        for word, following in pairwise(WORD.finditer(text)):
            near = following.start() - word.end() == 1
            if near and self.words.is_forename(word[0]) and self.words.is_part(following[0]):
                return word.start()
        return None

    def _settle(self, person: Person) -> None:
        """Sort a person's notes into party, role and organisation."""
        initials = "".join(part[0] for part in re.findall(r"\w+", person.name)).casefold()
        for note in (part for written in person.notes for part in _NOTES.split(written)):
            words = flat(note).strip(" ()[]*.-–—:")
            if words and words.casefold() != initials:
                self._take(person, words)

    def _take(self, person: Person, words: str) -> None:
        first, _, rest = words.partition(" ")
        kind = self.words.role(words)
        if kind is None and _OF_ROLE.match(rest) and len(words) < _LONGEST_ROLE:
            kind = self.words.role(first)
        if self.words.is_party(words):
            person.party = person.party or words
        elif kind in {"member", "staff"}:
            person.role = person.role or role_name(words)
            person.staff = person.staff or kind == "staff"
        elif self._is_organisation(words):
            person.organisation = person.organisation or words

    def _is_organisation(self, words: str) -> bool:
        return words[0].isupper() and not self.words.is_state(words) and not INITIALS.fullmatch(words)


def _even(people: list[Person], text: str) -> list[Person]:
    """Two names run together, cut in the middle, where most other lines of the list hold two names."""
    rows = [text.count("\n", 0, person.start) for person in people]
    double = [row for row in set(rows) if rows.count(row) == _COLUMNS]
    if len(double) < _COLUMNS or len(double) * _COLUMNS < len(set(rows)):
        return people
    return [part for person in people for part in _halves(person, text)]


def _halves(person: Person, text: str) -> list[Person]:
    """A name of four words as two persons; any other as it is."""
    words = list(re.finditer(r"\S+", text[person.start : person.end]))
    if len(words) != _COLUMNS * 2 or person.notes:
        return [person]
    middle, second = person.start + words[1].end(), person.start + words[2].start()
    return [
        Person(flat(text[person.start : middle]), person.start, middle, person.role),
        Person(flat(text[second : person.end]), second, person.end),
    ]
