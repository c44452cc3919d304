"""A passage made readable: markup out, quotations blanked, cut into sentences, every offset kept.

Decisions come as one run-on line, as bullets, as answers to points ("Ad 1."), wrapped at page width
or with a blank line after every line; what reads them sees sentences with their marker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from referat_parse.text import Span, trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.text import Passage

_UPPER = "A-ZÆØÅÉÖÄÜ"
_LOWER = "a-zæøåéöäü"
_MARKUP = re.compile(
    r"(?P<newline>[ \t\u00a0]*+(?:<br[ ]?/?>[ \t\u00a0]*+)?\r?\n[ \t\u00a0]*+|<br[ ]?/?>|[\f\v\x1c-\x1e\x85\u2028\u2029])"
    r"|(?P<bullet>(?<![^\n])(?:> ?)*[*•▪‣·●○–-][ \t\u00a0]+)"
    r"|(?P<drop></?[A-Za-z][^<>\n]{0,80}>|\*+|(?<![^\n])(?:>[ ]?|#+[ ])|\u00ad|\\(?=[*_.()#-])|\u200b|\ufeff)"
    r"|(?P<blank>[ \t\u00a0\u2000-\u200a\u202f\u3000|]+)"
)
_HYPHEN = re.compile(rf"(?<=[{_LOWER}])-\n(?=[{_LOWER}])(?!(?:og|eller|samt)\b)")
_QUOTE = re.compile(r"(?<![^\s(:,–-])[\"”“„»«](?=\S)[^\"”“„»«]{1,4000}(?<=\S)[\"”“»«](?![\wæøå])")
_SERIES = r"\d{1,2}(?:\.?\s?(?:[-–,+]|og|til)\s?\d{1,2}){0,9}"
_MARKER = re.compile(
    rf"(?:•\s*)?(?:(?:Ad\.?|At)\s?(?:pkt\.?\s|punkt\s|nr\.?\s)?(?:at-?)?{_SERIES}(?![\w/])\s?[.:)]*(?=\s|$|[{_UPPER}])"
    rf"|(?:Indstillings|Beslutnings)?(?:punkt(?:erne|et)?|pkt\.?|indstilling|ansøgning|forslag)\s(?:nr\.?\s)?{_SERIES}\s?[:)](?=\s|$)"
    rf"|\d{{1,2}}(?:\.?\s?[-–]\s?\d{{1,2}})?[.)](?=\s|$|[{_UPPER}])(?!\s?(?:{_LOWER[:3]}behandling|behandling|halvår|kvartal|\d))"
    rf"|[a-h]\)(?=\s))?\s*",
    re.IGNORECASE,
)
_STOP = re.compile(rf"[.!?;](?=\s|$|[{_UPPER}(])|(?<=[{_LOWER}0-9)])(?=[{_UPPER}][{_LOWER}]{{2}})")
_NEVER = frozenset(
    "nr pkt kl jf jfr bl eks ca pr vedr dr hr fr skt st sct sdr ndr chr jr d ad dok art kap tlf inkl ekskl evt "
    "sagsnr j f h.h.v hhv div forv afd adm gl sr fhv".split(),
)
_AMOUNT = frozenset("kr mio mia pct stk m v a o lign pl mv flg".split())
_OPEN_END = re.compile(r"(?:[,+&/-]|\b(?:og|samt|af|for|til|i|på|med|mod|imod|fra|om|at|den|det|de|der|som|ved|stemte|stemmer|bestående))$")
_STARTER = re.compile(
    r"\s*(?:for|imod|hverken|følgende|ingen|indstilling|forslag|ændring|herefter|derefter|der|det|den|de|et|en|udvalg|byråd"
    r"|kommunal|region|godkend|vedtag|tiltråd|anbefal|ad|at|punkt|pkt|medlem|sagen|mødet|afbud|fravær|dermed|borgmester|formand"
    r"|økonomi|begrund|årsag)",
    re.IGNORECASE,
)
_AFTER_NUMBER = re.compile(rf"[{_UPPER}•(]|\\d{{1,3}} [{_LOWER}]{{3}}")
_WRAP = 55
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: `[start, end)` of the reading, marker excluded; `text` has quotations blanked.

    `label` is the marker as written ("Ad 1.", "2)") that holds for it, `number` the marker's first
    number, `bullet` whether it stands in a bullet, `first` whether it begins its line or paragraph.
    """

    start: int
    end: int
    text: str
    label: str = ""
    number: int | None = None
    bullet: bool = False
    first: bool = True
    paragraph: int = 0


