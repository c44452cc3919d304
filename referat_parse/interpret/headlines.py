"""The lines of a head that no label governs: letterhead, title, date, place, and web clutter before them.

The head proper begins at the first line that heads the document or states a fact, with the
letterhead right above it; what stands before is the web page around the minutes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.grammar.titles import (
    PLACE,
    Title,
    clean_place,
    find_authorities,
    is_body_line,
    is_society_line,
    read_title,
)
from referat_parse.interpret.facts import GUESS, LINE, SITE, TITLE, Facts
from referat_parse.interpret.labels import FACTS, PEOPLE
from referat_parse.text import flat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat_parse.interpret.attendance import Readers
    from referat_parse.interpret.labels import Label
    from referat_parse.interpret.plain import Plain

_LONGEST = 300
_SHORT = 60
_CRUMBS = re.compile(r"(?:\S+ ?[/>»›] ?){2,}|(?:[\w ]+\s*\|){2,}")
_CONNECTOR = re.compile(r"(?i)(?:til|fra|for|af|i|vedr\.?)\.?")
_PAGE_LINE = re.compile(r"\d{1,3} [A-ZÆØÅ].{20,220}?(?:\b(?:REFERAT|Referat|DAGSORDEN|Dagsorden)\b|(?<=\w)\.(?= [A-ZÆØÅ])|$)")
_PLAIN = re.compile(r"(?i)(?:åbent?|lukket|til|fra|for|af|i|(?:side(?:nr)?\.? ?)?\d{1,4}|nr\. ?\d+)\.?")
_AT_PLACE = re.compile(r"(?i)(?:i|på|hos|afholdt (?:i|på)|sted:?)\s+\S.*")
_SENTENCE = re.compile(r"(?i)\b(?:er|var|blev|bliver|har|havde|kan|skal|vil|godkendt|godkendtes|udgår|deltog|mødte|spørgsmål|publiceret|udsendt|offentliggjort)\b|[.!?]\s*$")
_PUBLISHED = re.compile(r"(?i)(?:publiceret|udsendt|offentliggjort|opdateret)\b.{0,40}")
_CONTENTS = re.compile(r"\.{4,}|…|^\s*\d{1,3}(?:[.:)]\s*(?![\d\s])|\s+)(?!(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\.?\s+\d)\S|^\s*(?:punkt|pkt\.?|sag)\s+\d|\]\(#", re.IGNORECASE)


@dataclass(slots=True)
class HeadLine:
    """A free line `[start, end)` of a plain text and what it says."""

    start: int
    end: int
    text: str
    title: Title
    heading: bool = False
    body: bool = False
    authority: bool = False
    clutter: bool = False
    labelled: bool = False
    label: bool = False

    @property
    def anchors(self) -> bool:
        """Whether the head proper can begin here."""
        dated = self.title.date is not None and (
            bool(self.title.kind or self.title.body or self.title.meeting or self.title.start) or _is_only_date(self)
        )
        entitled = self.entitled and self.title.body is not None and is_body_line(self.title.body)
        return not self.clutter and (self.heading or self.labelled or dated or entitled)


    @property
    def entitled(self) -> bool:
        """Whether the line names one document and whose it is."""
        title = self.title
        one = title.kind is not None and not title.kind.endswith("er") and "forsamling" not in (title.body or "").casefold()
        whose = bool(title.body or title.authority) if one else bool(title.body and title.authority)
        return whose and not _SENTENCE.search(self.text)


def head_lines(plain: Plain, free: Sequence[tuple[int, int]], labels: Sequence[Label], readers: Readers) -> list[HeadLine]:
    """The free lines of `plain`, read."""
    stated = [label for label in labels if label.field in FACTS | PEOPLE]
    lines = []
    for start, end in free:
        text = plain.text[start:end].strip(" \t#>*•")
        begin = plain.text.find(text, start, end) if text else start
        labelled = any(label.start == end and plain.text[label.value : label.end].strip() for label in stated)
        page = labelled or all(line.clutter for line in lines)
        lines.append(_head_line(begin, text, readers, labelled=labelled, page=page))
    placed = {(line.start) for line in lines}
    lines += [
        HeadLine(label.start, label.start, "", Title(), labelled=_is_sure(plain, label), label=True)
        for label in stated
        if not label.inline and label.start not in placed
    ]
    return sorted(lines, key=lambda line: line.start)


def _is_sure(plain: Plain, label: Label) -> bool:
    """Whether a label at a line's start can begin the head: it has a value, and a menu has no such word."""
    value = plain.text[label.value : label.end]
    same_line = value.split("\n")[0].strip()
    return bool(value.strip()) and (label.colon or bool(same_line) or label.field in {"date", "start", "end"} | PEOPLE)


