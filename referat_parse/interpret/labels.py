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
_FIELDS = ("date", "start", "end", "place", "body", "authority", "members", "absent", "substitutes", "guests")
_MORE = ("chair", "remarks", "other", "toc")
_LONG_LINE = 160
_DECOR = r"[\s•·▪●■◦\uf0b7#>\-–—*]*"
_AT_START = re.compile(_DECOR + r"(?:\d{1,4} +(?=[A-ZÆØÅ]{2,}|[A-ZÆØÅ]\w+ [A-ZÆØÅ]))?")
_COLON = re.compile(r"\s{0,3}(?:/[a-z]+)?\s?:[:*_ \t]*")
_GAP = re.compile(r"[ \t]*(?:\t| {2,})[ \t]*")
_AFTER = re.compile(r"[ \t]*(?=[A-ZÆØÅ0-9§(-])")
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
        self._any, self._fields = _pattern(self.table)

    def find(self, plain: Plain) -> Marked:
        """All labels of `plain` with what they govern, and the text that none governs."""
        found: list[Label] = []
        free: list[tuple[int, int]] = []
        contents = False
        for line in plain.lines():
            labels = list(self._of_line(plain.text, line, contents=contents))
            contents = (labels[-1].field == "toc") if labels else contents
            found += labels
            if not contents and line.text:
                free.append((line.start, labels[0].start if labels else line.end))
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
        at = line.start
        allowed = not contents
        for match in self._any.finditer(text, line.start, line.end):
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

    def _label(self, text: str, line: Line, match: re.Match[str], *, first: bool) -> Label | None:
        """The label that `match` is, if its surroundings bear it out."""
        name = self._fields[match.lastgroup or ""]
        end = match.end()
        colon = _COLON.match(text, end, line.end + 1)
        if colon and colon.end() > end and (first or _may_begin(text, match)):
            return Label(name, match.start(), min(colon.end(), line.end), line.end, colon=True, inline=not first)
        if not first:
            return self._inline(text, line, match, name)
        if end == line.end:
            return Label(name, match.start(), end, line.end)
        after = _GAP.match(text, end, line.end) or (_AFTER.match(text, end, line.end) if name not in {"toc", "other", "chair"} else None)
        if after is None or not _fits_bare(name, text[after.end() : line.end], glued=after.end() == end):
            return None
        return Label(name, match.start(), after.end(), line.end)

    def _inline(self, text: str, line: Line, match: re.Match[str], name: str) -> Label | None:
        """A label without colon inside a line: only in a page that became one line, or among labels only."""
        if not text[match.start()].isupper() or text[match.start() - 1] not in " \t" or name == "other":
            return None
        if line.end - line.start < _LONG_LINE and not self._only_labels(line.text):
            return None
        after = re.compile(r"\s+(?=[A-ZÆØÅ0-9(])|\s*$").match(text, match.end(), line.end)
        if after is None or (name == "toc" and match[0] not in {"Indholdsfortegnelse", "Sagsoversigt", "Indholdsliste"}):
            return None
        if name == "start" and match[0] in {"Fra", "Start", "Kl", "Kl."}:
            return None
        return Label(name, match.start(), after.end(), line.end, inline=True)

    def _only_labels(self, line: str) -> bool:
        return not self._any.sub("", line).strip(" \t:/,")


def _until(label: Label, end: int) -> Label:
    return Label(label.field, label.start, label.value, max(end, label.value), label.colon, label.inline)


def _may_begin(text: str, match: re.Match[str]) -> bool:
    """Whether a label with a colon may begin inside a line: capital, and no word runs into it."""
    return text[match.start()].isupper() and (match.start() == 0 or text[match.start() - 1] in " \t.)>,;•/\n")


def _reopens(label: Label, line: Line) -> bool:
    """Whether a label ends a contents list: it names a fact or people and stands at a line's start."""
    alone = label.value >= line.end
    return not label.inline and label.field in PEOPLE | FACTS | {"remarks"} and (label.colon or alone) and label.field != "body"


def _fits_bare(name: str, value: str, *, glued: bool) -> bool:
    """Whether `value` may follow a label of field `name` that has no colon."""
    value = value.strip()
    if name in {"date", "start", "end"}:
        return bool(re.match(r"(?i)(?:(?:man|tirs|ons|tors|fre|lør|søn)dag|den|d\.|kl|\d)", value))
    return not glued or value[:1].isupper() or value[:1].isdigit()


@cache
def _pattern(table: Table) -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all labels, longest words first, and the field of each of its groups."""
    fields: dict[str, str] = {}
    parts: list[tuple[int, str]] = []
    for name in (*_FIELDS, *_MORE):
        for entry in table.values(name):
            for form in (*map(_flexible, entry.words), *([f"(?:{entry.pattern})"] if entry.pattern else [])):
                group = f"g{len(parts)}"
                fields[group] = name
                parts.append((len(form), f"(?P<{group}>(?i:{form}))"))
    joined = "|".join(part for _, part in sorted(parts, key=lambda p: -p[0]))
    return re.compile(rf"(?<![\w/-])(?:{joined})(?![a-zæøå]|-[a-zæøå]| ?[-/] ?og )"), fields


def _flexible(words: str) -> str:
    """A phrase as a pattern that lets blanks vary."""
    return r"[ \t]{1,3}".join(re.escape(word) for word in words.split())
