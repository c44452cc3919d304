"""Tables in the text of a section."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_parse.interpret.tables import read_tables
from referat_parse.text import Passage


def tables(text: str) -> list[tuple[list[str], list[list[str]]]]:
    return [(table.header, table.rows) for table in read_tables(Passage.whole(text))]


def test_a_markdown_table_has_a_header_and_rows() -> None:
    text = "Før.\n\n| Post | 2022 |\n|:---|---:|\n| Maling | 85 |\n| **I alt** | **85** |\n\nEfter."
    assert tables(text) == [(["Post", "2022"], [["Maling", "85"], ["**I alt**", "**85**"]])]
    start, end = read_tables(Passage.whole(text))[0].span
    assert text[start:end] == "| Post | 2022 |\n|:---|---:|\n| Maling | 85 |\n| **I alt** | **85** |"


def test_an_empty_header_is_none() -> None:
    assert tables("| | |\n|---|---|\n| Sted | Hallen |\n| Tid | 12 |") == [([], [["Sted", "Hallen"], ["Tid", "12"]])]
    assert tables("| Navn | |\n|---|---|\n| Hal | 12 |") == [(["Navn", ""], [["Hal", "12"]])]


def test_two_markdown_tables_stay_two() -> None:
    text = "| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n|---|---|\n| 3 | 4 |"
    assert tables(text) == [(["a", "b"], [["1", "2"]]), (["c", "d"], [["3", "4"]])]


def test_tabs_make_cells_and_empty_cells_stay() -> None:
    assert tables("Hal\tBudget\tRest\nNord\t1.200\t\nSyd\t900\t3,5 %") == [
        (["Hal", "Budget", "Rest"], [["Nord", "1.200", ""], ["Syd", "900", "3,5 %"]])
    ]


def test_columns_set_with_blanks() -> None:
    text = "Takst              2023     2024\nVand pr. m3       19,25    20,50\nAffald           612,00   640,00"
    assert tables(text) == [
        (["Takst", "2023", "2024"], [["Vand pr. m3", "19,25", "20,50"], ["Affald", "612,00", "640,00"]])
    ]


def test_a_first_column_without_heading() -> None:
    text = "Ord:\n          Biler    Fart\nNord      812      58 km/t\nSyd       1.045    61 km/t"
    assert tables(text) == [(["", "Biler", "Fart"], [["Nord", "812", "58 km/t"], ["Syd", "1.045", "61 km/t"]])]


def test_a_table_without_figures_has_no_header() -> None:
    assert tables("Hal | Vært\nNord | Kim") == [([], [["Hal", "Vært"], ["Nord", "Kim"]])]


def test_a_table_cut_by_a_page_break_is_one() -> None:
    source = "Hal\tPris\nNord\t12\nSide 3\n\nHal\tPris\nSyd\t14\n\tefter rabat"
    start = source.index("Side 3")
    passage = Passage.of(source, [(0, start), (start + len("Side 3\n"), len(source))])
    found = read_tables(passage)
    assert [(table.header, table.rows) for table in found] == [
        (["Hal", "Pris"], [["Nord", "12"], ["Syd", "14 efter rabat"]])
    ]
    assert found[0].span == (0, len(source))


def test_a_cell_goes_on_behind_a_blank_line() -> None:
    assert tables("Hal\tTal\nNord\t12 eller\n\n\tflere\nSyd\t14") == [
        (["Hal", "Tal"], [["Nord", "12 eller flere"], ["Syd", "14"]])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Et afsnit  med to blanke.  Og mere.\nEn linje  til med det.  Slut her.",
        "1.   Halvtag\n2.   Skur",
        "-    Halvtag\n-    Skur",
        "Forside | Om os | Kontakt",
        "Sted: Hallen     Tid: 12",
        "Navn      Type\nHal       B",
        "----",
        "",
    ],
)
def test_prose_lists_and_menus_are_no_tables(text: str) -> None:
    assert tables(text) == []


PIECES = st.sampled_from(["| a ", "|---|---|\n", "\t", "\n", "   ", "12", "ord", "|", "\n\n", "-"])


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_read_without_error_inside_its_bounds(text: str) -> None:
    for table in read_tables(Passage.whole(text)):
        assert 0 <= table.span[0] < table.span[1] <= len(text)
        assert len(table.rows) + bool(table.header) > 0
