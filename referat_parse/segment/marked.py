"""Items without numbers: they begin at case lines, under a head printed again, or where the headings start over."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from referat_parse.grammar.cases import match_case_line
from referat_parse.segment.piece import following
from referat_parse.segment.runs import restarts
from referat_parse.segment.starts import Reading, Start
from referat_parse.segment.style import Style, is_quoted, learn_style
from referat_parse.segment.titles import HEAD_LABEL, title_above, title_like

if TYPE_CHECKING:
    from referat_parse.segment.piece import Piece
    from referat_parse.segment.starts import Who

_STARTING = {"resume", "sagsfremstilling", "baggrund", "indstilling", "beslutning", "vurdering"}
_RANK = {
    "resume": 1,
    "baggrund": 2,
    "sagsfremstilling": 3,
    "vurdering": 4,
    "indstilling": 5,
    "beslutning": 6,
    "bilag": 7,
}
"""The usual order of an item's sections: exports of all vendors follow it where they have no order of their own."""
_STARTING_WORDS = {
    "tidligere behandling",
    "sagen behandles i",
    "beslutningen træffes af",
    "punkttype",
    "indhold",
    "tema",
    "til referat",
    "referat",
}
_TITLE_LABEL = re.compile(r"(?:emne|titel|overskrift|sagstitel|punktets? titel)\s?:", re.IGNORECASE)
_CLOSED_LINE = re.compile(r"lukket (?:punkt|sag)\b.{0,80}|(?:lukket|fortroligt) punkt:?", re.IGNORECASE)


def read_headings(pieces: list[Piece], body: list[int], who: Who) -> Reading:
    """The reading without numbers: items begin at case lines, after repeated heads, and where headings start over."""
    forced = _forced(pieces, body)
    tokens, places = _tokens(pieces, body, who)
    if not tokens and not forced:
        return Reading("headings")
    starters = frozenset(t for t, p in zip(tokens, places, strict=True) if _can_start(pieces[p], t))
    usual: dict[str, float] = {t: 0.5 for t in tokens if t == "tidligere behandling"}
    usual |= {
        t: _RANK[k]
        for t, p in zip(tokens, places, strict=True)
        if (k := "beslutning" if t == "beslutning" else pieces[p].kind.rstrip("?!")) in _RANK
    }
    cuts = (
        _repeats(tokens, places, forced)
        if forced
        else _cuts(tokens, places, starters, usual, _edges(pieces, body, tokens, places))
    )
    starts = [Start(i, why) for i, why in sorted((forced | cuts).items())]
    starts = _with_titles(pieces, body, starts, set(forced))
    if len(starts) == 1 and not forced and all(pieces[p].kind.endswith("?") for p in places):
        return Reading("headings")
    return Reading("cases" if len(forced) > len(cuts) else "headings", starts)


def _forced(pieces: list[Piece], body: list[int]) -> dict[int, str]:
    """Case lines (the first of a run) and lines after a head that comes back for every item."""
    found: dict[int, str] = {}
    previous = -9
    for i in body:
        line = match_case_line(pieces[i].text) if pieces[i].hint == "meta" else None
        if line is not None and (_labelled(pieces[i].text) or (line.value and _under_title(pieces, i) is not None)):
            if i - previous > 3 or _CLOSED_LINE.fullmatch(pieces[i - 1].text):
                found[i] = "a case line"
            previous = i
    labels = [i for i in body if _TITLE_LABEL.fullmatch(pieces[i].text) and pieces[i].glued_right]
    if len(labels) > 2 and not found:
        found = dict.fromkeys(labels, "a label for the title")
    heads = [i for i in body if re.match(r"mødedato\b", pieces[i].key)]
    if len(heads) > 1 and len({pieces[i].key for i in heads}) == 1:
        for i in heads:
            for j in body:
                if (
                    i <= j < i + 6
                    and HEAD_LABEL.match(pieces[j].text)
                    and (j == i or j - 1 in body or pieces[j - 1].role)
                ):
                    pieces[j].role = "meeting.head"
            after = next((j for j in body if j > i and not HEAD_LABEL.match(pieces[j].text)), None)
            if after is not None:
                found[after] = "the meeting's head printed again above it"
    return found if len(found) > 1 else {}


def _under_title(pieces: list[Piece], i: int) -> int | None:
    """The first line of a title of one or two lines that a bare case number closes as a paragraph of its own."""
    above = next((j for j in range(i - 1, max(-1, i - 3), -1) if pieces[j].blank_before), None)
    if above is None or not pieces[i].blank_after or pieces[i].blank_before:
        return None
    return (
        above if all(not p.hint and not p.bullet and not p.text.endswith((".", ":")) for p in pieces[above:i]) else None
    )


def _labelled(text: str) -> bool:
    return bool(re.match(r"(?:\W*)(?:sag|j\.? ?nr|journal)", text, re.IGNORECASE))


