"""What stands around a meeting's head and items and still tells of the meeting.

The tail gives the closing time, attendance told at the end, page heads; the site's own lines tell
whose minutes these are; the first item and the decision headings name body and date where the head
is silent.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import same_body
from referat_parse.grammar.dates import find_dates, read_date
from referat_parse.grammar.owners import find_authorities, without_legal_form
from referat_parse.grammar.titles import DOCUMENT, read_title
from referat_parse.interpret.facts import PAGE, SESSION, SITE, read_labels
from referat_parse.interpret.labels import FACTS, PEOPLE
from referat_parse.interpret.plain import Plain
from referat_parse.text import Passage, flat

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from referat_parse.grammar.bodies import Session
    from referat_parse.interpret.attendance import AttendanceReader
    from referat_parse.interpret.facts import Facts
    from referat_parse.text import Span

_RELATED = re.compile(r"^[ \t#*]*(?:Relaterede dokumenter|Lignende dokumenter|Related documents)\b", re.MULTILINE)
_PAGE_END = re.compile(r"\bside(?:nr)?\.? ?\w+(?: af \d+)?\s*$", re.IGNORECASE)
_COPYRIGHT = re.compile(r"[\W\d]*(?:copyright|©)?[\W\d]*", re.IGNORECASE)
_SECRETARY = re.compile(r"refer|sekr", re.IGNORECASE)
_STREET = re.compile(r"[A-ZÆØÅ][^\d\n]{2,40} \d{1,3}[A-Za-z]?(?:,.*)?")
_NAMED_STREET = re.compile(
    r"[^\d\n]*(?:vej|gade|plads|allé|alleen|stræde|torv|vænge|kaj|parken|boulevard) \d{1,3}[A-Za-z]?(?:,.*)?",
    re.IGNORECASE,
)
_ONE_LINE = re.compile(r"(?P<name>[A-ZÆØÅ][\w &-]+), [A-ZÆØÅ][\w. ]+ \d{1,4}\w?, \d{4} [A-ZÆØÅ]\w+.*")
_NOT_NAME = re.compile(
    r"[:.?!]|\b(?:rådhus|rådhuset|kirke|kirken|kontakt|adresse|tilbage|sager|dagsorden)\b", re.IGNORECASE
)
_POST = re.compile(r"(?:DK-)?\d{4} [A-ZÆØÅ]\w+.*")
_PUBLISHING = re.compile(r"views|publi|upload|opdater|\bside\b", re.IGNORECASE)
_AGENDA = re.compile(r"\b(?:åben |åbne |den )?dagsorden(?:en)? (?:for|til) ", re.IGNORECASE)
_BLOCK = re.compile(
    r"^[ \t]*(?:Beslutning|Vedtagelse) (?:fra|i) (?P<body>[A-ZÆØÅ][^\n:]{3,80}?)[ \t:]*\n\s*(?:Møded|D)ato:?[ \t]*(?P<date>\S[^\n]*?)[ \t]*\n"
    r"(?:\s*(?:Mødes|S)ted:[ \t]*(?P<place>\S[^\n]*?)[ \t]*\n)?",
    re.MULTILINE,
)
_SHORT_NAME = re.compile(r"(?:møde(?:t)? i )?([A-ZÆØÅ]{2,4})\b")
_DOCUMENT = re.compile(DOCUMENT, re.IGNORECASE)
_AROUND = " \t*.,|0123456789"
_FOOT = 80
_FRONT_LINES = 6
_NAME_LENGTH = 60
_FIRST_ITEM = 800
_SITE_REACH = 2000


def before_related(tail: Passage) -> Passage:
    """The tail without a document portal's list of other documents."""
    cut = _RELATED.search(tail.text)
    return tail.part(0, cut.start()) if cut else tail


def read_tail(reader: AttendanceReader, facts: Facts) -> None:
    """Closing labels, attendance told at the end, page heads, and whose page it is; `reader` has the tail's text."""
    plain = reader.plain
    marked = reader.readers.labels.find(plain)
    labels = [one for one in marked.labels if one.field != "guests" or not _SECRETARY.match(plain.text, one.start)]
    read_labels(plain, [one for one in labels if one.field in FACTS - {"body", "authority", "end"}], facts, PAGE)
    read_labels(plain, [one for one in labels if one.field == "end"], facts)
    reader.lists([one for one in labels if one.field in PEOPLE])
    reader.prose(marked.free)
    lines = [(line.start, line.text) for line in plain.lines() if line.text and len(line.text) < 2 * _FOOT]
    for i, (start, text) in enumerate(lines):
        _read_foot(plain, start, text, facts)
        _read_address(plain, lines[i : i + 3], facts)


def read_site(portal: Passage, head: Passage, facts: Facts) -> None:
    """Whose site it is, from what a portal, or the document's own beginning and end, say."""
    source = head.source
    _read_portal(Plain.of(before_related(portal)), facts)
    if head.extent[0] > 0:
        _read_front(Plain.of(Passage.whole(source, 0, min(_SITE_REACH, head.extent[0]))), facts)
    cut = _RELATED.search(source)
    end = cut.start() if cut else len(source)
    _read_owner(Plain.of(Passage.whole(source, max(head.extent[1], end - _SITE_REACH), end)), facts)


