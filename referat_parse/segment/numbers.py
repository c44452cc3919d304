"""Lines that could begin a numbered item: every number shape that minutes use, with number and title apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from referat_parse.segment.piece import Piece
    from referat_parse.text import Span

_WORD = r"(?:dagsordens?punkt|punkt|pkt|pk|sag|emne|nr|ad)"
_NUM = r"(?P<num>\d{1,4}(?:\.\d{1,2})?(?:\s?[a-zA-Z](?!\w|\.\w)|\.[A-ZÆØÅ](?=[.:)\s]|$))?|\d{1,3}/\d{2,4}|[A-ZÆØÅ]{2,3}-\d{1,3}/\d{2})"
_MARKED = re.compile(
    rf"(?P<word>{_WORD})\.?\s*(?:nr\.?\s*)?{_NUM}(?P<delim>\s*\((?:lukket|åben|åbent)[^)]*\)\s*:?|\s*[:.)](?!\d)|\s+[-–](?=\s))?(?P<gap>\s*)(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN = re.compile(
    r"(?P<open>\()?(?P<num>\d{1,3}/\d{2}(?=[\s.:])|[A-ZÆØÅ]{2,3}-\d{1,3}/\d{2}(?=[\s.:])"
    r"|\d{1,4}(?!\.\d+\.\d)(?:\.\d{1,2}(?=[.):\s]))?(?:[a-zA-Z](?=[.):\s])|\s?[A-ZÆØÅ](?=[.):])|\.[A-ZÆØÅ](?=[.):\s]))?)"
    r"(?P<delim>\s*\((?:lukket|åben|åbent|Lukket|Åben|Åbent)\)\s*:?|\s[-–]\s(?=\S)|\.{3,6}|\.(?!\d{3})|\)|\s?:(?!\d)|\s(?=\s*[^\s\d])|(?=[A-ZÆØÅ][a-zæøå]))?(?P<gap>[\s\u00a0]*)(?P<title>.*)",
    re.DOTALL,
)
_TIMED = re.compile(
    r"(?P<word>punkt)\s?(?P<num>\d{1,2}?)(?P<delim>)(?P<gap>)[1-9]\d{0,2} ?min\.?(?:utter)?(?P<title>[A-ZÆØÅ].*)",
    re.IGNORECASE,
)
"""Number and minutes run together where a copied table lost its cells ("Punkt 210 minNyt fra elevrådet")."""
_WIDE = 3
"""A gap of more blanks than this between number and title is a column; lists in prose have none."""
_RUNNING = re.compile(r"\S.{0,90}\s{2,}(?:sag|punkt)\s(?:nr\.?\s)?(\d{1,3})", re.IGNORECASE)
_OWNED = re.compile(r"[A-ZÆØÅ]{2,3}-\d")
_ORDINAL = re.compile(r"(\d{1,4})\.(\d{1,2})\.?(?=\s+[a-zæøå])")
_DATE_LIKE = re.compile(
    r"\d{1,2}\.? ?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:kr|pct|procent|mio|stk|m2|km|kg|ton|timer|stemmer|medlemmer|personer|år|dage|uger|min|stemte|elever|børn|%|gange|haver)\b|%",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Candidate:
    """A possible item start: piece index, number apart, title, and the shape that its kind share.

    `number` is verbatim without word and delimiter; `main`, `sub`, `suffix` are its parts for counting.
    `number_span` and `title_span` are source offsets; the title may be empty.
    """

    index: int
    number: str
    main: int
    sub: int
    suffix: str
    shape: tuple[str, ...]
    number_span: Span
    title_span: Span
    title: str
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    contents: bool = False


def candidate(piece: Piece, index: int) -> Candidate | None:
    """The candidate that `piece` is, or None. A bare number needs a title that is no unit, date or amount."""
    text = piece.text
    running = _RUNNING.fullmatch(text)
    if running:
        a, b = piece.core[0] + running.start(1), piece.core[0] + running.end(1)
        return Candidate(index, running[1], int(running[1]), 0, "", ("sag", "running", ""), (a, b), (b, b), "")
    if not text or not (text[0].isdigit() or text[0] == "(" or text[0].isalpha()):
        return None
    source_start = piece.core[0]
    if piece.core[1] - piece.core[0] != len(text):  # markup inside: offsets would not fit
        return _inside_markup(piece, index)
    match = _MARKED.match(text) if text[0].isalpha() and not _OWNED.match(text) else _PLAIN.match(text)
    match = _TIMED.fullmatch(text) or match
    if match is None or (match.groupdict().get("open") and match["delim"] != ")"):
        return None
    return _build(piece, index, match, source_start)


def bare_candidate(piece: Piece, index: int, below: list[Piece]) -> Candidate | None:
    """The candidate that a number alone on its line is, where a clock time, or a title with a case number, stands below."""
    timed = bool(below) and below[0].hint == "duration"
    title = next((at for at, p in enumerate(below) if p.hint or (at and p.blank_before)), len(below))
    cased = 0 < title < len(below) and below[title].hint in {"meta", "heading", "session"} and piece.blank_before > 0
    titled = (
        bool(below)
        and not below[0].hint
        and below[0].text[:1].isupper()
        and not below[0].text.endswith((".", ":", ",", ";"))
    )
    if not (timed or cased or titled) or not re.fullmatch(r"\d{1,3}", piece.text):
        return None
    a, b = piece.core
    return Candidate(index, piece.text, int(piece.text), 0, "", ("", "cell", ""), (a, b), (b, b), "")


def _inside_markup(piece: Piece, index: int) -> Candidate | None:
    """A candidate whose line holds markup after the number: only the number's place is certain."""
    match = _MARKED.match(piece.text) if piece.text[0].isalpha() else _PLAIN.match(piece.text)
    return _build(piece, index, match, piece.core[0], exact=False) if match else None


