"""Where the items of a meeting begin: by numbers, by case lines, by headings that start over, or by titles.

Every reading is tried and the one that explains the document's restarts is taken; see ARCHITECTURE.md.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import Session, read_session, same_body
from referat_parse.grammar.cases import match_case_line
from referat_parse.segment.agenda import title_key
from referat_parse.segment.chain import best_chain
from referat_parse.segment.evidence import weigh
from referat_parse.segment.frame import is_head_line
from referat_parse.segment.hints import is_matrix
from referat_parse.segment.numbers import Candidate, bare_candidate, candidate
from referat_parse.segment.runs import restarts
from referat_parse.segment.style import Style, is_quoted, learn_style
from referat_parse.segment.tail import closes

if TYPE_CHECKING:
    import datetime as dt

    from referat_parse.segment.agenda import Contents
    from referat_parse.segment.piece import Piece

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
_CLOSED_LINE = re.compile(r"lukket (?:punkt|sag)\b.{0,80}|(?:lukket|fortroligt) punkt", re.IGNORECASE)
_HEAD_LABEL = re.compile(
    r"(?:(?:mødere|re)ferat$|mødedato|mødested|dato|sted|udvalg|møde|tid|mødetidspunkt|medlemmer|deltagere|afbud|fraværende)\b",
    re.IGNORECASE,
)
_TITLE_MOST = 250


@dataclass(slots=True)
class Who:
    """Whose meeting it is and when, as far as the frame knows: tells own decisions from others'.

    `plain`: the head says nothing and own decisions stand under a plain heading, so that lines with body
    and date are others'.
    """

    body: str | None = None
    date: dt.date | None = None
    plain: bool = False

    def owns(self, session: Session) -> bool:
        """Whether a body-and-date line is this meeting's own: the date decides, then the body."""
        if self.plain:
            return False
        if session.date and self.date:
            return session.date == self.date and (
                not session.body or not self.body or same_body(session.body, self.body)
            )
        if session.body and self.body:
            return same_body(session.body, self.body)
        return True


@dataclass(slots=True)
class Start:
    """An item's start: its first piece, where its head ends if known, its number line, and the reason."""

    first: int
    why: str
    cand: Candidate | None = None
    title: int | None = None
    closed: bool | None = None


@dataclass(slots=True)
class Reading:
    """The starts of a meeting's items and the name of the evidence that gave them."""

    mode: str
    starts: list[Start] = field(default_factory=list)
    near: list[Candidate] = field(default_factory=list)


def find_items(pieces: list[Piece], start: int, end: int, contents: Contents, who: Who) -> Reading:
    """The reading of pieces `[start, end)` of one meeting."""
    body = [i for i in range(start, end) if pieces[i].role != "furniture" and i not in contents.indexes]
    numbered = _numbered(pieces, body, contents)
    marked = _marked(pieces, body, who)
    chain = numbered.starts
    if chain and _explains(numbered, marked, pieces, body):
        return numbered
    if marked.starts:
        return marked
    if chain and _solid(numbered):
        return numbered
    titled = _titled(pieces, body, contents)
    return titled if titled.starts else (numbered if len(chain) > 1 else titled)


# --- numbers


def _numbered(pieces: list[Piece], body: list[int], contents: Contents) -> Reading:
    """The reading by the best chain of numbered lines; a second pass favours lines of the chain's form."""
    candidates = [
        c
        for at, i in enumerate(body)
        if pieces[i].hint not in {"meta", "session", "fragment", "group"}
        and (
            c := candidate(pieces[i], i)
            or bare_candidate(pieces[i], i, pieces[body[at + 1]] if at + 1 < len(body) else None)
        )
    ]
    candidates = _without_reprints(candidates, pieces)
    weigh(candidates, pieces, contents)
    same = _all_alike(candidates)
    total, chain = best_chain(candidates, same=same)
    if len(chain) > 2:  # noqa: PLR2004  a form is learnt from three
        backed = [_backed(c) for c in chain]
        needs = sum(backed) > 0.7 * len(chain)
        forms = Counter(_form(c, pieces) for c in chain)
        usual, votes = forms.most_common(1)[0]
        if votes * 2 > len(chain):
            for cand in candidates:
                if needs and not same and not _backed(cand):
                    cand.score -= 0.5
                    cand.reasons = (*cand.reasons, "has nothing below it that the other items have (-0.5)")
                elif _form(cand, pieces) == usual:
                    cand.score += 1.2
                    cand.reasons = (*cand.reasons, "looks like the other items (+1.2)")
            total, chain = best_chain(candidates, same=same)
    chosen = {id(c) for c in chain}
    starts = [Start(_with_case_above(pieces, c, chain), "; ".join(c.reasons), c) for c in chain]
    if chain and sum(not c.title for c in chain) * 2 > len(chain) and not titles_below(pieces, starts):
        for start in starts:
            start.first = _line_above(pieces, start.first)
    return Reading("numbers", starts if total > 1 else [], [c for c in candidates if id(c) not in chosen])


