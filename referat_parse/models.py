"""The output: pydantic models of one parsed document.

The JSON that they make is the product's public face; `schema/referat.schema.json` is generated
from here. Spans are `[start, end)` in code points of the source text.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  pydantic needs it at run time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"

SpanField = tuple[int, int]

Outcome = Literal[
    "godkendt",
    "anbefalet",
    "efterretning",
    "droeftet",
    "udsat",
    "oversendt",
    "afvist",
    "udgaaet",
    "valgt",
    "ingen_bemaerkninger",
    "andet",
]
PlainKind = Literal[
    "resume",
    "sagsfremstilling",
    "baggrund",
    "vurdering",
    "oekonomi",
    "lovgrundlag",
    "hoering",
    "kommunikation",
    "personale",
    "miljoe",
    "sagens_gang",
    "droeftelse",
    "afstemning",
    "fravaerende",
    "protokol",
    "andet",
]
DocumentType = Literal["referat", "beslutningsprotokol", "dagsorden", "tillaegsdagsorden"]
Role = Literal[
    "meeting.head",
    "attendance",
    "agenda",
    "item.number",
    "item.title",
    "item.case_number",
    "item.meta",
    "section.heading",
    "section.body",
    "furniture",
    "unparsed",
]


class Model(BaseModel):
    """Base: fields are fixed, unknown ones refused."""

    model_config = ConfigDict(extra="forbid", json_schema_serialization_defaults_required=True)


class Table(Model):
    """A table inside a section: header cells and rows of cells, as written, trimmed."""

    span: SpanField
    header: list[str] = []
    rows: list[list[str]] = []


class Voter(Model):
    """One voter as written: a person or a party (letter, name or group)."""

    name: str
    kind: Literal["party", "person"]


class Side(Model):
    """One side of a vote; `count` is null and `voters` empty where the text does not say."""

    count: int | None = None
    voters: list[Voter] = []


class Vote(Model):
    """One vote in a decision. `subject` is what was voted on if it is not the recommendation."""

    subject: str | None = None
    yes: Side = Side()
    no: Side = Side()
    abstain: Side = Side()
    span: SpanField


class Remark(Model):
    """A dissenting opinion, protocol remark or reservation: by whom, what, where."""

    by: str | None = None
    text: str
    span: SpanField


class Recusal(Model):
    """A member who was disqualified (inhabil) and did not take part."""

    name: str
    span: SpanField


class Point(Model):
    """One point of a recommendation; `number` as written, null if it has none."""

    number: str | None = None
    text: str
    span: SpanField


class Attachment(Model):
    """One attachment's title as written."""

    title: str
    span: SpanField


class SectionBase(Model):
    """What every section has. `text` is the body without page furniture, `span` its outer extent."""

    kind: str
    heading: str | None = None
    text: str
    span: SpanField
    tables: list[Table] = []
    spans: dict[str, SpanField] = {}


class PlainSection(SectionBase):
    """A section that has nothing beyond its text."""

    kind: PlainKind


class Recommendation(SectionBase):
    """An indstilling: who recommends what, point by point."""

    kind: Literal["indstilling"] = "indstilling"
    recommended_by: str | None = None
    points: list[Point] = []


class DecisionBase(SectionBase):
    """The decision fields; `body` and `date` where the text states them."""

    outcome: Outcome | None = None
    body: str | None = None
    date: dt.date | None = None
    votes: list[Vote] = []
    dissent: list[Remark] = []
    reservations: list[Remark] = []
    recusals: list[Recusal] = []


class Decision(DecisionBase):
    """The decision of this meeting."""

    kind: Literal["beslutning"] = "beslutning"


class EarlierDecision(DecisionBase):
    """A decision of another body or meeting that the item reproduces."""

    kind: Literal["tidligere_beslutning"] = "tidligere_beslutning"


class Content(DecisionBase):
    """Text under the item's title with no heading; `outcome` is null unless it states a decision."""

    kind: Literal["indhold"] = "indhold"


class Attachments(SectionBase):
    """A list of attachments (bilag)."""

    kind: Literal["bilag"] = "bilag"
    attachments: list[Attachment] = []


Section = Annotated[
    PlainSection | Recommendation | Decision | EarlierDecision | Content | Attachments,
    Field(discriminator="kind"),
]


class Kle(Model):
    """The parts of a case number after KLE (KL Emnesystematik): 27.00.00-A00-1-20."""

    code: str
    facet: str | None = None
    serial: int | None = None
    year: int | None = None
    main_group: str
    main_group_title: str | None = None


class Attendee(Model):
    """A person named in the meeting's attendance."""

    name: str
    status: Literal["present", "absent", "guest"]
    role: str | None = None
    party: str | None = None
    organisation: str | None = None
    span: SpanField


class AttendanceChange(Model):
    """A member who came, left, was recused or absent for one item."""

    name: str
    change: Literal["arrived", "left", "recused", "absent"]
    span: SpanField


class AgendaEntry(Model):
    """A line of the table of contents."""

    number: str | None = None
    title: str | None = None
    page: int | None = None
    span: SpanField


class Item(Model):
    """One agenda item (punkt)."""

    span: SpanField
    order: int
    number: str | None = None
    title: str | None = None
    case_number: str | None = None
    kle: Kle | None = None
    closed: bool = False
    attendance_changes: list[AttendanceChange] = []
    sections: list[Section] = []
    spans: dict[str, SpanField] = {}


class Meeting(Model):
    """One meeting: its facts, attendance, contents list and items."""

    span: SpanField
    authority: str | None = None
    body: str | None = None
    document_type: DocumentType = "referat"
    date: dt.date | None = None
    start_time: str | None = None
    end_time: str | None = None
    place: str | None = None
    attendance: list[Attendee] = []
    agenda: list[AgendaEntry] = []
    items: list[Item] = []
    spans: dict[str, SpanField] = {}
    inferred: list[str] = []


class Diagnostic(Model):
    """A doubt or finding: code, severity, message, where (span and line, from 1)."""

    code: str
    severity: Literal["info", "warning", "error"]
    message: str
    span: SpanField
    line: int


class Leaf(Model):
    """One leaf of the layout layer."""

    role: Role
    span: SpanField


class SourceInfo(Model):
    """Where the text came from; `length` in code points."""

    name: str
    format: str = "text"
    encoding: str = "utf-8"
    sha256: str = ""
    length: int


class Document(Model):
    """The result of parsing one document."""

    schema_version: Literal["1.0"] = "1.0"
    source: SourceInfo
    meetings: list[Meeting] = []
    diagnostics: list[Diagnostic] = []
    layout: list[Leaf] | None = None
