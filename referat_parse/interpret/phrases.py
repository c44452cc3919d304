"""Looking up the phrases of one value in a table of the lexicon."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from referat_parse.text import key

if TYPE_CHECKING:
    import re

    from referat_parse.lexicon import Table


@cache
def patterns(table: Table, value: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of `value` in `table`, compiled."""
    return tuple(entry.regex for entry in table.values(value) if entry.pattern)


@cache
def words(table: Table, value: str) -> frozenset[str]:
    """The keys of all words of `value` in `table`."""
    return frozenset(key(word) for entry in table.values(value) for word in entry.words)


def search(table: Table, value: str, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first pattern of `value` that occurs in `text[start:end]`, with where."""
    stop = len(text) if end is None else end
    return next((found for p in patterns(table, value) if (found := p.search(text, start, stop))), None)


def match(table: Table, value: str, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first pattern of `value` that `text[start:end]` begins with."""
    stop = len(text) if end is None else end
    return next((found for p in patterns(table, value) if (found := p.match(text, start, stop))), None)


def is_word(table: Table, value: str, word: str) -> bool:
    """Whether `word` as a whole means `value`, by the words or a pattern of `table`."""
    folded = key(word)
    return folded in words(table, value) or any(p.fullmatch(folded) for p in patterns(table, value))
