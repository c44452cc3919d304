"""The order of segmentation: pieces → furniture → meetings → contents list → items → sections."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import is_body
from referat_parse.grammar.dates import read_date
from referat_parse.lexicon import default
from referat_parse.segment.agenda import find_contents, split_last
from referat_parse.segment.entries import Contents, title_key
from referat_parse.segment.frame import meeting_anchor, meeting_starts
from referat_parse.segment.furniture import mark_furniture
from referat_parse.segment.heads import read_item_head, wrap_width
from referat_parse.segment.hints import mark_hints
from referat_parse.segment.items import find_items
from referat_parse.segment.numbered import titles_below
from referat_parse.segment.numbers import candidate
from referat_parse.segment.scan import scan
from referat_parse.segment.sections import read_sections
from referat_parse.segment.starts import Reading, Start, Who
from referat_parse.segment.stretch import stretch
from referat_parse.segment.style import Style, learn_style
from referat_parse.segment.tail import tail_start
from referat_parse.segment.title_text import ItemHead, split_columns, split_inline, split_verdict

if TYPE_CHECKING:
    import datetime as dt

    from referat_parse.grammar.bodies import Session
    from referat_parse.lexicon import Lexicon
    from referat_parse.segment.block import Block
    from referat_parse.segment.piece import Piece
    from referat_parse.text import Passage, Span

_CLOSED_TEXT = re.compile(
    r"(?:punktet|sagen|punkt(?:et)? (?:er|blev)|\W*punktet) (?:er|blev) (?:lukket|behandlet (?:for|bag) lukkede døre)",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\bkl\b|\d[.:]\d\d\b|(?:man|tirs|ons|tors|fre|lør|søn)dag", re.IGNORECASE)
_CASE_HEADINGS = frozenset({"journalnummer", "sagsnummer", "journal nr", "j.nr"})
_CLOSED_HEADING = re.compile(r"offentlig beslutning|lukket punkt", re.IGNORECASE)

_SENTENCE = re.compile(r"[a-zæøå0-9]{2,}\. [A-ZÆØÅ][a-zæøå]")
_GAP = re.compile(r"\S {4,}\S")
_SOME = 2
_GROUP_NEAR = 8
"""A group heading further above the first item belongs to the head or a list of groups."""
_LEAST_OWNER, _MOST_OWNER = 6, 70


@dataclass(slots=True)
class RawItem:
    """One item before interpretation: head, blocks, piece range, span in the source."""

    head: ItemHead
    blocks: list[Block]
    first: int
    end: int
    span: Span
    why: str
    closed: bool = False


@dataclass(slots=True)
class RawMeeting:
    """One meeting before interpretation: piece range, contents list, items, and passages.

    `head` is all before the first item but the contents list, `tail` what belongs to no item after that
    (both with page furniture, which can name the municipality); `texts` are the items' own texts.
    """

    start: int
    end: int
    contents: Contents
    items: list[RawItem]
    reading: Reading
    head: Passage
    tail: Passage
    texts: list[Passage]
    who: Who
    sessions: list[Session] = field(default_factory=list)


@dataclass(slots=True)
class RawDocument:
    """A document's pieces and meetings."""

    pieces: list[Piece]
    meetings: list[RawMeeting]


def segment(source: str, lexicon: Lexicon) -> RawDocument:
    """Cut `source` into meetings, items and sections; the pieces carry their roles."""
    pieces = scan(source, lexicon)
    mark_furniture(pieces, lexicon)
    mark_hints(pieces, lexicon)
    starts = meeting_starts(pieces)
    ends = [*starts[1:], len(pieces)]
    contents = [find_contents(pieces, a, b) for a, b in zip(starts, ends, strict=True)]
    for at, found in enumerate(contents):
        if split_last(pieces, found):
            starts[at + 1 :] = [s + 1 for s in starts[at + 1 :]]
            ends[at:] = [e + 1 for e in ends[at:]]
            contents[at + 1 :] = [c.moved(1) for c in contents[at + 1 :]]
    meetings = [_meeting(source, pieces, a, b, c) for a, b, c in zip(starts, ends, contents, strict=True)]
    return RawDocument(pieces, meetings)


