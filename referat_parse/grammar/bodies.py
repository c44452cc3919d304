"""Names of bodies (udvalg, råd, nævn …) and the lines that name a body and a date.

Bodies are an open set that changes with every term and municipality, so they are known by form.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  a field's type
import re
from dataclasses import dataclass

from referat_parse.grammar.dates import DATE, read_date
from referat_parse.text import flat, key

_WORD = r"(?!(?i:beslutning|fraværende|godkendt|anbefale[st]|udsat|behandling|afbud|bilag|referat)\b)[A-ZÆØÅ][\w-]*"
_NOUN = (
    r"(?:udvalg|råd|nævn|bestyrelse|kommission|forum|repræsentation|magistrat|direktion|provsti|komit[eé]|forsamling"
    r"|afdeling|ledelse)"
)
_TAIL = rf"(?:{_NOUN}(?:et|en|n|met)?)"
_NO_CLAUSE = r"(?!(?:holder|har|er|blev|den|d|i|på|vil|skal|kan|som|at|der|til|fra|møde)\b)"
_FOR = rf"(?:s? (?:for|om|vedr\.?) [A-ZÆØÅ][\w&/-]*(?:,? {_NO_CLAUSE}[\w&/-]+){{0,7}}?)?"
BODY = (
    r"(?:§[ \u00a0]?17,? ?stk\.? ?4[ -]udvalget?(?: (?:for|om) [\w,&/ -]{3,60}?)?"
    rf"|(?:{_WORD}-,? ){{0,4}}{_WORD},? (?i:og|&) [A-ZÆØÅ][\w-]*(?i:{_TAIL}){_FOR}"  # Teknik- og Miljøudvalget
    rf"|(?:{_WORD} )?{_WORD}(?<!\bBeslutning) (?i:{_NOUN})(?i:et|en|n)?{_FOR}"  # Teknisk Udvalg, Aarhus Byråd
    rf"|(?:{_WORD} )?(?:By|Regions?|BY|REGIONS)(?i:råd(?:et)?)"
    rf"|[A-ZÆØÅ][\w-]*(?i:{_TAIL}){_FOR}"  # Økonomiudvalget
    rf"|(?i:{_TAIL}) (?:for|om|vedr\.?) [\w&/-]+(?:,? {_NO_CLAUSE}[\w&/-]+){{0,7}}?"  # Udvalget for Teknik og Miljø
    r"|(?:KB|ØU|ØK|BR|MAGISTRATEN|Magistraten)\b)"
)
"""Pattern (case matters) of a body's name by its form; used inside longer lines."""

TERM = r"(?:[ _]\(?(?:19|20)\d\d ?[-–] ?(?:(?:19|20)\d\d|\d\d)\)?|[ ]\(\d\d-\d\d\))"
"""Pattern of a term of office after a body's name: "2018 - 2021", "(18-21)"."""

_DAY = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag[, ]*)?(?:(?:den|d\.?) ?)?"
_POINT = r"(?:[,.]? ?\(?(?:pkt|punkt|sag|sag nr|punktnr|pkt nr)\.? ?(?:nr\.? ?)?(?P<point>\d+\w?)\)?)?"
_NAME = r"(?P<body>[A-ZÆØÅa-zæøå§0-9][\w§.,&/()'’\"”“ –-]{1,90}?)"

