"""A meeting's typography: what its sure headings look like, so that sub-headings in prose are told from them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import is_body
from referat_parse.segment.hints import RECOMMENDING
from referat_parse.segment.piece import following

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referat_parse.segment.piece import Piece

SURE = frozenset({"beslutning", "indstilling", "sagsfremstilling", "resume"})
LABELS = frozenset({"fravaerende", "bilag", "afstemning", "tidligere_beslutning"})
"""Kinds whose headings may look unlike the others: labels with their value behind."""
_LOOSE = frozenset({"baggrund", "oekonomi", "andet", "sagens_gang", "miljoe", "hoering"})
_MOST = 0.7
_FEW = 4
_OFTEN = 3
_STEMS = (
    ("økonomi|budget|bevilling|finansier", "oekonomi"),
    ("lovgrundlag|retsgrundlag|juridisk|hjemmel|lovgivning", "lovgrundlag"),
    ("høring|inddragelse", "hoering"),
    ("personale|arbejdsmiljø", "personale"),
    ("klima|miljø|bæredygtig|verdensmål|co2", "miljoe"),
    ("kommunikation", "kommunikation"),
    ("mindretal|særudtalelse|protokol", "protokol"),
    ("indstilling|anbefaling", "indstilling"),
    ("vurdering|bemærkninger|overvejelser", "vurdering"),
    ("baggrund|indledning", "baggrund"),
    ("resume|sammendrag", "resume"),
    ("sagsfremstilling|beskrivelse|redegørelse", "sagsfremstilling"),
    ("tidsplan|proces|sagsgang|forløb|historik|behandling|kompetence", "sagens_gang"),
    ("drøftelse|debat", "droeftelse"),
    ("bilag", "bilag"),
)


@dataclass(slots=True)
class Style:
    """What the sure headings of a meeting share, as shares from 0 to 1, and which words are headings where."""

    count: int = 0
    level: float = 0.0
    bold: float = 0.0
    caps: float = 0.0
    colon: float = 0.0
    before: float = 0.0
    after: float = 0.0
    bullets: float = 0.0
    levels: set[int] = field(default_factory=set)
    sure_kinds: Counter[str] = field(default_factory=Counter)
    inline: Counter[str] = field(default_factory=Counter)
    stacked: Counter[str] = field(default_factory=Counter)
    plain: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)
    recommends: int = 0
    asking: int = 0
    repeated: frozenset[str] = frozenset()

    def accepts(self, pieces: list[Piece], i: int, inside: str | None) -> str | None:
        """The kind of section that the heading word at piece `i` opens, or None if it is a sub-heading or prose."""
        piece = pieces[i]
        kind = piece.kind.rstrip("?!")
        if piece.glued_right and piece.colon and not self._inline_ok(piece, kind):
            piece.why = "a label with text behind it, which is not how this meeting writes headings"
        elif piece.kind.endswith("?") and not self._weak_ok(piece, kind):
            piece.why = "an everyday word: too seldom in this meeting, or it has surer headings"
        elif kind in LABELS or self._like_the_sure(pieces, i, kind, inside):
            return kind
        else:
            piece.why = "it does not look like the meeting's sure headings (level, bold, capitals, colon, blank lines)"
        return None

    def accepts_session(self, piece: Piece) -> bool:
        """Whether a body-and-date line may head a decision: no list entry among bullets, unless all headings have them."""
        return (not piece.bullet or self.bullets > _MOST) and not (self.level > _MOST and piece.quoted)

    def recommends_opens(self, piece: Piece) -> bool:
        """Whether lines like "X indstiller," are this meeting's recommendation headings: it has few headings Indstilling."""
        return self.sure_kinds["indstilling"] <= 2 * self.recommends and not piece.quoted

    @property
    def sentences(self) -> bool:
        """Whether the meeting recommends in sentences of the running text, not under headings."""
        return self.asking > 1 and not self.sure_kinds["indstilling"]

    def is_value_label(self, headings: list[Piece]) -> bool:
        """Whether the heading just opened takes the next line as its value whatever it says (Punkttype)."""
        return bool(headings) and headings[0].kind.endswith("!")

    def is_rare(self, piece: Piece) -> bool:
        """Whether a heading word is none of the sure ones and stands only once in the meeting."""
        return piece.kind.rstrip("?!") in _LOOSE and self.alone[piece.key] + self.inline[piece.key] < 2

    def is_sub_heading(self, above: list[Piece], piece: Piece) -> bool:
        """Whether a word right under a heading that usually has text of its own is that text's first sub-heading."""
        return (
            bool(above)
            and piece.kind.rstrip("?!") not in SURE | LABELS
            and (
                self.alone[piece.key] < 2
                or (piece.kind == "baggrund" and self.stacked[piece.key] == self.alone[piece.key])
            )
            and self.alone[above[0].key] > max(2, self.alone[piece.key])
            and above[0].kind == "sagsfremstilling"
        )

    def unknown(self, pieces: list[Piece], i: int, end: int) -> str | None:
        """The kind that a heading unknown to the lexicon opens, found by form: its level, or by coming back in many items."""
        piece = pieces[i]
        if not _phrase(piece) or not _has_text(pieces, i, end):
            return None
        at_level = self.level > _MOST and piece.level in self.levels
        if self.caps > _MOST and self.count > _FEW and self._in_capitals(piece):
            piece.why = "unknown heading by its capitals, which all headings here have"
            return stem_kind(piece.key)
        if at_level or (piece.key in self.repeated and self._like_the_sure(pieces, i, "andet", None)):
            by = "Markdown level" if at_level else "form, and it comes back in several items"
            piece.why = f"unknown heading by {by}"
            return stem_kind(piece.key)
        if piece.key in self.repeated:
            piece.why = "unknown to the lexicon; it comes back, but does not look like the sure headings"
        return None

    def _in_capitals(self, piece: Piece) -> bool:
        """Whether a line in capitals stands apart as the sure headings do."""
        apart = piece.blank_before > 0 and (piece.blank_after > 0 or self.after < 1 - _MOST)
        return piece.caps and apart and not piece.glued_left and not piece.glued_right and not is_body(piece.text)

    def _inline_ok(self, piece: Piece, kind: str) -> bool:
        """A label with its text behind it is a heading if it is an absence, comes back, or labels are the style here."""
        return (
            kind in LABELS
            or kind == "beslutning"
            or self.inline[piece.key] > 1
            or (self.colon > _MOST and self.count > 1)
        )

    def _weak_ok(self, piece: Piece, kind: str) -> bool:
        if kind == "sagsfremstilling" or (kind == "beslutning" and piece.key == "til referat"):
            return True
        if kind == "beslutning":
            return self.alone[piece.key] + self.inline[piece.key] > self.sure_kinds["beslutning"]
        if kind == "indstilling":
            return self.alone[piece.key] > 1 or not self.sure_kinds["indstilling"]
        return self.alone[piece.key] + self.inline[piece.key] > 1 or (self.level > _MOST and piece.level in self.levels)

    def _like_the_sure(self, pieces: list[Piece], i: int, kind: str, inside: str | None) -> bool:
        piece = pieces[i]
        if self.count < 2:
            return True
        if self.level > _MOST and not piece.glued_left and (piece.level not in self.levels):
            return piece.glued_right and piece.bold and kind in SURE
        if self.bold > _MOST and not piece.bold:
            return kind in SURE and (piece.glued_left or self.plain[piece.key] > 2)
        if self.caps > _MOST and not piece.caps:
            return False
        if self.caps < 1 - _MOST and piece.caps and kind not in SURE and self.count > 5:
            return self.alone[piece.key] > 1
        if self.colon > _MOST and not piece.colon and not piece.glued_left:
            return False
        if is_quoted(piece, self) and not _under_heading(pieces, i):
            return False
        return kind in SURE or self._stands_apart(pieces, i, inside)

    def _stands_apart(self, pieces: list[Piece], i: int, inside: str | None) -> bool:
        """Whether a heading that could be a sub-heading stands as the sure ones do: colon and blank lines alike."""
        piece = pieces[i]
        if (
            self.colon < 0.1
            and piece.colon
            and not piece.glued_right
            and self.count > 4
            and not (piece.kind == "sagens_gang" and self.alone[piece.key] >= _OFTEN)
        ):
            return False
        if (
            self.before > 0.85
            and self.alone[piece.key] < 2
            and not piece.blank_before
            and not piece.glued_left
            and not _under_heading(pieces, i)
        ):
            return False
        return not (
            self.after > 0.85
            and not piece.blank_after
            and not piece.glued_right
            and inside == "sagsfremstilling"
            and self.alone[piece.key] < 2
        )


