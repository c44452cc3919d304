"""The lexicon: what words mean, as data.

Each table is a TOML file of this folder: entries with a `value` (what is meant), `words` (whole
phrases, compared by key) and/or a `pattern` (regular expression, case ignored), and their own proof:
every `example` must be recognised as the value, no `not` may be. A user's file extends or overrides
the tables at run time: `[[headings]]` entries of the same form, looked at first.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from referat_parse.lexicon.proof import failures, slowness
from referat_parse.problems import LexiconError
from referat_parse.text import key

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_FIELDS = {"value", "words", "pattern", "example", "not", "note"}


@dataclass(frozen=True)
class Entry:
    """One entry: `words` as keys, `pattern` as written; `example` and `refuse` are its proof.

    `guarded` marks a user's entry: its pattern is run by the package regex, which cuts short most
    patterns that would take the standard library's engine for ever.
    """

    value: str
    words: tuple[str, ...] = ()
    pattern: str = ""
    example: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()
    guarded: bool = False

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when first used; case is ignored."""
        if not self.guarded:
            return re.compile(self.pattern, re.IGNORECASE)
        import regex  # noqa: PLC0415  only a user's patterns need it

        return cast("re.Pattern[str]", regex.compile(self.pattern, regex.IGNORECASE))


class Table:
    """The entries of one table, earlier ones winning."""

    def __init__(self, name: str, entries: Iterable[Entry]) -> None:
        """Take `entries` in the order of their rank."""
        self.name = name
        self.entries = tuple(entries)

    @cached_property
    def by_word(self) -> dict[str, str]:
        """Every word's key and the value of the first entry that has it."""
        found: dict[str, str] = {}
        for entry in self.entries:
            for word in entry.words:
                found.setdefault(key(word), entry.value)
        return found

    @cached_property
    def patterned(self) -> tuple[Entry, ...]:
        """The entries that have a pattern, in order."""
        return tuple(entry for entry in self.entries if entry.pattern)

    def values(self, value: str) -> tuple[Entry, ...]:
        """The entries that mean `value`."""
        return tuple(entry for entry in self.entries if entry.value == value)

    def word(self, phrase: str) -> str | None:
        """The value of a whole phrase, compared by key; None if unknown."""
        return self.by_word.get(key(phrase))

    def whole(self, phrase: str) -> str | None:
        """The value of a whole phrase by word, else by a pattern that matches all of it."""
        found = self.word(phrase)
        if found is not None:
            return found
        folded = key(phrase)
        return next((e.value for e in self.patterned if e.regex.fullmatch(folded)), None)

    def search(self, text: str) -> tuple[str, re.Match[str]] | None:
        """The first entry, in order, whose pattern occurs in `text`, with the match."""
        for entry in self.patterned:
            match = entry.regex.search(text)
            if match:
                return entry.value, match
        return None


class Lexicon:
    """All tables; a user's file in front of the shipped ones."""

    def __init__(self, user: Path | None = None) -> None:
        """Read the user's file, if any, now (LexiconError if bad); shipped tables when asked for."""
        self._user = _read_user(user) if user else {}
        self._tables: dict[str, Table] = {}

    def table(self, name: str) -> Table:
        """The table `name`: the user's entries, then the shipped ones."""
        if name not in self._tables:
            self._tables[name] = Table(name, (*self._user.get(name, ()), *_shipped(name)))
        return self._tables[name]


def names() -> list[str]:
    """The names of the shipped tables."""
    return sorted(f.name.removesuffix(".toml") for f in files(__package__).iterdir() if f.name.endswith(".toml"))


@cache
def default() -> Lexicon:
    """The shipped lexicon, made once."""
    return Lexicon()


@cache
def _shipped(name: str) -> tuple[Entry, ...]:
    raw = files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tuple(_entry(item, f"{name}.toml") for item in tomllib.loads(raw).get("entry", []))


def _read_user(path: Path) -> dict[str, tuple[Entry, ...]]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"{path}: not a readable lexicon file: {error}"
        raise LexiconError(message) from error
    known = set(names())
    for name, items in data.items():
        if name not in known or not isinstance(items, list):
            message = f"{path}: [[{name}]] is no table of the lexicon; tables are: {', '.join(sorted(known))}"
            raise LexiconError(message)
    tables = {name: _user_entries(items, f"{path}: [[{name}]]") for name, items in data.items()}
    for name, entries in tables.items():
        for failure in (*slowness(entries), *failures(entries)):
            raise LexiconError(f"{path}: [[{name}]] {failure}")
    return tables


def _user_entries(items: list[dict[str, Any]], where: str) -> tuple[Entry, ...]:
    return tuple(replace(_entry(item, where), guarded=True) for item in items)


def _entry(item: dict[str, Any], where: str) -> Entry:
    """Check one raw entry and make it an `Entry`; LexiconError says what is wrong."""
    unknown = set(item) - _FIELDS
    if unknown:
        raise LexiconError(f"{where}: unknown field {', '.join(sorted(unknown))} in {item!r}")
    value = item.get("value")
    words, pattern = item.get("words", []), item.get("pattern", "")
    lists = {"words": words, "example": item.get("example", []), "not": item.get("not", [])}
    bad = [n for n, v in lists.items() if not isinstance(v, list) or not all(isinstance(x, str) for x in v)]
    if not isinstance(value, str) or not isinstance(pattern, str) or bad:
        raise LexiconError(f"{where}: value and pattern are strings, the other fields lists of strings: {item!r}")
    if not words and not pattern:
        raise LexiconError(f"{where}: an entry needs words or a pattern: {item!r}")
    try:
        re.compile(pattern)
    except re.error as error:
        raise LexiconError(f"{where}: the pattern of {value!r} is not a regular expression: {error}") from error
    return Entry(value, tuple(words), pattern, tuple(lists["example"]), tuple(lists["not"]))
