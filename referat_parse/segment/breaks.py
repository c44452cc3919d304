"""Break points inside lines: where a heading, a body and date or an item is glued to its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import BODY
from referat_parse.grammar.cases import find_cases, find_meta_run
from referat_parse.grammar.dates import DATE
from referat_parse.segment.piece import make_piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.lexicon import Lexicon

LONG = 300
"""Lines longer than this (code points) may hold several headings in their run (page-long lines)."""

_BEFORE = r"(?<=[a-zæøåéü0-9.)\]”\"!?:;…%])"
_VERB = r"(?:indstiller|foreslår|anbefaler|indstilles|foreslås|anbefales)"
_SESSION = (
    rf"(?:(?i:beslutning(?:er)?) (?:(?:i|fra|på) )?)?(?:{BODY})(?: ?{r'[0-9]{4} ?[-–] ?[0-9]{2,4}'})?,? (?:den )?(?:{DATE})"
    r"(?:,? (?:pkt|punkt)\.? ?\d+(?!\d))?:?"
)


@dataclass(frozen=True)
class Breaks:
    """The patterns that find break points, made from the lexicon once."""

    lexicon: Lexicon

    @cached_property
    def words(self) -> list[str]:
        """Heading phrases that may be cut out of a line: those that are clearly headings, longest first."""
        strong = {
            word
            for entry in self.lexicon.table("headings").entries
            for word in entry.words
            if not entry.value.endswith("!") and (not entry.value.startswith("andet") or " " in word) and len(word) > 3
        }
        return sorted({w.rstrip(":") for w in strong}, key=len, reverse=True)

    def _alternation(self, *, caps: bool) -> str:
        forms = [re.escape(word) for word in self.words]
        if caps:
            forms += [re.escape(word.upper()) for word in self.words]
        return "(?:" + "|".join(forms) + ")"

    @cached_property
    def glued(self) -> re.Pattern[str]:
        """A heading that follows its neighbour without a blank, at the line's end or before a capital."""
        return re.compile(rf"{_BEFORE}{self._alternation(caps=True)}(?=\s*:?\s*$|:?[A-ZÆØÅ“”\"]|\d{{1,2}}[. -])")

    @cached_property
    def leading(self) -> re.Pattern[str]:
        """A heading at the line's start, its text glued to it."""
        behind = r"(?=:?(?:[A-ZÆØÅ][a-zæøå]|[“”\"(]|\d|•|- ?[A-ZÆØÅ][a-zæøå]))"
        return re.compile(rf"{self._alternation(caps=True)}{behind}|{self._alternation(caps=False)}(?=:?[A-ZÆØÅ])")

    @cached_property
    def label(self) -> re.Pattern[str]:
        """A heading at the line's start with a colon and its text behind it."""
        return re.compile(rf"{self._alternation(caps=True)}\s?:(?:\*{{1,3}}|</\w+>)*(?=\s*\S)", re.IGNORECASE)

    @cached_property
    def inline(self) -> re.Pattern[str]:
        """A heading in the run of a long line: a capital word of the lexicon before a capital or colon."""
        return re.compile(rf"(?<![^\s]){self._alternation(caps=True)}(?=:(?:\s|$)|\s*$| (?=[A-ZÆØÅ0-9“”\"(•-]|a\)))")

    @cached_property
    def leading_soft(self) -> re.Pattern[str]:
        """A heading at the line's start with its text behind a blank."""
        return re.compile(rf"{self._alternation(caps=True)}[ \u00a0]+(?=[A-ZÆØÅ0-9(•])")