def is_quoted(piece: Piece, style: Style) -> bool:
    """A sure word with a colon where the meeting's headings have none: a heading inside a quoted motion or a label in prose."""
    kind = piece.kind.rstrip("?!")
    if piece.key == "forslag til beslutning":  # stands with a colon under Indstilling everywhere
        return False
    return (
        kind in SURE
        and piece.colon
        and not piece.glued_right
        and not piece.glued_left
        and style.colon < 0.15
        and style.sure_kinds[kind] > 2
    )


def _under_heading(pieces: list[Piece], i: int) -> bool:
    above = next((p for p in reversed(pieces[max(0, i - 4) : i]) if p.role != "furniture"), None)
    return (
        above is None
        or above.role in {"section.heading", "item.title", "item.meta"}
        or above.hint in {"heading", "meta", "session"}
    )


def _has_text(pieces: list[Piece], i: int, end: int) -> bool:
    """Whether text, not another heading, stands below."""
    below = next(following(pieces, i, min(i + 4, end)), None)
    return below is not None and below.hint not in {"heading", "session", "recommends", "meta"}


def _phrase(piece: Piece) -> bool:
    """Whether a piece could be a heading by itself: a short phrase that begins with a capital and ends no sentence."""
    text = piece.text
    return (
        not piece.bullet
        and not piece.quoted
        and 2 < len(text) < 80
        and text[0].isupper()
        and len(text.split()) < 10
        and not text.rstrip().endswith((".", ";", ",", "?", "!", ")"))
        and not any(c.isdigit() for c in text)
    )


