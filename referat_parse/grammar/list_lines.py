"""The logical lines of a list of persons: one that runs over a line end is one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from referat_parse.grammar.name_words import UPPER

BRACKET = re.compile(r"[(\[][^()\[\]]{0,160}[)\]]")
"""Pattern of a bracket without brackets in it."""

_HEADED = re.compile(r"\s*[\w ./-]{3,40}:")
_NAMED = re.compile(
    rf"(?:[{UPPER}][\w.'’-]*\s+){{1,4}}(?![\w-]*(?:[Kk]ommune|[Ff]orening|[Uu]dvalg))[{UPPER}][\w.'’-]*"
)
_REACH = 400


@dataclass(frozen=True, slots=True)
class ListLine:
    """One logical line `[start, end)` of a list; `fresh`: after a blank line, `alone`: the list has no other."""

    start: int
    end: int
    fresh: bool
    alone: bool = False


def list_lines(text: str) -> list[ListLine]:
    """The logical lines of a list; a line that a list by comma runs over is part of it."""
    spans: list[tuple[int, int, bool]] = []
    at, blank = 0, False
    for raw in text.splitlines(keepends=True):
        end = at + len(raw)
        if not raw.strip():
            blank = bool(spans)
        elif spans and not blank and _runs_on(text[max(spans[-1][0], at - _REACH) : spans[-1][1]], raw):
            spans[-1] = (spans[-1][0], end, spans[-1][2])
        else:
            spans.append((at, end, blank))
            blank = False
        at = end
    return [ListLine(start, end, fresh, alone=len(spans) == 1) for start, end, fresh in spans]


def _runs_on(before: str, line: str) -> bool:
    """Whether `line` continues `before`: that ends on a comma or is a list by comma without an end."""
    ended = before.rstrip()
    if ended.endswith((",", " og", " samt", "-")):
        return True
    if line.lstrip()[:1] in "•·▪●■◦-–\uf0b7" or _HEADED.match(line) or ended.endswith((".", ":")):
        return False
    chunks = BRACKET.sub("", ended).split(",")
    named = sum(bool(_NAMED.fullmatch(chunk.strip())) for chunk in chunks)
    return (len(chunks) > 2 and named > 1) or line.lstrip()[:1] == "("  # noqa: PLR2004  a list has two commas at least
