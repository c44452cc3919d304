"""Recommendations (indstillinger): who recommends, and the points.

A point is what stands behind "at": a line of its own ("at …", "1. at …", "- at …", "At 1) …"), a
numbered line or bullet behind a lead that ends with "at", a number in the run of a line, or the rest
of the sentence "X indstiller, at …". A point's text begins at its "at" where that is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from referat_parse.grammar.dates import MONTHS
from referat_parse.interpret.recommender import Lead, find_lead, name_recommender
from referat_parse.models import Point
from referat_parse.text import unwrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.lexicon import Lexicon
    from referat_parse.text import Passage

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_EDGE = re.compile(r"(?:[ \t\u00a0|>]|\*{2,3}(?=\S)|</?[a-zA-Z][^<>\n]{0,80}>)*")
_MARK = re.compile(
    r"(?:(?P<number>\d{1,2}(?=[.)]|[ \u00a0]{2})|[a-zA-Z](?=\)))(?:[.)](?=[Aa]t\s)|[.)]?\s{1,80})"
    r"|(?P<bullet>[-–—•*·▪●○‣])\s{1,80})?"
    r"(?P<at>(?:[Aa]t|AT)(?=[\s|:]|$)(?:[ \u00a0](?P<inner>\d{1,2}|[a-z])(?=[.):](?:\s|$)))?"
    r"|At(?=(?![telmoy])[a-zæøå]{3}))?"
)
_MONTH = re.compile(rf"(?:{'|'.join(MONTHS)})\b", re.IGNORECASE)
_PIPED_AT = re.compile(r"[Aa]t\s{0,5}\|\s{0,5}")
_INLINE = re.compile(
    r"(?:(?:[^.:\n]|\n(?!\s*\n)){0,160}?,|\s+(?:til|over ?for|via)\s[^.:\n]{1,160}?|\s+(?:derfor|følgende))?"
    r"\s+(?P<at>[Aa]t)\s+(?=\S)"
)
_RUN_ON = re.compile(r"[^.\n]{0,200}?(?:\bat|,|:)[:,]?[ \u00a0]+(?=(?:1[.)]|a\))[ \u00a0])")
_NUMBERED = re.compile(r"(?<=\s)(?:(?P<digits>\d{1,2})[.)]|(?P<letter>[a-z])\))\s+(?P<word>\w{1,30})")
_CAPITAL_AT = re.compile(r"[,;]\s+(?=At\s)")
_PARAGRAPH = re.compile(r"\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:kr|pct|mio|mia|pr|jf|nr|inkl|ekskl|stk|kap|bl\.a|ca|evt|m\.?v|m\.m|f\.eks|vedr|ang|hhv|kl|d|s|adm|dvs|matr|tkr)"
    r"|(?<!\d)\d{1,2})$",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(r"(?:(?:,|\s)\s*(?:og|samt)|,|;|\||\*{2,3}|<br ?/?>|</\w{1,10}>|\s)$")
_GOES_ON = re.compile(r"(?:[,&:-]|\b(?:og|for|i|af|på|samt|til|med|at))$")
_MORE = re.compile(r"(?:[.;]|\b(?:og|samt))$")
_AUTHOR = re.compile(r"\([A-ZÆØÅ][^()\n]{2,120}\)$")


def read_recommendation(passage: Passage, heading: str | None, lexicon: Lexicon) -> tuple[str | None, list[Point]]:
    """Who recommends (None if nobody is named) and the points of the recommendation in `passage`.

    `heading` is the section's heading, which may hold the lead ("Forvaltningen indstiller, at").
    """
    words = _words(lexicon)
    text = passage.text
    marks = list(_marks(text))
    goes_on = bool(re.search(r"\bat\W*$", heading or ""))
    lead = None if goes_on else find_lead(text, next((mark.start for mark in marks if mark.at), len(text)), lexicon)
    spans = _points(text, marks, lead, words)
    if not spans and goes_on:
        spans = [(None, 0, _end(text, 0, len(text), words))]
    spans = [part for span in spans for part in _apart(text, span)]
    points = [Point(number=n, text=unwrap(text[a:b]), span=passage.span(a, b)) for n, a, b in spans if _says(text[a:b])]
    return name_recommender(text, heading, lead, lexicon), points


_Span = tuple[str | None, int, int]
"""A point's number and where its text is."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicon's words, compiled: what ends a lead's line, a line that only repeats the lead, ordinals.

    `passing` ends a lead that hands on: "… at udvalget indstiller til byrådet".
    """

    ending: re.Pattern[str]
    passing: re.Pattern[str]
    residue: re.Pattern[str]
    ordinals: frozenset[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    table = lexicon.table("recommendation")
    by = {value: [word for e in table.values(value) for word in e.words] for value in {e.value for e in table.entries}}
    lead = "|".join(map(re.escape, [*by.get("recommends", []), *by.get("impersonal", [])]))
    every = "|".join([lead, *map(re.escape, by.get("decides", []))])
    return _Words(
        re.compile(rf"\b(?:(?:{every})[,:]?(?:\s+at)?|at):?$", re.IGNORECASE),
        re.compile(rf"\b(?:{lead})\s+(?:til|over ?for)\s[^.:]{{1,80}}$", re.IGNORECASE),
        re.compile(rf"[A-ZÆØÅ][^.:\n]{{2,140}}\s(?:{lead})[,:]?(?:\s+at)?$"),
        frozenset(MONTHS) | frozenset(by.get("ordinal", [])),
    )


@dataclass(frozen=True, slots=True)
class _Mark:
    """A line that begins with a number, bullet or "at": where it begins, and where its text does."""

    start: int
    body: int
    number: str | None
    at: bool
    style: str
    indent: int


def _marks(text: str) -> Iterator[_Mark]:
    """The marked lines; a mark alone on its line ("1." / "at" / text) goes on to the next."""
    done = 0
    for line in _LINE.finditer(text):
        edge = _EDGE.match(text, *line.span())
        start = edge.end() if edge else line.start()
        match = _MARK.match(text, start)
        if start < done or not match or not match[0]:
            continue
        style = _style(match)
        body = match.start("at") if match["at"] else match.end()
        piped = _PIPED_AT.match(text, body)
        if style == "number" and _MONTH.match(text, body):
            continue  # a date at the line's start
        done = match.end()
        number = match["number"] or match["inner"]
        yield _Mark(start, piped.end() if piped else body, number, bool(match["at"]), style, start - line.start())


def _style(match: re.Match[str]) -> str:
    """What a mark is: number, letter, bullet or a bare "at"; marks of another style are sub-points."""
    if match["number"]:
        return "number" if match["number"].isdigit() else "letter"
    return "bullet" if match["bullet"] else "at"


def _points(text: str, marks: list[_Mark], lead: Lead | None, words: _Words) -> list[_Span]:
    """The points in order: what the lead's own sentence says, then the marked lines."""
    chosen = _choose(text, [mark for mark in marks if not lead or mark.start >= lead.end], words)
    limit = chosen[0].start if chosen else len(text)
    spans = _inline(text, lead.end, limit, chosen, words) if lead else []
    ends = [*(mark.start for mark in chosen[1:]), len(text)]
    for mark, end in zip(chosen, ends, strict=False):  # no marks, no points
        spans.append((mark.number, mark.body, _end(text, mark.body, end, words)))
    return spans


