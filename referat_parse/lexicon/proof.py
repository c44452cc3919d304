"""Proving entries: every `example` must be recognised by its entry, no `not` may be.

An entry is held to how its own examples use it: if one of them has more around the words that the
pattern knows, the pattern is meant to be found inside text, and then no `not` may contain it either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat_parse.text import flat, key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.lexicon import Entry

_PATIENCE = 0.5
"""Seconds that one search may take; a sound pattern takes microseconds."""
_LONG = 60


def failures(entries: Sequence[Entry]) -> Iterator[str]:
    """What is wrong with the proofs of a table's `entries`, in words; nothing if all hold.

    A `not` that an earlier entry takes for something else is never reached, and so is fine.
    """
    for rank, entry in enumerate(entries):
        for phrase in entry.example:
            if not (_whole(entry, phrase) or _inside(entry, phrase)):
                yield f"{entry.value!r} does not recognise its example {phrase!r}"
        inside = any(not _whole(entry, phrase) for phrase in entry.example)
        test = _inside if inside else _whole
        for phrase in entry.refuse:
            if test(entry, phrase) and not any(test(e, phrase) for e in entries[:rank] if e.value != entry.value):
                yield f"{entry.value!r} recognises {phrase!r}, which it must not"


def slowness(entries: Sequence[Entry]) -> Iterator[str]:
    """Which patterns of a user's `entries` take for ever on texts like their examples, in words."""
    import regex  # noqa: PLC0415  used for its timeout, and only for a user's own file

    for entry in entries:
        compiled = regex.compile(entry.pattern, regex.IGNORECASE)
        try:
            for probe in _probes(entry) if entry.pattern else ():
                compiled.search(probe, timeout=_PATIENCE)
        except TimeoutError:
            yield f"the pattern of {entry.value!r} takes too long; write it without repetitions inside repetitions"


def _probes(entry: Entry) -> Iterator[str]:
    """Texts that almost match: examples repeated without their ends, and each of their signs alone."""
    for phrase in (*entry.example, *entry.refuse):
        yield phrase[:-1] * _LONG
        yield from (sign * _LONG for sign in dict.fromkeys(phrase.casefold()))


def _whole(entry: Entry, phrase: str) -> bool:
    """Whether all of `phrase` is a word of the entry or matches its pattern."""
    folded = key(phrase)
    if any(key(word) == folded for word in entry.words):
        return True
    return bool(entry.pattern) and entry.regex.fullmatch(folded) is not None


def _inside(entry: Entry, phrase: str) -> bool:
    """Whether `phrase` is a word of the entry or has its pattern somewhere."""
    return _whole(entry, phrase) or (bool(entry.pattern) and entry.regex.search(flat(phrase)) is not None)
