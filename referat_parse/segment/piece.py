"""Pieces: what segmentation looks at. A piece is a line, or the part of a line between two breaks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.text import key, trim

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.grammar.bodies import Session

_OPENING = re.compile(
    r"(?:\s|\u00ad|(?P<level>#{1,6})(?=\s)|</?[a-zA-Z][^<>\n]{0,80}>|(?P<quote>>)(?=\s)|(?P<bullet>[•·▪●○‣*\-–])(?=[ \t\u00a0])|(?P<bold>\*{1,3}|__|_(?=[^\W_][^_\n]*_\s*$))(?=\S))"
)
_CLOSING = re.compile(r"(?:\s|\u00ad|</?[a-zA-Z][^<>\n]{0,80}>|\*{1,3}|__|(?<=\w)_|(?<=[.:])_|\|)$")
_BREAK_END = re.compile(r"\s*</?(?:br|p|div|li|ul|span)\s*/?>\s*$")
_BREAK_START = re.compile(r"\s*</?(?:br|p|div|li|ul|span)\s*/?>\s*")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>\n]{0,80}>|\*{1,3}|(?<!\w)__|__(?!\w)")


@dataclass(slots=True, eq=False)
class Piece:
    """One piece: `[start, end)` trimmed in the source, its core without decoration, and its form.

    `key` is what matching compares; `hint` and `kind` say what it could be (see hints.py),
    `session` which body and date it names. `level` is the Markdown heading level, 0 if none. `glued_left`
    and `glued_right` tell that it was cut out of a line. `role` and `value` are set as stages decide.
    """

    start: int
    end: int
    core: tuple[int, int]
    text: str
    key: str
    level: int = 0
    bold: bool = False
    bullet: bool = False
    quoted: bool = False
    indent: int = 0
    blank_before: int = 0
    blank_after: int = 0
    glued_left: bool = False
    glued_right: bool = False
    role: str = ""
    why: str = ""
    hint: str = ""
    kind: str = ""
    session: Session | None = None

    @property
    def caps(self) -> bool:
        """Whether its letters are all capitals (three or more of them)."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 2 and self.text.upper() == self.text

    @property
    def colon(self) -> bool:
        """Whether the written core ends with a colon."""
        return self.text.endswith(":")


def following(pieces: Sequence[Piece], i: int, end: int) -> Iterator[Piece]:
    """The pieces after number `i` and before `end` that are no furniture."""
    for j in range(i + 1, min(end, len(pieces))):
        if pieces[j].role != "furniture":
            yield pieces[j]


def make_piece(source: str, start: int, end: int, line_start: int) -> Piece | None:
    """The piece at `[start, end)` of `source`, whose line begins at `line_start`; None if it is blank."""
    start, end = _without_breaks(source, *trim(source, start, end))
    if start == end:
        return None
    a, b, form = _core(source, start, end)
    text = (
        _MARKUP.sub("", source[a:b]).strip()
        if ("*" in source[a:b] or "<" in source[a:b] or "__" in source[a:b])
        else source[a:b]
    )
    return Piece(
        start,
        end,
        (a, b),
        text,
        key(text),
        level=form.get("level", 0),
        bold=bool(form.get("bold")),
        bullet=bool(form.get("bullet")),
        quoted=bool(form.get("quote")),
        indent=start - line_start,
    )


def _without_breaks(source: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` without HTML line and paragraph tags at its ends; a piece of nothing else stays."""
    a, b = start, end
    while (match := _BREAK_END.search(source, a, b)) and match.start() > a:
        b = match.start()
    while (match := _BREAK_START.match(source, a, b)) and match.end() < b:
        a = match.end()
    return a, b


def _core(source: str, start: int, end: int) -> tuple[int, int, dict[str, int]]:
    """The core of `[start, end)` without Markdown and HTML decoration, and the decoration found."""
    form: dict[str, int] = {}
    a, b = start, end
    while a < b:
        match = _OPENING.match(source, a, b)
        if not match or match.end() == a:
            break
        if match.lastgroup:
            form[match.lastgroup] = len(match[0])
        elif match[0][:1] == "<":
            form["bold"] = form.get("bold", 0) or int(match[0].casefold() in {"<strong>", "<b>"})
        if (
            match.lastgroup == "bullet"
            and form["bullet"]
            and source[a] in "-–"
            and a > start
            and source[a - 1].isalnum()
        ):
            break
        a = match.end()
    while b > a:
        tail = _CLOSING.search(source, max(a, b - 90), b)
        if not tail or tail.end() == tail.start():
            break
        b = tail.start()
    return (a, b, form) if a < b else (start, end, form)
