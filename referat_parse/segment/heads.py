"""The head of an item: number, title, case line, status; and where its body begins."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from referat_parse.grammar.cases import match_case_line
from referat_parse.segment.breaks import CASE_TITLE
from referat_parse.segment.entries import Contents, title_key
from referat_parse.segment.hints import is_matrix, is_type_word
from referat_parse.segment.numbers import candidate
from referat_parse.segment.piece import following
from referat_parse.segment.title_text import CLOSED_WORD, OPEN_WORD, ItemHead, strip_title

if TYPE_CHECKING:
    from referat_parse.segment.piece import Piece
    from referat_parse.segment.starts import Start
    from referat_parse.text import Span

_JOURNAL = re.compile(r"\W*j\.? ?(?:nr|ournal)(?!.*sag)", re.IGNORECASE)
_ONLY = re.compile(rf"{CLOSED_WORD}", re.IGNORECASE)
_OPEN_END = re.compile(
    r"(?:\b(?:af|til|og|for|i|på|med|ved|om|fra|samt|mellem|eller|den|det|de|en|et|vedrørende)|vedr\.|[-–,/])$",
    re.IGNORECASE,
)
"""A title's line that ends so goes on in the next."""
_DIGITS = re.compile(r"\d{4,9}")
_LETTERS = re.compile(r"[A-ZÆØÅa-zæøå]{2,6}")
_BROKEN = 8
_TITLE_WORDS = 12
_FULL_LINE = 60
"""A line shorter than this (code points) that a capital follows was not wrapped."""
_DECISION_WORD = re.compile(
    r"(?:godkendt|tiltrådt|vedtaget|udsat|drøftet|intet|ingen|taget til efterretning|til efterretning|udgår|imødekommet|afslag|orientering givet)\b",
    re.IGNORECASE,
)


