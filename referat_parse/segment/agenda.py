"""The contents list: found by its heading and form, and by its titles coming back in the minutes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import is_body
from referat_parse.segment.entries import (
    LEADER,
    Contents,
    Entry,
    Titles,
    cut_page,
    entry_title,
    read_entry,
    title_key,
)
from referat_parse.segment.numbers import candidate
from referat_parse.text import flat, key

if TYPE_CHECKING:
    from referat_parse.segment.piece import Piece

_HEADING = frozenset(
    {
        "indholdsfortegnelse",
        "indhold",
        "dagsorden",
        "dagsordenspunkter",
        "dagsordenpunkter",
        "punkter",
        "sagsoversigt",
        "oversigtsdagsorden",
        "punkter på dagsordenen",
        "punkter til dagsorden",
        "punkter til dagsordenen",
        "følgende sager behandles",
        "til behandling forelå",
        "indholdsliste",
        "punkter til dagsorden side",
        "sag nr. side",
        "pkt. tekst side",
        "pkt. tekst",
        "sag tekst sidenr",
        "sagsnr. side",
        "sag nr.side",
        "dagsorden side",
        "punkter på åben dagsorden",
        "åbne/lukkede dagsordenspunkter",
        "dagsordensliste",
        "mødets dagsorden",
        "dagsorden for mødet",
    }
)
_OPENING = re.compile(
    r"(?:indholdsfortegnelse|oversigtsdagsorden|dagsordens?punkter|punkter på dagsordenen|punkter til dagsorden|sagsoversigt|indholdsliste)\b"
)
_RUN_ENTRY = re.compile(r"(?<!\S)(\d{1,4}[a-z]?)\.\s(?=[A-ZÆØÅ0-9\"”])(.{3,200}?)\s?\.{2,}\s?(\d{1,4}|[ivxl]+)?")
_SHORT_LINE = 60
_FEW_CELLS = 2
_LETTERED = re.compile(r"[A-H]\. [A-ZÆØÅ]")
_DECIDING = frozenset({"beslutning", "tidligere_beslutning", "indstilling", "sagsfremstilling", "resume"})


def find_contents(pieces: list[Piece], start: int, end: int) -> Contents:
    """The contents list within pieces `[start, end)`, or an empty one.

    With a heading: the entries that follow, up to a title's second coming or a line of another kind.
    Without: the first run of three or more numbered lines of which half come back later.
    """
    best = Contents()
    first = next(
        (i for i in range(start, end) if pieces[i].hint in {"meta", "recommends"} or pieces[i].kind in _DECIDING), end
    )
    for at in range(start, end):
        piece = pieces[at]
        if piece.role == "furniture":
            continue
        opens = _opens(piece)
        if opens and len(piece.text) > 200:
            return _run_on(pieces, at, end)
        if opens and (piece.glued_right or not best.entries):
            found = max(_read(pieces, at, end, headed=True), _read_cells(pieces, at, end), key=lambda c: len(c.entries))
            paged = bool(found.entries) and found.entries[0].page is not None
            if (len(found.entries) > 1 or paged) and len(found.entries) > len(best.entries):
                best = found
    if best.entries:
        return best
    return _unheaded(pieces, start, min(end, first + 1))


def _opens(piece: Piece) -> bool:
    return piece.key.rstrip(" |") in _HEADING or (
        bool(_OPENING.match(piece.key)) and (len(piece.key) < 60 or piece.glued_left)
    )


def _unheaded(pieces: list[Piece], start: int, end: int) -> Contents:
    at = start
    while at < end:
        cand = candidate(pieces[at], at) if pieces[at].role != "furniture" else None
        if cand and cand.title and not cand.title.startswith(("at ", "At ")):
            found = _read(pieces, at - 1, len(pieces), headed=False)
            if len(found.entries) > 2 and _recurring(pieces, found, len(pieces)) * 2 >= len(found.entries):
                return found
            at = max(at + 1, found.indexes.stop)
        else:
            at += 1
    return Contents()


def _recurring(pieces: list[Piece], contents: Contents, end: int) -> int:
    later = {
        title_key(entry_title(pieces[i].text)) for i in range(contents.indexes.stop, end) if len(pieces[i].text) < 300
    }
    known = Titles(later)
    return sum(e.key in known for e in contents.entries)


def _read(pieces: list[Piece], at: int, end: int, *, headed: bool) -> Contents:
    """Entries from the piece after `at` on, as long as lines look like entries and no title comes back."""
    entries: list[Entry] = []
    seen = Titles()
    groups: set[str] = set()
    last = at
    i = at + 1
    while i < end:
        piece = pieces[i]
        owner = headed and _is_owner(pieces, i)
        if owner:
            groups.add(piece.key)
        if owner or _is_beside(piece, headed=headed):
            i += 1
            continue
        entry = read_entry(piece, i, numbered=not headed)
        if entry is None:
            if not (_continues(pieces, i, entries, end) or _begins(pieces, i, entries, end)):
                break
            if not _begins(pieces, i, entries, end):
                text, page = cut_page(piece.text)
                rest = Entry(None, text, page or entries[-1].page, (piece.core[0], piece.end), title_key(text))
                _extend(entries[-1], rest)
        elif entries and _completes(entry, entries[-1], piece):
            _extend(entries[-1], entry)
        elif (
            entry.key in seen
            or (entries and _restarts(entry, entries, pieces, i, end))
            or (not entry.number and _is_lone_line(pieces, i, entries))
        ):
            break
        else:
            entries.append(entry)
            seen.add(entry.key)
        last = i
        i += 1
    if sum(e.number is not None for e in entries) * 2 < len(entries):
        _without_numbers(entries)
    return Contents(range(at if headed else at + 1, last + 1), entries, frozenset(groups))


def _is_beside(piece: Piece, *, headed: bool) -> bool:
    """Whether a line stands between entries and is none: furniture, a group, the list's heading again, "Side"."""
    return piece.role == "furniture" or piece.hint == "group" or (headed and _opens(piece)) or _is_page_word(piece)


