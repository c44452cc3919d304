"""The votes of a decision: the statements of all its sentences put together, one `Vote` per motion.

"Godkendt med 17 stemmer mod 8. A og B stemte imod." is one vote; an amendment voted on before the
recommendation is a vote of its own with a subject. Nothing is counted that the text does not state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.interpret.ballot_tables import read_ballot_table
from referat_parse.interpret.ballots import Ballot, SideName, read_ballots, read_label
from referat_parse.interpret.voters import read_voters, same_voter
from referat_parse.models import Side, Vote, Voter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.interpret.clauses import Reading, Sentence
    from referat_parse.interpret.motions import Motion
    from referat_parse.interpret.verdicts import Verdict
    from referat_parse.lexicon import Lexicon

_REJECTED = re.compile(r"\b(?:forkast\w+|fald(?:et|t)|faldt|nedstemt\w*|afvist|bortfald\w*|ikke \w+)\b", re.IGNORECASE)
_APPROVING = frozenset(("godkendt", "anbefalet", "besluttet", "som"))
_POLLED = ("yes", "no", "abstain")


@dataclass(slots=True)
class _Side:
    """One side while the sentences are read."""

    count: int | None = None
    voters: list[Voter] = field(default_factory=list)
    listed: bool = False

    def fits(self, ballot: Ballot) -> bool:
        return self.count is None or ballot.count is None or self.count == ballot.count

    def add(self, ballot: Ballot) -> None:
        self.count = ballot.count if self.count is None else self.count
        if self.listed and not ballot.listed:
            return
        known = {same_voter(voter) for voter in self.voters}
        self.voters += [voter for voter in ballot.voters if same_voter(voter) not in known]
        self.listed = self.listed or ballot.listed


@dataclass(slots=True)
class _Poll:
    """One vote while the sentences are read: its place is `[start, end)` of the reading."""

    motion: int
    point: str | None
    subject: str | None
    start: int
    end: int
    sides: dict[str, _Side] = field(default_factory=lambda: {name: _Side() for name in _POLLED})

    def vote(self, reading: Reading) -> Vote:
        yes, no, abstain = (Side(count=s.count, voters=s.voters) for s in (self.sides[name] for name in _POLLED))
        return Vote(subject=self.subject, yes=yes, no=no, abstain=abstain, span=reading.span(self.start, self.end))


def read_votes(
    reading: Reading,
    verdicts: Sequence[Sequence[Verdict]],
    motions: Sequence[Motion],
    lexicon: Lexicon,
    *,
    rejected: bool = False,
) -> list[Vote]:
    """The votes that a decision states, in order. `rejected`: the decision as a whole is a rejection.

    `verdicts` and `motions` are those of the reading's sentences, one entry a sentence.
    """
    main = next((s.number for s in reading.sentences if s.number is not None), None)
    polls: list[_Poll] = []
    for sentence, stated, motion, ballot in _stated(reading, verdicts, motions, lexicon):
        known = _sided(ballot, sentence.text, stated, rejected=rejected)
        if known:
            point = sentence.label if sentence.number not in (None, main) else None
            poll = _poll(polls, known, motion, point, sentence)
            poll.sides[known.side].add(known)
            poll.start, poll.end = min(poll.start, sentence.start), max(poll.end, sentence.end)
    return [poll.vote(reading) for poll in polls]


def _stated(
    reading: Reading, verdicts: Sequence[Sequence[Verdict]], motions: Sequence[Motion], lexicon: Lexicon
) -> Iterator[tuple[Sentence, Sequence[Verdict], Motion, Ballot]]:
    """Every statement of a vote with its sentence; lines under a label ("For stemte:") belong to its side."""
    label: SideName | None = None
    for sentence, stated, motion in zip(reading.sentences, verdicts, motions, strict=True):
        below = read_voters(sentence.text, lexicon) if label else None
        if label and below:
            yield sentence, stated, motion, Ballot(label, 0, 0, below.count, below.voters, listed=True)
            continue
        label = read_label(sentence.text, lexicon)
        table = read_ballot_table(reading.written(sentence.start, sentence.end), lexicon)
        for ballot in table or read_ballots(sentence.text, lexicon):
            yield sentence, stated, motion, ballot


def _sided(ballot: Ballot, text: str, stated: Sequence[Verdict], *, rejected: bool) -> Ballot | None:
    """The ballot with majority and minority turned into sides by the result that the sentence states."""
    if ballot.side not in ("winner", "loser"):
        return ballot
    lost = any(v.value == "afvist" for v in stated) or bool(_REJECTED.search(text)) or (rejected and not stated)
    approved = any(v.value in _APPROVING for v in stated)
    if ballot.side == "winner" and not approved and not lost and not re.search(r"mod|\bstemme(?:tal|rne)", text):
        return None
    side: SideName = "yes" if (ballot.side == "winner") != lost else "no"
    return Ballot(side, ballot.start, ballot.end, ballot.count, ballot.voters, ballot.subject, ballot.listed)


def _poll(polls: list[_Poll], ballot: Ballot, motion: Motion, point: str | None, sentence: Sentence) -> _Poll:
    """The vote that `ballot` belongs to: one of the same motion and point that it does not contradict."""
    subject = ballot.subject or motion.subject or point
    same = [p for p in polls if (p.motion, p.point) == (motion.order if motion.subject else 0, point)]
    if same and same[-1] is polls[-1] and ballot.subject is None and same[-1].sides[ballot.side].fits(ballot):
        return same[-1]
    for poll in reversed(same):
        if poll.subject == subject and poll.sides[ballot.side].fits(ballot):
            return poll
    poll = _Poll(motion.order if motion.subject else 0, point, subject, sentence.start, sentence.end)
    polls.append(poll)
    return poll
