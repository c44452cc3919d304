"""Decisions: the outcome that their words state, who dissents, who was not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_parse.interpret.decision import DecisionFacts, read_decision
from referat_parse.lexicon import default
from referat_parse.text import Passage, flat, unwrap

if TYPE_CHECKING:
    from referat_parse.lexicon import Entry

EARLIER, PROSE = "tidligere_beslutning", "indhold"


def read(text: str, kind: str = "beslutning", asked: str | None = None, title: str | None = None) -> DecisionFacts:
    return read_decision(Passage.whole(text), kind, Passage.whole(asked) if asked else None, default(), title)


OUTCOMES = {
    "godkendt": """\
Godkendt|godkendt.|GODKENDT|**Godkendt**|> Godkendt|<strong>Godkendt</strong><br />|Godkendt som indstillet.|Som indstillet.
Byrådet godkendte indstillingen.|Indstillingen blev tiltrådt.|Tiltrådtes.|Vedtoges enstemmigt.|Forslaget er vedtaget.
Bevilgedes.|Der bevilges 10.000 kr.|Udvalget imødekom ansøgningen.|Ansøgningen blev delvist imødekommet.|Vedtagelse: Tiltrådt.
Der meddeles dispensation.|Nævnet meddelte bevilling på vilkår.|Anlægsbevillingen frigives.|Indstillingen følges.
Godkendt, idet administrationen undersøger, om opstarten kan udsættes.|Godkendt med den ændring, at punkt 3 udgår.
Der var ingen bemærkninger til referatet, som blev godkendt.|Efter en drøftelse blev indstillingen godkendt.
Udvalget drøftede sagen og godkendte indstillingen.|Godkendt.\\nUdvalget drøftede desuden trafikken.
Ad 1: Godkendt\\nAd 2: Forkastet\\nAd 3: Udsat|1. - 3. godkendt.|a) Godkendt\\nb) Afslag|Pkt. 1 - godkendt\\nPkt. 2 - ikke godkendt
Punkt 4 udsættes. Dagsordenen i øvrigt godkendt.|Sagen om bænke udgår.\\nDagsordenen godkendt.|Godkendt. Sag 7 udgår.
Ændringsforslag fra V blev forkastet med 5 stemmer mod 10. Herefter blev indstillingen vedtaget med 10 mod 5.
V foreslog sagen udsat. Forslaget blev forkastet. Indstillingen godkendt.|Ændringsforslag 1 faldt. Hovedforslaget blev vedtaget.
Indstillingen tiltrådt. Der gives således afslag.|Det blev besluttet at købe nye målere.|For: 12\\nImod: 7|Fraværende: Bo Krag\\nGodkendt
Tilbagesendes afdelingen med bemærkning, at byrådet i sit møde den 3. maj 2017 har vedtaget indstillingen.
Tiltrådt med følgende bemærkning: "Sagen burde være udsat."|Et flertal bestående af A og V kunne tiltræde indstillingen.""",
    "anbefalet": """\
Anbefales.|Anbefalet.|Indstilles godkendt.|Indstilles til byrådets godkendelse.|Indstillingen anbefales godkendt af Byrådet.
Udvalget anbefaler over for Byrådet, at planen godkendes.|Udvalget indstiller til byrådet,\\n1. at planen tages til efterretning.
Videresendes til Byrådet med anbefaling.|Udvalget besluttede at anbefale indstillingen.|Indstillingspunkt 1-2 anbefales.
Fremsendes til byrådet med bemærkning, at Magistraten anbefaler indstillingen.|Et flertal på fire medlemmer anbefaler forslaget.
Anbefales. Bo Krag kan ikke anbefale forslaget.|At 1: Anbefales. (D) tager forbehold.""",
    "efterretning": """\
Taget til efterretning.|Til efterretning.|Toges til efterretning.|Byrådet tog orienteringen til efterretning.
Gennemgået. Taget til efterretning.|Taget til efterretning, idet udvalget ønsker sagen drøftet igen.
Formanden:\\n• Besøg på skolen\\n• Nyt om broen\\nOrienteringen blev taget til efterretning.""",
    "droeftet": "Drøftet.|Udvalget drøftede sagen.|Drøftedes.|Gennemgået og drøftet.|Drøftet. Sagen genoptages på næste møde.",
    "udsat": """\
