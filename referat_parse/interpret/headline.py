"""One line of a head that no label governs, and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.grammar.body_lines import is_body_line
from referat_parse.grammar.owners import find_authorities, society_line, spaced_capitals
from referat_parse.grammar.titles import Title, read_title
from referat_parse.interpret.facts import value_at
from referat_parse.interpret.labels import FACTS, PEOPLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.interpret.labels import Label, LabelFinder
    from referat_parse.interpret.plain import Plain

LONGEST = 300
"""Characters of the longest line that is read as a heading."""

CRUMBS = re.compile(r"(?:\S+ ?[/>»›] ?){2,}|(?:[\w ]+\s*\|){2,}")
"""Pattern of a web page's breadcrumb."""

CONTENTS = re.compile(
    r"\.{4,}|…|\]\(#|^\s*(?:punkt|pkt\.?|sag)\s+\d|^\s*\d{1,3}(?:[.:)]\s*(?![\d\s])|\s+)"
    r"(?!(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\.?\s+\d)\S",
    re.IGNORECASE,
)
"""Pattern of a line of a contents list."""

SENTENCE = re.compile(
    r"\b(?:er|var|blev|bliver|har|havde|kan|skal|vil|godkendt|godkendtes|udgår|deltog|mødte|spørgsmål|publiceret|udsendt"
    r"|offentliggjort)\b|[.!?]\s*$",
    re.IGNORECASE,
)
"""Pattern of what makes a line a sentence rather than a heading."""

_PAGE_LINE = re.compile(
    r"\d{1,3} [A-ZÆØÅ].{20,220}?(?:\b(?:REFERAT|Referat|DAGSORDEN|Dagsorden)\b|(?<=\w)\.(?= [A-ZÆØÅ])|$)"
)
_PAGE_NUMBER = re.compile(r"^\d+ ")
_NOT_DATE = re.compile(r"(?:man|tirs|ons|tors|fre|lør|søn)dag|\bden\b|\bd\.|\W", re.IGNORECASE)
_AROUND = " \t*.,:|0123456789"
_EARLY = 3
_TIMES = frozenset(("date", "start", "end"))


@dataclass(slots=True)
class HeadLine:
    """A free line `[start, end)` of a plain text and what it says.

    `heading`: only the document's kind; `body`, `authority`: only a body's, a municipality's name;
    `society`: the association that the line is; `clutter`: of the web page; `labelled`: a label
    with a value stands in it; `label`: a label begins there, or it is the value of the label above.
    """

    start: int
    end: int
    text: str
    title: Title
    heading: bool = False
    body: bool = False
    authority: bool = False
    society: str | None = None
    clutter: bool = False
    labelled: bool = False
    label: bool = False

    @property
    def anchors(self) -> bool:
        """Whether the head proper can begin here."""
        title = self.title
        dated = title.date and (title.kind or title.body or title.meeting or title.start or self.only_date)
        entitled = self.entitled and title.body is not None and is_body_line(title.body)
        return not self.clutter and bool(self.heading or self.labelled or dated or entitled)

    @property
    def entitled(self) -> bool:
        """Whether the line names one document and whose it is."""
        title = self.title
        assembly = "forsamling" in (title.body or "").casefold()
        one = title.kind is not None and not title.kind.endswith("er") and not assembly
        whose = bool(title.body or title.authority) if one else bool(title.body and title.authority)
        return whose and not self._is_sentence

    @property
    def _is_sentence(self) -> bool:
        """Whether the line is a sentence, words for the document ("Godkendt referat") aside."""
        return bool(SENTENCE.search(self.text.casefold().replace(self.title.kind or "\n", "")))

    @property
    def letterhead(self) -> bool:
        """Whether the line can stand above the line that begins the head."""
        named = self.body or self.authority or self.society or self.heading or self.entitled
        body = (self.title.body or "").casefold()
        meeting = body and self.title.meeting and "forsamling" not in body and not self._is_sentence
        return bool(self.label or named or meeting)

    @property
    def only_date(self) -> bool:
        """Whether the line is a date and nothing else."""
        at = self.title.at.get("date")
        return at is not None and not _NOT_DATE.sub("", self.text[: at[0]] + self.text[at[1] :])


def head_lines(
    plain: Plain, free: Sequence[tuple[int, int]], labels: Sequence[Label], finder: LabelFinder
) -> list[HeadLine]:
    """The free lines of `plain`, read, and a mark where each label at a line's start begins."""
    stated = [label for label in labels if label.field in FACTS | PEOPLE]
    valued = {label.start for label in stated if plain.text[label.value : label.end].strip()}
    values = {value_at(plain, label)[0] for label in stated}
    lines: list[HeadLine] = []
    said = 0  # lines before this one that are no clutter
    for start, end in free:
        text = plain.text[start:end].strip(" \t#>*•")
        begin = plain.text.find(text, start, end) if text else start
        lines.append(_read(begin, text, finder, labelled=end in valued, front=not said, early=said < _EARLY))
        said += not lines[-1].clutter
        lines[-1].label = begin in values
    return sorted([*lines, *_marks(plain, stated, {line.start for line in lines})], key=lambda line: line.start)


def _marks(plain: Plain, labels: Sequence[Label], taken: set[int]) -> Iterator[HeadLine]:
    """A line for each label that begins a line of its own."""
    for label in labels:
        if not label.inline and label.start not in taken:
            yield HeadLine(label.start, label.start, "", Title(), labelled=_is_sure(plain, label), label=True)


def _is_sure(plain: Plain, label: Label) -> bool:
    """Whether a label at a line's start can begin the head: it has a value, and a menu has no such word."""
    value = plain.text[label.value : label.end]
    same_line = value.partition("\n")[0].strip()
    return bool(value.strip()) and (label.colon or bool(same_line) or label.field in _TIMES | PEOPLE)


def _read(start: int, text: str, finder: LabelFinder, *, labelled: bool, front: bool, early: bool) -> HeadLine:
    """Read one line; `front`: nothing but clutter precedes it, so that a number before it may be a page's.

    `early`: it is one of the first lines, where a single word may be a school's name.
    """
    page = _PAGE_LINE.match(text) if len(text) >= LONGEST else None
    if page:
        return HeadLine(start, start + len(page[0]), page[0], read_title(page[0]), labelled=labelled)
    bare = _PAGE_NUMBER.sub("", text) if front or labelled else text
    readable = 0 < len(text) < LONGEST and not CONTENTS.search(bare)
    title = read_title(text) if readable else Title()
    line = HeadLine(start, start + len(text), text, title, labelled=labelled)
    line.heading = finder.is_heading(text)
    line.clutter = not labelled and (finder.is_clutter(text) or bool(CRUMBS.match(text)) or len(text) >= LONGEST)
    names = find_authorities(text)
    line.authority = bool(names) and not (text[: names[0][0]] + text[names[0][1] :]).strip(_AROUND)
    own = title.body is not None and not (title.date or title.derived or title.meeting)
    line.body = own and is_body_line(bare)
    if not (line.authority or line.body or line.clutter or labelled or title.authority or title.date):
        line.society = society_line(text, first=front or early) or spaced_capitals(text)
    return line