def _head_line(start: int, text: str, readers: Readers, *, labelled: bool, page: bool) -> HeadLine:
    """Read one line; `page`: a number in front may be a page's."""
    listed = _CONTENTS.search(re.sub(r"^\d+ ", "", text) if page else text)
    title = read_title(text) if 0 < len(text) < _LONGEST and not listed else Title()
    names = find_authorities(text)
    only = bool(names) and not (text[: names[0][0]] + text[names[0][1] :]).strip(" \t*.,:|0123456789")
    if len(text) >= _LONGEST and (page := _PAGE_LINE.match(text)):
        title = read_title(page[0])
        return HeadLine(start, start + len(page[0]), page[0], title, labelled=labelled)
    clutter = not labelled and (readers.labels.is_clutter(text) or bool(_CRUMBS.match(text)) or len(text) >= _LONGEST)
    named = re.sub(r"^\d+ ", "", text) if page else text
    body = title.date is None and title.body is not None and not title.derived and not title.meeting and is_body_line(named)
    if not (only or body or clutter or labelled or title.authority or title.date) and is_society_line(text):
        title.authority, title.at["authority"], only = text, (0, len(text)), True
    return HeadLine(start, start + len(text), text, title, readers.labels.is_heading(text), body, only, clutter, labelled)


def find_start(lines: Sequence[HeadLine]) -> int:
    """The index of the line where the head proper begins; `len(lines)` if it is nothing but clutter."""
    anchor = next((i for i, line in enumerate(lines) if line.anchors), None)
    if anchor is None:
        anchor = next((i for i, line in enumerate(lines) if line.body and not line.clutter), len(lines))
    while anchor > 0:
        above = lines[anchor - 1]
        letterhead = above.label or above.body or above.title.derived or above.authority or above.heading or above.entitled or bool(_PLAIN.fullmatch(above.text))
        if above.clutter or not letterhead:
            short = len(above.text) < _SHORT and not above.clutter and not above.text.endswith(".")
            heads = anchor > 1 and not lines[anchor - 2].clutter and (lines[anchor - 2].body or lines[anchor - 2].authority)
            if not heads or not (short or _PUBLISHED.fullmatch(above.text)):
                break
        anchor -= 1
    return anchor


def read_lines(plain: Plain, lines: Sequence[HeadLine], first: int, facts: Facts, readers: Readers) -> None:
    """Take the facts that free lines state; those before line `first` count for little."""
    for line in lines[:first]:
        _read_site(plain, line, facts)
    place, dated = _Places(), False
    for line in lines[first:]:
        if line.clutter or not line.text:
            continue
        if not (dated and is_society_line(line.text)):
            _read_title(plain, line, facts)
        dated = dated or line.title.date is not None
        place.look(plain, line, facts, readers)


def _read_site(plain: Plain, line: HeadLine, facts: Facts) -> None:
    """Whose site it is, and as a last resort the body that a heading of the site names."""
    if line.authority and line.title.authority == line.text:
        facts.offer("authority", SITE - 10, line.text, plain.span(line.start, line.end))
    for start, end in find_authorities(line.text)[:1]:
        facts.offer("authority", SITE, flat(line.text[start:end]), plain.span(line.start + start, line.start + end))
    if line.title.kind and line.title.body and not line.title.derived:
        facts.offer_title(line.title, SITE, plain, line.start, only=("body",))
    if _CRUMBS.match(line.text):
        last = re.split(r"\s*[/>»›]\s*", line.text)[-1]
        if is_body_line(last):
            at = line.start + line.text.rfind(last)
            facts.offer("body", SITE - 5, last, plain.span(at, at + len(last)))


