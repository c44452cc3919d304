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
    ("Vedtaget, idet Venstres og Det Konservative Folkepartis byrådsgrupper ikke kunne tiltræde indstillingen.", "- / Venstres;Det Konservative Folkepartis byrådsgrupper / -"),
    ("19 stemte for, 5 stemte imod (Dansk Folkeparti og Lokal-\nlisten), mens 3 undlod at stemme.\nVedtaget.", "19 / 5 Dansk Folkeparti;Lokallisten / 3"),
    ("For stemte Vester Kommune og Øster Kommune. Imod stemte Nørre Kommune. Vedtaget.", "Vester Kommune;Øster Kommune / Nørre Kommune / -"),
    ("Der indkøbes to borde. Vedtaget. 4 stemte for, 1 imod (BK).", "4 / 1 BK / -"),
    ("Ordensreglerne blev vedtaget. Et medlem undlod at stemme.", "- / - / 1"),
    ("Stemmerne stod lige, 3 for og 3 imod. Indstillingen er dermed bortfaldet.", "3 / 3 / -"),
    ("Godkendt (imod stemte Ø).", "- / Ø / -"),
    ("For stemte 9. Imod stemte 6.", "9 / 6 / -"),
    ("For: 17, imod: 8, undlod: 2. Godkendt.", "17 / 8 / 2"),
    ("Godkendt med 13 stemmer for, 4 imod og 2 blanke.", "13 / 4 / 2"),
    ("Vedtaget med 15 stemmer for og ingen imod.", "15 / 0 / -"),
    ("Ja: 6\nNej: 3\nBlank: 1\nVedtaget.", "6 / 3 / 1"),
    ("Forslaget blev vedtaget med 22 ja-stemmer, 5 nej-stemmer og 1 blank.", "22 / 5 / 1"),
    ("Tiltrådt. Imod stemte Bo Krag (O).", "- / Bo Krag (O) / -"),
    ("Godkendt. SF stemte imod.", "- / SF / -"),
    ("Anbefales. V undlod at stemme.", "- / - / V"),
    ("Godkendt. Enhedslisten og Alternativet imod.", "- / Enhedslisten;Alternativet / -"),
    ("Vedtaget mod Dansk Folkepartis stemmer.", "- / Dansk Folkeparti / -"),
    ("Godkendt. Bo Krag (V) stemte hverken for eller imod.", "- / - / Bo Krag (V)"),
    ("8 stemte for, 3 stemte imod og 2 undlod at stemme. Forslaget er vedtaget.", "8 / 3 / 2"),
    ("Et flertal på 5 stemte for. Et mindretal på 2 (Ida Holm og Bo Krag) stemte imod. Godkendt.", "5 / 2 Ida Holm;Bo Krag / -"),
    ("For stemte A, F og Ø (9), imod stemte V og C (6). Godkendt.", "9 A;F;Ø / 6 V;C / -"),
    ("Imod stemte de øvrige 11. For stemte 3 (O). Forkastet.", "3 O / 11 / -"),
    ("For stemte 3 (O), de øvrige 11 stemte imod. Forkastet.", "3 O / 11 / -"),
    ("Godkendt af et flertal bestående af A, B og F. Imod stemte V.", "A;B;F / V / -"),
    ("Indstillingen blev vedtaget med stemmerne 14-11.", "14 / 11 / -"),
    ("Forslaget faldt med stemmetallene 7 mod 12.", "7 / 12 / -"),
    ("Vedtaget med syv stemmer mod to.", "7 / 2 / -"),
    ("Forslaget fik 4 stemmer, mens 9 stemte imod. Dermed forkastet.", "4 / 9 / -"),
    ("Venstre, Konservative og Ida Holm (UP) stemte imod. Godkendt.", "- / Venstre;Konservative;Ida Holm (UP) / -"),
    ("Ida Holm (F) kunne ikke tiltræde indstillingen. Godkendt.", "- / Ida Holm (F) / -"),
    ("Venstres byrådsgruppe kunne ikke tiltræde indstillingen. Vedtaget.", "- / Venstres byrådsgruppe / -"),
    ("Udvalgets flertal (4: A og B) anbefaler indstillingen. Mindretallet (1: V) kan ikke anbefale den.", "4 A;B / 1 V / -"),
    ("21 stemte for (A, B, F, Ø), 10 imod (V, C, O). Ingen undlod. Godkendt.", "21 A;B;F;Ø / 10 V;C;O / 0"),
    ("Godkendt med 6 stemmer (A, V) mod 1 (Ø).", "6 A;V / 1 Ø / -"),
    ("Anbefales med stemmerne 4 for (A, F), 3 imod (V, C).", "4 A;F / 3 V;C / -"),
    ("Tre stemte for, én imod. Vedtaget.", "3 / 1 / -"),
    ("Bo Krag (A) og Ida Holm (F) støtter ikke indstillingen. Godkendt.", "- / Bo Krag (A);Ida Holm (F) / -"),
    ("Resultat: 12 for - 7 imod - 1 undlod. Vedtaget.", "12 / 7 / 1"),
    ("For: A, B, V (15)\nImod: Ø (2)\nUndlader: F (1)\nVedtaget", "15 A;B;V / 2 Ø / 1 F"),
    ("Stemmeafgivning: For 11, imod 4.\nGodkendt.", "11 / 4 / -"),
    ("Afstemning: 5 for, 0 imod. Godkendt.", "5 / 0 / -"),
    ("Der var 31 stemmer for og 14 stemmer imod. Vedtaget.", "31 / 14 / -"),
    ("Vedtaget med stort flertal; 3 stemte imod.", "- / 3 / -"),
    ("Godkendt, idet Ida Holm (Ø) stemte imod.", "- / Ida Holm (Ø) / -"),
    ("Godkendt. Imod: C og I.", "- / C;I / -"),
    ("Godkendt. Imod var Liste T.", "- / Liste T / -"),
    ("Godkendt. For stemte samtlige 15 tilstedeværende.", "15 / - / -"),
    ("Tiltrådt med 7 stemmer mod 2 (Ida Holm og Bo Krag).", "7 / 2 Ida Holm;Bo Krag / -"),
    ("For: 5 (A, F)\nImod: 4 (V, C)\nBlank: 0\nAnbefales.", "5 A;F / 4 V;C / 0"),
    ("Godkendt.\nFor stemte: 14 (A, B, C, V)\nImod stemte: 3 (Ø)\nUndlod at stemme: 1 (Å)", "14 A;B;C;V / 3 Ø / 1 Å"),
    ("Indstillingen blev godkendt med 20 stemmer for: A (12), V (6) og C (2), og 5 imod: Ø (3) og F (2).", "20 A;V;C / 5 Ø;F / -"),
    ("Et flertal på 6 (V, C og O) indstiller, at sagen godkendes. Et mindretal på 3 (A og F) kan ikke anbefale indstillingen.", "6 V;C;O / 3 A;F / -"),
    ("A, F og B anbefaler indstillingen. V og C kan ikke anbefale indstillingen.", "A;F;B / V;C / -"),
    ("Godkendt med stemmerne fra A, F, Ø og B. V stemte imod.", "A;F;Ø;B / V / -"),
    ("Vedtaget med 10 for og 9 imod.", "10 / 9 / -"),
    ("Godkendt med 4 stemmer for, 1 stemme imod (Ida Holm), og 1 undlod at stemme (Bo Krag).", "4 / 1 Ida Holm / 1 Bo Krag"),
    ("Godkendt. Ida Holm (Ø) stemmer imod, idet hun mener, at prisen er for høj.", "- / Ida Holm (Ø) / -"),
    ("Bo Krag undlader at stemme. Godkendt.", "- / - / Bo Krag"),
    ("Tre medlemmer stemte for, to imod, og ét undlod. Vedtaget.", "3 / 2 / 1"),
    ("Ved afstemning stemte 17 for forslaget og 12 imod. Godkendt.", "17 / 12 / -"),
    ("Forslaget sattes til afstemning. 9 stemte for. 14 stemte imod. Forslaget er forkastet.", "9 / 14 / -"),
    ("Skriftlig afstemning: 23 ja, 11 nej og 2 blanke. Vedtaget.", "23 / 11 / 2"),
    ("Afstemningen gav 23 ja og 11 nej. Vedtaget.", "23 / 11 / -"),
    ("Indstillingen tiltrådt af A, V og C. Ø imod.", "A;V;C / Ø / -"),
    ("Godkendt af 5 medlemmer. 2 imod.", "5 / 2 / -"),
    ("Anbefales af A, F og V (5). O (1) undlod at stemme.", "5 A;F;V / - / 1 O"),
    ("Socialdemokratiet, SF og Enhedslisten stemte for indstillingen, Venstre og Konservative stemte imod. Godkendt.", "Socialdemokratiet;SF;Enhedslisten / Venstre;Konservative / -"),
    ("Godkendt, dog stemte Enhedslisten imod.", "- / Enhedslisten / -"),
    ("Godkendt, idet V (4) stemte imod.", "- / 4 V / -"),
    ("Gruppe A og gruppe F stemte for, gruppe V stemte imod. Godkendt.", "Gruppe A;gruppe F / gruppe V / -"),
    ("Forslaget blev forkastet, idet 4 (Liste A) stemte for og 11 (Liste V, Liste C) stemte imod.", "4 Liste A / 11 Liste V;Liste C / -"),
    ("Imod stemte Ida Holm (A), Bo Krag (A) samt Eva Lund (Ø), i alt 3. For stemte de øvrige 22 medlemmer. Godkendt.", "22 / 3 Ida Holm (A);Bo Krag (A);Eva Lund (Ø) / -"),
    ("Der stemtes om forslaget. For: Ida Holm og Bo Krag. Imod: Eva Lund. Vedtaget.", "Ida Holm;Bo Krag / Eva Lund / -"),
    ("2 stemmer for og 4 imod. Dermed faldt forslaget.", "2 / 4 / -"),
    ("Godkendt med 11 mod 6 stemmer.", "11 / 6 / -"),
    ("11 byrådsmedlemmer stemte for og 8 imod. 2 stemte blankt. Godkendt.", "11 / 8 / 2"),
    ("A, V og O (3) støtter indstillingens punkt 1, F (1) støtter den ikke. Punkt 2 tiltrædes af alle.", "3 A;V;O / 1 F / -"),
    ("5 (A, V, C og B) støtter, at indstillingen anbefales. 0 er imod. Ø, 1 stemme, undlader at stemme.", "5 A;V;C;B / 0 / 1 Ø"),
    ("Stemmetallet var 4-1, idet Ø stemte imod. Godkendt.", "4 / 1 Ø / -"),
    ("Der blev stemt: 3 ja-stemmer og 1 nej-stemme (Ida Holm (V)). Godkendt.", "3 / 1 Ida Holm (V) / -"),
    ("Indstillingen er tiltrådt af et flertal på fem medlemmer fra Venstre og Konservative.", "5 Venstre;Konservative / - / -"),
    ("Imod stemte 3: Venstre, som ønskede den alternative indstilling fremmet. Godkendt.", "- / 3 Venstre / -"),
    ("Godkendt.\nIda Holm, Bo Krag og Eva Lund kunne tiltræde indstillingen.\nPer Dal tog forbehold.", "Ida Holm;Bo Krag;Eva Lund / - / -"),
    ("Vedtaget. Radikale Venstres og Alternativets byrådsgrupper kunne ikke tiltræde indstillingen.", "- / Radikale Venstres;Alternativets byrådsgrupper / -"),
    ("Vedtaget. Enhedslisten de Rød-Grønne kunne ikke tiltræde indstillingen.", "- / Enhedslisten de Rød-Grønne / -"),
    ("For: A (2), I (1) og B (1), i alt 4.\nImod: O (1), i alt 1.\nVedtaget.", "4 A;I;B / 1 O / -"),
    ("For politikken stemte 6 (A og V), imod stemte 1 (Ø), og 2 (L) undlod. Dermed godkendt.", "6 A;V / 1 Ø / 2 L"),
    ("Anbefales. 8 stemte for. Ida Holm (C) stemte imod, idet udgiften er stor (1 stemme). Bo Krag undlod at stemme (1).", "8 / 1 Ida Holm (C) / 1 Bo Krag"),
    ("Ved håndsoprækning tilsluttede 14 sig mulighed 1 (Venstre og Socialdemokraterne), mens 5 stemte imod (Dansk Folkeparti). Lone Dal (1) undlod at stemme.", "14 Venstre;Socialdemokraterne / 5 Dansk Folkeparti / 1 Lone Dal"),
    ("Et flertal på 5 bestående af A, V og C vedtog planen. Et mindretal på 3 bestående af F, O og Ø stemte imod.", "5 A;V;C / 3 F;O;Ø / -"),
    ("Godkendt.\n\n| For | Imod |\n| --- | --- |\n| A, F, V, Ø og LIM (7) | C og O (2) |", "7 A;F;V;Ø;LIM / 2 C;O / -"),
    ("Godkendt.\nFor\tImod\tHverken for eller imod\n12\t4\t1", "12 / 4 / 1"),
    ("Godkendt. For stemte A, V og C med 9 stemmer. Imod stemte Ø med 2 stemmer.", "9 A;V;C / 2 Ø / -"),
    ("Ida Holm (F) foreslog sagen udsat. For stemte F og Ø (4). Imod stemte A og V (11). Herefter blev indstillingen vedtaget med 11 stemmer for (A og V) og 4 imod (F og Ø).", "11 A;V / 4 F;Ø / -"),
    ("Bo Krag og Ida Holm stillede forslag om at udsætte sagen. Forslaget fik 2 stemmer og bortfaldt. Planen blev herefter vedtaget med 5 stemmer mod 2. Bo Krag og Ida Holm stemte imod.", "5 / 2 Bo Krag;Ida Holm / -"),
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
        "Godkendt. Gruppe Ø tog forbehold.",
        "Vedtaget enstemmigt.",
        "Godkendt med 3 ændringer.",
        "Godkendt. Udgiften på 9 mio. er for stor til driften.",
        "Et enigt udvalg anbefaler indstillingen.",
        "Ida Holm og Bo Krag ønsker ikke at godkende indstillingen. Godkendt.",
        "Godkendt med dissens fra Ida Holm.",
        "Vedtaget med overvejende flertal.",
        "Vedtaget med formandens stemme som udslagsgivende.",
        "Vedtaget. Gruppen finder felt B for tæt på skoven.",
        "Ændringen kræver, at to tredjedele stemmer for. Vedtaget.",
        "Lis Dal: 36 stemmer\nBo Krag er valgt for to år.",
        "ØK anbefaler flertallets indstilling.",
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


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Udvalget vælger model A. 5 stemte for model A og 1 (Bo Krag) for model B.", ["model A", "model B"]),
        ("Der blev stemt om model 2:\nFor: 9\nImod: 4", ["Der blev stemt om model 2"]),
        ("Forslag 2 fik 12 stemmer.", ["Forslag 2"]),
    ],
)
def test_a_choice_between_alternatives_is_no_vote_on_the_recommendation(text: str, subjects: list[str]) -> None:
    assert [v.subject for v in votes(text)] == subjects


def test_a_table_that_is_no_table_of_sides_is_read_as_text() -> None:
    assert [told(v) for v in votes("For  Imod  Dato\n3  4")] == []
    assert votes("| Navn | Imod |\n| --- | --- |\n| Bo | 2 |") == []


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
