"""One line of a list of persons: cut into pieces at its separators, each piece read for names.

A piece holds a role, a name and what stands behind it ("Borgmester Anna Holm (A)"); a piece without
a name tells something about the person before it ("formand", "Nordby Kommune", "afbud"). Where
commas are lost, brackets and known first names tell where one name ends and the next begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from referat_parse.grammar.list_lines import BRACKET
from referat_parse.grammar.name_words import INITIALS, SHOUTED, TOKEN, is_owner, is_stop
from referat_parse.text import flat

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.grammar.list_lines import ListLine
    from referat_parse.grammar.name_words import NameWords

_NO_STOP = "".join(
    rf"(?<!\b{word})"
    for word in (
        "supp",
        "suppl",
        "pkt",
        "kl",
        "nr",
        "fg",
        "Chr",
        "Th",
        "Fr",
        "Joh",
        "Kr",
        "Sv",
        "Aa",
        "Fl",
        "Kn",
        "Ths",
        "Vilh",
    )
)
_SEPARATOR = re.compile(
    r"(?P<comma>[,;])|(?P<and>\s(?:og|samt|&|\+)\s)|(?P<gap>\t+ *| {2,}\t*)"
    r"|(?P<bullet>[•·▪●■◦\uf0b7]|(?<=\s)[a-z]\)(?=\s))|(?P<dash>(?<=[\x00 ])[-–—](?=\s|\w)|(?<=\w)[-–—](?=\s))"
    r"|(?P<colon>:(?!\d))|(?P<slash>\s/\s|(?<=[a-zæøå])/(?=[A-ZÆØÅ]))"
    rf"|(?P<stop>(?<=[a-zæøåé\x00]){_NO_STOP}\.(?=[\s\x01]|$))"
)
_GLUED = r"(?:Formand|Næstformand|Borgmester|Viceborgmester|Medlem|Stedfortræder|Suppleant)\b"
WORD = re.compile(rf"\x00+|[^\s\x00\x01]+?(?<=[a-zæøå])(?={_GLUED})|[^\s\x00\x01]+")
"""A word, or a bracket (masked as NUL); a role that is glued to a name is a word of its own."""

_LEADING = re.compile(r"\s*(?:[-–—•·▪●■◦\uf0b7>]|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s))?\s*")
_BLANK = " \x01\n\t"


@dataclass(slots=True)
class Person:
    """One person of a list: the name at `[start, end)` and what stands with it.

    `notes` are the brackets and pieces behind the name as written, `group` the heading it stands
    under; `party`, `role`, `organisation` and `staff` what those say.
    """

    name: str
    start: int
    end: int
    role: str | None = None
    party: str | None = None
    organisation: str | None = None
    group: str | None = None
    staff: bool = False
    notes: list[str] = field(default_factory=list)

    @property
    def note(self) -> str:
        """All that stands behind the name, in one line."""
        return "; ".join(self.notes)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch between separators; `sep` names the one before it."""

    sep: str
    start: int
    end: int


