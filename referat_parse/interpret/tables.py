"""Tables in a section's text: Markdown and pipe rows, tab-separated rows, columns set with blanks.

Only what is evidently a table counts: at least two rows running with at least two cells each. A table
that page furniture cuts in two is one table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from referat_parse.models import Table
from referat_parse.text import flat, trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.text import Passage

Style = Literal["pipe", "tab", "blank"]

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_RULE = re.compile(r"[\s|:+=-]+")
_GAP = re.compile(r"[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*")
_UNIT = r"(?:%|pct\.?|kr\.?|mio\.?(?:\s?kr\.?)?|t\.?kr\.?|stk\.?|km/t|timer)"
_WIDE_GAP = re.compile(r"[ \u00a0]{3}|\t")
_FIGURE = re.compile(rf"\**[-+–(]{{0,2}}\d[\d., \u00a0]*\)?\s?{_UNIT}?\**|[-–]|x", re.IGNORECASE)
_YEAR = re.compile(r"(?:(?:R|B|BO|Budget|Regnskab)\s?)?(?:19|20)\d\d(?:[/-]\d{2,4})?", re.IGNORECASE)
_LIST_MARK = re.compile(r"(?:\d{1,3}|[a-z])[.)]|[-–•*·]|(?:Ad|Punkt|Pkt)\.? ?\d*\.?", re.IGNORECASE)
_SENTENCE = re.compile(r"[a-zæøå]{2}[.:!?]$")
_LONG_CELL = 60


@dataclass(slots=True)
class _Row:
    """A row as found: where its line is, its cells, and how they are set apart. A rule has no cells.

    `wide`: a gap of three blanks or more; two alone also stand behind full stops.
    """

    start: int
    end: int
    cells: list[str]
    style: Style
    indent: int = 0
    wide: bool = False


@dataclass(slots=True)
class _Group:
    """Rows of one table in the making, taken up to `end`.

    `ruled`: a Markdown rule stood under the first; `spaced`: blank lines stand between its lines.
    """

    rows: list[_Row]
    end: int
    ruled: bool = False
    spaced: bool | None = None


def read_tables(passage: Passage) -> list[Table]:
    """The tables in `passage`, in order, with header and rows of cells as written, trimmed."""
    groups = _groups(passage)
    return [_table(passage, group) for group in groups if _is_table(group)]


def _groups(passage: Passage) -> list[_Group]:
    """Running rows, grouped: a gap or another style ends a group, a page break does not."""
    groups: list[_Group] = []
    for row in _rows(passage.text):
        last = groups[-1] if groups else None
        if last and _runs_on(passage, last, row):
            _add(last, row, passage.text)
        elif _begins(row):
            groups.append(_Group([row], row.end))
    return groups


def _begins(row: _Row) -> bool:
    """Whether a table can begin with `row`: two cells that say something, or any between pipes (an empty header)."""
    return bool(row.cells) and (row.style == "pipe" or sum(map(bool, row.cells)) > 1)


def _rows(text: str) -> Iterator[_Row]:
    """Every line that has the form of a row, and the rules of Markdown tables (no cells)."""
    for match in _LINE.finditer(text):
        start, end = trim(text, *match.span())
        if start == end:
            continue
        if "|" in match[0] and "--" in match[0] and _RULE.fullmatch(match[0]):
            yield _Row(start, end, [], "pipe")
        elif style := _style(text[match.start() : end]):
            cells = _cells(match[0], style)
            if len(cells) > 1:
                yield _Row(start, end, cells, style, start - match.start(), bool(_WIDE_GAP.search(match[0].strip())))


def _style(line: str) -> Style | None:
    if "|" in line:
        return "pipe"
    if "\t" in line:
        return "tab"
    return "blank" if _GAP.search(line) else None


def _cells(line: str, style: Style) -> list[str]:
    if style == "pipe":
        return [flat(cell) for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]
    if style == "tab":
        return [flat(cell) for cell in line.split("\t")]
    cells = [flat(cell) for cell in _GAP.split(line.strip())]
    prose = any(len(cell) > _LONG_CELL or (len(cell) > 20 and _SENTENCE.search(cell)) for cell in cells[:-1])  # noqa: PLR2004
    return [] if prose or len(cells[-1]) > _LONG_CELL or _LIST_MARK.fullmatch(cells[0]) else cells


def _runs_on(passage: Passage, group: _Group, row: _Row) -> bool:
    """Whether `row` belongs to the table `group`."""
    last = group.rows[-1]
    between = passage.text[group.end : row.start]
    if row.style != last.style or between.strip():
        return False
    if not row.cells:
        return not group.ruled and len(group.rows) == 1
    if row.style == "blank" and abs(len(row.cells) - len(last.cells)) > 1:
        return False
    near = between.count("\n") < 2  # noqa: PLR2004  a second line end makes a blank line
    spaced = row.style != "blank" if group.spaced is None else group.spaced
    return near or _is_continuation(last, row) or _broken(passage, group, row) or spaced


def _broken(passage: Passage, group: _Group, row: _Row) -> bool:
    """Whether page furniture stood between two rows of like width."""
    gap = passage.offset(row.start) - passage.offset(group.end - 1) - 1
    return gap > row.start - group.end and len(row.cells) == len(group.rows[-1].cells)


def _add(group: _Group, row: _Row, text: str) -> None:
    """Take `row` into `group`: as a rule, a header printed again, the rest of a cell, or a row."""
    if group.spaced is None:
        group.spaced = text.count("\n", group.end, row.start) > 1
    group.end = row.end
    if not row.cells:
        group.ruled = True
    elif row.cells == group.rows[0].cells and group.rows[0].cells != group.rows[-1].cells:
        return  # the header printed again on the next page
    elif _is_continuation(group.rows[-1], row):
        last = group.rows[-1]
        cells = [flat(f"{one} {two}") for one, two in zip(last.cells, row.cells, strict=True)]
        group.rows[-1] = _Row(last.start, row.end, cells, last.style, last.indent)
    else:
        group.rows.append(row)


def _is_continuation(last: _Row, row: _Row) -> bool:
    """Whether `row` only goes on with cells of the row before: no first cell, the others in lower case."""
    rest = [cell for cell in row.cells if cell]
    letters = any(char.isalpha() for cell in rest for char in cell[1:])
    return len(row.cells) == len(last.cells) and not row.cells[0] and letters and all(c[0].islower() for c in rest)


def _is_table(group: _Group) -> bool:
    rows = group.rows
    if len(rows) < 2:  # noqa: PLR2004  one row is no table
        return False
    if rows[0].style != "blank":
        return True
    clear = any(row.wide for row in rows) and max(len(row.cells) for row in rows) > 2  # noqa: PLR2004
    figures = sum(any(_FIGURE.fullmatch(cell) for cell in row.cells[1:]) for row in rows)
    return clear or figures > len(rows) // 2


def _table(passage: Passage, group: _Group) -> Table:
    rows = [row.cells for row in group.rows]
    span = passage.span(group.rows[0].start, group.end)
    if group.rows[0].style == "blank" and group.rows[0].indent > 1 and len(rows[0]) + 1 == len(rows[1]):
        rows[0] = ["", *rows[0]]  # the first column has no heading
    heads = 1 if group.ruled or _has_header(rows) else 0
    header = rows[0] if heads and any(rows[0]) else []
    return Table(span=span, header=header, rows=rows[heads:])


def _has_header(rows: list[list[str]]) -> bool:
    """Whether the first row has words (or years) where the others have figures."""
    first, others = rows[0][1:], [cell for row in rows[1:] for cell in row[1:]]
    words = all(not _FIGURE.fullmatch(cell) or _YEAR.fullmatch(cell) for cell in first if cell)
    return words and any(_FIGURE.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in others)