def _meeting(source: str, pieces: list[Piece], start: int, end: int, contents: Contents) -> RawMeeting:
    for i in contents.indexes:
        pieces[i].role = pieces[i].role or "agenda"
    for piece in pieces[contents.indexes.stop : end]:
        if piece.key in contents.groups and not piece.hint and piece.role != "furniture":
            piece.hint, piece.kind = "group", "group"
    who = _who(pieces, start, end)
    reading = find_items(pieces, start, _lists(pieces, contents, end), contents, who)
    stop = tail_start(pieces, reading.starts[-1].first, end) if reading.starts else end
    items = _items(source, pieces, reading, stop, contents, who)
    inside = {i for item in items for i in range(item.first, item.end)}
    first = items[0].first if items else end
    head = [i for i in range(start, first) if i not in contents.indexes]
    tail = [i for i in range(first, end) if i not in inside or pieces[i].role == "furniture"]
    meeting = RawMeeting(
        start,
        end,
        contents,
        items,
        reading,
        head=stretch(source, pieces, head, furniture=True),
        tail=stretch(source, pieces, tail, furniture=True),
        texts=[stretch(source, pieces, range(item.first, item.end)) for item in items],
        who=who,
    )
    meeting.sessions = [b.session for item in items for b in item.blocks if b.session and b.kind == "beslutning"]
    return meeting


def _lists(pieces: list[Piece], contents: Contents, end: int) -> int:
    """Where a list of all attachments begins that names the items again; `end` if there is none."""
    table = default().table("closing")
    for i in range(contents.indexes.stop, end):
        if (
            pieces[i].role != "furniture"
            and len(pieces[i].text) < _MOST_OWNER
            and table.whole(pieces[i].text) == "lists"
        ):
            rest = [c.title for j in range(i + 1, end) if (c := candidate(pieces[j], j)) and c.title]
            if rest and (contents.matches(rest[0]) or sum(contents.matches(title) for title in rest) > 1):
                return i
    return end


def _who(pieces: list[Piece], start: int, end: int) -> Who:
    """Body and date of the meeting: from its head, else from the decision headings that come most often."""
    anchor = meeting_anchor(pieces, start, end)
    sessions = [s for p in pieces[start:end] if (s := p.session)]
    date = anchor.date if anchor else _head_date(pieces[start:end])
    dated = [s for s in sessions if s.date]
    plain = sum(p.hint == "heading" and p.kind == "beslutning" for p in pieces[start:end])
    if date is None and plain > 1:
        return Who(plain=True, why="no dated head; own decisions have a plain heading")
    why = "from the head" if date else "from the lines with body and date that come most often"
    if date is None and dated:
        date = max(Counter(s.date for s in dated if s.date).items(), key=lambda item: (item[1], item[0]))[0]
    bodies = Counter(s.body for s in sessions if s.body and s.date == date and (date or s.decides))
    last = {s.body: at for at, s in enumerate(sessions)}
    body = max(bodies, key=lambda b: (bodies[b], last[b])) if bodies else (anchor.body if anchor else None)
    return Who(body, date, why=why if body or date else "no line says it")


def _head_date(pieces: list[Piece]) -> dt.date | None:
    """The date of the first line that has a weekday or a clock time with it, above the first heading."""
    for piece in pieces:
        if piece.role == "furniture":
            continue
        if piece.hint in {"heading", "recommends"} and piece.kind != "beslutning?":
            return None
        if (
            len(piece.text) < 120
            and (piece.hint == "fragment" or _TIMED.search(piece.text))
            and (date := read_date(piece.text))
        ):
            return date
    return None