def _read_title(plain: Plain, line: HeadLine, facts: Facts) -> None:
    title = line.title
    heads = bool(title.kind or title.meeting or title.date)
    rank = TITLE if heads else LINE
    if title.body and (heads or line.body or line.labelled or title.authority):
        facts.offer_title(title, rank, plain, line.start, only=("body",))
    elif title.weak and heads and title.date:
        at = title.at["weak"]
        facts.offer("body", GUESS, title.weak, plain.span(line.start + at[0], line.start + at[1]))
    dated = rank - 15 * _is_only_date(line) + 3 * bool(title.start)
    facts.offer_title(title, dated, plain, line.start, only=("date",))
    facts.offer_title(title, rank, plain, line.start, only=("start_time", "end_time", "place"))
    if title.authority and (line.authority or heads or line.entitled or title.at["authority"][0] == 0):
        facts.offer_title(title, rank, plain, line.start, only=("authority",))


def _is_only_date(line: HeadLine) -> bool:
    """Whether a line is a date and nothing else."""
    at = line.title.at.get("date")
    return at is not None and not re.sub(r"(?i)(?:man|tirs|ons|tors|fre|lør|søn)dag|\bden\b|\bd\.|\W", "", line.text[: at[0]] + line.text[at[1] :])


class _Places:
    """Looks for the place as a line of its own, after the line with date and time."""

    def __init__(self) -> None:
        self._since: int | None = None
        self._before: HeadLine | None = None

    def look(self, plain: Plain, line: HeadLine, facts: Facts, readers: Readers) -> None:
        """Take `line` as the place if it stands where a place stands and can be one."""
        remark = self._since is not None and line.title.date is None and clean_place(line.text, 0, len(line.text))[1] < len(line.text)
        if line.title.date or (line.title.start and not remark):
            if self._before and not line.title.kind and PLACE.search(self._before.text):
                self._offer(plain, self._before, GUESS, facts)
            self._since, self._before = 0, None
            return
        plain_line = not (line.body or line.heading or line.authority or line.labelled or line.title.kind or line.title.meeting)
        self._before = line if self._since is None and plain_line else None
        if self._since is None or line.body or line.heading or (line.authority and not is_society_line(line.text)) or _CONNECTOR.fullmatch(line.text):
            return
        rank = self._rank(line, readers)
        self._since += 1
        if rank:
            self._offer(plain, line, rank, facts)

    @staticmethod
    def _offer(plain: Plain, line: HeadLine, rank: int, facts: Facts) -> None:
        start, end = clean_place(plain.text, line.start, line.end)
        facts.offer("place", rank, flat(plain.text[start:end]), plain.span(start, end))

    def _rank(self, line: HeadLine, readers: Readers) -> int:
        text, near = line.text, self._since == 0
        text = text[slice(*clean_place(text, 0, len(text)))]
        if line.labelled or not 0 < len(text) < 140 or _CONTENTS.search(text) or line.title.kind or re.search(r"(?i)\bmøde[tr]?\b", text):  # noqa: PLR2004
            return 0
        if _AT_PLACE.fullmatch(text) and near:
            return LINE
        bare = re.sub(r"\s[-–(].*", "", text)
        if _SENTENCE.search(bare) or (line.text.endswith((".", "!")) and len(text.split()) > 4) or any(readers.sentences.read(text)):
            return 0
        if PLACE.search(text) and self._since is not None and self._since < 3:  # noqa: PLR2004  the third line at most
            return LINE
        plausible = near and len(text.split()) < 6 and text[:1].isupper() and not text.endswith(":")  # noqa: PLR2004
        return GUESS if plausible and not readers.names.read(text) else 0
