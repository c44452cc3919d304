"""Persons in lists as Danish minutes write them.

The forms: "Anna Holm (V), formand", "Formand Anna Holm", "Anna Holm, A", "1. viceborgmester Bo Dam (A) - Deltog",
names by comma, by line, in columns or run together. A list is read line by line, a line piece by
piece; a piece without a person tells something about the person before it. Offsets are those of the
text that was read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from referat_parse.text import flat, key
import itertools

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.lexicon import Lexicon, Table

_UPPER = "A-ZÀ-ÖØ-ÞĆČĎĐĞĢİĶĻŁŃŅÑŇŐŒŘŚŞŠŢŤŪŰŻŽ"
_TOKEN = re.compile(
    rf"[{_UPPER}]\.(?:-?[{_UPPER}]\.)*|(?:Chr|Th|Fr|Joh|Aa|Kr|Sv|Vald|Jr|Sr)\.|[{_UPPER}](?:[^\W\d_]|['’´`-])*"
)
_PARTICLES = frozenset(["af", "von", "van", "de", "den", "der", "del", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "ten", "zu", "zur", "und", "y"])
_STOP = re.compile(
    r"(?:[\w-]*(?:udvalg(?:et)?|\w{3,}råd(?:et)?|rådet|nævn(?:et)?|bestyrelse(?:n)?|repræsentation(?:en)?|kommission(?:en)?|magistrat(?:en)?"
    r"|kommune(?:n|s)?|forvaltning(?:en)?|administration(?:en)?|afdeling(?:en)?|forening(?:en)?|skole(?:n|r)?|center|cent(?:e)?ret"
    r"|organisation(?:en)?|forbund(?:et)?|klub(?:ben)?|selskab(?:et)?|værket|vandværk|varmeværk|sekretariat(?:et)?|direktion(?:en)?"
    r"|gruppe(?:n|r)?|parti(?:et|erne)?|liste(?:n)?|gymnasi(?:et|um)|provsti(?:et)?|region(?:en)?|forum(?:met)?|museum|museet"
    r"|bibliotek(?:et)?|salen|(?:byråds|møde|fest)sal|lokale(?:r|t|rne)?|rådhus(?:et)?|huset|hallen|kantine(?:n)?|medlem(?:mer)?|referat(?:et)?|protokol"
    r"|dagsorden(?:en)?|møde(?:t|r)?|deltager(?:e|ne)?|repræsentant(?:er|en|erne)?|sager?|sagsnr|punkt(?:er|et)?|plan(?:en)?|valgte|ansatte)"
    r"|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november"
    r"|december|side|sidenr|pkt|nr|kl|dato|tid|sted|navn|navne|titel|adresse|status|ingen|intet|afbud|fraværende|fravær|forfald|orlov|fra|til|for|med|uden|ved|om"
    r"|fold|vis|skjul|der|det|de|den|dette|denne|disse|i|på|og|samt|alle|begge|hele|åben|åbne|åbent|lukket|lukkede|godkendelse|godkendt|herefter|desuden"
    r"|derudover|endvidere|herudover|øvrige|andre|stede|tilstede|deltog|ikke|mødte|mødt|var|er|blev|har|havde|vi|han|hun|en|et|at|som|efter"
    r"|formanden|borgmesteren|medarbejder|medarbejdere|borgere|borgerne|spørgetid|bemærkninger|meddelelser|eventuelt|orientering|indhold"
    r"|beslutning|bilag|resume|ja|nej|obs|nb|tlf|telefon|mail|www|dk|print|udskriv|søg|menu|digitalt|virtuelt|teams|skype|online|stemmer?|ikon|politik)"
)
_SEPARATOR = re.compile(
    r"(?P<comma>[,;])|(?P<and>\s(?:og|samt|&|\+)\s)|(?P<gap>\t+ *| {2,}\t*)|(?P<bullet>[•·▪●■◦\uf0b7]|(?<=\s)[a-z]\)(?=\s))"
    r"|(?P<dash>(?<=[\x00 ])[-–—](?=\s|\w)|(?<=\w)[-–—](?=\s))|(?P<colon>:(?!\d))|(?P<slash>\s/\s|(?<=[a-zæøå])/(?=[A-ZÆØÅ]))|(?P<stop>(?<=[a-zæøåé\x00])(?<!\bsupp)(?<!\bsuppl)(?<!\bpkt)(?<!\bkl)(?<!\bnr)(?<!\bfg)(?<!\bChr)(?<!\bTh)(?<!\bFr)(?<!\bJoh)(?<!\bKr)(?<!\bSv)(?<!\bAa)\.(?=[\s\x01]|$))"
)
_OF_ROLE = re.compile(r"(?:for|i|af|fra|på|ved|og)\s")
_LONGEST_ROLE = 80
_GLUED = r"(?:Formand|Næstformand|Borgmester|Viceborgmester|Stedfortræder|Suppleant)\b"
_WORD = re.compile(rf"\x00+|[^\s\x00\x01]+?(?<=[a-zæøå])(?={_GLUED})|[^\s\x00\x01]+")
_BRACKET = re.compile(r"[(\[][^()\[\]]{0,160}[)\]]")
_LEADING = re.compile(r"\s*(?:[-–—•·▪●■◦\uf0b7>]|\d{1,2}[.)](?=\s)|[a-z]\)(?=\s))?\s*")
_HEADED = re.compile(r"\s*[\w ./-]{3,40}:")
_NAMED = re.compile(rf"(?:[{_UPPER}][\w.'’-]*\s+){{1,4}}(?![\w-]*(?:[Kk]ommune|[Ff]orening|[Uu]dvalg))[{_UPPER}][\w.'’-]*")
_CASED = re.compile(rf"[{_UPPER}]{{2,}}")
_INITIALS = re.compile(rf"[{_UPPER}]{{2,4}}")


@dataclass(slots=True)
class Person:
    """One person of a list: the name at `[start, end)` and what stands with it.

    `notes` are the brackets and pieces behind the name as written, `group` the heading it stands
    under, `party`, `role` and `organisation` what the notes say.
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


