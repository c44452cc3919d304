"""Case numbers (sagsnumre, journalnumre) and the lines that give them.

Schemes: `kle` (27.00.00-A00-1-20, 28.06.04A30, 18.00Ø00 - 2015/00812), `sbsys` (22/12931), `emn`
(EMN-2025-010561 and other letter codes), `sag` (S2021-214, SAG-2024-12345), `year-serial`
(2024-000312, 25-001203), `polweb` (326-2010-61208), `br` (BR 411/07), `region` (1-30-72-13-16).
Dates, amounts, clock times and years are none: in free text a form must be one that only case
numbers have; after a label ("Sagsnr.:") the looser forms count too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse import lexicon as lexicons
from referat_parse.grammar.case_labels import OWNER_CODE, Labels, folded, labels_of
from referat_parse.models import Kle
from referat_parse.text import flat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.lexicon import Lexicon
    from referat_parse.text import Span

_YEAR = r"(?:19|20)\d\d"
_FACET = r"[A-ZÆØÅ]\d\d"
_SERIAL = r"(?:-\d{1,6}(?:-(?:\d{4}|\d\d))?)?"
_ACADRE = rf"(?:[ \u00a0]?[-–][ \u00a0]?{_YEAR}/\d{{3,7}})?"
_FORMS = {
    "kle": rf"(?:\d\d\.\d\d\.\d\d(?:[-+.]?{_FACET}{_SERIAL}| {_FACET}-\d{{1,6}}(?:-\d\d)?|-\d{{1,6}}-(?:\d{{4}}|\d\d))"
    rf"|\d\d\.\d\d[-+]?{_FACET}{_SERIAL}){_ACADRE}",
    "br": r"BR[ \u00a0]\d{1,4}/\d\d",
    "sag": rf"S{_YEAR}-\d{{1,7}}|SAG-{_YEAR}-\d{{2,8}}",
    "emn": rf"(?!MOD|DOK)[A-ZÆØÅ]{{3,5}}-{_YEAR}-\d{{2,8}}",
    "polweb": rf"\d{{3}}-{_YEAR}-\d{{1,7}}",
    "year": rf"{_YEAR}[-/]\d{{5,8}}|\d{{5,7}}-{_YEAR}|\d\d-\d{{5,7}}",
    "region": r"1-\d\d(?:-\d{1,4}){3,4}",
    "sbsys": rf"\d\d/(?!{_YEAR}(?!\d))\d{{4,6}}(?:-\d{{1,3}})?",
}
_LOOSE = {
    **_FORMS,
    "bare_kle": r"\d\d\.\d\d\.\d\d|[A-ZÆØÅ]\d\d",
    "year": rf"{_FORMS['year']}|{_YEAR}[-/]\d{{1,4}}",
    "sbsys": r"\d\d/\d{1,7}(?:-\d{1,3})?",
}
_NAMES = {"bare_kle": "kle", "year": "year-serial"}
_BEFORE, _AFTER = r"(?<![\w,/])(?<!\d\.)(?<![A-ZÆØÅ\d]-)", r"(?!\d)(?![.,/-]\d)"


def _pattern(forms: dict[str, str]) -> str:
    return "(?:" + "|".join(f"(?P<{name}>{form})" for name, form in forms.items()) + ")" + _AFTER


_FREE = re.compile(_BEFORE + _pattern(_FORMS))
_VALUE = re.compile(_pattern(_LOOSE))
_ALONE = re.compile(_pattern(_FORMS | {"short": rf"\d\d/(?!{_YEAR})\d{{3}}"}))
_NUMBER = re.compile(r"[A-ZÆØÅa-zæøå]{0,4}\d[\d./+-]*(?:[A-ZÆØÅ]\d\d)?(?![A-Za-z])")
_KLE = re.compile(
    rf"(?P<code>\d\d\.\d\d(?:\.\d\d)?)[-+. ]?(?P<facet>{_FACET})?"
    rf"(?:-(?P<serial>\d{{1,6}}))?(?:-(?P<year>\d{{4}}|\d\d))?{_ACADRE}"
)


@dataclass(frozen=True, slots=True)
class Case:
    """A case number found at `[start, end)` of the text that was searched; `value` as written."""

    start: int
    end: int
    value: str
    scheme: str


def find_cases(text: str) -> Iterator[Case]:
    """Every case number in free `text`, in order; only forms that nothing else has."""
    for match in _FREE.finditer(text):
        name = match.lastgroup or ""
        yield Case(match.start(), match.end(), match[0], _NAMES.get(name, name))


def read_case(value: str) -> str | None:
    """The scheme of a value that is stated as a case number; None if its form is not known."""
    match = _VALUE.fullmatch(flat(value))
    name = match.lastgroup if match else None
    return _NAMES.get(name, name) if name else None


def read_kle(value: str, lexicon: Lexicon) -> Kle | None:
    """The KLE parts of a value that is stated as a case number; None if it is not of that form.

    A two-digit year is of the century that makes it 1970 to 2069. A main group that the lexicon does
    not know (groups expire) has no title.
    """
    match = _KLE.fullmatch(flat(value).strip(" -.,"))
    if not match:
        return None
    code, facet, serial, year = match["code"], match["facet"], match["serial"], match["year"]
    if not facet and code.count(".") == 1:
        return None  # "18.30" is a clock time
    return Kle(
        code=code,
        facet=facet,
        serial=int(serial) if serial else None,
        year=_full_year(year) if year else None,
        main_group=code[:2],
        main_group_title=lexicon.table("kle").word(code[:2]),
    )


def _full_year(written: str) -> int:
    year = int(written)
    if len(written) == 4:  # noqa: PLR2004  written in full
        return year
    return year + (2000 if year < 70 else 1900)  # noqa: PLR2004  KLE is from the seventies


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A run of meta data that gives an item's case: `[start, end)` of the text that was searched.

    `value` is the case number, at `span`; a journal number only where no case number is given, never a
    document's. `journal` is the KLE number if the run has one. `closed` tells what the run says about
    open or closed doors. `labels` are the labels as written; `pending` is the class of the last one
    ("case", "journal", "document", "person", "unit") if its value is still to come (next line).
    """

    start: int
    end: int
    value: str | None = None
    span: Span | None = None
    journal: str | None = None
    closed: bool | None = None
    labels: tuple[str, ...] = ()
    pending: str | None = None


