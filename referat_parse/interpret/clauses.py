"""A passage made readable: markup out, quotations blanked, cut into sentences, every offset kept.

Decisions come as one run-on line, as bullets, as answers to points ("Ad 1."), wrapped at page width
or with a blank line after every line; what reads them sees sentences with their marker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from referat_parse.interpret.phrases import search, words
from referat_parse.text import trim

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.lexicon import Lexicon, Table
    from referat_parse.text import Passage, Span

_UPPER = "A-ZÆØÅÉÖÄÜ"
_LOWER = "a-zæøåéöäü"
_MARKUP = re.compile(
    r"(?P<newline>[ \t\u00a0]*+(?:<br[ ]?/?>[ \t\u00a0]*+)?\r?\n[ \t\u00a0]*+|<br[ ]?/?>"
    r"|[\f\v\x1c-\x1e\x85\u2028\u2029])"
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
_STOP = re.compile(
    rf"[.!?;](?=\s|$|[{_UPPER}(])|(?<=[{_LOWER}0-9)])(?=[{_UPPER}][{_LOWER}]{{2}})|(?<=,)(?=\d{{1,2}}\. at\b)"
)
_AFTER_NUMBER = re.compile(rf"[{_UPPER}•(]|\d{{1,3}} [{_LOWER}]{{3}}")
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

    def __init__(self, passage: Passage, lexicon: Lexicon) -> None:
        """Read `passage`; nothing in it can fail."""
        self._passage = passage
        self._table = lexicon.table("clauses")
        self.text, self._places = _plain(passage.text)
        self.quiet = _QUOTE.sub(lambda m: m[0][0] + "_" * (len(m[0]) - 2) + m[0][-1], self.text)

    def span(self, start: int, end: int) -> Span:
        """The source span of `[start, end)` of `text`, white space at its ends left out."""
        start, end = trim(self.text, start, end)
        if start >= end:
            return self._passage.extent
        return self._passage.span(self._places[start], self._places[end - 1] + 1)

    def written(self, start: int, end: int) -> str:
        """`[start, end)` of `text` as it stands in the passage, markup and line breaks kept."""
        return self._passage.text[self._places[start] : self._places[end - 1] + 1] if start < end else ""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order; those that are only a marker carry it on to the next."""
        return tuple(_sentences(self.quiet, self._table))


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


def _sentences(quiet: str, table: Table) -> Iterator[Sentence]:
    label, number = "", None
    for paragraph, (start, end) in enumerate(_blocks(quiet, table)):
        at, first, inline = start, True, False
        bullet = quiet.startswith("•", start)
        while at < end:
            written, body = _marker(quiet, at, end, first=first)
            if written.strip("• "):
                label, number, inline = written.strip("• "), _first_number(written), body < end
            stop = _sentence_end(quiet, body, end, table)
            a, b = trim(quiet, body, stop)
            if a < b:
                text = quiet[a:b].replace("\n", " ")
                yield Sentence(a, b, text, label, number, bullet, first, paragraph)
            at, first = max(stop, at + 1), False
        if inline:
            label, number = "", None


def _marker(quiet: str, at: int, end: int, *, first: bool) -> tuple[str, int]:
    """The marker at `at`, as written, and where what it marks begins; inside a line only "Ad N"."""
    match = _MARKER.match(quiet, at, end)
    written = match[0].strip() if match and (first or match[0][:1].casefold() == "a") else ""
    return (written, match.end()) if match and written else ("", at)


def _first_number(marker: str) -> int | None:
    found = re.search(r"\d+", marker)
    return int(found[0]) if found else None


def _blocks(quiet: str, table: Table) -> Iterator[Span]:
    """Stretches of lines that belong together; a line that only goes on is joined to the one before."""
    lines = [trim(quiet, m.start(), m.end()) for m in re.finditer(r"[^\n]+", quiet) if m[0].strip()]
    width = max((b - a for a, b in lines), default=0)
    start = end = -1
    for a, b in lines:
        if start >= 0 and not _goes_on(quiet, (start, end), (a, b), width, table):
            yield start, end
            start = a
        start, end = (a if start < 0 else start), b
    if start >= 0:
        yield start, end


def _goes_on(quiet: str, before: Span, line: Span, width: int, table: Table) -> bool:
    """Whether `line` continues the block `before` it: no end, no new start."""
    head, last = quiet[line[0] : line[1]], quiet[max(before[0], before[1] - 400) : before[1]]
    marker = _MARKER.match(head)
    if head[0] == "•" or (marker and marker[0].strip()):
        return False
    if last[-1] in ".:;?!" and not re.search(r"\b(?:nr|pkt|kl|jf|d|mio|ca|pr|stk)\.$", last):
        return False
    if head[0].islower() or search(table, "open_end", last):
        return True
    length = len(last) - last.rfind("\n") - 1
    return "\n\n" not in quiet[before[1] : line[0]] and length >= _WRAP and length * 4 >= width * 3


def _sentence_end(quiet: str, start: int, end: int, table: Table) -> int:
    """The offset past the sentence that begins at `start`."""
    for match in _STOP.finditer(quiet, start + 1, end):
        if match[0] == "." and _in_bracket(quiet, start, match.start(), end):
            continue
        if match[0] != "." or _ends(
            quiet, start, match.start(), quiet[match.start() + 1 : min(end, match.start() + _NEAR)], table
        ):
            return max(match.end(), start + 1)
    return end


def _in_bracket(quiet: str, start: int, dot: int, end: int) -> bool:
    """Whether the full stop at `dot` stands in a bracket that closes soon: "(Kr. Bo Krag)"."""
    opened = quiet.rfind("(", max(start, dot - _NEAR), dot)
    closes = quiet.find(")", dot, min(end, dot + _NEAR))
    return (
        opened >= 0
        and closes >= 0
        and ")" not in quiet[opened:dot]
        and "(" not in quiet[dot:closes]
        and dot + 1 < closes
    )


def _ends(quiet: str, start: int, dot: int, rest: str, table: Table) -> bool:
    """Whether the full stop at `dot`, before `rest`, ends a sentence: it is of no abbreviation, ordinal or initial."""
    after = rest.lstrip()
    if not after:
        return True
    word = re.split(r"[\s(,:+/]", quiet[max(start, dot - 24) : dot])[-1]
    if word.isdecimal():
        return dot - len(word) > start and bool(_AFTER_NUMBER.match(after))
    if after[0].islower() or after[0] in ",;)":
        return False
    folded = word.casefold()
    if not rest[0].isspace() or folded in words(table, "amount"):
        return True
    if len(word) == 1 and word.isupper():
        return _ends_after_letter(quiet[max(start, dot - _NEAR) : dot - 1], after, table)
    return folded not in words(table, "abbreviation") and not re.fullmatch(r"(?:\w\.)+\w", folded)


def _ends_after_letter(before: str, after: str, table: Table) -> bool:
    """Whether a capital letter with a full stop is a party at the sentence's end, not an initial."""
    previous = (before.split() or ["X"])[-1]
    if search(table, "starter", after) or previous.casefold() in ("liste", "gruppe", "byrådsgruppe", "lokalliste"):
        return True
    return not (previous[0].isupper() and previous.isalpha()) and not re.match(rf"[{_UPPER}]\.", after)
