"""Votes: one per motion, counts and names as written, nothing invented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_parse.grammar.numbers import number_pattern, read_number
from referat_parse.interpret.decision import read_decision
from referat_parse.interpret.voters import is_party, read_voters
from referat_parse.lexicon import default
from referat_parse.text import Passage, unwrap

if TYPE_CHECKING:
    from referat_parse.models import Side, Vote


def votes(text: str) -> list[Vote]:
    return read_decision(Passage.whole(text), "beslutning", None, default()).votes


def told(vote: Vote) -> str:
    """A vote in short: "17 A;B / 8 C / -"."""

    def side(one: Side) -> str:
        names = ";".join(v.name for v in one.voters)
        return " ".join(filter(None, [str(one.count) if one.count is not None else "", names])) or "-"

    return " / ".join(side(one) for one in (vote.yes, vote.no, vote.abstain))


MAIN = [
    ("Vedtaget med 17 stemmer mod 8.", "17 / 8 / -"),
    ("Planen godkendtes med 14 stemmer mod 9.\nVenstre og Alternativet stemte imod.", "14 / 9 Venstre;Alternativet / -"),
    ("Forkastet med 16 stemmer mod 9.", "9 / 16 / -"),
    ("Forslaget blev forkastet med 12 stemmer imod 34. 3 undlod.", "12 / 34 / 3"),
    ("Forkastet med 18 stemmer imod og 5 for (Konservative og Nye Borgerlige).", "5 Konservative;Nye Borgerlige / 18 / -"),
    ("Forslaget forkastet med stemmerne 4 for (O) og 22 imod.\nBo Krag undlod at stemme.", "4 O / 22 / Bo Krag"),
    ("Godkendt med 15 stemmer for (A, B, F og V) og 4 imod (O og Ø).", "15 A;B;F;V / 4 O;Ø / -"),
    ("Godkendt med 5 stemmer imod 2. Ingen undlod at stemme.\n\nFor stemte: A, B og I.\n\nImod stemte: C.", "5 A;B;I / 2 C / 0"),
    ("For indstillingen stemte 12 (A, V). Imod stemte 3 (Ø). To undlod at stemme.", "12 A;V / 3 Ø / 2"),
    ("For stemte 19: (V), (C) og (A)\nImod stemte 6: (Ø), (F)", "19 V;C;A / 6 Ø;F / -"),
    ("For stemte Bo Krag, Ida Holm og Eva Lund – i alt 3.\nImod stemte Per Dal – i alt 1.", "3 Bo Krag;Ida Holm;Eva Lund / 1 Per Dal / -"),
    ("For forslaget stemte Bo Krag (Ø) og Ida Holm (F), i alt 2.\nImod stemte 5.\nPer Dal (A), i alt 1, undlod at stemme.", "2 Bo Krag (Ø);Ida Holm (F) / 5 / 1 Per Dal (A)"),
    ("For stemte Bo Krag og Ida Holm. Imod stemte Per Dal, der ønsker et stoppested.\n\nIndstillingen er dermed vedtaget med to stemmer mod én.", "2 Bo Krag;Ida Holm / 1 Per Dal / -"),
    ("For: 27\nImod: 11 (Venstre)\nHverken for eller imod: 3 (Ida Holm (Ø))\nGodkendt.", "27 / 11 Venstre / 3 Ida Holm (Ø)"),
    ("For: Gruppe A, F og V.\nImod: Liste H og Gruppe Ø.\nGodkendt", "Gruppe A;F;V / Liste H;Gruppe Ø / -"),
    ("For stemmer:\nBo Krag, Ida Holm og Eva Lund (3)\nImod stemmer:\nDe øvrige to medlemmer\nVedtaget.", "3 Bo Krag;Ida Holm;Eva Lund / 2 / -"),
    ("For stemte:\n- Bo Krag\n- Ida Holm\nImod stemte:\n- Per Dal\nGodkendt", "Bo Krag;Ida Holm / Per Dal / -"),
    ("Et flertal på fire medlemmer (A, V og C) anbefaler. Et mindretal på to (Ø og F) stemte imod.", "4 A;V;C / 2 Ø;F / -"),
    ("Et flertal på 4 (A, C og F) anbefaler indstillingen.\n\nEt mindretal på 1, Bo Krag (O), kan ikke anbefale indstillingen.", "4 A;C;F / 1 Bo Krag (O) / -"),
    ("Et flertal bestående af A, V og O anbefaler Model A. Enhedslisten stemte imod.", "A;V;O / Enhedslisten / -"),
    ("Ad. 1\n\n    5 medlemmer (A+V+R) anbefaler forslaget.\n\n    2 medlemmer (N+O) stemmer imod.\n\n    Ad. 2\n\n    Anbefales.", "5 A;V;R / 2 N;O / -"),
    ("6 medlemmer (C+F+Bo Krag (løsgænger)) kan godkende ønsket. 9 medlemmer (A+B) kan ikke godkende forslaget. 1 medlem (O) undlader at stemme.", "6 C;F;Bo Krag (løsgænger) / 9 A;B / 1 O"),
    ("Ad 1 og 2) Indstilles tiltrådt af fire medlemmer (A, B og C). Et medlem (Bo Krag (Ø)) stemte imod.", "4 A;B;C / 1 Bo Krag (Ø) / -"),
    ("Herefter stemte Bo Krag og Ida Holm (2) for indstillingen, og Per Dal (1) stemte imod. Godkendt.", "2 Bo Krag;Ida Holm / 1 Per Dal / -"),
    ("Anbefales til godkendelse mod 1 stemme (Bo Krag).", "- / 1 Bo Krag / -"),
    ("Godkendt mod Enhedslistens stemmer.", "- / Enhedslisten / -"),
    ("Godkendt med **syv** stemmer. Imod stemte to: Bo Krag (C) og Ida Holm (V).", "7 / 2 Bo Krag (C);Ida Holm (V) / -"),
    ("Anmodningen blev afslået, idet 2 stemte for og 5 (C) stemte imod.", "2 / 5 C / -"),
    ("Byrådet godkender indstillingen. Byrådsgruppe O og Bo Krag stemte imod.", "- / Byrådsgruppe O;Bo Krag / -"),
    ("Vedtaget, idet Venstres og Det Konservative Folkepartis byrådsgrupper ikke kunne tiltræde indstillingen.", "- / Venstre;Det Konservative Folkeparti / -"),
    ("19 stemte for, 5 stemte imod (Dansk Folkeparti og Lokal-\nlisten), mens 3 undlod at stemme.\nVedtaget.", "19 / 5 Dansk Folkeparti;Lokallisten / 3"),
    ("For stemte Vester Kommune og Øster Kommune. Imod stemte Nørre Kommune. Vedtaget.", "Vester Kommune;Øster Kommune / Nørre Kommune / -"),
    ("Der indkøbes to borde. Vedtaget. 4 stemte for, 1 imod (BK).", "4 / 1 BK / -"),
    ("Ordensreglerne blev vedtaget. Et medlem undlod at stemme.", "- / - / 1"),
    ("Stemmerne stod lige, 3 for og 3 imod. Indstillingen er dermed bortfaldet.", "3 / 3 / -"),
    ("Godkendt (imod stemte Ø).", "- / Ø / -"),
    ("1. Godkendt med 15 stemmer mod 4.\n2. Godkendt med 10 stemmer mod 9.", "15 / 4 / -"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MAIN, ids=[text[:60] for text, _ in MAIN])
def test_all_that_is_said_of_the_main_motion_is_one_vote(text: str, expected: str) -> None:
    assert [told(vote) for vote in votes(text) if vote.subject is None] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Godkendt.", "Enstemmigt vedtaget.", "Godkendt uden afstemning.", "Godkendt for 2 år.", "Bevilget til 5 medlemmer.",
        "Anbefales. Bo Krag (O) tog forbehold.", "Godkendt med 3 mio. kr. mod en egenbetaling på 5 pct.",
        "Der vælges 2 medlemmer for perioden 2020-2024. Valgt blev Bo Krag.", "Drøftet. Indsatsen mod ensomhed fortsætter.",
        "I stedet for Bo Krag mødte Ida Holm. Godkendt.", "Ansvarlig for: Bo Krag", "Formanden stemte imod. Godkendt.",
        "Der blev afgivet 23 stemmer. Ida Holm fik 12 stemmer og Bo Krag fik 11 stemmer. Ida Holm er valgt.",
        "Anbefales. Bo Krag kan ikke tiltræde, at lejen forhøjes.", "Venstre kunne ikke tiltræde planen i sin helhed.",
        "Bilag 1: Plan for mosen",
    ],
)  # fmt: skip
def test_what_is_no_vote_gives_none(text: str) -> None:
    assert votes(text) == []


def test_an_amendment_is_a_vote_of_its_own_with_a_subject() -> None:
    text = """Venstre stillede følgende ændringsforslag (ÆF1):