def _choose(text: str, marks: list[_Mark], words: _Words) -> list[_Mark]:
    """The marks that begin points: from the first "at" on, of its style; a line that only leads is none."""
    first = next((i for i, mark in enumerate(marks) if mark.at), 0)
    while first + 1 < len(marks) and marks[first].style == "at":
        tail = text[marks[first].body : marks[first + 1].start].rstrip()[-80:]
        if not words.ending.search(tail):
            break
        first += 1
    if first >= len(marks):
        return []
    head = marks[first]
    return [
        mark
        for mark in marks[first:]
        if (mark.style == head.style or (mark.at and head.at)) and mark.indent <= head.indent + 3
    ]


def _inline(text: str, start: int, limit: int, marks: list[_Mark], words: _Words) -> list[_Span]:
    """The points in the run of the lead's sentence: numbered ("at 1. … 2. …") or the one behind "at"."""
    run = _RUN_ON.match(text, start, limit)
    if run:
        return _run_on(text, run.end(), limit, words)
    match = _INLINE.match(text, start, limit)
    if not match:
        return []
    begin = match.start("at")
    end = _sentence_end(text, begin, _end(text, begin, limit, words))
    tail = text[max(begin, limit - 80) : limit].rstrip()
    leads = words.ending.search(tail) or words.passing.search(tail) or tail.endswith(":")
    if marks and (leads or (marks[0].style != "at" and not _MORE.search(tail))):
        return []  # the sentence only leads to the marked lines
    return [(None, begin, end)]


def _run_on(text: str, start: int, limit: int, words: _Words) -> list[_Span]:
    """The points of "1. … 2. … 3. …" in running text; "2. behandling" and "2. april" are no numbers."""
    blank = _PARAGRAPH.search(text, start, limit)
    limit = blank.start() if blank else limit
    begins: list[re.Match[str]] = []
    for match in _NUMBERED.finditer(text, max(0, start - 1), limit):
        following = len(begins) + 1 == int(match["digits"] or ord(match["letter"] or "`") - ord("`"))
        same = not begins or bool(begins[0]["letter"]) == bool(match["letter"])
        if following and same and match["word"].casefold() not in words.ordinals:
            begins.append(match)
    ends = [*(match.start() for match in begins[1:]), limit]
    return [
        (match["digits"] or match["letter"], match.start("word"), _end(text, match.start("word"), end, words))
        for match, end in zip(begins, ends, strict=False)  # none begins, none ends
    ]


def _end(text: str, start: int, limit: int, words: _Words) -> int:
    """Where the point that begins at `start` ends: with its paragraph, before a line that is none of it."""
    end = start
    for line in _LINE.finditer(text, start, limit):
        content = line[0].strip()
        if not content:
            continue
        apart = end > start and "\n" in text[end : line.start()].replace("\n", "", 1)
        goes_on = content[0].islower() or _GOES_ON.search(text[max(start, end - 12) : end].rstrip())
        if end > start and ((apart and not goes_on) or words.residue.fullmatch(content) or _AUTHOR.fullmatch(content)):
            break
        end = line.end()
    while end > start and (loose := _LOOSE_END.search(text, max(start, end - 16), end)):
        end = loose.start()
    return end


def _sentence_end(text: str, start: int, limit: int) -> int:
    """The end of the sentence that begins at `start`; abbreviations and ordinals end none."""
    for match in _SENTENCE_END.finditer(text, start, limit):
        if not _ABBREVIATION.search(text[max(start, match.start() - 8) : match.start()]):
            return match.start() + 1
    return limit


def _apart(text: str, span: _Span) -> Iterator[_Span]:
    """The span, or what it says in one run with capitals: "At skuret males, At døren skiftes"."""
    number, start, end = span
    for match in _CAPITAL_AT.finditer(text, start, end) if text[start : start + 3] == "At " else ():
        yield number, start, match.start()
        number, start = None, match.end()
    yield number, start, end


def _says(written: str) -> bool:
    """Whether a point says anything beyond its "at"."""
    return sum(char.isalpha() for char in written[:60]) > 2  # noqa: PLR2004  "at" is two letters