Udsat.|Sagen udsættes til næste møde.|Sagen blev udsat.|Udskydes.|Genoptages på næste møde.|Punktet overføres til næste møde.
Byrådet besluttede at udsætte sagen.|Det blev besluttet, at sagen udsættes.|Da svaret mangler, udsættes sagen.|Afventer.
Forslag om udsættelse blev vedtaget.|Udsættes til behandling i Byrådet med henblik på godkendelse.""",
    "oversendt": """\
Oversendes til Byrådet uden indstilling.|Henvist til Teknisk Udvalg.|Sagen sendes tilbage til udvalget.|Sendes i høring som indstillet.
Hjemvist til fornyet behandling.|Sagen returneres til forvaltningen.|Byrådet besluttede at sende sagen tilbage til udvalget.
Forslaget blev uden afstemning henvist til behandling i udvalget.|Forslaget sendes til kommunen til godkendelse.
Fremsendes til Magistraten. Afdelingen har ingen bemærkninger.|Forslag fra F om at oversende sagen til udvalget blev vedtaget.""",
    "afvist": """\
Forkastet.|Forslaget faldt.|Ansøgningen imødekommes ikke.|Ikke godkendt. 4 stemte for og 6 imod.|Kan ikke anbefales.|Anbefales ikke.
Udvalget kan ikke imødekomme ansøgningen.|Afslag.|Dispensation gives ikke.|Der blev ikke givet dispensation.|Afslås.|Nedstemt.
Ad 1. Ikke imødekommet.\\nAd 2. Godkendt.|For stemte 5. Imod stemte 9.|Der er stemmelighed, og indstillingen er dermed ikke vedtaget.
Forslaget fik ikke det fornødne flertal.|For forslaget stemte 11, imod 13. Forslaget bortfaldt således.
Kommunalbestyrelsen godkendte ikke anmodningen.""",
    "udgaaet": """\
Udgår.|Udgik.|Punktet udgår.|Punkt 5 udgår.|Taget af dagsordenen.|Sagen blev taget af dagsordenen.|Bortfaldet.|Forslaget blev trukket.
Forslagsstilleren trak forslaget.|Sagen er trukket tilbage.|Aflyst.""",
    "valgt": """\
Valgt blev Bo Krag (A).|Bo Krag blev genvalgt.|Ida Holm valgt.|Som formand valgtes Ida Holm.|Genvalg.|Byrådet udpegede Ida Holm.
Ida Holm og Bo Krag udpeges.|Til bestyrelsen vælges Ida Holm.|Udvalget konstituerede sig med Ida Holm som formand.""",
    "ingen_bemaerkninger": """\
Intet.|Ingen|Ingen bemærkninger.|Intet til referat.|Ingen spørgsmål.|Der var ingen spørgsmål.|Udvalget havde ingen bemærkninger.|-
Intet.\\n\\nBo Krag var fraværende.""",
    "andet": """\
