"""What each sentence of a decision is about: the recommendation, or an amendment before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from referat_parse.interpret.verdicts import Verdict, main_clause
from referat_parse.interpret.voters import read_voters
from referat_parse.text import flat, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat_parse.interpret.clauses import Sentence
    from referat_parse.lexicon import Lexicon, Table

_VOTES = re.compile(r"\bstem(?:te|mer|men|me)\b|\b(?:imod|undlod|fik)\b", re.IGNORECASE)
_RESULT = re.compile(
    r"^\W*(?:(?:dette |det |(?:ændrings)?forslag\w*|ændring\w*|det )?(?:\(\S+\) )?"
    r"(?:(?:er|blev|var|bliver)(?: dermed| herefter| således)? )?)?"
    r"(?:forkastet|faldet|faldt|bortfald\w*|bortfaldt|nedstemt|afvist|ikke vedtaget)",
    re.IGNORECASE,
)
_PROPOSAL = re.compile(r"^\W*(?:(?:ændrings)?forslaget|forslaget|det|dette|ændringen)\b", re.IGNORECASE)
_OUTCOME = re.compile(
    r":|\b(?:blev|er|var) (?:dermed |herefter )?(?:forkastet|vedtaget|sat|faldet)|\bfaldt\b", re.IGNORECASE
)
_PASSING = re.compile(r"(?<=\w)(?<!forslag)(?<!forslaget), (?:som|idet|da|fordi)\b")
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Motion:
    """What is voted on: `subject` None is the main motion; `order` tells motions of one text apart."""

    subject: str | None = None
    order: int = 0


class _Floor:
    """Which motion is on the floor while the sentences are read in order."""

    def __init__(self) -> None:
        self.motion = Motion()
        self.opened = 0
        self.voted = self.closed = False

    def open(self, subject: str) -> None:
        self.opened += 1
        self.motion, self.voted, self.closed = Motion(subject, self.opened), False, False

    def close(self) -> None:
        self.motion, self.voted, self.closed = Motion(), False, False


def read_motions(sentences: Sequence[Sentence], verdicts: Sequence[list[Verdict]], lexicon: Lexicon) -> list[Motion]:
    """The motion that each of `sentences` is about, given the verdicts found in each."""
    floor = _Floor()
    found: list[Motion] = []
    for sentence, stated in zip(sentences, verdicts, strict=True):
        subject = _amendment(sentence.text, stated, lexicon)
        if subject and not (floor.motion.subject and _same_motion(sentence.text, floor.motion)):
            floor.open(subject)
        elif not subject and floor.motion.subject and _is_main(sentence, stated, floor, lexicon):
            floor.close()
        _follow(floor, sentence.text)
        found.append(floor.motion)
    return found


def _follow(floor: _Floor, text: str) -> None:
    """Note votes and the result of the amendment on the floor: after both, the next vote is another's."""
    votes = bool(_VOTES.search(text))
    if floor.motion.subject and _RESULT.search(text) and floor.voted and not votes:
        floor.closed = True
    floor.voted = floor.voted or votes


def _same_motion(text: str, motion: Motion) -> bool:
    """Whether the amendment named in `text` is the one on the floor: "ændringsforslaget", "ÆF1"."""
    code = re.search(r"\bÆF ?\d+", text)
    if code and motion.subject and re.search(r"\bÆF ?\d+", motion.subject):
        return flat(code[0]) in motion.subject
    return bool(re.search(r"\b(?:ændrings|mod|del|procedure)?forslaget\b", text, re.IGNORECASE))


def _amendment(text: str, stated: Iterable[Verdict], lexicon: Lexicon) -> str | None:
    """The amendment that `text` names as its matter, as written; None if it names none or only in passing."""
    named, proposed = lexicon.table("votes").values("amendment")[:2]
    match = named.regex.search(_PASSING.split(text, maxsplit=1)[0]) or _proposed(text, proposed.regex, lexicon)
    if not match:
        return None
    before = min((v.start for v in stated), default=len(text))
    main = _main_words(lexicon.table("votes")).search(text)
    if before < match.start() or (main and main.start() < match.start()):
        return None
    return _phrase(text)


def _proposed(text: str, verb: re.Pattern[str], lexicon: Lexicon) -> re.Match[str] | None:
    """A verb of proposing whose subject is a party or person (or "der"), not the deciding body."""
    match = verb.search(text)
    if not match:
        return None
    subject = text[: match.start()].strip()
    return match if read_voters(subject, lexicon).voters else None


def _phrase(text: str) -> str:
    """The naming of an amendment: the sentence up to its colon or result, not longer than a line."""
    clause = _OUTCOME.split(text, maxsplit=1)[0]
    phrase = flat(clause).strip(" .,:;–-") or flat(text)
    return phrase if len(phrase) <= _LONGEST else phrase[:_LONGEST].rsplit(" ", 1)[0]


def _is_main(sentence: Sentence, stated: Sequence[Verdict], floor: _Floor, lexicon: Lexicon) -> bool:
    """Whether the sentence leaves the amendment on the floor and speaks of the main motion."""
    text = sentence.text
    main = _main_words(lexicon.table("votes")).search(main_clause(text, lexicon)[0])
    if main or (sentence.label and sentence.first):
        return True
    if floor.closed:
        return bool(_VOTES.search(text)) or bool(stated)
    strong = [v for v in stated if not v.weak]
    if not strong or _RESULT.search(text):
        return False
    if strong[0].value == "afvist" and floor.voted and _VOTES.search(text):
        return False
    return not (_PROPOSAL.search(text) and strong[0].value in ("godkendt", "afvist", "udgaaet"))


@cache
def _main_words(table: Table) -> re.Pattern[str]:
    """What names the main motion."""
    words = sorted((key(w) for e in table.values("main") for w in e.words), key=len, reverse=True)
    return re.compile(rf"(?<!ændrings)\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
