"""What a meeting's head says: whose meeting, when, where, and who took part.

Labels come first, then heading lines, then page heads; where the head is silent, the decision
headings inside the items tell body and date. The tail (what follows the last item) gives closing
time, attendance told at the end, and whose site it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import same_body
from referat_parse.grammar.dates import find_clocks, find_dates
from referat_parse.grammar.titles import DOCUMENT, Title, find_authorities, read_title
from referat_parse.interpret.attendance import Roll, make_readers, read_block, read_grid, read_lists, read_sentences
from referat_parse.interpret.columns import settle_columns
from referat_parse.interpret.facts import LABEL, LINE, PAGE, SESSION, SITE, Facts, read_labels
from referat_parse.interpret.headlines import find_start, head_lines, read_lines
from referat_parse.interpret.labels import FACTS, PEOPLE
from referat_parse.interpret.plain import Plain
from referat_parse.lexicon import default
from referat_parse.text import Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from referat_parse.grammar.bodies import Session
    from referat_parse.interpret.attendance import Readers
    from referat_parse.lexicon import Lexicon
    from referat_parse.models import Attendee, DocumentType
    from referat_parse.text import Span

_PORTAL = re.compile(r"^[ \t]*(?:Transkript(?:ion)?|Transcript|SHOW MORE SHOW LESS)[ \t]*$", re.MULTILINE)
_RELATED = re.compile(r"^[ \t#*]*(?:Relaterede dokumenter|Lignende dokumenter|Related documents)\b", re.MULTILINE)
_PAGE_END = re.compile(r"(?i)\bside(?:nr)?\.? ?\w+(?: af \d+)?\s*$")
_FROM = re.compile(r"(?i)\bfra (?=[A-ZÆØÅ])")
_STREET = re.compile(r"[A-ZÆØÅ][\w. ]+ \d{1,4}\w?(?:,.*)?")
_POST = re.compile(r"(?:DK-)?\d{4} [A-ZÆØÅ]\w+.*")
_PUBLISHING = re.compile(r"(?i)views|publi|upload|opdater|\bside\b")
_FOOT = 80
_FIRST_ITEM = 800
_AGENDA = re.compile(r"(?i)\b(?:åben |åbne |den )?dagsorden(?:en)? (?:for|til) ")
_DOCUMENT = re.compile(DOCUMENT, re.IGNORECASE)
_SITE_REACH = 2000
_PER_NAME = 60
_CLOCK = re.compile(
    r"[^\d.\n]{0,45}?\b(?:kl|klokken)\.?:?\s*(?:ca\.?\s*)?(?=\d)|[\s:,]*(?:ca\.?\s*)?(?=\d{1,2}[.:]\d\d)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class HeadFacts:
    """The facts of a meeting's head; None where the text does not state them.

    `spans` are source offsets of stated values, `inferred` the fields concluded from something else,
    `attendance_spans` the stretches that are attendance matter, `start` where the head proper begins.
    """

    body: str | None
    authority: str | None
    document_type: DocumentType
    date: dt.date | None
    start_time: str | None
    end_time: str | None
    place: str | None
    attendance: list[Attendee]
    spans: dict[str, Span]
    inferred: list[str]
    attendance_spans: list[Span]
    start: int


def read_head(head: Passage, tail: Passage, sessions: list[Session], lexicon: Lexicon) -> HeadFacts:
    """The facts of one meeting.

    `head` is all before the first item (web clutter included), `tail` what belongs to no item,
    `sessions` the bodies and dates that decision headings inside the items name.
    """
    readers, facts, roll = make_readers(lexicon), Facts(), Roll()
    portal, core = _without_portal(head)
    start, kind = _read_core(core, facts, roll, readers)
    _read_tail(_before_related(tail), facts, roll, readers)
    _read_site(portal, head, facts)
    _read_agenda(head, facts)
    _read_sessions(sessions, facts, (head.extent[0], max(head.extent[1], tail.extent[1])), head.source)
    for passage in (tail, head):
        closing = closing_time(passage, lexicon)
        if closing:
            facts.offer("end_time", LABEL + 5, *closing)
    roll.settle_staff(facts.text("body"))
    return _result(facts, roll, start if start is not None else head.extent[1], kind)


def closing_time(passage: Passage, lexicon: Lexicon | None = None) -> tuple[str, Span] | None:
    """When the meeting ended, from a sentence that says so ("Mødet sluttede kl. 22.14."); the last one counts."""
    plain = Plain.of(passage)
    found = None
    for entry in (lexicon or default()).table("attendance").values("closing"):
        for match in entry.regex.finditer(plain.text):
            lead = _CLOCK.match(plain.text, match.end())
            clock = next(find_clocks("kl. " + plain.text[lead.end() : lead.end() + 8]), None) if lead else None
            if lead and clock and clock.start == 0:
                found = clock.value, plain.span(lead.end(), lead.end() + clock.end - 4)
    return found


def _result(facts: Facts, roll: Roll, start: int, kind: DocumentType) -> HeadFacts:
    date = facts.found.get("date", (0, None, None))[1]
    stated = {name: span for name, (_, _, span) in facts.found.items() if span is not None}
    return HeadFacts(
        body=facts.text("body"),
        authority=facts.text("authority"),
        document_type=kind,
        date=date if isinstance(date, dt.date) else None,
        start_time=facts.text("start_time"),
        end_time=facts.text("end_time"),
        place=facts.text("place"),
        attendance=roll.attendees(),
        spans=stated,
        inferred=[name for name, (_, _, span) in facts.found.items() if span is None],
        attendance_spans=sorted(roll.spans),
        start=start,
    )


def _without_portal(head: Passage) -> tuple[Passage, Passage]:
    """The head cut where a document portal's own matter ends."""
    cuts = list(_PORTAL.finditer(head.text))
    at = cuts[-1].end() if cuts else 0
    return head.part(0, at), head.part(at, len(head.text))


