"""The labels of a meeting's head and the stretch of text that each of them governs.

A label stands at a line's start with a colon, a gap, a line end or a capital behind it
("Mødested: …", "Mødested B1.01", "MødestedRådssalen"), or inside a line with a colon; in text that
was extracted as one line per page also without one. Headings of the contents list switch labels off
until a label stands on a line of its own again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.interpret.plain import Line, Plain
    from referat_parse.lexicon import Lexicon, Table

PEOPLE = frozenset({"members", "absent", "guests", "substitutes"})
FACTS = frozenset({"date", "start", "end", "place", "body", "authority"})
_FIELDS = (*sorted(FACTS), *sorted(PEOPLE), "chair", "remarks", "other", "toc")
_LONG_LINE = 160
_DECOR = r"[\s•·▪●■◦\uf0b7#>\-–—*]*"
_AT_START = re.compile(_DECOR + r"(?:\d{1,4} +(?=[A-ZÆØÅ]{2,}|[A-ZÆØÅ]\w+ [A-ZÆØÅ]))?")
_COLON = re.compile(r"\s{0,3}(?:/[a-z]+)?\s?:[:*_ \t]*")
_GAP = re.compile(r"[ \t]*(?:\t| {2,})[ \t]*")
_AFTER = re.compile(r"[ \t]*(?=[A-ZÆØÅ0-9§(-])")
_ASKS_COLON = {"bestyrelsen", "medlem", "deltog", "dag", "fra", "til", "deltagende"}
_ENDS_NAMES = {"udvalg", "råd", "nævn", "møde", "mødet", "organ"}
_SURE_CONTENTS = {"Indholdsfortegnelse", "INDHOLDSFORTEGNELSE", "Sagsoversigt", "SAGSOVERSIGT", "Indholdsliste", "INDHOLDSLISTE", "Dagsordenspunkter"}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NAMES = re.compile(r"(?:[A-ZÆØÅ][\w.'’-]+ ){1,4}(?:\([A-ZÆØÅ]{1,3}\)|[A-ZÆØÅ][\w'’-]+(?:,|\.$|\. [A-ZÆØÅI]| og [A-ZÆØÅ]| \([A-ZÆØÅ]{1,3}\)))")
_CHAIR = re.compile(r"(?i)(?:næst)?formand")
_ROOM = re.compile(r"(?i)(?:møde)?lokale|hvor|afholdt|lokation|location|mødeafholdelse")
_CAPITAL = re.compile(r"(?<![\w/-])[A-ZÆØÅ]")
_UNKNOWN = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ/.,()–& -]{2,60}:(?=\s|$|[A-ZÆØÅ])")
_DOTS = re.compile(r"(?:\.[ .]*){5,}\s*\w*|…|\]\(#|\s\d{1,4}$|^\d{1,3}[.:)]?\s")


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
            labels = list(self._of_line(plain.text, line, contents=contents))
            if labels and _is_title(plain.text, labels[0], line):
                labels = []
            listed, contents = contents, (labels[-1].field == "toc") if labels else contents
            found += labels
            if line.text and not (listed and contents):
                free.append((line.start, labels[0].start if labels else line.end))
        found = _without_leaders(plain.text, found)
        closed = [_until(label, found[i + 1].start if i + 1 < len(found) else len(plain.text)) for i, label in enumerate(found)]
        return Marked(tuple(closed), tuple(f for f in free if f[0] < f[1]))

    def is_clutter(self, line: str) -> bool:
        """Whether a line is of the web page around the minutes."""
        return any(e.regex.fullmatch(line) for e in self.table.values("clutter"))

    def is_heading(self, line: str) -> bool:
        """Whether a line is nothing but the document's kind ("Referat", "Åbent referat")."""
        bare = line.strip(" \t:.*#_–-")
        return any(e.pattern and e.regex.fullmatch(bare) for e in self.table.values("heading"))

    def _of_line(self, text: str, line: Line, *, contents: bool) -> Iterator[Label]:
        """The labels of one line; `contents` tells that the contents list is running."""
        if not line.text:
            return
        if contents and _DOTS.search(line.text) and ":" not in line.text[:30]:
            return
        start = _AT_START.match(text, line.start, line.end).end()  # type: ignore[union-attr]  # may be empty
        if self._only_labels(line.text):
            yield from self._heads(text, start, line)
            return
        at = line.start
        allowed = not contents
        for match in self._candidates(text, start, line.end):
            if match.start() < at:
                continue
            label = self._label(text, line, match, first=match.start() == start)
            if label is None or (contents and not allowed and not _reopens(label, line)):
                continue
            yield label
            allowed = True
            at = label.value
            if label.field == "toc":
                return

    def _candidates(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
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

    def _label(self, text: str, line: Line, match: re.Match[str], *, first: bool) -> Label | None:
        """The label that `match` is, if its surroundings bear it out."""
        name = self._field(match[0])
        end = match.end()
        colon = _COLON.match(text, end, line.end + 1)
        if colon and colon.end() > end and (first or _may_begin(text, match, name)):
            return Label(name, match.start(), min(colon.end(), line.end), line.end, colon=True, inline=not first)
        if not first:
            return self._inline(text, line, match, name)
        if (end == line.end and name != "other" and match[0].casefold() not in _ASKS_COLON) or (name == "toc" and match[0] in _SURE_CONTENTS and line.end - line.start > _LONG_LINE):
            return Label(name, match.start(), end, line.end)
        if match[0].casefold() in _ASKS_COLON:
            return None
        after = _GAP.match(text, end, line.end) or (_AFTER.match(text, end, line.end) if name not in {"toc", "other", "chair", "authority"} else None)
        if name == "place" and _ROOM.fullmatch(match[0]) and after and "\t" not in after[0] and "  " not in after[0]:
            return None
        if after is None or not _fits_bare(name, text[after.end() : line.end], glued=after.end() == end):
            return None
        return Label(name, match.start(), after.end(), line.end)

    def _inline(self, text: str, line: Line, match: re.Match[str], name: str) -> Label | None:
        """A label without colon inside a line: only in a page that became one line, or among labels only."""
        if not text[match.start()].isupper() or text[match.start() - 1] not in " \t" or name in {"other", "authority", "body", "chair"}:
            return None
        if line.end - line.start < _LONG_LINE:
            return None
        after = re.compile(r"\s+(?=[A-ZÆØÅ0-9(])|\s*$").match(text, match.end(), line.end)
        if after is None or (name == "toc" and match[0] not in _SURE_CONTENTS):
            return None
        if (name == "place" and _ROOM.fullmatch(match[0])) or (name == "end" and match[0][:4].casefold() != "slut"):
            return None
        if name == "start" and match[0] in {"Fra", "Start", "Kl", "Kl."}:
            return None
        return Label(name, match.start(), after.end(), line.end, inline=True)

    def _only_labels(self, line: str) -> bool:
        """Whether a line is two labels or more and nothing else (the head of a table)."""
        if len(line) > _LONG_LINE or ":" in line:
            return False
        rest, count = self._any.subn("", line)
        return count > 1 and not rest.strip(" \t/,")

    def _heads(self, text: str, start: int, line: Line) -> Iterator[Label]:
        for match in self._candidates(text, start, line.end):
            gap = re.compile(r"\s*").match(text, match.end(), line.end)
            yield Label(self._field(match[0]), match.start(), gap.end() if gap else match.end(), line.end, inline=True)


def _is_title(text: str, label: Label, line: Line) -> bool:
    """Whether the word "Dagsorden" alone heads the document: no year stands before it."""
    return not label.colon and line.text.casefold() == "dagsorden" and not _YEAR.search(text, 0, label.start)


def _without_leaders(text: str, labels: list[Label]) -> list[Label]:
    """The labels without those of a chair among listed people ("Deltagere: / Formand: …"): they are roles there."""
    kept: list[Label] = []
    for label in labels:
        among = label.field == "chair" and kept and kept[-1].field in PEOPLE - {"absent"}
        if not among or not _CHAIR.match(text, label.start):
            kept.append(label)
    return kept


def _until(label: Label, end: int) -> Label:
    return Label(label.field, label.start, label.value, max(end, label.value), label.colon, label.inline)


def _may_begin(text: str, match: re.Match[str], name: str) -> bool:
    """Whether a label with a colon may begin inside a line: capital, and no word runs into it.

    "Udvalg:" and "Kommune:" also end names, so they ask for a gap before them.
    """
    before = text[max(match.start() - 2, 0) : match.start()]
    gap = before.isspace() or before.endswith(("\t", ".", ",", ";"))
    return text[match.start()].isupper() and (gap if name in {"authority", "chair"} or match[0].casefold() in _ENDS_NAMES else before[-1:] in " \t.)>,;•/\n")


def _reopens(label: Label, line: Line) -> bool:
    """Whether a label ends a contents list: it names a fact or people and stands at a line's start."""
    value = line.text[max(label.value - line.start, 0) :]
    names = label.field in PEOPLE and bool(_NAMES.match(value))
    sure = label.colon or label.value >= line.end or names
    return sure and not label.inline and label.field in (PEOPLE | FACTS | {"remarks"}) - {"body"}


def _fits_bare(name: str, value: str, *, glued: bool) -> bool:
    """Whether `value` may follow a label of field `name` that has no colon."""
    value = value.strip()
    if name in {"date", "start", "end"}:
        return bool(re.match(r"(?i)(?:(?:man|tirs|ons|tors|fre|lør|søn)dag|den|d\.|kl|\d)", value))
    return not glued or value[:1].isupper() or value[:1].isdigit()


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
