"""What the text of a decision states: outcome, votes, dissent, reservations, who did not take part."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.interpret.clauses import Reading
from referat_parse.interpret.dissent import Remarks, read_remarks
from referat_parse.interpret.motions import read_motions
from referat_parse.interpret.outcome import is_election, is_nomination, outcome_of_votes, read_outcome
from referat_parse.interpret.presence import read_presence
from referat_parse.interpret.verdicts import read_verdicts
from referat_parse.interpret.votes import read_votes

if TYPE_CHECKING:
    from referat_parse.interpret.verdicts import Verdict
    from referat_parse.lexicon import Lexicon
    from referat_parse.models import AttendanceChange, Recusal, Remark, Vote
    from referat_parse.text import Passage


@dataclass(frozen=True, slots=True)
class DecisionFacts:
    """The facts of one decision text; spans are source offsets.

    `outcome` is one of the contract's outcomes, or None where the text states no decision.
    """

    outcome: str | None = None
    votes: list[Vote] = field(default_factory=list)
    dissent: list[Remark] = field(default_factory=list)
    reservations: list[Remark] = field(default_factory=list)
    recusals: list[Recusal] = field(default_factory=list)
    changes: list[AttendanceChange] = field(default_factory=list)


def read_decision(
    passage: Passage, kind: str, recommendation: Passage | None, lexicon: Lexicon, title: str | None = None
) -> DecisionFacts:
    """What `passage`, the body of a section without page furniture, states.

    `kind` is the section's: "beslutning" and "tidligere_beslutning" always have an outcome, "indhold"
    (text under no heading) only if it states a decision, "afstemning" has votes only. `recommendation`
    and the item's `title` settle which of several verdicts is the answer.
    """
    reading = Reading(passage, lexicon)
    narrative = kind == "indhold"
    remarks = read_remarks(reading, lexicon)
    verdicts = _verdicts(reading, remarks, lexicon, narrative=narrative)
    motions = read_motions(reading.sentences, verdicts, lexicon)
    stated = read_outcome(reading.sentences, verdicts, motions, recommendation, lexicon)
    outcome = _resolved(stated.value, kind)
    votes = read_votes(reading, verdicts, motions, lexicon, rejected=_is_rejected(outcome, verdicts))
    if kind == "afstemning":
        return DecisionFacts(None, votes)
    if outcome == "godkendt" and is_nomination(title, reading.sentences, lexicon):
        outcome = "valgt"
    elected = is_election(title, reading.sentences, lexicon)
    outcome = _outcome(outcome, votes, kind, elected=elected, firm=stated.firm)
    presence = read_presence(reading, lexicon)
    if outcome is None:
        return DecisionFacts(None, recusals=presence.recusals, changes=presence.changes)
    return DecisionFacts(outcome, votes, remarks.dissent, remarks.reservations, presence.recusals, presence.changes)


def _verdicts(reading: Reading, remarks: Remarks, lexicon: Lexicon, *, narrative: bool) -> list[list[Verdict]]:
    """The verdicts of each sentence; what stands in a protocol remark is no decision."""
    return [
        [] if remarks.covers(sentence) else read_verdicts(sentence.text, lexicon, narrative=narrative)
        for sentence in reading.sentences
    ]


def _resolved(stated: str | None, kind: str) -> str | None:
    """A value of the table as an outcome: "som" and "besluttet" depend on whose decision it is."""
    if stated == "som":
        return "anbefalet" if kind == "tidligere_beslutning" else "godkendt"
    return "godkendt" if stated == "besluttet" else stated


def _is_rejected(outcome: str | None, verdicts: list[list[Verdict]]) -> bool:
    """Whether the decision rejects; a motion that lapses after a vote is rejected too."""
    return outcome == "afvist" or (outcome == "udgaaet" and len(verdicts) > 1)


def _outcome(stated: str | None, votes: list[Vote], kind: str, *, elected: bool, firm: bool) -> str | None:
    """The outcome by `firm` words, else by numbers, else by other words, else "andet" where there must be one."""
    counted = outcome_of_votes(votes)
    if stated == "udgaaet" and counted == "afvist":
        return "afvist"
    if stated and (firm or stated not in ("udsat", "andet")):
        return stated
    if elected and stated != "udsat":
        return "valgt"
    return counted or stated or (None if kind == "indhold" else "andet")
