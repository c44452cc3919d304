"""What a reading of a meeting's items is: where each begins, and why; and whose meeting it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import Session, same_body

if TYPE_CHECKING:
    import datetime as dt

    from referat_parse.segment.numbers import Candidate


@dataclass(slots=True)
class Who:
    """Whose meeting it is and when, as far as the frame knows: tells own decisions from others'.

    `plain`: the head says nothing and own decisions stand under a plain heading, so that lines with body
    and date are others'. `why` says where body and date were found.
    """

    body: str | None = None
    date: dt.date | None = None
    plain: bool = False
    why: str = ""

    def owns(self, session: Session) -> bool:
        """Whether a body-and-date line is this meeting's own: the date decides, then the body."""
        if self.plain:
            return False
        if session.date and self.date:
            return session.date == self.date and (
                not session.body or not self.body or same_body(session.body, self.body)
            )
        if session.body and self.body:
            return same_body(session.body, self.body)
        return True


@dataclass(slots=True)
class Start:
    """An item's start: its first piece, where its head ends if known, its number line, and the reason."""

    first: int
    why: str
    cand: Candidate | None = None
    title: int | None = None
    closed: bool | None = None


@dataclass(slots=True)
class Reading:
    """The starts of a meeting's items and the name of the evidence that gave them.

    `near` are the numbered lines that are no items; `why` says why this reading was taken.
    """

    mode: str
    starts: list[Start] = field(default_factory=list)
    near: list[Candidate] = field(default_factory=list)
    why: str = ""
