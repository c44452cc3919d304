"""Facts of a meeting's head as they are found: each with a rank, the best one wins.

Ranks are only compared within one field: a label's value is worth more than a heading line, that
more than a page head, and the names in decision headings are the last resort.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.grammar.body_lines import clean_body, is_body_line
from referat_parse.grammar.odd_dates import read_odd_date
from referat_parse.grammar.places import clean_place
from referat_parse.grammar.titles import Title, read_title, read_when
from referat_parse.text import trim, unwrap

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from referat_parse.interpret.labels import Label
    from referat_parse.interpret.plain import Plain
    from referat_parse.text import Span

LABEL, TITLE, LINE, PAGE, SESSION, GUESS, SITE = 90, 80, 70, 60, 50, 40, 20
_NEAR = 5
_NOTHING = re.compile(r"[\s:|*•.–-]*(?:ingen|intet|-)?[\s.]*", re.IGNORECASE)
_HOURS = re.compile(r"\s*(\d{1,2})(?:\s*(?:[-–]|til)\s*(\d{1,2}))?\s*\.?\s*")
_ROOM = re.compile(r"(?i)\s(?=(?:møde)?lokale\b)")
_LETTER_DATE = re.compile(r"(?i)[\s•*-]*dato\b")
_LETTER = re.compile(
    r"(?i)[\s•*-]*(?:j\.? ?nr|journalnr|sagsnr|sagsbehandler|ref\.|tlf|telefon|direkte|initialer|e-?mail|dok)"
)
_STRONG_DATE = re.compile(r"(?i)møde")


@dataclass(slots=True)
class Facts:
    """The best value of each field so far: rank, value, source span (None where it is not literally there)."""

    found: dict[str, tuple[int, str | dt.date, Span | None]] = field(default_factory=dict)

    def offer(self, name: str, rank: int, value: str | dt.date | None, span: Span | None) -> None:
        """Take `value` for the field `name` unless one of the same or a higher rank is there."""
        if value and (name not in self.found or self.found[name][0] < rank):
            self.found[name] = (rank, value, span)

    def text(self, name: str) -> str | None:
        """The value of a field other than the date."""
        value = self.found.get(name, (0, None, None))[1]
        return value if isinstance(value, str) else None

    @property
    def date(self) -> dt.date | None:
        """The best date so far."""
        value = self.found.get("date", (0, None, None))[1]
        return None if isinstance(value, str) else value

    def offer_title(self, title: Title, rank: int, plain: Plain, base: int, *, only: Sequence[str] = ()) -> None:
        """Take what a heading line says, its offsets counted from `base` in `plain`."""
        values: dict[str, str | dt.date | None] = {
            "body": title.body,
            "date": title.date,
            "start_time": title.start,
            "end_time": title.end,
            "place": title.place,
            "authority": title.authority,
        }
        keys = {"start_time": "start", "end_time": "end"}
        for name, value in values.items():
            at = title.at.get(keys.get(name, name))
            if value and at and (not only or name in only):
                span = None if name == "body" and title.derived else plain.span(base + at[0], base + at[1])
                self.offer(name, rank - 5 * (name == "body" and title.derived), value, span)


def read_labels(plain: Plain, labels: Sequence[Label], facts: Facts, rank: int = LABEL) -> None:
    """Take the facts that labels state."""
    for i, label in enumerate(labels):
        if label.field in {"date", "start", "end"}:
            letter = _is_letter_date(plain.text, label, (*labels[max(i - 1, 0) : i], *labels[i + 1 : i + 2]))
            _read_times(plain, label, facts, min(rank, LINE) if letter else rank)
        elif label.field in {"place", "body", "authority"}:
            _read_words(plain, label, facts, rank)


def _is_letter_date(text: str, label: Label, near: Sequence[Label]) -> bool:
    """Whether a "Dato" is a letter's, not the meeting's: labels of a letter stand next to it."""
    return bool(_LETTER_DATE.match(text, label.start)) and any(_LETTER.match(text, one.start) for one in near)


def value_at(plain: Plain, label: Label, *, lines: int = 1) -> tuple[int, int]:
    """Where a label's value stands: the rest of its line with what runs over, or the next line that is not blank."""
    text = plain.text
    at = re.compile(r"[\s:|*•]*").match(text, label.value, label.end)
    start = at.end() if at else label.value
    if text.count("\n", label.value, start) > _NEAR:
        return label.value, label.value
    end = text.find("\n", start, label.end)
    end = end if end >= 0 else label.end
    while (
        lines
        and end < label.end
        and (following := _CONTINUED.match(text, end, label.end))
        and _runs_on(text, start, end)
    ):
        end = following.end()
    gap = re.compile(r"\t| {4,}").search(text, start, end)
    return trim(text, start, gap.start() if gap and text[gap.start()] == "\t" else end)


