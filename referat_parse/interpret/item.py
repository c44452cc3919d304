"""One item's blocks to its model: sections with what their kinds ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from referat_parse.grammar.cases import read_kle
from referat_parse.interpret.attachments import read_attachments
from referat_parse.interpret.decision import read_decision
from referat_parse.interpret.recommendation import read_recommendation
from referat_parse.interpret.tables import read_tables
from referat_parse.models import (
    Attachments,
    Content,
    Decision,
    EarlierDecision,
    Item,
    PlainSection,
    Recommendation,
)
from referat_parse.text import flat, trim

if TYPE_CHECKING:
    from collections.abc import Iterable

    from referat_parse.interpret.decision import DecisionFacts
    from referat_parse.lexicon import Lexicon
    from referat_parse.models import AttendanceChange, Section, Vote
    from referat_parse.segment.block import Block
    from referat_parse.segment.document import RawItem
    from referat_parse.text import Passage, Span

_DECIDING = {"beslutning": Decision, "tidligere_beslutning": EarlierDecision, "indhold": Content}


def interpret_item(source: str, raw: RawItem, order: int, lexicon: Lexicon) -> Item:
    """The model of one item; `order` counts from 1 in the meeting."""
    head = raw.head
    passages = [block.passage(source) for block in raw.blocks]
    kinds = [block.kind for block in raw.blocks]
    asked = next((p for p, k in zip(passages, kinds, strict=True) if k == "indstilling"), None)
    votes = _loose_votes(passages, kinds, lexicon)
    sections: list[Section] = []
    changes: list[AttendanceChange] = []
    for block, passage, kind in zip(raw.blocks, passages, kinds, strict=True):
        facts = read_decision(passage, kind, asked, lexicon, head.title) if kind in _DECIDING else None
        if facts:
            changes += facts.changes
        sections.append(_section(source, block, passage, kind, facts, votes, lexicon))
    stated = {"number": head.number, "title": head.title, "case_number": head.case}
    spans = {"number": head.number_span, "title": head.title_span, "case_number": head.case_span}
    return Item(
        span=raw.span,
        order=order,
        number=head.number,
        title=head.title,
        case_number=head.case,
        kle=read_kle(head.case, lexicon) if head.case else None,
        closed=raw.closed,
        attendance_changes=_once(changes),
        sections=sections,
        spans={name: span for name, span in spans.items() if span and _reads(source, span, stated[name])},
    )


def _reads(source: str, span: Span, value: str | None) -> bool:
    """Whether the value stands at its span as it is: a title with mark-up or a divided word inside has no span of its own."""
    return flat(source[slice(*span)]) == flat(value or "")


def _loose_votes(passages: list[Passage], kinds: list[str], lexicon: Lexicon) -> list[Vote]:
    """The votes that stand under a heading Afstemning of their own; they belong to the decision."""
    return [
        vote
        for passage, kind in zip(passages, kinds, strict=True)
        if kind == "afstemning"
        for vote in read_decision(passage, kind, None, lexicon).votes
    ]


def _section(
    source: str,
    block: Block,
    passage: Passage,
    kind: str,
    facts: DecisionFacts | None,
    votes: list[Vote],
    lexicon: Lexicon,
) -> Section:
    """The model of one section."""
    base: dict[str, Any] = {
        "heading": block.heading,
        "text": passage.text.strip(),
        "span": trim(source, *passage.extent),
        "tables": read_tables(passage),
        "spans": _heading_span(block),
    }
    if facts is not None:
        own = list(votes) if kind == "beslutning" and not facts.votes else facts.votes
        return cast(
            "Section",
            _DECIDING[kind](
                **base,
                outcome=facts.outcome,
                body=block.session.body if block.session else None,
                date=block.session.date if block.session else None,
                votes=own,
                dissent=facts.dissent,
                reservations=facts.reservations,
                recusals=facts.recusals,
            ),
        )
    if kind == "indstilling":
        who, points = read_recommendation(passage, _headings(block), lexicon)
        return Recommendation(**base, recommended_by=who, points=points)
    if kind == "bilag":
        return Attachments(**base, attachments=read_attachments(passage, lexicon))
    return PlainSection.model_validate({"kind": kind, **base})


def _headings(block: Block) -> str | None:
    return next((p.text for p in block.headings if p.hint == "recommends"), block.heading)


def _heading_span(block: Block) -> dict[str, Span]:
    return {"heading": block.headings[-1].core} if block.headings else {}


def _once(changes: Iterable[AttendanceChange]) -> list[AttendanceChange]:
    seen: dict[tuple[str, str], AttendanceChange] = {}
    for change in changes:
        seen.setdefault((change.name, change.change), change)
    return list(seen.values())