def match_case_line(line: str, lexicon: Lexicon | None = None) -> CaseLine | None:
    """What a whole line says as a case-number or meta line; None if it is no such line.

    All of the line must be meta data; behind a case label another label may follow (`end` tells where).
    """
    if len(line) > _LONGEST:
        return None
    run = _Run(line, 0, len(line), labels_of(lexicon or lexicons.default()))
    run.scan()
    rest = line[_skip(line, run.at, len(line)) :]
    known = not rest or (run.strong and (_NEXT_LABEL.match(rest) or _OWNER.fullmatch(rest)))
    return run.result() if run.begun and known else None


def find_meta_run(text: str, start: int, end: int, lexicon: Lexicon | None = None) -> CaseLine | None:
    """The first run of case labels and short values inside `text[start:end]`; it ends before body text."""
    words = labels_of(lexicon or lexicons.default())
    first = _skip(text, start, end)
    kle = _FREE.match(text, first, end)
    starts = [first] if kle and kle.lastgroup == "kle" else []
    at = start
    for begin in (*starts, *words.openings(text, start, end)):
        if begin >= at:
            run = _Run(text, begin, end, words, strict=True)
            run.scan()
            if run.strong:
                return run.result()
            at = max(run.at, begin + 1)
    return None


_LONGEST = 400
_YEARED = re.compile(r"(?<![\w./])(?:\d{2}|\d{4})/\d{2,8}(?![\w/])")
_KLE_FIRST = re.compile(r"\d{2}\.\d{2}\.\d{2}[ .-]?[A-ZÆØÅ]\d{2}[\s–-]+$")
_GAP = re.compile(r"[ \t\u00a0]*")
_SEPARATORS = re.compile(r"(?:[\s.*_|•·–—,;()/#-]|</?[a-zA-Z][^<>\n]{0,30}>)*")
_NEXT_LABEL = re.compile(r"[A-ZÆØÅ][\w .,/-]{1,40}:")
_OWNER = re.compile(r"[^\d:.]{1,60}\b(?:åbent|åben|lukket) (?:punkt|sag)\W*", re.IGNORECASE)
_BOUNDARY = re.compile(r"[ \t\u00a0]{2}|[\n\r|]")
_INITIALS = re.compile(r"(?:[a-zæøå]{2,6}|[A-ZÆØÅ]{2,6})(?:[./][a-zæøåA-ZÆØÅ]{2,6}){0,2}(?![\wæøå])")
_NAME = re.compile(r"[A-ZÆØÅ][\wéü-]+(?:[ \u00a0][A-ZÆØÅ]\.)?[ \u00a0][A-ZÆØÅ][\wéü-]+")
_CODE = re.compile(r"[A-ZÆØÅ]{2,6}(?:/[A-ZÆØÅ]{2,6})*(?![\wæøå])")
_STRONG = frozenset({"case", "sag", "journal", "bare"})


def _skip(text: str, at: int, end: int) -> int:
    """Where the first character at or after `at` stands that is no blank, bullet, dash or markup."""
    match = _SEPARATORS.match(text, at, end)
    return match.end() if match else at


