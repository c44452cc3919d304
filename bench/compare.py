"""Holding what the parser says against what is true of an annotated text.

Every comparison adds to a `Tally`: right, missing and extra answers per figure. Texts are compared
without regard to white space, case and punctuation at their ends.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.models import Attachments, DecisionBase
from referat_parse.text import trim

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from bench.annotation import Annotated, Node
    from referat_parse.models import Document, Item, Meeting, Section, Side, Vote
    from referat_parse.text import Span

F1 = ("items", "sections", "people", "attachments")
"""Figures that weigh what is missing against what is too much."""
ACCURACY = ("number", "title", "case_number", "closed", "chars", "outcome", "votes", "head", "perfect", "coverage")
"""Figures that are a share of what there is to find."""

_FACTS = {
    "body": "body",
    "authority": "authority",
    "date": "date",
    "start": "start_time",
    "end": "end_time",
    "place": "place",
}
_COUNTS = {"for": "yes", "against": "no", "abstain": "abstain"}
_VOTERS = {"for_by": "yes", "against_by": "no", "abstain_by": "abstain"}
_ARTICLES = ("n", "en", "t", "et")
_PARTY_WORD = re.compile(r"(?:liste|gruppe|parti|partiet)\s+(?=\w\b)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")
_FILE_SUFFIX = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?)$", re.IGNORECASE)
_SIZE = re.compile(r"\s*\((?:pdf|docx?|xlsx?|pptx?|dok[^)]*|[\d.,/-]+\s*(?:kb|mb)?)\)$", re.IGNORECASE)


@dataclass
class Tally:
    """Answers counted per figure, and what differs in words."""

    right: Counter[str] = field(default_factory=Counter)
    missing: Counter[str] = field(default_factory=Counter)
    extra: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def judge(self, figure: str, what: str, said: object, true: object, *, same: bool | None = None) -> None:
        """Count one answer of an accuracy figure; `same` overrules plain comparison by key."""
        if said_key(said) == said_key(true) if same is None else same:
            self.right[figure] += 1
        else:
            self.missing[figure] += 1
            self.differences.append(f"{what}: {said!r}, should be {true!r}")

    def match(self, figure: str, said: Iterable[Hashable], true: Iterable[Hashable]) -> None:
        """Count answers of an F1 figure: the same ones, in any order, as often."""
        here, there = Counter(said), Counter(true)
        self.right[figure] += (here & there).total()
        for sign, more, less, counts in (("extra", here, there, self.extra), ("missing", there, here, self.missing)):
            counts[figure] += (more - less).total()
            self.differences += [f"{figure} {sign}: {one}" for one in (more - less)]

    def add(self, other: Tally) -> None:
        """Add the counts of `other`."""
        self.right += other.right
        self.missing += other.missing
        self.extra += other.extra

    def figure(self, name: str) -> float | None:
        """The value of a figure, 0 to 1; None if there was nothing to judge."""
        right, wrong = self.right[name], self.missing[name] + self.extra[name]
        if not right + wrong:
            return None
        return 2 * right / (2 * right + wrong) if name in F1 else right / (right + wrong)


def compare(annotated: Annotated, document: Document) -> Tally:
    """The tally of one document."""
    tally = Tally()
    text, meetings = annotated.text, list(annotated.root.all("meeting"))
    if len(meetings) != len(document.meetings):
        tally.differences.append(f"{len(document.meetings)} meetings, should be {len(meetings)}")
    for node, meeting in _paired(meetings, document.meetings):
        _head(node, meeting, tally)
    _people(annotated, document, tally)
    _items(annotated, [item for meeting in document.meetings for item in meeting.items], tally)
    _layout(text, document, tally)
    tally.right["perfect"] += not tally.differences
    tally.missing["perfect"] += bool(tally.differences)
    return tally


def said_key(value: object) -> str:
    """What is compared of a text: flat, casefolded, without signs at its ends."""
    return " ".join(str("" if value is None else value).split()).casefold().strip(" .:;,-–*_")


def _paired(nodes: Sequence[Node], meetings: Sequence[Meeting]) -> Iterator[tuple[Node, Meeting | None]]:
    """Each annotated meeting with the parsed one that shares most text with it."""
    left = list(meetings)
    for node in nodes:
        best = max(left, key=lambda one: _shared(node.span, one.span), default=None)
        if best is None or _shared(node.span, best.span) <= 0:
            yield node, None
        else:
            left.remove(best)
            yield node, best


def _shared(one: Span, other: Span) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def _head(node: Node, meeting: Meeting | None, tally: Tally) -> None:
    for attribute, name in _FACTS.items():
        true, said = node.attributes.get(attribute), getattr(meeting, name, None)
        if true is None and said is None:
            continue
        same = _same_body(said, true) if name == "body" else None
        tally.judge("head", f"head {name}", said, true, same=same)


def _same_body(one: str | None, other: str | None) -> bool:
    """Whether two names are one body's; an article at the end is no difference."""
    short, long = sorted((said_key(one), said_key(other)), key=len)
    return short == long or (bool(short) and long.startswith(short) and long[len(short) :] in _ARTICLES)


def _people(annotated: Annotated, document: Document, tally: Tally) -> None:
    nodes = annotated.root.all("p")
    true = [(said_key(annotated.text[node.start : node.end]), node.attributes["status"]) for node in nodes]
    people = (person for meeting in document.meetings for person in meeting.attendance)
    tally.match("people", [(said_key(person.name), person.status) for person in people], true)


