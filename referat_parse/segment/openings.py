"""Which lines of an item open a section: by lexicon, body and date, form; and why the others do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import Session, is_body
from referat_parse.segment.hints import RECOMMENDING, is_type_word
from referat_parse.segment.piece import following

if TYPE_CHECKING:
    from referat_parse.segment.block import Block, State
    from referat_parse.segment.piece import Piece
    from referat_parse.segment.starts import Who
    from referat_parse.segment.style import Style

_NAMES = re.compile(
    r"(?:(?:og |samt |, )?[A-ZÆØÅ][\w.'’-]+(?: (?:de|van|von|af|den|[A-ZÆØÅ][\w.'’-]*))*(?: ?\([^)]{0,40}\))*[ ,;.]*(?:(?!\w* ?(?:havde|deltog|var|er|blev|har|mødte)\b)[a-zæøå]{3,18}(?: [a-zæøå]{2,12})?[,.])?\s*)+",
)
_ATTACHMENT = re.compile(r"(?:PDF)?\W*bilag [\dA-Z]|.*\.(?:pdf|docx?|xlsx?)\b|.*\(påført", re.IGNORECASE)
PROPOSAL = re.compile(r"(?:beslutningsforslag|indstilling) fra ", re.IGNORECASE)
_NOBODY = re.compile(r"(?:ingen|-|–|intet|nej)\W*", re.IGNORECASE)
DECIDES = re.compile(
    r"\b(?:godkend\w*|tiltråd\w*|tiltræd\w*|vedt(?:aget|oges|og)|forkast\w*|udsat|udsættes|valgt(?:es)?|til efterretning|henvist?|oversend\w*|anbefal\w*|bortfald\w*|udgår|udgik|drøftet|drøftede\w*|taget af|ændringsforslag|imødekom\w*|afslå\w*|afslag|bevilge\w*|besvarede|orienterede|udpege\w*|fremsend\w*|tilbagesend\w*|besluttede|indstilles?|givet|afgiv\w*|besvaret|noter\w*|taget til|forelagt|gennemgået)\b",
    re.IGNORECASE,
)
_PARTY = re.compile(r"\([A-ZÆØÅ]{1,4}\)|Medlem(?: \([A-ZÆØÅ]{1,4}\))?")
_SUBSTITUTE = re.compile(
    r"(?:[A-ZÆØÅ][\w.'’-]+ ){2,4}(?:\([A-ZÆØÅ]{1,4}\) )?(?:deltog|deltager|mødte|er indkaldt|var mødt)(?: som)? (?:stedfortræder|suppleant|personlig).{0,160}"
)
_COMBINED = frozenset({"indstilling og beslutning", "indstilling/beslutning"})
_ASKS = re.compile(r"\b(?:indstiller|indstilles|foreslår|foreslås|anbefaler)\b|^\W*at\b", re.IGNORECASE)
_MEETING_LABEL = re.compile(
    r"(?:dato|sted|tid|mødested|tidspunkt)\s?:|(?:punkt|pkt|sag)\.? ?(?:nr\.? ?)?\d{1,4}\w?\s?[:.]?$", re.IGNORECASE
)


def opens(
    pieces: list[Piece], i: int, end: int, state: State, style: Style, who: Who
) -> tuple[str | None, Session | None]:
    """The kind of section that piece `i` opens, with its session, or None if it is text.

    "" is a heading that opens nothing: it leads others. Where something looks like a heading and is
    none, the piece's `why` says the reason.
    """
    piece = pieces[i]
    block = state.open
    empty = block if block is not None and not block.body else None
    if empty is not None and style.is_value_label(empty.headings[-1:]):
        return _text(piece, "the value of the label above")
    if piece.hint == "heading":
        return _heading(pieces, i, end, state, style)
    if piece.hint == "session":
        return _session(pieces, i, end, state, style, who)
    if empty is not None and (
        piece.hint == "card" or (not piece.hint and empty.session and _MEETING_LABEL.match(piece.text))
    ):
        return empty.kind, empty.session
    if empty is not None and piece.hint == "fragment":
        return empty.kind, None
    if piece.hint == "recommends":
        return _recommends(piece, block, style)
    if _recommends_inline(piece, style):
        return "indstilling", None
    if piece.hint in {"", "group"}:
        return _line(pieces, i, end, block, style), None
    return None, None


def _heading(pieces: list[Piece], i: int, end: int, state: State, style: Style) -> tuple[str | None, Session | None]:
    """What a heading word of the lexicon opens."""
    piece, block = pieces[i], state.open
    if piece.key in _COMBINED:
        text = next((p.text for p in following(pieces, i, end)), "")
        return ("indstilling" if _ASKS.search(text) else "beslutning"), None
    empty = block if block is not None and not block.body else None
    why = (_under_heading(piece, empty, style) if empty else "") or (
        _inside(pieces, i, end, block, style) if block else ""
    )
    if why:
        return _text(piece, why)
    if empty is not None and empty.kind == piece.kind.rstrip("?!"):
        return empty.kind, None
    kind = style.accepts(pieces, i, block.kind if block else None)
    if not _text_follows(pieces, i, end) and (
        kind == "tidligere_beslutning" or (kind is None and not piece.glued_right and not piece.glued_left)
    ):
        return "", None
    return kind, None


def _under_heading(piece: Piece, empty: Block, style: Style) -> str:
    """Why a heading word right under a heading that has no text yet is its text; "" if it is not."""
    label = piece.glued_right and piece.colon and empty.kind != "sagens_gang"
    if label and piece.kind.rstrip("?!") not in {"fravaerende", empty.kind}:
        return "a label right under a heading is its first line"
    if style.is_sub_heading(empty.headings[-1:], piece):
        return "a sub-heading: it stands once, right under a heading that has text elsewhere"
    return ""


def _inside(pieces: list[Piece], i: int, end: int, block: Block, style: Style) -> str:
    """Why a heading word inside a section belongs to the section's text; "" if it does not."""
    piece = pieces[i]
    typed = block.kind == "sagens_gang" and "type" in (block.heading or "").casefold()
    if typed and is_type_word(piece) and not piece.blank_before:
        return "the type of the case, told under its heading"
    if PROPOSAL.match(block.heading or "") and style.is_rare(piece):
        return "a party's proposal has headings of its own"
    if block.kind == "indstilling" and block.body and piece.glued_right and piece.key.startswith("sagen afgøres"):
        return "who decides, told at the end of the recommendation"
    if block.kind == "bilag" and _is_entry(pieces, i, end):
        return "the title of an attachment"
    return ""