def _items(
    source: str, pieces: list[Piece], reading: Reading, stop: int, contents: Contents, who: Who
) -> list[RawItem]:
    starts = [s for s in reading.starts if s.first < stop]
    if not starts:
        return []
    bounds = [
        (s, _item_end(pieces, s.first, e))
        for s, e in zip(starts, [*(s.first for s in starts[1:]), stop][: len(starts)], strict=True)
    ]
    below = titles_below(pieces, starts)
    wrap = wrap_width(pieces[starts[0].first : stop])
    heads = [read_item_head(source, pieces, s, e, contents, below=below, wrap=wrap) for s, e in bounds]
    _part_titles(source, pieces, heads, bounds, contents)
    for head in heads:
        for i, role in head.roles.items():
            pieces[i].role = pieces[i].role or role
    style = learn_style(pieces, [(h.body, e) for h, (_, e) in zip(heads, bounds, strict=True)])
    groups = _openness(pieces, starts)
    return [_item(pieces, s, e, h, style, who, closed=c) for (s, e), h, c in zip(bounds, heads, groups, strict=True)]


def _item(
    pieces: list[Piece], start: Start, end: int, head: ItemHead, style: Style, who: Who, *, closed: bool
) -> RawItem:
    number = start.cand.index if start.cand else start.first
    above = read_sections(pieces, start.first, number, None, style, who) if start.first < number else []
    blocks = [*above, *read_sections(pieces, head.body, end, head.inline, style, who)]
    if any(
        _CLOSED_HEADING.match(b.heading or "") and "lukket" in (b.heading or "").casefold() for b in blocks
    ) or _says_closed(pieces, head.body, end):
        head.closed = True
    blocks = _without_case(pieces, blocks, head)
    last = max((i for i in range(start.first, end) if pieces[i].role != "furniture"), default=start.first)
    span = (pieces[start.first].start, pieces[last].end)
    return RawItem(
        head, blocks, start.first, end, span, start.why, closed=head.closed if head.closed is not None else closed
    )


def _without_case(pieces: list[Piece], blocks: list[Block], head: ItemHead) -> list[Block]:
    """Take a case number that stands under a heading of its own ("JOURNALNUMMER") into the head."""
    kept = []
    for block in blocks:
        if block.headings and block.headings[0].key in _CASE_HEADINGS and len(block.body) == 1:
            piece = next(p for p in pieces if p.start == block.body[0][0])
            if re.fullmatch(r"[\w./ +-]{4,40}", piece.text) and any(c.isdigit() for c in piece.text):
                block.headings[0].role = piece.role = "item.meta"
                if head.case is None:
                    head.case, head.case_span = piece.text, piece.core
                continue
        kept.append(block)
    return kept


def _says_closed(pieces: list[Piece], first: int, end: int) -> bool:
    """Whether the item's first text says that it was dealt with behind closed doors."""
    text = next((p for p in pieces[first:end] if p.role == "section.body"), None)
    return text is not None and bool(_CLOSED_TEXT.match(text.text))


def _item_end(pieces: list[Piece], first: int, end: int) -> int:
    """The end of an item without the group headings and furniture that stand before the next."""
    last = next((i for i in range(first + 1, end) if pieces[i].hint == "group" and pieces[i].text[:1].isdigit()), end)
    for i in range(last, end):
        pieces[i].role = pieces[i].role or "meeting.head"
    while last > first + 1 and (
        pieces[last - 1].role == "furniture"
        or pieces[last - 1].hint == "group"
        or pieces[last - 1].role == "meeting.head"
        or (pieces[last - 1].hint == "duration" and (last < end or pieces[last - 1].blank_before > 0))
        or (last < len(pieces) and _is_owner(pieces, last - 1, first))
    ):
        if pieces[last - 1].hint == "group" and _heads_nothing(pieces, first, last - 1):
            break
        if pieces[last - 1].role != "furniture" and not pieces[last - 1].role:
            pieces[last - 1].role = "meeting.head"
        last -= 1
    return last


def _heads_nothing(pieces: list[Piece], first: int, at: int) -> bool:
    """Whether a decision's heading right above would have no text without piece `at` ("Til orientering.")."""
    above = next((p for p in reversed(pieces[first:at]) if p.role != "furniture"), None)
    return above is not None and above.hint == "session" and pieces[at].text.endswith(".")