class NameReader:
    """Reads lists of persons with the help of the lexicon's roles, parties and first names."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the tables of `lexicon`."""
        self._roles: Table = lexicon.table("roles")
        self._forenames: Table = lexicon.table("forenames")
        self._attendance: Table = lexicon.table("attendance")

    def read(self, text: str) -> list[Person]:
        """The persons of a list, in order."""
        people: list[Person] = []
        group: str | None = None
        logical = _logical_lines(text)
        for line in logical:
            if line[2]:
                group = None
            reading = _LineReading(self, text, line[:2], alone=len(logical) == 1, group=group)
            reading.before = people[-1] if people and not line[2] else None
            people += reading.people()
            group = reading.group
        for person in people:
            self._settle(person)
        return people

    def is_name(self, words: str) -> bool:
        """Whether `words` are, as a whole, one person's name of two parts or more."""
        found = self.read(words)
        return len(found) == 1 and key(found[0].name) == key(words) and len(words.split()) > 1

    def find_first(self, text: str) -> int | None:
        """Where the first name begins that a known first name and another name word make; None if none does."""
        words = list(_WORD.finditer(text))
        for word, following in itertools.pairwise(words):
            near = following.start() - word.end() == 1
            if near and self.is_forename(word[0]) and _TOKEN.match(following[0]) and not _STOP.fullmatch(key(following[0])):
                return word.start()
        return None

    def is_forename(self, word: str) -> bool:
        """Whether `word` is a common first name; of a double name, whether its first part is."""
        return self._forenames.word(word) is not None or (
            "-" in word and self._forenames.word(word.split("-")[0]) is not None
        )

    def role(self, words: str) -> str | None:
        """What kind of role `words` are (member, staff, honorific), None if they are none."""
        kind = self._roles.whole(words)
        return kind if kind in {"member", "staff", "honorific"} else None

    def party(self, words: str) -> bool:
        """Whether `words` are a party's letter or name."""
        return any(key(words) in {key(w) for w in e.words} for e in self._roles.values("party")) or any(
            e.pattern and e.regex.fullmatch(key(words)) for e in self._roles.values("party")
        )

    def _settle(self, person: Person) -> None:
        """Sort a person's notes into party, role and organisation."""
        initials = "".join(part[0] for part in re.findall(r"\w+", person.name)).casefold()
        for note in [n for written in person.notes for n in re.split(r"[,;]|\)\s*\(", written)]:
            words = flat(note).strip(" ()[]*.-–—:")
            if not words or words.casefold() == initials:
                continue
            self._take(person, words)

    def _take(self, person: Person, words: str) -> None:
        first, _, rest = words.partition(" ")
        kind = self.role(words) or (self.role(first) if _OF_ROLE.match(rest) and len(words) < _LONGEST_ROLE else None)
        if self.party(words):
            person.party = person.party or words
        elif kind in {"member", "staff"}:
            person.role = person.role or _role_name(words)
            person.staff = person.staff or kind == "staff"
        elif person.organisation is None and words[0].isupper() and not self._is_state(words) and not _INITIALS.fullmatch(words):
            person.organisation = words


    def _is_state(self, words: str) -> bool:
        """Whether words begin with a state of attendance ("Deltog", "Afbud", "Mødte kl. 18")."""
        return self._attendance.word(words) is not None or self._attendance.word(words.split()[0]) is not None