_LINES = (
    rf"(?:politisk )?(?:beslutning(?:er|en)?|behandling|vedtagelse|behandlet)(?:\s*[-:–])? (?:(?:i|fra|på|af|for) )?{_NAME}(?:s møde)?,? {_DAY}(?P<date>{DATE}){_POINT}",
    rf"(?:beslutning(?:er|en)?|vedtagelse)(?: fra mødet)?,? {_DAY}(?P<date>{DATE}){_POINT}",
    rf"{_NAME}s (?:møde|beslutning(?:er)?)(?: (?:i|på|fra) (?:mødet|møde))?,? {_DAY}(?P<date>{DATE}){_POINT}",
    rf"{_NAME}s (?:møde|beslutning),? (?:punkt|pkt\.?) (?P<point>\d+)",
    rf"{_NAME}[,:]? {_DAY}(?P<date>{DATE}){_POINT}",
    rf"(?P<date>{DATE}) {_NAME}(?:,? (?:pkt\.?|punkt) (?P<point>\d+))?",
    rf"beslutning(?:er|en)? (?:(?:i|fra|på|af) ){_NAME}(?: den\s*)?",
    rf"beslutning(?:er|en)? {_NAME} den",
    r"beslutning(?:er|en)? i den",
)
_PATTERNS = tuple(re.compile(rf"{line}\s*[:.]?", re.IGNORECASE) for line in _LINES)
_BODY_LIKE = re.compile(
    rf"(?:.*{_TAIL}s?(?:\s(?:for|om|vedr)\b.*|\s*\(.*\)|{TERM}|\s*[-–].*)?|§ ?17.*|[A-ZÆØÅ]{{2,5}}|.*\b(?:kommune|møde|bestyrelse|gruppe|afdeling)|.*,.* og .*)",
    re.IGNORECASE,
)
_NOT_BODY = re.compile(
    r"\b(?:er|var|blev|har|skal|kan|vil|som|at|til|der|siden|pr|fra|kl|brev|notat|mail|referat|godkendt|dato|mødedato|tid|vedtaget|overensstemmelse|erklæring|indstilling|henhold|punkt|skrivelse|ansøgning|høring|møder|kommende|næste|lov|bekendtgørelse|udsendt|publiceret|opdateret|dags?orden)\b"
    r"|^(?:den|d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Session:
    """A body and date as a line names them: `body` nominative, `date` and `point` where stated."""

    body: str | None
    date: dt.date | None
    point: str | None = None
    decides: bool = False


def read_session(line: str) -> Session | None:
    """The body and date that a whole line names ("Beslutning i X den D", "X, D, pkt. 3:"), or None.

    `decides` tells that the line itself has a word for decision. A line without one must have both a
    date and something that looks like a body.
    """
    written = flat(line)
    if not 4 < len(written) < 160:  # noqa: PLR2004  shorter and longer lines are no such headings
        return None
    decides = bool(re.match(r"(?:politisk )?(?:beslutning(?:er|en)?|vedtagelse)\b", written, re.IGNORECASE))
    for pattern in _PATTERNS:
        match = pattern.fullmatch(written)
        if match:
            groups = match.groupdict()
            body = nominative(groups["body"]) if groups.get("body") else None
            if body is not None and not is_body(body, strict=not (decides or groups.get("point"))):
                continue
            date = read_date(groups["date"]) if groups.get("date") else None
            stated = decides or bool(re.search(r"s (?:beslutning|møde,? (?:punkt|pkt))", written, re.IGNORECASE))
            return Session(body, date, groups.get("point"), stated)
    return None


def is_body(name: str, *, strict: bool = True) -> bool:
    """Whether `name` has the form of a body's name; not `strict`: anything that is no clause."""
    if _NOT_BODY.search(name) or len(name.split()) > 14:  # noqa: PLR2004  names of bodies are shorter
        return False
    return bool(_BODY_LIKE.fullmatch(name)) or not strict


def nominative(name: str) -> str:
    """A body's name without genitive, "i"/"fra" in front, or a comma behind; "Xs møde" gives X."""
    name = flat(name).strip(" ,.:–-")
    name = re.sub(r"^(?:i|fra|på|af|for)\s+", "", name)
    name = re.sub(r"(?i)\s+påtegning$", "", name)
    return re.sub(r"(?<=(?:et|en|ts|ns))s$|(?<=[a-zæøå]et)s$|(?<=en)s$", "", re.sub(r"(?i)s møde$", "s", name))


def same_body(one: str | None, other: str | None) -> bool:
    """Whether two names mean one body, term of office, municipality's name and article aside."""
    if not one or not other:
        return False
    a, b = _core(one), _core(other)
    return a == b or (min(len(a), len(b)) > 4 and (a.endswith(b) or b.endswith(a)))  # noqa: PLR2004  no abbreviations


def _core(name: str) -> str:
    folded = key(re.sub(TERM, "", flat(name)))
    folded = re.sub(r"^\d\d-\d\d ", "", re.sub(r"\s*\(.*?\)", "", folded))
    return re.sub(r"(?:et|en|n)?$", "", folded)