def wrap_width(pieces: list[Piece]) -> int:
    """The width at which lines were broken: few lines that a small letter continues are longer; 1000 if lines were not."""
    broken = sorted(
        len(one.text)
        for one, two in pairwise(pieces)
        if not two.blank_before and not two.glued_left and not one.role and two.text[:1].islower() and not two.bullet
    )
    return broken[len(broken) * 9 // 10] if len(broken) > _BROKEN else 1000


def read_item_head(
    source: str, pieces: list[Piece], start: Start, end: int, contents: Contents, *, below: bool, wrap: int
) -> ItemHead:
    """The head of the item that begins at `start` and ends before piece `end`.

    `below`: where a number stands alone on its line, whether titles stand under it (else above).
    `wrap`: the width (code points) at which the document's lines were broken; see `wrap_width`.
    """
    head = ItemHead(wrap=wrap)
    at = start.first
    if start.cand is not None:
        at = _numbered(source, pieces, start, end, head, contents, below=below)
    elif start.title is not None:
        for i in range(start.first, start.title):
            if pieces[i].role != "furniture":
                head.roles[i] = "item.meta"
        at = _title_at(source, pieces, start.title, end, head, contents)
    strip_title(source, head)
    head.body = _rest(source, pieces, at, end, head)
    if start.closed:
        head.closed = True
    return head


def _numbered(
    source: str, pieces: list[Piece], start: Start, end: int, head: ItemHead, contents: Contents, *, below: bool
) -> int:
    """Number and title by the number line; lines above it (a case line, a title) belong to the head."""
    cand = start.cand
    if cand is None:
        return start.first
    head.number, head.number_span = cand.number, cand.number_span
    for i in range(start.first, cand.index):
        if pieces[i].role != "furniture" and not _is_absence(pieces, i):
            _take_meta(pieces[i], i, head)
    head.roles[cand.index] = "item.title"
    if re.search(r"\((?:lukket)", source[cand.number_span[1] : cand.title_span[0]], re.IGNORECASE):
        head.closed = True
    if cand.title:
        head.title_span = cand.title_span
        return _wrap(source, pieces, cand.index + 1, end, head, contents)
    if not below and cand.index > start.first:
        title = next((i for i in range(start.first, cand.index) if pieces[i].role != "furniture"), cand.index - 1)
        head.title_span = (pieces[title].core[0], pieces[cand.index - 1].core[1])
        return cand.index + 1
    at = cand.index + 1
    while at < end and (pieces[at].role == "furniture" or pieces[at].hint == "duration" or _is_status(pieces, at, end)):
        if pieces[at].role != "furniture":
            _take_meta(pieces[at], at, head)
        at += 1
    if at < end and (
        (pieces[at].hint in {"", "recommends"} and not _is_prose(pieces, at, end, contents))
        or (below and (_is_title_word(pieces, at, end) or _ONLY.fullmatch(pieces[at].text)))
        or (below and _is_title_label(pieces, at, end, contents))
    ):
        return _title_at(source, pieces, at, end, head, contents)
    return at


def _is_status(pieces: list[Piece], at: int, end: int) -> bool:
    """Whether a line "Åbent" or "Lukket" stands between the number and a title."""
    if not re.fullmatch(rf"{OPEN_WORD}|{CLOSED_WORD}", pieces[at].text.strip(), re.IGNORECASE):
        return False
    below = next(following(pieces, at, end), None)
    return below is not None and not below.hint and not below.text.endswith((".", ":"))


def _is_absence(pieces: list[Piece], i: int) -> bool:
    """Whether a line above the number is the item's absence label, or the names behind it."""
    return pieces[i].kind == "fravaerende" or (i > 0 and pieces[i].glued_left and pieces[i - 1].kind == "fravaerende")


def _is_prose(pieces: list[Piece], at: int, end: int, contents: Contents) -> bool:
    """Whether the paragraph under a number that stands alone is text, not a title: sentences, unknown to the contents list."""
    lines = [pieces[at]]
    for piece in pieces[at + 1 : min(end, at + 4)]:
        if piece.blank_before or piece.hint or (len(lines[-1].text) < _FULL_LINE and not piece.text[:1].islower()):
            break
        lines.append(piece)
    written = " ".join(p.text.strip() for p in lines)
    if contents.matches(lines[0].text) or contents.matches(written):
        return False
    if re.search(r"[a-zæøå]{4}\. [A-ZÆØÅ]", written):
        return True
    return written.endswith((".", "!")) and (len(written.split()) > _TITLE_WORDS or bool(contents.entries))


def _is_title_label(pieces: list[Piece], at: int, end: int, contents: Contents) -> bool:
    """Whether a label with its text, right under a number that stands alone, is the title ("Høring: skolestruktur")."""
    piece = pieces[at]
    if piece.hint != "heading" or not (piece.glued_right and piece.colon) or at + 1 >= end:
        return False
    deciding = piece.kind in {"beslutning", "indstilling", "tidligere_beslutning", "fravaerende", "bilag"}
    return not deciding or contents.matches(f"{piece.text} {pieces[at + 1].text}")


def _is_title_word(pieces: list[Piece], at: int, end: int) -> bool:
    """Whether a heading word under a number that stands alone is the title: another heading follows it, or nothing."""
    if pieces[at].hint not in {"heading", "group"}:
        return False
    at += 1 + sum(p.glued_left for p in pieces[at + 1 : at + 3])
    return at >= end or pieces[at].hint in {"heading", "session", "meta", "recommends"}


def _title_at(source: str, pieces: list[Piece], at: int, end: int, head: ItemHead, contents: Contents) -> int:
    head.title_span = pieces[at].core
    head.roles[at] = "item.title"
    while pieces[at].glued_right and pieces[at].colon and at + 1 < end:  # a label in front belongs to the title
        at += 1
        head.title_span = (head.title_span[0], pieces[at].core[1])
        head.roles[at] = "item.title"
    return _wrap(source, pieces, at + 1, end, head, contents)


def _wrap(source: str, pieces: list[Piece], at: int, end: int, head: ItemHead, contents: Contents) -> int:
    """Take the title's further lines: those that the contents list has, or that stand wrapped above a meta line, heading or blank."""
    if head.title_span is None:
        return at
    for _ in range(3):
        if at >= end or not _wraps(source, pieces, at, end, head.title_span, contents, head.wrap):
            break
        head.title_span = (head.title_span[0], pieces[at].core[1])
        head.roles[at] = "item.title"
        at += 1
    return at


def _wraps(source: str, pieces: list[Piece], at: int, end: int, title: Span, contents: Contents, wrap: int) -> bool:
    piece, above = pieces[at], pieces[at - 1]
    if (
        piece.role == "furniture"
        or piece.blank_before
        or piece.glued_left
        or piece.hint not in {"", "recommends"}
        or piece.level
    ):
        return False
    both = title_key(source[title[0] : piece.core[1]])
    so_far = title_key(source[title[0] : title[1]])
    if piece.text.startswith("(") and source.count("(", *title) == source.count(")", *title):
        return False
    if piece.bullet:  # a dash may join the title's lines: "Lokalplan for X" / "- endelig vedtagelse"
        return any(e.key == both for e in contents.entries)
    if any(e.key == so_far for e in contents.entries):
        return False
    if any(
        len(e.key) > len(so_far) and (e.key == both or (e.key.startswith(both) and len(both) > 20))
        for e in contents.entries
    ):
        return True
    if title_key(piece.text) == so_far or _DECISION_WORD.match(piece.text):
        return False
    if piece.text[:1].islower() and _OPEN_END.search(above.text):
        return True
    width = above.core[1] - above.core[0]
    full = width + 1 + len(piece.text.split(" ", 1)[0]) > wrap
    if piece.text[:1].islower() and (width > 40 or full) and not piece.text.rstrip().endswith("."):
        return True
    closes = (
        at + 1 >= end
        or piece.blank_after > 0
        or pieces[at + 1].hint in {"meta", "heading", "session"}
        or bool(_reprint(pieces[at + 1], both))
    )
    return closes and (width > 45 or full) and len(piece.text) <= width and not piece.text.rstrip().endswith((".", ":"))


def _reprint(piece: Piece, wanted: str) -> bool:
    return bool(wanted) and title_key(re.sub(r"^\d[\d.]*[\s\u00a0]*", "", piece.text)) == wanted


def _rest(source: str, pieces: list[Piece], at: int, end: int, head: ItemHead) -> int:
    """Take the lines under the title that are no text yet: reprints, case and status lines, circulation matrix."""
    title = title_key(source[head.title_span[0] : head.title_span[1]]) if head.title_span else ""
    wrapped = ""
    while at < end:
        piece = pieces[at]
        if piece.role == "furniture":
            at += 1
            continue
        own = title_key(re.sub(r"^\d[\d.]*[.)]?[\s\u00a0]*", "", piece.text))
        if title and own and (own == title or (title.startswith(wrapped + own) and len(own) > 15)):
            wrapped = "" if own == title else wrapped + own
            head.roles[at] = "item.title"
        elif (
            piece.hint in {"meta", "duration"}
            or CASE_TITLE.fullmatch(piece.text)
            or (piece.hint == "group" and head.roles)
        ):
            _take_meta(piece, at, head)
        elif (
            _is_initials(pieces, at)
            or _is_type_line(pieces, at, end, head)
            or _in_matrix(pieces, at, end)
            or (
                re.match(r"(?:øvrige sagsbehandlere|teaser|se alle bilag)\b", piece.key)
                and _before_heading(pieces, at, end)
            )
        ):
            head.roles[at] = "item.meta"
        else:
            _reprinted(pieces, at, end, head, title)
            return at
        at += 1
    return at


def _reprinted(pieces: list[Piece], at: int, end: int, head: ItemHead, title: str) -> None:
    """Number, title and case line printed again under a list of files: they are head too."""
    first = next(
        (i for i in range(at, min(at + 12, end)) if pieces[i].hint in {"heading", "session", "recommends"}), None
    )
    if first is None or not title:
        return
    again = [i for i in range(at, first) if title_key(pieces[i].text) == title]
    if not again:
        return
    for i in range(at, first):
        number = candidate(pieces[i], i)
        if i in again or (number is not None and number.number == head.number and not number.title):
            head.roles[i] = "item.title"
        elif pieces[i].hint == "meta":
            _take_meta(pieces[i], i, head)


def _take_meta(piece: Piece, at: int, head: ItemHead) -> None:
    """Read case number and openness off a meta line."""
    head.roles[at] = "item.meta"
    line = match_case_line(piece.text)
    if line is None:
        named = CASE_TITLE.fullmatch(piece.text)
        if named and piece.core[1] - piece.core[0] == len(piece.text) and head.case is None:
            start, stop = (piece.core[0] + at for at in named.span(1))
            head.case, head.case_span, head.case_rank = named[1], (start, stop), 1
        if _ONLY.fullmatch(piece.text.strip()):
            head.closed = True
        elif re.fullmatch(OPEN_WORD, piece.text.strip(), re.IGNORECASE) and head.closed is None:
            head.closed = False
        return
    rank = 1 if _JOURNAL.match(piece.text) else 2
    if line.value and rank > head.case_rank:
        found = piece.text.find(line.value) if piece.core[1] - piece.core[0] != len(piece.text) else line.span[0]  # type: ignore[index]
        start = piece.core[0] + max(found, 0)
        head.case, head.case_span, head.case_rank = line.value, (start, start + len(line.value)), rank
    if line.closed is not None:
        head.closed = line.closed if head.closed is None else head.closed or line.closed


def _is_initials(pieces: list[Piece], at: int) -> bool:
    """The case worker's letters under the word "Initialer", or a number of the export above the case line."""
    above = next((p for p in reversed(pieces[max(0, at - 3) : at]) if p.role != "furniture"), None)
    below = next(following(pieces, at, at + 3), None)
    if below is not None and below.hint == "meta" and _DIGITS.fullmatch(pieces[at].text):
        return True
    return above is not None and above.key == "initialer" and bool(_LETTERS.fullmatch(pieces[at].text))


def _is_type_line(pieces: list[Piece], at: int, end: int, head: ItemHead) -> bool:
    """A lone "Beslutning" or "Orientering" right under the case line, where another decision heading follows: the item's type."""
    piece = pieces[at]
    if not is_type_word(piece) or "item.meta" not in head.roles.values():
        return False
    below = next(following(pieces, at, end), None)
    if below is None or below.hint not in {"heading", "meta"}:
        return False
    return any(
        p.hint == "session" or (p.hint == "heading" and p.kind == "beslutning") for p in following(pieces, at, end)
    )


def _in_matrix(pieces: list[Piece], at: int, end: int) -> bool:
    """A row of codes or crosses above the first heading."""
    piece = pieces[at]
    if not is_matrix(piece) or len(piece.text) > 120:
        return False
    near = [p for p in pieces[max(0, at - 2) : min(end, at + 3)] if p.role != "furniture"]
    return sum(is_matrix(p) for p in near) > 1 and not any(
        p.hint == "heading" for p in pieces[max(0, at - 12) : at] if p.key == "kommunikation"
    )


def _before_heading(pieces: list[Piece], at: int, end: int) -> bool:
    return any(p.hint in {"heading", "recommends", "session"} for p in pieces[at + 1 : min(end, at + 4)])
