"""The outcome of a decision: which of the verdicts in its sentences counts.

Rules, in order: what answers the recommendation wins, else what is stated first ("Godkendt." as a
sentence of its own is an answer, and what was decided outweighs that it was discussed or told); the
agenda's own approval outweighs a word about another item; a weak word counts only where nothing firmer
is said; two numbers of a vote decide where no firm word does. A carried motion to postpone or send on is
the outcome; what becomes of a question asked, or of a paper about the matter, is none.
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
_MATERIAL = re.compile(
    r"(?:^\W*|\bsend\w+ )(?:notatet|svaret|svarene|referatet|brevet|materialet|afslaget|hilsenen|rapporten|mailen|invitationen|oversigten|opgørelsen)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(r"^\W*(?:(?:det )?næste \w+ (?:er|bliver|blev)|(?:punktet|emnet) om) ", re.IGNORECASE)
_OPENING = re.compile(r"\W*(?:(?:(?:det )?(?:blev|er|bliver|var)|der var) (?:\w+ )?)?", re.IGNORECASE)
_ITEM = re.compile(r"^\W*(?:emnet|sagen|punktet) (?:er|blev) drøftet\b", re.IGNORECASE)
_TAKEN_UP = re.compile(r"^\W*(?:emnet|spørgsmålet|det|dette) ", re.IGNORECASE)
_OWN = re.compile(
    r"^\W*(?:(?:enstemmigt|herefter|derefter|dermed|hermed) )?(?:(?:blev|er|det|der) )?"
    r"(?:(?:[\w-]+, ){0,2}(?:[\w-]+ og )?[\w-]*(?:udvalget|rådet|bestyrelsen|forsamlingen|nævnet|magistraten)|vi|man|byrådet"
    r"|indstilling\w*|sagen|punktet|forslaget|ansøgningen|flertal\w*|et flertal) ",
    re.IGNORECASE,
)
_THING = re.compile(
    r"^\W*(?!(?:\w*behandling|\w*beslutning|\w*drøftelse|\w*afgørelse|\w*punkt|\w*valg|\w*sag|\w*stillingtagen|\w*forslag|\w*plan)(?:en|et)? )"
    r"\w+(?:en|et|erne) (?:blev |er )?$",
    re.IGNORECASE,
)
_SOME = re.compile(r"\W*(?:et|en|flere|forskellige|nogle) ", re.IGNORECASE)
_PLAIN = re.compile(r"\W*\w+(?:en|et|erne) (?:blev|er) ", re.IGNORECASE)
_DISCUSSING = re.compile(r"(?:\w+ede|havde|holdt|førte|tog|var)\b", re.IGNORECASE)
_CARRIED = {
    "udsat": re.compile(r"\b(?:udsæt\w*|udsat\w*|udskyd\w*|i bero)\b", re.IGNORECASE),
    "oversendt": re.compile(
        r"\b(?:oversend\w*|tilbagesend\w*|hjemvis\w*|henvis\w*|sende\w* .{0,60}\b(?:tilbage|retur|til)|lade .{0,30}\bgå (?:om|tilbage))\b",
        re.IGNORECASE,
    ),
}
_FORMULA = 4
"""Words of a closing formula ("Taget til efterretning") at most."""
_MOVED = frozenset(("udsat", "oversendt", "udgaaet"))
_PROPOSAL = re.compile(r"\b(?:forslaget|ændringsforslaget|dette|det)\b", re.IGNORECASE)
_PROPOSED = re.compile(
    r"(?i:\b(?:foreslog|foreslår|foreslået|pegede på|peger på|indstillede|opstillede)) (?:(?:genvalg|valg) af )?[A-ZÆØÅ]\w+ [A-ZÆØÅ]"
)
_NAMING = re.compile(r"[A-ZÆØÅ][\w.-]+ [A-ZÆØÅ]\w+|\buændret\b|\b[Hh]ave(?:r)? \d")


@dataclass(frozen=True, slots=True)
class Candidate:
    """One verdict in its place: what it says, in which sentence, and whether it only counts in need.

    `answers` tells that its part of the sentence names the recommendation, `own` that it begins its sentence
    or stands with the deciding body or the item, `active` that it only says that something was discussed.
    """

    value: str
    sentence: Sentence
    weak: bool = False
    aside: bool = False
    answers: bool = False
    own: bool = False
    active: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """The table's value that a decision states as its outcome; `firm` if not by weak words only."""

    value: str | None = None
    firm: bool = False


def read_outcome(
    sentences: Sequence[Sentence],
    verdicts: Sequence[Sequence[Verdict]],
    motions: Sequence[Motion],
    recommendation: Passage | None,
    lexicon: Lexicon,
) -> Stated:
    """What the sentences state as their outcome; no value if they state none."""
    found = _candidates(sentences, verdicts, motions, lexicon)
    strong = [c for c in found if not c.weak and not c.aside and c.value != "ingen_bemaerkninger"]
    if strong:
        if {c.value for c in strong} == {"droeftet"} and any(_is_settled(c, strong[0]) for c in found):
            return Stated("besluttet", firm=True)
        return Stated(_chosen(strong, sentences, _asked(recommendation, lexicon)), firm=True)
    matter = [s for s in sentences if not search(lexicon.table("clauses"), "presence", s.text)]
    if _is_nothing(sentences[:1], matter, found):
        return Stated("ingen_bemaerkninger", firm=True)
    alone = len(matter) == 1
    weak = [c for c in found if c.value != "ingen_bemaerkninger" and (alone or not c.aside)]
    definite = [c for c in weak if c.value != "besluttet"] or weak
    if definite:
        return Stated(definite[0].value)
    return Stated("andet" if any(v.value == "andet" and not v.weak for stated in verdicts for v in stated) else None)


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


