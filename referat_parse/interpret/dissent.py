"""Dissenting opinions, protocol remarks and reservations in a decision, with whose they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.interpret.phrases import search
from referat_parse.interpret.voters import read_voters
from referat_parse.models import Remark
from referat_parse.text import unwrap

if TYPE_CHECKING:
    from referat_parse.interpret.clauses import Reading, Sentence
    from referat_parse.lexicon import Lexicon
    from referat_parse.text import Span

_THAT = re.compile(r",? at\b ?|: ?")
_PARTIAL = re.compile(r"\b(?:kan|kunne) (?:dog |derfor )?ikke (?:anbefale|tiltræde|godkende|støtte)\b", re.IGNORECASE)
_MINORITY = re.compile(
    r"^\W*(?:et )?mindretal\w*\b(?: (?:bestående af|på (?:\w+ medlem\w*)?))?[ ,:(]*(?P<by>[^.:]*?)\)?,? "
    r"(?:finder|fandt|mener|mente|ønsker|ønskede|stemte|stemmer|anbefaler|kan|kunne|udtaler)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^\W*(?:et )?mindretal\w* (?:bestående af|på [\w ]{1,20}?:) ", re.IGNORECASE)


@dataclass(slots=True)
class Remarks:
    """The remarks of a decision; `taken` are the stretches of the reading that they take up."""

    dissent: list[Remark] = field(default_factory=list)
    reservations: list[Remark] = field(default_factory=list)
    taken: list[Span] = field(default_factory=list)

    def covers(self, sentence: Sentence) -> bool:
        """Whether `sentence` is part of a remark."""
        return any(a <= sentence.start and sentence.end <= b for a, b in self.taken)


def read_remarks(reading: Reading, lexicon: Lexicon) -> Remarks:
    """The remarks and reservations of the decision, in order."""
    found = Remarks()
    for sentence in reading.sentences:
        if not found.covers(sentence):
            _dissent(reading, sentence, found, lexicon) or _reservation(reading, sentence, found, lexicon)
    return found


def _dissent(reading: Reading, sentence: Sentence, found: Remarks, lexicon: Lexicon) -> bool:
    """Take up the remark that `sentence` opens or is; False if it is none."""
    table = lexicon.table("dissent")
    opening = search(table, "headed", sentence.text) or search(table, "remark", sentence.text)
    if opening:
        return _opened(reading, sentence, opening, found, lexicon)
    opinion = search(table, "opinion", sentence.text)
    partial = _PARTIAL.search(sentence.text)
    by = _speakers(opinion["by"], lexicon) if opinion else _minority(sentence, lexicon)
    by = by or (_speakers(sentence.text[: partial.start()], lexicon) if partial else None)
    if by:
        found.dissent.append(_remark(reading, by, sentence.start, sentence.end))
        return True
    return False


def _opened(reading: Reading, sentence: Sentence, match: re.Match[str], found: Remarks, lexicon: Lexicon) -> bool:
    """A remark with an opening: what follows its colon or "at" to the end of the quotation or paragraph."""
    by = _voters(match["by"], lexicon)
    foreign = by is None and (match["by"] or "").strip() and "protokol" not in sentence.text.casefold()
    if foreign and not sentence.text.endswith(":"):
        return False
    behind = _THAT.search(sentence.text, max(match.end() - 1, 0))
    start = sentence.start + behind.end() if behind else sentence.end
    end = sentence.end
    if not reading.text[start:end].strip():
        start, end = _below(reading, sentence)
    if start >= end:
        return False
    found.taken.append((sentence.start, end))
    if foreign:
        return True
    found.dissent.append(_remark(reading, by, start, end))
    return True


def _below(reading: Reading, sentence: Sentence) -> Span:
    """The paragraph below an opening line, or a quotation that begins there."""
    later = [s for s in reading.sentences if s.start >= sentence.end]
    if not later:
        return sentence.end, sentence.end
    block = [s for s in later if s.paragraph == later[0].paragraph]
    return block[0].start, block[-1].end


def _reservation(reading: Reading, sentence: Sentence, found: Remarks, lexicon: Lexicon) -> bool:
    """Take up a reservation; False if the sentence is none."""
    told = search(lexicon.table("dissent"), "reservation", sentence.text)
    by = _voters(next((g for g in told.groups() if g), ""), lexicon) if told else None
    if by:
        found.reservations.append(_remark(reading, by, sentence.start, sentence.end))
    return by is not None


def _minority(sentence: Sentence, lexicon: Lexicon) -> str | None:
    match = _MINORITY.search(sentence.text)
    return _voters(match["by"], lexicon) if match else None


def _voters(written: str | None, lexicon: Lexicon) -> str | None:
    """`written` without blanks at its ends if it lists parties or persons, else None."""
    text = _LEAD.sub("", written or "").strip(" ,:;•–-")
    return unwrap(text) if text and read_voters(text, lexicon).voters else None


def _speakers(written: str, lexicon: Lexicon) -> str | None:
    """Like `_voters`, but a single first word is no speaker: it must be a party or a full name."""
    listed = read_voters(written.strip(" ,:;•–-"), lexicon).voters
    known = all(v.kind == "party" or " " in v.name for v in listed)
    return _voters(written, lexicon) if listed and known else None


def _remark(reading: Reading, by: str | None, start: int, end: int) -> Remark:
    """The remark that stands at `[start, end)` of the reading, quotation marks around it left out."""
    marks = ' "”“„»«\n'
    while start < end and reading.text[start] in marks:
        start += 1
    while end > start and reading.text[end - 1] in marks:
        end -= 1
    return Remark(by=by, text=unwrap(reading.text[start:end]), span=reading.span(start, end))