def titles_below(pieces: list[Piece], starts: list[Start]) -> bool:
    """Where numbers stand alone on their lines: whether titles stand under them (else above)."""
    votes = 0
    for start in starts:
        if start.cand is None or start.cand.title:
            continue
        i = start.cand.index
        at = next(
            (j for j in range(i + 1, len(pieces)) if pieces[j].role != "furniture" and pieces[j].hint != "duration"),
            None,
        )
        votes += 1 if at is not None and pieces[at].hint in {"", "recommends", "group"} else -1
    return votes >= 0


def _line_above(pieces: list[Piece], index: int) -> int:
    above = index - 1
    while above > 0 and (pieces[above].role == "furniture" or pieces[above].glued_left):
        above -= 1
    return above if above >= 0 and not pieces[above].hint == "heading" else index


def _all_alike(candidates: list[Candidate]) -> bool:
    """Whether the web copy lost the count: the strong lines all have the number 1 (lists that start anew)."""
    strong = [c for c in candidates if c.score > -0.1]  # noqa: PLR2004  two blank lines alone come to nought
    return len(strong) > 2 and sum(c.main == 1 for c in strong) > 0.6 * len(strong)  # noqa: PLR2004


def _backed(cand: Candidate) -> bool:
    """Whether something below the line or the contents list speaks for an item, or the line is marked closed."""
    return any(
        r.startswith(("a case number", "its title", "a heading below", "marked closed", "a duration"))
        for r in cand.reasons
    )


def _form(cand: Candidate, pieces: list[Piece]) -> tuple[object, ...]:
    piece = pieces[cand.index]
    return (cand.shape, piece.level, piece.bold, piece.bullet, piece.blank_before > 0, bool(cand.title))


def _without_reprints(candidates: list[Candidate], pieces: list[Piece]) -> list[Candidate]:
    """Leave out lines that print number and title of the candidate just above again."""
    kept: list[Candidate] = []
    for cand in candidates:
        above = kept[-1] if kept else None
        bare = (
            above is not None
            and not cand.title
            and above.number == cand.number
            and above.shape[0] == cand.shape[0]
            and _close(pieces, above.index, cand.index)
        )
        again = bare or (
            above is not None
            and cand.index - above.index <= 4  # noqa: PLR2004  a reprint follows at once
            and above.number == cand.number
            and bool(cand.title)
            and (
                title_key(above.title).startswith(title_key(cand.title))
                or title_key(cand.title).startswith(title_key(above.title) or "\0")
            )
        )
        if not again:
            kept.append(cand)
    return kept


def _close(pieces: list[Piece], one: int, two: int) -> bool:
    """Whether two pieces stand within a dozen lines with no heading between them."""
    return two - one <= 12 and not any(p.hint in {"heading", "session"} for p in pieces[one + 1 : two])  # noqa: PLR2004


def _with_case_above(pieces: list[Piece], cand: Candidate, chain: list[Candidate]) -> int:
    """The item's first piece: the number line, or the case line above it where every item has its there."""
    if cand.index == 0 or _meta_below(pieces, cand.index):
        return cand.index
    above = next((j for j in range(cand.index - 1, max(-1, cand.index - 3), -1) if pieces[j].role != "furniture"), None)
    line = match_case_line(pieces[above].text) if above is not None and pieces[above].hint == "meta" else None
    if above is None or line is None or not (line.value or line.pending):
        return cand.index
    own = sum(_meta_below(pieces, c.index) for c in chain)
    return above if own * 2 < len(chain) else cand.index


def _meta_below(pieces: list[Piece], index: int) -> bool:
    near = [p for p in pieces[index + 1 : index + 4] if p.role != "furniture"]
    return any(p.hint == "meta" for p in near[:2])


def _solid(reading: Reading) -> bool:
    """Whether the chain stands by itself: long, or strong on average."""
    scores = [s.cand.score for s in reading.starts if s.cand]
    return len(scores) > 2 or sum(scores) > 4  # noqa: PLR2004


def _explains(numbered: Reading, marked: Reading, pieces: list[Piece], body: list[int]) -> bool:
    """Whether the numbers explain the document's restarts: most of its members look like items, or nothing restarts."""
    chain = [s.cand for s in numbered.starts if s.cand]
    strong = sum(c.score >= 2.5 for c in chain)  # noqa: PLR2004  two kinds of evidence
    if not marked.starts:
        return True
    if (
        chain[0].shape[0] not in {"", "ad"}
        and len(chain) > 2
        and strong * 2 > len(chain)
        and len(marked.starts) < 2 * len(chain)
    ):
        return True
    if strong * 2 >= len(chain) and (len(chain) > 1 or strong):
        return _restarts_between(marked, sorted(c.index for c in chain)) * 2 >= len(marked.starts) or len(
            marked.starts
        ) * 2 < len(chain)
    headings = sum(pieces[i].hint in {"heading", "session", "recommends"} for i in body)
    return headings < len(chain)


