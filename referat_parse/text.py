"""The source text and what points into it.

Offsets are code points of the decoded source, counted once and never repaired: matching looks at
slices or at a line's key, never at a changed text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from referat_parse.problems import Doubt

Span = tuple[int, int]
"""Half-open stretch `[start, end)` of the source, in code points."""

_SPACE = re.compile(r"\s+")
_HYPHENATED = re.compile(
    r"(?<=[a-zæøåéA-ZÆØÅ])-\s*\n\s*(?=[a-zæøåé])|(?<=[A-ZÆØÅ])-\s*\n\s*(?=[A-ZÆØÅ]{2})|(?<=\d-)\s*\n\s*(?=[a-zæøå])"
)
_SOFT_HYPHEN = "\u00ad"


def trim(text: str, start: int, end: int) -> Span:
    """Narrow `[start, end)` of `text` to its first and last non-space characters (may be empty)."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def flat(value: str) -> str:
    """A value as one line: white space to single blanks, soft hyphens out, other text as written."""
    return _SPACE.sub(" ", value.replace(_SOFT_HYPHEN, "")).strip()


def unwrap(value: str) -> str:
    r"""Like `flat`, and words that were divided at a line end are joined ("Borger-\nlisten")."""
    return flat(_HYPHENATED.sub("", value))


def key(value: str) -> str:
    """What matching compares: casefolded, flat, without an ending colon or full stop."""
    return flat(value).casefold().rstrip(" .:").lstrip()


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the source without what lies in it but is not part of it (page furniture).

    `source` is the whole source text; `spans` are the kept stretches, sorted and disjoint, together
    the passage. `text` is their concatenation; `span` maps a stretch of `text` back to the source.
    """

    source: str
    spans: tuple[Span, ...]
    text: str = ""

    @classmethod
    def of(cls, source: str, spans: Iterable[Span]) -> Passage:
        """The passage made of `spans` of `source`."""
        kept = tuple(span for span in spans if span[0] < span[1])
        return cls(source, kept, "".join(source[a:b] for a, b in kept))

    @classmethod
    def whole(cls, source: str, start: int = 0, end: int | None = None) -> Passage:
        """The passage that is one unbroken stretch of `source`."""
        return cls.of(source, [(start, len(source) if end is None else end)])

    def offset(self, position: int) -> int:
        """The source offset of the character at `position` of `text`."""
        for start, end in self.spans:
            if position < end - start:
                return start + position
            position -= end - start
        return self.spans[-1][1] if self.spans else 0

    def span(self, start: int, end: int) -> Span:
        """The source span from the character at `start` of `text` to the one before `end`."""
        return (self.offset(start), self.offset(end - 1) + 1) if end > start else (self.offset(start),) * 2

    def part(self, start: int, end: int) -> Passage:
        """The passage that is `[start, end)` of this passage's `text`."""
        spans: list[Span] = []
        for a, b in self.spans:
            length = b - a
            if start < length and end > 0:
                spans.append((a + max(start, 0), a + min(end, length)))
            start, end = start - length, end - length
        return Passage.of(self.source, spans)

    def trimmed(self) -> Passage:
        """The passage without white space at its ends."""
        return self.part(*trim(self.text, 0, len(self.text)))

    def lines(self) -> Iterator[Passage]:
        """The passage's lines that are not blank, trimmed."""
        at = 0
        for line in self.text.splitlines(keepends=True):
            if line.strip():
                yield self.part(*trim(self.text, at, at + len(line)))
            at += len(line)

    @property
    def extent(self) -> Span:
        """First to last kept offset in the source; `(0, 0)` if empty."""
        return (self.spans[0][0], self.spans[-1][1]) if self.spans else (0, 0)


class LineIndex:
    """Line numbers for offsets, counted once when first asked for."""

    def __init__(self, text: str) -> None:
        """Index `text`; nothing is scanned before the first question."""
        self._text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(r"\n", self._text))]

    def line(self, offset: int) -> int:
        """The number, from 1, of the line on which `offset` lies."""
        return bisect_right(self._starts, offset)


@dataclass(frozen=True, slots=True)
class Source:
    """One document as read: its text and where it came from.

    `text` is the decoded text, byte-order mark dropped, otherwise unchanged. `format` names the
    reader ("text"), `encoding` the one used, `sha256` is of the bytes as read, `doubts` are what the
    reader had to guess or replace.
    """

    name: str
    text: str
    format: str = "text"
    encoding: str = "utf-8"
    sha256: str = ""
    doubts: tuple[Doubt, ...] = ()
