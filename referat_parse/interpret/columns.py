"""Labels and values that the extraction took apart: all labels first, all values after.

The values are dealt out in the order of the labels, each label taking what has its form: a date, a
clock time, names; a place is what stands before the names, a remark what ends before them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from referat_parse.grammar.dates import find_clocks, find_dates
from referat_parse.interpret.labels import PEOPLE, Label
from referat_parse.text import trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.grammar.names import NameReader

_NOTHING = re.compile(r"(?:\s|kl\.?:?|[-–:*•])*", re.IGNORECASE)
_FILLER = re.compile(r"\s*(?:ingen|intet|-|–)\.?[ \t]*(?=\n|$)", re.IGNORECASE)
_NOBODY_LINE = re.compile(r"\n[ \t]*(?:ingen|intet|-|–)\.?[ \t]*(?=\n|$)", re.IGNORECASE)
_WEEKDAY = re.compile(r"[\s,]*(?:(?:man|tirs|ons|tors|fre|lør|søn)dag,?\s*)?(?:den\s+|d\.\s*)?", re.IGNORECASE)
_REMARK = re.compile(r"(?:(?:Pkt|Punkt|Sag)\.? \d|Mødet |OBS|Bemærk|NB)")
_SENTENCE = re.compile(r"\b(?:medvirkede|forlod|ankom|havde|deltog ikke|deltog i|mødte kl)\b")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_JOINED = re.compile(r"[,;]|\b(?:og|samt)\b")


def settle_columns(text: str, labels: Sequence[Label], names: NameReader) -> list[Label]:
    """The labels with their values' stretches put right where values stand apart from them."""
    settled: list[Label] = []
    for group in _groups(text, labels):
        settled += _deal(text, group, names) if _is_column(text, group, names) else group
    return settled


def _groups(text: str, labels: Sequence[Label]) -> Iterator[list[Label]]:
    """Runs of labels of which only the last has a value."""
    group: list[Label] = []
    for label in labels:
        group.append(label)
        if label.field == "toc" or not _is_empty(text, label):
            yield group
            group = []
    if group:
        yield group


def _is_empty(text: str, label: Label) -> bool:
    match = _NOTHING.match(text, label.value, label.end)
    return match is not None and match.end() == label.end


def _is_column(text: str, group: Sequence[Label], names: NameReader) -> bool:
    """Whether the last label's value holds the values of all of `group`."""
    last = group[-1]
    known = [label for label in group if label.field not in {"toc", "other"}]
    if len(group) < 2 or not known or last.field == "toc":  # noqa: PLR2004
        return False
    line_end = text.find("\n", last.value)
    same_line = text[last.value : line_end if line_end >= 0 else len(text)].strip()
    if "\n" not in text[group[0].start : last.value].rstrip():
        people = all(label.field in PEOPLE | {"chair"} for label in known)
        return not people or len(names.read(text[last.value : last.end].split("\n", maxsplit=1)[0])) >= len(known)
    if same_line:
        return False
    if any(label.field not in PEOPLE | {"remarks"} for label in group):
        return True
    apart = _BLANK_LINE.search(text[group[0].start : last.start])
    values = [line for line in text[last.value : last.end].splitlines() if line.strip()]
    return apart is None and len(values) >= len(group)


def _deal(text: str, group: Sequence[Label], names: NameReader) -> list[Label]:
    """Give each label of `group` its part of the values that stand behind the last one."""
    at, end = group[-1].value, group[-1].end
    dealt: list[Label] = []
    for i, label in enumerate(group):
        rest = [later.field for later in group[i + 1 :]]
        begin, stop = _take(text, at, end, label.field, rest, names)
        dealt.append(replace(label, value=begin, end=stop))
        at = max(at, stop)
    return dealt


