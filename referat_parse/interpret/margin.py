"""The letterhead in a column of its own at the right of a head's lines.

It holds the address, the telephone, the department, line by line beside labels and lists, and is no
part of their values. Such a column is one where several lines go on after a wide gap, at the same
place and with nothing but capitals, digits and signs.
"""

from __future__ import annotations

import re

from referat_parse.grammar.dates import find_dates
from referat_parse.interpret.plain import Plain

_BEHIND_GAP = re.compile(r"(?:^|(?<=\S)) {4,}(?P<part>\S(?:(?! {4})[^\n])*)$", re.MULTILINE)
_CAPITALS = re.compile(r"(?=.*[A-ZÆØÅ]{3})[^a-zæøå]+|(?:www\.|[\w.]+@)\S+|[\d +]{8,}")
_LEAST = 3
_NEAREST = 30


def without_margin(plain: Plain) -> Plain:
    """`plain` with the lines of such a column made blank, dates excepted; offsets stay."""
    columns: dict[int, list[re.Match[str]]] = {}
    for match in _BEHIND_GAP.finditer(plain.text):
        columns.setdefault(_column(plain.text, match), []).append(match)
    text = plain.text
    for column in columns:
        parts = [match for near in (column - 1, column, column + 1) for match in columns.get(near, ())]
        if column < _NEAREST or len(parts) < _LEAST:
            continue
        beside = any(match.start() > plain.text.rfind("\n", 0, match.start()) + 1 for match in parts)
        if beside and all(_CAPITALS.fullmatch(match["part"].strip()) for match in parts):
            for start, end in (match.span("part") for match in parts if not any(find_dates(match["part"]))):
                text = text[:start] + " " * (end - start) + text[end:]
    return plain if text is plain.text else Plain(text, plain.at)


def _column(text: str, match: re.Match[str]) -> int:
    """How far from its line's beginning the part stands."""
    return match.start("part") - text.rfind("\n", 0, match.start("part")) - 1