_RUN_NUMBER = re.compile(r"(?<!\S)(\d{1,4})[a-z]?\.(?:\s(?=[A-ZÆØÅ0-9\"”“§])|(?=[A-ZÆØÅ]))")
_GLUED_ITEM = re.compile(r"(?<=[^\s(\"”„“'/-])(?=Punkt \d{1,4}: ?[A-ZÆØÅ0-9]|Dato: \d{1,2}[-.]\d)")
"""Where the next item's heading, or a label with a date, is glued to what stands before it."""
_ROUTE = re.compile(
    r"(?<!\S)((?:(?:Beslutningsk|K)ompetence|(?:Sagen a|A)fgøres (?:i|af)|Sagsgang):)\s*[^\s:]+(?: [^\s:]+){0,4}?"
    r"(?=\s{2,}|\s*$|\s+(?:(?:Område|Sagsbeh\w*|Åben|Åbent|Lukket|Forvaltning|Initialer)\b|[A-ZÆØÅ][a-zæøå]+:))"
)
"""Who decides the case, named on its case line; what follows it there is the case line again."""
_DECIDER = re.compile(r"Sagen afgøres (?:af|i)(?= [A-ZÆØÅ][^.]{2,80}\.?$)")
ANY_LABEL = re.compile(r"\s*([A-ZÆØÅ][\w/ -]{2,30}?)\s?:(?=\s|$)")
CASE_TITLE = re.compile(r"Sag: \S.{2,120} ?\((\d{3,8})\)")
"""A line that names the case: its own title, and its number in brackets."""
_RUN_DOORS = re.compile(
    r"(?<!\S)((?:Punkter på )?[Ll]ukke(?:t|de) (?:møde|punkter|sager|dagsorden):?)(?=\s\d{1,4}\.\s[A-ZÆØÅ])"
)
_RUN_BARE = re.compile(r"(?<!\S)(?:[A-ZÆØÅ]\d\d )?(?:sagsnr|sagsid|j\.nr|dok\.?nr)\.?(?= [A-ZÆØÅ])")
"""A case label whose digits the transcript dropped ("P24 sagsnr")."""
_RUN_CASE = re.compile(r"(?<=[^\W\d] )\d{2,4}/\d{2,6}(?= [A-ZÆØÅ])")
_RUN_STOP = re.compile(r"(?<!\b[Aa]fd)(?<!\b[Vv]edr)(?<=\w{3})[.:;?!]\s|\d\.\s[A-ZÆØÅ]")
_CLOSED_DASH = ("Lukket - ", "Lukket – ")
_RUN_CLOSED = re.compile(r"(?<!\S)\d{1,4}[a-z]?\.\s(?=Lukket\b|LUKKET\b)")
_RUN_SHUT = re.compile(
    r"(?<!\S)\d{1,4}\.\s[A-ZÆØÅ][^.:]{2,120}?(?:\((?:lukket|Lukket|LUKKET)(?: punkt| sag)?\)|[-–] (?:LUKKET SAG|LUKKET PUNKT|Lukket sag|Lukket punkt))(?: Side \d{1,4})?"
)
_RUN_END = re.compile(r"(?<=[.!?] )(?=Mødet (?:sluttede|slut|hævet|hævedes|blev hævet|afsluttedes) kl)")
_RUN_SIDE = re.compile(r"(?<=\s)Side \d{1,4}\s*$")
_RUN_GROUP = re.compile(
    r"(?<!\S)(?:Til (?:behandling|efterretning|drøftelse|orientering) - for (?:åbne|lukkede) døre|LUKKEDE? \w+|Lukkede? (?:punkter|dagsorden|sager|møde)|Åbne? (?:punkter|dagsorden|sager|møde))\s*$",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:\.{3,}[^.]{0,300}){3}")
