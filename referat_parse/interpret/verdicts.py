"""The verdicts that one sentence states, by the table of outcomes.

Only the main clause counts: what follows "at", "idet", "som", what is asked for, hoped for, quoted
or told of earlier years is no decision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from referat_parse.grammar.dates import find_dates
from referat_parse.interpret.phrases import search
from referat_parse.interpret.voters import PAREN, read_voters

if TYPE_CHECKING:
    from referat_parse.lexicon import Lexicon, Table

_ACTIVE = re.compile(r"(?:er|te|ede|tog|kom|gav|og)$", re.IGNORECASE)
_YEAR = re.compile(r" (?:(?:i|af|på) [\w&, -]{2,30}? )?(?:i|den|d\.) .{0,16}?(?:19|20)\d\d\b(?!-)")
_PASSIVE = re.compile(r"\bblev(?: \w+){0,2} $", re.IGNORECASE)
_BODY = re.compile(r"\W*\w*(?:bestyrelsen|udvalget|rådet|forsamlingen|nævnet|kommunalbestyrelsen) $", re.IGNORECASE)
_AT_A_MEETING = re.compile(
    r" (?:\w+ ){0,2}?på (?:mødet|sit møde|(?:sidste|seneste|forrige|det seneste) møde)\b", re.IGNORECASE
)
_MONTH = re.compile(
    r" (?:allerede )?i (?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b(?! \d)",
    re.IGNORECASE,
)
_TAKER = re.compile(r"\W*([\w-]+) (?:tog|tager)\b", re.IGNORECASE)
_BODIES = re.compile(
    r"(?:bestyrelsen|udvalget|rådet|råd|forsamlingen|nævnet|vi|man|gruppen|mødet|medlemmerne|MR|BEST)$", re.IGNORECASE
)
_DISCUSSED = re.compile(r"\w+ede$|(?:havde|holdt|førte|tog)\b", re.IGNORECASE)
_DONE = re.compile(r"(?: til bunds| færdig\w*| grundigt| indgående)?[.,]?$")
_JOIN = re.compile(r" og |,|;| men | samt ")
_MOST = 12
"""Verdicts that a sentence can state; a longer row is no sentence."""
_MOVES = frozenset(("udgaaet", "udsat", "oversendt", "droeftet"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict at `start` of its sentence.

    `weak` if it only counts where nothing firmer is said, `aside` if it is about another item.
    """

    value: str
    start: int
    weak: bool = False
    aside: bool = False


def read_verdicts(text: str, lexicon: Lexicon, *, narrative: bool = False) -> list[Verdict]:
    """The verdicts that the sentence `text` states, in order; none for questions and "at …" points.

    `narrative` is for prose that may only tell of decisions: then what is dated earlier is refused.
    """
    if re.match(r"(?:\W|\d)*at\b(?!-)", text) or text.rstrip(' "”').endswith("?"):
        return []
    table = lexicon.table("clauses")
    reported = search(table, "reported", text)
    inner = read_verdicts(text[reported.end() :].strip(), lexicon) if reported else []
    if reported and inner and not _is_content(inner[0], reported[0], text[reported.end() :].strip()):
        return [replace(v, start=reported.end() + v.start) for v in inner]
    for value, phrase in (("udsat", "postponing"), ("oversendt", "sending")):
        carried = search(table, phrase, text)
        if carried:
            return [Verdict(value, carried.start())]
    return _in_main_clause(text, lexicon, narrative=narrative)


def _is_content(inner: Verdict, lead: str, text: str) -> bool:
    """Whether what is sent with a remark is told what was decided ("har vedtaget, at …"): then the sending counts."""
    return inner.value == "godkendt" and "sendes" in lead and bool(re.match(r"\w+, at\b", text[inner.start :]))


def _in_main_clause(text: str, lexicon: Lexicon, *, narrative: bool) -> list[Verdict]:
    """The verdicts of the main clause; a second one only if it is joined on ("drøftet og godkendt")."""
    clause, shift = main_clause(text, lexicon)
    verdicts: list[Verdict] = []
    end = 0
    for start, stop, value in _matches(clause, lexicon.table("outcomes")):
        if len(verdicts) == _MOST:
            break
        if start < end or (verdicts and not _JOIN.search(clause, end, start)):
            continue
        sense = _Sense(clause, start, stop, value, lexicon, narrative=narrative)
        if sense.counts():
            verdicts.append(Verdict(value, start + shift, sense.is_weak(), sense.is_aside()))
            end = stop
    return verdicts


