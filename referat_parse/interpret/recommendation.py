"""Recommendations (indstillinger): who recommends, and the points.

A point is what stands behind "at": a line of its own ("at …", "1. at …", "- at …", "At 1) …"), a
numbered line or bullet behind a lead that ends with "at", a number in the run of a line, or the rest
of the sentence "X indstiller, at …". A point's text begins at its "at" where that is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from referat_parse.grammar.dates import MONTHS
from referat_parse.models import Point
from referat_parse.text import flat, trim, unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.lexicon import Lexicon
    from referat_parse.text import Passage, Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_EDGE = re.compile(r"(?:[ \t\u00a0|>]|\*{2,3}(?=\S)|</?[a-zA-Z][^<>\n]{0,80}>)*")
_MARK = re.compile(
    r"(?:(?P<number>\d{1,2}|[a-zA-Z])[.)](?!\d)\s{1,40}|(?P<glued>\d{1,2})[.)](?=[Aa]t\s)|(?P<bullet>[-–—•*·▪●○‣])\s{1,40})?"
    r"(?:(?P<at>[Aa]t|AT)(?:[ \u00a0](?P<inner>\d{1,2}|[a-z])[.):](?=\s))?(?=[\s|:]|$|(?<=At)(?![telmoy])[a-zæøå]{3}))?"
)
_INLINE = re.compile(r"[^.:]{0,200}?\b(?P<at>[Aa]t)\s+(?=\S)")
_RUN_ON = re.compile(r"[^.\n]{0,200}?(?:\bat|,|:)[:,]?[ \u00a0]+(?P<one>1[.)])[ \u00a0]")
_NUMBERED = re.compile(r"(?<=\s)(?P<number>\d{1,2})[.)]\s+(?P<word>\w{1,20})")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:kr|pct|mio|mia|pr|jf|nr|inkl|ekskl|stk|kap|bl\.a|ca|evt|m\.?v|m\.m|f\.eks|vedr|ang|hhv|kl|d|s|adm|dvs|mv|matr|tkr)"
    r"|(?<!\d)\d{1,2})$",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(r"(?:,?\s+(?:og|samt)|,|;|\||\*{2,3}|<br ?/?>|</\w{1,10}>)\s*$")
_AUTHOR = re.compile(r"\((?:(?:stillet|fremsat) af )?(?P<who>[A-ZÆØÅ][^()\n]{2,120})\)\s*$", re.IGNORECASE)
_FROM = re.compile(r"(?:\w*(?:forslag|indstilling|anbefaling)(?:en)?) fra (?P<who>[^:.,]{1,80})", re.IGNORECASE)
_GENITIVE = re.compile(r"(?P<who>[A-ZÆØÅ][\w-]*(?:en|et))s (?:indstilling|forslag|anbefaling)", re.IGNORECASE)
_NOBODY = re.compile(r"(?:det|der|følgende|indstilling|forslag|hermed|jeg|vi|man|som|og|at)\b", re.IGNORECASE)
_ADVERBIAL = re.compile(r"(?:på|med|ud fra|derfor|herefter|samtidig|endvidere|desuden|i|endelig|dermed|efter)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:er|har|var|som|der|at|hvor|hvis|skal|kan|vil|blev|bliver|har|havde|ikke|også|derfor)\b")
_LAST_CLAUSE = re.compile(r",? (?:og|hvorfor|men|idet|så|derfor) ")
_FOLLOWING = re.compile(
    r"\s+(?!at\b|til\b|over\b|om\b|derfor\b|følgende\b|hermed\b)(?P<who>\w[^,.:;\n]{2,100}?)(?=,?\s+(?:at|til|over for)\b|[,:]|\s*$)"
)
_WRAPPED = re.compile(r"(?:[,&-]|\b(?:og|for|i|af|på|samt|til))$")


def read_recommendation(passage: Passage, heading: str | None, lexicon: Lexicon) -> tuple[str | None, list[Point]]:
    """Who recommends (None if nobody is named) and the points of the recommendation in `passage`.

    `heading` is the section's heading, which may hold the lead ("Forvaltningen indstiller, at").
    """
    verbs = _verbs(lexicon)
    text = passage.text
    lead = _lead(text, verbs)
    spans = _points(text, lead.end if lead else None, verbs)
    points = [
        Point(number=number, text=unwrap(text[a:b]), span=passage.span(a, b)) for number, a, b in spans if _has_word(text[a:b])
    ]
    return _recommender(text, heading, lead, verbs), points


@dataclass(frozen=True, slots=True)
class _Verbs:
    """The lexicon's verbs, compiled: in a lead, at the end of a lead's line, as a whole residue line."""

    lead: re.Pattern[str]
    ending: re.Pattern[str]
    residue: re.Pattern[str]
    impersonal: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lead:
    """The words "X indstiller": the verb's end in the text, and X if a name is there."""

    start: int
    end: int
    who: str | None


