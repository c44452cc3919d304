"""Attachments: the titles in a section Bilag.

A title is as written without what the list adds to it: bullet, list number, document number, size,
status and interface words. The order of work: lines, links or wrapped lines joined, entries that
stand on one line cut apart, what is added peeled off, what is no title left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import is_body
from referat_parse.grammar.dates import MONTHS
from referat_parse.models import Attachment
from referat_parse.text import key, trim, unwrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from referat_parse.lexicon import Lexicon
    from referat_parse.text import Passage, Span

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_EDGE_LEFT = re.compile(r"(?:\s|\*{1,3}(?=\S)|\||>(?=\s)|</?[a-zA-Z][^<>\n]{0,200}>)*")
_EDGE_RIGHT = re.compile(r"(?:\s|\*{1,3}|\||<(?:br|/[a-zA-Z]{1,10})[ /]{0,2}>)$")
_LINK = re.compile(
    r"!?\[(?P<md>[^\[\]\n]{1,400})\]\((?:[^()\n]|\([^()\n]{0,200}\)){0,500}\)"
    r"|<a\b[^<>\n]{0,500}>(?P<html>[^<>\n]{1,400})</a>",
    re.IGNORECASE,
)

_TYPE = r"(?:pdf|docx?|xlsx?|xlsm|pptx?|odt|rtf|msg|jpe?g|png|tiff?|zip|html?)"
_SIZE = r"\d[\d.,]{0,9}\s?(?:[kmg]i?b|bytes)"
_YEARS = r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)\d\d|\d\d))?"
_NUMBER = (
    r"(?:\d{3}-(?:19|20)\d\d-\d{1,7}|(?!(?:19|20)\d\d/)\d{3,7}/\d\d|(?:19|20)\d\d[-/]\d{5,7}(?:[ -]\d{1,3})?"
    r"|D(?:19|20)\d\d-\d{1,7}|\d{5,7}-(?:19|20)\d\d|\d\d/(?!(?:19|20)\d\d\b)\d{4,6}(?:-\d{1,4})?)"
)
_DOCUMENT = (
    r"(?:dok(?:ument)?|brev|akt|sags?|acadre|journal)\.?\s?-?(?:nr|id|nummer)?\.?:?\s?[\w/-]{0,16}\d[\d\s/.-]{0,24}"
)
_BRACKET = (
    rf"[(\[]\s?(?:{_TYPE}(?:[\s,;:–-]{{1,3}}{_SIZE})?|{_SIZE}(?:[\s,;:–-]{{1,3}}{_TYPE})?|{_DOCUMENT}"
    rf"|{_NUMBER}(?:(?:,| og) {_NUMBER})?|[A-ZÆØÅ]{{2,5}}-\d[\d./ –-]{{3,40}}"
    rf"|(?=[^()\[\]]*\d{{5}})[A-ZÆØÅ\d][A-ZÆØÅ\d./ –-]{{6,40}}|(?!{_YEARS}\s?[)\]])\d[\d.,/ –-]{{3,20}})\s?[)\]]"
)
_TAIL = rf"(?<=\s)(?:{_NUMBER}|/\d\d)|(?<=[\s,])dok\.?\s?(?:nr|id)?\.?:?\s?[\d/-]{{4,16}}|(?<=[\s,-]){_SIZE}"
_STATUS = r"(?:Åbent?|Lukket|\((?:[Åå]bent?|[Ll]ukket)\))"
_BULLET = re.compile(r"[-–—•*·▪●○‣]+[ \t\u00a0]+|#{1,6}[ \t]+|[a-z]\)[ \t\u00a0]+")
_LISTED = re.compile(r"(?P<number>\d{1,3})(?P<dot>[.):])?[ \t\u00a0]+(?:[-–][ \u00a0])?(?=\S)")
_DEEP = re.compile(r"\d{1,4}\.(?P<number>\d{1,2})\.?[ \t\u00a0]+(?=[A-ZÆØÅ])")
_MARKED = re.compile(rf"(?:{_BULLET.pattern}|\d{{1,3}}[.):][ \t\u00a0]|{_NUMBER}(?:\s|$))")
_DANGLING = re.compile(
    r"(?:[-–,&/]|\b(?:og|i|af|til|for|om|med|på|fra|ved|vedr\.?|vedrørende|samt|den|det|de|en|et|over|under|eller|mellem))$"
)
_FILE = re.compile(rf"\.{_TYPE}$", re.IGNORECASE)
_PROSE = re.compile(r"[a-zæøå]{3,}\. [A-ZÆØÅ]")
_GLYPH = re.compile(
    r"(?:PDF|DOCX?|XLSX?|PPTX?|JPE?G|PNG|MSG|pdf|docx?|xlsx?|pptx?|jpe?g|png|msg|Pdf|Docx?|Xlsx?|Pptx?)"
    r"(?:(?=[A-ZÆØÅ])(?:(?<=[a-z])|(?=[A-ZÆØÅ]+[a-zæøå .\d-]))|(?=\d)|[ \u00a0-]+(?=[A-ZÆØÅ0-9]))"
    r"|(?:Word|Excel|PowerPoint)(?=[A-ZÆØÅ])"
)
"""The name of a file's type that an icon left before the title: "PDFBilag 1", "pdf Bilag 1"."""
_LONG_TITLE, _LONG_PROSE = 400, 140