def _restarts_between(marked: Reading, firsts: list[int]) -> int:
    """In how many steps of the chain headings start over: each item has its own first heading."""
    bounds = [*firsts, float("inf")]
    return sum(any(a <= s.first < b for s in marked.starts) for a, b in zip(firsts, bounds[1:], strict=True))


# --- case lines, repeated heads and headings that start over


def _marked(pieces: list[Piece], body: list[int], who: Who) -> Reading:
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
    starts = _with_closed(pieces, body, _with_titles(pieces, body, starts, set(forced)))
    if len(starts) == 1 and not forced and all(pieces[p].kind.endswith("?") for p in places):
        return Reading("headings")
    return Reading("cases" if len(forced) > len(cuts) else "headings", starts)


def _forced(pieces: list[Piece], body: list[int]) -> dict[int, str]:
    """Case lines (the first of a run) and lines after a head that comes back for every item."""
    found: dict[int, str] = {}
    previous = -9
    for i in body:
        line = match_case_line(pieces[i].text) if pieces[i].hint == "meta" else None
        if line is not None and _labelled(pieces[i].text):
            if i - previous > 3:  # noqa: PLR2004  case lines of one item stand together
                found[i] = "a case line"
            previous = i
    heads = [i for i in body if re.match(r"mødedato\b", pieces[i].key)]
    if len(heads) > 1 and len({pieces[i].key for i in heads}) == 1:
        for i in heads:
            for j in body:
                if (
                    i <= j < i + 6
                    and _HEAD_LABEL.match(pieces[j].text)
                    and (j == i or j - 1 in body or pieces[j - 1].role)
                ):
                    pieces[j].role = "meeting.head"
            after = next((j for j in body if j > i and not _HEAD_LABEL.match(pieces[j].text)), None)
            if after is not None:
                found[after] = "the meeting's head printed again above it"
    return found if len(found) > 1 else {}


def _labelled(text: str) -> bool:
    return bool(re.match(r"(?:\W*)(?:sag|j\.? ?nr|journal)", text, re.IGNORECASE))


def _tokens(pieces: list[Piece], body: list[int], who: Who) -> tuple[list[str], list[int]]:
    """The heading words in order, this meeting's own decisions all as "beslutning", with their pieces."""
    tokens: list[str] = []
    places: list[int] = []
    history = label = False
    style = learn_style(pieces, [(body[0], body[-1] + 1)]) if body else Style()
    strong = style.sure_kinds["beslutning"] > 1
    for i in body:
        piece = pieces[i]
        value, label = label, piece.kind.endswith("!")
        if piece.kind == "beslutning" and _next_hint(pieces, i) == "session":
            continue
        if value or (strong and piece.kind == "beslutning?") or (piece.hint == "heading" and is_quoted(piece, style)):
            continue
        if piece.hint == "heading":
            history = piece.kind.rstrip("?!") == "sagens_gang"
            token = "beslutning" if piece.kind == "beslutning" else piece.key
            if piece.kind in {"fravaerende", "afstemning", "protokol", "tidligere_beslutning"}:
                continue
        elif piece.hint == "session":
            session = read_session(piece.text)
            if session is None or not who.owns(session) or (history and not session.decides):
                continue
            token = "beslutning"
        else:
            continue
        if token == "beslutning" and tokens and tokens[-1] == "beslutning" and _directly(pieces, places[-1], i):
            continue
        tokens.append(token)
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
    return next((p.hint for p in pieces[i + 1 : i + 6] if p.role != "furniture"), "")


def _directly(pieces: list[Piece], one: int, two: int) -> bool:
    """Whether nothing but furniture stands between two pieces."""
    return all(p.role == "furniture" or p.hint in {"session", "fragment"} for p in pieces[one + 1 : two])


def _can_start(piece: Piece, token: str) -> bool:
    return token == "beslutning" or piece.kind.rstrip("?!") in _STARTING or token in _STARTING_WORDS


def _edges(pieces: list[Piece], body: list[int], tokens: list[str], places: list[int]) -> list[float]:
    """How much each heading's surroundings look like an item's edge: titles stand above most headings of its word."""
    position = {i: at for at, i in enumerate(body)}
    titled = [_title_above(pieces, body, position[place]) for place in places]
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
    for token, place in zip(tokens, places, strict=True):
        now = sum(b <= place for b in bounds)
        if now != segment:
            segment, decided = now, False
        if token == "beslutning":
            if decided or now == 0:
                found[place] = "a decision of this meeting without a case line of its own"
            decided = True
    return found


