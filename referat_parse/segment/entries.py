"""Entries of a contents list: number, title and page of one line, and how titles are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.segment.numbers import candidate
from referat_parse.segment.piece import Piece
from referat_parse.text import flat, key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referat_parse.text import Span

LEADER = re.compile(
    r"(?:\s*\.{3,}\s*|\s*…+\s*|\t+\s*|(?:\s*\. ){3,}\s*)(?:side )?(\d{1,4}|[ivxl]+)?\s*$|\s{3,}(\d{1,4})\s*$"
)
_ALIKE = 50
"""So many titles with one beginning are looked at; more are a list, not a contents list."""
SHORT = 12
_TRAILING_PAGE = re.compile(r"(?<=[^\d\s.,/-])(\d{1,3})$|\s(\d{1,3})$")
_LINK = re.compile(r"\[([^\]\n]{1,300})\]\([^)\s]*\)")
_MARK = re.compile(
    r"^(?:closed|lukket(?: punkt| sag)?|åben(?:t)?)\s*[:–-]\s*|^\((?:lukket|åbent?)[^)]*\)\s*:?\s*|\s*[-–(]*\s*\(?(?:lukket(?: punkt| sag)?|udgår)\)?\s*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Entry:
    """One line of the contents list: number, title, page as written, spans, and the key of its title."""

    number: str | None
    title: str
    page: int | None
    span: Span
    key: str
    blank: int = 0


class Titles:
    """Title keys to look a title up in: the same, or the same from the first dozen characters on where one is cut off."""

    def __init__(self, keys: Iterable[str] = ()) -> None:
        """Take `keys` in."""
        self._keys: set[str] = set()
        self._long: dict[str, list[str]] = {}
        self.count = 0
        for each in keys:
            self.add(each)

    def add(self, title: str) -> None:
        """Take one more key in."""
        self.count += 1
        if title not in self._keys:
            self._keys.add(title)
            self._long.setdefault(title[:SHORT], []).append(title)

    def __contains__(self, title: object) -> bool:
        if not isinstance(title, str):
            return False
        return title in self._keys or (
            len(title) >= SHORT and any(same_title(title, k) for k in self._long.get(title[:SHORT], ())[:_ALIKE])
        )


@dataclass(slots=True)
class Contents:
    """A meeting's contents list: its pieces' indexes, its entries, and the keys of the lines that group them."""

    indexes: range = range(0)
    entries: list[Entry] = field(default_factory=list)
    groups: frozenset[str] = frozenset()
    known: Titles | None = None

    def moved(self, by: int) -> Contents:
        """The same list where `by` pieces were put in before it."""
        return Contents(
            range(self.indexes.start + by, self.indexes.stop + by) if self.indexes else self.indexes,
            self.entries,
            self.groups,
        )

    def matches(self, title: str) -> bool:
        """Whether a title stands in the list (cut-off entries count from a dozen characters on)."""
        if self.known is None or self.known.count != len(self.entries):
            self.known = Titles(entry.key for entry in self.entries)
        wanted = title_key(title)
        return bool(wanted) and wanted in self.known


def title_key(title: str) -> str:
    """What titles are compared by: key without number, markers of closed items, dots and blanks."""
    return re.sub(r"[\W_]+", "", key(_MARK.sub("", flat(title))))


def same_title(one: str, other: str) -> bool:
    """Whether two title keys are one title; a cut-off one counts from a dozen characters on."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= SHORT and long.startswith(short) and len(short) > 0.5 * len(long))


def read_entry(piece: Piece, index: int, *, numbered: bool) -> Entry | None:
    """The entry that a piece is: numbered, with a leader to a page, a link, or (unless `numbered`) a bullet."""
    if len(piece.text) > 300 or piece.hint in {"meta", "session", "recommends"}:
        return None
    text, page = cut_page(piece.text)
    link = _LINK.search(text)
    cand = candidate(piece, index)
    if cand and not cand.title and not link:
        cand = None
    if cand is None and (numbered or not (page is not None or link or piece.bullet or LEADER.search(piece.text))):
        return None
    if piece.hint == "heading" and cand is None and page is None and link is None:
        return None
    inner = link[1] if link else text
    title = entry_title(inner)
    number = cand.number if cand else _number(inner)
    return (
        Entry(number, title, page, (piece.core[0], piece.end), title_key(title), piece.blank_before) if title else None
    )


def cut_page(text: str) -> tuple[str, int | None]:
    """An entry's text without the leader to its page, and the page."""
    match = LEADER.search(text) or (_TRAILING_PAGE.search(text) if re.match(r"\d+\.\D", text) else None)
    if match is None:
        return text, None
    page = next((g for g in match.groups() if g), None)
    return text[: match.start()].rstrip(" ."), int(page) if page and page.isdecimal() else None


def entry_title(text: str) -> str:
    """An entry's title without number, link and page."""
    link = _LINK.search(text)
    text = link[1] if link else text
    cand = candidate(Piece(0, len(text), (0, len(text)), text, key(text)), 0)
    title = cand.title if cand and cand.title else text
    return cut_page(title)[0]


def _number(text: str) -> str | None:
    cand = candidate(Piece(0, len(text), (0, len(text)), text, key(text)), 0)
    return cand.number if cand else None