def read_attachments(passage: Passage, lexicon: Lexicon) -> list[Attachment]:
    """The attachments that the body of a section Bilag lists, in order; none for "Ingen" or "-"."""
    words = _words(lexicon)
    text = passage.text
    spans = [span for entry in _entries(text) for span in _cut(text, entry, words)]
    spans = [span for entry in spans if (span := _peel(text, entry, words))]
    if len(spans) == 1:
        spans = _by_comma(text, spans[0], words)
    spans = [span for span in _unnumber(text, spans) if _is_title(text[slice(*span)], lexicon)]
    return [Attachment(title=unwrap(text[a:b]), span=passage.span(a, b)) for a, b in spans]


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicon's interface texts, compiled: at a title's start, at its end, and an icon's text.

    `cut` is what ends a title before the next on one line: "(dok.nr. 118204/15)", "(Åbn bilag)";
    `modifier` begins what only says more about the title before the comma: ", udkast af 2. april".
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    icon: re.Pattern[str]
    cut: re.Pattern[str]
    modifier: re.Pattern[str]


@cache
def _words(lexicon: Lexicon) -> _Words:
    table = lexicon.table("attachments")
    icon, before, behind, status, modifier = (
        "|".join([*(e.pattern for e in table.values(value) if e.pattern), *_escaped(lexicon, value)])
        for value in ("icon", "before", "after", "status", "modifier")
    )
    after = f"{before}|{behind}"
    bracket = rf"{_BRACKET}|[(\[]\s?(?:{after}|{status})\s?[)\]]"
    flags = re.IGNORECASE
    return _Words(
        re.compile(rf"(?:{icon}|{before})\s*", flags),
        re.compile(rf"(?:{bracket}|{_TAIL}|(?<=\s)(?:{after}))$", flags),
        re.compile(rf"(?:{icon})(?=\s)", flags),
        re.compile(rf"(?:{bracket})\s+(?=(?-i:[A-ZÆØÅ0-9]))", flags),
        re.compile(rf"(?:{modifier})\b", flags),
    )


def _escaped(lexicon: Lexicon, value: str) -> Iterator[str]:
    return (re.escape(word) for entry in lexicon.table("attachments").values(value) for word in entry.words)


# -- lines to entries


def _entries(text: str) -> list[Span]:
    """Stretches of `text` that hold one title or, cut by form later, several: links, else joined lines."""
    entries: list[Span] = []
    lines = list(_lines(text))
    spaced = len(lines) > 1 and all("\n" in text[a[1] : b[0]].replace("\n", "", 1) for a, b in pairwise(lines))
    linked = False
    for span in lines:
        links = [m.span("md" if m["md"] else "html") for m in _LINK.finditer(text, *span)]
        if links:
            entries += (trim(text, *link) for link in links)
        elif entries and not linked and _continues(text, entries[-1], span, spaced=spaced):
            entries[-1] = (entries[-1][0], span[1])
        else:
            entries.append(span)
        linked = bool(links)
    return entries


def _lines(text: str) -> Iterator[Span]:
    for match in _LINE.finditer(text):
        start, end = match.span()
        edge = _EDGE_LEFT.match(text, start, end)
        start = edge.end() if edge else start
        while start < end and (right := _EDGE_RIGHT.search(text, max(start, end - 30), end)):
            end = right.start()
        if start < end:
            yield start, end


def _continues(text: str, before: Span, line: Span, *, spaced: bool) -> bool:
    """Whether `line` is the rest of the entry `before`; `spaced`: blank lines stand between all lines."""
    one, two = text[max(before[0], before[1] - 40) : before[1]], text[slice(*line)]
    if two.startswith("(") and not _FILE.search(two):
        return True
    if _MARKED.match(two) or _GLYPH.match(two) or _FILE.search(one) or one.endswith(")"):
        return False
    if " " not in two and (_FILE.search(two) or "_" in two or two.count("-") > 1):
        return False  # a file's name
    if "\n" in text[before[1] : line[0]].replace("\n", "", 1):
        return spaced and bool(_DANGLING.search(one))
    return two[0].islower() or bool(_DANGLING.search(one) or _MARKED.match(text, *before))