def _before_related(tail: Passage) -> Passage:
    """The tail without a portal's list of other documents."""
    cut = _RELATED.search(tail.text)
    return tail.part(0, cut.start()) if cut else tail


def _read_core(core: Passage, facts: Facts, roll: Roll, readers: Readers) -> tuple[int | None, DocumentType]:
    """Read the head proper; the source offset of its beginning and the kind of document."""
    plain = Plain.of(core)
    marked = readers.labels.find(plain)
    grid = read_grid(plain, marked.labels, readers, roll)
    labels = [one for one in marked.labels if not grid or not grid[0] <= one.start < grid[1]]
    labels = settle_columns(plain.text, labels, readers.names)
    lines = head_lines(plain, marked.free, labels, readers)
    first = find_start(lines)
    begin = _line_start(plain, lines[first].start) if first < len(lines) else len(plain.text)
    inside = [label for label in labels if label.start >= begin]
    read_labels(plain, inside, facts)
    taken = read_lists(plain, inside, readers, roll)
    free = [line for line in lines if not _is_taken(line.start, taken)]
    read_lines(plain, free, sum(line.start < begin for line in free), facts, readers)
    _read_prose(plain, [(line.start, line.end) for line in free if line.start >= begin], readers, roll)
    _read_from(plain, begin, facts)
    at = plain.span(begin, min(begin + 1, len(plain.text)))[0] if plain.text[begin:].strip() else None
    return at, _kind(plain, [line.title.kind for line in lines[first:] if line.title.kind])


def _line_start(plain: Plain, at: int) -> int:
    """The beginning of the line if only signs stand before `at` in it ("# Referat")."""
    start = plain.text.rfind("\n", 0, at) + 1
    return at if any(c.isalnum() for c in plain.text[start:at]) else start + len(plain.text[start:at]) - len(plain.text[start:at].lstrip())


def _is_taken(at: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in taken)


def _read_prose(plain: Plain, lines: Sequence[tuple[int, int]], readers: Readers, roll: Roll) -> None:
    """Sentences about attendance outside every list; lines that follow each other are read together."""
    runs: list[list[int]] = []
    for start, end in lines:
        if runs and not plain.text[runs[-1][1] : start].strip():
            runs[-1][1] = end
        else:
            runs.append([start, end])
    unlisted = not any(e.status == "present" and e.listed for e in roll.entries)
    for start, end in _bare_lists(plain, lines, readers) if unlisted else []:
        read_block(plain, (start, end), "present", readers, roll)
        roll.spans.append(plain.span(start, end))
    for start, end in runs:
        roll.spans += [plain.span(*at) for at in read_sentences(plain, (start, end), readers, roll)]


