"""Title lines: short lines that stand apart, above an item's first heading or above prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.segment.frame import is_head_line
from referat_parse.segment.hints import is_matrix
from referat_parse.segment.starts import Reading, Start
from referat_parse.segment.tail import closes

if TYPE_CHECKING:
    from referat_parse.segment.entries import Contents
    from referat_parse.segment.piece import Piece

HEAD_LABEL = re.compile(
    r"(?:(?:mødere|re)ferat$|mødedato|mødested|dato|sted|udvalg|møde|tid|mødetidspunkt|medlemmer|deltagere|afbud|fraværende)\b",
    re.IGNORECASE,
)
"""A line of a meeting's head, by its label."""
_TITLE_MOST = 250
_ENOUGH = 2
_SPEAKER = re.compile(r"\bv/ ?[A-ZÆØÅ][^.;:]{1,80}$")
"""Who speaks on the item, at the end of its title."""


def title_above(pieces: list[Piece], body: list[int], at: int) -> int | None:
    """The piece above `body[at]` if it looks like a title standing apart; two lines if it is wrapped."""
    if at == 0:
        return None
    i = body[at - 1]
    piece, heading = pieces[i], pieces[body[at]]
    if not title_like(piece) or (not heading.blank_before and not heading.glued_left):
        return None
    if piece.blank_before or at < 2 or pieces[body[at - 2]].hint in {"heading", "group"}:
        return i
    first = pieces[body[at - 2]]
    if first.blank_before and title_like(first) and len(first.text) > 50:
        return body[at - 2]
    return None


def title_like(piece: Piece) -> bool:
    """Whether a line could be a title: a short phrase from a capital on that ends no sentence and is no heading."""
    text = piece.text
    return (
        not piece.hint
        and not piece.bullet
        and not piece.glued_left
        and 2 < len(text) < _TITLE_MOST
        and (text[0].isupper() or text[0].isdigit() or text[0] in '§"”“')
        and not text.endswith((".", ":", ";", ",", "!"))
        and not is_matrix(piece)
    )


def read_titles(pieces: list[Piece], body: list[int], contents: Contents) -> Reading:
    """The reading by title lines: those of the contents list, else short lines apart above prose."""
    listed = [i for i in body if contents.entries and title_like(pieces[i]) and contents.matches(pieces[i].text)]
    if len(listed) > 1:
        return Reading("titles", [Start(i, "its title stands in the contents list", title=i) for i in listed])
    speakers = [i for i in body if title_like(pieces[i]) and _SPEAKER.search(pieces[i].text)]
    begin = max(
        (
            at + 1
            for at, i in enumerate(body[:40])
            if not title_like(pieces[i]) and (is_head_line(pieces[i]) or HEAD_LABEL.match(pieces[i].text))
        ),
        default=0,
    )
    found: list[int] = []
    for at in range(begin, len(body)):
        piece = pieces[body[at]]
        if found and closes(piece):
            break
        if (
            title_like(piece)
            and not is_head_line(piece)
            and piece.blank_before
            and (piece.blank_after or at == len(body) - 1)
            and _prose_below(pieces, body, at)
        ):
            found.append(body[at])
    found = _of_one_form(pieces, found)
    if len(speakers) > _ENOUGH:
        found = sorted({*found, *(i for i in speakers if i >= body[begin])})
        return Reading("speakers", [Start(i, "a title that names who speaks", title=i) for i in found])
    return Reading(
        "titles", [Start(i, "a short line apart above prose", title=i) for i in found] if len(found) > 1 else []
    )


def _prose_below(pieces: list[Piece], body: list[int], at: int) -> bool:
    """Whether prose follows, or another title line, or the end."""
    if at + 1 >= len(body):
        return True
    below = pieces[body[at + 1]]
    return (
        below.text.rstrip().endswith((".", "?", "!", ":"))
        or below.bullet
        or title_like(below)
        or len(below.text) > _TITLE_MOST
    )


def _of_one_form(pieces: list[Piece], found: list[int]) -> list[int]:
    """The title lines that share the form of most: Markdown level, bold, a speaker ("v/…")."""
    if not found:
        return found
    for trait in (lambda p: p.level, lambda p: p.bold, lambda p: bool(re.search(r"\bv/", p.text))):
        having = [i for i in found if trait(pieces[i])]
        if len(having) > 1 and len(having) * 2 >= len(found):
            return found if len(found) - len(having) <= len(having) else having
    return found
