"""A title's text: markers and interface words cut off, and a text on the title's line parted from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.grammar.cases import find_cases
from referat_parse.text import unwrap

if TYPE_CHECKING:
    from referat_parse.segment.entries import Contents
    from referat_parse.text import Span

CLOSED_WORD = r"(?:lukket (?:punkt|sag|dagsordenspunkt)|lukket|closed|fortroligt punkt)"
OPEN_WORD = r"(?:åbent punkt|åben sag|åbent|åben|open)"
_FRONT = re.compile(
    rf"\s*\(?(?:(?P<closed>{CLOSED_WORD})|{OPEN_WORD})\)?\s*(?:[:–-]\s*|\.\s+(?=(?-i:[A-ZÆØÅ]))|(?<=\))\s*|(?<=\s\s)\s*(?=\S)|(?<=sag)\s+(?=(?-i:[A-ZÆØÅ]))|(?<=punkt)\s+(?=(?-i:[A-ZÆØÅ])))",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"\s*(?:[-–]\s*)?(?:\(\s*(?:(?P<closed>{CLOSED_WORD})|{OPEN_WORD})\s*\)|[-–]\s*(?:(?P<closed2>{CLOSED_WORD})|{OPEN_WORD}))\s*$",
    re.IGNORECASE,
)
_INTERFACE = re.compile(
    r"\s*(?:klik her for at folde ud.*|kopier link.*|åbn/luk punkt|fold (?:dette punkt )?(?:ind|ud)|udskriv|\(tavshedspligt ikke fraveget\)|udvalg funktioner|\bside \d{1,3}|\btop|\btil top(?:pen)?)\s*$",
    re.IGNORECASE,
)
_CONFIDENTIAL = re.compile(r"tavshedspligt ikke fraveget", re.IGNORECASE)
_TAIL_META = re.compile(r"\s+(?:åben sag\b|åbent punkt\b|sagsnr\.?:|j\.nr\.?:|sagsid\.?:).*$", re.IGNORECASE)
_COLUMN = re.compile(r"(?<=\S) {4,}(?=\S)")
_CASED = re.compile(r"\s*\((?:sagsnr\.?:?\s*)?(\d{8,12}|\d\S{4,24})\)\s*$", re.IGNORECASE)
_END_VERDICT = re.compile(
    r"(?<=[\w)\"”?.:])[\s.:–-]+((?:Godkendt|Tiltrådt|Vedtaget|Taget til efterretning|Til efterretning|Intet(?: nyt)?|Ingen(?: bemærkninger| meddelelser)?|Udsat|Udgår|Udsættes|Drøftet|Imødekommet|Afslag|Orientering(?:en)? (?:givet|taget til efterretning)|Bevilget)\b[^.\n]{0,60}\.?)\s*$"
)
_INLINE = re.compile(
    r"(?<=[^\s:]): (?=\S)|(?<=\?) (?=\S)|(?<=[a-zæøå0-9)])\. (?=[A-ZÆØÅ])|(?<=[a-zæøå])(?=[A-ZÆØÅ][a-zæøå]+)"
)


@dataclass(slots=True)
class ItemHead:
    """What an item's head says; spans are source offsets, `body` the index of the first body piece.

    `closed` is None where nothing marks the item as open or closed. `inline` is the span of text that
    stands on the title's own line behind it.
    """

    number: str | None = None
    number_span: Span | None = None
    title: str | None = None
    title_span: Span | None = None
    case: str | None = None
    case_span: Span | None = None
    case_rank: int = 0
    closed: bool | None = None
    body: int = 0
    inline: Span | None = None
    wrap: int = 1000
    roles: dict[int, str] = field(default_factory=dict)


def strip_title(source: str, head: ItemHead) -> None:
    """Cut markers of closed and open items and interface text off the title; a title that is only a marker stays."""
    if head.title_span is None:
        return
    a, b = head.title_span
    written = source[a:b]
    cut = _INTERFACE.search(written) or _TAIL_META.search(written)
    if _CONFIDENTIAL.search(written):
        head.closed = True
    if cut and cut.start() > 0:
        b = a + cut.start()
    if re.search(rf"\({CLOSED_WORD}\)|[-–]\s*{CLOSED_WORD}\b|^{CLOSED_WORD}\b", source[a:b], re.IGNORECASE):
        head.closed = True
    while (front := _FRONT.match(source, a, b)) and front.end() < b and front.end() > a:
        a = front.end()
    while (back := _BACK.search(source, a, b)) and back.start() > a:
        b = back.start()
    case = next(find_cases(source[a:b]), None)
    if case is not None and case.start == 0 and re.match(r"[.:]?\s", source[a + case.end : b]):
        head.case, head.case_span, head.case_rank = case.value, (a, a + case.end), 2
        a += case.end + len(re.match(r"[.:\s–-]*", source[a + case.end : b])[0])  # type: ignore[index]
    else:
        b = _cased_end(source, a, b, head)
    link = re.match(r"\[(.+?)\]\([^)]*\)$", source[a:b])
    if link:
        a, b = a + 1, a + 1 + len(link[1])
    while b > a and (source[b - 1].isspace() or source[b - 1] in "*|-–"):
        b -= 1
    head.title_span = (a, b) if a < b else None
    head.title = unwrap(_plain(source[a:b])) if a < b else None


def _cased_end(source: str, a: int, b: int, head: ItemHead) -> int:
    """Where the title ends if a case number in brackets closes its line ("Skolebudget (20120044718)")."""
    last = _CASED.search(source, a, b)
    if last is None:
        return b
    case = next(find_cases(last[1]), None)
    if not last[1].isdigit() and (case is None or case.value != last[1]):
        return b
    if head.case is None:
        head.case, head.case_span, head.case_rank = last[1], last.span(1), 2
    return last.start()


def _plain(written: str) -> str:
    return re.sub(r"</?[a-zA-Z][^<>\n]{0,80}>|\*{2,3}", "", written)


def split_verdict(source: str, head: ItemHead) -> bool:
    """Part a verdict off the end of a title line ("1 Godkendelse af dagsorden Godkendt"); whether it did."""
    if head.title_span is None:
        return False
    a, b = head.title_span
    match = _END_VERDICT.search(source, a, b)
    if match is None or match.start(1) <= a + 3:
        return False
    stop = match.start(1)
    while stop > a and (source[stop - 1].isspace() or source[stop - 1] in ".:-–"):
        stop -= 1
    head.title_span, head.inline = (a, stop), (match.start(1), b)
    head.title = unwrap(source[a:stop])
    return True


def split_columns(source: str, head: ItemHead) -> None:
    """Part a line of two columns, title and text ("2 Regnskab                  Godkendt")."""
    if head.title_span is None or (match := _COLUMN.search(source, *head.title_span)) is None:
        return
    a, b = head.title_span
    head.title_span, head.inline = (a, match.start()), (match.end(), b)
    head.title = unwrap(source[a : match.start()])


def split_inline(source: str, head: ItemHead, contents: Contents) -> bool:
    """Part a title line that holds the item's text too ("3. Økonomi: Taget til efterretning"); whether it did.

    The contents list's title decides where it has one, else the first colon, question mark, full stop or
    glued capital behind the title's words.
    """
    if head.title_span is None:
        return False
    a, b = head.title_span
    written = source[a:b]
    listed = next(
        (e for e in contents.entries if e.title and written.startswith(e.title) and len(written) > len(e.title) + 2),
        None,
    )
    match = _INLINE.search(written)
    cut = len(listed.title) if listed else (match.end() if match else 0)
    if not cut:
        return False
    end = a + cut
    stop = end
    while stop > a and (source[stop - 1].isspace() or source[stop - 1] in ":."):
        stop -= 1
    while end < b and (source[end].isspace() or source[end] in ":."):
        end += 1
    if end >= b:
        return False
    head.title_span, head.inline = (a, stop), (end, b)
    head.title = unwrap(source[a:stop])
    return True