def is_nomination(title: str | None, sentences: Sequence[Sentence], lexicon: Lexicon) -> bool:
    """Whether an item titled as an election tells that somebody was proposed: the approval of that is the election."""
    proposed = any(_PROPOSED.search(s.text) for s in sentences)
    return bool(proposed and title and search(lexicon.table("clauses"), "election", title))


def _candidates(
    sentences: Sequence[Sentence],
    verdicts: Sequence[Sequence[Verdict]],
    motions: Sequence[Motion],
    lexicon: Lexicon,
) -> list[Candidate]:
    """Every verdict in its place; those in an opinion that the body gives to others are left out."""
    table = lexicon.table("clauses")
    found: list[Candidate] = []
    asked = answering = False
    for sentence, stated, motion in zip(sentences, verdicts, motions, strict=True):
        gives = search(table, "answering", sentence.text) is not None
        for at, verdict in enumerate(stated):
            if verdict.value == "andet" or (gives and verdict.value == "besluttet"):
                continue
            if answering and verdict.value in ("afvist", "anbefalet"):
                continue
            end = stated[at + 1].start if at + 1 < len(stated) else None
            part = sentence.text[verdict.start if at else 0 : end]
            found.append(_candidate(verdict, sentence, part, motion, later=sentence is not sentences[0], asked=asked))
        asked = asked or search(table, "asking", sentence.text) is not None
        answering = answering or gives
    return found


def _candidate(
    verdict: Verdict, sentence: Sentence, part: str, motion: Motion, *, later: bool, asked: bool
) -> Candidate:
    """`verdict` in the `part` of its sentence; `later` than the first sentence, after a question `asked`."""
    before, rest = sentence.text[: verdict.start], sentence.text[verdict.start :]
    carried = _carried(verdict, sentence, motion)
    if carried:
        return Candidate(carried, sentence, own=True)
    aside = verdict.aside or (sentence.bullet and not sentence.first and not _ITEM.search(sentence.text))
    if later and verdict.value in _MOVED:
        aside = aside or bool(_OTHER.search(sentence.text) or _MATERIAL.search(sentence.text))
        aside = aside or (asked and bool(_TAKEN_UP.search(sentence.text)))
    thing = verdict.value == "udsat" and bool(_THING.search(before))
    return Candidate(
        verdict.value,
        sentence,
        weak=verdict.weak or motion.subject is not None or thing,
        aside=aside,
        answers=bool(_MAIN.search(part)),
        own=bool(_OPENING.fullmatch(before) or _OWN.search(sentence.text)),
        active=verdict.value == "droeftet" and bool(_DISCUSSING.match(rest) or _SOME.match(before)),
    )


def _carried(verdict: Verdict, sentence: Sentence, motion: Motion) -> str | None:
    """What a motion on procedure that is said to be carried amounts to: postponed, sent on; None if it is none."""
    if verdict.value != "godkendt" or not motion.subject or not _PROPOSAL.search(sentence.text):
        return None
    return next((value for value, named in _CARRIED.items() if named.search(motion.subject)), None)


def _chosen(strong: Sequence[Candidate], sentences: Sequence[Sentence], asked: set[str]) -> str:
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
    closing = _closing(first, strong[-1], sentences)
    if closing:
        return closing
    if first.value == "droeftet":
        decided = next((c.value for c in strong if _is_decided(c, first)), None)
        if decided:
            return decided
    answer = next((c for c in strong if c.answers and c.value in ("godkendt", "afvist", "anbefalet")), None)
    if answer and first.value in ("afvist", "droeftet", "efterretning", "udgaaet"):
        return answer.value
    return next((c.value for c in strong if c.value in asked), first.value)


def _is_decided(later: Candidate, first: Candidate) -> bool:
    """Whether `later` is what the discussion `first` led to; "Drøftet." as a formula is itself the outcome."""
    if later.value == "droeftet":
        return False
    if later.value in _DISPOSED and _DECIDED.search(later.sentence.text):
        return True
    if not first.active or later.sentence is first.sentence or later.value == "udsat":
        return False
    return later.own or bool(_PLAIN.match(later.sentence.text))


def _is_settled(later: Candidate, first: Candidate) -> bool:
    """Whether the discussion `first` is followed, in another sentence, by a decision that has no name."""
    decided = later.value == "besluttet" and later.own and not later.aside
    return decided and first.active and later.sentence.start > first.sentence.start


def _closing(first: Candidate, last: Candidate, sentences: Sequence[Sentence]) -> str | None:
    """The formula that closes a text ("Taget til efterretning") whose `first` verdict is only part of what it tells."""
    if first.own or last.sentence is first.sentence or not (last.own or last.value == "efterretning"):
        return None
    formula = last.sentence is sentences[-1] and len(last.sentence.text.split()) <= _FORMULA
    return last.value if formula or last.value == "efterretning" else None


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
    """Whether the text says, first (and not under the first of several points) or in all its `matter`, that there was nothing."""
    nothing = {c.sentence for c in found if c.value == "ingen_bemaerkninger"}
    opened = nothing.issuperset(first) and not any(s.label for s in first)
    return bool(nothing) and (nothing.issuperset(matter) or opened)
