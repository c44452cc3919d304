"""Who did not take part in an item, came or left, as its decision tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from referat_parse.interpret.voters import PAREN, is_party, read_voters
from referat_parse.models import AttendanceChange, Recusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.interpret.clauses import Reading, Sentence
    from referat_parse.lexicon import Lexicon
    from referat_parse.text import Span

Change = Literal["arrived", "left", "recused", "absent"]

_NOT_DISQUALIFIED = re.compile(r"\b(?:ikke (?:\w+ ){0,3}inhabil|ikke inhabil|habil)\b", re.IGNORECASE)
_OTHER_ITEM = re.compile(r"\b(?:punkt(?:erne)?|pkt\.?|sag(?:erne)?(?: nr\.?)?) \d", re.IGNORECASE)
_LEAD = re.compile(
    r"^\W*(?:(?:der var |der er )?afbud fra|fraværende\s*:?|ikke til stede\s*:?|deltog ikke\s*:|afbud\s*:|byrådet fandt|udvalget fandt|formanden meddelte, at|herefter|under punktet|borgmesteren meddelte, at)\s*",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:deltog|deltager|medvirkede|medvirker|var|er|havde|har|erklære\w*|blev|forlod|forlader|gik|ankom|mødte|kom|oplyste|meddelte|udeblev|anmeldte|indtrådte|måtte|kunne)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r", (?:at|idet|da|som|der|hvor)\b", re.IGNORECASE)
_NAME_PART = re.compile(r"[^,&]+?(?=,| og | samt |$)")


@dataclass(slots=True)
class Presence:
    """Recusals and changes of attendance, one of each a person."""

    recusals: list[Recusal] = field(default_factory=list)
    changes: list[AttendanceChange] = field(default_factory=list)


def read_presence(reading: Reading, lexicon: Lexicon) -> Presence:
    """Who the decision says was disqualified, absent, came or left."""
    found = Presence()
    sentences = reading.sentences
    for at, sentence in enumerate(sentences):
        change = _change(sentence, sentences[at + 1 : at + 2], lexicon)
        if change:
            for name, span in _people(reading, sentence, lexicon):
                _add(found, change, name, span)
    return found


def _add(found: Presence, change: Change, name: str, span: Span) -> None:
    if change == "recused" and all(r.name != name for r in found.recusals):
        found.recusals.append(Recusal(name=name, span=span))
    if all((c.name, c.change) != (name, change) for c in found.changes):
        found.changes.append(AttendanceChange(name=name, change=change, span=span))


def _change(sentence: Sentence, following: tuple[Sentence, ...], lexicon: Lexicon) -> Change | None:
    """What the sentence tells of the people it begins with; None if nothing."""
    text = sentence.text
    if text.endswith("?"):
        return None
    table = lexicon.table("dissent")
    if any(e.regex.search(text) for e in table.values("recused")):
        refuted = any(_NOT_DISQUALIFIED.search(s.text) for s in (sentence, *following))
        return None if refuted or _OTHER_ITEM.search(text) else "recused"
    for value in ("left", "arrived", "absent"):
        match = next((m for e in table.values(value) if (m := e.regex.search(text))), None)
        if match and not _SUBORDINATE.search(text, 0, match.start()):
            return value  # type: ignore[return-value]
    return None


def _people(reading: Reading, sentence: Sentence, lexicon: Lexicon) -> Iterator[tuple[str, Span]]:
    """The persons that the sentence begins with (or names after "Afbud fra"), without party, and where."""
    lead = _LEAD.match(sentence.text)
    start = lead.end() if lead else 0
    verb = _VERB.search(sentence.text, start)
    end = verb.start() if verb else len(sentence.text.rstrip(" ."))
    listed = sentence.text[start:end].strip(" ,:")
    for voter in read_voters(listed, lexicon).voters:
        name = re.sub(rf"\s*{PAREN}$", "", voter.name)
        at = sentence.text.find(name, start)
        if voter.kind == "person" and at >= 0 and not is_party(name, lexicon):
            yield name, reading.span(sentence.start + at, sentence.start + at + len(name))