# -- one entry to several


def _cut(text: str, span: Span, words: _Words) -> list[Span]:
    """The entry cut where one title ends and another begins on the same line."""
    part = text[slice(*span)]
    cuts = {at for rule in _CUTS for at in rule(part)}
    cuts |= {match.end() for match in words.cut.finditer(part)} | {m.start() for m in words.icon.finditer(part)}
    edges = [0, *sorted(cuts), len(part)]
    return [trim(text, span[0] + a, span[0] + b) for a, b in pairwise(edges) if part[a:b].strip()]


def _after_files(part: str) -> Iterator[int]:
    """Behind a file type that the next title is glued to, or that a capital follows: "a.pdfBilag 2"."""
    for match in _GLUED_FILE.finditer(part):
        yield match.end()


def _before_named(part: str) -> Iterator[int]:
    """Before "Bilag 2" when it is glued, or when it follows "Bilag 1" in the same line."""
    expected = None
    for match in _NAMED.finditer(part):
        number, at = int(match["number"]), match.start()
        glued = at > 0 and not part[at - 1].isspace() and part[at - 1] not in "(\"'”„/_-"
        before = part[max(0, at - 30) : at].rstrip()
        follows = number == expected and not _DANGLING.search(before) and not before.endswith("jf.")
        if glued or follows:
            yield at
        if at == 0 or glued or follows:
            expected = number + 1


def _before_status(part: str) -> Iterator[int]:
    """Before list number or document number with status: "1 Åben Titel 61244/15 2 Åben Titel"."""
    for match in _STATUS_LIST.finditer(part):
        yield match.start()


def _before_open(part: str) -> Iterator[int]:
    """Before each "Åben" of a line that is a row of titles with their status: "Åben Kort Åben Brev"."""
    if _OPEN.match(part):
        for match in re.finditer(rf"(?<=\s){_OPEN.pattern}", part):
            yield match.start()


def _before_numbers(part: str) -> Iterator[int]:
    """Before "2." in "1. Titel, 2. Titel": numbers in sequence behind a comma, bracket or line end."""
    expected = 2 if re.match(r"1[.)]\s", part) else None
    for match in _INLINE_NUMBER.finditer(part) if expected else ():
        if int(match["number"]) == expected and match["word"].casefold() not in MONTHS:
            yield match.start("number")
            expected += 1


def _before_residue(part: str) -> Iterator[int]:
    """Before "X indstiller" that is glued to the last title."""
    match = _RESIDUE.search(part)
    if match:
        yield match.start()


def _at_gaps(part: str) -> Iterator[int]:
    """At a tab or a wide gap: columns; not behind a number or "Bilag 1", which belong to the title."""
    for match in re.finditer(r"\t|[ \u00a0]{4,}|(?<=[a-zæøå)]) {2,3}(?=[A-ZÆØÅ][a-zæøå])", part):
        if not _HANGING.search(part[max(0, match.start() - 20) : match.start()]):
            yield match.start()


def _at_semicolons(part: str) -> Iterator[int]:
    for match in re.finditer(r";\s", part):
        yield match.end()


_GLUED_FILE = re.compile(rf"\.{_TYPE}(?=(?-i:[A-ZÆØÅ0-9])|\s+(?-i:[A-ZÆØÅ0-9]))|\.pdf(?=[a-zæøå])", re.IGNORECASE)
_NAMED = re.compile(r"(?:Bilag|BILAG)[ \u00a0](?P<number>\d{1,3})(?!\d)")
_STATUS_LIST = re.compile(rf"(?<![^\s])(?:\d{{1,2}}\s+{_STATUS}\s|{_NUMBER}\s?{_STATUS}\s?(?=[A-ZÆØÅ0-9]))")
_HANGING = re.compile(r"(?:^|\s)(?:[Bb]ilag \d{1,3}\w?[:.–-]?|\d{1,3}[.)]?|[-–•*·])$")
_WHOLE = re.compile(r"[a-zæøå]{4,}(?: [\w-]+)? (?:fra|om|over|til|vedr\.?|vedrørende|på|af|for) \w")
_INLINE_NUMBER = re.compile(r"(?<=[,;)\n])\s*(?P<number>\d{1,3})[.)]\s+(?P<word>\w{1,20})")
_RESIDUE = re.compile(
    r"(?<=[a-zæøå0-9.)])(?=[A-ZÆØÅ][^.\n]{2,140}\s(?:indstiller|foreslår|anbefaler)[,:]?(?:\sat)?\s*$)"
)
_CUTS: tuple[Callable[[str], Iterator[int]], ...] = (
    _after_files,
    _before_named,
    _before_status,
    _before_open,
    _before_numbers,
    _before_residue,
    _at_gaps,
    _at_semicolons,
)