def _completes(entry: Entry, above: Entry, piece: Piece) -> bool:
    """Whether a line without number brings the page that the numbered entry above lacks."""
    unpaged = above.number is not None and above.page is None
    return unpaged and not entry.number and entry.page is not None and not piece.bullet


def _without_numbers(entries: list[Entry]) -> None:
    """The list has no numbers: "3. behandling" is a title."""
    for entry in entries:
        if entry.number is not None:
            entry.title, entry.number = f"{entry.number}. {entry.title}", None
            entry.key = title_key(entry.title)


def _read_cells(pieces: list[Piece], at: int, end: int) -> Contents:
    """Entries whose number, title and page stand on lines of their own, the numbers counting one by one."""
    entries: list[Entry] = []
    seen = Titles()
    paged = False
    last = at
    i = at + 1
    while i < end:
        piece = pieces[i]
        if piece.role == "furniture" or piece.hint in {"group", "meta"} or _is_owner(pieces, i):
            i += 1
            continue
        rest = [j for j in range(i + 1, min(end, i + 6)) if pieces[j].role != "furniture"][:4]
        cells = next((n for n, j in enumerate(rest) if pieces[j].text.rstrip(".").isdecimal()), None)
        if not piece.text.rstrip(".").isdecimal() or not rest or cells == 0 or pieces[rest[0]].hint == "heading":
            break
        title = rest[: 1 if cells is None else min(cells, 2)]
        text = " ".join(pieces[j].text for j in title)
        if title_key(text) in seen:
            break
        seen.add(title_key(text))
        number = piece.text.rstrip(".")
        if entries and int(number) != int(entries[-1].number or 0) + 1:
            break
        page = rest[cells] if cells is not None and cells == len(title) else None
        after = rest[cells + 1] if cells is not None and cells + 1 < len(rest) else None
        paged = page is not None and (paged or (after is not None and pieces[after].text.rstrip(".").isdecimal()))
        span = (piece.core[0], pieces[page if paged and page is not None else title[-1]].end)
        entries.append(Entry(number, text, None, span, title_key(text), piece.blank_before))
        last = page if paged and page is not None else title[-1]
        i = last + 1
    return Contents(range(at, last + 1), entries) if len(entries) > _FEW_CELLS else Contents()


def _extend(entry: Entry, rest: Entry) -> None:
    """Take the second line of a wrapped entry into it."""
    entry.title = f"{entry.title} {rest.title}"
    entry.page, entry.span, entry.key = rest.page, (entry.span[0], rest.span[1]), entry.key + rest.key