def main_clause(text: str, lexicon: Lexicon) -> tuple[str, int]:
    """The main clause of a sentence, brackets blanked, and its offset in `text`."""
    table = lexicon.table("clauses")
    first = search(table, "condition", text)
    shift = first.end() if first else 0
    clause = text[shift:]
    if not clause.startswith("("):
        clause = re.sub(PAREN, lambda m: " " * len(m[0]), clause)
    cut = search(table, "cut", clause)
    if cut and search(table, "decide", clause, 0, cut.start() + 4):
        cut = search(table, "cut", clause, cut.end())
    return (clause[: cut.start()] if cut else clause), shift


def _matches(clause: str, table: Table) -> list[tuple[int, int, str]]:
    """Every match of the table in `clause` as start, end, value; the earlier entry first at one place."""
    whole = table.word(clause)
    found = [(0, -1, len(clause), whole)] if whole else []
    bare = clause.rstrip(" .:;,!")
    for rank, entry in enumerate(table.patterned):
        found += [(m.start(), rank, m.end(), entry.value) for m in entry.regex.finditer(bare)]
    return [(start, end, value) for start, _, end, value in sorted(found)]


class _Sense:
    """What one match in its clause amounts to: a verdict, a weak one, one about another item, or none."""

    def __init__(self, clause: str, start: int, end: int, value: str, lexicon: Lexicon, *, narrative: bool) -> None:
        self.before, self.word, self.after = clause[:start], clause[start:end], clause[end : end + 80]
        self.value, self.lexicon, self.narrative = value, lexicon, narrative
        self.table = lexicon.table("clauses")

    def counts(self) -> bool:
        """Whether it is a verdict at all."""
        if self.narrative and (self._is_told() or self._is_earlier()):
            return False
        if search(self.table, "staff", self.before) and search(self.table, "perfect", self.before):
            return False
        return not search(self.table, "modal", self.before) and not re.search(r"(?i)\bmindretal\b", self.before)

    def is_weak(self) -> bool:
        """Whether it only counts where nothing firmer is said."""
        recommending = self.narrative and self.value == "anbefalet" and _ACTIVE.search(self.word)
        if self.value == "besluttet" or recommending or self._is_earlier() or self._is_of_voters():
            return True
        return search(self.table, "saying", self.before) is not None

    def is_aside(self) -> bool:
        """Whether it moves another item, not this one."""
        return self.value in _MOVES and search(self.table, "other_item", self.before) is not None

    def _is_earlier(self) -> bool:
        """Whether a finite verb stands with a date or word of an earlier time: history, no decision."""
        if search(self.table, "own_date", self.before + self.word):
            return False
        told = search(self.table, "earlier", self.before)
        passive = re.search(r"(?i)\b(?:blev|var)\b", self.before)
        if (passive and _AT_A_MEETING.match(self.after)) or (_ACTIVE.search(self.word) and _MONTH.match(self.after)):
            return True
        if not (told or _ACTIVE.search(self.word) or search(self.table, "auxiliary", self.before)):
            return False
        return bool(told or _YEAR.match(self.after)) or any(True for _ in find_dates(self.before))

    def _is_told(self) -> bool:
        """Whether prose only tells of the matter: what staff or others do, has been done, is usually done."""
        if not self.before.strip():
            return self.word.casefold().startswith("drøftelse")
        if search(self.table, "staff", self.before) or search(self.table, "perfect", self.before):
            return True
        if self.value == "efterretning" and (taker := _TAKER.match(self.before)):
            return not _BODIES.search(taker[1])
        if self.value == "droeftet":
            return not (_DONE.match(self.after) and self.before.endswith(" er ")) and not (
                _PASSIVE.search(self.before) or (_BODY.match(self.before) and _DISCUSSED.match(self.word))
            )
        return self.value == "valgt" and bool(re.search(r"(?:er|es)$", self.word))

    def _is_of_voters(self) -> bool:
        """Whether the subject of an active verb is a party, a person or a number of members, not the body."""
        if not _ACTIVE.search(self.word) or not self.before.strip():
            return False
        numbered = re.search(r"\bmedlem(?:mer)?\s*$", self.before)
        return bool(numbered) or bool(read_voters(self.before, self.lexicon).voters)
