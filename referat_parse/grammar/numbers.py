"""Whole numbers as Danish minutes write them: digits and number words ("fire", "enogtyve", "to-og-tredive").

The words that are also articles ("en", "et") count only before a noun that is counted in votes, or
with an accent ("én"); "ingen" is nought only where the caller asks for it.
"""

from __future__ import annotations

import re
from functools import cache

_UNITS = {
    "nul": 0,
    "to": 2,
    "tre": 3,
    "fire": 4,
    "fem": 5,
    "seks": 6,
    "syv": 7,
    "otte": 8,
    "ni": 9,
    "ti": 10,
    "elleve": 11,
    "tolv": 12,
    "tretten": 13,
    "fjorten": 14,
    "femten": 15,
    "seksten": 16,
    "sytten": 17,
    "atten": 18,
    "nitten": 19,
}
_ONE = {"en": 1, "et": 1, "én": 1, "ét": 1, "een": 1, "eet": 1, "e\u0301n": 1, "e\u0301t": 1}
_TENS = {
    "tyve": 20,
    "tredive": 30,
    "fyrre": 40,
    "halvtreds": 50,
    "tres": 60,
    "halvfjerds": 70,
    "firs": 80,
    "halvfems": 90,
    "hundrede": 100,
}
_COUNTED = (
    r"(?:medlem|(?:ja-?|nej-?)?stemme|person|mand|repræsentant|delegeret|forælder|beboer|lejer|ejer|andelshaver|deltager"
    r"|kommune|parti|gruppe|blank|undlod|undlader|imod\b|hverken)"
)
NUMBER = (
    r"(?:(?<![\w.,/§-])\d{1,3}(?![\w/%]|[.,:]\d|-\d|\.? ?(?:kr|pct|mio|procent|pkt)\b)"
    r"|\b(?:(?:en|to|tre|fire|fem|seks|syv|otte|ni)-?og-?(?:tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems)"
    rf"|{'|'.join([*_UNITS, *_TENS])}|én|ét|e\u0301n|e\u0301t|(?:en|et|een|eet)(?= {_COUNTED}))\b(?! (?:tredje|fjerde|femte)dele?\b))"
)
"""Pattern (case ignored, no groups) of a count of up to three digits or in words; no amount, date or year."""


@cache
def _words() -> dict[str, int]:
    """Every number word with its value, compounds included."""
    small = {**{w: n for w, n in _UNITS.items() if 1 < n < 10}, "en": 1}  # noqa: PLR2004  one digit
    compound = {f"{a}og{b}": n + m for a, n in small.items() for b, m in _TENS.items()}
    return {**_UNITS, **_ONE, **_TENS, **compound}


def read_number(written: str) -> int | None:
    """The value of `written`, digits or one number word; None if it is neither."""
    word = written.strip().casefold()
    if word.isdecimal():
        return int(word)
    return _words().get(word.replace("-", "") if word not in _words() else word)


@cache
def number_pattern() -> re.Pattern[str]:
    """`NUMBER`, compiled when first asked for."""
    return re.compile(NUMBER, re.IGNORECASE)