_CONTINUED = re.compile(r"\n[ \t]*[^\s•*|-][^\n]*")


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether a value goes on in the next line: it ends on a comma, or that line is indented like a column."""
    indented = re.compile(r"\n[ \t]{6,}\S").match(text, end)
    return text[start:end].rstrip().endswith(",") or bool(indented)


def _read_times(plain: Plain, label: Label, facts: Facts, rank: int) -> None:
    start, end = value_at(plain, label, lines=0)
    value = plain.text[start:end]
    title = read_when(value)
    if label.field == "date" and title.date is None and (odd := read_odd_date(value)):
        title.date, title.at["date"] = odd, (0, len(value))
    hours = _HOURS.fullmatch(value)
    if title.start is None and hours and int(hours[1]) < 25 and not title.date:  # noqa: PLR2004  hours of a day
        title.start, title.at["start"] = f"{int(hours[1]):02d}:00", hours.span(1)
        if hours[2]:
            title.end, title.at["end"] = f"{int(hours[2]):02d}:00", hours.span(2)
    if label.field == "end":
        title.end, title.at["end"] = title.start, title.at.get("start", (0, 0))
        title.start, title.place = None, None
        facts.offer_title(title, rank, plain, start, only=("end_time",))
        return
    strong = bool(_STRONG_DATE.search(plain.text[label.start : label.value]))
    full = title.date is not None and title.start is not None
    facts.offer_title(title, rank + 2 * strong + (label.field == "date") + full, plain, start, only=("date",))
    facts.offer_title(title, rank - 2 * (label.field == "date"), plain, start, only=("start_time", "end_time"))
    facts.offer_title(title, rank - 10, plain, start, only=("place",))


def _read_words(plain: Plain, label: Label, facts: Facts, rank: int) -> None:
    start, end = value_at(plain, label)
    value = plain.text[start:end]
    if _NOTHING.fullmatch(value):
        return
    if label.field == "place":
        start, end = clean_place(plain.text, start, end)
        facts.offer("place", rank, unwrap(plain.text[start:end]), plain.span(start, end))
    elif label.field == "authority":
        facts.offer("authority", rank, unwrap(value), plain.span(start, end))
    else:
        _read_body(plain, start, end, facts, rank)


def _read_body(plain: Plain, start: int, end: int, facts: Facts, rank: int) -> None:
    """A body's label may hold date and clock as well, or only a word for the document."""
    value = plain.text[start:end]
    room = _ROOM.search(value)
    if room and is_body_line(value[: room.start()].strip()):
        at = clean_place(value, room.start(), len(value))
        facts.offer("place", rank - 10, unwrap(value[slice(*at)]), plain.span(start + at[0], start + at[1]))
        value = value[: room.start()].rstrip()
    title = read_title(value)
    if title.body is None and title.weak:
        title.body, title.at["body"] = title.weak, title.at["weak"]
    if title.body is None and is_body_line(clean_body(value)):
        title.body, title.at["body"] = clean_body(value), (0, len(value))
    facts.offer_title(title, rank, plain, start)
