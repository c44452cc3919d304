"""Case numbers, their KLE parts, and the lines that give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_parse.grammar.cases import find_cases, find_meta_run, match_case_line, read_case, read_kle
from referat_parse.lexicon import default

SCHEMES = {
    "00.01.00-A00-7-21": "kle",
    "00.22.02+P35": "kle",
    "05.14.10P24": "kle",
    "18.00Ø00 - 2016/00417": "kle",
    "27.00.00-A00-1-2020": "kle",
    "22/40817": "sbsys",
    "EMN-2023-004410": "emn",
    "SAG-2022-55120": "sag",
    "S2020-881": "sag",
    "2023-000417": "year-serial",
    "24-000913": "year-serial",
    "2017/012345": "year-serial",
    "326-2012-44871": "polweb",
    "BR 288/09": "br",
    "1-30-72-44-15": "region",
}
NO_CASES = [
    "01.02.2020",
    "01.02.20",
    "22-11-2021",
    "2021-11-22",
    "18.30",
    "kl. 18.30 - 19.45",
    "1.234.567 kr.",
    "2018-2021",
    "2018/2019",
    "12/2019",
    "12/2-2025",
    "MOD-2021-00417",
    "Lokalplan 3.79",
    "24 / 7",
]


@pytest.mark.parametrize(("value", "scheme"), SCHEMES.items())
def test_every_scheme_is_known_and_found_in_text(value: str, scheme: str) -> None:
    assert read_case(value) == scheme
    text = f"Se sagen {value}, der er vedlagt."
    assert [(case.value, case.scheme) for case in find_cases(text)] == [(value, scheme)]
    assert all(text[case.start : case.end] == case.value for case in find_cases(text))


@pytest.mark.parametrize("text", NO_CASES)
def test_dates_times_amounts_and_years_are_no_cases(text: str) -> None:
    assert list(find_cases(text)) == []
    assert match_case_line(text) is None


@pytest.mark.parametrize("value", ["14/122", "00.01.00", "G01", "S00"])
def test_short_forms_count_only_where_they_are_stated_as_cases(value: str) -> None:
    assert read_case(value) is not None
    assert list(find_cases(f"Se {value} her.")) == []


def test_what_has_no_known_form_has_no_scheme() -> None:
    assert read_case("357120") is None
    assert read_case("") is None


def test_kle_has_its_parts_and_its_main_groups_title() -> None:
    kle = read_kle("27.00.00-A00-1-20", default())
    assert kle is not None
    assert (kle.code, kle.facet, kle.serial, kle.year) == ("27.00.00", "A00", 1, 2020)
    assert (kle.main_group, kle.main_group_title) == ("27", "Social service")


@pytest.mark.parametrize(
    ("value", "code", "facet", "year"),
    [
        ("28.06.04A30", "28.06.04", "A30", None),
        ("00.22.02+P35", "00.22.02", "P35", None),
        ("18.00Ø00 - 2016/00417", "18.00", "Ø00", None),
        ("05.01.00-P20-3-1998", "05.01.00", "P20", 1998),
        ("05.01.00-P20-3-98", "05.01.00", "P20", 1998),
        ("00.01.00", "00.01.00", None, None),
    ],
)
def test_kle_comes_in_several_forms(value: str, code: str, facet: str | None, year: int | None) -> None:
    kle = read_kle(value, default())
    assert kle is not None
    assert (kle.code, kle.facet, kle.year) == (code, facet, year)


def test_an_expired_main_group_has_no_title() -> None:
    kle = read_kle("16.07.04-A08-1-05", default())
    assert kle is not None
    assert kle.main_group_title is None


@pytest.mark.parametrize("value", ["21/18830", "18.30", "01.02.2020", "2023-000417", ""])
def test_other_numbers_are_no_kle(value: str) -> None:
    assert read_kle(value, default()) is None


def test_there_are_37_main_groups() -> None:
    assert len(default().table("kle").entries) == 37


LINES: list[tuple[str, str | None, bool | None]] = [
    ("Sagsnr.: 00.00.00-P19-1207-09 Sagsbehandler: Ida Brink", "00.00.00-P19-1207-09", None),
    ("Sagsid.: 21/40817", "21/40817", None),
    ("J.nr.: 28.06.04A30      Sagsid.: 10/40817", "10/40817", None),
    ("Sagsnr.: 330-2018-2190    Dok.nr.: 330-2018-371125    Åbent", "330-2018-2190", False),
    ("*Sagsnr. 417120*", "417120", None),
    ("Sagsnummer: 2023-000417", "2023-000417", None),
    ("J.nr.:. Sagsid.: Initialer: xx Åben sag", None, False),
    ("Åbent - 05.04.00-P20-9-17", "05.04.00-P20-9-17", False),
    ("Lukket - 05.04.00-P20-9-17", "05.04.00-P20-9-17", True),
    ("DIKULT / 06/40817ÅBEN SAG", "06/40817", False),
    ("Sag 326-2012-17", "326-2012-17", None),
    ("Sags ID: EMN-2023-004410", "EMN-2023-004410", None),
    ("J.nr.: S00. Sagsnr.: 11/417", "11/417", None),
    ("J.nr.: G01 Sagsid.: Initialer: abc", "G01", None),
    ("Sagnr.: 1-30-72-44-15", "1-30-72-44-15", None),
    ("Sagsnr. 417120 Økonomiudvalget Åbent punkt", "417120", None),
    ("Åben sag Sagsnr: 15/4417 Forvaltning: CTM Sbh: abcd Besl. komp: TU/ØU/BR", "15/4417", False),
    ("00.01.00-A00-7-21", "00.01.00-A00-7-21", None),
    ("00.22.00-G00-2-25 -", "00.22.00-G00-2-25", None),
    ("18.00Ø00 - 2016/00417", "18.00Ø00 - 2016/00417", None),
    ("**04.11.00-P20-3-21**", "04.11.00-P20-3-21", None),
    ("S2020-881", "S2020-881", None),
    ("Lukket sag", None, True),
    ("                Åbent", None, False),
    ("Dok. 326-2012-17", None, None),
    ("Sagsnr.: 12/44170 <br />", "12/44170", None),
]


@pytest.mark.parametrize(("line", "value", "closed"), LINES)
def test_a_case_line_gives_the_case_before_the_journal_and_never_the_document(
    line: str,
    value: str | None,
    closed: bool | None,  # noqa: FBT001  a parameter of the table above
) -> None:
    found = match_case_line(line)
    assert found is not None
    assert (found.value, found.closed) == (value, closed)
    assert found.span is None or line[slice(*found.span)] == value


@pytest.mark.parametrize(
    "line",
    [
        "Sag nr. 161",
        "Sag nr. 19 (ØU 23/2010)",
        "Lukket - Køb af jord",
        "Sagsfremstilling",
        "Sagen afgøres i: Byrådet",
        "Sagsbehandlingen er afsluttet",
        "Journalisten spurgte",
        "Åbne sager",
        "Åben dagsorden",
        "Sagsnr. 12/44170 blev drøftet",
        "",
        "x" * 1000,
    ],
)
def test_other_lines_are_no_case_lines(line: str) -> None:
    assert match_case_line(line) is None


def test_a_label_without_value_says_what_is_still_to_come() -> None:
    label, owner = match_case_line("Sagsnr."), match_case_line("Initialer")
    assert label is not None
    assert owner is not None
    assert (label.value, label.pending, owner.pending) == (None, "case", "person")


def test_the_journals_kle_number_is_kept_beside_the_case() -> None:
    found = match_case_line("Sagsnr.: 326-2012-44871       J.nr.: 00.01.00            Dokumentnr.: 326-2012-18830")
    assert found is not None
    assert (found.value, found.journal) == ("326-2012-44871", "00.01.00")


def test_a_run_ends_before_the_next_label_that_is_none_of_its_own() -> None:
    line = "Sagsnr.: 15/44710 Sagen afgøres i: Byrådet"
    found = match_case_line(line)
    assert found is not None
    assert line[: found.end] == "Sagsnr.: 15/44710"


RUNS = [
    (
        "152. Orientering om bakken J.nr.: G01 Sagsid.: Initialer: abc Åben sag Forvaltningen oplyser",
        "G01",
        "J.nr.: G01 Sagsid.: Initialer: abc Åben sag",
    ),
    (
        "1. Dagsorden Åben sag Sagsnr.: 15/4170 Sagsansvarlig: abc.de Fraværende: Afbud: Kim Lund",
        "15/4170",
        "Åben sag Sagsnr.: 15/4170 Sagsansvarlig: abc.de",
    ),
    (
        "2. Bro Åben sag Sagsnr: 15/4471 Forvaltning: CTM Sbh: abcd Besl. komp: TU/ØU/BR Sagsfremstilling Der er",
        "15/4471",
        "Åben sag Sagsnr: 15/4471 Forvaltning: CTM Sbh: abcd Besl. komp: TU/ØU/BR",
    ),
    ("UdskrivSagsid.: 12/4471 Indstilling", "12/4471", "Sagsid.: 12/4471"),
    ("5. Bro Sagsbehandler: Ida Brink Sagsnr.: 12/3456 Noter", "12/3456", "Sagsbehandler: Ida Brink Sagsnr.: 12/3456"),
    ("00.22.04-P35-1-15 Beslutning Økonomiudvalget, 12.01.2015", "00.22.04-P35-1-15", "00.22.04-P35-1-15"),
    ("98. Bro J.nr.: Sagsid.: Initialer: Åben sag Broen", None, "J.nr.: Sagsid.: Initialer: Åben sag"),
]


@pytest.mark.parametrize(("text", "value", "run"), RUNS)
def test_a_run_is_found_inside_a_long_line_and_ends_before_the_text(text: str, value: str | None, run: str) -> None:
    found = find_meta_run(text, 0, len(text))
    assert found is not None
    assert (found.value, text[found.start : found.end]) == (value, run)


@pytest.mark.parametrize(
    "text", ["Det fremgår af sagsnr.: 12/34567 at", "Kontakt: Sagsbehandler: Ida Brink", "Åben sag om broen", ""]
)
def test_prose_has_no_run(text: str) -> None:
    assert find_meta_run(text, 0, len(text)) is None


PIECES = st.sampled_from(
    [
        "Sagsnr.: ",
        "Sag ",
        "J.nr.:",
        "12/34567",
        "00.01.00-A00-1-20",
        "Åben sag",
        "Lukket",
        "\n",
        " ",
        "-",
        "Ole",
        ".",
        "x",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_text_is_read_without_error_and_read_back(text: str) -> None:
    for case in find_cases(text):
        assert text[case.start : case.end] == case.value
    read_case(text)
    read_kle(text, default())
    for found in (match_case_line(text), find_meta_run(text, 0, len(text))):
        if found:
            assert 0 <= found.start <= found.end <= len(text)
            assert found.value == (text[slice(*found.span)] if found.span else None)
