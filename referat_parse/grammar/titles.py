"""The line that heads a document: what it is, of whom, when and where.

"REFERAT Økonomiudvalget d. 03-10-2012", "Referat af møde i X den D kl. T i STED", "X - Referat - D",
"Nordby Vandværk: Referat fra bestyrelsesmøde D": date, clock and place are read first, words for
documents and meetings are taken away, what stays is the body (or the authority).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.grammar.body_lines import (
    ASSEMBLY,
    BOARD_OF,
    COMPOUND,
    SHORT_COMPOUND,
    abbreviation,
    clean_body,
    definite,
    is_body_line,
)
from referat_parse.grammar.dates import MONTH, Clock, Dated, find_clocks, find_dates
from referat_parse.grammar.owners import find_authorities, is_society, society_line
from referat_parse.grammar.places import HELD, PLACE, clean_place
from referat_parse.text import flat, trim

if TYPE_CHECKING:
    import datetime as dt

    from referat_parse.text import Span

DOCUMENT = (
    r"(?:(?:åbe[nt]{1,2}|lukket|endeligt?|godkendt|foreløbigt?|udkast til|offentligt?|kort|møde) )*"
    r"(?:(?:tillægs|beslutnings|møde|protokol|aftale)?-?referat(?:er)?|r e f e r a t|d a g s o r d e n|(?:tillægs)?dagsorden"
    r"|(?:beslutnings|møde|forhandlings)?protokol|protokoludskrift|udskrift af protokol(?:len)?|beslutninger|vedtagelser|refer)\b"
    r"(?: med (?:vedtagelser|beslutninger|åbne punkter)|(?: ?- ?|/| )(?:åben|åbent|lukket)(?: dagsorden)?\b)?"
)
"""Pattern (case ignored) of the words that say what a document is."""

_WEEKDAY = r"(?:man|tirs|ons|tors|fre|lør|søn)dag"
_MEETING = (
    r"(?:(?:det|et|åbent|åbne|lukket|lukkede|ordinært|ordinære|ekstraordinært|ekstraordinære|konstituerende|fælles|virtuelt"
    r"|digitalt|\d+\.) ){0,3}(?:møder?|mødet|dialogmøde|fællesmøde|temamøde)\b(?:,? nr\.? ?[\w/.-]{1,8})?"
)
_SIGNS = r"[\s,.:;•|–/*#_-]+"
_LEADING = re.compile(
    rf"(?:{_SIGNS}|(?:{DOCUMENT})(?![\w-])|(?-i:Referat|Dagsorden|REFERAT)(?=(?-i:[A-ZÆØÅ][a-zæøå]))|og(?=\s+(?:{DOCUMENT}))"
    rf"|(?:fra|af|til|for|over|mellem|vedr(?:ørende|\.)?|i|med|om|den|d\.|kl\.?|{_WEEKDAY})(?=\s)"
    rf"|{_MEETING}(?=\s|$|[,:])|(?:indkaldelse|indbydelse)(?= til\s)|sidenr\.? ?\d+|nr\. ?\d+)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    rf"(?:{_SIGNS}|(?<![\w-])(?:{DOCUMENT})|(?<!\w)(?:fra|af|til|for|i|på|med|den|d|afholdt|holdt|vedr)(?=[\s.]*$)"
    rf"|(?<![\w-]){_MEETING}|(?<!\w){_WEEKDAY}|(?<!\w)kl)[\s.,:]*$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*(?:\bside(?:nr)?\.? ?\w{1,6}(?: af \d+)?|\bs\. ?\d+)\s*$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_PUBLISHED = re.compile(
    r"\b(?:publiceret|udsendt|udsendelse\w*|opdateret|offentliggjort|oprettet|udskrevet|views|næste møde|fastlagte|godkendt"
    r"|dateret|senest|trykt|indtil|siden|pr|efter|før|frist|vedtaget|underskrevet)\b[^\d]{0,30}$",
    re.IGNORECASE,
)
_WHEN_BEFORE = re.compile(
    rf"(?:(?<!\w){_WEEKDAY},?\s*)?(?:(?<!\w)(?:den\s+|d\.?\s*))?(?:(?<!\w)\d{{1,2}}\.? ?{MONTH}\.?,?\s*)?$",
    re.IGNORECASE,
)
_KIND = re.compile(rf"(?<![\w-])(?:{DOCUMENT})(?![\w-])", re.IGNORECASE)
_HELD_MEETING = re.compile(_MEETING, re.IGNORECASE)
_HOUR = re.compile(r"kl(?:okken|\.)?[:.]?\s*", re.IGNORECASE)
_AT = re.compile(r"\s*,?\s*(?:i|på)\s+(?=\S)")
_BEFORE_HOUR = re.compile(r"(?:\s*,?\s*(?:fra )?kl(?:okken|\.)?[:.]?\s*|\s+fra\s+)$", re.IGNORECASE)
_AT_PLACE = re.compile(r"(?:i|på|hos)\s+\S", re.IGNORECASE)
_BREAK = re.compile(r"\s*[,.:;•|–-]*\s*")
_OF_SOCIETY = re.compile(r"\s*,?\s*(?:i|for|på|hos|ved|af|fra)\s+")
_PAGE_FIRST = re.compile(r"(?:\d{1,4}\s+)?side(?:nr)?\.? ?\d{1,4}\s+(?=\S)", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}[a-z]$", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}\s+(?=[A-ZÆØÅ])")
_NOT_GUESS = re.compile(r"[.:;?!\t]| {2,}|\b(?:er|blev|var|har|bliver|via)\b")
_GUESS_LENGTH = 70


@dataclass(slots=True)
class Title:
    """What a line says; offsets in `at` are those of the line. `derived`: the body is a compound's root.

    `weak` is what is left of a heading line that has no word for a body: perhaps one all the same.
    """

    kind: str | None = None
    body: str | None = None
    weak: str | None = None
    authority: str | None = None
    date: dt.date | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    derived: bool = False
    meeting: bool = False
    at: dict[str, Span] = field(default_factory=dict)


def read_title(line: str) -> Title:
    """What a heading line says; everything is None where it says nothing."""
    title = Title()
    line = _PAGE.sub(lambda page: " " * len(page[0]), line)
    when = _read_when(line, title)
    _read_name(line, 0, when[0] if when else len(line), title)
    if when:
        _read_rest(line, *when, title)
    held = HELD.search(line)
    if held and title.place is None:
        _set_place(line, held.end(), when[0] if when and when[0] > held.end() else len(line), title)
    return title


def read_when(value: str) -> Title:
    """Date, clock times and place of a label's value ("Tirsdag den 3. maj 2016 kl. 17-19 i Byrådssalen")."""
    title = Title()
    when = _read_when(value, title, bare=True)
    if when:
        _read_rest(value, *when, title)
    return title


