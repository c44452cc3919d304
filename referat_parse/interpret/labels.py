"""The labels of a meeting's head and the stretch of text that each of them governs.

A label stands at a line's start with a colon, a gap, a line end or a capital behind it
("Mødested: …", "Mødested B1.01", "MødestedRådssalen"), or inside a line with a colon; in text that
was extracted as one line per page also without one. Headings of the contents list switch labels off
until a label stands on a line of its own again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.interpret.plain import Line, Plain
    from referat_parse.lexicon import Lexicon, Table

PEOPLE = frozenset(("members", "absent", "guests", "substitutes"))
"""Fields whose values are lists of persons."""

FACTS = frozenset(("date", "start", "end", "place", "body", "authority"))
"""Fields whose value is one fact."""

_TIMES = frozenset(("date", "start", "end"))
_FIELDS = (*sorted(FACTS), *sorted(PEOPLE), "group", "chair", "remarks", "other", "toc")
_LONG_LINE = 160
_AT_START = re.compile(r"[\s•·▪●■◦\uf0b7#>\-–—*]*(?:\d{1,4} +(?=[A-ZÆØÅ]{2,}|[A-ZÆØÅ]\w+ [A-ZÆØÅ]))?")
_COLON = re.compile(r"\s{0,3}(?:/[a-z]+|\.{3,})?\s?:[:*_ \t]*")
_GAP = re.compile(r"[ \t]*(?:\t| {2,})[ \t]*")
_FIRST_COLON = re.compile(r"[^:]{3,40}:(?:\t| {3,})[^:]+")
_CAPITAL_BEHIND = re.compile(r"[ \t]*(?=[A-ZÆØÅ0-9§(-])")
_INLINE_BEHIND = re.compile(r"\s+(?=[A-ZÆØÅ0-9(])|\s*$")
_BLANKS = re.compile(r"\s*")
_DOTS = re.compile(r"(?:\.[ .]*){5,}\s*\w*|…|\]\(#|\s\d{1,4}$|^\d{1,3}[.:)]?\s")
_WHEN = re.compile(r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag|den|d\.|kl|\d)", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:[A-ZÆØÅ][\w.'’-]+ ){1,4}(?:\([A-ZÆØÅ]{1,3}\)"
    r"|[A-ZÆØÅ][\w'’-]+(?:,|\.$|\. [A-ZÆØÅI]| og [A-ZÆØÅ]| \([A-ZÆØÅ]{1,3}\)))"
)
_ROOM = re.compile(r"(?:møde)?lokale|hvor|afholdt|lokation|location|mødeafholdelse", re.IGNORECASE)
_HOUR = re.compile(r"kl\b", re.IGNORECASE)
_CHAIR = re.compile(r"(?:næst)?formand", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CAPITAL = re.compile(r"(?<![\w/-])[A-ZÆØÅ]")

_ASKS_COLON = frozenset(("bestyrelsen", "medlem", "deltog", "dag", "fra", "til", "deltagende"))
"""Words that are labels only with a colon."""

_ENDS_NAMES = frozenset(("udvalg", "råd", "nævn", "møde", "mødet", "organ"))
"""Words that also end names of bodies: inside a line they ask for a gap before them."""

_SURE_CONTENTS = frozenset(("indholdsfortegnelse", "sagsoversigt", "indholdsliste", "dagsordenspunkter"))
_WEAK_START = frozenset(("fra", "start", "kl", "kl."))
_NEVER_BARE = frozenset(("toc", "other", "chair", "group", "authority"))
_NEVER_INLINE = frozenset(("other", "authority", "body", "chair", "group"))


@dataclass(frozen=True, slots=True)
class Label:
    """A label at `[start, value)` of the text: the field it names, where its value begins and ends."""

    field: str
    start: int
    value: int
    end: int
    colon: bool = False
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its labels; `free` are the lines (or beginnings of lines) that no label governs."""

    labels: tuple[Label, ...]
    free: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A phrase of the table at `[start, end)` of `text`; `first`: at its line's start."""

    text: str
    line: Line
    field: str
    start: int
    end: int
    first: bool

    @property
    def word(self) -> str:
        """The phrase, case aside."""
        return self.text[self.start : self.end].casefold()

    def label(self, value: int, *, colon: bool = False) -> Label:
        """The label that this is, its value beginning at `value`."""
        return Label(self.field, self.start, min(value, self.line.end), self.line.end, colon, not self.first)