def _recommends_inline(piece: Piece, style: Style) -> bool:
    """Whether a paragraph recommends in a full sentence, in a meeting that has no headings for it."""
    return style.sentences and piece.blank_before > 0 and bool(RECOMMENDING.match(piece.text))


def _recommends(piece: Piece, block: Block | None, style: Style) -> tuple[str | None, Session | None]:
    """What a line "X indstiller, at" opens: a recommendation, unless a heading above already has."""
    if not style.recommends_opens(piece):
        return None, None
    apart = block is not None and block.kind == "bilag" and piece.blank_before > 0
    if block is not None and not block.body and block.kind != "sagens_gang" and not apart:
        return None, None
    if block is not None and block.kind == "indstilling":
        return _text(piece, "it goes on with the recommendation above")
    return "indstilling", None


def _line(pieces: list[Piece], i: int, end: int, block: Block | None, style: Style) -> str | None:
    """The kind that a line unknown to the lexicon opens, found by form, or None."""
    piece = pieces[i]
    if block is not None and block.kind == "fravaerende" and not piece.hint and is_absent(piece):
        return None
    listed = block is not None and block.kind == "bilag" and not piece.level
    return None if listed or DECIDES.match(piece.text) or is_body(piece.text) else style.unknown(pieces, i, end)


def _session(
    pieces: list[Piece], i: int, end: int, state: State, style: Style, who: Who
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
    return bool(DECIDES.search(text))


def _text_follows(pieces: list[Piece], i: int, end: int) -> bool:
    """Whether text of its own stands under piece `i`, before the next heading or body-and-date line."""
    for piece in following(pieces, i, end):
        if piece.hint == "heading" and piece.kind == "fravaerende":
            return True
        if piece.hint == "card":
            continue
        return piece.hint not in {"heading", "session"}
    return False


def _is_entry(pieces: list[Piece], i: int, end: int) -> bool:
    """Whether a heading word in a list of attachments is the title of one: another attachment follows, or nothing."""
    below = next(following(pieces, i, end), None)
    if pieces[i].kind.rstrip("?!") not in {"indstilling", "sagsfremstilling", "resume", "andet"} or pieces[i].level:
        return False
    return below is None or bool(_ATTACHMENT.match(below.text))


def is_absent(piece: Piece) -> bool:
    """Whether a line names people, or nobody."""
    text = piece.text.lstrip("-–•* ")
    return bool(
        _NOBODY.fullmatch(piece.text)
        or _PARTY.fullmatch(piece.text)
        or _SUBSTITUTE.fullmatch(piece.text)
        or (_NAMES.fullmatch(text) and not DECIDES.search(text))
    )
