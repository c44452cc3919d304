"""The outcome of a decision: which of the verdicts in its sentences counts.

Rules, in order: what answers the recommendation wins, else what is stated first; the agenda's own
approval outweighs a word about another item; a weak word counts only where nothing firmer is said;
two numbers of a vote decide where no word does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.interpret.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat_parse.interpret.clauses import Sentence
    from referat_parse.interpret.motions import Motion
    from referat_parse.models import Vote
    from referat_parse.text import Passage

_EXPECTED = (
    ("anbefalet", r"\b(?:anbefal(?:er|es)|indstill(?:er|es)) (?:over )?(?:for|til)?\b"),
    ("efterretning", r"\btil efterretning\b"),
    ("droeftet", r"\bdrøft\w+"),
    ("valgt", r"\b(?:vælg\w+|udpeg\w+|valg af)\b"),
    ("udsat", r"\budsæt\w+"),
    ("oversendt", r"\b(?:(?:over|frem)send\w+|send\w+ i \w*\s?høring)"),
    ("afvist", r"\b(?:afslag|afslås|afvis\w+|ikke imødekom\w+)\b"),
    ("godkendt", r"\b(?:godkend\w+|vedtag\w+|tiltræd\w+|bevilg\w+|imødekom\w+|frigiv\w+|meddel\w+|giv\w+|optag\w+)\b"),
)
_AGENDA = re.compile(r"\bdagsorden(?:en)?\b", re.IGNORECASE)
_MAIN = re.compile(r"\b(?:\w*indstilling\w*|hovedforslag\w*)\b", re.IGNORECASE)
_PRESENCE = re.compile(
    r"\b(?:afbud|fraværende|forfald|stedfortræder\w*|suppleant\w*|deltog|deltager|ankom|forlod|inhabil\w*|orlov|mødte|tilstede|til stede|referent)\b|^\W*$",
    re.IGNORECASE,
)
_ELECTION = re.compile(r"^(?:\W|\d)*(?:(?:beslutning|sag|forslag)\w* (?:om|vedr\.?) )?(?:valg|genvalg|udpegning|nedsættelse|konstituering|udpeges)\b", re.IGNORECASE)
_NAMING = re.compile(r"[A-ZÆØÅ][\w.-]+ [A-ZÆØÅ]\w+|\buændret\b|\b[Hh]ave(?:r)? \d", re.UNICODE)


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
) -> str | None:
    """The table's value that the sentences state as their outcome; None if they state none."""
    found = _candidates(sentences, verdicts, motions)
    strong = [c for c in found if not c.weak and not c.aside and c.value != "ingen_bemaerkninger"]
    if strong:
        return _chosen(strong, recommendation)
    if _is_nothing(sentences, found):
        return "ingen_bemaerkninger"
    alone = sum(not _PRESENCE.search(s.text) for s in sentences) == 1
    weak = [c for c in found if c.value != "ingen_bemaerkninger" and (alone or not c.aside)]
    definite = [c for c in weak if c.value != "besluttet"] or weak
    return definite[0].value if definite else None


def outcome_of_votes(votes: Iterable[Vote]) -> str | None:
    """Approved or rejected by the numbers of the main motion's vote, a tie being rejection; None without them."""
    for vote in votes:
        if vote.subject is None and vote.yes.count is not None and vote.no.count is not None:
            return "godkendt" if vote.yes.count > vote.no.count else "afvist"
    return None


def is_election(title: str | None, sentences: Sequence[Sentence]) -> bool:
    """Whether an item titled as an election names somebody: its decision is who."""
    return bool(title and _ELECTION.match(title)) and any(_NAMING.search(s.text) for s in sentences)


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


def _chosen(strong: Sequence[Candidate], recommendation: Passage | None) -> str:
    """The candidate that counts among firm ones."""
    first = strong[0]
    values = {c.value for c in strong}
    if len(values) == 1:
        return first.value
    approval = next((c for c in strong if c.value == "godkendt" and _AGENDA.search(c.sentence.text)), None)
    if approval and first.value in ("udgaaet", "udsat", "oversendt", "afvist"):
        return "godkendt"
    if first.sentence.number is not None:
        return first.value
    if first.answers:
        return first.value
    answer = next((c for c in strong if c.answers and c.value in ("godkendt", "afvist", "anbefalet")), None)
    if answer and first.value in ("afvist", "droeftet", "efterretning", "udgaaet"):
        return answer.value
    expected = _expected(recommendation)
    return next((c.value for c in strong if c.value in expected), first.value)


def _expected(recommendation: Passage | None) -> set[str]:
    """The outcomes that a recommendation's first point asks for."""
    if recommendation is None:
        return set()
    text = recommendation.text[:1500]
    found = ((m.start(), value) for value, pattern in _EXPECTED if (m := re.search(pattern, text, re.IGNORECASE)))
    ranked = sorted(found)
    if len(ranked) > 1 and ranked[0][1] == "anbefalet":
        return {ranked[0][1], ranked[1][1]}
    return {ranked[0][1]} if ranked else set()


def _is_nothing(sentences: Sequence[Sentence], found: Sequence[Candidate]) -> bool:
    """Whether the text says that there was nothing, apart from who was there."""
    nothing = {id(c.sentence) for c in found if c.value == "ingen_bemaerkninger"}
    others = [s for s in sentences if id(s) not in nothing and not _PRESENCE.search(s.text)]
    return bool(nothing) and (not others or id(sentences[0]) in nothing)