def _bare_lists(plain: Plain, lines: Sequence[tuple[int, int]], readers: Readers) -> list[tuple[int, int]]:
    """Lines that are lists of members without a label: three names or more, each with a party or role."""
    found: list[list[int]] = []
    for start, end in lines:
        people = readers.names.read(plain.text[start:end])
        if not people or not all(p.party or p.role for p in people) or end - start > _PER_NAME * len(people):
            continue
        if found and not plain.text[found[-1][1] : start].strip():
            found[-1][1:] = [end, found[-1][2] + len(people)]
        else:
            found.append([start, end, len(people)])
    return [(start, end) for start, end, count in found if count > 2]  # noqa: PLR2004


def _read_from(plain: Plain, begin: int, facts: Facts) -> None:
    """A list heading "Fra X Kommune:" names the authority."""
    for match in _FROM.finditer(plain.text, begin):
        line = plain.text[match.end() : match.end() + 60].split("\n")[0]
        for start, end in find_authorities(line)[:1]:
            if start == 0 and re.match(r"[ \t*]*:", line[end:]):
                facts.offer("authority", LINE - 5, line[:end], plain.span(match.end(), match.end() + end))


def _kind(plain: Plain, kinds: Sequence[str]) -> DocumentType:
    """The kind of document that the head's lines name; minutes if none does."""
    said = " ".join(kinds)
    if "referat" in said or "refer" in said.split():
        return "referat"
    if "protokol" in said or "beslutning" in said or "vedtagelse" in said:
        return "beslutningsprotokol"
    if "tillægsdagsorden" in said:
        return "tillaegsdagsorden"
    return "dagsorden" if "dagsorden" in said or "d a g s" in said or "Dagsorden\n" in plain.text[:12] else "referat"


def _read_tail(tail: Passage, facts: Facts, roll: Roll, readers: Readers) -> None:
    """Closing labels, attendance told at the end, page heads, and whose page it is."""
    plain = Plain.of(tail)
    marked = readers.labels.find(plain)
    labels = [one for one in marked.labels if not (one.field == "guests" and re.match(r"(?i)refer|sekr", plain.text[one.start :]))]
    read_labels(plain, [one for one in labels if one.field in FACTS - {"body", "authority", "end"}], facts, PAGE)
    read_labels(plain, [one for one in labels if one.field == "end"], facts)
    read_lists(plain, [one for one in labels if one.field in PEOPLE], readers, roll)
    _read_prose(plain, marked.free, readers, roll)
    lines = [(line.start, line.text) for line in plain.lines() if line.text and len(line.text) < 2 * _FOOT]
    for i, (start, text) in enumerate(lines):
        _read_foot(plain, start, text, facts)
        _read_address(plain, lines[i : i + 3], facts)


def _read_foot(plain: Plain, start: int, text: str, facts: Facts) -> None:
    """A page's head or foot: authority, body and date."""
    for a, b in find_authorities(text)[:1]:
        if not text[:a].strip(" \t*©") or re.fullmatch(r"(?i)[\W\d]*(?:copyright|©)?[\W\d]*", text[:a]):
            facts.offer("authority", PAGE, text[a:b], plain.span(start + a, start + b))
    for a, b in find_authorities(text)[:1] if len(text) < _FOOT and not text.endswith(".") else []:
        facts.offer("authority", SITE - 8, text[a:b], plain.span(start + a, start + b))
    title = read_title(text)
    if title.date and title.body and not title.derived:
        rank = PAGE if _PAGE_END.search(text) else PAGE - 5
        facts.offer_title(title, rank, plain, start, only=("body", "date"))