def _read_when(line: str, title: Title, *, bare: bool = False) -> Span | None:
    """Read date and clock times; the stretch that they take, weekday and "den" included.

    `bare`: a clock time counts without a date and without "kl.".
    """
    open_text = _BRACKETS.sub(lambda m: "#" * len(m[0]), line)
    date = next((d for d in find_dates(open_text) if not _PUBLISHED.search(line[: d.start])), None)
    clocks = [c for c in find_clocks(open_text) if date is None or c.start >= date.end or _has_word(line, c)]
    if date:
        title.date, title.at["date"] = date.value, (date.start, date.end)
    opening = next((c for c in clocks if not c.closes), None)
    closing = next((c for c in clocks if c.closes), None)
    if opening and (bare or date or closing or _has_word(line, opening)):
        title.start, title.at["start"] = opening.value, _digits(line, opening)
        if closing:
            title.end, title.at["end"] = closing.value, _digits(line, closing)
    return _taken(line, date, [c for c in (opening, closing) if c and title.start])


def _taken(line: str, date: Dated | None, clocks: list[Clock]) -> Span | None:
    """From the weekday before the first of date and clocks to the end of the last."""
    parts = [(date.start, date.end)] if date else []
    parts += [(c.start, c.end) for c in clocks]
    if not parts:
        return None
    first = min(parts)[0]
    lead = _WHEN_BEFORE.search(line[:first])
    return (lead.start() if lead else first), max(end for _, end in parts)


def _has_word(line: str, clock: Clock) -> bool:
    """Whether "kl." stands before a clock time."""
    return bool(_HOUR.match(line, clock.start, clock.end))


def _digits(line: str, clock: Clock) -> Span:
    """The digits of a clock time, "kl." left out."""
    word = _HOUR.match(line, clock.start, clock.end)
    return (word.end() if word else clock.start), clock.end


def _read_rest(line: str, start: int, end: int, title: Title) -> None:
    """Place, or else body, from what stands behind the date, or between date and clock."""
    date, clock = title.at.get("date"), title.at.get("start")
    if date and clock and date[1] < clock[0] and (between := _AT.match(line, date[1], clock[0])):
        stop = _BEFORE_HOUR.search(line[: clock[0]])
        _set_place(line, between.end(), stop.start() if stop else clock[0], title)
    rest = _BREAK.match(line, end)
    begin = rest.end() if rest else end
    tail = line[begin:].strip()
    if not tail or title.place or start < 0:
        return
    if _AT_PLACE.match(tail) or PLACE.search(tail):
        _set_place(line, begin, len(line), title)
    elif title.body is None:
        _read_name(line, begin, len(line), title)


def _set_place(line: str, start: int, end: int, title: Title) -> None:
    start, end = clean_place(line, start, end)
    if start < end:
        title.place, title.at["place"] = flat(line[start:end]), (start, end)


def _set_authority(line: str, at: Span, title: Title) -> None:
    title.authority, title.at["authority"] = flat(line[slice(*at)]), at


def _read_name(line: str, start: int, end: int, title: Title) -> None:
    """Kind of document, authority and body from `[start, end)` of a line."""
    title.meeting = title.meeting or bool(_HELD_MEETING.search(line, start, end))
    kind = _KIND.search(line, start, end)
    title.kind = title.kind or (flat(kind[0]).casefold() if kind else None)
    start, end = _society_before(line, start, kind.start() if kind else end, end, title)
    start, end = _authority_at_end(line, start, end, title)
    if not _read_assembly(line, start, end, title):
        start, end = _peel(line, start, end)
        if start < end:
            _read_body(line, start, end, title)


