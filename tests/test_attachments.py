"""Titles in lists of attachments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_parse.interpret.attachments import read_attachments
from referat_parse.lexicon import default
from referat_parse.text import Passage, unwrap


def titles(text: str) -> list[str]:
    return [found.title for found in read_attachments(Passage.whole(text), default())]


@pytest.mark.parametrize(
    "text", ["Ingen", "Ingen bilag.", "-", "---", "Nej.", "", "3 bilag", "(Bilag ligger i sagen.)"]
)
def test_none_is_none(text: str) -> None:
    assert titles(text) == []


LISTS = {
    "bullets": ("- Skitse\n• Notat om skur\n", ["Skitse", "Notat om skur"]),
    "list numbers": ("1. Skitse\n2. Notat", ["Skitse", "Notat"]),
    "bare list numbers": ("1 Skitse\n2 Notat", ["Skitse", "Notat"]),
    "an ordinal": ("2. udgave af skitsen", ["2. udgave af skitsen"]),
    "Bilag N": ("Bilag 1 - Skitse\nBilag 2 - Notat.pdf", ["Bilag 1 - Skitse", "Bilag 2 - Notat.pdf"]),
    "two on a line": (
        "Plantegning  Overslag fra entreprenør\nBrev",
        ["Plantegning", "Overslag fra entreprenør", "Brev"],
    ),
    "two blanks in a title": ("Bilag 1  Skitse\nNotat  af 3. maj", ["Bilag 1 Skitse", "Notat af 3. maj"]),
    "two document numbers": ("Skitse (2011044 - EMN-2012-08811)\nNotat (Plan 2011)", ["Skitse", "Notat (Plan 2011)"]),
    "sizes": ("Skitse (123 KB)\nNotat.docx (PDF, 1,2 MB)\nPlan - 45 KB", ["Skitse", "Notat.docx", "Plan"]),
    "years": ("Plan (2024)\nFerieplan 2014/15", ["Plan (2024)", "Ferieplan 2014/15"]),
    "document numbers behind": ("Skitse (4598120)\nNotat (dok.nr. 118204/15)", ["Skitse", "Notat"]),
    "document numbers before": ("330-2018-360021    Bilag 1 - Plan", ["Bilag 1 - Plan"]),
    "document numbers on their own line": ("326-2012-1\nSkitse\n326-2012-2\nNotat", ["Skitse", "Notat"]),
    "a date in front stays": ("2020-01-08 Klage\nVision 210913", ["2020-01-08 Klage", "Vision 210913"]),
    "run on with status": ("1 Åben Skitse 61244/15 2 Åben Notat marts 2015 58830/15", ["Skitse", "Notat marts 2015"]),
    "status in brackets": ("1 (Åben) Skitse\n2 (Lukket) Notat", ["Skitse", "Notat"]),
    "run on with brackets": ("Skitse (dok.nr. 1182/15) Notat (dok.nr. 1183/15)", ["Skitse", "Notat"]),
    "interface words": ("Skitse (Åbn bilag)\nNotat (åbner i nyt vindue)\nÅbn bilag Plan", ["Skitse", "Notat", "Plan"]),
    "Markdown links": ("* [Skitse](/a_(1)) (8,2 MB)\n* Notat", ["Skitse", "Notat"]),
    "HTML links": ('<a href="/a">Skitse</a><br />\n<a href="/b">Notat</a>', ["Skitse", "Notat"]),
    "icons": ("application/pdf icon en_plan.pdfapplication/pdf icon to.pdf", ["en_plan.pdf", "to.pdf"]),
    "glued": ("Plan 149Bilag 2: Svar", ["Plan 149", "Bilag 2: Svar"]),
    "glued files": ("Bilag 1 - A.pdfBilag 2 - B.pdf", ["Bilag 1 - A.pdf", "Bilag 2 - B.pdf"]),
    "in one line": ("Bilag 1 Skitse Bilag 2 Svar til Bilag 1", ["Bilag 1 Skitse", "Bilag 2 Svar til Bilag 1"]),
    "comma line": ("Skitse, Notat, Brev til naboer", ["Skitse", "Notat", "Brev til naboer"]),
    "comma line in small letters": (
        "Kort over skure, vurdering fra snedker",
        ["Kort over skure", "vurdering fra snedker"],
    ),
    "case and document in brackets": ("Skitse (EMN-2022-01844 - 2210731)", ["Skitse"]),
    "a number cut off": ("1 Åben Skitse /14 2 Åben Notat /14", ["Skitse", "Notat"]),
    "a title that says more": ("Plan, udkast fra april", ["Plan, udkast fra april"]),
    "a comma in a title": ("Skitse, rettet", ["Skitse, rettet"]),
    "an owner behind a comma": ("Notat, Økonomiudvalget", ["Notat, Økonomiudvalget"]),
    "numbers in a line": (
        "1. Plan, udkast af 2. april 2014 (dok. 41/14), 2. Notat fra\nrevisor (dok. 42/14)",
        ["Plan, udkast af 2. april 2014", "Notat fra revisor"],
    ),
    "semicolons": ("Skitse; Notat", ["Skitse", "Notat"]),
    "wrapped": ("Bilag 1: Beskrivelse af skuret med\nmål (4577002)", ["Bilag 1: Beskrivelse af skuret med mål"]),
    "wrapped before a name": ("Ansøgning fra\nSkovby Hallen\nPlan", ["Ansøgning fra Skovby Hallen", "Plan"]),
    "wrapped under a bullet": ("- Ansøgning\n  Skovby Hallen\n- Plan", ["Ansøgning Skovby Hallen", "Plan"]),
    "file names are not wrapped": ("udkast_til_plan.pdf\nnotat2.pdf", ["udkast_til_plan.pdf", "notat2.pdf"]),
    "a glued lead": ("Liste sendes med mailDirektøren for Veje indstiller", ["Liste sendes med mail"]),
    "a lead on its own line": ("Skitse\nDirektøren for Veje indstiller,", ["Skitse"]),
    "columns": ("Skitse\tÅben\t12/345\nNotat\tÅben\t12/346", ["Skitse", "Notat"]),
    "an inner label": ("Bilag: Skitse", ["Skitse"]),
    "a glued icon": ("PDFBilag 1: Skitse\npdf Bilag 2\nPDFNotat MTM", ["Bilag 1: Skitse", "Bilag 2", "Notat MTM"]),
    "a glued icon before capitals": ("PDFDGI svar\nDOCXBrev\nWordNotat", ["DGI svar", "Brev", "Notat"]),
    "no icon": ("PDF-vejledning\nPdfer og billeder\nPDF", ["PDF-vejledning", "Pdfer og billeder"]),
    "numbers of item and attachment": ("86.1 Budget 2011\n86.2 Svar", ["Budget 2011", "Svar"]),
    "amounts are no numbers": ("1.2 mio. til veje\nPlan 2.1", ["1.2 mio. til veje", "Plan 2.1"]),
    "a version in a comma line": ("Plan 2015, version 3, Skitse", ["Plan 2015, version 3", "Skitse"]),
    "run on with status only": ("Åben Skitse fra syd Åben Brev", ["Skitse fra syd", "Brev"]),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_gives_its_titles(name: str) -> None:
    text, expected = LISTS[name]
    assert titles(text) == expected
    for found in read_attachments(Passage.whole(text), default()):
        assert unwrap(text[slice(*found.span)]) == found.title


def test_spans_point_into_the_source_past_page_furniture() -> None:
    source = "Hoved\nSkitse\nSide 4\nNotat\n"
    passage = Passage.of(source, [(6, 13), (20, len(source))])
    assert [source[slice(*found.span)] for found in read_attachments(passage, default())] == ["Skitse", "Notat"]


def test_prose_is_no_title() -> None:
    assert titles("Skuret har stået der i mange år, og naboerne er glade for det. " * 3) == []


PIECES = st.sampled_from(
    [
        "Bilag 1",
        " - ",
        "Skitse",
        ".pdf",
        "\n",
        " ",
        "(123 KB)",
        "1. ",
        "Åben",
        "12345/15",
        "[a](b)",
        "<br />",
        ", ",
        "**",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_is_read_without_error_and_read_back(text: str) -> None:
    for found in read_attachments(Passage.whole(text), default()):
        assert found.title
        assert unwrap(text[slice(*found.span)]) == found.title