def _by_comma(text: str, span: Span, words: _Words) -> list[Span]:
    """A single line "Titel, Titel, Titel" as its titles: each a capital's or, small, whole by its preposition."""
    part = text[slice(*span)]
    if _FILE.search(part) or _NAMED.match(part) or "\n" in part:
        return [span]
    commas = [match.start() for match in re.finditer(r",\s(?![^()]{0,200}\))", part)]
    edges = [-1, *commas, len(part)]
    parts = _with_modifiers(text, [trim(text, span[0] + a + 1, span[0] + b) for a, b in pairwise(edges)])
    titled = all(_stands_alone(text[a:b], words) for a, b in parts)
    return parts if titled and not (len(parts) == 2 and _is_owner(text[slice(*parts[1])])) else [span]  # noqa: PLR2004


def _with_modifiers(text: str, parts: list[Span]) -> list[Span]:
    """The parts with "version 3" joined to the title before it, if there are other titles besides."""
    joined: list[Span] = []
    for a, b in parts:
        if joined and text[a].islower() and _VERSION.fullmatch(text[a:b]):
            joined[-1] = (joined[-1][0], b)
        else:
            joined.append((a, b))
    return joined


_VERSION = re.compile(r"(?:version|udgave|revision|udkast|del|etape|side|rev\.?|nr\.?) ?\d{1,3}(?:\.\d{1,2})?")


def _stands_alone(part: str, words: _Words) -> bool:
    """Whether what stands between commas can be a title: "Skitse", "vurdering fra mægler"; not "rettet", "udkast"."""
    if part[:1].isupper():
        return len(part) > 2  # noqa: PLR2004  shorter is no title
    return bool(_WHOLE.match(part)) and not words.modifier.match(part) and " og " not in part


def _is_owner(part: str) -> bool:
    """Whether the part behind a title's comma is whose it is: "Notat, Økonomiudvalget", "Notat, ØU"."""
    return part.isupper() or (len(part) > 5 and is_body(part))  # noqa: PLR2004  short words are no names of bodies


# -- an entry to its title

_PLACE = re.compile(rf"(?:\d{{1,2}}\s+{_STATUS}\s+|{_NUMBER}(?:\s+|$|(?={_STATUS}))(?:{_STATUS}\s+)?)")
_OPEN = re.compile(r"(?:Åben|Åbent|Lukket) (?=[A-ZÆØÅ])")
_LOOSE_END = re.compile(r"[\s,;|]$|\s[-–]$")


def _peel(text: str, span: Span, words: _Words) -> Span | None:
    """The span without bullet, document number, size, status and interface text; None if nothing is left."""
    start, end = trim(text, *span)
    for pattern in (_BULLET, words.before, _GLYPH, _PLACE, words.before, _OPEN):
        match = pattern.match(text, start, end)
        start = match.end() if match else start
    while start < end:
        match = words.after.search(text, max(start, end - 90), end)
        if match:
            end = match.start()
        elif _LOOSE_END.search(text, max(start, end - 2), end):
            end -= 1
        else:
            return trim(text, start, end)
    return None


def _unnumber(text: str, spans: list[Span]) -> list[Span]:
    """The spans without list numbers, if they are a list's: 1, 2, 3 …, 86.1, 86.2 … or a single "1." before a capital."""
    deep = [_DEEP.match(text, a, b) for a, b in spans]
    if spans and [int(m["number"]) if m else 0 for m in deep] == list(range(1, len(spans) + 1)):
        return [(m.end(), b) for m, (_, b) in zip(deep, spans, strict=True) if m]
    matches = [_LISTED.match(text, a, b) for a, b in spans]
    numbers = [int(match["number"]) for match in matches if match]
    if len(numbers) != len(spans) or numbers != list(range(1, len(numbers) + 1)):
        return spans
    if len(spans) == 1 and matches[0] and not (matches[0]["dot"] and text[matches[0].end()].isupper()):
        return spans
    return [(match.end(), b) for match, (_, b) in zip(matches, spans, strict=True) if match]


def _is_title(written: str, lexicon: Lexicon) -> bool:
    """Whether what is left is a title: not "Ingen", no line of the interface, no prose."""
    if not any(char.isalpha() for char in written) or len(written) > _LONG_TITLE:
        return False
    if len(written) > _LONG_PROSE and _PROSE.search(written):
        return False
    return lexicon.table("attachments").whole(key(written)) not in ("none", "noise")
