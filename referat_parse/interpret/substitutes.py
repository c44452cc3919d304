"""Substitutes in lists: who came for whom."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.interpret.sentences import Mention

if TYPE_CHECKING:
    from referat_parse.grammar.names import Person
    from referat_parse.interpret.sentences import Told

_SITTING_IN = re.compile(r"(?:stedfortræder|suppleant|supp?l?\.?)$", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:stedfortræder|suppleant)(?:en)?(?: er| var)?:?\s*$", re.IGNORECASE)
_CAME = re.compile(r"(?:deltog|mødte|deltager|mødt)", re.IGNORECASE)
_CAME_AT_END = re.compile(
    r"\b(?:deltog|mødte|deltager)(?: i stedet| som (?:stedfortræder|suppleant))?[\s.]*$", re.IGNORECASE
)
_AS_SUBSTITUTE = re.compile(r"(?:mødte |deltog )?(?:som )?(?:stedfortræder|suppleant)(?! for)", re.IGNORECASE)


def sits_in(person: Person, between: str) -> bool:
    """Whether a person of a list is a substitute, by role or by what stands `between` the one before and them."""
    return bool(_SITTING_IN.match(person.role or "") or _CALLED.search(between))


def stood_in(sentence: Told, text: str) -> list[Mention]:
    """In a list of absentees "A og B, C deltog": the last came for the others; came late, all are absent."""
    said = text[sentence.start : sentence.end]
    last = len(sentence.mentions) - 1
    others = last > 0 or text[sentence.start : sentence.begin].strip(" \t\n•-")
    if sentence.simple and others and _CAME_AT_END.search(said):
        return [Mention(m.person, "present" if i == last else "absent") for i, m in enumerate(sentence.mentions)]
    if sentence.simple and not text[: sentence.start].strip():
        return [
            Mention(m.person, "present" if _SITTING_IN.match(m.person.role or "") else "absent")
            for m in sentence.mentions
        ]
    return list(sentence.mentions)


def replaces(between: str, person: Person) -> bool:
    """Whether a person came for the one before ("…, supp. Bo Dam deltog", "… - Bo Dam stedfortræder")."""
    if "\n" in between.strip():
        return False
    titled = _SITTING_IN.match(person.role or "") and _CAME.match(person.note)
    behind = _AS_SUBSTITUTE.match(person.note) and re.search(r"[-–]\s*$", between)
    return bool(titled or behind)