def _build(piece: Piece, index: int, match: re.Match[str], start: int, *, exact: bool = True) -> Candidate | None:
    word = (match.groupdict().get("word") or "").casefold()
    number, title, delim = (
        match["num"],
        match["title"].strip(),
        (match["delim"] or "").strip() or (match["delim"] or "")[:1].replace("\u00a0", " "),
    )
    bare = not word and not delim.strip()
    title_start = match.start("title")
    ordinal = _ORDINAL.match(piece.text[match.start("num") :])
    if ordinal and "." in number:
        number, title_start = ordinal[1], match.start("num") + len(ordinal[1]) + 1
        title_start += len(piece.text[title_start:]) - len(piece.text[title_start:].lstrip())
        title, delim = piece.text[title_start:].strip(), "."
    if not _plausible(number, title, delim, word, bare=bare):
        return None
    main, sub, suffix = _parts(number)
    number_start = start + match.start("num")
    end = piece.core[1] if not exact else start + len(piece.text.rstrip())
    form = "slash" if "/" in number else ""
    if len(match["gap"]) > _WIDE and title:
        form += "wide"
    if delim.startswith("("):
        delim = ":" if delim.endswith(":") else ""
    return Candidate(
        index,
        number,
        main,
        sub,
        suffix,
        (word, delim or ("glued" if not word else ""), form),
        (number_start, number_start + len(number)),
        (start + title_start if title else end, end),
        title,
    )


def _plausible(number: str, title: str, delim: str, word: str, *, bare: bool) -> bool:
    """Whether number and title can be an item's: no date, amount, clock time, street number or year."""
    if _DATE_LIKE.match(f"{number}. {title}") or (not word and _UNIT.match(title)):
        return False
    if number[0].isdigit() and "/" not in number and int(re.match(r"\d+", number)[0]) > 2999:  # type: ignore[index]
        return False
    if bare and (not title or not (title[0].isupper() or title[0] in '("”“§[') or len(title) > 220):
        return False
    if not word and delim in {"-", "–"} and not (title and title[0].isupper()):
        return False
    if bare and re.fullmatch(r"\d{1,2}\.\d\d|\d{4}", number):
        return False
    if "/" in number and not title:
        return False
    if (
        word in {"sag", "nr", "ad", "pk", "emne"}
        and not delim
        and title
        and not (title[0].isupper() or title[0] in '(["')
    ):
        return False
    if word and not delim and title[:1].islower():
        return False
    return not (not title and not word and not delim)


def _parts(number: str) -> tuple[int, int, str]:
    """The counting parts of a number: 3.1 → (3, 1, ""), 38a → (38, 0, "a"), ØU-55/07 → (55, 0, "")."""
    match = re.search(r"(\d+)(?:\.(\d+))?(?:[\s.]?([A-Za-z]))?", number)
    if match is None:
        return 0, 0, ""
    return int(match[1]), int(match[2] or 0), (match[3] or "").casefold()
