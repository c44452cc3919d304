"""Dates in forms that `dates` does not know: "3 marts, 2025", "3. 3. 2025", "2025/03/03".

dateparser reads them, and its answer is checked, since it would rather guess than give up. It is
loaded only when asked, and asked only of what a label or a line has already marked off as a date.
"""

from __future__ import annotations

import datetime as dt
import re

from referat_parse.grammar.dates import WEEKDAYS
from referat_parse.text import flat

_LONGEST = 40
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WEEKDAY = re.compile(r"\b(" + "|".join(WEEKDAYS) + r")\b", re.IGNORECASE)
_FILLER = re.compile(r"\b(?:d\.|den\b|dato:?)|\bkl\b.*", re.IGNORECASE)


def read_odd_date(written: str) -> dt.date | None:
    """The one date that all of `written` is; None unless its year and day are stated and its weekday fits."""
    value = flat(_FILLER.sub(" ", written))
    years, weekdays = _YEAR.findall(value), _WEEKDAY.findall(value)
    if len(value) > _LONGEST or len(years) != 1 or len(weekdays) > 1:
        return None
    found = _ask(flat(_WEEKDAY.sub(" ", value)).strip(" ,."))
    if found is None or found.year != int(years[0]) or found.day not in map(int, _DAY.findall(value)):
        return None
    return found if not weekdays or WEEKDAYS[weekdays[0].casefold()] == found.weekday() else None


def _ask(value: str) -> dt.date | None:
    import dateparser  # noqa: PLC0415  slow to load

    found = dateparser.parse(
        value,
        languages=["da", "en"],
        settings={"DATE_ORDER": "DMY", "STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    return found.date() if isinstance(found, dt.datetime) else None