class _Run:
    """One pass over a run of labels, values and status words; `strict` inside longer text.

    Strict runs take only labels with a colon and values of a form of their own, since body text follows.
    """

    def __init__(self, text: str, at: int, end: int, words: Labels, *, strict: bool = False) -> None:
        self.text, self.start, self.at, self.end = text, at, at, end
        self.words, self.strict = words, strict
        self.found: list[tuple[str, int, int]] = []
        self.labels: list[str] = []
        self.closed: bool | None = None
        self.pending: str | None = None

    @property
    def begun(self) -> bool:
        """Whether anything was taken."""
        return bool(self.labels or self.found) or self.closed is not None

    @property
    def strong(self) -> bool:
        """Whether a case or journal label, or a case number by itself, was taken."""
        return any(kind in _STRONG for kind, _, _ in self.found) or any(
            self.words.of(label) in _STRONG for label in self.labels
        )

    def scan(self) -> None:
        """Take tokens as long as there are any."""
        while True:
            at = _skip(self.text, self.at, self.end)
            if not (at < self.end and (self._status(at) or self._label(at) or self._bare(at))):
                return

    def result(self) -> CaseLine:
        """What was taken, the value chosen: case before bare number before journal."""
        rank = {"case": 0, "sag": 0, "bare": 1, "journal": 2}
        values = sorted((f for f in self.found if f[0] in rank), key=lambda f: rank[f[0]])
        span = self._numbered(values) if values else None
        journal = next((self.text[a:b] for _, a, b in values if read_case(self.text[a:b]) == "kle"), None)
        value = self.text[span[0] : span[1]] if span else None
        return CaseLine(self.start, self.at, value, span, journal, self.closed, tuple(self.labels), self.pending)

    def _numbered(self, values: list[tuple[str, int, int]]) -> Span:
        """The case's own number: without labels, "year/number" before or behind a KLE number is it."""
        kind, a, b = values[0]
        if kind in {"bare", "journal"}:
            for _, x, y in values:
                own = _YEARED.search(self.text, x, y)
                if own and (own.start() == x or _KLE_FIRST.match(self.text, x, own.start())):
                    return own.span()
        return a, b

    def _status(self, at: int) -> bool:
        match = self.words.status.match(self.text, at, self.end)
        if not match:
            return False
        self.closed = self.words.of(match[0]) == "closed"
        self.at, self.pending = match.end(), None
        return True

    def _label(self, at: int) -> bool:
        match = self.words.label.match(self.text, at, self.end)
        kind = self.words.of(match["word"]) if match else None
        if not match or kind is None or (self.strict and self.text[at].islower()):
            return False
        gap = _GAP.match(self.text, match.end(), self.end)
        span = self._value(kind, gap.end() if gap else match.end(), match["word"])
        if not self._accepts(kind, match, span):
            return False
        self.labels.append(match["word"])
        self.pending = None if span else kind
        self.at = span[1] if span else match.end()
        if span:
            self.found.append((kind, *span))
        return True

    def _accepts(self, kind: str, match: re.Match[str], span: Span | None) -> bool:
        """Whether a label counts: by its colon, or (without) by its value or its place at the end."""
        if kind == "sag":
            return span is not None
        if match["colon"]:
            return True
        if kind == "unit":
            return False
        if self.strict:
            return self.begun and span is not None and kind in _STRONG
        return span is not None or not self.text[match.end() : self.end].strip(" *_|\t\u00a0")

    def _value(self, kind: str, at: int, label: str) -> Span | None:
        if kind in ("person", "unit"):
            return self._owner(kind, at, label)
        match = _VALUE.match(self.text, at, self.end)
        if kind == "sag" and match and len(match[0]) < 6:  # noqa: PLR2004  "Sag 12/3" is an item's number
            return None
        if not match and kind != "sag":
            match = _NUMBER.match(self.text, at, self.end)
        if not match:
            return None
        end = match.end()
        while self.text[end - 1] in "./+-":
            end -= 1
        return (at, end) if end > at else None

    def _owner(self, kind: str, at: int, label: str) -> Span | None:
        """Initials, a name or a unit's code; outside strict runs whatever stands before the next token."""
        if self.words.status.match(self.text, at, self.end) or self.words.start.match(self.text, at, self.end):
            return None
        if self.strict:
            names = not folded(label).startswith(("init", "sagsinit"))
            forms = (_CODE,) if kind == "unit" else (_INITIALS, _NAME) if names else (_INITIALS,)
            match = next((m for form in forms if (m := form.match(self.text, at, self.end))), None)
            return match.span() if match else None
        stops = (pattern.search(self.text, at, self.end) for pattern in (_BOUNDARY, self.words.start))
        end = min((stop.start() for stop in stops if stop), default=self.end)
        while end > at and self.text[end - 1] in " *_\t\u00a0":
            end -= 1
        return (at, end) if end > at else None

    def _bare(self, at: int) -> bool:
        match = _ALONE.match(self.text, self._after_code(at), self.end)
        alone = match and (self.pending in ("case", "journal") or not self.strict or match.lastgroup == "kle")
        if not match or not alone or (self.strict and self.labels and not self.pending):
            return False
        kind = self.pending if self.pending in ("case", "journal") else "document" if self.pending else "bare"
        self.found.append((kind, *match.span()))
        self.at, self.pending = match.end(), None
        return True

    def _after_code(self, at: int) -> int:
        """Behind the owner's code in "ABCDEF / 06/17018", if there is one."""
        code = OWNER_CODE.match(self.text, at, self.end)
        return code.end() if code else at