@cache
def _verbs(lexicon: Lexicon) -> _Verbs:
    words = {
        value: [re.escape(word) for entry in lexicon.table("recommendation").values(value) for word in entry.words]
        for value in ("recommends", "impersonal", "decides")
    }
    lead = "|".join(sorted(words["recommends"] + words["impersonal"], key=len, reverse=True))
    every = "|".join([lead, *words["decides"]])
    return _Verbs(
        re.compile(rf"\b(?:{lead})\b", re.IGNORECASE),
        re.compile(rf"(?:\b(?:{every})[,:]?(?:\s+at)?:?|\bat|:)$", re.IGNORECASE),
        re.compile(rf"[A-ZÆØÅ][^.:\n]{{2,140}}\s(?:{lead})[,:]?(?:\s+at)?$"),
        frozenset(words["impersonal"]),
    )


# -- who


def _recommender(text: str, heading: str | None, lead: _Lead | None, verbs: _Verbs) -> str | None:
    """The body's lead, else the heading's, else the bracket behind the points, else the heading's owner."""
    if lead and lead.who:
        return lead.who
    title = flat(heading or "")
    above = _lead(title, verbs)
    if above and above.who:
        return above.who
    for pattern, where in ((_AUTHOR, text[-200:]), (_FROM, title), (_GENITIVE, title)):
        match = pattern.search(where)
        if match:
            return unwrap(match["who"])
    return None


def _lead(text: str, verbs: _Verbs) -> _Lead | None:
    """The first verb of recommending that has a subject, an "at" or the line's end with it."""
    for match in verbs.lead.finditer(text):
        start = _sentence_start(text, match.start())
        subject = text[start : match.start()].strip(" \t\n\u00a0-–•*|:")
        if flat(match[0]).casefold() in verbs.impersonal:
            return _Lead(start, match.end(), None)
        who = _following(text, match.end()) if _ADVERBIAL.match(subject) or not subject else _subject(subject)
        if who or _INLINE.match(text, match.end()) or not subject:
            return _Lead(start, match.end(), who)
    return None


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins in which `at` lies: behind a full stop, blank line or unfinished line."""
    start = max(0, at - 300)
    for match in re.finditer(r"[.!?:;]\s+(?=[A-ZÆØÅ])|\n\s*\n|\n", text[start:at]):
        wrapped = match[0] == "\n" and (
            _WRAPPED.search(text[max(0, start + match.start() - 10) : start + match.start()].rstrip())
            or text[start + match.end() : at].lstrip()[:1].islower()
        )
        if not wrapped:
            start_of_sentence = start + match.end()
            start, offset = start, start_of_sentence
            last = offset
            break
    else:
        return start
    return last if last >= at else max(last, _sentence_start_after(text, last, at))


def _sentence_start_after(text: str, last: int, at: int) -> int:
    return last


def _following(text: str, at: int) -> str | None:
    match = _FOLLOWING.match(text, at)
    return unwrap(match["who"]) if match else None


def _subject(written: str) -> str | None:
    return None
