"""The outcome of a decision: which of the verdicts in its sentences counts.

Rules, in order: what answers the recommendation wins, else what is stated first ("Godkendt." as a
sentence of its own is an answer, and what was decided outweighs that it was discussed); the agenda's own
approval outweighs a word about another item; a weak word counts only where nothing firmer is said;
two numbers of a vote decide where no word does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.interpret.phrases import search

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat_parse.interpret.clauses import Sentence
    from referat_parse.interpret.motions import Motion
    from referat_parse.interpret.verdicts import Verdict
    from referat_parse.lexicon import Lexicon
    from referat_parse.models import Vote
    from referat_parse.text import Passage

_AGENDA = re.compile(r"\bdagsorden(?:en)?\b", re.IGNORECASE)
_MAIN = re.compile(r"\b(?:\w*indstilling\w*|hovedforslag\w*)\b", re.IGNORECASE)
_DECIDED = re.compile(r"\b(?:beslutte\w*|vedtog|enedes)\b", re.IGNORECASE)
_DISPOSED = frozenset(("udsat", "oversendt", "afvist", "udgaaet", "anbefalet"))
_NOTED = re.compile(r"\((?:gen|ny)valg(?:t|es)?\)", re.IGNORECASE)
_NAMING = re.compile(r"[A-ZÆØÅ][\w.-]+ [A-ZÆØÅ]\w+|\buændret\b|\b[Hh]ave(?:r)? \d")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One verdict in its place: what it says, in which sentence, and whether it only counts in need.

    `answers` tells that its part of the sentence names the recommendation.
    """

    value: str
    sentence: Sentence
    weak: bool = False
    aside: bool = False
    answers: bool = False


def read_outcome(
    sentences: Sequence[Sentence],
    verdicts: Sequence[Sequence[Verdict]],
    motions: Sequence[Motion],
    recommendation: Passage | None,
    lexicon: Lexicon,
) -> str | None:
    """The table's value that the sentences state as their outcome; None if they state none."""
    found = _candidates(sentences, verdicts, motions)
    strong = [c for c in found if not c.weak and not c.aside and c.value != "ingen_bemaerkninger"]
    if strong:
        return _chosen(strong, _asked(recommendation, lexicon))
    matter = [s for s in sentences if not search(lexicon.table("clauses"), "presence", s.text)]
    if _is_nothing(sentences[:1], matter, found):
        return "ingen_bemaerkninger"
    alone = len(matter) == 1
    weak = [c for c in found if c.value != "ingen_bemaerkninger" and (alone or not c.aside)]
    definite = [c for c in weak if c.value != "besluttet"] or weak
    return definite[0].value if definite else None


def outcome_of_votes(votes: Iterable[Vote]) -> str | None:
    """Approved or rejected by the numbers of the main motion's vote, a tie being rejection; None without them."""
    for vote in votes:
        if vote.subject is None and vote.yes.count is not None and vote.no.count is not None:
            return "godkendt" if vote.yes.count > vote.no.count else "afvist"
    return None


def is_election(title: str | None, sentences: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether an item titled as an election names somebody, or names stand with "(genvalg)": its decision is who."""
    if any(_NOTED.search(s.text) for s in sentences):
        return True
    if not title or not search(lexicon.table("clauses"), "election", title):
        return False
    return any(_NAMING.search(s.text) for s in sentences)


def _candidates(
    sentences: Sequence[Sentence], verdicts: Sequence[Sequence[Verdict]], motions: Sequence[Motion]
) -> list[Candidate]:
    found: list[Candidate] = []
    for sentence, stated, motion in zip(sentences, verdicts, motions, strict=True):
        for at, verdict in enumerate(stated):
            if verdict.value == "andet":
                continue
            part = sentence.text[verdict.start if at else 0 : stated[at + 1].start if at + 1 < len(stated) else None]
            weak = verdict.weak or motion.subject is not None
            aside = verdict.aside or (sentence.bullet and not sentence.first)
            found.append(Candidate(verdict.value, sentence, weak, aside, bool(_MAIN.search(part))))
    return found


def _chosen(strong: Sequence[Candidate], asked: set[str]) -> str:
    """The candidate that counts among firm ones."""
    first = strong[0]
    values = {c.value for c in strong}
    if len(values) == 1:
        return first.value
    approval = next((c for c in strong if c.value == "godkendt" and _AGENDA.search(c.sentence.text)), None)
    if approval and first.value in ("udgaaet", "udsat", "oversendt", "afvist"):
        return "godkendt"
    if first.sentence.number is not None or first.answers or _is_answer(first):
        return first.value
    if first.value == "droeftet":
        decided = next((c.value for c in strong if c.value in _DISPOSED and _DECIDED.search(c.sentence.text)), None)
        if decided:
            return decided
    answer = next((c for c in strong if c.answers and c.value in ("godkendt", "afvist", "anbefalet")), None)
    if answer and first.value in ("afvist", "droeftet", "efterretning", "udgaaet"):
        return answer.value
    return next((c.value for c in strong if c.value in asked), first.value)


def _is_answer(first: Candidate) -> bool:
    """Whether the verdict is a sentence of its own ("Godkendt."): it answers the recommendation whatever follows."""
    return first.value in ("godkendt", "afvist", "anbefalet") and len(first.sentence.text.split()) == 1


def _asked(recommendation: Passage | None, lexicon: Lexicon) -> set[str]:
    """The outcomes that a recommendation's first point asks for."""
    if recommendation is None:
        return set()
    text = recommendation.text[:1500]
    entries = lexicon.table("asked").patterned
    ranked = sorted((m.start(), e.value) for e in entries if (m := e.regex.search(text)))
    wanted = 2 if ranked and ranked[0][1] == "anbefalet" else 1
    return {value for _, value in ranked[:wanted]}


def _is_nothing(first: Sequence[Sentence], matter: Sequence[Sentence], found: Sequence[Candidate]) -> bool:
    """Whether the text says, first or in all its `matter`, that there was nothing."""
    nothing = {c.sentence for c in found if c.value == "ingen_bemaerkninger"}
    return bool(nothing) and (nothing.issuperset(matter) or nothing.issuperset(first))