def read_agenda(head: Passage, facts: Facts) -> None:
    """Body and date from the first item, if it is the approval of "dagsorden for X den D"."""
    begin = head.extent[1]
    match = _AGENDA.search(head.source, begin, begin + _FIRST_ITEM)
    if match is None:
        return
    at = match.end()
    line = head.source[at : at + 2 * _FOOT].partition("\n")[0]
    title = read_title(line)
    if title.date:
        plain = Plain.of(Passage.whole(head.source, at, at + len(line)))
        facts.offer_title(title, SESSION + 5, plain, 0, only=("body", "date"))
        short = _SHORT_NAME.match(line)
        if short:
            facts.offer("body", SESSION + 5, short[1], (at + short.start(1), at + short.end(1)))


def read_decision_block(head: Passage, facts: Facts) -> None:
    """Body, date and place from the first decision heading, where each decision repeats them on labelled lines."""
    match = _BLOCK.search(head.source, head.extent[1], head.extent[1] + _SITE_REACH)
    for name in ("body", "date", "place") if match else ():
        span = match.span(name) if match else (0, 0)
        value = flat(head.source[slice(*span)])
        date = read_date(value) if name == "date" else None
        facts.offer(name, SESSION - 5, date or (value if name != "date" else None), span)


def read_sessions(sessions: Sequence[Session], facts: Facts, within: Span, source: str) -> None:
    """Body and date from decision headings, where nothing better states them.

    The pair named most often is this meeting's; among equals the latest date, then the last named.
    """
    date, body = facts.date, facts.text("body")
    fitting = [s for s in sessions if date in {None, s.date} and (not body or same_body(s.body, body))]
    named_days = [(s.body, s.date) for s in fitting]
    pairs = Counter((name, day) for name, day in named_days if name and day is not None)
    order = {pair: i for i, pair in enumerate(named_days)}
    best = max(pairs, key=lambda pair: (pairs[pair], pair[1], order[pair])) if pairs else None
    for named, day in [best] if best else named_days:
        facts.offer("body", SESSION, named, _where(source, within, named))
        facts.offer("date", SESSION, day, _where_date(source, within, day))


def _read_foot(plain: Plain, start: int, text: str, facts: Facts) -> None:
    """A page's head or foot: authority, body and date."""
    for a, b in find_authorities(text)[:1]:
        sure = not text[:a].strip(" \t*") or _COPYRIGHT.fullmatch(text[:a])
        if sure or (len(text) < _FOOT and not text.endswith(".")):
            facts.offer("authority", PAGE if sure else SITE - 8, text[a:b], plain.span(start + a, start + b))
    title, page = read_title(text), _PAGE_END.search(text)
    if title.body and not title.derived and (title.date or page):
        rank = PAGE - 5 * (not page) - 8 * (title.date is None)
        facts.offer_title(title, rank, plain, start, only=("body", "date"))


def _read_address(plain: Plain, lines: Sequence[tuple[int, str]], facts: Facts) -> None:
    """An address block at the end: the line above street and postal code is whose site it is."""
    start, text = lines[0]
    single = _ONE_LINE.fullmatch(text)
    name = without_legal_form(single["name"] if single else text)
    below = [line for _, line in lines[1:]]
    post = len(below) > 1 and _STREET.fullmatch(below[0]) and _POST.fullmatch(below[1])
    plain_name = len(name) < _NAME_LENGTH and name[:1].isupper() and not _NOT_NAME.search(name)
    if plain_name and (single or post or (below and _NAMED_STREET.fullmatch(below[0]))):
        facts.offer("authority", PAGE - (10 if post or single else 15), name, plain.span(start, start + len(name)))


def _read_portal(plain: Plain, facts: Facts) -> None:
    """A portal's own lines: the document's title with what the transcript may have lost."""
    for line in plain.lines():
        if len(line.text) > 2 * _FOOT:
            continue
        for a, b in find_authorities(line.text)[:1]:
            facts.offer("authority", SITE - 5, line.text[a:b], plain.span(line.start + a, line.start + b))
        title = read_title(line.text) if line.text else None
        if title and title.date and not _PUBLISHING.search(line.text):
            facts.offer_title(title, SITE - 5, plain, line.start, only=("date", "start_time"))
    _read_front(plain, facts)


def _read_front(plain: Plain, facts: Facts) -> None:
    """The document's first lines: whose site it is, and of which body it shows minutes."""
    _read_owner(plain, facts)
    for line in [line for line in plain.lines() if line.text][:_FRONT_LINES]:
        for a, b in find_authorities(line.text)[:1] if len(line.text) <= 2 * _FOOT else []:
            facts.offer("authority", SITE - 6, line.text[a:b], plain.span(line.start + a, line.start + b))
    for line in plain.lines():
        if line.text and len(line.text) <= 2 * _FOOT and _DOCUMENT.match(line.text.strip(' "')):
            title = read_title(line.text)
            if title.body and not title.derived:
                facts.offer_title(title, SITE - 5, plain, line.start, only=("body",))


def _read_owner(plain: Plain, facts: Facts) -> None:
    """Lines that are nothing but the name of a municipality or region."""
    for line in plain.lines():
        for a, b in find_authorities(line.text)[:1] if len(line.text) <= 2 * _FOOT else []:
            if not (line.text[:a] + line.text[b:]).strip(_AROUND):
                facts.offer("authority", SITE - 5, line.text[a:b], plain.span(line.start + a, line.start + b))


def _where(source: str, within: Span, words: str | None) -> Span | None:
    """Where `words` first stand in `within`."""
    at = source.find(words, *within) if words else -1
    return (at, at + len(words)) if words and at >= 0 else None


def _where_date(source: str, within: Span, date: dt.date | None) -> Span | None:
    """Where `date` is first written in `within`."""
    found = next((d for d in find_dates(source[slice(*within)]) if d.value == date), None)
    return (within[0] + found.start, within[0] + found.end) if found else None