def _is_owner(pieces: list[Piece], at: int, first: int) -> bool:
    """Whether a piece that ends an item heads the next ones: a line in capitals, apart from the text above."""
    piece = pieces[at]
    if piece.hint == "heading":
        return pieces[at + 1].role == "meeting.head" and piece.glued_right and piece.text.isupper()
    above = next((p for p in reversed(pieces[first:at]) if p.role != "furniture"), None)
    return (
        (piece.blank_before > 0 or piece.glued_left)
        and not piece.hint
        and (piece.text.isupper() or _names_body(piece))
        and _LEAST_OWNER < len(piece.text) < _MOST_OWNER
        and not piece.text.endswith(".")
        and above is not None
        and (above.hint != "heading" or piece.glued_left)
    )


def _names_body(piece: Piece) -> bool:
    """Whether a line by itself names a body ("Fra Teknisk Udvalg")."""
    return piece.blank_after > 0 and not piece.glued_left and is_body(re.sub(r"^[Ff]ra ", "", piece.text))


def _part_titles(
    source: str, pieces: list[Piece], heads: list[ItemHead], bounds: list[tuple[Start, int]], contents: Contents
) -> None:
    """Part the text off title lines that hold it, where the meeting writes so."""
    columns = [h for h in heads if h.title_span and _GAP.search(source, *h.title_span)]
    if len(columns) > 1:
        for head in columns:
            split_columns(source, head)
    if _inline_style(pieces, heads, bounds):
        for head in heads:
            split_inline(source, head, contents)
        return
    sentences = [
        h
        for h, (_, end) in zip(heads, bounds, strict=True)
        if h.title and _SENTENCE.search(h.title) and (h.title.endswith(".") or _goes_on(pieces, h.body, end))
    ]
    if not contents.entries and len(sentences) > _SOME and len(sentences) * 4 >= len(heads):
        for head in sentences:
            split_inline(source, head, contents)
        return
    titles = {e.key for e in contents.entries}
    for head, (_, end) in zip(heads, bounds, strict=True):
        listed = title_key(head.title or "") in titles
        if head.title and not listed and not any(p.role != "furniture" for p in pieces[head.body : end]):
            split_verdict(source, head)


def _goes_on(pieces: list[Piece], at: int, end: int) -> bool:
    """Whether the line under a title's goes on with its sentence."""
    below = pieces[at] if at < end else None
    return below is not None and not below.blank_before and not below.hint and not below.bullet and not below.glued_left


def _inline_style(pieces: list[Piece], heads: list[ItemHead], bounds: list[tuple[Start, int]]) -> bool:
    """Whether items hold their text on the title's line: most have nothing below, and a mark to part them by."""
    bare = [
        h
        for h, (_, e) in zip(heads, bounds, strict=True)
        if h.title and not any(p.role != "furniture" for p in pieces[h.body : e]) and h.closed is None
    ]
    marked = [h for h in bare if h.title and re.search(r"[^\s]: \S|\? \S|[a-zæøå]\. [A-ZÆØÅ]", h.title)]
    return len(bare) * 2 > len(heads) and len(marked) * 2 >= len(bare) and len(bare) > 2


def _openness(pieces: list[Piece], starts: list[Start]) -> list[bool]:
    """For each item, whether the last group heading above it is one for closed doors."""
    first = starts[0].first if starts else 0
    near = [p for p in pieces[max(0, first - _GROUP_NEAR) : first] if p.role != "agenda"]
    above = [
        two
        for one, two in zip([None, *near], near, strict=False)
        if two.hint == "group"
        and two.kind in {"open", "closed"}
        and (two.blank_before or one is None or not (one.hint == "group" or one.caps))  # else a list of groups
    ][-1:]
    closed = bool(above) and above[0].kind == "closed"
    found, at = [], starts[0].first if starts else 0
    for start in starts:
        for piece in pieces[at : start.first]:
            if piece.hint == "group" and piece.kind in {"open", "closed"} and piece.role != "agenda":
                closed = piece.kind == "closed"
        found.append(closed)
        at = start.first
    return found
