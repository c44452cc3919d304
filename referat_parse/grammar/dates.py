"""Dates and clock times as Danish minutes write them.

The forms: "den 3. marts 2025", "22-11-2021", "16.09.2019", "3/10 2018", "18-september-2002",
"13. okt 2016", "2019-08-21", "Maj 23, 2018", "8/29/2019 4:00:00 PM", "8.10.25"; times "kl. 17",
"18.30", "16:30:00", "07:00 PM". A year is always asked for; nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januar", "jan"),
            ("februar", "feb", "febr"),
            ("marts", "mar"),
            ("april", "apr"),
            ("maj",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("august", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    name: number for number, name in enumerate(("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"))
}
MONTH = r"(?:jan(?:uar)?|feb(?:r(?:uar)?)?|mar(?:ts)?|apr(?:il)?|maj|jun[i]?|jul[i]?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_SP = r"[ \u00a0]"
DATE = (
    rf"(?:\d{{1,2}}\.?(?:{_SP}{{0,2}}|-|\.){MONTH}\.?(?:{_SP}{{1,2}}|-)\d{{4}}"  # 3. marts 2025, 18-september-2002
    rf"|{MONTH}{_SP}\d{{1,2}},{_SP}?\d{{4}}"  # Maj 23, 2018
    rf"|(?:19|20)\d\d-\d\d-\d\d"  # 2019-08-21
    rf"|\d{{1,2}}[./-]\d{{1,2}}[./-](?:19|20)\d\d"  # 22-11-2021
    rf"|\d{{1,2}}/\d{{1,2}}[ -](?:19|20)\d\d"  # 3/10 2018, 12/2-2025
    rf"|\d{{1,2}}\.\d{{1,2}}\.\d\d(?!\d))"  # 8.10.25
)
"""Pattern (case to be ignored, no groups) of a date with its year."""

TIME = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?::[0-5]\d)?(?:[ \u00a0]?[AP]M\b)?"
"""Pattern (case to be ignored, no groups) of a clock time with minutes."""

_DATE = re.compile(rf"(?<![\d.,/-]){DATE}(?![\d]|[.,/-]\d)", re.IGNORECASE)
_PARTS = (
    (re.compile(rf"(\d{{1,2}})\D{{1,3}}?({MONTH})\.?\D{{1,2}}(\d{{4}})", re.IGNORECASE), "dmy"),
    (re.compile(rf"({MONTH})\W(\d{{1,2}}),\W?(\d{{4}})", re.IGNORECASE), "mdy"),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), "ymd"),
    (re.compile(r"(\d{1,2})[./-](\d{1,2})[./ -](\d{4}|\d\d)"), "dmy"),
)
_TIME = re.compile(r"([01]?\d|2[0-4])[.:]([0-5]\d)(?::[0-5]\d)?(?:[ \u00a0]?([AP])M\b)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found at `[start, end)` of the text that was searched."""

    start: int
    end: int
    value: dt.date


def read_date(written: str) -> dt.date | None:
    """The date that `written` is or holds first in one of the known forms; None if there is none."""
    found = next(find_dates(written), None)
    return found.value if found else None


def find_dates(text: str) -> Iterator[Dated]:
    """Every date with a year in `text`, in order."""
    for match in _DATE.finditer(text):
        value = _value(match[0], us=_is_us(text, match.end()))
        if value:
            yield Dated(match.start(), match.end(), value)


def read_time(written: str) -> str | None:
    """The first clock time in `written` as "HH:MM"; a bare hour only after "kl."; None if none."""
    match = _TIME.search(written)
    if match:
        hour, minute = int(match[1]), match[2]
        if match[3]:
            hour = hour % 12 + (12 if match[3].upper() == "P" else 0)
        return f"{hour % 24:02d}:{minute}"
    bare = re.search(r"\bkl\.?\s*(\d{1,2})\b", written, re.IGNORECASE)
    return f"{int(bare[1]):02d}:00" if bare and int(bare[1]) < 25 else None  # noqa: PLR2004  hours of a day


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time found at `[start, end)`; `closes` tells that it is the later end of a range."""

    start: int
    end: int
    value: str
    closes: bool = False


_CLOCK = re.compile(
    r"(?:\bkl(?:okken|\.)?[:.]?[ \u00a0]*|(?<![\d.,/-]))(?P<h>[01]?\d|2[0-4])[.:](?P<m>[0-5]\d)(?::[0-5]\d)?(?!\d|[.,/]\d)(?:[ \u00a0]?(?P<half>[AP])M\b)?"
    r"|\bkl(?:okken|\.)?[:.]?[ \u00a0]*(?P<bare>[01]?\d|2[0-4])(?![\d.,/]?\d|[.]\w)",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"[ \u00a0]*(?:[-–—]|til|og[ ]slut(?:tede)?)[ \u00a0]*(?:(?:ca\.?|kl\.?|klokken)[ \u00a0]*){0,2}(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d)(?::[0-5]\d)?)?(?![\d./]?\d)",
    re.IGNORECASE,
)


def find_clocks(text: str) -> Iterator[Clock]:
    """Every clock time in `text`, dates left aside; "kl. 17-19" gives two, the second `closes`."""
    hidden = _DATE.sub(lambda date: "#" * len(date[0]), text)
    at = 0
    while match := _CLOCK.search(hidden, at):
        yield Clock(match.start(), match.end(), _clock(match["h"] or match["bare"], match["m"], match["half"]))
        at = match.end()
        partner = _RANGE.match(hidden, at)
        if partner:
            yield Clock(partner.start("h"), partner.end(), _clock(partner["h"], partner["m"]), closes=True)
            at = partner.end()


def _clock(hour: str, minute: str | None, half: str | None = None) -> str:
    full = int(hour)
    if half:
        full = full % 12 + (12 if half.upper() == "P" else 0)
    return f"{full % 24:02d}:{minute or '00'}"


def _is_us(text: str, end: int) -> bool:
    """Whether the date that ends at `end` is followed by a time with AM or PM: then month is first."""
    return bool(re.match(r"[ \u00a0]+\d{1,2}:\d\d(?::\d\d)?[ \u00a0]?[AP]M\b", text[end : end + 16], re.IGNORECASE))


def _value(written: str, *, us: bool) -> dt.date | None:
    for pattern, order in _PARTS:
        match = pattern.fullmatch(written)
        if match:
            parts = dict(zip("mdy" if us and order == "dmy" else order, match.groups(), strict=True))
            return _date(parts["y"], parts["m"], parts["d"])
    return None


def _date(year: str, month: str, day: str) -> dt.date | None:
    number = MONTHS.get(month.casefold()) or (int(month) if month.isdigit() else 0)
    full = int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004  two-digit years are of this century
    try:
        return dt.date(full, number, int(day))
    except ValueError:
        return None