def stem_kind(words: str) -> str:
    """The kind of an unknown heading by the stems in it; "andet" if none is there."""
    return next((kind for stems, kind in _STEMS if re.search(stems, words)), "andet")


def learn_style(pieces: list[Piece], spans: Iterable[tuple[int, int]]) -> Style:
    """The style of a meeting whose items' bodies are the piece ranges `spans`."""
    style = Style()
    sure: list[Piece] = []
    seen: defaultdict[str, set[int]] = defaultdict(set)
    ranges = list(spans)
    for number, (a, b) in enumerate(ranges):
        above: Piece | None = None
        for i in range(a, b):
            piece = pieces[i]
            if piece.role == "furniture":
                continue
            _count(piece, above, style, sure)
            if piece.hint == "" and _phrase(piece) and not piece.glued_left and not piece.glued_right:
                seen[piece.key].add(number)
            above = piece
    _shares(style, sure)
    enough = max(3, len(ranges) // 4)
    style.repeated = frozenset(word for word, where in seen.items() if len(where) >= enough)
    return style


def _count(piece: Piece, above: Piece | None, style: Style, sure: list[Piece]) -> None:
    if piece.hint == "heading":
        (style.inline if piece.glued_right and piece.colon else style.alone)[piece.key] += 1
        style.stacked[piece.key] += above is not None and above.kind == "sagsfremstilling"
        style.plain[piece.key] += not piece.bold and not piece.level
        if piece.kind in SURE:
            sure.append(piece)
            style.sure_kinds[piece.kind] += 1
    elif piece.hint == "session":
        if piece.key.startswith("beslutning"):
            sure.append(piece)
            style.sure_kinds["beslutning"] += 1
    elif piece.hint == "recommends" and not (above and above.hint in {"heading", "session"}):
        style.recommends += 1
    elif piece.hint == "" and piece.blank_before and piece.blank_after and RECOMMENDING.fullmatch(piece.text):
        style.asking += 1


def _shares(style: Style, sure: list[Piece]) -> None:
    style.count = len(sure)
    if not sure:
        return
    n = len(sure)
    words = [p for p in sure if p.hint == "heading"] or sure
    style.level = sum(p.level > 0 for p in sure) / n
    style.bullets = sum(p.bullet for p in words) / len(words)
    style.bold = sum(p.bold for p in sure) / n
    style.caps = sum(p.caps for p in words) / len(words)
    style.colon = sum(p.colon for p in words) / len(words)
    style.before = sum(p.blank_before > 0 or p.glued_left for p in sure) / n
    style.after = sum(p.blank_after > 0 or p.glued_right for p in sure) / n
    if style.level > _MOST:
        levels = Counter(p.level for p in sure if p.level)
        style.levels = {level for level, votes in levels.items() if votes >= max(2, 0.15 * n)} or {
            max(levels, key=levels.__getitem__)
        }
