"""Votes written as a table: the sides as its column heads ("For", "Imod"), who or how many below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.grammar.numbers import read_number
from referat_parse.interpret.ballots import Ballot, SideName
from referat_parse.interpret.phrases import is_word
from referat_parse.interpret.voters import Voters, read_voters

if TYPE_CHECKING:
    from referat_parse.lexicon import Lexicon

_CELLS = re.compile(r"[ \u00a0]*\|[ \u00a0]*|\t+|[ \u00a0]{2,}")
_RULE = re.compile(r"[\s|:+=-]*")
_SIDES: tuple[SideName, ...] = ("yes", "no", "abstain")


def read_ballot_table(written: str, lexicon: Lexicon) -> list[Ballot]:
    """The sides of the first row below a head of sides; empty if `written`, as in the source, is no such table."""
    lines = [line for line in written.splitlines() if not _RULE.fullmatch(line)]
    if len(lines) < 2:  # noqa: PLR2004  a head and a row
        return []
    heads = [_side(cell, lexicon) for cell in _cells(lines[0])]
    cells = _cells(lines[1])
    if len(heads) < 2 or len(heads) != len(cells) or None in heads:  # noqa: PLR2004  two sides at least
        return []
    told = [(side, _voters(cell, lexicon)) for side, cell in zip(heads, cells, strict=True)]
    return [Ballot(side, 0, 0, who.count, who.voters, listed=True) for side, who in told if side and who]


def _cells(line: str) -> list[str]:
    return [cell.strip(" *:") for cell in _CELLS.split(line.strip(" |\u00a0"))]


def _side(cell: str, lexicon: Lexicon) -> SideName | None:
    """The side that a column's head names ("For", "Stemte imod"); None if it names none."""
    word = re.sub(r"(?i)^(?:antal )?stem(?:mer|te|t) (?=for|imod|mod)|\s*stem(?:mer|te|t)$", "", cell)
    return next((side for side in _SIDES if is_word(lexicon.table("votes"), side, word)), None)


def _voters(cell: str, lexicon: Lexicon) -> Voters:
    """What a cell says: a count, or voters with or without their count."""
    count = read_number(cell)
    return Voters((), count) if count is not None else read_voters(cell, lexicon)
