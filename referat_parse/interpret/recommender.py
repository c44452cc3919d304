"""Who recommends: the subject of "indstiller", "anbefaler", "foreslår" and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from referat_parse.text import flat, unwrap

if TYPE_CHECKING:
    from referat_parse.lexicon import Lexicon

_BREAK = re.compile(r"[.!?:;]\s+(?=[A-ZÆØÅ])|\n")
_WRAPPED = re.compile(r"(?:[,&-]|\b(?:og|for|i|af|på|samt|til))$")
_NOBODY = re.compile(r"(?:det|der|følgende|indstilling|forslag|hermed|jeg|vi|man|som|og)\b", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"(?:på|med|ud fra|derfor|herefter|samtidig|endvidere|desuden|i|endelig|dermed|efter)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"\b(?:er|har|var|som|der|at|hvor|hvis|skal|kan|vil|blev|bliver|havde|ikke|også|derfor)\b")
_LAST_CLAUSE = re.compile(r",? (?:og|hvorfor|men|idet|så|derfor) ")
_FOLLOWING = re.compile(
    r"\s+(?!(?:at|til|over|om|derfor|følgende|hermed)\b)(?P<who>\w[^,.:;\n]{2,100}?)"
    r"(?=,?\s+(?:at|til|over for)\b|[,:]|\s*$)"
)
_AT_NEXT = re.compile(r"[^.:\n]{0,160}?\b[Aa]t\b|\s*[,:]?\s*$|\s*[,:]?\s*\n")
_AUTHOR = re.compile(
    r"(?:(?:^|\n)[ \t]*\(|\((?=(?i:stillet|fremsat) af))(?:\w+ af )?(?P<who>[A-ZÆØÅ][^()\n]{2,120})\)\s*$"
)
_FROM = re.compile(r"(?:\w*(?:forslag|indstilling|anbefaling)(?:en)?) fra (?P<who>[^:.,]{1,80})", re.IGNORECASE)
_GENITIVE = re.compile(r"^(?P<who>[\w-]*(?:en|et))s (?:indstilling|forslag|anbefaling)", re.IGNORECASE)
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Lead:
    """The words "X indstiller" in a text: where they begin and end, and X if a name is there."""

    start: int
    end: int
    who: str | None


def find_lead(text: str, limit: int, lexicon: Lexicon) -> Lead | None:
    """The first verb of recommending before `limit` that leads to points or has a subject."""
    pattern, impersonal = _verbs(lexicon)
    for match in pattern.finditer(text, 0, limit):
        start = _sentence_start(text, match.start())
        subject = text[start : match.start()].strip(" \t\r\n\u00a0-–•*|:")
        if re.match(r"(?:\d{1,2}[.)]\s+)?at\b", subject, re.IGNORECASE):
            continue  # the verb stands in a point
        leads = not subject or bool(_AT_NEXT.match(text, match.end()))
        who = None
        if flat(match[0]).casefold() not in impersonal:
            inverted = not subject or _ADVERBIAL.match(subject)
            who = _following(text, match.end()) if inverted else _subject(subject)
        if who or (leads and (not subject or len(subject) < _LONGEST)):
            return Lead(start, match.end(), who)
    return None


def name_recommender(text: str, heading: str | None, lead: Lead | None, lexicon: Lexicon) -> str | None:
    """The subject of the heading's lead, else of the body's; else a bracket behind the points, the heading's owner."""
    title = flat(heading or "").strip("#*_ ")
    for found in (find_lead(title, len(title), lexicon), lead):
        if found and found.who:
            return found.who
    for pattern, where in ((_AUTHOR, text[-200:]), (_FROM, title), (_GENITIVE, title)):
        match = pattern.search(where)
        if match:
            return unwrap(match["who"])
    return None


@cache
def _verbs(lexicon: Lexicon) -> tuple[re.Pattern[str], frozenset[str]]:
    """The pattern of all verbs, and those that name nobody."""
    table = lexicon.table("recommendation")
    active, passive = ([w for e in table.values(v) for w in e.words] for v in ("recommends", "impersonal"))
    words = sorted([*active, *passive], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE), frozenset(passive)


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins in which `at` lies: behind a full stop or an unwrapped line."""
    low = max(0, at - 300)
    breaks = [match.end() for match in _BREAK.finditer(text, low, at) if not _is_wrap(text, match, at)]
    return breaks[-1] if breaks else low


def _is_wrap(text: str, match: re.Match[str], at: int) -> bool:
    """Whether a line end only wraps the sentence: an open word before it, or a small letter behind it."""
    if match[0] != "\n":
        return False
    before = text[max(0, match.start() - 10) : match.start()].rstrip(" \t\u00a0")
    return bool(_WRAPPED.search(before)) or text[match.end() : at].lstrip(" \t")[:1].islower()


def _following(text: str, at: int) -> str | None:
    """The subject behind its verb: "På den baggrund indstiller forvaltningen, at"."""
    match = _FOLLOWING.match(text, at)
    return unwrap(match["who"]) if match else None


def _subject(written: str) -> str | None:
    """The subject in what stands before the verb: all of it, or its last clause; None if that is no name."""
    if _NOBODY.match(written):
        return None
    if not _CLAUSE.search(written) and len(written) <= _LONGEST and not written[0].islower():
        return unwrap(written)
    clause = _LAST_CLAUSE.split(written)[-1]
    short = len(clause.split()) < 6 and not _CLAUSE.search(clause) and clause != written  # noqa: PLR2004
    return unwrap(clause) if short else None