class Reading:
    """A passage as plain text with a place in the source for every character.

    `text` has no markup, soft hyphens or divided words and single blanks; `quiet` is the same length
    with what stands in quotation marks blanked by underscores.
    """

    def __init__(self, passage: Passage) -> None:
        """Read `passage`; nothing in it can fail."""
        self._passage = passage
        self.text, self._places = _plain(passage.text)
        self.quiet = _QUOTE.sub(lambda m: m[0][0] + "_" * (len(m[0]) - 2) + m[0][-1], self.text)

    def span(self, start: int, end: int) -> Span:
        """The source span of `[start, end)` of `text`, white space at its ends left out."""
        start, end = trim(self.text, start, end)
        if start >= end:
            return self._passage.extent
        return self._passage.span(self._places[start], self._places[end - 1] + 1)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order; those that are only a marker carry it on to the next."""
        return tuple(_sentences(self.quiet))


def _plain(text: str) -> tuple[str, list[int]]:
    """`text` without markup, and for each character kept its place in `text`."""
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for match in _MARKUP.finditer(text):
        kept.append(text[at : match.start()])
        places.extend(range(at, match.start()))
        new = {"newline": "\n", "bullet": "• ", "blank": " "}.get(match.lastgroup or "", "")
        kept.append(new)
        places.extend([match.start()] * len(new))
        at = match.end()
    kept.append(text[at:])
    places.extend(range(at, len(text)))
    return _join_divided("".join(kept), places)


def _join_divided(text: str, places: list[int]) -> tuple[str, list[int]]:
    """Words divided at a line end put together ("Borger-" / "listen")."""
    kept: list[str] = []
    left: list[int] = []
    at = 0
    for match in _HYPHEN.finditer(text):
        kept.append(text[at : match.start()])
        left.extend(places[at : match.start()])
        at = match.end()
    return "".join(kept) + text[at:], left + places[at:]


def _sentences(quiet: str) -> Iterator[Sentence]:
    label, number = "", None
    for paragraph, (start, end) in enumerate(_blocks(quiet)):
        at, first, inline = start, True, False
        bullet = quiet.startswith("•", start)
        while at < end:
            marker = _MARKER.match(quiet, at, end)
            body = marker.end() if marker else at
            written = quiet[at:body].strip() if first or (marker and marker[0][:1].casefold() == "a") else ""
            body = body if written else at
            if written.strip("• "):
                label, number, inline = written.strip("• "), _first_number(written), body < end
            stop = _sentence_end(quiet, body, end)
            a, b = trim(quiet, body, stop)
            if a < b:
                yield Sentence(a, b, quiet[a:b].replace("\n", " "), label, number, bullet, first, paragraph)
            at, first = max(stop, at + 1), False
        if inline:
            label, number = "", None


def _first_number(marker: str) -> int | None:
    found = re.search(r"\d+", marker)
    return int(found[0]) if found else None


def _blocks(quiet: str) -> Iterator[Span]:
    """Stretches of lines that belong together; a line that only goes on is joined to the one before."""
    lines = [trim(quiet, m.start(), m.end()) for m in re.finditer(r"[^\n]+", quiet) if m[0].strip()]
    width = max((b - a for a, b in lines), default=0)
    start = end = -1
    for a, b in lines:
        if start >= 0 and not _goes_on(quiet, (start, end), (a, b), width):
            yield start, end
            start = a
        start, end = (a if start < 0 else start), b
    if start >= 0:
        yield start, end


def _goes_on(quiet: str, before: Span, line: Span, width: int) -> bool:
    """Whether `line` continues the block `before` it: no end, no new start."""
    head, last = quiet[line[0] : line[1]], quiet[max(before[0], before[1] - 400) : before[1]]
    marker = _MARKER.match(head)
    if head[0] == "•" or (marker and marker[0].strip()):
        return False
    if last[-1] in ".:;?!" and not re.search(r"\b(?:nr|pkt|kl|jf|d|mio|ca|pr|stk)\.$", last):
        return False
    if head[0].islower() or _OPEN_END.search(last):
        return True
    length = len(last) - last.rfind("\n") - 1
    return "\n\n" not in quiet[before[1] : line[0]] and length >= _WRAP and length * 4 >= width * 3


def _sentence_end(quiet: str, start: int, end: int) -> int:
    """The offset past the sentence that begins at `start`."""
    for match in _STOP.finditer(quiet, start + 1, end):
        if match[0] != "." or _ends(quiet, start, match.start(), end):
            return max(match.end(), start + 1)
    return end


def _ends(quiet: str, start: int, dot: int, end: int) -> bool:
    """Whether the full stop at `dot` ends a sentence and not an abbreviation, an ordinal or an initial."""
    rest = quiet[dot + 1 : min(end, dot + _NEAR)]
    after = rest.lstrip()
    if not after:
        return True
    glued = not rest[0].isspace()
    word = re.split(r"[\s(,:+/]", quiet[max(start, dot - 24) : dot])[-1]
    if word.isdecimal():
        return dot - len(word) > start and bool(_AFTER_NUMBER.match(after))
    if after[0].islower() or after[0] in ",;)":
        return False
    folded = word.casefold()
    if glued or folded in _AMOUNT:
        return True
    if len(word) == 1 and word.isupper():
        return _ends_after_letter(quiet[max(start, dot - _NEAR) : dot - 1], after)
    return folded not in _NEVER and not re.fullmatch(r"(?:\w\.)+\w", folded)


def _ends_after_letter(before: str, after: str) -> bool:
    """Whether a capital letter with a full stop is a party at the sentence's end, not an initial."""
    previous = (before.split() or ["X"])[-1]
    if _STARTER.match(after) or previous.casefold() in ("liste", "gruppe", "byrådsgruppe", "lokalliste"):
        return True
    return not (previous[0].isupper() and previous.isalpha()) and not re.match(rf"[{_UPPER}]\.", after)
