"""The sections of an item: which lines are headings, and which text belongs under each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.segment.block import Block, State
from referat_parse.segment.openings import DECIDES, PROPOSAL, is_absent, opens

if TYPE_CHECKING:
    from referat_parse.segment.piece import Piece
    from referat_parse.segment.starts import Who
    from referat_parse.segment.style import Style
    from referat_parse.text import Span

_FILES = re.compile(r".*\.(?:pdf|docx?|xlsx?|pptx?|tif|jpg)\b.*", re.IGNORECASE)
_THEME = re.compile(r"(?:beslutningstema|beslutningspunkt|sagstema)", re.IGNORECASE)
_FORMULATED = re.compile(r"\W*(?:\d+[.)] )?(?:at\b|det (?:indstilles|foreslås|anbefales))", re.IGNORECASE)
_DASHES = re.compile(r"[-–—_]{2,5}")
_NOTHING = re.compile(r"(?:\.|-|–|ingen(?: bilag)?|nej|intet|\d{1,2} bilag)\W*", re.IGNORECASE)
_VERDICT = re.compile(
    r"(?<=\s)(?:Godkendt|Anbefales|Anbefalet|Tiltrådt|Tiltrædes|Taget til|Tages til|Til efterretning|Til orientering|Udsat|Udsættes|Drøftet|Indstillingen?|Indstilles|Sendes|Oversendes|Afslag|Afslået|Udgår|Vedtaget|Forslaget|Sagen|Punktet|Intet|Ingen bemærkninger|Imødekommet|Et (?:flertal|mindretal|enigt)|Udvalget|Byrådet|Kommunalbestyrelsen|Orienteringen)\b"
)
_SENTENCE = re.compile(
    r"(?:[A-ZÆØÅ][\w.'’-]+[ ,]+(?:og |\([^)]{1,12}\)[ ,]*)?){2,}?([A-ZÆØÅ][a-zæøå]+ (?!og |samt |af )[a-zæøå]{2,} ?)"
)
"""Names and then a sentence: its first word is the capital one before the first in small letters."""
_BY_HINT = {
    "heading": "a heading of the lexicon",
    "recommends": "a line that recommends",
    "card": "a further line of the heading",
    "fragment": "a date under the heading",
}
_POINT = re.compile(r"(?:\d{1,2}[.)]|[a-z]\)|at\b|[-•–]\s|\()", re.IGNORECASE)


def read_sections(
    pieces: list[Piece], start: int, end: int, inline: Span | None, style: Style, who: Who
) -> list[Block]:
    """The blocks of an item's body, pieces `[start, end)`; `inline` is text on the title's line."""
    state = State()
    plain = style.level < 0.5
    if inline:
        state.open = Block("indhold", body=[inline], why="text behind the title")
    for i in range(start, end):
        piece = pieces[i]
        if (
            plain
            and piece.role == "furniture"
            and _DASHES.fullmatch(piece.text)
            and state.open is not None
            and not state.open.body
        ):
            piece.role = piece.why = ""  # dashes under a heading say that there is nothing
        if piece.role == "furniture" or piece.role.startswith("item."):
            continue
        _take(pieces, i, end, state, style, who)
    _close(state)
    texts = {p.start: p.text for p in pieces[start:end]}
    for block in state.blocks:
        if (
            block.kind == "resume"
            and _THEME.match(block.heading or "")
            and block.body
            and _FORMULATED.match(texts.get(block.body[0][0], ""))
        ):
            block.kind = "indstilling"
            block.why += "; its text is what is proposed"
    for block in state.blocks:
        if block.kind == "tidligere_beslutning" and block.session is None and _is_nothing(pieces, block):
            block.kind = "sagens_gang"
            block.why += "; it tells of no decision"
    _demote(state.blocks)
    blocks = [b for b in state.blocks if b.body and not (b.kind == "bilag" and _is_nothing(pieces, b))]
    return _with_bare_decision(pieces, blocks, bare=not style.sure_kinds["beslutning"])


def _demote(blocks: list[Block]) -> None:
    """A proposal by a party, or an indstilling that only heads its parts, is no recommendation where the item has one besides."""
    asking = [b for b in blocks if b.kind == "indstilling" and b.body]
    titled = [b for b in asking if PROPOSAL.match(b.heading or "")]
    if len(asking) > len(titled):
        for block in titled:
            block.kind = "andet"
            block.why += "; a party's proposal beside the recommendation"


def _is_nothing(pieces: list[Piece], block: Block) -> bool:
    """Whether a list of attachments says that there are none ("-", "Ingen bilag.")."""
    texts = [p.text for p in pieces if block.body[0][0] <= p.start <= block.body[-1][0] and p.role == "section.body"]
    return len(texts) == 1 and bool(_NOTHING.fullmatch(texts[0]))


def _take(pieces: list[Piece], i: int, end: int, state: State, style: Style, who: Who) -> None:
    """Let one piece open a section, or go on with the open one."""
    piece = pieces[i]
    if piece.hint == "meta" and piece.glued_left and state.open is not None and state.open.kind == "sagens_gang":
        piece.role = "item.meta"
        _close(state)
        return
    if state.one_line and not piece.glued_left and not ((piece.bullet or piece.text[:1] in "-–•") and is_absent(piece)):
        _resume(state)
    kind, session = opens(pieces, i, end, state, style, who)
    if kind is not None and piece.level and state.level and piece.level > state.level:
        piece.why = "a Markdown heading of a lower level than the item's sections"
        kind = None
    if kind is None:
        _add(piece, state)
        return
    piece.role = "section.heading"
    state.level = state.level or piece.level
    if kind == "":  # a heading that only leads others (Historik, Tidligere beslutninger)
        state.history = True
        piece.why = "it only leads the headings below it"
        return
    if kind == "fravaerende":
        _pause(piece, state)
        return
    stacked = (
        state.open is not None
        and not state.open.body
        and state.open.kind == kind
        and (not session or session is state.open.session)
    )
    if stacked and state.open is not None:
        state.open.headings.append(piece)
        return
    _close(state)
    if style.sentences and kind == "indstilling" and piece.hint in {"", "recommends"}:
        piece.role = "section.body"
        state.open = Block(kind, body=[(piece.start, piece.end)], why="a sentence that recommends")
        return
    state.open = Block(kind, [piece], session=session, why=piece.why or _BY_HINT.get(piece.hint, "a heading"))
    state.history = kind == "sagens_gang" or (state.history and session is not None)


def _pause(piece: Piece, state: State) -> None:
    """An absence label interrupts the open section; the section goes on behind the names."""
    if state.open is not None and state.open.kind == "fravaerende":
        if not state.open.body:
            state.open.headings.append(piece)
            state.one_line = piece.glued_right
            return
        _close(state, keep=True)
    elif state.open is not None:
        state.paused = state.open
        if state.open.body:
            state.blocks.append(state.open)
    state.open = Block("fravaerende", [piece], why="absence label")
    state.one_line = piece.glued_right


def _resume(state: State) -> None:
    """Go back from an absence label to the section that it interrupted."""
    state.one_line = False
    if state.open is not None and state.open.kind == "fravaerende":
        state.blocks.append(state.open)
        paused = state.paused
        state.paused = None
        if paused is None:
            state.open = None
        elif paused.body:  # its text stands above: what follows is a part of its own
            state.open = Block(
                paused.kind, paused.headings, session=paused.session, why="goes on after the absence line"
            )
        else:
            state.open = paused


def _add(piece: Piece, state: State) -> None:
    """Put text under the open section, or open one for text that has no heading."""
    if state.open is not None and state.open.kind == "fravaerende" and not state.one_line and not is_absent(piece):
        _resume(state)
    if state.open is None:
        kind = "bilag" if _FILES.fullmatch(piece.text) and not piece.text.rstrip().endswith(".") else "indhold"
        state.open = Block(kind, why="text without a heading")
    piece.role = "section.body"
    verdict = None
    if state.one_line and state.paused is not None and not state.paused.body:
        verdict = _VERDICT.search(piece.text) or _SENTENCE.match(piece.text)
    if state.open.kind == "fravaerende" and verdict and piece.core[1] - piece.core[0] == len(piece.text):
        at = verdict.start(verdict.lastindex or 0)
        cut = piece.core[0] + at
        state.open.body.append((piece.start, piece.start + len(piece.text[:at].rstrip())))
        _resume(state)
        if state.open is not None:
            state.open.body.append((cut, piece.end))
        return
    state.open.body.append((piece.start, piece.end))


def _close(state: State, *, keep: bool = False) -> None:
    if state.open is not None:
        state.blocks.append(state.open)
        if state.open.kind == "fravaerende" and state.paused is not None and not state.paused.body and not keep:
            state.blocks.append(state.paused)
        state.open = None
    if not keep:
        state.paused = None
        state.one_line = False


def _with_bare_decision(pieces: list[Piece], blocks: list[Block], *, bare: bool) -> list[Block]:
    """Part a decision without heading off a recommendation: the paragraph behind the points that decides.

    `bare`: no decision of the meeting has a heading, so that any paragraph there is one.
    """
    if any(b.kind == "beslutning" for b in blocks) or not blocks or blocks[-1].kind != "indstilling":
        return blocks
    last = blocks[-1]
    by_start = {p.start: p for p in pieces if last.body[0][0] <= p.start <= last.body[-1][0]}
    typical = sorted(by_start[a].blank_before for a, _ in last.body[1:] if a in by_start)
    usual = typical[len(typical) // 2] if typical else 0
    for at, (a, _) in enumerate(last.body[1:], start=1):
        piece = by_start.get(a)
        if (
            piece
            and not _POINT.match(piece.text)
            and piece.text[:1].isupper()
            and (
                (bare and piece.blank_before and by_start[last.body[-1][0]].text.endswith("."))
                or DECIDES.search("".join(by_start[x].text for x, _ in last.body[at : at + 3] if x in by_start))
            )
        ) and (piece.blank_before > usual or (piece.blank_before and last.body[at - 1 :] != last.body[at:])):
            decision = Block("beslutning", body=last.body[at:], why="a deciding paragraph behind the recommendation")
            return [*blocks[:-1], Block(last.kind, last.headings, last.body[:at], last.session, last.why), decision]
    return blocks
