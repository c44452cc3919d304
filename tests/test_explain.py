"""`explain`: what opened each item and section, and what was considered and not taken."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from referat_parse import Lexicon, pipeline
from referat_parse.lexicon import default
from referat_parse.segment.document import segment
from tests.conftest import ROOT, SAMPLES, Program
from tests.test_properties import TEXTS

if TYPE_CHECKING:
    from pathlib import Path

MINUTES = """\
Teknikudvalget
Referat af møde den 4. maj 2023

Fraværende: Bodil Egelund

Punkt 7: Godkendelse af dagsorden

Beslutning

Godkendt.

Punkt 8: Nye bænke i parken

Sagsfremstilling

De gamle bænke er rådne.

Indstilling

Forvaltningen indstiller, at

1. der købes ti bænke
2. de males grønne

Beslutning

1. Ti bænke købes.
2. De males røde.

Afbud: Carl Viborg

Punkt 10: Eventuelt

Bilag

Beslutning

Intet.
"""


def _explained(text: str) -> list[str]:
    return pipeline.explain(text).splitlines()


def _reason(lines: list[str], start: str) -> str:
    """The reasons under the line that says `start`, unwrapped."""
    at = next(i for i, line in enumerate(lines) if line.lstrip().startswith(start))
    under = []
    for line in lines[at + 1 :]:
        if not line.startswith(" " * 9):
            break
        under.append(line.strip())
    return " ".join(under)


def _part(lines: list[str], title: str) -> list[str]:
    """The lines of the list with this title."""
    at = next(i for i, line in enumerate(lines) if line.startswith(title))
    return [lines[at], *(line for line in lines[at + 1 :] if line.startswith(" "))]


def _sections(lines: list[str]) -> list[list[str]]:
    """Line, kind, heading and reason of every section."""
    rows = (re.match(r" *(\d+) {6}(\w+) +(\(no heading\)|\".*\")  +(\S.*)$", line) for line in lines)
    return [list(row.groups()) for row in rows if row]


def test_the_head_says_whose_meeting_it_is_and_how_its_items_were_found() -> None:
    head = _explained(MINUTES)[:6]
    assert head[0] == "Meeting 1: lines 1–38"
    assert re.fullmatch(r"  body and date +Teknikudvalget, 2023-05-04 \(from the head\)", head[1])
    assert head[2].endswith('lines 1–4: "Teknikudvalget"')
    assert "3, by their numbers" in head[4]


def test_a_numbered_item_says_its_sequence_and_its_evidence() -> None:
    lines = _explained(MINUTES)
    assert _reason(lines, "6  7  Godkendelse af dagsorden").startswith("7 is the first of the row; ")
    assert _reason(lines, "12  8  Nye bænke i parken").startswith("8 follows 7 (+2.0); ")
    assert "the word 'punkt' in front (+1.5)" in _reason(lines, "12  8  ")
    assert _reason(lines, "32  10  Eventuelt").startswith("10 follows 8, 9 missing (")


def test_each_section_has_line_kind_heading_and_reason() -> None:
    found = _sections(_explained(MINUTES))
    assert [row[:3] for row in found] == [
        ["8", "beslutning", '"Beslutning"'],
        ["14", "sagsfremstilling", '"Sagsfremstilling"'],
        ["18", "indstilling", '"Indstilling"'],
        ["25", "beslutning", '"Beslutning"'],
        ["30", "fravaerende", '"Afbud:"'],
        ["36", "beslutning", '"Beslutning"'],
    ]
    assert {row[3] for row in found} == {"a heading of the lexicon", "absence label"}


def test_a_list_inside_a_decision_is_among_the_near_misses_with_its_reason() -> None:
    refused = _part(_explained(MINUTES), "Not taken as items")
    assert refused[0] == "Not taken as items: 4 lines"
    reason = _reason(refused, '28  "2. De males røde."')
    assert "no place in the row, between item 8 and item 10" in reason
    assert "a point right under a recommendation or decision (-2.0)" in reason


def test_headings_that_open_no_section_are_listed() -> None:
    refused = _part(_explained(MINUTES), "Not taken as headings")
    assert refused[0] == "Not taken as headings: 2 lines"
    assert _reason(refused, '20  "Forvaltningen indstiller, at"').startswith("a line that recommends")
    assert _reason(refused, '34  "Bilag"').startswith("nothing stands under it")


def test_every_numbered_line_that_begins_no_item_is_listed() -> None:
    points = "".join(f"{number}. punkt i en lang liste\n" for number in range(1, 301))
    refused = _part(_explained(MINUTES.replace("Intet.\n", points)), "Not taken as items")
    assert refused[0] == "Not taken as items: 304 lines"
    assert sum(' punkt i en lang liste"' in line for line in refused) == 300


def test_a_decision_of_another_meeting_says_so() -> None:
    text = MINUTES.replace("Intet.", "Intet.\n\nBeslutning i Byrådet den 11. april 2023\n\nGodkendt.")
    assert _sections(_explained(text))[-1] == [
        "40",
        "tidligere_beslutning",
        '"Beslutning i Byrådet den 11. april 2023"',
        "body and date of another meeting",
    ]


def test_an_unknown_heading_learnt_by_coming_back_says_so() -> None:
    item = "Punkt {}: Sag om {}\n\nGrønne tanker\n\nDer er tænkt over det.\n\nBeslutning\n\nGodkendt.\n\n"
    text = "".join(item.format(at, title) for at, title in enumerate(("skov", "sø", "eng", "mose"), start=1))
    reasons = [row[3] for row in _sections(_explained(text)) if row[2] == '"Grønne tanker"']
    assert reasons == ["unknown heading by form, and it comes back in several items"] * 4


def test_items_without_numbers_say_where_the_headings_start_over() -> None:
    item = "{}\n\nSagsfremstilling\n\nDer er set på sagen.\n\n1. en ting\n\nBeslutning\n\nGodkendt.\n\n"
    lines = _explained("".join(item.format(title) for title in ("Skoven ved søen", "Klage over støj", "Salg af engen")))
    assert "3, where the section headings start over" in lines[4]
    assert _reason(lines, "13  –  Klage over støj") == "the heading 'sagsfremstilling' starts over"
    assert "between the item of line 1 and the item of line 13" in _reason(lines, '7  "1. en ting"')


def test_each_meeting_is_explained() -> None:
    lines = _explained(MINUTES + MINUTES.replace("4. maj", "8. juni"))
    assert [line for line in lines if line.startswith("Meeting")] == ["Meeting 1: lines 1–38", "Meeting 2: lines 39–76"]


def test_long_lines_are_cut_with_a_mark_and_headings_and_titles_are_whole() -> None:
    title = "Ny plan for " + "stier og veje i den nordlige del af kommunen og " * 3 + "byen"
    lines = _explained(MINUTES.replace("Nye bænke i parken", title).replace("ti bænke", "ti bænke " + "meget " * 30))
    assert any(line.endswith(title) for line in lines)
    assert any(line.endswith('…"') for line in lines)


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_an_empty_text_is_told(text: str) -> None:
    assert pipeline.explain(text) == "Meeting 1: nothing but white space\n"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_item_and_section_of_the_samples_has_its_line_and_reason(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    lines = _explained(text)
    items = [item for meeting in segment(text, default()).meetings for item in meeting.items]
    numbers = {int(line.split()[0]) for line in lines if re.match(r" *\d+  ", line)}
    assert {text.count("\n", 0, item.span[0]) + 1 for item in items} <= numbers
    assert len(_sections(lines)) == sum(len(item.blocks) for item in items)


@given(TEXTS)
def test_any_text_is_explained_the_same_each_time_and_harmlessly(text: str) -> None:
    told = pipeline.explain(text)
    assert told == pipeline.explain(text)
    assert told.endswith("\n")
    assert all(line.isprintable() and line == line.rstrip() for line in told.split("\n"))


def test_the_command_reads_a_file_or_standard_input(tmp_path: Path, program: Program) -> None:
    file = tmp_path / "a.txt"
    file.write_text(MINUTES, encoding="utf-8", newline="")
    ran = program("explain", file)
    assert (ran.code, ran.text, ran.err) == (0, pipeline.explain(MINUTES), "")
    assert program("explain", "-", stdin=MINUTES.encode()).text == ran.text


def test_the_command_says_what_cannot_be_read(tmp_path: Path, program: Program) -> None:
    ran = program("explain", tmp_path / "gone.txt")
    assert (ran.code, ran.out) == (1, b"")
    assert "gone.txt: " in ran.err


def test_control_characters_do_not_reach_the_terminal(program: Program) -> None:
    told = program("explain", "-", stdin=MINUTES.replace("Nye bænke", "\x1b[31mNye \u202ebænke\x07").encode()).text
    assert "8  \ufffd[31mNye bænke\ufffd i parken" in told


def test_words_of_your_own_are_used(tmp_path: Path, program: Program) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(
        '[[headings]]\nvalue = "resume"\nwords = ["Sagt kort"]\nexample = ["Sagt kort"]\n', encoding="utf-8"
    )
    text = MINUTES.replace("Sagsfremstilling", "Sagt kort")
    told = program("explain", "-", "--lexicon", mine, stdin=text.encode()).text
    assert told == pipeline.explain(text, lexicon=Lexicon(mine))
    assert ["14", "resume", '"Sagt kort"', "a heading of the lexicon"] in _sections(told.splitlines())


def test_the_example_on_the_page_is_what_the_program_says(*, update: bool) -> None:
    path = ROOT / "docs" / "cli.md"
    page = path.read_text(encoding="utf-8")
    example = re.compile(
        r"(<!-- example: explain -->\n```text\n)(.*?)(```\n\nit prints\n\n```text\n)(.*?)(?=```\n)", re.DOTALL
    )
    made = example.sub(lambda found: f"{found[1]}{found[2]}{found[3]}{pipeline.explain(found[2])}", page)
    if update:
        path.write_text(made, encoding="utf-8", newline="\n")
    assert example.search(page)
    assert made == path.read_text(encoding="utf-8")
