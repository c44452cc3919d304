"""Who did not take part in an item, came or left, as its decision tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from referat_parse.interpret.phrases import match, search
from referat_parse.interpret.voters import PAREN, read_voters
from referat_parse.models import AttendanceChange, Recusal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.interpret.clauses import Reading, Sentence
    from referat_parse.lexicon import Lexicon, Table
    from referat_parse.text import Span

Change = Literal["arrived", "left", "recused", "absent"]
_MOVES: tuple[Change, ...] = ("left", "arrived", "absent")

_OTHER_ITEM = re.compile(r"\b(?:punkt(?:erne)?|pkt\.?|sag(?:erne)?(?: nr\.?)?) \d", re.IGNORECASE)
_PART = re.compile(r",? og at |; |, mens ")
_BEHIND = re.compile(
    r"\s*(?P<people>[^:]{3,120}?)(?= (?:mødet|lokalet|salen|mødelokalet|byrådssalen|ikke|inhabile?|sig|kl|i|på|under|til|ved|for)\b|[.;]|$)"
)
_SUBORDINATE = re.compile(r", (?:at|idet|da|som|der|hvor)\b", re.IGNORECASE)


@dataclass(slots=True)
class Presence:
    """Recusals and changes of attendance, one of each a person."""

    recusals: list[Recusal] = field(default_factory=list)
    changes: list[AttendanceChange] = field(default_factory=list)

    def add(self, change: Change, name: str, span: Span) -> None:
        """Note `change` for the member `name` who is named at `span`."""
        if change == "recused" and all(r.name != name for r in self.recusals):
            self.recusals.append(Recusal(name=name, span=span))
        if all((c.name, c.change) != (name, change) for c in self.changes):
            self.changes.append(AttendanceChange(name=name, change=change, span=span))


def read_presence(reading: Reading, lexicon: Lexicon) -> Presence:
    """Who the decision says was disqualified, absent, came or left."""
    found = Presence()
    sentences = reading.sentences
    table = lexicon.table("dissent")
    for at, sentence in enumerate(sentences):
        for start, end in _parts(sentence.text, table):
            part = sentence.text[start:end]
            change = _change(part, sentences[at + 1 : at + 2], table)
            for name, offset in _people(part, lexicon) if change else ():
                where = sentence.start + start + offset
                found.add(change, name, reading.span(where, where + len(name)))  # type: ignore[arg-type]
    return found


def _parts(text: str, table: Table) -> Iterator[Span]:
    """The parts of a sentence that each tell of other people, without "formanden meddelte, at"."""
    at = 0
    for joint in [*_PART.finditer(text), None]:
        end = joint.start() if joint else len(text)
        lead = match(table, "lead", text, at, end)
        yield (lead.end() if lead and "at" in lead[0].split()[-1:] else at), end
        at = joint.end() if joint else end


def _change(text: str, following: Sequence[Sentence], table: Table) -> Change | None:
    """What a part of a sentence tells of the people it names; None if nothing."""
    if text.endswith("?"):
        return None
    if search(table, "recused", text):
        refuted = any(search(table, "refuted", t) for t in (text, *(s.text for s in following)))
        return None if refuted or _OTHER_ITEM.search(text) else "recused"
    for value in _MOVES:
        told = search(table, value, text)
        if told and not _SUBORDINATE.search(text, 0, told.start()):
            return value
    return None


def _people(text: str, lexicon: Lexicon) -> Iterator[tuple[str, int]]:
    """The persons that `text` tells of, without party, and where: before its verb, else behind it."""
    table = lexicon.table("dissent")
    lead = match(table, "lead", text)
    start = lead.end() if lead else 0
    verb = search(table, "verb", text, start)
    listed = text[start : verb.start() if verb else len(text)].strip(" .,:")
    voters = read_voters(listed, lexicon).voters
    if not voters and verb:
        behind = _BEHIND.match(text, verb.end())
        voters = read_voters(behind["people"], lexicon).voters if behind else ()
    for voter in voters:
        name = re.sub(rf"\s*{PAREN}$", "", voter.name)
        at = text.find(name, start)
        if voter.kind == "person" and at >= 0:
            yield name, at
