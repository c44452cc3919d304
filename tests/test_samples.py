"""The project's own minutes: every sample is its annotated gold without the tags, and the gold is well formed.

`samples/NAME.txt` is what a user would have on disk; `tests/gold/NAME.ann.txt` is the same text with the expected
answer written into it as tags, e.g. `⟦item number="3" title="Budget"⟧ … ⟦/item⟧`. Everything outside a tag is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

HERE: Final = Path(__file__).parent
GOLD: Final = sorted((HERE / "gold").glob("*.ann.txt"))
SAMPLES: Final = HERE.parent / "samples"

TAG: Final = re.compile(r'⟦(/?)(\w+)((?: \w+="[^"⟦⟧]*")*)⟧')
ATTRIBUTE: Final = re.compile(r'(\w+)="([^"]*)"')

PARENT: Final = {"meeting": "", "p": "meeting", "item": "meeting", "s": "item", "b": "s"}
VOTES: Final = frozenset({"for", "against", "abstain", "for_by", "against_by", "abstain_by"})
ATTRIBUTES: Final = {
    "meeting": frozenset({"body", "authority", "date", "start", "end", "place"}),
    "p": frozenset({"status"}),
    "item": frozenset({"number", "title", "case", "closed"}),
    "s": frozenset({"kind", "outcome", "body", "date"}) | VOTES,
    "b": frozenset[str](),
}
DECISIONS: Final = frozenset({"beslutning", "tidligere_beslutning"})
VALUES: Final = {
    "status": re.compile("present|absent|guest"),
    "closed": re.compile("yes"),
    "kind": re.compile(
        "resume|sagsfremstilling|baggrund|vurdering|indstilling|beslutning|tidligere_beslutning|oekonomi|lovgrundlag|hoering"
        "|kommunikation|personale|miljoe|sagens_gang|droeftelse|afstemning|fravaerende|protokol|bilag|indhold|andet"
    ),
    "outcome": re.compile(
        "godkendt|anbefalet|efterretning|droeftet|udsat|oversendt|afvist|udgaaet|valgt|ingen_bemaerkninger|andet"
    ),
    "date": re.compile(r"\d{4}-\d\d-\d\d"),
    "start": re.compile(r"\d\d:\d\d"),
    "end": re.compile(r"\d\d:\d\d"),
    "for": re.compile(r"\d+"),
    "against": re.compile(r"\d+"),
    "abstain": re.compile(r"\d+"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotated stretch: its tag, its attributes, the tag around it ("" at the top) and the text it covers."""

    tag: str
    attributes: dict[str, str]
    parent: str
    text: str


def strip(annotated: str) -> str:
    """The bare text of an annotated file."""
    return TAG.sub("", annotated)


def marks(annotated: str) -> list[Mark]:
    """Every annotated stretch in the order in which it closes; a tag closed out of turn is an error."""
    found: list[Mark] = []
    opened: list[tuple[str, dict[str, str], int]] = []
    for tag in TAG.finditer(annotated):
        closes, name, attributes = tag.groups()
        if not closes:
            opened.append((name, dict(ATTRIBUTE.findall(attributes)), tag.end()))
            continue
        begun, values, start = opened.pop()
        assert begun == name, f"{name} closes while {begun} is open, at {tag.start()}"
        found.append(Mark(name, values, opened[-1][0] if opened else "", strip(annotated[start : tag.start()])))
    assert not opened, f"never closed: {[name for name, *_ in opened]}"
    return found


def read(path: Path) -> str:
    """The file as it is: decoded, line ends untouched."""
    return path.read_bytes().decode("utf-8")


def name_of(path: Path) -> str:
    """`nordby-2021` for `tests/gold/nordby-2021.ann.txt`."""
    return path.name.removesuffix(".ann.txt")


every_gold = pytest.mark.parametrize("path", GOLD, ids=name_of)


def test_every_sample_has_gold_and_a_line_in_the_readme() -> None:
    names = {name_of(path) for path in GOLD}
    assert names
    assert names == {path.stem for path in SAMPLES.glob("*.txt")}
    assert names == set(re.findall(r"`([\w-]+)\.txt`", read(SAMPLES / "README.md")))


@every_gold
def test_sample_is_its_gold_without_the_tags(path: Path) -> None:
    text = strip(read(path))
    assert read(SAMPLES / f"{name_of(path)}.txt") == text
    assert not re.search("[⟦⟧]", text)


@every_gold
def test_tags_nest_and_carry_only_known_attributes(path: Path) -> None:
    for mark in marks(read(path)):
        assert mark.parent == PARENT[mark.tag], mark
        assert mark.attributes.keys() <= ATTRIBUTES[mark.tag], mark
        for name, value in mark.attributes.items():
            assert name not in VALUES or VALUES[name].fullmatch(value), mark


@every_gold
def test_sections_people_and_attachments_start_and_end_on_a_character(path: Path) -> None:
    for mark in marks(read(path)):
        if mark.tag in {"s", "p", "b"}:
            assert mark.text, mark
            assert mark.text == mark.text.strip(), mark


@every_gold
def test_decisions_state_their_outcome_and_only_decisions_have_votes(path: Path) -> None:
    for mark in (mark for mark in marks(read(path)) if mark.tag == "s"):
        kind = mark.attributes["kind"]
        if kind in DECISIONS:
            assert "outcome" in mark.attributes, mark
        elif kind != "indhold":
            assert "outcome" not in mark.attributes, mark
        if mark.attributes.keys() & VOTES:
            assert "outcome" in mark.attributes, mark
        if mark.attributes.keys() & {"body", "date"}:
            assert kind == "tidligere_beslutning", mark


@every_gold
def test_titles_and_case_numbers_stand_in_the_item(path: Path) -> None:
    """A title is the written one with its line wraps and hyphenation joined, so its words must be there."""
    for mark in (mark for mark in marks(read(path)) if mark.tag == "item"):
        flat = " ".join(re.sub(r"(?<=\w)-\n\s*(?=\w)", "", mark.text).split())
        for name in ("number", "title", "case"):
            assert " ".join(mark.attributes.get(name, "").split()) in flat, mark.attributes
