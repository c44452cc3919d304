"""What holds for any text whatever."""

from __future__ import annotations

import random
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st

from referat_parse import Document, Item, parse
from referat_parse.models import Attachments
from referat_parse.problems import InputError
from referat_parse.read import read_bytes
from referat_parse.text import flat, key, unwrap
from referat_parse.write.documents import to_json
from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = [line for path in SAMPLES for line in path.read_bytes().decode("utf-8").splitlines(keepends=True)]
WORDS = (
    "Punkt 1:|Punkt 2: |3.|3.1 |Beslutning|Indstilling|Bilag|Til stede:|Afbud:|Sagsnr.: |Godkendt.|at |1)|- |**|# "
    "|Imod stemte 3 (A og B)|27.00.00-A00-1-20|den 3. marts 2025|kl. 17.00|Side 1 af 3|Byrådet|Referat|Dagsorden"
    "|\f|\t|\u00a0|\u00ad|\r\n|\n|\n\n|" + "x" * 50
).split("|")
ANY_TEXT = st.text()
SCRAPS = st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=60).map("".join)


@st.composite
def spliced(draw: st.DrawFn) -> str:
    """Lines of the samples in an order of their own, with scraps between."""
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311  not for secrets
    length = draw(st.integers(0, 60))
    start = chance.randrange(len(LINES)) if LINES else 0
    run = LINES[start : start + length]
    for _ in range(draw(st.integers(0, 12))):
        run.insert(chance.randrange(len(run) + 1), chance.choice([*LINES, *WORDS]))
    return "".join(run)


TEXTS = ANY_TEXT | SCRAPS | spliced()
FOUND = ("", "\u00b9", "PUNKT0*A0", "SIDE0AF0\r*PUNKT0", "Punkt **3:** Ny sti\n\nGodkendt.\n")
"""Texts that once broke a rule."""


def for_any_text(test: Callable[[str], None]) -> Callable[[], None]:
    """Run `test` on arbitrary texts, and always on those that once broke a rule."""
    for text in FOUND:
        test = example(text)(test)
    return given(TEXTS)(test)


def _spans(value: object) -> list[list[int]]:
    """Every span anywhere in a document's JSON."""
    if isinstance(value, dict):
        own = [value["span"]] if "span" in value else []
        named = list(value.get("spans", {}).values())
        return own + named + [span for below in value.values() for span in _spans(below)]
    return [span for below in value for span in _spans(below)] if isinstance(value, list) else []


def _items(document: Document) -> list[Item]:
    return [item for meeting in document.meetings for item in meeting.items]


@for_any_text
def test_every_span_lies_in_the_text(text: str) -> None:
    document = parse(text, layout=True)
    for start, end in _spans(document.model_dump(mode="json")):
        assert 0 <= start <= end <= len(text)


@for_any_text
def test_what_is_stated_is_what_stands_there(text: str) -> None:
    document = parse(text)
    for item in _items(document):
        for name, (start, end) in item.spans.items():
            assert _says(text[start:end], getattr(item, name)), name
        for section in item.sections:
            if isinstance(section, Attachments):
                for one in section.attachments:
                    assert _says(text[slice(*one.span)], one.title)
    for meeting in document.meetings:
        for person in meeting.attendance:
            assert _says(text[slice(*person.span)], person.name)


def _says(written: str, stated: str | None) -> bool:
    """Whether `stated` is what `written` says; of a text over a page break, the page's head and foot are left out."""
    if stated is None:
        return False
    if key(stated) in {key(written), key(flat(written)), key(unwrap(written))}:
        return True
    words, there = key(stated).split(), key(flat(written)).split()
    rest = iter(there)
    return words[:1] == there[:1] and words[-1:] == there[-1:] and all(word in rest for word in words)


@for_any_text
def test_leaves_are_sorted_disjoint_and_cover_all_that_is_not_space(text: str) -> None:
    leaves = parse(text, layout=True).layout or []
    assert all(one.span[1] <= other.span[0] for one, other in pairwise(leaves))
    covered = {at for leaf in leaves for at in range(*leaf.span)}
    assert [char for at, char in enumerate(text) if not char.isspace() and at not in covered] == []


@for_any_text
def test_meetings_items_and_sections_are_in_order_and_inside_each_other(text: str) -> None:
    document = parse(text)
    assert all(one.span[1] <= other.span[0] for one, other in pairwise(document.meetings))
    for meeting in document.meetings:
        assert [item.order for item in meeting.items] == list(range(1, len(meeting.items) + 1))
        assert all(one.span[1] <= other.span[0] for one, other in pairwise(meeting.items))
        for item in meeting.items:
            assert meeting.span[0] <= item.span[0] <= item.span[1] <= meeting.span[1]
            assert all(one.span[1] <= other.span[0] for one, other in pairwise(item.sections))
            for section in item.sections:
                assert item.span[0] <= section.span[0] <= section.span[1] <= item.span[1]
                assert text[slice(*section.span)].strip() == text[slice(*section.span)] != ""


@for_any_text
def test_a_document_comes_back_from_its_json_and_is_the_same_each_time(text: str) -> None:
    document = parse(text, name="x", layout=True)
    written = to_json(document)
    assert Document.model_validate_json(written) == document
    assert to_json(parse(text, name="x", layout=True)) == written


@for_any_text
def test_diagnostics_are_known_and_located(text: str) -> None:
    for found in parse(text).diagnostics:
        assert found.line == text.count("\n", 0, found.span[0]) + 1


@given(st.binary(max_size=400) | TEXTS.map(lambda text: text.encode("cp1252", "replace")))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(InputError):
        source = read_bytes(data, "x")
        parse(source.text, source=source)
