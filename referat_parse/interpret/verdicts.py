"""The verdicts that one sentence states, by the table of outcomes.

Only the main clause counts: what follows "at", "idet", "som", what is asked for, hoped for, quoted
or told of earlier years is no decision.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.grammar.dates import find_dates
from referat_parse.interpret.voters import PAREN, read_voters
from referat_parse.text import key

if TYPE_CHECKING:
    from referat_parse.lexicon import Lexicon, Table

_CUT = re.compile(
    r",? (?:idet|fordi|såfremt|hvorved|hvorpå|hvorunder|hvori|medmindre|selvom|således at|sådan at|for at|under forudsætning|under henvisning)\b"
    r"|, (?:at|da|der|hvor|når|hvis|så|mens|medens|indtil|til|dog|hvilket|hvem|hvad|hvornår|hvordan)\b"
    r"|, som\b(?! (?:\w+ ){0,2}?(?:blev|bliver)\b)"
    r"|\b(?:om|til|over|på|for|ved),? at\b| da (?:der|det|man|den|de|han|hun|udvalget|byrådet|sagen|forslaget)\b",
)
_DECIDE = re.compile(r"\b(?:beslutt\w+|enedes|enige?t? om)\b", re.IGNORECASE)
_FIRST = re.compile(r"(?:Da|Når|Hvis|Idet|Såfremt|Eftersom|Efter at|For at|Selvom)\b[^,]*, ")
_SPECIAL = re.compile(
    r"\b(?:tilbage|frem|over|videre)?sendes\b.{0,200}?\bmed (?:den |følgende )?(?:bemærkning|tilkendegivelse|meddelelse),? (?:om,? )?at\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:skal|bør|vil|ville|skulle|burde|forventes|måtte|kan først|kan evt\.?|forudsat|såfremt|hvis|når|hvorvidt|inden|agter at)\b[^,]{0,60}$",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:ønsk\w+|foresl(?:og|år|ået)|anmod(?:er|ede)|bad om|beder om|opfordr\w+|henstill\w+|spurgte|spørger|mener|mente|fandt|finder|begær\w+)\b[^,]*$",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:tidligere|allerede|i sin tid|oprindeligt|sidste år|forrige|dengang|i (?:19|20)\d\d)\b", re.IGNORECASE)
_OWN_DATE = re.compile(r"^\W*(?:referat|protokol|dagsorden|beslutningsprotokol|mødereferat)", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:blev|er|var|har|havde)\b", re.IGNORECASE)
_ACTIVE = re.compile(r"(?:er|te|ede|tog|kom|gav|og)$", re.IGNORECASE)
_OTHER_ITEM = re.compile(
    r"(?:^|\b(?:indstillingens|dagsordenens|og|samt) )\W*(?:punkt(?:erne)?|pkt\.?|sag(?:erne)?|dagsordens?punkt\w*)(?: nr\.?)? \d", re.IGNORECASE
)
_JOIN = re.compile(r" og |,|;| men | samt ")
_MOVES = frozenset(("udgaaet", "udsat", "oversendt", "droeftet"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict at `start` of its sentence; `weak` if it only counts where nothing firmer is said."""

    value: str
    start: int
    weak: bool = False


def read_verdicts(text: str, lexicon: Lexicon, *, narrative: bool = False) -> list[Verdict]:
    """The verdicts that the sentence `text` states, in order; none for questions and "at …" points.

    `narrative` is for prose that may only tell of decisions: then what is dated earlier is refused.
    """
    if re.match(r"\W*at\b", text) or text.rstrip(' "”').endswith("?"):
        return []
    special = _SPECIAL.search(text)
    if special:
        inner = read_verdicts(text[special.end() :].strip(), lexicon)
        if inner:
            return [Verdict(v.value, special.end() + v.start, v.weak) for v in inner]
    clause, shift = main_clause(text)
    verdicts: list[Verdict] = []
    end = 0
    for start, stop, value in _matches(clause, lexicon.table("outcomes")):
        if start < end or (verdicts and not _JOIN.search(clause, end, start)):
            continue
        weight = _weight(clause, start, stop, value, lexicon, narrative=narrative)
        if weight is not None:
            verdicts.append(Verdict(value, start + shift, weight))
            end = stop
    return verdicts


def main_clause(text: str) -> tuple[str, int]:
    """The main clause of a sentence, brackets blanked, and its offset in `text`."""
    first = _FIRST.match(text)
    shift = first.end() if first else 0
    clause = text[shift:]
    if not clause.startswith("("):
        clause = re.sub(PAREN, lambda m: " " * len(m[0]), clause)
    cut = _CUT.search(clause)
    if cut and _DECIDE.search(clause, 0, cut.start() + 1):
        cut = _CUT.search(clause, cut.end())
    return (clause[: cut.start()] if cut else clause), shift


def _matches(clause: str, table: Table) -> list[tuple[int, int, str]]:
    """Every match of the table in `clause` as start, end, value; the earlier entry first at one place."""
    whole = table.word(clause)
    found = [(0, -1, len(clause), whole)] if whole else []
    bare = clause.rstrip(" .:;,!")
    for rank, entry in enumerate(table.patterned):
        found += [(m.start(), rank, m.end(), entry.value) for m in entry.regex.finditer(bare)]
    return [(start, end, value) for start, _, end, value in sorted(found)]


def _weight(clause: str, start: int, end: int, value: str, lexicon: Lexicon, *, narrative: bool) -> bool | None:
    """Whether a match is a weak verdict; None if it is none."""
    before = clause[:start]
    if _MODAL.search(before) or re.search(r"\bmindretal\b", before, re.IGNORECASE):
        return None
    if _is_earlier(clause, start, end):
        return None if narrative else True
    if value == "besluttet" or _SAYING.search(before) or _names_voters(before, clause[start:end], lexicon):
        return True
    return value in _MOVES and bool(_OTHER_ITEM.search(before))


def _is_earlier(clause: str, start: int, end: int) -> bool:
    """Whether a finite verb stands with a date or word of an earlier time: history, no decision."""
    before, word = clause[:start], clause[start:end]
    if _OWN_DATE.match(clause) or not (_ACTIVE.search(word) or _AUXILIARY.search(before) or _EARLIER.search(before)):
        return False
    dated = before + (clause[end : end + 24] if _ACTIVE.search(word) else "")
    return bool(_EARLIER.search(dated)) or any(True for _ in find_dates(dated))


def _names_voters(before: str, word: str, lexicon: Lexicon) -> bool:
    """Whether the subject of an active verb is a party, a person or a number of members, not the body."""
    if not _ACTIVE.search(word) or not before.strip():
        return False
    return bool(re.search(r"\bmedlem(?:mer)?\s*$", before)) or bool(read_voters(before, lexicon).voters)


def is_only(text: str, words: str) -> bool:
    """Whether `text` as a whole is one of the `words` of a pattern."""
    return re.fullmatch(words, key(text)) is not None
