"""The evidence for each numbered line that it begins an item, as a score with reasons."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from referat_parse.segment.entries import title_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referat_parse.segment.entries import Contents
    from referat_parse.segment.numbers import Candidate
    from referat_parse.segment.piece import Piece

BASE = -1.0
_SHORT = 60
_CASED = re.compile(r"\((?:sagsnr\.?:?\s*)?(?:\d{4}-\d{4,7}|\d{2,4}/\d{3,7}|\d{8,12})\)$", re.IGNORECASE)
_CLOSED = re.compile(r"(?:^|[-–(\s])(?:lukket(?: punkt| sag)?|closed)\b", re.IGNORECASE)
_STATUS = re.compile(r"(?:åbent|lukket) (?:punkt|sag)", re.IGNORECASE)
_CLAUSE = re.compile(r"(?:at|som|der|og|eller|med|til|for|i|på|fra|ved|om|den|det|de|en|et)\s", re.IGNORECASE)
_ASKING = frozenset({"bilag", "indstilling", "indstilling?", "beslutning", "beslutning?", "tidligere_beslutning"})


def weigh(candidates: list[Candidate], pieces: list[Piece], contents: Contents) -> None:
    """Set `score` and `reasons` of every candidate from the lines around it and the contents list."""
    common = _common_below(candidates, pieces)
    for position, cand in enumerate(candidates):
        following = candidates[position + 1] if position + 1 < len(candidates) else None
        found = [(BASE, "a number alone proves little"), *_evidence(cand, pieces, contents, following, common)]
        cand.score = sum(value for value, _ in found)
        cand.reasons = tuple(f"{reason} ({value:+.1f})" for value, reason in found)


def _evidence(
    cand: Candidate, pieces: list[Piece], contents: Contents, following: Candidate | None, common: frozenset[str]
) -> Iterable[tuple[float, str]]:
    piece = pieces[cand.index]
    listed = bool(contents.entries) and _is_listed(cand, pieces, contents)
    cand.contents = listed
    if listed:
        yield 3.0, "its title stands in the contents list"
    if "slash" in cand.shape[2]:
        yield 1.5, "a number of the year"
    if cand.shape[0] == "ad" and not cand.title and not listed:
        yield -1.0, "a bare answer to a point"
    elif cand.shape[0]:
        yield 1.5, f"the word {cand.shape[0]!r} in front"
    yield from _below(cand, pieces, following, common)
    yield from _form(cand, piece)
    if _CASED.search(cand.title):
        yield 2.5, "a case number behind the title"
    if not listed:
        yield from _doubts(cand, pieces, following)


def _is_listed(cand: Candidate, pieces: list[Piece], contents: Contents) -> bool:
    """Whether the contents list has the candidate's title, or the one below a number that stands alone."""
    if cand.title:
        return contents.matches(cand.title)
    near = [p for p in pieces[cand.index + 1 : cand.index + 5] if p.role != "furniture"][:2]
    if not near or near[0].hint == "heading":
        return False
    return contents.matches(near[0].text) or (len(near) > 1 and contents.matches(f"{near[0].text} {near[1].text}"))


def _common_below(candidates: list[Candidate], pieces: list[Piece]) -> frozenset[str]:
    """The keys of short lines that stand right below three or more numbers: headings, known or not."""
    found: Counter[str] = Counter()
    for cand in candidates:
        near = [p for p in pieces[cand.index + 1 : cand.index + 5] if p.role != "furniture"][:2]
        found.update({p.key for p in near if not p.hint and len(p.text) < _SHORT and p.text[:1].isupper()})
    return frozenset(word for word, times in found.items() if times > 2 and word[-1:] != ".")


def _below(
    cand: Candidate, pieces: list[Piece], following: Candidate | None, common: frozenset[str]
) -> Iterable[tuple[float, str]]:
    """What stands in the next few lines: a meta line, the title again, a heading."""
    near = [p for p in pieces[cand.index + 1 : cand.index + 7] if p.role != "furniture"][:4]
    wanted = title_key(cand.title)
    next_item = following is not None and bool(near) and near[0] is pieces[following.index]
    headed = next((i for i, p in enumerate(near) if p.hint in {"heading", "session"}), 9)
    above = next((p for p in reversed(pieces[max(0, cand.index - 3) : cand.index]) if p.role != "furniture"), None)
    if above is not None and _STATUS.fullmatch(above.text):
        yield 2.0, "a line for open or closed above"
    elif above is not None and above.hint == "group" and above.kind in {"open", "closed"}:
        yield 1.5, "the heading of open or closed items above"
    if any(p.hint == "meta" for p in near[: min(3, headed)]):
        yield 2.5, "a case number or status line below"
    if not wanted and len(near) > 1 and near[0].key == near[1].key and len(near[0].key) > 3:
        yield 3.0, "the title below it is printed twice"
    if wanted and any(title_key(re.sub(r"^[\d.\s\u00a0]+", "", p.text)) == wanted for p in near[:3]):
        yield 3.0, "its title is printed twice"
    if headed == 0 or (headed == 1 and not next_item and not near[0].text.rstrip().endswith((".", "?", ":"))):
        yield 2.0, "a heading below"
    elif any(p.key in common for p in near[:2]):
        yield 2.0, "a line below that comes back under other numbers"
    if near and near[0].hint == "duration":
        yield 1.5, "a duration below"


def _form(cand: Candidate, piece: Piece) -> Iterable[tuple[float, str]]:
    if piece.level:
        yield 1.5, "a Markdown heading"
    elif piece.bold:
        yield 1.0, "in bold"
    if piece.caps and cand.title:
        yield 0.5, "in capitals"
    if piece.blank_before:
        yield 0.7, "a blank line before"
    if piece.blank_after:
        yield 0.3, "a blank line after"
    if cand.title and _CLOSED.search(cand.title):
        yield 1.5, "marked closed"


def _doubts(cand: Candidate, pieces: list[Piece], following: Candidate | None) -> Iterable[tuple[float, str]]:
    title = cand.title
    if title and (title[0].islower() and not cand.shape[0]):
        yield -3.0 if not _CLAUSE.match(title) else -4.0, "goes on in small letters"
    if re.match(r"[Aa]t\b", title):
        yield -4.0, "a point of a recommendation"
    if title.endswith((";", ",")) or (title.endswith(".") and len(title.split()) > 7):
        yield -1.5, "ends like a sentence"
    if len(title) > 180:
        yield -1.5, "longer than titles are"
    if _answers(cand, pieces):
        yield -2.0, "a point right under a recommendation or decision"
    if (
        following
        and following.index == cand.index + 1
        and not pieces[following.index].blank_before
        and following.main == cand.main + 1
        and not _CLOSED.search(title)
    ):
        yield -1.5, "a list goes on at once"


def _answers(cand: Candidate, pieces: list[Piece]) -> bool:
    """Whether only list lines stand between the candidate and a recommendation or decision heading above."""
    for piece in reversed(pieces[max(0, cand.index - 6) : cand.index]):
        if piece.role == "furniture":
            continue
        if piece.hint in {"session", "recommends"} or (piece.hint == "heading" and piece.kind in _ASKING):
            return True
        if piece.hint or not (
            re.match(r"\d{1,2}[.)]", piece.text) or piece.text.rstrip().endswith((", at", ":", ", at:", "indstiller,"))
        ):
            return False
    return False
