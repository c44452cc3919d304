"""The place as a line of its own: after the line with date and time, or right before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.grammar.places import PLACE, clean_place
from referat_parse.interpret.facts import GUESS, LINE
from referat_parse.interpret.headline import CONTENTS, SENTENCE
from referat_parse.text import flat

if TYPE_CHECKING:
    from referat_parse.interpret.facts import Facts
    from referat_parse.interpret.headline import HeadLine
    from referat_parse.interpret.plain import Plain
    from referat_parse.interpret.readers import Readers

_CONNECTOR = re.compile(r"(?:til|fra|for|af|i|vedr\.?)\.?", re.IGNORECASE)
_AT_PLACE = re.compile(r"(?:i|på|hos|afholdt (?:i|på)|sted:?)\s+\S.*", re.IGNORECASE)
_MEETING = re.compile(r"\bmøde[tr]?\b", re.IGNORECASE)
_BEHIND = re.compile(r"\s[-–(].*")
_REACH = 3
_LONGEST = 140
_WORDS = 5


class PlaceFinder:
    """Looks at a head's lines in order."""

    def __init__(self, plain: Plain, facts: Facts, readers: Readers) -> None:
        """Take the text that the lines are of, where facts go, and the readers."""
        self._plain, self._facts, self._readers = plain, facts, readers
        self._since: int | None = None
        self._before: HeadLine | None = None

    def look(self, line: HeadLine) -> None:
        """Take `line` as the place if it stands where a place stands and can be one."""
        if line.title.date or (line.title.start and not self._has_remark(line)):
            if self._before and not line.title.kind and PLACE.search(self._before.text):
                self._offer(self._before, GUESS)
            self._since, self._before = 0, None
            return
        named = line.body or line.heading or line.authority
        other = line.labelled or line.title.kind or line.title.meeting
        self._before = line if self._since is None and not (named or other or line.society) else None
        if self._since is None or named or _CONNECTOR.fullmatch(line.text):
            return
        rank = self._rank(line.text[slice(*clean_place(line.text, 0, len(line.text)))], line)
        self._since += 1
        if rank:
            self._offer(line, rank)

    def _has_remark(self, line: HeadLine) -> bool:
        """Whether the clock time on a line after the date belongs to a remark behind the place."""
        return self._since is not None and clean_place(line.text, 0, len(line.text))[1] < len(line.text)

    def _offer(self, line: HeadLine, rank: int) -> None:
        start, end = clean_place(self._plain.text, line.start, line.end)
        self._facts.offer("place", rank, flat(self._plain.text[start:end]), self._plain.span(start, end))

    def _rank(self, text: str, line: HeadLine) -> int:
        """What `text`, the line without a remark behind it, is worth as a place; 0 if it is none."""
        if (
            line.labelled
            or line.title.kind
            or CONTENTS.search(text)
            or _MEETING.search(text)
            or not 0 < len(text) < _LONGEST
        ):
            return 0
        near = self._since == 0
        if near and _AT_PLACE.fullmatch(text):
            return LINE
        long_sentence = line.text.endswith((".", "!")) and len(text.split()) >= _WORDS
        if SENTENCE.search(_BEHIND.sub("", text)) or long_sentence or any(self._readers.sentences.read(text)):
            return 0
        if PLACE.search(text) and (self._since or 0) < _REACH:
            return LINE
        plausible = near and len(text.split()) <= _WORDS and text[:1].isupper() and not text.endswith(":")
        return GUESS if plausible and not self._readers.names.read(text) else 0