def _society_before(line: str, start: int, kind: int, end: int, title: Title) -> Span:
    """Take "Nordby Vandværk: " off the front, as the authority; without colon before the `kind` of document."""
    colon = line.find(":", start, end)
    at = trim(line, start, max(colon, start))
    if at[0] < at[1] and is_society(line[slice(*at)]) and not _KIND.match(line, *at):
        _set_authority(line, at, title)
        return colon + 1, end
    lead = _PAGE_FIRST.match(line, start, kind) or _NUMBER.match(line, start, kind)
    at = trim(line, lead.end() if lead else start, kind)
    if at[0] < at[1] < kind < end and society_line(line[slice(*at)]) == line[slice(*at)]:
        _set_authority(line, at, title)
        return kind, end
    return start, end


def _authority_at_end(line: str, start: int, end: int, title: Title) -> Span:
    """Note the first municipality named; take it off if it stands at the beginning or the end."""
    for a, b in find_authorities(line[start:end])[:1]:
        at = start + a, start + b
        _set_authority(line, at, title)
        if not line[start : at[0]].strip(" \t#*0123456789"):
            return at[1], end
        if not line[at[1] : end].strip(" \t*.,:|"):
            return start, at[0]
    return start, end


def _society_behind(line: str, start: int, end: int, title: Title) -> int:
    """Note the society that a comma behind a body names ("Bestyrelsen, Nordby Skole"); where the body ends."""
    comma = line.find(",", start, end)
    at = trim(line, comma + 1, end)
    body, whose = line[start:comma].strip(), line[slice(*at)]
    if comma < 0 or not is_society(whose) or not whose[:1].isupper() or "," in whose:
        return end
    if not is_body_line(body[:1].upper() + body[1:]):
        return end
    _set_authority(line, at, title)
    return comma


def _read_assembly(line: str, start: int, end: int, title: Title) -> bool:
    """Body from a compound ("bestyrelsesmøde") or assembly, and the society that "i", "for" names behind it."""
    compound = COMPOUND.search(line, start, end) or SHORT_COMPOUND.search(line, start, end)
    match = compound or ASSEMBLY.search(line, start, end)
    if match is None:
        return False
    title.meeting = True
    if compound:
        root = compound["root"]
        title.body, title.derived = (root, False) if root.isupper() else (definite(root), True)
        title.at["body"] = compound.span("root" if root.isupper() else "whole")
    else:
        title.body, title.at["body"] = flat(match[0]), match.span()
    behind = _OF_SOCIETY.match(line, match.end(), end)
    at = _peel(line, behind.end(), end) if behind else (end, end)
    if at[0] < at[1] and title.authority is None and _is_whose(match[0], line[slice(*at)]):
        _set_authority(line, at, title)
    return True


def _is_whose(meeting: str, whose: str) -> bool:
    """Whether what "i" names behind a meeting is the society that holds it, not a place."""
    if is_society(whose) or "generalforsamling" in meeting.casefold():
        return True
    single = " " not in whose and whose.endswith(("et", "en"))
    return (
        meeting.casefold().startswith("bestyrelse") and whose[:1].isupper() and not single and not PLACE.search(whose)
    )


def _peel(line: str, start: int, end: int) -> Span:
    """Take words for documents and meetings, prepositions and signs off both ends."""
    start, end = trim(line, start, end)
    number = _NUMBER.match(line, start, end)
    start = number.end() if number else start
    page = _PAGE_FIRST.match(line, start, end)
    start = page.end() if page else start
    while start < end and (lead := _LEADING.match(line, start, end)):
        start = lead.end()
    while start < end and (trail := _TRAILING.search(line[:end], start)):
        end = trail.start()
    end += bool(_DOTTED.search(line[start:end]) and line[end : end + 1] == ".")
    return trim(line, start, end)


def _read_body(line: str, start: int, end: int, title: Title) -> None:
    """Set the body, or the weak guess if what is left does not look like one."""
    board = BOARD_OF.fullmatch(line, start, end)
    if board and (is_society(board["whose"]) or board["whose"].endswith(" Kirke")):
        _set_authority(line, board.span("whose"), title)
        end = board.end("board")
    else:
        end = _society_behind(line, start, end, title)
    written = flat(line[start:end])
    short = abbreviation(line[start:end])
    stop = start + short.start() if short else end
    body = clean_body(written)
    genitive = len(flat(line[start:stop])) - len(body)
    named = body[:1].upper() + body[1:] if title.kind or title.meeting else body
    if is_body_line(named):
        title.body, title.at["body"] = body, (start, stop - max(genitive, 0))
    elif len(written) < _GUESS_LENGTH and written[:1].isupper() and not _NOT_GUESS.search(line[start:end]):
        heads = title.kind or title.meeting
        if heads and title.authority is None and society_line(written) == written == line[start:end]:
            _set_authority(line, (start, end), title)
            return
        title.weak, title.at["weak"] = written, (start, end)