_LEAD_CONTENTS = re.compile(
    r"(?:Indholdsfortegnelse|Dagsordenspunkter|Dagsorden|Punkter|Meddelelser:|Punkter på dagsordenen):?(?=\d{1,4}[.:]|Åbne)"
)
_POINT_REF = re.compile(r"(?:pkt|punkt|sag|side|s)\.? ?(?:nr\.? ?)?\d", re.IGNORECASE)
_SURE_LABELS = frozenset({"beslutning", "indstilling", "sagsfremstilling", "vurdering", "oekonomi", "protokol"})
_TAIL_SESSION = re.compile(rf"(?:(?<=[.!?:;)”\"])\s*|(?<=[a-zæøåé0-9]))({_SESSION})\s*$")
_CHAINED = re.compile(
    rf"(?<=[.!?])\s+((?:{BODY}),? (?:den )?(?:{DATE})(?:,? (?:pkt|punkt)\.? ?\d+(?!\d))?:?)(?=\s+[A-ZÆØÅ0-9])"
)
_LEAD_SESSION = re.compile(rf"(?:(?:{_SESSION}))(?=\s*\S)")
_LEAD_DECIDED = re.compile(
    rf"(?i:beslutning(?:er)?) (?:(?:i|fra|på) )?[A-ZÆØÅa-zæøå§][\w§.,&/()'’ –-]{{2,80}}?,? (?:den )?(?:{DATE})(?:,? (?:pkt|punkt)\.? ?\d+(?!\d))?:?"
)
RUN_SESSION = re.compile(
    rf"(?<=[\s.])(?:Beslutning|BESLUTNING)(?: i| I)?(?: [A-ZÆØÅ][^.:;\n]{{2,70}}?)? (?:den|DEN)(?: ?:(?=\s)|(?= (?:[A-ZÆØÅ]|\s*$)))|"
    rf"(?<=[\s.])(?:{BODY})s møde,? (?:den (?:{DATE}),? )?(?:punkt|pkt\.?) \d+:?|"
    rf"(?<=[\s.])(?:(?:Beslutning(?:er)?|BESLUTNING(?:ER)?)(?: (?:i|fra|på|I|FRA))? (?:{BODY})(?: den| DEN|,)?(?: (?:{DATE}))?(?:,? (?:pkt|punkt)\.? ?\d+)?:?"
    rf"|(?:{BODY}),? (?:den )?(?:{DATE})(?:,? (?:pkt|punkt)\.? ?\d+)?:?)(?= ?[A-ZÆØÅ0-9]|\s*$)"
)
_RECOMMENDS = re.compile(
    rf"{_BEFORE}((?:Administrationen|Forvaltningen|Direktionen|Sekretariatet|Det|Borgmesteren|Kommunaldirektøren) {_VERB}(?: til [^.:]{{3,60}}?)?(?:,? at)?[,:]?)\s*$"
)


def cuts(source: str, a: int, b: int, breaks: Breaks, *, run_on: bool, page: bool, known: frozenset[str]) -> list[int]:
    """The break points inside the line `[a, b)`, sorted."""
    points: set[int] = set()
    if run_on and (b - a > LONG or page):
        points |= set(_inline_cuts(source, a, b, breaks))
    if page and not _LEADERS.search(source, a, b):
        points |= set(_item_cuts(source, a, b)) | set(_title_cuts(source, a, b, breaks))
    points |= set(_edge_cuts(source, a, b, breaks, known))
    return sorted(p for p in points if a < p < b)


def _item_cuts(source: str, a: int, b: int) -> Iterator[int]:
    """Break points around item heads in the run of a page-long line: a number and title before a run of case labels.

    Closed items have no labels: there the word "Lukket" behind the number tells.
    """
    at, last = a, -1
    while (run := find_meta_run(source, at, b)) is not None:
        numbers = list(_RUN_NUMBER.finditer(source, max(a, run.start - 300), run.start))
        if numbers and (run.value or len(run.labels) > 1):
            chosen = next((n for n in numbers if int(n[1]) == last + 1), numbers[-1])
            last = int(chosen[1])
            yield from (chosen.start(), run.start, run.end)
        at = max(run.end, run.start + 1)
    for match in _RUN_BARE.finditer(source, a, b):
        numbers = list(_RUN_NUMBER.finditer(source, max(a, match.start() - 250), match.start()))
        if numbers:
            yield from (
                next((n for n in numbers if int(n[1]) == last + 1), numbers[-1]).start(),
                match.start(),
                match.end(),
            )
            last = int(numbers[-1][1])
    yield from _end_cuts(source, a, b)
    yield from _closed_cuts(source, a, b)


def _end_cuts(source: str, a: int, b: int) -> Iterator[int]:
    """Break points before the line that closes the meeting and before the page's number, in the run of a page-long line."""
    page = _RUN_SIDE.search(source, max(a, b - 20), b)
    if page is not None:
        yield page.start()
    for match in _RUN_END.finditer(source, a, b):
        yield match.start()