Taget til orientering.|Til orientering.|Orientering givet.|Formanden orienterede om økonomien.|Spørgsmålet blev besvaret.
Formanden orienterede om, at sagen er udsat.|Borgmesteren orienterede om det vedtagne budget.|Sagen blev ikke behandlet.
Udvalget ønsker at godkende planen senere.|Bo Krag (A) spurgte, hvornår planen bliver vedtaget.|Er der truffet beslutning om hækken?
Rådet afgiver høringssvar, hvori det anbefales, at bussen kører oftere.|Udvalget besluttede følgende temaer:\\n1. Byen\\n2. Landet
Rådet afgav følgende høringssvar:\\n\\nRådet anbefaler flere bænke.
• Pkt. 4 tages af og sendes retur\\n• Pkt. 8 bliver på efter afstemning: For behandling: 12, imod behandling: 11""",
}
CASES = [
    (text.replace("\\n", "\n"), value)
    for value, rows in OUTCOMES.items()
    for row in rows.split("\n")
    for text in row.split("|")
]


@pytest.mark.parametrize(("text", "outcome"), CASES, ids=[text for text, _ in CASES])
def test_a_decision_has_the_outcome_that_its_words_state(text: str, outcome: str) -> None:
    assert read(text).outcome == outcome


@pytest.mark.parametrize("entry", default().table("outcomes").entries, ids=lambda e: f"{e.value}: {e.example[0]}")
def test_every_example_of_the_table_is_read_as_its_outcome(entry: Entry) -> None:
    meant = {"som": "godkendt", "besluttet": "godkendt"}.get(entry.value, entry.value)
    assert {text: read(text).outcome for text in entry.example} == dict.fromkeys(entry.example, meant)
    assert meant == "andet" or all(read(text).outcome != meant for text in entry.refuse if meant != "godkendt")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Godkendt", "godkendt"),
        ("Status pr. 3. juni 2018Taget til efterretning. Der mangler to kvitteringer", "efterretning"),
        ("Der males for 4.500 kr.Vedtaget.", "godkendt"),
        ("Referatet fra mødet den 3. maj 2020 blev godkendt.", "godkendt"),
        ("Det blev vedtaget, at kontingentet hæves.", "godkendt"),
        ("5 for, 19 imod, forslaget faldt.", "afvist"),
        ("Valget af farve udskydes, til prøverne er kommet.", "udsat"),
        ("Kassereren fremlagde tallene. Bestyrelsen drøftede økonomien.", "droeftet"),
        ("Formanden og kassereren drøftede økonomien.", None),
        ("Lokalplanen blev vedtaget i 2012.", None),
        ("Det gamle udvalg vedtog den 4. april 2003 en anden plan.", None),
        ("Forslaget har været udsendt i høring.", None),
        ("Beslutning om maling træffes, når vejret tillader det.", None),
        ("Godkendelse efter lovens § 15 af formandens indkaldelse.", None),
        ("Der skal vælges to medlemmer.", None),
        ("Forvaltningen anbefaler, at ansøgningen imødekommes.", None),
        ("Der er ingen penge i kassen.", None),
        ("Vi har fået afslag fra fonden.", None),
        ("Formanden orienterede.", None),
        ("", None),
    ],
)
def test_text_without_a_heading_has_an_outcome_only_if_it_states_a_decision(text: str, outcome: str | None) -> None:
    assert read(text, PROSE).outcome == outcome


def test_of_two_outcomes_the_one_that_answers_the_recommendation_wins() -> None:
    text = "Drøftet og taget til efterretning."
    assert read(text).outcome == "droeftet"
    assert read(text, asked="Direktøren indstiller, at orienteringen tages til efterretning.").outcome == "efterretning"


def test_as_the_committee_depends_on_whose_decision_it_is() -> None:
    assert read("Som Økonomiudvalget.", EARLIER).outcome == "anbefalet"
    assert read("Som Økonomiudvalget.").outcome == "godkendt"


def test_names_alone_under_the_title_of_an_election_are_its_result() -> None:
    text = "Legeplads: Have 7 og 31\nHækkehold: Uændret"
    assert read(text, PROSE, title="Nedsættelse af udvalg").outcome == "valgt"
    assert read(text, PROSE, title="Meddelelser").outcome is None


def test_under_a_heading_of_its_own_a_vote_is_only_a_vote() -> None:
    facts = read("9 stemmer for, 4 imod og 1 blank.", "afstemning")
    assert facts.outcome is None
    assert [v.yes.count for v in facts.votes] == [9]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Bo Krag (A) deltog ikke i behandlingen af sagen. Godkendt.", ["absent Bo Krag"]),
        ("Formanden meddelte, at Bo Krag og Ida Holm (V) havde meldt afbud, og at Eva Lund (B) ankom kl. 18.05.",
         ["absent Bo Krag", "absent Ida Holm", "arrived Eva Lund"]),
        ("Afbud fra Bo Krag (A). Som suppleant deltog Ida Holm (A).", ["absent Bo Krag"]),
        ("Fraværende: Bo Krag, Ida Holm", ["absent Bo Krag", "absent Ida Holm"]),
        ("Ida Holm forlod mødet kl. 18.30.", ["left Ida Holm"]),
        ("Under behandlingen af punktet forlod Bo Krag og Ida Holm lokalet.", ["left Bo Krag", "left Ida Holm"]),
        ("Bo Krag deltog fra kl. 16.50.", ["arrived Bo Krag"]),
        ("Bo Krag erklærede sig inhabil og forlod salen.", ["recused Bo Krag"]),
        ("På grund af inhabilitet deltog Ida Holm ikke i behandlingen.", ["recused Ida Holm"]),
        ("Bo Krag erklærede sig inhabil. Byrådet fandt ham ikke inhabil.", []),
        ("Ida Holm oplyste, at hun er inhabil i behandlingen af punkt 3.", []),
        ("Mødet startede kl. 18. Ingen var inhabile.", []),
    ],
)  # fmt: skip
def test_who_was_away_came_or_left_is_told_with_the_name_in_its_place(text: str, changes: list[str]) -> None:
    facts = read(text)
    assert [f"{c.change} {c.name}" for c in facts.changes] == changes
    assert [f"recused {r.name}" for r in facts.recusals] == [c for c in changes if c.startswith("recused")]
    assert [text[slice(*c.span)] for c in facts.changes] == [c.name for c in facts.changes]
    assert [text[slice(*r.span)] for r in facts.recusals] == [r.name for r in facts.recusals]


@pytest.mark.parametrize(
    ("text", "by", "said"),
    [
        ('V og C afgav følgende protokolbemærkning:\n\n"Vi er imod.\nPrisen er høj."', "V og C", "Vi er imod. Prisen er høj."),
        ("Godkendt.\nBo Krag ønsker ført til protokol, at prisen er høj.", "Bo Krag", "prisen er høj."),
        ("Et mindretal bestående af Bo Krag (Ø) og Ida Holm (F) begærer følgende tilført protokollen: Prisen er høj.",
         "Bo Krag (Ø) og Ida Holm (F)", "Prisen er høj."),
        ("Særindstilling fra Ida Holm (M):\nIda Holm kan ikke tiltræde indstillingen.", "Ida Holm (M)",
         "Ida Holm kan ikke tiltræde indstillingen."),
        ("Godkendt. Enhedslisten finder, at prisen er høj.", "Enhedslisten", "Enhedslisten finder, at prisen er høj."),
        ("Anbefales. Bo Krag kan ikke tiltræde, at lejen stiger.", "Bo Krag", "Bo Krag kan ikke tiltræde, at lejen stiger."),
    ],
)  # fmt: skip
def test_a_dissenting_opinion_has_its_author_and_its_words(text: str, by: str, said: str) -> None:
    (remark,) = read(text).dissent
    assert (remark.by, remark.text) == (by, said)
    assert unwrap(text[slice(*remark.span)]) == said


def test_a_protocol_remark_is_no_decision() -> None:
    assert read('Godkendt.\nV ønsker tilført protokollen: "Sagen burde være forkastet."').outcome == "godkendt"
    assert read("V ønsker tilført protokollen: Sagen burde være udsat.").outcome == "andet"


@pytest.mark.parametrize(
    "text",
    ["Liste Ø tog forbehold.", "Bo Krag (O) forbeholder sig sin stilling.", "Ida Holm (C) afventer sin stillingtagen."],
)
def test_a_reservation_is_no_vote(text: str) -> None:
    facts = read("Anbefales. " + text)
    assert [r.text for r in facts.reservations] == [text]
    assert facts.votes == []


PIECES = [
    *(
        "Godkendt. ",
        "Ad 1. ",
        "1) ",
        "Imod stemte ",
        "For stemte: ",
        "3 ",
        "fire ",
        "A, B og C. ",
        "Bo Krag (V) ",
        "(2) ",
    ),
    *(
        "stemmer mod ",
        "undlod at stemme",
        "kan ikke tiltræde ",
        "mindretal ",
        "ændringsforslag ",
        "inhabil ",
        "forbehold. ",
    ),
    *("\u00ad", "**", "<br />", "at ", "”", '"', ": ", "- ", "\n", "\n\n"),
]
SCRAPS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join)


@given(st.text() | SCRAPS, st.sampled_from(["beslutning", EARLIER, PROSE, "afstemning"]))
def test_any_text_is_read_without_complaint_and_every_span_lies_in_it(text: str, kind: str) -> None:
    facts = read(text, kind, asked=text[:40], title=text[:20])
    assert (facts.outcome is None) <= (kind in (PROSE, "afstemning"))
    spans = [v.span for v in facts.votes] + [r.span for r in [*facts.dissent, *facts.reservations]]
    spans += [r.span for r in facts.recusals] + [c.span for c in facts.changes]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(flat(r.name) in flat(unwrap(text)) or "\n" in text for r in facts.recusals)


def test_time_grows_with_length_only() -> None:
    for scrap in ("(", "A, ", "Ad 1 ", "3 stemmer mod ", '"x ', "for ", " ", "- x\n", "forslag om at "):
        read((scrap * 20_000)[:20_000])
