"""Tables of attendance: columns are states; the cells are marks behind the persons, or the persons themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from referat_parse.interpret.labels import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.grammar.names import NameReader
    from referat_parse.interpret.labels import Label

_MARK = re.compile(r"(?<=\s)[xX✓✔](?=\s|$)")
_CELL = re.compile(r"[^\s](?:[^\n\t ]| (?! ))*")
_GAP = re.compile(r"\t| {3,}")
_HEADING = re.compile(r"[ \t]*[A-ZÆØÅ][^\n\t:]{1,50}:?[ \t]*")
_OBSERVER = re.compile(r"observatør|gæst|tilforordne|sekretær|referent", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch `[start, end)` of the text that names persons, and the field of its column."""

    start: int
    end: int
    field: str


def find_grid(text: str, labels: Sequence[Label]) -> list[Label]:
    """The labels that head a table of attendance: two or more on one line with nothing but gaps between."""
    for i in range(len(labels)):
        run = [labels[i]]
        for left, right in pairwise(labels[i:]):
            if text[left.value : right.start].strip() or "\n" in text[left.start : right.start]:
                break
            run.append(right)
        apart = all(_GAP.search(text, left.start, right.start) for left, right in pairwise(run))
        end = text.find("\n", run[-1].start)
        bare = not text[run[-1].value : max(end, run[-1].value)].strip()
        if len(run) > 1 and apart and bare and all(label.field in PEOPLE for label in run):
            return run
    return []


def grid_cells(text: str, heads: Sequence[Label], names: NameReader) -> Iterator[Cell]:
    """The cells under `heads`, by mark or by place; they end at the first line that is no row.

    A heading among rows with marks ("VIP:", "Observatører:") is of those below it.
    """
    at = text.find("\n", heads[-1].start) + 1
    marked = guests = False
    for raw in text[at:].splitlines(keepends=True) if at else []:
        cells = list(_row(text, heads, raw, at, names))
        if marked and ":" in raw and not _MARK.search(raw):
            cells = []
        heading = marked and not cells and _HEADING.fullmatch(raw.rstrip())
        if raw.strip() and not cells and not (heading and _MARK.search(_next_line(text, at + len(raw)))):
            return
        guests = bool(_OBSERVER.search(raw)) if heading else guests
        for cell in cells:
            yield replace(cell, field="guests") if guests and cell.field == "members" else cell
        marked = marked or bool(_MARK.search(raw))
        at += len(raw)


def _next_line(text: str, at: int) -> str:
    """The next line that is not blank, from offset `at` on."""
    return text[at:].lstrip().partition("\n")[0]


def _row(text: str, heads: Sequence[Label], raw: str, at: int, names: NameReader) -> Iterator[Cell]:
    mark = _MARK.search(raw)
    if mark and raw[: mark.start()].strip():
        yield Cell(at, at + mark.start(), _column(text, heads, raw, mark.start()))
        return
    for cell in _CELL.finditer(raw):
        if names.read(cell[0]):
            yield Cell(at + cell.start(), at + cell.end(), _column(text, heads, raw, cell.start()))


def _column(text: str, heads: Sequence[Label], row: str, at: int) -> str:
    """The field of the column in which something stands: by tabs if the row has them, else by position."""
    line = text.rfind("\n", 0, heads[0].start) + 1
    if "\t" in row:
        cells = [text.count("\t", line, head.start) for head in heads]
        own = row.count("\t", 0, at)
        return heads[cells.index(own)].field if own in cells else heads[0].field
    return min(heads, key=lambda head: abs((head.start - line) - at)).field