def _closed_cuts(source: str, a: int, b: int) -> Iterator[int]:
    """Break points around closed items, which have no case labels, in the run of a page-long line."""
    for group in _RUN_DOORS.finditer(source, a, b):
        yield from group.span(1)
        at = group.end()
        while (number := _RUN_NUMBER.search(source, at, min(b, at + 250))) is not None:
            yield number.start()
            at = number.end()
    for match in _RUN_SHUT.finditer(source, a, b):
        yield from match.span()
    for match in _RUN_CLOSED.finditer(source, a, b):
        yield match.start()
        above = _RUN_GROUP.search(source, max(a, match.start() - 80), match.start())
        if above is not None:
            yield above.start()


def _title_cuts(source: str, a: int, b: int, breaks: Breaks) -> Iterator[int]:
    """Break points around "2. Title" in the run of a page-long line, where a bare case number or a heading follows."""
    for number in _RUN_NUMBER.finditer(source, a, b):
        stop = min(b, number.end() + 220)
        found = [
            match
            for pattern in (_RUN_CASE, breaks.inline, RUN_SESSION)
            if (match := pattern.search(source, number.end(), stop)) is not None
        ]
        first = min(found, key=re.Match.start, default=None)
        if first is not None and not _RUN_STOP.search(source, number.end(), first.start()):
            yield from (number.start(), first.start())
            if first.re is _RUN_CASE:
                yield first.end()


def _inline_cuts(source: str, a: int, b: int, breaks: Breaks) -> Iterator[int]:
    """Break points at headings in the run of a page-long line."""
    sessions = [match.span() for match in RUN_SESSION.finditer(source, a, b)]
    for session in sessions:
        yield from session
    for match in breaks.inline.finditer(source, a, b):
        if not any(x <= match.start() < y for x, y in sessions) and not source.endswith(_CLOSED_DASH, a, match.start()):
            yield match.start()
            yield match.end() + (source[match.end() : match.end() + 1] == ":")


def _edge_cuts(source: str, a: int, b: int, breaks: Breaks, known: frozenset[str]) -> Iterator[int]:
    """Break points around headings glued to the line's start or end, and behind labels with a colon."""
    piece = make_piece(source, a, b, a)
    if piece is None:
        return
    start = piece.core[0]
    if CASE_TITLE.fullmatch(source, start, piece.core[1]):
        return
    contents = _LEAD_CONTENTS.match(source, start, b)
    if contents:
        yield contents.end()
    if b - a < 120 and breaks.lexicon.table("headings").whole(piece.text):
        return
    start = skip_case(source, start, b)
    if start != piece.core[0]:
        yield start
    whole = _LEAD_DECIDED.match(source, start, piece.core[1])
    if whole and whole.end() >= piece.core[1] - 1:
        return
    lead = _LEAD_DECIDED.match(source, start, b) or _LEAD_SESSION.match(source, start, b)
    decided = lead is not None and lead[0][:3].casefold() == "bes"
    if lead and lead.end() < b and _opens_text(source, lead.end(), b, decided=decided or lead[0].endswith(":")):
        yield lead.end()
        start = lead.end()
        for match in _CHAINED.finditer(source, start, b) if decided else ():
            yield from match.span(1)
    else:
        yield from _leading(source, start, b, breaks, known)
    yield from _inner_cuts(source, a, start, b, breaks)
    yield from _tail_cuts(source, a, b)


def _inner_cuts(source: str, a: int, start: int, b: int, breaks: Breaks) -> Iterator[int]:
    """Break points at who decides, at the next item's heading, and at headings glued inside the line."""
    decides = _DECIDER.match(source, start, b)
    if decides:
        yield decides.end()
    for match in _ROUTE.finditer(source, a, b):
        yield from (match.start(), match.end(1), match.end())
    for match in _GLUED_ITEM.finditer(source, start, b):
        yield match.start()
    for match in breaks.glued.finditer(source, a, b):
        timed = source.endswith("min", a, match.start()) and source[match.start() - 4 : match.start() - 3] == " "
        if not timed and not (source[match.start() - 1] in ".:" and match.start() - a < 4):
            yield match.start()
            yield match.end() + (source[match.end() : match.end() + 1] == ":")


