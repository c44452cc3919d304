"""Pieces back to passages: the text between them is kept, what lies among them but is left out is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from referat_parse.text import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat_parse.segment.piece import Piece
    from referat_parse.text import Span


def stretch(source: str, pieces: Sequence[Piece], indexes: Iterable[int], *, furniture: bool = False) -> Passage:
    """The passage of the pieces `indexes` (ascending), with the white space behind each; furniture only if asked for."""
    spans: list[Span] = []
    previous = -2
    for i in indexes:
        if pieces[i].role == "furniture" and not furniture:
            continue
        until = pieces[i + 1].start if i + 1 < len(pieces) else len(source)
        if i == previous + 1 and spans and spans[-1][1] == pieces[i].start:
            spans[-1] = (spans[-1][0], until)
        else:
            spans.append((pieces[i].start, until))
        previous = i
    return Passage.of(source, spans)


def passage_of(source: str, spans: Sequence[Span]) -> Passage:
    """The passage of a block's spans: white space between them is kept, other text between them is not."""
    kept: list[Span] = []
    for at, (a, b) in enumerate(spans):
        until = b
        if at + 1 < len(spans):
            while until < spans[at + 1][0] and source[until].isspace():
                until += 1
        if kept and kept[-1][1] == a:
            kept[-1] = (kept[-1][0], until)
        else:
            kept.append((a, until))
    return Passage.of(source, kept)
