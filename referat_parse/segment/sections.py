"""The sections of an item: which lines are headings, and which text belongs under each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import Session, is_body
from referat_parse.segment.hints import is_type_word
from referat_parse.segment.piece import following
from referat_parse.segment.stretch import passage_of
from referat_parse.segment.style import LABELS, Style

if TYPE_CHECKING:
    from referat_parse.segment.piece import Piece
    from referat_parse.segment.starts import Who
    from referat_parse.text import Passage, Span

_FILES = re.compile(r".*\.(?:pdf|docx?|xlsx?|pptx?|tif|jpg)\b.*", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:(?:og |samt |, )?[A-ZÆØÅ][\w.'’-]+(?: (?:de|van|von|af|den|[A-ZÆØÅ][\w.'’-]*))*(?: ?\([^)]{0,40}\))*[ ,;.]*(?:(?!\w* ?(?:havde|deltog|var|er|blev|har|mødte)\b)[a-zæøå]{3,18}(?: [a-zæøå]{2,12})?[,.])?\s*)+",
)
_THEME = re.compile(r"(?:beslutningstema|beslutningspunkt|sagstema)", re.IGNORECASE)
_FORMULATED = re.compile(r"\W*(?:\d+[.)] )?(?:at\b|det (?:indstilles|foreslås|anbefales))", re.IGNORECASE)
_ATTACHMENT = re.compile(r"(?:PDF)?\W*bilag [\dA-Z]|.*\.(?:pdf|docx?|xlsx?)\b|.*\(påført", re.IGNORECASE)
_PROPOSAL = re.compile(r"(?:beslutningsforslag|indstilling) fra ", re.IGNORECASE)
_DASHES = re.compile(r"[-–—_]{2,5}")
_NOTHING = re.compile(r"(?:-|–|ingen(?: bilag)?|nej|intet|\d{1,2} bilag)\W*", re.IGNORECASE)
_NOBODY = re.compile(r"(?:ingen|-|–|intet|nej)\W*", re.IGNORECASE)
_DECIDES = re.compile(
    r"\b(?:godkend\w*|tiltråd\w*|tiltræd\w*|vedt(?:aget|oges|og)|forkast\w*|udsat|udsættes|valgt(?:es)?|til efterretning|henvist?|oversend\w*|anbefal\w*|bortfald\w*|udgår|udgik|drøftet|drøftede\w*|taget af|ændringsforslag|imødekom\w*|afslå\w*|afslag|bevilge\w*|besvarede|orienterede|udpege\w*|fremsend\w*|tilbagesend\w*|besluttede|indstilles?|givet|afgiv\w*|besvaret|noter\w*|taget til|forelagt|gennemgået)\b",
    re.IGNORECASE,
)
_COMBINED = frozenset({"indstilling og beslutning", "indstilling/beslutning"})
_ASKS = re.compile(r"\b(?:indstiller|indstilles|foreslår|foreslås|anbefaler)\b|^\W*at\b", re.IGNORECASE)
_MEETING_LABEL = re.compile(
    r"(?:dato|sted|tid|mødested|tidspunkt)\s?:|(?:punkt|pkt|sag)\.? ?(?:nr\.? ?)?\d{1,4}\w?\s?[:.]?$", re.IGNORECASE
)
_VERDICT = re.compile(
    r"(?<=\s)(?:Godkendt|Anbefales|Anbefalet|Tiltrådt|Tiltrædes|Taget til|Tages til|Til efterretning|Til orientering|Udsat|Udsættes|Drøftet|Indstillingen?|Indstilles|Sendes|Oversendes|Afslag|Afslået|Udgår|Vedtaget|Forslaget|Sagen|Punktet|Intet|Ingen bemærkninger|Imødekommet|Et (?:flertal|mindretal|enigt)|Udvalget|Byrådet|Kommunalbestyrelsen|Orienteringen)\b"
)
_SENTENCE = re.compile(r"(?:[A-ZÆØÅ][\w.'’-]+[ ,]+(?:og |\([^)]{1,12}\)[ ,]*)?){2,}?([A-ZÆØÅ][a-zæøå]+ (?!og |samt |af )[a-zæøå]{2,} ?)")
"""Names and then a sentence: its first word is the capital one before the first in small letters."""
_BY_HINT = {
    "heading": "a heading of the lexicon",
    "recommends": "a line that recommends",
    "card": "a further line of the heading",
    "fragment": "a date under the heading",
}
_POINT = re.compile(r"(?:\d{1,2}[.)]|[a-z]\)|at\b|[-•–]\s|\()", re.IGNORECASE)


@dataclass(slots=True)
class Block:
    """One section before interpretation: kind, heading pieces, body spans, the session that its heading names."""

    kind: str
    headings: list[Piece] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    session: Session | None = None
    why: str = ""

    def passage(self, source: str) -> Passage:
        """The section's body in `source`, page furniture left out."""
        return passage_of(source, self.body)

    @property
    def heading(self) -> str | None:
        """The heading as written: the last line of a stack counts."""
        return self.headings[-1].text if self.headings else None


