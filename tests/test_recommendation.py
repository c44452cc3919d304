"""Who recommends, and the points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_parse.interpret.recommendation import read_recommendation
from referat_parse.lexicon import default
from referat_parse.text import Passage, unwrap

Points = list[tuple[str | None, str]]


def read(text: str, heading: str | None = "Indstilling") -> tuple[str | None, Points]:
    who, points = read_recommendation(Passage.whole(text), heading, default())
    return who, [(point.number, point.text) for point in points]


SUBJECTS = [
    ("Forvaltningen indstiller, at skuret males.", "Indstilling", "Forvaltningen"),
    (
        "Direktøren for Veje, Parker og\nHavne indstiller,\nat skuret males",
        "Indstilling",
        "Direktøren for Veje, Parker og Havne",
    ),
    ("at skuret males.", "Direktøren for Veje indstiller,", "Direktøren for Veje"),
    ("At skuret males.", "### Forvaltningen foreslår", "Forvaltningen"),
    ("at skuret males.", "Direktionen indstiller (12. marts, pkt. 4)", "Direktionen"),
    ("Det indstilles, at skuret males.", "Indstilling", None),
    ("Det foreslås,\n\n1. at skuret males\n\n(Stillet af Skovlisten)", "Indstilling", "Skovlisten"),
    ("1. at skuret males.\n\n(Vejforvaltningen)", "Indstilling om,", "Vejforvaltningen"),
    ("På den baggrund indstiller forvaltningen, at skuret males.", "Indstilling", "forvaltningen"),
    ("Skuret er gammelt, og forvaltningen indstiller, at det males.", "Indstilling", "forvaltningen"),
    ("at skuret males", "Borgmesterens indstilling", "Borgmesteren"),
    ("at skuret males", "Særindstilling fra Skovlisten", "Skovlisten"),
    ("Sagen forelægges til drøftelse.", "Indstilling", None),
    ("Til godkendelse.", "Indstilling", None),
    ("Skuret er gammelt.\n\nSkovlisten foreslår:\n\nat skuret males", "Forslag", "Skovlisten"),
    ("Vejudvalget indstiller, at skuret males (se bilag 2)", "Indstilling", "Vejudvalget"),
    ("at skuret males\n\nØkonomiudvalget anbefaler indstillingen.", "Direktøren indstiller", "Direktøren"),
]


@pytest.mark.parametrize(("text", "heading", "who"), SUBJECTS)
def test_who_recommends(text: str, heading: str, who: str | None) -> None:
    assert read(text, heading)[0] == who


POINTS: dict[str, tuple[str, Points]] = {
    "at lines": ("at skuret males, og\n\nat døren skiftes.", [(None, "at skuret males"), (None, "at døren skiftes.")]),
    "numbers with at": (
        "1. at skuret males,\n2. at døren skiftes.",
        [("1", "at skuret males"), ("2", "at døren skiftes.")],
    ),
    "numbers behind at": (
        "Forvaltningen indstiller til Vejudvalget, at\n\n1. skuret males\n2. døren skiftes",
        [("1", "skuret males"), ("2", "døren skiftes")],
    ),
    "numbers in at": (
        "Det indstilles:\nAt 1) skuret males\nAt 2) døren skiftes",
        [("1", "At 1) skuret males"), ("2", "At 2) døren skiftes")],
    ),
    "bullets": (
        "Forvaltningen foreslår,\n- at skuret males\n- at døren skiftes",
        [(None, "at skuret males"), (None, "at døren skiftes")],
    ),
    "bullets behind at": (
        "Forvaltningen indstiller, at\n- Skuret males.\n- Døren skiftes.",
        [(None, "Skuret males."), (None, "Døren skiftes.")],
    ),
    "one sentence": ("Forvaltningen indstiller, at skuret males.", [(None, "at skuret males.")]),
    "the sentence only": (
        "Forvaltningen indstiller, at skuret males for 20.000 kr. pr. år. Vejudvalget tager forbehold.",
        [(None, "at skuret males for 20.000 kr. pr. år.")],
    ),
    "numbers in a line": (
        "Forvaltningen indstiller, at 1. skuret males 2. døren skiftes",
        [("1", "skuret males"), ("2", "døren skiftes")],
    ),
    "bare numbers": (
        "Det indstilles, at\n\n1   skuret males\n2   døren skiftes",
        [("1", "skuret males"), ("2", "døren skiftes")],
    ),
    "capitals in a line": (
        "Det anbefales, At skuret males, At døren skiftes.",
        [(None, "At skuret males"), (None, "At døren skiftes.")],
    ),
    "letters in a line": (
        "Det anbefales, at a) skuret males b) døren skiftes",
        [("a", "skuret males"), ("b", "døren skiftes")],
    ),
    "ordinals": (
        "Forvaltningen indstiller, at skuret sendes til 2. behandling den 1. april.",
        [(None, "at skuret sendes til 2. behandling den 1. april.")],
    ),
    "a lead that hands on": (
        "Direktøren indstiller, at udvalget over for Byrådet anbefaler,\n\n1. at skuret males",
        [("1", "at skuret males")],
    ),
    "a lead of its own line": (
        "At udvalget over for Byrådet anbefaler,\n\n1. at skuret males",
        [("1", "at skuret males")],
    ),
    "a lead with to whom": (
        "Direktøren indstiller, at udvalget indstiller til Byrådet\n\nat skuret males",
        [(None, "at skuret males")],
    ),
    "a sentence and a line": (
        "Det indstilles, at skuret males, og\nat døren skiftes.",
        [(None, "at skuret males"), (None, "at døren skiftes.")],
    ),
    "three lines a point": (
        "1.\nat\nskuret males\n2.\nat\ndøren skiftes",
        [("1", "at skuret males"), ("2", "at døren skiftes")],
    ),
    "cells": ("at | skuret males |\nat | døren skiftes |", [(None, "skuret males"), (None, "døren skiftes")]),
    "glued": ("Atskuret males", [(None, "Atskuret males")]),
    "wrapped": ("at skuret anlæg-\nges ved\nåen", [(None, "at skuret anlægges ved åen")]),
    "sub-points": (
        "1. at der vælges:\n   a) rød\n   b) grøn\n2. at døren skiftes",
        [("1", "at der vælges: a) rød b) grøn"), ("2", "at døren skiftes")],
    ),
    "a lead printed again": (
        "Formanden indstiller\n\nat skuret males.\nFormanden indstiller",
        [(None, "at skuret males.")],
    ),
    "other opinions": ("1. At skuret males.\n\nVejudvalget anbefaler indstillingen.", [("1", "At skuret males.")]),
    "a list before": ("- Notat om skure\n\nAt listen godkendes", [(None, "At listen godkendes")]),
    "markup": (
        "1. at skuret males, og<br />\n\n2. at døren skiftes.",
        [("1", "at skuret males"), ("2", "at døren skiftes.")],
    ),
    "no point": ("Sagen forelægges til drøftelse.", []),
    "an infinitive": ("Skovlisten foreslår et forsøg på at male skuret.", []),
}


@pytest.mark.parametrize("name", POINTS)
def test_the_points(name: str) -> None:
    text, expected = POINTS[name]
    assert read(text)[1] == expected
    for point in read_recommendation(Passage.whole(text), "Indstilling", default())[1]:
        assert unwrap(text[slice(*point.span)]) == point.text


def test_a_heading_that_ends_with_at_goes_on_in_the_body() -> None:
    assert read("skuret males.", "Forvaltningen indstiller, at") == ("Forvaltningen", [(None, "skuret males.")])
    assert read("Rådet anbefaler skuret.", "Centret indstiller, at") == ("Centret", [(None, "Rådet anbefaler skuret.")])


PIECES = st.sampled_from(
    [
        "Forvaltningen ",
        "indstiller",
        ", ",
        "at ",
        "At ",
        "1. ",
        "2. ",
        "- ",
        "\n",
        "\n\n",
        "skuret",
        ".",
        ":",
        "|",
        "og ",
        "(A B)",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)), st.one_of(st.none(), st.text()))
def test_any_text_is_read_without_error_and_read_back(text: str, heading: str | None) -> None:
    who, points = read_recommendation(Passage.whole(text), heading, default())
    assert who is None or who
    for point in points:
        assert unwrap(text[slice(*point.span)]) == point.text
