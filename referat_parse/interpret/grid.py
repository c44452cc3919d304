"""A table of attendance: columns are states, rows are persons with a mark ("X") in one of them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from referat_parse.interpret.labels import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.interpret.labels import Label

_MARK = re.compile(r"(?<=\s)[xX✓✔](?=\s|$)")


def find_grid(text: str, labels: Sequence[Label]) -> list[Label]:
    """The labels that head a table of attendance; none if there is no such table."""
    for i in range(len(labels)):
        run = [labels[i]]
        for left, right in pairwise(labels[i:]):
            if text[left.value : right.start].strip() or "\n" in text[left.start : right.start]:
                break
            run.append(right)
        if len(run) > 1 and all(label.field in PEOPLE for label in run) and any(grid_rows(text, run)):
            return run
    return []


def grid_rows(text: str, heads: Sequence[Label]) -> Iterator[tuple[int, int, str]]:
    """The rows under `heads`: where the cells before the mark begin and end, and the field of the mark's column.

    They end at the first line without a mark.
    """
    at = text.find("\n", heads[-1].start) + 1
    for raw in text[at:].splitlines(keepends=True) if at else []:
        mark = _MARK.search(raw)
        if mark and raw[: mark.start()].strip():
            yield at, at + mark.start(), _column(text, heads, raw, mark.start())
        elif raw.strip():
            return
        at += len(raw)


def _column(text: str, heads: Sequence[Label], row: str, mark: int) -> str:
    """The field of the column in which a mark stands: by tabs if the row has them, else by position."""
    line = text.rfind("\n", 0, heads[0].start) + 1
    if "\t" in row:
        cells = [text.count("\t", line, head.start) for head in heads]
        own = row.count("\t", 0, mark)
        return heads[cells.index(own)].field if own in cells else heads[0].field
    return min(heads, key=lambda head: abs((head.start - line) - mark)).field