def split_last(pieces: list[Piece], contents: Contents) -> bool:
    """Part the first item's heading from the contents list's last line, where they are glued; whether it did.

    The list's own first entry tells what to look for: "… Lokalplan 3.793. Godkendelse" holds item 3 after 3.79.
    """
    if len(contents.entries) < 2 or not contents.entries[0].number:
        return False
    last, first = contents.indexes[-1], contents.entries[0]
    piece = pieces[last]
    found = piece.text.find(f"{first.number}. {first.title}"[:60], 4)
    if found < 0 or piece.core[1] - piece.core[0] != len(piece.text):
        return False
    rest = replace(
        piece,
        core=(piece.core[0] + found, piece.core[1]),
        start=piece.core[0] + found,
        text=piece.text[found:],
        glued_left=True,
        blank_before=0,
    )
    rest.key = key(rest.text)
    piece.text, piece.end, piece.core = (
        piece.text[:found].rstrip(),
        piece.core[0] + found,
        (piece.core[0], piece.core[0] + found),
    )
    piece.key, piece.glued_right = key(piece.text), True
    contents.entries[-1].title = entry_title(piece.text)
    contents.entries[-1].key = title_key(contents.entries[-1].title)
    contents.entries[-1].span = (contents.entries[-1].span[0], piece.end)
    pieces.insert(last + 1, rest)
    return True


def _restarts(entry: Entry, entries: list[Entry], pieces: list[Piece], i: int, end: int) -> bool:
    """Whether the entry is the first item: the first number again, and something of an item below it."""
    first = next((e.number for e in entries if e.number), None)
    if entry.number is None or entry.number != first:
        return False
    return any(p.hint in {"meta", "heading", "session"} for p in pieces[i + 1 : min(i + 4, end)])


def _is_lone_line(pieces: list[Piece], i: int, entries: list[Entry]) -> bool:
    """An unnumbered line after numbered entries, apart from them: no entry."""
    return bool(entries) and entries[-1].number is not None and pieces[i].blank_before > 0 and entries[-1].page is None


def _is_owner(pieces: list[Piece], i: int) -> bool:
    """Whether a line in capitals in a contents list heads the entries that follow (a body, a kind of items)."""
    piece = pieces[i]
    named = piece.text.isupper() or bool(_LETTERED.match(piece.text))
    if (
        piece.hint
        or not named
        or "lukket punkt" in piece.key
        or piece.text[0].isdigit()
        or len(piece.text) > _SHORT_LINE
    ):
        return False
    below = next((j for j in range(i + 1, min(i + 4, len(pieces))) if pieces[j].role != "furniture"), None)
    return is_body(piece.text) or (below is not None and read_entry(pieces[below], below, numbered=True) is not None)


def _is_page_word(piece: Piece) -> bool:
    return piece.key in {"side", "sag", "pkt", "pkt. tekst", "sidenr", "punkter til dagsorden", "nr"} or bool(
        re.fullmatch(r"[\d\s]{1,8}|[ivxl]{1,5}", piece.key)
    )


def _continues(pieces: list[Piece], i: int, entries: list[Entry], end: int) -> bool:
    """Whether piece `i` is the rest of the entry before it, or its page, inside the list."""
    piece = pieces[i]
    if not entries or piece.blank_before > entries[-1].blank or piece.hint or len(piece.text) > 160:
        return False
    following = next((j for j in range(i + 1, min(i + 3, end)) if pieces[j].role != "furniture"), None)
    wrapped = (
        piece.indent > 0 or piece.text[:1].islower() or bool(LEADER.search(piece.text)) or len(pieces[i - 1].text) > 60
    )
    return wrapped and (
        bool(LEADER.search(piece.text))
        or (
            following is not None
            and (
                read_entry(pieces[following], following, numbered=True) is not None or pieces[following].hint == "group"
            )
        )
    )


def _begins(pieces: list[Piece], i: int, entries: list[Entry], end: int) -> bool:
    """Whether piece `i` is the first line of an entry whose second line has the leader to the page."""
    piece = pieces[i]
    if not entries or piece.hint or i + 1 >= end or piece.blank_before > entries[-1].blank or len(piece.text) < 40:
        return False
    return LEADER.search(pieces[i + 1].text) is not None and pieces[i + 1].blank_before <= entries[-1].blank


def _run_on(pieces: list[Piece], at: int, end: int) -> Contents:
    """The contents list that is a page-long line: all pieces of that line, entries by number and leader."""
    last = at
    while last + 1 < end and pieces[last].glued_right:
        last += 1
    entries = []
    for match in _RUN_ENTRY.finditer(pieces[at].text):
        start = pieces[at].core[0] + match.start()
        page = int(match[3]) if match[3] and match[3].isdecimal() else None
        entries.append(Entry(match[1], flat(match[2]), page, (start, start + len(match[0])), title_key(match[2])))
    return Contents(range(at, last + 1), entries)