@dataclass(slots=True)
class _State:
    """Where the reading of an item stands: finished blocks, the open one, and what absence lines interrupt."""

    blocks: list[Block] = field(default_factory=list)
    open: Block | None = None
    paused: Block | None = None
    history: bool = False
    level: int = 0
    one_line: bool = False


def read_sections(
    pieces: list[Piece], start: int, end: int, inline: Span | None, style: Style, who: Who
) -> list[Block]:
    """The blocks of an item's body, pieces `[start, end)`; `inline` is text on the title's line."""
    state = _State()
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
    _demote(state.blocks)
    blocks = [b for b in state.blocks if b.body and not (b.kind == "bilag" and _is_nothing(pieces, b))]
    return _with_bare_decision(pieces, blocks, bare=not style.sure_kinds["beslutning"])


def _is_entry(pieces: list[Piece], i: int, end: int) -> bool:
    """Whether a heading word in a list of attachments is the title of one: another attachment follows, or nothing."""
    below = next(following(pieces, i, end), None)
    if pieces[i].kind.rstrip("?!") not in {"indstilling", "sagsfremstilling", "resume", "andet"} or pieces[i].level:
        return False
    return below is None or bool(_ATTACHMENT.match(below.text))


def _demote(blocks: list[Block]) -> None:
    """A proposal by a party, or an indstilling that only heads its parts, is no recommendation where the item has one besides."""
    asking = [b for b in blocks if b.kind == "indstilling" and b.body]
    titled = [b for b in asking if _PROPOSAL.match(b.heading or "")]
    if len(asking) > len(titled):
        for block in titled:
            block.kind = "andet"
            block.why += "; a party's proposal beside the recommendation"


def _is_nothing(pieces: list[Piece], block: Block) -> bool:
    """Whether a list of attachments says that there are none ("-", "Ingen bilag.")."""
    texts = [p.text for p in pieces if block.body[0][0] <= p.start <= block.body[-1][0] and p.role == "section.body"]
    return len(texts) == 1 and bool(_NOTHING.fullmatch(texts[0]))


def _take(pieces: list[Piece], i: int, end: int, state: _State, style: Style, who: Who) -> None:
    """Let one piece open a section, or go on with the open one."""
    piece = pieces[i]
    if piece.hint == "meta" and piece.glued_left and state.open is not None and state.open.kind == "sagens_gang":
        piece.role = "item.meta"
        _close(state)
        return
    if state.one_line and not piece.glued_left and not ((piece.bullet or piece.text[:1] in "-–•") and _absent(piece)):
        _resume(state)
    kind, session = _opens(pieces, i, end, state, style, who)
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
    state.open = Block(kind, [piece], session=session, why=piece.why or _BY_HINT.get(piece.hint, "a heading"))
    state.history = kind == "sagens_gang" or (state.history and session is not None)


def _opens(
    pieces: list[Piece], i: int, end: int, state: _State, style: Style, who: Who
) -> tuple[str | None, Session | None]:
    """The kind of section that piece `i` opens, with its session, or None if it is text."""
    piece = pieces[i]
    if state.open is not None and not state.open.body and style.is_value_label(state.open.headings[-1:]):
        return _text(piece, "the value of the label above")
    if piece.hint == "heading" and piece.key in _COMBINED:
        text = next((p.text for p in following(pieces, i, end)), "")
        return ("indstilling" if _ASKS.search(text) else "beslutning"), None
    if (
        piece.hint == ""
        and state.open is not None
        and not state.open.body
        and state.open.session
        and _MEETING_LABEL.match(piece.text)
    ):
        return state.open.kind, state.open.session
    if piece.hint == "heading":
        under = state.open if state.open is not None and not state.open.body else None
        if (
            piece.glued_right
            and piece.colon
            and under is not None
            and under.kind != "sagens_gang"
            and piece.kind.rstrip("?!") not in {"fravaerende", under.kind}
        ):
            return _text(piece, "a label right under a heading is its first line")
        if under is not None and style.is_sub_heading(under.headings[-1:], piece):
            return _text(piece, "a sub-heading: it stands once, right under a heading that has text elsewhere")
        if (
            state.open is not None
            and state.open.kind == "sagens_gang"
            and "type" in (state.open.heading or "").casefold()
            and is_type_word(piece)
            and not piece.blank_before
        ):
            return _text(piece, "the type of the case, told under its heading")
        if state.open is not None and _PROPOSAL.match(state.open.heading or "") and style.is_rare(piece):
            return _text(piece, "a party's proposal has headings of its own")
        if state.open is not None and state.open.kind == "bilag" and _is_entry(pieces, i, end):
            return _text(piece, "the title of an attachment")
        if under is not None and under.kind == piece.kind.rstrip("?!"):
            return under.kind, None
        kind = style.accepts(pieces, i, state.open.kind if state.open else None)
        if not _text_follows(pieces, i, end) and (
            kind == "tidligere_beslutning" or (kind is None and not piece.glued_right and not piece.glued_left)
        ):
            return "", None
        return kind, None
    if piece.hint == "session":
        return _session(pieces, i, end, state, style, who)
    if piece.hint == "card" and state.open is not None and not state.open.body:
        return state.open.kind, state.open.session
    if piece.hint == "fragment" and state.open is not None and not state.open.body:
        return state.open.kind, None
    if (
        piece.hint == "recommends"
        and style.recommends_opens(piece)
        and not (
            state.open
            and not state.open.body
            and state.open.kind != "sagens_gang"
            and not (state.open.kind == "bilag" and piece.blank_before)
        )
    ):
        if state.open and state.open.kind == "indstilling":
            return _text(piece, "it goes on with the recommendation above")
        return "indstilling", None
    if state.open is not None and state.open.kind == "fravaerende" and _absent(piece) and not piece.hint:
        return None, None
    if piece.hint in {"", "group"}:
        listed = state.open is not None and state.open.kind == "bilag" and not piece.level
        kind = None if listed or _DECIDES.match(piece.text) or is_body(piece.text) else style.unknown(pieces, i, end)
        return kind, None
    return None, None