class _LineReading:
    """One logical line of a list being read."""

    def __init__(
        self, names: NameReader, text: str, line: tuple[int, int], *, alone: bool, group: str | None
    ) -> None:
        self._names = names
        self._text = text
        self._masked = _mask(text, *line)
        self._offset = line[0]
        self.group = group
        self.before: Person | None = None
        self._alone = alone

    def people(self) -> list[Person]:
        """The line's persons; notes on the person of the line before go there."""
        found: list[Person] = []
        role: str | None = None
        for index, piece in enumerate(self._pieces):
            last = found[-1] if found else self.before
            new = self._persons(piece, lenient=self._is_lenient(index, piece))
            if new:
                if role and new[0].role is None:
                    new[0].role, new[0].staff = _role_name(role), self._names.role(role) == "staff"
                for person in new:
                    person.group = self.group
                found += new
                role = None
                continue
            written = self._written(piece)
            if self._heads(index):
                role = written if self._names.role(written) else None
                self.group = self.group if role else written
            elif last is not None and written:
                last.notes.append(written)
        return found

    @cached_property
    def _pieces(self) -> list[_Piece]:
        """The line cut at its separators."""
        pieces: list[_Piece] = []
        at, sep = _LEADING.match(self._masked).end(), "line"  # type: ignore[union-attr]  # it matches the empty string
        for match in _SEPARATOR.finditer(self._masked, at):
            pieces.append(_Piece(sep, at, match.start()))
            at, sep = match.end(), match.lastgroup or ""
        pieces.append(_Piece(sep, at, len(self._masked)))
        return [p for p in pieces if self._masked[p.start : p.end].strip(" \x01\n\t") or p.sep == "colon"]

    def _heads(self, index: int) -> bool:
        """Whether the piece is a heading: a colon follows it and nothing of the line precedes it."""
        piece = self._pieces[index]
        if not self._masked[piece.start : piece.end].strip()[:1].isupper():
            return False
        following = index + 1 < len(self._pieces) and self._pieces[index + 1].sep == "colon"
        return following and self._pieces[index].sep in {"line", "stop", "bullet", "comma"}

    def _is_lenient(self, index: int, piece: _Piece) -> bool:
        """Whether any name of two parts counts here; else a piece must begin with a known first name."""
        if piece.sep in {"line", "bullet", "gap", "stop"} or index == 0:
            return True
        if piece.sep in {"dash", "slash"}:
            return False
        return self._many or self._heads(0) or (piece.sep == "colon" and self._heads(index - 1)) or (self._alone and piece.sep == "and")

    @cached_property
    def _many(self) -> bool:
        """Whether the line is a list by comma: three names or more, or two and nothing else around."""
        count = sum(bool(self._persons(p, lenient=True)) for p in self._pieces if p.sep in {"line", "comma", "and", "colon"})
        return count > 2 or (self._alone and count == 2)  # noqa: PLR2004  two could be a name and what it belongs to

    @cached_property
    def _singles(self) -> bool:
        """Whether the line is a list of first names, or of initials, alone."""
        words = [self._masked[p.start : p.end].strip(" \x01\n\t\x00.") for p in self._pieces]
        single = [w for w in words if w and _TOKEN.fullmatch(w) and not _STOP.fullmatch(w.casefold())]
        known = sum(self._names.is_forename(w) for w in single)
        initials = len(single) > 1 and all(_INITIALS.fullmatch(w) for w in single)
        return len(single) * 2 > len(words) and (known * 2 >= len(single) or initials) and len(words) > 1

    def _written(self, piece: _Piece) -> str:
        start, end = self._offset + piece.start, self._offset + piece.end
        return flat(self._text[start:end]).strip(" .")

    def _persons(self, piece: _Piece, *, lenient: bool) -> list[Person]:
        """The persons of a piece: role, name, brackets, perhaps the next name at once."""
        words = list(_WORD.finditer(self._masked, piece.start, piece.end))
        found: list[Person] = []
        at = 0
        while at < len(words):
            begin, end = self._name_at(words, at)
            if begin is None:
                if found:
                    found[-1].notes.append(flat(self._slice(words[at].start(), piece.end)))
                break
            prefix = self._prefix(words[at:begin])
            if prefix is None:
                break
            people = self._named(words[begin:end], lenient=lenient or bool(prefix), marked=self._is_bracket(words, end))
            if not people:
                break
            people[0].role, people[0].staff = _role_name(prefix) or None, self._names.role(prefix) == "staff"
            found += people
            at = self._brackets(words, end, people[-1])
            if at < len(words) and not self._starts_name(words, at):
                found[-1].notes.append(flat(self._slice(words[at].start(), piece.end)))
                break
        return found

    def _brackets(self, words: Sequence[re.Match[str]], at: int, person: Person) -> int:
        """Give the brackets from word `at` on to `person`; the index of the word after them."""
        while at < len(words) and (words[at][0][0] == "\x00" or (at and words[at].start() == words[at - 1].end())):
            person.notes.append(flat(self._slice(*words[at].span())))
            at += 1
        return at

    def _slice(self, start: int, end: int) -> str:
        return self._text[self._offset + start : self._offset + end]

    @staticmethod
    def _is_bracket(words: Sequence[re.Match[str]], at: int) -> bool:
        return at < len(words) and words[at][0][0] == "\x00"

    def _starts_name(self, words: Sequence[re.Match[str]], at: int) -> bool:
        word = words[at][0]
        return self._is_token(word) or self._names.role(word) is not None

    def _is_token(self, word: str) -> bool:
        """Whether a word can be part of a name."""
        bare = word.strip(".,")
        if not _TOKEN.fullmatch(word) and not _TOKEN.fullmatch(bare):
            return False
        if _STOP.fullmatch(bare.casefold()):
            return False
        return self._names.role(bare) is None or self._names.is_forename(bare)

    def _name_at(self, words: Sequence[re.Match[str]], at: int) -> tuple[int | None, int]:
        """First and past-the-last word of the name that begins at or after word `at`."""
        begin = next((i for i in range(at, len(words)) if self._is_token(words[i][0])), None)
        if begin is None:
            return None, at
        end = begin + 1
        while end < len(words) and (self._is_token(words[end][0]) or self._is_particle(words, end)):
            end += 1
        if end < len(words) and self._is_title(words, end):
            return self._name_at(words, end + 1)
        return begin, end

    def _is_particle(self, words: Sequence[re.Match[str]], at: int) -> bool:
        return words[at][0] in _PARTICLES and at + 1 < len(words) and self._is_token(words[at + 1][0])

    def _is_title(self, words: Sequence[re.Match[str]], at: int) -> bool:
        """Whether word `at` is a title in lower case before a name ("Fælles tillidsrepræsentant Bo Dam")."""
        follows = at + 1 < len(words) and self._is_token(words[at + 1][0])
        return follows and words[at][0].islower() and self._names.role(words[at][0]) is not None

    def _prefix(self, words: Sequence[re.Match[str]]) -> str | None:
        """The role before a name: "" if there is nothing, None if it is no role."""
        said = [w[0] for w in words if w[0][0] != "\x00" and self._names.role(w[0]) != "honorific"]
        if not said:
            return ""
        whole = flat(" ".join(said))
        if self._names.role(whole) or self._names.role(said[-1]):
            return whole
        return None

    def _named(self, words: Sequence[re.Match[str]], *, lenient: bool, marked: bool) -> list[Person]:
        """The persons that a run of name words is; none if it is none."""
        runs = list(self._split(words))
        people: list[Person] = []
        for run in runs:
            first = run[0][0]
            known = self._names.is_forename(first)
            if len(run) == 1 and not (known or marked or self._singles):
                return people
            if not known and (not lenient or self._shouted(run)):
                return people
            start, end = run[0].start(), run[-1].end()
            end -= len(run[-1][0]) > 2 and run[-1][0].endswith(".")  # noqa: PLR2004  the stop of an initial belongs to it
            name = flat(self._slice(start, end))
            people.append(Person(name, self._offset + start, self._offset + end))
        return people

    def _shouted(self, run: Sequence[re.Match[str]]) -> bool:
        """Whether a run begins with an abbreviation in capitals ("DGI Østjylland") and is not all capitals."""
        return bool(_CASED.match(run[0][0])) and not all(_CASED.match(w[0]) for w in run) and not self._singles

    def _split(self, words: Sequence[re.Match[str]]) -> Iterator[Sequence[re.Match[str]]]:
        """Cut a run of name words where a known first name follows a complete name."""
        begin = 0
        for i in range(2, len(words) - 1):
            fresh = self._names.is_forename(words[i][0]) and not self._names.is_forename(words[i - 1][0])
            if fresh and i - begin > 1 and words[i - 1][0] not in _PARTICLES and len(words[i - 1][0].strip(".")) > 1:
                yield words[begin:i]
                begin = i
        yield words[begin:]