"At der spares."

Ændringsforslaget (ÆF1) blev forkastet med 12 stemmer imod 33. 4 undlod.

For stemte: C og V.

Imod stemte: A og B.

Indstillingen blev herefter godkendt med 35 stemmer imod 14.

For stemte: A, B og C.

Imod stemte: V."""
    assert [(v.subject is None, told(v)) for v in votes(text)] == [
        (False, "12 C;V / 33 A;B / 4"),
        (True, "35 A;B;C / 14 V / -"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ændringsforslag fra V om syv udvalg blev sat til afstemning: 12 for (V) og 18 imod. Bortfaldet.\nFor indstillingen stemte 17. Imod stemte 13.",
        "Ida Holm (C) foreslog, at sagen sendes tilbage. For stemte 12, imod stemte 18. Forslaget faldt.\n\nHerefter blev indstillingen godkendt med 17 stemmer. Imod stemte 13.",
        "V fremsatte ændringsforslag om tre etager. For stemte V (12). Imod stemte A (18). Forslaget blev forkastet.\nGodkendt. For stemte 17. Imod stemte 13.",
        "Ændringsforslag:\nFor: 12\nImod: 18\nIndstillingen:\nFor: 17\nImod: 13\nGodkendt",
    ],
)  # fmt: skip
def test_after_an_amendment_the_next_vote_is_on_the_main_motion(text: str) -> None:
    first, second = votes(text)
    assert (first.subject is None, first.yes.count, first.no.count) == (False, 12, 18)
    assert (second.subject, second.yes.count, second.no.count) == (None, 17, 13)


def test_what_else_was_voted_on_is_named() -> None:
    (vote,) = votes("Punktet bliver på efter afstemning: For behandling: 16, imod behandling: 9 (Liste A)")
    assert (vote.subject, told(vote)) == ("behandling", "16 / 9 Liste A / -")


def test_a_vote_on_a_later_point_carries_its_number() -> None:
    found = votes("Ad 1) Godkendt.\nAd 2) Anbefales af 4 medlemmer (A+V). 2 medlemmer (N+O) kan ikke anbefale.")
    assert [(v.subject, told(v)) for v in found] == [("Ad 2)", "4 A;V / 2 N;O / -")]


def test_a_votes_span_covers_what_was_said_of_it() -> None:
    text = "Drøftet. Godkendt med 17 stemmer mod 8. V stemte imod. Bo Krag var fraværende."
    (vote,) = votes(text)
    assert text[slice(*vote.span)] == "Godkendt med 17 stemmer mod 8. V stemte imod."


@pytest.mark.parametrize(
    ("name", "party"),
    [
        ("A", True), ("SF", True), ("Liste A", True), ("byrådsgruppe F", True), ("Borgerlisten", True), ("Det Radikale Venstre", True),
        ("Bo Krag", False), ("Bo Krag (V)", False), ("BK", False), ("Økonomiudvalget", False),
    ],
)  # fmt: skip
def test_a_party_is_told_from_a_person(name: str, party: bool) -> None:  # noqa: FBT001
    assert is_party(name, default()) is party


@pytest.mark.parametrize(
    ("written", "names", "count"),
    [
        ("A, B og C", "A;B;C", None),
        ("C+F+Bo Krag (løsgænger)", "C;F;Bo Krag (løsgænger)", None),
        ("byrådsgruppe F og Ø (6)", "byrådsgruppe F;Ø", 6),
        ("A (9), B (2) og C (3)", "A;B;C", None),
        ("De øvrige fem medlemmer", "", 5),
        ("rådmand Ida Holm", "Ida Holm", None),
        ("ud af 7", "", None),
        ("Økonomiudvalget", "", None),
        ("", "", None),
    ],
)
def test_a_list_of_voters_is_split_or_refused(written: str, names: str, count: int | None) -> None:
    found = read_voters(written, default())
    assert (";".join(v.name for v in found.voters), found.count) == (names, count)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("med 17 stemmer mod otte", [17, 8]),
        ("et medlem og to andre, én imod", [1, 2, 1]),
        ("enogtyve mod to-og-tredive", [21, 32]),
        ("En god dag i et hus", []),
        ("200.000 kr., 15 kr., 12,5 pct., 2/3, den 12.10.2020 kl. 19.30, § 17a", []),
    ],
)
def test_counts_are_digits_or_words_and_no_amounts(text: str, numbers: list[int]) -> None:
    assert [read_number(m[0]) for m in number_pattern().finditer(text)] == numbers


def test_what_is_no_number_is_none() -> None:
    assert [read_number(word) for word in ("", "mange", "tyvende")] == [None, None, None]


NUMBERS = st.sampled_from(["3", "14", "fire", "enogtyve", "to"])
NAMES = st.sampled_from(
    ["A", "V og C", "Bo Krag (V)", "Liste Ø og Ida Holm", "A+B", "(Ø), (F)", "Enhedslisten", "de øvrige"]
)
FORMS = st.sampled_from(
    [
        "Godkendt med {n} stemmer mod {m}. ", "For stemte {n} ({a}). ", "Imod stemte {m}: {b}\n", "{b} stemte imod. ",
        "{n} medlemmer ({a}) anbefaler. ", "Forslaget faldt. ", "Ændringsforslag fra {a}. ", "{m} undlod at stemme. ", "For stemte:\n{a}\n",
        "Et mindretal på {m}, {b}, kan ikke anbefale. ", "Herefter godkendt med {n} stemmer for ({a}) og {m} imod. ", "Ad 2. ", "Udsat i {n} år. ",
    ]
)  # fmt: skip


@given(st.lists(st.tuples(FORMS, NUMBERS, NUMBERS, NAMES, NAMES), max_size=8))
def test_every_count_and_every_name_is_written_in_the_text(parts: list[tuple[str, str, str, str, str]]) -> None:
    text = "".join(form.format(n=n, m=m, a=a, b=b) for form, n, m, a, b in parts)
    written = {read_number(m[0]) for m in number_pattern().finditer(text)}
    for vote in votes(text):
        for side in (vote.yes, vote.no, vote.abstain):
            assert side.count is None or side.count in written or (side.count == 0 and re.search("(?i)ingen", text))
            assert all(voter.name in unwrap(text) for voter in side.voters)