def _session(
    pieces: list[Piece], i: int, end: int, state: _State, style: Style, who: Who
) -> tuple[str | None, Session | None]:
    """What a body-and-date line opens: a decision, this meeting's own or another's; nothing in a bare list of meetings."""
    piece = pieces[i]
    session = piece.session
    if session is None or not style.accepts_session(piece):
        return _text(piece, "body and date in a list or quotation")
    if session.body and re.match(r"(?i)fraværende|afbud", session.body):
        return "fravaerende", None
    if not session.decides and not _text_follows(pieces, i, end):
        return _text(piece, "body and date with no text below: a list of meetings")
    if (
        not session.decides
        and not session.point
        and state.open
        and state.open.kind == "sagens_gang"
        and not _decision_follows(pieces, i, end)
    ):
        return _text(piece, "body and date in the course of the case, with no decision below")
    if (
        not session.decides
        and state.open
        and state.open.body
        and state.open.kind == "sagens_gang"
        and not state.history
    ):
        return _text(piece, "body and date in the course of the case, behind its text")
    own = who.owns(session)
    piece.why = f"body and date of {'this' if own else 'another'} meeting"
    return ("beslutning" if own else "tidligere_beslutning"), session


def _text(piece: Piece, why: str) -> tuple[None, None]:
    """Nothing opens: what looks like a heading is text, and why."""
    piece.why = why
    return None, None


def _decision_follows(pieces: list[Piece], i: int, end: int) -> bool:
    """Whether the text under piece `i` decides something: in a list of meetings it does not."""
    text = next((p.text for p in following(pieces, i, end)), "")
    return bool(_DECIDES.search(text))


def _text_follows(pieces: list[Piece], i: int, end: int) -> bool:
    """Whether text of its own stands under piece `i`, before the next heading or body-and-date line."""
    for piece in following(pieces, i, end):
        if piece.hint == "heading" and piece.kind == "fravaerende":
            return True
        if piece.hint == "card":
            continue
        return piece.hint not in {"heading", "session"}
    return False


def _pause(piece: Piece, state: _State) -> None:
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


def _resume(state: _State) -> None:
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


def _add(piece: Piece, state: _State) -> None:
    """Put text under the open section, or open one for text that has no heading."""
    if state.open is not None and state.open.kind == "fravaerende" and not state.one_line and not _absent(piece):
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


def _absent(piece: Piece) -> bool:
    """Whether a line names people, or nobody."""
    text = piece.text.lstrip("-–•* ")
    return bool(_NOBODY.fullmatch(piece.text) or (_NAMES.fullmatch(text) and not _DECIDES.search(text)))


def _close(state: _State, *, keep: bool = False) -> None:
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
                or _DECIDES.search("".join(by_start[x].text for x, _ in last.body[at : at + 3] if x in by_start))
            )
        ) and (piece.blank_before > usual or (piece.blank_before and last.body[at - 1 :] != last.body[at:])):
            decision = Block("beslutning", body=last.body[at:], why="a deciding paragraph behind the recommendation")
            return [*blocks[:-1], Block(last.kind, last.headings, last.body[:at], last.session, last.why), decision]
    return blocks


__all__ = ["LABELS", "Block", "read_sections"]