class LineReading:
    """One logical line being read; afterwards `group` is the heading that the next line stands under."""

    def __init__(self, words: NameWords, text: str, line: ListLine, group: str | None, before: Person | None) -> None:
        """Take a line of `text`, the heading and the person that precede it."""
        self._words = words
        self._text = text
        self._offset = line.start
        self._masked = _mask(text, line.start, line.end)
        self._alone = line.alone
        self._before = before
        self.group = group

    def people(self) -> list[Person]:
        """The line's persons; notes on the person of the line before go there."""
        found: list[Person] = []
        role: str | None = None
        for index, piece in enumerate(self._pieces):
            new = [] if self._names_owner(index) else self._persons(piece, lenient=self._is_lenient(index))
            if new:
                self._place(new, role)
                found += new
                role = None
            elif self._heads(index):
                written = self._written(piece)
                role = written if self._words.role(written) else None
                self.group = self.group if role else written
            else:
                self._annotate(found[-1] if found else self._before, piece)
        return found

    def _place(self, people: list[Person], role: str | None) -> None:
        """Set group and, from a heading before the first of `people` ("Formand: …"), role."""
        if role and people[0].role is None:
            people[0].role, people[0].staff = role_name(role), self._words.role(role) == "staff"
        for person in people:
            person.group = self.group

    def _annotate(self, person: Person | None, piece: _Piece) -> None:
        written = self._written(piece)
        if person is not None and written:
            person.notes.append(written)

    @cached_property
    def _pieces(self) -> list[_Piece]:
        """The line cut at its separators."""
        pieces: list[_Piece] = []
        at, sep = _LEADING.match(self._masked).end(), "line"  # type: ignore[union-attr]  # it matches the empty string
        for match in _SEPARATOR.finditer(self._masked, at):
            pieces.append(_Piece(sep, at, match.start()))
            at, sep = match.end(), match.lastgroup or ""
        pieces.append(_Piece(sep, at, len(self._masked)))
        return [p for p in pieces if self._masked[p.start : p.end].strip(_BLANK) or p.sep == "colon"]

    def _heads(self, index: int) -> bool:
        """Whether the piece is a heading: a colon follows it and nothing of the line precedes it."""
        piece = self._pieces[index]
        capital = self._masked[piece.start : piece.end].strip()[:1].isupper()
        followed = index + 1 < len(self._pieces) and self._pieces[index + 1].sep == "colon"
        return capital and followed and piece.sep in {"line", "stop", "bullet", "comma"}

    def _names_owner(self, index: int) -> bool:
        """Whether the piece is a heading that only looks like a name ("Ældre Sagen: Eva Skov")."""
        if index + 1 >= len(self._pieces) or not self._heads(index):
            return False
        piece, following = self._pieces[index : index + 2]
        first = WORD.search(self._masked, piece.start, piece.end)
        known = first is not None and self._words.is_forename(first[0])
        return not known and bool(self._persons(following, lenient=True))

    def _is_lenient(self, index: int) -> bool:
        """Whether any name of two parts counts here; else a piece must begin with a known first name."""
        sep = self._pieces[index].sep
        if index == 0 or sep in {"line", "bullet", "gap", "stop"}:
            return True
        if sep in {"dash", "slash"}:
            return False
        headed = self._heads(0) or (sep == "colon" and self._heads(index - 1))
        return self._many or headed or (self._alone and sep == "and")

    @cached_property
    def _many(self) -> bool:
        """Whether the line is a list by comma: three names or more, or two and nothing else around."""
        listed = [p for p in self._pieces if p.sep in {"line", "comma", "and", "colon"}]
        count = sum(bool(self._persons(piece, lenient=True)) for piece in listed)
        return count > 2 or (self._alone and count == 2)  # noqa: PLR2004  two could be a name and what it belongs to

    @cached_property
    def _singles(self) -> bool:
        """Whether the line is a list of first names, or of initials, alone."""
        words = [self._masked[p.start : p.end].strip(_BLANK + "\x00.") for p in self._pieces]
        single = [w for w in words if w and TOKEN.fullmatch(w) and not is_stop(w)]
        known = sum(self._words.is_forename(w) for w in single)
        initials = len(single) > 1 and all(INITIALS.fullmatch(w) for w in single)
        return len(words) > 1 and len(single) * 2 > len(words) and (known * 2 >= len(single) or initials)

    def _written(self, piece: _Piece) -> str:
        return self._slice(piece.start, piece.end).strip(" .")

    def _slice(self, start: int, end: int) -> str:
        return flat(self._text[self._offset + start : self._offset + end])

    def _persons(self, piece: _Piece, *, lenient: bool) -> list[Person]:
        """The persons of a piece: role, name, brackets, perhaps the next name at once."""
        words = list(WORD.finditer(self._masked, piece.start, piece.end))
        found: list[Person] = []
        at = 0
        while at < len(words):
            begin, end = self._name_at(words, at)
            prefix = self._prefix(words[at:begin]) if begin is not None else None
            people = (
                self._named(words, (begin or 0, end), lenient=lenient or bool(prefix)) if prefix is not None else []
            )
            if not people:
                break
            people[0].role, people[0].staff = role_name(prefix or "") or None, self._words.role(prefix or "") == "staff"
            found += people
            at = self._brackets(words, end, people[-1])
            if at < len(words) and not self._may_go_on(words[at][0]):
                break
        if found and at < len(words):
            found[-1].notes.append(self._slice(words[at].start(), piece.end))
        return found

    def _may_go_on(self, word: str) -> bool:
        """Whether a word behind a name can begin the next person: a name or a role."""
        return self._words.is_part(word) or self._words.role(word) is not None

    def _brackets(self, words: Sequence[re.Match[str]], at: int, person: Person) -> int:
        """Give brackets, and a role glued on, from word `at` on to `person`; the index of the word after them."""
        while at < len(words) and (words[at][0][0] == "\x00" or (at and words[at].start() == words[at - 1].end())):
            person.notes.append(self._slice(*words[at].span()))
            at += 1
        return at

    def _name_at(self, words: Sequence[re.Match[str]], at: int) -> tuple[int | None, int]:
        """First and past-the-last word of the name that begins at or after word `at`."""
        begin = next((i for i in range(at, len(words)) if self._words.is_part(words[i][0])), None)
        if begin is None:
            return None, at
        end = begin + 1
        while end < len(words) and (self._words.is_part(words[end][0]) or self._is_inner(words, end)):
            end += 1
        if end < len(words) and self._is_title(words, end):
            return self._name_at(words, end + 1)
        if end < len(words) and end - begin > 2 and is_owner(words[end][0]):  # noqa: PLR2004  first and last name stay
            end -= 1
        return begin, end

    def _is_inner(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether word `at` is a particle with more of the name behind it ("von Bülow", "de la Cour")."""
        behind = [word[0] for word in words[at + 1 : at + 3]]
        named = bool(behind) and (
            self._words.is_part(behind[0]) or (self._words.is_particle(behind[0]) and self._words.is_part(behind[-1]))
        )
        return named and self._words.is_particle(words[at][0])

    def _is_title(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether word `at` is a title in lower case before a name ("Fælles tillidsrepræsentant Bo Dam")."""
        follows = at + 1 < len(words) and self._words.is_part(words[at + 1][0])
        return follows and words[at][0].islower() and self._words.role(words[at][0]) is not None

    def _prefix(self, words: Sequence[re.Match[str]]) -> str | None:
        """The role before a name: "" if there is nothing, None if what stands there is no role."""
        said = [w[0] for w in words if w[0][0] != "\x00" and self._words.role(w[0]) != "honorific"]
        whole = flat(" ".join(said))
        if not said or self._words.role(whole) or self._words.role(said[-1]):
            return whole
        return None

    def _named(self, words: Sequence[re.Match[str]], at: tuple[int, int], *, lenient: bool) -> list[Person]:
        """The persons that the run of name words `[at)` is; none if it is none."""
        marked = at[1] < len(words) and words[at[1]][0][0] == "\x00"
        people: list[Person] = []
        for run in self._split(self._from_forename(words[slice(*at)], lenient=lenient)):
            if not self._is_name(run, lenient=lenient, marked=marked):
                break
            party = self._party(run)
            start, end = run[0].start(), (run[-2] if party else run[-1]).end()
            end -= len(run[-1][0]) > 2 and run[-1][0].endswith(".")  # noqa: PLR2004  the stop of an initial belongs to it
            people.append(Person(self._slice(start, end), self._offset + start, self._offset + end, notes=party))
        return people

    def _party(self, run: Sequence[re.Match[str]]) -> list[str]:
        """The party's letter that ends a run of name words without brackets ("Anna Holm A"), if one does."""
        last = run[-1][0]
        return [last] if len(run) > 2 and len(last) == 1 and self._words.is_party(last) else []  # noqa: PLR2004

    def _from_forename(self, run: Sequence[re.Match[str]], *, lenient: bool) -> Sequence[re.Match[str]]:
        """Where only a first name makes a name, the run from that on ("… og Handicap Anna Holm")."""
        known = (i for i, word in enumerate(run[:-1]) if self._words.is_forename(word[0]))
        return run if lenient else run[next(known, 0) :]

    def _is_name(self, run: Sequence[re.Match[str]], *, lenient: bool, marked: bool) -> bool:
        """Whether a run of name words is a person: by a first name, or by form where that suffices."""
        known = self._words.is_forename(run[0][0])
        if len(run) == 1:
            return known or self._singles or (marked and lenient)
        return known or (lenient and not self._is_shouted(run))

    def _is_shouted(self, run: Sequence[re.Match[str]]) -> bool:
        """Whether a run begins with an abbreviation in capitals ("DGI Østjylland") and is not all capitals."""
        return bool(SHOUTED.match(run[0][0])) and not all(SHOUTED.match(w[0]) for w in run) and not self._singles

    def _split(self, words: Sequence[re.Match[str]]) -> Iterator[Sequence[re.Match[str]]]:
        """Cut a run of name words where a known first name follows a complete name."""
        begin = 0
        for i in range(2, len(words) - 1):
            last = words[i - 1][0]
            fresh = self._words.is_forename(words[i][0]) and not self._words.is_forename(last)
            if fresh and i - begin > 1 and not self._words.is_particle(last) and len(last.strip(".")) > 1:
                yield words[begin:i]
                begin = i
        yield words[begin:]


def role_name(words: str) -> str:
    """A role as it is given: one word in lower case, more as written."""
    words = flat(words).strip(" .:")
    return words.casefold() if " " not in words or words[0].isdigit() else words


def _mask(text: str, start: int, end: int) -> str:
    """`[start, end)` with brackets as NUL and inner line ends (and the indent after them) as SOH."""
    line = re.sub(r"[ \t]*\n\s*(?=\S)", lambda m: "\x01" * len(m[0]), text[start:end])
    for _ in range(2):  # brackets stand in brackets at most once: "(stedfortræder: Bo Dam (V))"
        line = BRACKET.sub(lambda m: "\x00" * len(m[0]), line)
    return line
