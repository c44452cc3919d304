"""A passage without markup: what the eye sees of HTML, Markdown and pipe tables, with the way back.

Markup is left out or turned into the blank, tab or line end that it stands for; every character
that stays knows its source offset, so nothing found here needs repair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.text import trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.text import Passage, Span

_MARKUP = re.compile(
    r"(?P<gone>[\u00ad\u200b\ufeff\r]|\*\*|__(?!_)|<br\s*/?>(?=[ \t]*\r?\n)|</?[A-Za-z][^<>\n]{0,80}>(?<!<br>)(?<!<br/>)(?<!<br />)|(?<=\w) (?:Ikon|ikon|icon)(?=[ \t\r]*$)|(?<=\S)\*|\*(?=\S))"
    r"|(?P<line><br\s*/?>|\f|\u2028)"
    r"|(?P<bullet>^[ \t]*\*(?=[ \t]))"
    r"|(?P<tab>\|)"
    r"|(?P<blank>[\u00a0\u2007\u202f]|&nbsp;)",
    re.IGNORECASE | re.MULTILINE,
)
_STANDS_FOR = {"gone": "", "line": "\n", "bullet": "•", "tab": "\t", "blank": " "}
_RULE = re.compile(r"^(?=[^\n]*[-=_]{3})[ \t:=_-]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line `[start, end)` of a `Plain`'s text, trimmed; `start` equals `end` if it is blank."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Plain:
    """A passage's visible text and, for each of its characters, the source offset."""

    text: str
    at: list[int] = field(repr=False)

    @classmethod
    def of(cls, passage: Passage) -> Plain:
        """The visible text of `passage`."""
        offsets = [i for a, b in passage.spans for i in range(a, b)]
        shown: list[str] = []
        at: list[int] = []
        done = 0
        for match in _MARKUP.finditer(passage.text):
            stands = _STANDS_FOR[match.lastgroup or "gone"]
            shown += (passage.text[done : match.start()], stands)
            at += offsets[done : match.start()]
            at += offsets[match.start() : match.start() + len(stands)]
            done = match.end()
        shown.append(passage.text[done:])
        at += offsets[done:]
        text = _RULE.sub(lambda rule: " " * len(rule[0]), "".join(shown))
        return cls(text, at)

    def span(self, start: int, end: int) -> Span:
        """The source span of `[start, end)` of the text, white space at its ends left out."""
        start, end = trim(self.text, start, end)
        if start >= end:
            here = self.at[start] if start < len(self.at) else (self.at[-1] + 1 if self.at else 0)
            return here, here
        return self.at[start], self.at[end - 1] + 1

    def lines(self) -> Iterator[Line]:
        """Every line, blank ones included, in order."""
        at = 0
        for raw in self.text.splitlines(keepends=True):
            start, end = trim(self.text, at, at + len(raw))
            yield Line(start, end, self.text[start:end])
            at += len(raw)