def _tokens(pieces: list[Piece], body: list[int], who: Who) -> tuple[list[str], list[int]]:
    """The heading words in order, this meeting's own decisions all as "beslutning", with their pieces."""
    tokens: list[str] = []
    places: list[int] = []
    history = label = False
    style = learn_style(pieces, [(body[0], body[-1] + 1)]) if body else Style()
    sure = style.sure_kinds["beslutning"]
    for i in body:
        piece = pieces[i]
        value, label = label, piece.kind.endswith("!")
        if piece.kind == "beslutning" and _next_hint(pieces, i) == "session":
            continue
        if (
            value
            or (sure > 1 and piece.kind == "beslutning?" and style.alone[piece.key] <= sure)
            or (piece.hint == "heading" and is_quoted(piece, style))
        ):
            continue
        if piece.hint == "heading":
            history = piece.kind.rstrip("?!") == "sagens_gang"
            word = "beslutning" if piece.kind == "beslutning" else piece.key
            if piece.kind in {"fravaerende", "afstemning", "protokol", "tidligere_beslutning"}:
                continue
        elif piece.hint == "session":
            session = piece.session
            if session is None or not who.owns(session) or (history and not session.decides):
                continue
            word = "beslutning"
        else:
            continue
        if word == "beslutning" and tokens and tokens[-1] == "beslutning" and _directly(pieces, places[-1], i):
            continue
        tokens.append(word)
        places.append(i)
    if (
        len(tokens) > 1
        and tokens[0] == "indhold"
        and tokens.count("indhold") == 1
        and _directly(pieces, places[0], places[1])
    ):
        return tokens[1:], places[1:]
    return tokens, places


def _next_hint(pieces: list[Piece], i: int) -> str:
    return next((p.hint for p in following(pieces, i, i + 6)), "")


def _directly(pieces: list[Piece], one: int, two: int) -> bool:
    """Whether nothing but furniture stands between two pieces."""
    return all(p.role == "furniture" or p.hint in {"session", "fragment"} for p in pieces[one + 1 : two])


def _can_start(piece: Piece, word: str) -> bool:
    return word == "beslutning" or piece.kind.rstrip("?!") in _STARTING or word in _STARTING_WORDS


def _edges(pieces: list[Piece], body: list[int], tokens: list[str], places: list[int]) -> list[float]:
    """How much each heading's surroundings look like an item's edge: titles stand above most headings of its word."""
    position = {i: at for at, i in enumerate(body)}
    titled = [title_above(pieces, body, position[place]) for place in places]
    again = Counter(pieces[t].key for t in titled if t is not None)
    real = [t is not None and again[pieces[t].key] == 1 for t in titled]
    all_of, titled_of = Counter(tokens), Counter(t for t, r in zip(tokens, real, strict=True) if r)
    return [
        0.3 if r and titled_of[t] * 5 >= all_of[t] * 3 and titled_of[t] > 1 else 0.0
        for t, r in zip(tokens, real, strict=True)
    ]


def _cuts(
    tokens: list[str], places: list[int], starters: frozenset[str], usual: dict[str, float], edges: list[float]
) -> dict[int, str]:
    """The first heading that can begin an item, and the headings at which the order starts over."""
    opening = next((i for i, t in enumerate(tokens) if t in starters), None)
    if opening is None:
        return {}
    found = {places[opening]: "the first heading"}
    found.update(
        {places[at]: f"the heading {tokens[at]!r} starts over" for at in restarts(tokens, starters, usual, edges)}
    )
    return found


def _repeats(tokens: list[str], places: list[int], forced: dict[int, str]) -> dict[int, str]:
    """Where items have case lines, only a second decision of this meeting between two of them begins a further item."""
    found: dict[int, str] = {}
    bounds = sorted(forced)
    segment, decided = -1, False
    for word, place in zip(tokens, places, strict=True):
        now = sum(b <= place for b in bounds)
        if now != segment:
            segment, decided = now, False
        if word == "beslutning":
            if decided or now == 0:
                found[place] = "a decision of this meeting without a case line of its own"
            decided = True
    return found


def _with_titles(pieces: list[Piece], body: list[int], starts: list[Start], forced: set[int]) -> list[Start]:
    """Give each start the title line above it, where the document has such lines above most of its items."""
    position = {i: at for at, i in enumerate(body)}
    above = {s.first: title_above(pieces, body, position[s.first]) for s in starts}
    for i in forced:
        if above.get(i) is None and not _labelled(pieces[i].text):
            above[i] = _under_title(pieces, i)
    later = list(starts[1:]) or starts
    having = sum(above[s.first] is not None for s in later)
    for start in starts:
        piece = pieces[start.first]
        if start.first in forced and _TITLE_LABEL.fullmatch(piece.text):
            start.title = start.first + 1
            above[start.first] = None
            if start.first and pieces[start.first - 1].hint == "duration":
                start.first -= 1
                above[start.first] = None
        elif start.first in forced and piece.hint == "" and title_like(piece):
            start.title = start.first
    if not later or having * 5 < len(later) * 3:
        return starts
    for start in starts:
        title = above[start.first]
        if title is not None and start.title is None:
            start.title = title
            start.first = title
    return starts


def with_closed(pieces: list[Piece], body: list[int], starts: list[Start]) -> list[Start]:
    """Add items that are nothing but a line "Lukket punkt …" standing apart.

    Under a number line such words are the item's own title or status: some section must stand between.
    """
    taken = {s.first for s in starts} | {s.title for s in starts if s.title is not None}
    heads = {s.cand.index for s in starts if s.cand is not None}
    inside, begun = False, False
    for at, i in enumerate(body):
        piece = pieces[i]
        begun = begun or i in taken
        inside = i in heads or (inside and piece.hint not in {"heading", "session", "group"})
        if i in taken or inside or not begun or piece.hint == "group" or not piece.blank_before:
            continue
        below = pieces[body[at + 1]] if heads and at + 1 < len(body) and body[at + 1] not in taken else None
        if below is not None and below.hint not in {"meta", "group"} and not _CLOSED_LINE.fullmatch(below.text):
            continue
        if _CLOSED_LINE.fullmatch(piece.text) and not (at and match_case_line(pieces[body[at - 1]].text)):
            starts.append(Start(i, "a closed item's line", title=i, closed=True))
    return sorted(starts, key=lambda s: s.first)