def _logical_lines(text: str) -> list[tuple[int, int, bool]]:
    """Lines as `(start, end, after a blank line)`; a line that a comma list runs over is one."""
    lines: list[tuple[int, int, bool]] = []
    at, blank = 0, False
    for raw in text.splitlines(keepends=True):
        if not raw.strip():
            blank = bool(lines)
        elif lines and not blank and _runs_on(text[slice(*lines[-1][:2])], raw):
            lines[-1] = (lines[-1][0], at + len(raw), lines[-1][2])
        else:
            lines.append((at, at + len(raw), blank))
            blank = False
        at += len(raw)
    return lines


def _runs_on(before: str, line: str) -> bool:
    """Whether `line` continues `before`: that ends on a comma or is a list by comma without an end."""
    ended = before.rstrip()
    if ended.endswith((",", " og", " samt", "-")):
        return True
    if line.lstrip()[:1] in "•·▪●■◦-–\uf0b7" or _HEADED.match(line) or ended.endswith((".", ":")):
        return False
    chunks = _BRACKET.sub("", ended).split(",")
    named = sum(bool(_NAMED.fullmatch(chunk.strip())) for chunk in chunks)
    return (len(chunks) > 2 and named > 1) or line.lstrip()[:1] == "("  # noqa: PLR2004  a list has two commas at least


def _mask(text: str, start: int, end: int) -> str:
    """`[start, end)` with brackets as NUL and inner line ends (and the indent after them) as SOH."""
    line = re.sub(r"[ \t]*\n\s*(?=\S)", lambda m: "\x01" * len(m[0]), text[start:end])
    for _ in range(2):  # brackets stand in brackets at most once: "(stedfortræder: Bo Dam (V))"
        line = _BRACKET.sub(lambda m: "\x00" * len(m[0]), line)
    return line


def _role_name(words: str) -> str:
    """A role as it is given: one word in lower case, more as written."""
    words = flat(words).strip(" .:")
    return words.casefold() if " " not in words or words[0].isdigit() else words
