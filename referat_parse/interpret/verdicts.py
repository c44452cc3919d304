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
    r"|, om (?!\d)|\b(?:om|til|over|på|for|ved),? at\b| da (?:der|det|man|den|de|han|hun|udvalget|byrådet|sagen|forslaget)\b",
)
_DECIDE = re.compile(r"\b(?:beslutte(?:t|s|de|des|r)|enedes|enige?t? om)\b", re.IGNORECASE)
_FIRST = re.compile(r"(?:Da|Når|Hvis|Idet|Såfremt|Eftersom|Efter at|For at|Selvom)\b[^,]*, ")
_SPECIAL = re.compile(
    r"\b(?:tilbage|frem|over|videre)?sendes\b.{0,200}?\bmed (?:den |følgende )?(?:bemærkning|tilkendegivelse|meddelelse),? (?:om,? )?at\b",
    re.IGNORECASE,
)
_PROCEDURE = re.compile(
    r"\bforslag\w*\b.{0,80}? om (?:(?P<u>udsættelse|at udsætte)|at (?:over|tilbage)sende|at (?:hen|hjem)vise|at sende sagen)\b.{0,120}?(?<!ikke )\b(?:vedtaget|godkendt|tiltrådt)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:skal|bør|vil|ville|skulle|burde|forventes|måtte|kan først|kan evt\.?|forudsat|såfremt|hvis|når|hvorvidt|inden|agter at|har været|havde været)\b[^,]{0,60}$",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:ønsk\w+|foresl(?:og|år|ået)|anmod(?:er|ede)|søg(?:er|es|te|tes)|bad om|beder om|opfordr\w+|henstill\w+|spurgte|spørger|mener|mente|fandt|finder|begær\w+)\b[^,]*$",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:tidligere|allerede|i sin tid|oprindeligt|sidste år|forrige|dengang|i (?:19|20)\d\d)\b", re.IGNORECASE)
_OWN_DATE = re.compile(r"^\W*(?:referat|protokol|dagsorden|beslutningsprotokol|mødereferat)", re.IGNORECASE)
_STAFF = re.compile(
    r"^\W*(?:\w*(?:administration|forvaltning|sekretariat|rådgiver|konsulent|(?<!be)styrelse|ministeri|direktør|staten|regionen|politi|forening)\w*)\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b(?:har|havde)\b", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:blev|er|var|har|havde)\b", re.IGNORECASE)
_ACTIVE = re.compile(r"(?:er|te|ede|tog|kom|gav|og)$", re.IGNORECASE)
_OTHER_ITEM = re.compile(
    r"(?:^|\b(?:indstillingens|dagsordenens|og|samt) )\W*(?:punkt(?:erne)?|pkt\.?|sag(?:erne)?|dagsordens?punkt\w*)(?: nr\.?)? \d", re.IGNORECASE
)
_JOIN = re.compile(r" og |,|;| men | samt ")
_MOVES = frozenset(("udgaaet", "udsat", "oversendt", "droeftet"))


@dataclass(frozen=True, slots=True)
class Verdict:
    """One verdict at `start` of its sentence.

    `weak` if it only counts where nothing firmer is said, `aside` if it is about another item.
    """

    value: str
    start: int
    weak: bool = False
    aside: bool = False


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
            return [Verdict(v.value, special.end() + v.start, v.weak, v.aside) for v in inner]
    carried = _PROCEDURE.search(text)
    if carried:
        return [Verdict("udsat" if carried["u"] else "oversendt", carried.start())]
    clause, shift = main_clause(text)
    verdicts: list[Verdict] = []
    end = 0
    for start, stop, value in _matches(clause, lexicon.table("outcomes")):
        if start < end or (verdicts and not _JOIN.search(clause, end, start)):
            continue
        weight = _weight(clause, start, stop, value, lexicon, narrative=narrative)
        if weight is not None:
            aside = value in _MOVES and bool(_OTHER_ITEM.search(clause[:start]))
            verdicts.append(Verdict(value, start + shift, weight, aside))
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
    if narrative and _is_told(before, clause[start:end], value):
        return None
    if _MODAL.search(before) or re.search(r"\bmindretal\b", before, re.IGNORECASE):
        return None
    if _is_earlier(clause, start, end):
        return None if narrative else True
    return value == "besluttet" or bool(_SAYING.search(before)) or _names_voters(before, clause[start:end], lexicon)


def _is_earlier(clause: str, start: int, end: int) -> bool:
    """Whether a finite verb stands with a date or word of an earlier time: history, no decision."""
    before, word = clause[:start], clause[start:end]
    if _OWN_DATE.match(clause) or not (_ACTIVE.search(word) or _AUXILIARY.search(before) or _EARLIER.search(before)):
        return False
    after = re.match(r" (?:(?:i|af|på) [\w&, -]{2,30}? )?(?:i|den|d\.) .{0,16}?(?:19|20)\d\d\b(?!-)", clause[end : end + 80])
    return bool(after or _EARLIER.search(before)) or any(True for _ in find_dates(before))


def _is_told(before: str, word: str, value: str) -> bool:
    """Whether prose only tells of the matter: what staff or others do, has been done, is usually done."""
    if not before.strip():
        return word.casefold().startswith("drøftelse")
    if _STAFF.search(before) or _PERFECT.search(before):
        return True
    if value == "droeftet":
        return not re.search(r"\bblev(?: \w+){0,2} $", before)
    return value == "valgt" and bool(re.search(r"(?:er|es)$", word))


def _names_voters(before: str, word: str, lexicon: Lexicon) -> bool:
    """Whether the subject of an active verb is a party, a person or a number of members, not the body."""
    if not _ACTIVE.search(word) or not before.strip():
        return False
    return bool(re.search(r"\bmedlem(?:mer)?\s*$", before)) or bool(read_voters(before, lexicon).voters)


def is_only(text: str, words: str) -> bool:
    """Whether `text` as a whole is one of the `words` of a pattern."""
    return re.fullmatch(words, key(text)) is not None