class LabelFinder:
    """Finds labels with the help of the lexicon's table."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the table `labels` of `lexicon`."""
        self.table: Table = lexicon.table("labels")
        self._any = _pattern(self.table)

    def find(self, plain: Plain) -> Marked:
        """All labels of `plain` with what they govern, and the text that none governs."""
        found: list[Label] = []
        free: list[tuple[int, int]] = []
        contents = False
        for line in plain.lines():
            labels = list(self._of_line(plain.text, line, contents=contents)) if line.text else []
            if labels and _is_title(plain.text, labels[0], line):
                labels = []
            listed, contents = contents, labels[-1].field == "toc" if labels else contents
            found += labels
            if line.text and not (listed and contents):
                free.append((line.start, labels[0].start if labels else line.end))
        found = _without_hours(plain.text, _without_leaders(plain.text, found))
        ends = [*(label.start for label in found[1:]), len(plain.text)]
        closed = [replace(label, end=max(end, label.value)) for label, end in zip(found, ends, strict=False)]
        return Marked(tuple(closed), tuple(f for f in free if f[0] < f[1]))

    def is_clutter(self, line: str) -> bool:
        """Whether a line is of the web page around the minutes."""
        return any(e.regex.fullmatch(line) for e in self.table.values("clutter"))

    def is_label(self, line: str) -> bool:
        """Whether a line begins with a label."""
        return self._any.match(line.lstrip(" \t•*-")) is not None

    def is_heading(self, line: str) -> bool:
        """Whether a line is nothing but the document's kind ("Referat", "Åbent referat")."""
        bare = line.strip(" \t:.*#_–-")
        return any(e.pattern and e.regex.fullmatch(bare) for e in self.table.values("heading"))

    def _of_line(self, text: str, line: Line, *, contents: bool) -> Iterator[Label]:
        """The labels of one line; `contents` tells that the contents list is running."""
        if contents and _DOTS.search(line.text) and ":" not in line.text[:30]:
            return
        start = _AT_START.match(text, line.start, line.end).end()  # type: ignore[union-attr]  # it may be empty
        heads = self._is_table_head(text[start : line.end])
        at = line.start
        for match in self._matches(text, start, line.end):
            field = self._field(match[0])
            found = _Candidate(text, line, field, match.start(), match.end(), first=match.start() == start)
            label = _head(found) if heads else _read(found)
            if found.start < at or label is None or (contents and at == line.start and not _reopens(label, line)):
                continue
            yield label
            at = label.value
            if label.field == "toc":
                return

    def _matches(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """Words of the table at a line's start `start` and, with a capital, further on."""
        at = start
        while True:
            match = self._any.match(text, at, end)
            if match:
                yield match
            capital = _CAPITAL.search(text, max(match.end() if match else at, at + 1), end)
            if capital is None:
                return
            at = capital.start()

    def _field(self, words: str) -> str:
        """The field that a label's words name."""
        value = self.table.word(words)
        if value is not None:
            return value
        return next((e.value for e in self.table.patterned if e.value in _FIELDS and e.regex.fullmatch(words)), "other")

    def _is_table_head(self, line: str) -> bool:
        """Whether a line is two labels or more and nothing else ("Udvalg Dato Type Hent")."""
        colons = ":" in line and not _FIRST_COLON.fullmatch(line)
        if len(line) > _LONG_LINE or colons or not self._any.match(line):
            return False
        words = [match[0] for match in self._any.finditer(line)]
        rest = self._any.sub("", line).strip(" \t/,:")
        headed = len(words) > 1 and all(w[0].isupper() and w.casefold() not in _ASKS_COLON for w in words)
        return headed and not rest


def _read(found: _Candidate) -> Label | None:
    """The label that a phrase is, if its surroundings bear it out."""
    colon = _COLON.match(found.text, found.end, found.line.end + 1)
    if colon and (found.first or _may_begin(found)):
        return found.label(colon.end(), colon=True)
    return _bare(found) if found.first else _inline(found)


def _head(found: _Candidate) -> Label:
    """A label in the head of a table."""
    gap = _COLON.match(found.text, found.end, found.line.end) or _BLANKS.match(found.text, found.end, found.line.end)
    return replace(found.label(gap.end() if gap else found.end), inline=True)


def _bare(found: _Candidate) -> Label | None:
    """A label without colon at a line's start: alone, before a gap, or before a value that fits."""
    contents = found.field == "toc" and found.word in _SURE_CONTENTS and found.line.end - found.line.start > _LONG_LINE
    if contents:
        return found.label(found.end)
    if found.word in _ASKS_COLON:
        return None
    if found.end == found.line.end:
        return found.label(found.end) if found.field != "other" else None
    gap = _GAP.match(found.text, found.end, found.line.end)
    if gap is None and (found.field in _NEVER_BARE or _is_room(found)):
        return None
    behind = gap or _CAPITAL_BEHIND.match(found.text, found.end, found.line.end)
    if behind is None or not _fits(found, behind.end()):
        return None
    return found.label(behind.end())


def _is_room(found: _Candidate) -> bool:
    """Whether "Mødelokale" and the like is the beginning of the place itself ("Mødelokale Nord")."""
    glued = found.text[found.end : found.end + 1].isupper()
    return found.field == "place" and not glued and bool(_ROOM.fullmatch(found.word))


def _inline(found: _Candidate) -> Label | None:
    """A label without colon inside a line: only in a page that became one line."""
    text, start = found.text, found.start
    if found.line.end - found.line.start < _LONG_LINE or found.field in _NEVER_INLINE:
        return None
    weak = {
        "toc": found.word not in _SURE_CONTENTS,
        "place": bool(_ROOM.fullmatch(found.word)),
        "end": not found.word.startswith("slut"),
        "start": found.word in _WEAK_START,
    }
    behind = _INLINE_BEHIND.match(text, found.end, found.line.end)
    if behind is None or weak.get(found.field) or not text[start].isupper() or text[start - 1] not in " \t":
        return None
    return found.label(behind.end())


def _may_begin(found: _Candidate) -> bool:
    """Whether a label with a colon may begin inside a line: capital, and no word runs into it."""
    before = found.text[max(found.start - 2, 0) : found.start]
    if not found.text[found.start].isupper():
        return False
    if found.field in {"authority", "chair"} or found.word in _ENDS_NAMES:
        return before.isspace() or before.endswith(("\t", ".", ",", ";"))
    return before[-1:] in " \t.)>,;•/\n"


def _fits(found: _Candidate, value: int) -> bool:
    """Whether what begins at `value` may follow a label that has no colon."""
    text = found.text[value : found.line.end].strip()
    if found.field in _TIMES:
        return bool(_WHEN.match(text))
    return value > found.end or text[:1].isupper() or text[:1].isdigit()


def _reopens(label: Label, line: Line) -> bool:
    """Whether a label ends a contents list: it names a fact or people and stands at a line's start."""
    names = label.field in PEOPLE and bool(_NAMES.match(line.text[max(label.value - line.start, 0) :]))
    sure = label.colon or label.value >= line.end or names
    fields = PEOPLE | FACTS | {"remarks"}
    return sure and not label.inline and label.field in (fields if label.colon else fields - {"body"})


def _is_title(text: str, label: Label, line: Line) -> bool:
    """Whether the word "Dagsorden" alone heads the document: no year stands before it."""
    alone = line.text.strip(" •*-#").casefold() == "dagsorden"
    return alone and not label.colon and not _YEAR.search(text, 0, label.start)


def _without_leaders(text: str, labels: list[Label]) -> list[Label]:
    """The labels without those of a chair or a group among listed people ("Deltagere: / Formand: …").

    They are roles and headings there; where no list is open, a group ("Forældrevalgte:") begins one.
    """
    kept: list[Label] = []
    for label in labels:
        above = kept[-1].field if kept else ""
        chair = label.field == "chair" and above in PEOPLE - {"absent"} and _CHAIR.match(text, label.start)
        if not chair and not (label.field == "group" and above in PEOPLE):
            kept.append(replace(label, field="members") if label.field == "group" else label)
    return kept


def _without_hours(text: str, labels: list[Label]) -> list[Label]:
    """The labels without a "Kl." that only begins the value of the one above ("Sluttidspunkt / Kl. 19:40")."""
    kept: list[Label] = []
    for label in labels:
        above = kept[-1] if kept and kept[-1].field in _TIMES else None
        if not (above and _HOUR.match(text, label.start) and not text[above.value : label.start].strip()):
            kept.append(label)
    return kept


@cache
def _pattern(table: Table) -> re.Pattern[str]:
    """One pattern for all labels, longest words first."""
    entries = [entry for name in _FIELDS for entry in table.values(name)]
    forms = [_flexible(word) for entry in entries for word in entry.words]
    forms += [f"(?:{entry.pattern})" for entry in entries if entry.pattern]
    joined = "|".join(sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?<![\w/-])(?i:{joined})(?![a-zæøå]|-[a-zæøå]| ?[-/] ?og )")


def _flexible(words: str) -> str:
    """A phrase as a pattern that lets blanks vary."""
    return r"[ \t]{1,3}".join(re.escape(word) for word in words.split())
