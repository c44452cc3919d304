"""Where meetings begin: one document can hold several, and one meeting can repeat its head on every page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import is_body, same_body
from referat_parse.grammar.dates import read_date

if TYPE_CHECKING:
    import datetime as dt

    from referat_parse.segment.piece import Piece

_TITLE = re.compile(
    r"(?:[^.:]{0,60}[\s–-])?(?:referat|beslutningsprotokol|protokol|tillægsreferat|beslutningsreferat|mødereferat|dagsorden|tillægsdagsorden)\b",
    re.IGNORECASE,
)
_DATED_LABEL = re.compile(
    r"(?:mødedato|dato|mødetidspunkt|starttidspunkt|møde afholdt|møde den|dato/tid|tid)\b", re.IGNORECASE
)
_MEETING = re.compile(r".{0,60}\b(?:referat|protokol)\b.{0,40}møde|.{0,60}\breferat (?:fra|af|til)\b", re.IGNORECASE)
_ABSENCE = re.compile(r"(?:fraværende|afbud|til ?stede|deltagere|mødt)\b", re.IGNORECASE)
_SUPPLEMENT = re.compile(r"tillægs?(?:referat|dagsorden|protokol)", re.IGNORECASE)
_HEAD_WORD = re.compile(
    r"(?:udvalg|møde|sted|mødested|dato|mødedato|referat|tillægsreferat|starttidspunkt|sluttidspunkt|mødetidspunkt|mødelokale|protokol|beslutningsprotokol|sidenr\.? \d+|fraværende|til stede)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:godkendelse|underskrift|udsendelse|opfølgning|bemærkninger|orientering|drøftelse|se|jf\.?|jævnfør)\b|\d+[.:)\s]|punkt|pkt",
    re.IGNORECASE,
)
_LONGEST = 200
_BACK = 14


@dataclass(frozen=True, slots=True)
class Head:
    """An anchor of a meeting's head: the piece that dates it, and what it says."""

    index: int
    date: dt.date
    body: str | None
    supplement: bool


def meeting_starts(pieces: list[Piece]) -> list[int]:
    """The piece indexes at which meetings begin; the first is 0 (clutter before a head included)."""
    starts = [0]
    current: Head | None = None
    for head in _anchors(pieces):
        if current is None:
            current = head
        elif _is_new(current, head) and _has_content(pieces, current.index, head.index):
            starts.append(_first(pieces, head.index, current.index))
            current = head
        elif head.body and not current.body:
            current = Head(current.index, current.date, head.body, current.supplement)
    return starts


def meeting_anchor(pieces: list[Piece], start: int, end: int) -> Head | None:
    """The first dated head line of the meeting in pieces `[start, end)`, or None."""
    return next((Head(h.index + start, h.date, h.body, h.supplement) for h in _anchors(pieces[start:end])), None)


def is_head_line(piece: Piece) -> bool:
    """Whether a line by itself looks like part of a meeting's head: its title with a date, or a label."""
    return bool(
        _DATED_LABEL.match(piece.text)
        or _HEAD_WORD.match(piece.text)
        or (_TITLE.match(piece.text) and read_date(piece.text))
    )


def _is_new(current: Head, head: Head) -> bool:
    """A new meeting has another date, or the same with another body, or is a supplement."""
    if head.date != current.date:
        return True
    if head.supplement and not current.supplement:
        return True
    return bool(head.body and current.body and not same_body(head.body, current.body) and head.supplement)


def _has_content(pieces: list[Piece], start: int, end: int) -> bool:
    """Whether something that only minutes have stands between two heads."""
    between = [p for p in pieces[start:end] if p.role != "furniture"]
    headed = any(
        p.hint in {"session", "recommends"} or (p.hint == "heading" and p.kind not in {"fravaerende", "beslutning?"})
        for p in between
    )
    return headed or sum(p.text[:1].isdigit() or len(p.text) > 90 for p in between) > 2


def _anchors(pieces: list[Piece]) -> list[Head]:
    found = []
    for i, piece in enumerate(pieces):
        if len(piece.text) > _LONGEST or piece.role == "furniture" or piece.glued_left or piece.hint == "card":
            continue
        date = _dated(pieces, i)
        if date and not _quoted(pieces, i):
            near = pieces[max(0, i - 4) : i + 1]
            found.append(Head(i, date, _body(near), any(_SUPPLEMENT.search(p.text) for p in near)))
    return found


def _dated(pieces: list[Piece], i: int) -> dt.date | None:
    """The date that piece `i` gives as a meeting's head, or None."""
    text = pieces[i].text
    if _DATED_LABEL.match(text):
        return read_date(text) or (read_date(pieces[i + 1].text) if i + 1 < len(pieces) and len(text) < 40 else None)
    if _TITLE.match(text) or (_MEETING.match(text) and text[0].isupper()):
        return (
            read_date(text)
            if not text.rstrip().endswith((".", ",")) and not _ABOUT.match(text) and _heads(pieces, i)
            else None
        )
    date = read_date(text) if len(text) < 40 and text[:1].isdigit() else None
    if date and re.fullmatch(r"[\d.\sA-Za-z]+", text) and any(_ABSENCE.match(p.text) for p in pieces[i + 1 : i + 4]):
        return date
    return None


def _heads(pieces: list[Piece], i: int) -> bool:
    """Whether a head, a contents list or an item follows the line soon."""
    return any(
        _HEAD_WORD.match(p.text)
        or _ABSENCE.match(p.text)
        or p.hint in {"heading", "session", "meta", "group"}
        or p.text[:1].isdigit()
        for p in pieces[i + 1 : i + 8]
    )


def _quoted(pieces: list[Piece], i: int) -> bool:
    """Whether the line belongs to a decision's heading ("Beslutning fra X / Dato: … / Sted: …") or to a section."""
    before = [p for p in pieces[max(0, i - 3) : i] if p.role != "furniture"]
    return any(
        p.hint == "session" or (p.hint == "heading" and p.kind.startswith("beslutning") and p.key != "referat")
        for p in before[-2:]
    )


def _body(near: list[Piece]) -> str | None:
    for piece in reversed(near):
        if piece.role != "furniture" and len(piece.text) < 80 and not piece.text.endswith((".", ":")):
            name = re.sub(r"^(?i:udvalg|referat(?: fra| af)?)\s*:?\s*", "", piece.text)
            if name and is_body(name) and name[0].isupper():
                return name
    return None


def _first(pieces: list[Piece], anchor: int, floor: int) -> int:
    """The first piece of the head whose dated piece is `anchor`: back over body, title and label lines."""
    first = at = anchor
    while at - 1 > floor and first - at < 3 and anchor - at < _BACK:
        at -= 1
        piece = pieces[at]
        if piece.role == "furniture":
            continue
        if piece.hint in {"heading", "session", "meta"} and not _HEAD_WORD.match(piece.text):
            break
        if piece.text.rstrip().endswith(".") and len(piece.text) > 30:
            break
        if _HEAD_WORD.match(piece.text) or (
            len(piece.text) < 90 and is_body(piece.text) and not piece.text.endswith((".", ","))
        ):
            first = at
    return first
