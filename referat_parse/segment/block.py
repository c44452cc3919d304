"""A section before interpretation, and where the reading of an item stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.segment.stretch import passage_of

if TYPE_CHECKING:
    from referat_parse.grammar.bodies import Session
    from referat_parse.segment.piece import Piece
    from referat_parse.text import Passage, Span


@dataclass(slots=True)
class Block:
    """One section before interpretation: kind, heading pieces, body spans, the session that its heading names."""

    kind: str
    headings: list[Piece] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    session: Session | None = None
    why: str = ""

    def passage(self, source: str) -> Passage:
        """The section's body in `source`, page furniture left out."""
        return passage_of(source, self.body)

    @property
    def heading(self) -> str | None:
        """The heading as written: the last line of a stack counts."""
        return self.headings[-1].text if self.headings else None


@dataclass(slots=True)
class State:
    """Where the reading of an item stands: finished blocks, the open one, and what absence lines interrupt."""

    blocks: list[Block] = field(default_factory=list)
    open: Block | None = None
    paused: Block | None = None
    history: bool = False
    level: int = 0
    one_line: bool = False
