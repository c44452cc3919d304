"""The words of a sentence about a vote, each with the letter of its part of speech in the vote grammar.

y x z: for, imod, undlod. g b: a predicate for, against. v: stemte. j: tilsluttede. m f: flertal,
mindretal. n: number. u: what is counted. t: i alt. k w a: fik, med, af. N: word of a name.
p: bracket. , & : as written. l: any other word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from referat_parse.grammar.numbers import NUMBER
from referat_parse.interpret.phrases import is_word, words
from referat_parse.interpret.voters import PAREN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.lexicon import Table

_LETTERS = {
    "yes": "y",
    "no": "x",
    "abstain": "z",
    "accept": "g",
    "refuse": "b",
    "vote": "v",
    "unit": "u",
    "total": "t",
    "most": "m",
    "few": "f",
    "got": "k",
    "with": "w",
    "by": "a",
    "join": "j",
    "group": "N",
    "title": "N",
}


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, bracket or mark at `[start, end)` of its sentence."""

    letter: str
    start: int
    end: int


@cache
def _token_pattern(table: Table) -> re.Pattern[str]:
    """One pattern for all tokens; the words of the table by value, longest first."""
    groups: dict[str, set[str]] = {}
    for value, letter in _LETTERS.items():
        groups.setdefault(letter, set()).update(words(table, value))
    ranked = sorted(groups, key=lambda letter: -max(map(len, groups[letter]), default=0))
    listed = "|".join(rf"(?P<{letter}>(?<![\w-])(?:{_either(groups[letter])})(?![\w-]))" for letter in ranked)
    none = r"\bingen\b(?=(?: medlemmer| stemmer)? (?:undl|stem|imod|hverken)|[.,;]?$)"
    return re.compile(
        rf"(?P<p>{PAREN})|(?P<n>{NUMBER}|{none})|{listed}"
        r"|(?P<sep>[,;]|(?<=\s)[-–](?=\s))|(?P<and>\b(?:og|samt)\b|[&+])|(?P<colon>:)|(?P<word>[\w'’´./-]*[\w'’´])",
        re.IGNORECASE,
    )


def _either(phrases: set[str]) -> str:
    """A pattern for any of `phrases`, the longest first."""
    longest = sorted(phrases, key=lambda p: (-len(p), p))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in longest)


def tokens(text: str, table: Table) -> Iterator[Token]:
    """The tokens of the sentence `text`, by the table of votes."""
    letters = {"sep": ",", "and": "&", "colon": ":"}
    last = ""
    for match in _token_pattern(table).finditer(text):
        kind = match.lastgroup or ""
        letter = letters.get(kind, kind)
        if kind == "word":
            named = match[0][:1].isupper() and (_begins_name(text, match) or not is_word(table, "plain", match[0]))
            letter = "N" if named or _is_inside_name(text, match, last) else "l"
            letter = "v" if match[0] in ("var", "er") and last in ("y", "x", "z") else letter
        last = letter
        yield Token(letter, match.start(), match.end())


def _is_inside_name(text: str, match: re.Match[str], last: str) -> bool:
    """Whether "de" joins two parts of a party's name: "Enhedslisten de Rød-Grønne"."""
    return match[0] == "de" and last == "N" and text[match.end() + 1 : match.end() + 2].isupper()


def _begins_name(text: str, match: re.Match[str]) -> bool:
    """Whether a common word is part of a name after all: "I" in a list of parties, "Det Radikale Venstre"."""
    behind = text[match.end() : match.end() + 6]
    if len(match[0]) == 1:
        return bool(re.match(r"[,+/)]| \(| og | samt |\.?$", behind))
    return match[0] in ("Det", "De") and behind[1:2].isupper()