def _read_address(plain: Plain, lines: Sequence[tuple[int, str]], facts: Facts) -> None:
    """An address block at the end: the line above street and postal code is whose site it is."""
    if len(lines) < 3:  # noqa: PLR2004  name, street, postal code
        return
    (start, name), (_, street), (_, post) = lines
    if _STREET.fullmatch(street) and _POST.fullmatch(post) and len(name) < 60 and name[:1].isupper() and ":" not in name:  # noqa: PLR2004
        facts.offer("authority", PAGE - 10, name, plain.span(start, start + len(name)))


def _read_site(portal: Passage, head: Passage, facts: Facts) -> None:
    """Whose site it is from what a portal or the document's own beginning and end say."""
    source = head.source
    passages = [portal]
    if head.extent[0] > 0:
        passages.append(Passage.whole(source, 0, min(_SITE_REACH, head.extent[0])))
    cut = _RELATED.search(source)
    end = cut.start() if cut else len(source)
    passages.append(Passage.whole(source, max(head.extent[1], end - _SITE_REACH), end))
    for passage in passages:
        plain = Plain.of(passage)
        for line in plain.lines():
            _read_site_line(plain, line.start, line.text, facts, portal=passage is portal, front=passage is not passages[-1])


def _read_site_line(  # noqa: PLR0913  where the line stands decides what it can tell
    plain: Plain, start: int, text: str, facts: Facts, *, portal: bool, front: bool
) -> None:
    if not text or len(text) > 2 * _FOOT:
        return
    for a, b in find_authorities(text)[:1]:
        if portal or not (text[:a] + text[b:]).strip(" \t*.,|0123456789"):
            facts.offer("authority", SITE - 5, text[a:b], plain.span(start + a, start + b))
    title = read_title(text) if front else Title()
    if portal and title.date and not _PUBLISHING.search(text):
        facts.offer_title(title, SITE - 5, plain, start, only=("date", "start_time"))
    if title.kind and title.body and not title.derived and _DOCUMENT.match(text.strip(' "')):
        facts.offer_title(title, SITE - 5, plain, start, only=("body",))


def _read_agenda(head: Passage, facts: Facts) -> None:
    """Body and date from the first item, if it is the approval of "dagsorden for X den D"."""
    begin = head.extent[1]
    match = _AGENDA.search(head.source, begin, begin + _FIRST_ITEM)
    if match:
        line = head.source[match.end() : match.end() + 2 * _FOOT].split("\n")[0]
        title = read_title(line)
        if title.date:
            facts.offer_title(title, SESSION + 5, Plain.of(Passage.whole(head.source, match.end(), match.end() + len(line))), 0, only=("body", "date"))
            short = re.match(r"(?:møde(?:t)? i )?([A-ZÆØÅ]{2,4})\b", line)
            if short:
                facts.offer("body", SESSION + 5, short[1], (match.end() + short.start(1), match.end() + short.end(1)))


def _read_sessions(sessions: Sequence[Session], facts: Facts, within: Span, source: str) -> None:
    """Body and date from decision headings, where nothing better states them.

    The pair named most often is this meeting's; among equals the latest date, then the last named.
    """
    known_date = facts.found.get("date", (0, None, None))[1]
    known_body = facts.text("body")
    fitting = [
        s for s in sessions if (not known_date or s.date == known_date) and (not known_body or same_body(s.body, known_body))
    ]
    dated = [s for s in fitting if s.date]
    counts = Counter((s.body, s.date) for s in dated if s.body)
    if counts:
        order = {(s.body, s.date): i for i, s in enumerate(dated)}
        body, date = max(counts, key=lambda pair: (counts[pair], pair[1] or dt.date.min, order[pair]))
        facts.offer("body", SESSION, body, _where(source, within, body))
        facts.offer("date", SESSION, date, _where_date(source, within, date))
        return
    for session in fitting:
        facts.offer("body", SESSION, session.body, _where(source, within, session.body))
        facts.offer("date", SESSION, session.date, _where_date(source, within, session.date))


def _where(source: str, within: Span, words: str | None) -> Span | None:
    at = source.find(words, *within) if words else -1
    return (at, at + len(words)) if words and at >= 0 else None


def _where_date(source: str, within: Span, date: dt.date | None) -> Span | None:
    found = next((d for d in find_dates(source[slice(*within)]) if d.value == date), None)
    return (within[0] + found.start, within[0] + found.end) if found else None