def _tail_cuts(source: str, a: int, b: int) -> Iterator[int]:
    """Break points before a body and date, or "X indstiller, at", glued to the line's end."""
    tail = _TAIL_SESSION.search(source, max(a, b - 160), b) if b - a > 40 else None
    if (
        tail
        and tail.start(1) > a + 2
        and not source[a : tail.start(1)].rstrip().casefold().endswith(("beslutning", "i", "fra", "den"))
    ):
        yield tail.start(1)
    recommends = _RECOMMENDS.search(source, max(a, b - 120), b)
    if recommends and not source[recommends.start(1) - 1].isspace():
        yield recommends.start(1)


def skip_case(source: str, start: int, b: int) -> int:
    """Where the text behind a case number at the line's start begins, if a capital word follows; else `start`."""
    case = next(find_cases(source[start : min(b, start + 40)]), None)
    if case is None or case.start != 0:
        return start
    at = _skip(source, start + case.end, b)
    return at if at < b and source[at].isupper() and at > start + case.end else start


def _leading(source: str, start: int, b: int, breaks: Breaks, known: frozenset[str]) -> Iterator[int]:
    """Break points behind a heading at the line's start: label with colon, glued text, text behind a blank."""
    label = breaks.label.match(source, start, b)
    if label:
        yield label.end()
        again = _skip(source, label.end(), b)
        second = breaks.label.match(source, again, b)
        if second:
            yield from (again, second.end())
        return
    own = ANY_LABEL.match(source, start, b)
    if own and (f"{own[1].casefold()}:" in known or breaks.lexicon.table("headings").whole(own[1]) in _SURE_LABELS):
        yield own.end()
        return
    glued = breaks.leading.match(source, start, b)
    if glued and not (source[glued.start() : glued.end()].casefold() == "bilag" and source[glued.end()].isdigit()):
        yield glued.end() + (source[glued.end()] == ":")
        yield from _leading(source, _skip(source, glued.end() + (source[glued.end()] == ":"), b), b, breaks, known)
        return
    soft = breaks.leading_soft.match(source, start, b)
    if (
        soft
        and (
            b - soft.end() > 50
            or source[b - 1] in ".:;"
            or source[soft.end()].isdigit()
            or soft[0][:2].casefold() == "fr"
        )
        and _soft_ok(source[soft.start() : soft.end()].strip().casefold(), source, soft.end(), b, known)
    ):
        yield soft.end()


def _soft_ok(word: str, source: str, at: int, b: int, known: frozenset[str]) -> bool:
    """Whether a heading word followed by a blank and text on its line is a heading: the document has it alone elsewhere."""
    if word in {"fraværende", "ikke til stede", "afbud"}:
        return bool(re.match(r"[A-ZÆØÅ][\w.'-]+ [A-ZÆØÅ]", source[at:b]))
    if word in {"bilag", "indhold", "sag", "forslag", "tema", "beslutninger", "orientering", "sagens gang"} or (
        source[at].isdigit() and word != "sagens forløb"
    ):
        return False
    return word in known


def _skip(source: str, at: int, b: int) -> int:
    while at < b and (source[at].isspace() or source[at] == "*"):
        at += 1
    return at


def _opens_text(source: str, at: int, b: int, *, decided: bool) -> bool:
    """Whether what follows a session at `at` begins a text: a capital or digit, not a running clause."""
    rest = source[at:b].lstrip(" :.\u00a0*")
    if re.match(r"(?:kl\.? ?)?\d{1,2}[.:]\d\d|kl\b", rest, re.IGNORECASE):
        return False
    return (
        bool(rest)
        and (rest[0].isupper() or rest[0].isdigit() or rest[0] in '"”“•' or (rest[0] == "(" and decided))
        and not _POINT_REF.match(rest)
    )
