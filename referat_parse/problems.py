"""What can go wrong: exceptions for input that cannot be read, diagnostics for doubt.

ReferatError            base of all that this package raises on purpose
├── InputError          a file cannot be read as minutes (missing, binary, empty folder …)
├── LexiconError        a lexicon file is not valid, or one of its proofs fails
└── OutputError         a result cannot be written
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from referat_parse.text import Span

Severity = Literal["info", "warning", "error"]


class ReferatError(Exception):
    """Base of the errors that this package raises on purpose; its text is meant for the user."""


class InputError(ReferatError):
    """An input cannot be read; the text says which file, what is wrong and what to do."""


class LexiconError(ReferatError):
    """A lexicon file is not valid; the text says which file, entry and what is wrong."""


class OutputError(ReferatError):
    """A result cannot be written; the text says where and why."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A diagnostic before its line is known: a code of `CODES`, a message, where."""

    code: str
    message: str
    span: Span


CODES: dict[str, tuple[Severity, str]] = {
    "R101": ("warning", "no meeting found: the text has no agenda items and no sections"),
    "R102": ("warning", "bytes that are not valid in the encoding were replaced"),
    "R103": ("info", "the encoding was guessed"),
    "R201": ("info", "text that no rule understands"),
    "R202": ("info", "a fact is concluded, not read"),
    "R203": ("info", "a heading that the lexicon does not know opens a section"),
    "R301": ("warning", "an agenda entry has no item"),
    "R302": ("info", "item numbers have a gap"),
    "R303": ("warning", "an item number occurs twice"),
    "R304": ("info", "an item without a decision in minutes that otherwise have them"),
    "R401": ("warning", "the weekday written does not fit the date"),
    "R402": ("info", "the meeting's date is not stated"),
    "R501": ("warning", "votes do not add up"),
}
"""Every diagnostic code: severity and meaning. The letter R is for referat; the hundred is the stage."""