def _take(text: str, at: int, end: int, name: str, rest: Sequence[str], names: NameReader) -> tuple[int, int]:
    """The stretch from `at` on that a label of field `name` takes; empty if nothing fits."""
    at = trim(text, at, end)[0]
    filler = _FILLER.match(text, at, end)
    if filler:
        return filler.span()
    if name == "date":
        return _take_date(text, at, end, with_clock=not {"start", "end"} & set(rest))
    if name in {"start", "end"}:
        return _take_clock(text, at, end)
    if name in PEOPLE:
        number = re.compile(r"\d{1,3}\s+(?=[A-ZÆØÅ])").match(text, at, end)
        return _take_people(text, number.end() if number else at, end, sum(f in PEOPLE for f in rest), names)
    if name in {"place", "body", "remarks", "authority"}:
        return _take_words(text, at, end, name, rest, names)
    return at, at


def _take_date(text: str, at: int, end: int, *, with_clock: bool) -> tuple[int, int]:
    lead = _WEEKDAY.match(text, at, end)
    begin = lead.end() if lead else at
    date = next(find_dates(text[begin : begin + 30]), None)
    if date is None or date.start > 2:  # noqa: PLR2004  a sign or two may stand before it
        return at, at
    stop = begin + date.end
    clock = next(find_clocks(text[stop : min(stop + 25, end)]), None) if with_clock else None
    return at, stop + clock.end if clock else stop


def _take_clock(text: str, at: int, end: int) -> tuple[int, int]:
    stop, reach = at, text[at : min(at + 30, end)]
    for clock in find_clocks(reach):
        if clock.start > 2 and not clock.closes:  # noqa: PLR2004  the next value's
            break
        stop = at + clock.end
    return at, stop


def _take_words(text: str, at: int, end: int, name: str, rest: Sequence[str], names: NameReader) -> tuple[int, int]:
    """Free words: to the line's end, or to where the next label's kind of value begins."""
    stops = [end]
    line_end = text.find("\n", at, end)
    if line_end >= 0:
        stops.append(line_end)
    if _take_date(text, at, end, with_clock=False)[1] > at or (name == "place" and _take_clock(text, at, end)[1] > at):
        return at, at
    if PEOPLE & set(rest) and (first := names.find_first(text[at : stops[-1]])) is not None:
        stops.append(at + first)
    if "remarks" in rest and (remark := _REMARK.search(text, at, end)):
        stops.append(remark.start())
    if name == "body":
        stops += [at + date.start for date in find_dates(text[at : stops[-1]])][:1]
    return at, max(at, min(stops))


def _take_people(text: str, at: int, end: int, more: int, names: NameReader) -> tuple[int, int]:
    """A list of names: to the end, or to where the next label's list begins; `more` lists follow."""
    if not more:
        return at, end
    if _SENTENCE.search(text[at:end].partition("\n")[0]):
        return at, at
    nobody = _NOBODY_LINE.search(text, at, end)
    end = nobody.start() if nobody else end
    people = names.read(text[at:end])
    gaps = [text[at + a.end : at + b.start] for a, b in pairwise(people)]
    repeated = next((i for i, p in enumerate(people) if p.name in {q.name for q in people[:i]}), None)
    if any(_JOINED.search(gap) for gap in gaps):
        breaks = [i + 1 for i, gap in enumerate(gaps) if not _JOINED.search(gap)]
    elif len(gaps) == more and not any("\n" in gap for gap in gaps):
        breaks = list(range(1, len(people)))
    else:
        breaks = [i + 1 for i, gap in enumerate(gaps) if _BLANK_LINE.search(gap)]
    if repeated and repeated not in breaks and len(breaks) < more:
        breaks.append(repeated)
    if not breaks:
        return at, end
    last = sorted(breaks)[-min(more, len(breaks))]
    return at, at + people[last - 1].end + _brackets(gaps[last - 1])


def _brackets(gap: str) -> int:
    """The length of brackets at the beginning of what stands between two names."""
    match = re.match(r"(?:\s*\([^()]*\))*", gap)
    return match.end() if match else 0
