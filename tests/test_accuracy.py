"""The measuring is itself measured: annotations are read right, figures count what they should."""

from __future__ import annotations

import pytest

from bench.accuracy import below, figures, raised
from bench.annotation import AnnotationError, read_annotated
from bench.compare import compare
from referat_parse.models import (
    Attachment,
    Attachments,
    Attendee,
    Decision,
    Document,
    Item,
    Leaf,
    Meeting,
    Side,
    SourceInfo,
    Vote,
    Voter,
)

RAW = (
    '⟦meeting body="Byrådet" date="2025-03-03"⟧Byrådet 3/3 2025\n'
    '⟦p status="absent"⟧Ib Holm⟦/p⟧\n'
    '⟦item number="1" title="Valg"⟧1. Valg\nBeslutning\n'
    '⟦s kind="beslutning" outcome="godkendt" for="3" against_by="A; Liste B"⟧Godkendt med 3.⟦/s⟧\nBilag\n'
    '⟦s kind="bilag"⟧⟦b⟧Notat⟦/b⟧ (12 KB)⟦/s⟧⟦/item⟧⟦/meeting⟧\n'
)
TEXT = "Byrådet 3/3 2025\nIb Holm\n1. Valg\nBeslutning\nGodkendt med 3.\nBilag\nNotat (12 KB)\n"


def _span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def _right() -> Document:
    against = Side(voters=[Voter(name="A", kind="party"), Voter(name="B (liste)", kind="party")])
    vote = Vote(yes=Side(count=3), no=against, span=_span("3."))
    decision = Decision(text="", span=_span("Godkendt med 3."), outcome="godkendt", votes=[vote])
    notes = [Attachment(title="Notat.pdf", span=_span("Notat"))]
    files = Attachments(text="", span=_span("Notat (12 KB)"), attachments=notes)
    item = Item(
        span=(_span("1. Valg")[0], len(TEXT) - 1), order=1, number="1", title="Valg", sections=[decision, files]
    )
    people = [Attendee(name="Ib Holm", status="absent", span=_span("Ib Holm"))]
    meeting = Meeting.model_validate(
        {"span": (0, len(TEXT)), "body": "Byråd", "date": "2025-03-03", "items": [item], "attendance": people}
    )
    leaves = [Leaf(role="section.body", span=(0, len(TEXT)))]
    return Document(source=SourceInfo(name="x", length=len(TEXT)), meetings=[meeting], layout=leaves)


def test_tags_leave_the_bare_text_and_nest() -> None:
    annotated = read_annotated(RAW)
    assert annotated.text == TEXT
    assert [node.attributes.get("kind") for node in annotated.root.all("s")] == ["beslutning", "bilag"]
    assert [TEXT[slice(*node.span)] for node in annotated.root.all("b")] == ["Notat"]


@pytest.mark.parametrize(
    "raw",
    [
        "⟦item⟧x⟦/item⟧",
        "⟦meeting⟧x",
        "⟦meeting⟧⟦/item⟧",
        '⟦meeting colour="red"⟧⟦/meeting⟧',
        "⟦meeting⟧⟦frob⟧⟦/frob⟧⟦/meeting⟧",
        "⟦/meeting⟧",
        "⟦meeting broken⟧⟦/meeting⟧",
    ],
)
def test_a_broken_annotation_is_refused(raw: str) -> None:
    with pytest.raises(AnnotationError):
        read_annotated(raw)


def test_a_right_document_is_right_in_every_figure() -> None:
    tally = compare(read_annotated(RAW), _right())
    assert tally.differences == []
    assert set(figures([tally]).values()) == {1.0, 0.0}
    assert figures([tally])["badspans"] == 0


def test_an_empty_document_is_wrong_in_every_figure() -> None:
    nothing = Document(source=SourceInfo(name="x", length=len(TEXT)))
    assert set(figures([compare(read_annotated(RAW), nothing)]).values()) == {0.0}


def test_each_fact_that_is_wrong_shows_in_its_own_figure() -> None:
    document = _right()
    item = document.meetings[0].items[0]
    item.title = "Salg"
    item.spans = {"title": (0, 3)}
    decision = item.sections[0]
    assert isinstance(decision, Decision)
    decision.votes[0].yes.count = 4
    document.meetings[0].attendance[0].status = "present"
    document.layout = [Leaf(role="unparsed", span=(0, 9)), Leaf(role="section.body", span=(9, len(TEXT)))]
    found = figures([compare(read_annotated(RAW), document)])
    wrong = {name for name, value in found.items() if value < 1} - {"badspans"}
    assert wrong == {"title", "votes", "people", "coverage", "perfect"}
    assert found["badspans"] == 1


def test_an_extra_item_and_an_extra_meeting_are_no_perfect_file() -> None:
    document = _right()
    extra = document.meetings[0].model_copy(deep=True)
    document.meetings.append(extra)
    found = figures([compare(read_annotated(RAW), document)])
    assert found["items"] == pytest.approx(2 / 3, abs=1e-4)
    assert found["perfect"] == 0


def test_floors_hold_and_only_rise() -> None:
    floors = {"items": 0.9, "badspans": 0.0}
    assert below({"items": 0.95, "badspans": 0}, floors) == []
    assert len(below({"items": 0.85, "badspans": 1}, floors)) == 2
    assert raised({"items": 0.85, "title": 0.5, "badspans": 0.0}, floors) == {**floors, "title": 0.5}