def _items(annotated: Annotated, items: list[Item], tally: Tally) -> None:
    """Items: a parsed one is the annotated one in whose head lines it begins."""
    text, left = annotated.text, sorted(items, key=lambda item: item.span[0])
    for node in annotated.root.all("item"):
        head = max(next((s.start for s in node.all("s")), node.end), node.start + 1)
        found = next((item for item in left if node.start <= trim(text, *item.span)[0] < head), None)
        if found is None:
            tally.missing["items"] += 1
        else:
            tally.right["items"] += 1
            left.remove(found)
        _item_facts(node, found, tally)
    tally.extra["items"] += len(left)
    tally.differences += [f"item extra: {item.number} {item.title!r}" for item in left]
    _sections(annotated, [section for item in items for section in item.sections], tally)


def _item_facts(node: Node, item: Item | None, tally: Tally) -> None:
    what = f"item {node.attributes.get('number') or node.attributes.get('title')}"
    closed = node.attributes.get("closed") == "yes"
    if item is None:
        tally.missing.update(("number", "title", "case_number", "closed"))
        tally.differences.append(f"{what}: missing")
        return
    tally.judge("number", f"{what} number", item.number, node.attributes.get("number"))
    tally.judge("title", f"{what} title", item.title, node.attributes.get("title"))
    tally.judge("case_number", f"{what} case_number", item.case_number, node.attributes.get("case"))
    tally.judge("closed", f"{what} closed", item.closed, closed)


def _sections(annotated: Annotated, sections: list[Section], tally: Tally) -> None:
    """Sections: the same kind on the same stretch, and for each character the same kind."""
    text, nodes = annotated.text, list(annotated.root.all("s"))
    said: dict[tuple[str, int, int], Section] = {(one.kind, *trim(text, *one.span)): one for one in sections}
    said = {(kind, start, end): one for (kind, start, end), one in said.items() if start < end}
    true = {(node.attributes["kind"], *trim(text, *node.span)): node for node in nodes}
    tally.match("sections", [_quoted(text, *key) for key in said], [_quoted(text, *key) for key in true])
    label = {at: kind for kind, start, end in said for at in range(start, end)}
    for kind, start, end in true:
        inside = [at for at in range(start, end) if not text[at].isspace()]
        right = sum(label.get(at) == kind for at in inside)
        tally.right["chars"] += right
        tally.missing["chars"] += len(inside) - right
    by_end: dict[tuple[str, int], Section] = {(kind, end): one for (kind, _, end), one in reversed(said.items())}
    for (kind, start, end), node in true.items():
        _decision(node, said.get((kind, start, end)) or by_end.get((kind, end)), tally)
    _attachments(annotated, sections, tally)


def _quoted(text: str, kind: str, start: int, end: int) -> tuple[str, int, int, str]:
    """A section's key with enough of its text to find it by eye."""
    return kind, start, end, " ".join(text[start:end].split())[:60]


def _decision(node: Node, section: Section | None, tally: Tally) -> None:
    true = node.attributes.get("outcome")
    if true is None:
        return
    decided = section if isinstance(section, DecisionBase) else None
    tally.judge("outcome", "outcome", decided and decided.outcome, true)
    if not (_COUNTS.keys() | _VOTERS.keys()) & node.attributes.keys():
        return
    votes = decided.votes if decided else []
    right = any(_vote_fits(node.attributes, vote) for vote in votes)
    tally.judge("votes", "vote", [vote.model_dump() for vote in votes], node.attributes, same=right)


def _vote_fits(attributes: dict[str, str], vote: Vote) -> bool:
    """Whether `vote` has every count and every list of voters that is annotated."""
    counts = all(_side(vote, side).count == int(attributes[a]) for a, side in _COUNTS.items() if a in attributes)
    names = (
        {_voter(voter.name) for voter in _side(vote, side).voters} == {_voter(x) for x in attributes[a].split(";")}
        for a, side in _VOTERS.items()
        if a in attributes
    )
    return counts and all(names)


def _side(vote: Vote, side: str) -> Side:
    return {"yes": vote.yes, "no": vote.no, "abstain": vote.abstain}[side]


def _voter(name: str) -> str:
    """A voter's name without a party in brackets and without "Liste" before its letter."""
    return said_key(_PARTY_WORD.sub("", _IN_BRACKETS.sub("", name.strip()), count=1))


def _attachments(annotated: Annotated, sections: list[Section], tally: Tally) -> None:
    said = [_title(one.title) for s in sections if isinstance(s, Attachments) for one in s.attachments]
    tally.match("attachments", said, [_title(annotated.text[b.start : b.end]) for b in annotated.root.all("b")])


def _title(title: str) -> str:
    """An attachment's title without file type, size or document number at its end."""
    title = " ".join(title.split())
    while (shorter := _SIZE.sub("", title)) != title:
        title = shorter
    return said_key(_FILE_SUFFIX.sub("", title))


def _layout(text: str, document: Document, tally: Tally) -> None:
    """Leaves sorted and disjoint, what they cover, and spans that are not what they should quote."""
    covered, at, bad = bytearray(len(text)), 0, 0
    for leaf in document.layout or []:
        start, end = leaf.span
        if not at <= start <= end <= len(text):
            bad += 1
            continue
        at = end
        if leaf.role != "unparsed":
            covered[start:end] = b"\x01" * (end - start)
    inside = [is_covered for char, is_covered in zip(text, covered, strict=True) if not char.isspace()]
    tally.right["coverage"] += sum(inside)
    tally.missing["coverage"] += len(inside) - sum(inside)
    for item in (item for meeting in document.meetings for item in meeting.items):
        bad += sum(said_key(text[a:b]) != said_key(getattr(item, name)) for name, (a, b) in item.spans.items())
    tally.extra["badspans"] += bad
    if bad:
        tally.differences.append(f"{bad} spans are wrong")
