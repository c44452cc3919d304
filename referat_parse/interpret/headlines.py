"""The lines of a head that no label governs: letterhead, title, date, place, and web clutter before them.

The head proper begins at the first line that heads the document or states a fact, with the
letterhead right above it; what stands before is the web page around the minutes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.grammar.body_lines import is_body_line
from referat_parse.grammar.owners import find_authorities
from referat_parse.interpret.facts import GUESS, LINE, SITE, TITLE, Facts
from referat_parse.interpret.headline import CRUMBS
from referat_parse.interpret.place_line import PlaceFinder
from referat_parse.text import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat_parse.interpret.headline import HeadLine
    from referat_parse.interpret.plain import Plain
    from referat_parse.interpret.readers import Readers

_PLAIN = re.compile(r"(?:åbent?|lukket|til|fra|for|af|i|(?:side(?:nr)?\.? ?)?\d{1,4}|nr\. ?\d+)\.?", re.IGNORECASE)
_PUBLISHED = re.compile(r"(?:publiceret|udsendt|offentliggjort|opdateret)\b.{0,40}", re.IGNORECASE)
_HOUR_ALONE = re.compile(r"(?:kl\.? ?)?(?P<hour>\d{1,2})[.:](?P<minute>[0-5]\d)", re.IGNORECASE)
_CRUMB = re.compile(r"\s*[/>»›]\s*")
_TWICE = re.compile(r"(?P<name>\S.{3,60}?) (?P=name)\b")
_WRAPPED = re.compile(r"\n[ \t]*(?=[a-zæøå\d])[^\n]{1,80}")
_SHORT = 60


def find_start(lines: Sequence[HeadLine]) -> int:
    """The index of the line where the head proper begins; `len(lines)` if it is nothing but clutter."""
    anchor = next((i for i, line in enumerate(lines) if line.anchors), None)
    if anchor is None:
        anchor = next((i for i, line in enumerate(lines) if line.body and not line.clutter), len(lines))
    while anchor > 0 and _goes_above(lines, anchor):
        anchor -= 1
    return anchor


def _goes_above(lines: Sequence[HeadLine], at: int) -> bool:
    """Whether the head goes on above line `at`: with a letterhead, or a short line that has one above it."""
    above = lines[at - 1]
    if not above.clutter and (above.letterhead or _PLAIN.fullmatch(above.text)):
        return True
    second = lines[at - 2] if at > 1 else None
    if second is None or second.clutter or not (second.body or second.authority or second.society or second.letterhead):
        return False
    short = len(above.text) < _SHORT and not above.clutter and not above.text.endswith(".")
    return short or bool(_PUBLISHED.fullmatch(above.text))


def read_lines(plain: Plain, lines: Sequence[HeadLine], first: int, facts: Facts, readers: Readers) -> None:
    """Take the facts that free lines state; those before line `first` count for little."""
    for line in lines[:first]:
        _read_site(plain, line, facts)
    places, dated = PlaceFinder(plain, facts, readers), False
    before: HeadLine | None = None
    for line in lines[first:]:
        if line.clutter or not line.text:
            _read_site(plain, line, facts)
            continue
        if line.society and not dated:
            _offer_society(plain, line, facts, LINE)
        _read_title(plain, line, facts)
        if before and before.only_date:
            _read_hour(plain, line, facts)
        before = line
        dated = dated or line.title.date is not None
        places.look(line)


def _read_hour(plain: Plain, line: HeadLine, facts: Facts) -> None:
    """A clock time that is a line of its own, below the date's, is the beginning."""
    hour = _HOUR_ALONE.fullmatch(line.text)
    if hour and int(hour["hour"]) < 25:  # noqa: PLR2004  hours of a day
        at = line.start + hour.start("hour"), line.start + len(line.text)
        facts.offer("start_time", LINE, f"{int(hour['hour']):02d}:{hour['minute']}", plain.span(*at))


def _offer_society(plain: Plain, line: HeadLine, facts: Facts, rank: int) -> None:
    """The association that a line names; spaced capitals are not literally the name, so they get no span."""
    name = line.society or ""
    literal = line.text.startswith(name)
    facts.offer("authority", rank, name, plain.span(line.start, line.start + len(name)) if literal else None)


def _read_site(plain: Plain, line: HeadLine, facts: Facts) -> None:
    """Whose site it is, and as a last resort the body that a heading of the site names."""
    if line.society:
        _offer_society(plain, line, facts, SITE - 2)
    for start, end in find_authorities(line.text)[:1]:
        facts.offer("authority", SITE, flat(line.text[start:end]), plain.span(line.start + start, line.start + end))
    if line.title.kind and line.title.body and not line.title.derived:
        facts.offer_title(line.title, SITE, plain, line.start, only=("body",))
    twice = _TWICE.match(line.text)
    crumbs = _CRUMB.split(line.text) if CRUMBS.match(line.text) else [twice["name"]] if twice else []
    for crumb in reversed(crumbs):
        if is_body_line(crumb):
            at = line.start + line.text.rfind(crumb)
            facts.offer("body", SITE - 5, crumb, plain.span(at, at + len(crumb)))


def _read_title(plain: Plain, line: HeadLine, facts: Facts) -> None:
    """What a heading line says."""
    title = line.title
    heads = bool(title.kind or title.meeting or title.date)
    rank = TITLE if heads else LINE
    if title.body and (heads or line.body or line.labelled or title.authority):
        facts.offer_title(title, rank, plain, line.start, only=("body",))
    elif title.weak and heads and title.date:
        at = title.at["weak"]
        facts.offer("body", GUESS, title.weak, plain.span(line.start + at[0], line.start + at[1]))
    dated = rank - 15 * line.only_date + 3 * bool(title.start)
    facts.offer_title(title, dated, plain, line.start, only=("date",))
    _complete_place(plain, line)
    facts.offer_title(title, rank, plain, line.start, only=("start_time", "end_time", "place"))
    if title.authority and (line.authority or heads or line.entitled or title.at["authority"][0] == 0):
        facts.offer_title(title, rank, plain, line.start, only=("authority",))


def _complete_place(plain: Plain, line: HeadLine) -> None:
    """Add to a place at the line's end what runs over into the next line ("i Himmerlandsgade / 27, lokale 214")."""
    title = line.title
    at = title.at.get("place")
    more = _WRAPPED.match(plain.text, line.start + at[1]) if at and line.start + at[1] == line.end else None
    if more and at:
        title.at["place"] = at[0], at[1] + len(more[0])
        title.place = flat(plain.text[line.start + at[0] : line.start + at[1] + len(more[0])])
