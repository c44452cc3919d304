"""The labels and status words of case-number lines, compiled from the lexicon's table `cases`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from referat_parse.lexicon import Lexicon

OWNER_CODE = re.compile(r"[A-ZÆØÅ]{4,8}[ \u00a0]?/[ \u00a0]?(?=\d\d/\d{3})")
"""The owner's code before a case number: "ABCDEF / 06/17018"."""

_JOINTS = re.compile(r"[\s-]+")
_STATES = ("open", "closed")
_ENDS = r"[\s*_)|]{0,20}$|[ \u00a0]{2}|\t|[ \u00a0]?\n|[ \u00a0]?[-–][ \u00a0]?\d\d\."


@dataclass(frozen=True, slots=True)
class Labels:
    """Patterns of the labels and status words.

    `meaning` gives the class of a label or status word that one of the patterns matched (see `of`).
    `label` has the groups `word` and `colon`; `start` is a label with colon, a status word or an
    owner's code: what can begin a run.
    """

    meaning: dict[str, str]
    label: re.Pattern[str]
    status: re.Pattern[str]
    start: re.Pattern[str]

    def of(self, word: str) -> str | None:
        """The class of a label or status word as written; None if it is none."""
        key = folded(word)
        return self.meaning.get(key) or self.meaning.get(key.replace(" ", ""))

    def openings(self, text: str, start: int, end: int) -> Iterator[int]:
        """Where in `text[start:end]` a run can begin: at a capital that is no part of a longer word."""
        for match in self.start.finditer(text, start, end):
            before = text[match.start() - 1 : match.start()]
            if text[match.start()].isupper() and not (before.isupper() or before.isdigit()):
                yield match.start()


def folded(word: str) -> str:
    """A label casefolded, without full stops; hyphen and blank are one: "Sag-nr." is "sag nr"."""
    return _JOINTS.sub(" ", word.casefold().replace(".", "")).strip()


@cache
def labels_of(lexicon: Lexicon) -> Labels:
    """The table `cases` of `lexicon`, compiled once."""
    entries = [(word, entry.value) for entry in lexicon.table("cases").entries for word in entry.words]
    meaning: dict[str, str] = {}
    for word, value in entries:
        meaning.setdefault(folded(word), value)
    for word, value in entries:
        meaning.setdefault(folded(word).replace(" ", ""), value)
    label = _alternation(word for word, value in entries if value not in _STATES)
    state = _state([word for word, value in entries if value in _STATES])
    return Labels(
        meaning,
        re.compile(rf"(?P<word>{label})(?!\w)\.?[ \u00a0]?(?P<colon>:?)[.:]*", re.IGNORECASE),
        re.compile(state, re.IGNORECASE),
        re.compile(rf"{label}(?!\w)\.?[ \u00a0]?:|{state}|(?-i:{OWNER_CODE.pattern})", re.IGNORECASE),
    )


def _state(words: list[str]) -> str:
    """Status words: of two words anywhere (text may be glued on), single ones only where the run ends."""
    long = _alternation(word for word in words if " " in word)
    short = _alternation(word for word in words if " " not in word)
    return rf"(?:(?:{long})(?-i:(?![a-zæøå]))|(?:{short})(?={_ENDS}))"


def _alternation(words: Iterable[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    forms = (re.escape(word).replace(r"\ ", r"[ \u00a0-]?").replace(r"\.", r"\.?") for word in ordered)
    return "(?:" + "|".join(forms) + ")"