def _with_titles(pieces: list[Piece], body: list[int], starts: list[Start], forced: set[int]) -> list[Start]:
    """Give each start the title line above it, where the document has such lines above most of its items."""
    position = {i: at for at, i in enumerate(body)}
    above = {s.first: _title_above(pieces, body, position[s.first]) for s in starts}
    later = [s for s in starts[1:]] or starts
    having = sum(above[s.first] is not None for s in later)
    for start in starts:
        piece = pieces[start.first]
        if start.first in forced and piece.hint == "" and _title_like(piece):
            start.title = start.first
    if not later or having * 5 < len(later) * 3:
        return starts
    for start in starts:
        title = above[start.first]
        if title is not None and start.title is None:
            start.title = title
            start.first = title
    return starts


def _title_above(pieces: list[Piece], body: list[int], at: int) -> int | None:
    """The piece above `body[at]` if it looks like a title standing apart; two lines if it is wrapped."""
    if at == 0:
        return None
    i = body[at - 1]
    piece, heading = pieces[i], pieces[body[at]]
    if not _title_like(piece) or (not heading.blank_before and not heading.glued_left):
        return None
    if piece.blank_before or at < 2 or pieces[body[at - 2]].hint in {"heading", "group"}:  # noqa: PLR2004
        return i
    first = pieces[body[at - 2]]
    if first.blank_before and _title_like(first) and len(first.text) > 50:  # noqa: PLR2004
        return body[at - 2]
    return None


def _title_like(piece: Piece) -> bool:
    text = piece.text
    return (
        not piece.hint
        and not piece.bullet
        and not piece.glued_left
        and 2 < len(text) < _TITLE_MOST  # noqa: PLR2004
        and (text[0].isupper() or text[0].isdigit() or text[0] in '§"”“')
        and not text.endswith((".", ":", ";", ",", "!"))
        and not is_matrix(piece)
    )


def _with_closed(pieces: list[Piece], body: list[int], starts: list[Start]) -> list[Start]:
    """Add items that are nothing but a line "Lukket punkt …" standing apart."""
    taken = {s.first for s in starts} | {s.title for s in starts if s.title is not None}
    for at, i in enumerate(body):
        piece = pieces[i]
        if i not in taken and piece.hint != "group" and _CLOSED_LINE.fullmatch(piece.text) and piece.blank_before:
            if any(s.first < i for s in starts) and not (at and match_case_line(pieces[body[at - 1]].text)):
                starts.append(Start(i, "a closed item's line", title=i, closed=True))
    return sorted(starts, key=lambda s: s.first)


# --- titles only


def _titled(pieces: list[Piece], body: list[int], contents: Contents) -> Reading:
    """The reading by title lines: those of the contents list, else short lines apart above prose."""
    listed = [i for i in body if contents.entries and _title_like(pieces[i]) and contents.matches(pieces[i].text)]
    if len(listed) > 1:
        return Reading("titles", [Start(i, "its title stands in the contents list", title=i) for i in listed])
    begin = max(
        (
            at + 1
            for at, i in enumerate(body[:40])
            if not _title_like(pieces[i]) and (is_head_line(pieces[i]) or _HEAD_LABEL.match(pieces[i].text))
        ),
        default=0,
    )
    found = []
    for at in range(begin, len(body)):
        piece = pieces[body[at]]
        if found and closes(piece):
            break
        if (
            _title_like(piece)
            and not is_head_line(piece)
            and piece.blank_before
            and (piece.blank_after or at == len(body) - 1)
            and _prose_below(pieces, body, at)
        ):
            found.append(body[at])
    found = _of_one_form(pieces, found)
    return Reading(
        "titles", [Start(i, "a short line apart above prose", title=i) for i in found] if len(found) > 1 else []
    )


def _prose_below(pieces: list[Piece], body: list[int], at: int) -> bool:
    """Whether prose follows, or another title line, or the end."""
    if at + 1 >= len(body):
        return True
    below = pieces[body[at + 1]]
    return (
        below.text.rstrip().endswith((".", "?", "!", ":"))
        or below.bullet
        or _title_like(below)
        or len(below.text) > _TITLE_MOST
    )


def _of_one_form(pieces: list[Piece], found: list[int]) -> list[int]:
    """The title lines that share the form of most: Markdown level, bold, a speaker ("v/…")."""
    if not found:
        return found
    for trait in (lambda p: p.level, lambda p: p.bold, lambda p: bool(re.search(r"\bv/", p.text))):
        having = [i for i in found if trait(pieces[i])]
        if len(having) > 1 and len(having) * 2 >= len(found):
            return found if len(found) - len(having) <= len(having) else having
    return found
