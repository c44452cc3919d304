"""Heads of meetings: body, authority, date, times and place in the forms that minutes use."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referat_parse.grammar.bodies import Session, read_session
from referat_parse.interpret.head import HeadFacts, closing_time, read_head
from referat_parse.lexicon import default
from referat_parse.text import Passage, flat


def head_of(text: str, tail: str = "", sessions: tuple[str, ...] = ()) -> HeadFacts:
    source = text + tail
    named: list[Session] = [found for line in sessions if (found := read_session(line))]
    at = len(text)
    return read_head(Passage.whole(source, 0, at), Passage.whole(source, at, len(source)), named, default())


def stated(facts: HeadFacts) -> dict[str, str]:
    values = {
        "body": facts.body,
        "authority": facts.authority,
        "date": facts.date.isoformat() if facts.date else None,
        "start": facts.start_time,
        "end": facts.end_time,
        "place": facts.place,
    }
    return {name: value for name, value in values.items() if value is not None}


HEADS = {
    "one heading line and bare labels": (
        "REFERAT Klima- og Miljøudvalget 2018 - 2021 d. 08-06-2021\n\nMødedato Tirsdag d. 8. juni 2021 kl. 16:00\n\nMødested Lokale 2, Nordby Rådhus\n",
        {
            "body": "Klima- og Miljøudvalget 2018 - 2021",
            "date": "2021-06-08",
            "start": "16:00",
            "place": "Lokale 2, Nordby Rådhus",
        },
    ),
    "label glued to its value": (
        "REFERAT\nByrådet\nMødedato:Torsdag den 29-05-2008\nMødested:Byrådssalen\nStarttidspunkt:Kl. 17:00\nSluttidspunkt:Kl. 19:40\n",
        {"body": "Byrådet", "date": "2008-05-29", "start": "17:00", "end": "19:40", "place": "Byrådssalen"},
    ),
    "glued without colon": (
        "Referat\n\nTorsdag d. 22 juni 2023, kl. 18:00\nMødestedRådssalen\nUdvalgKommunalbestyrelsen\nBemærkninger\n",
        {"body": "Kommunalbestyrelsen", "date": "2023-06-22", "start": "18:00", "place": "Rådssalen"},
    ),
    "label, blank, value": (
        "UDVALG\n\nSocialudvalget\n\nMØDE\n\nReferat fra ekstraordinært møde\n\nSTED\n\nLokale 1.12\n\nSTARTTIDSPUNKT\n\n17-01-2018 18:00:00\n\nSLUTTIDSPUNKT\n\n17-01-2018 22:00:00\n\nPUNKTER\n",
        {"body": "Socialudvalget", "date": "2018-01-17", "start": "18:00", "end": "22:00", "place": "Lokale 1.12"},
    ),
    "markdown table": (
        "# Byrådet\n\n**Nordby Kommune** | Referat\n\n| | |\n|---|---|\n| **Mødedato** | Onsdag d. 31. maj 2023 kl. 17:00 |\n| **Mødested** | Byrådssalen |\n",
        {
            "body": "Byrådet",
            "authority": "Nordby Kommune",
            "date": "2023-05-31",
            "start": "17:00",
            "place": "Byrådssalen",
        },
    ),
    "broken markdown labels": (
        "22. marts 2021\n\nMØDE I DIALOGFORUM\n\n- Dato/tid:** 12. marts 2021 kl. 8.00 - 9.00\n- Sted:** Møde via Teams\n",
        {"body": "DIALOGFORUM", "date": "2021-03-12", "start": "08:00", "end": "09:00", "place": "Møde via Teams"},
    ),
    "pipe behind the value": (
        "Referat\nDato: |\n29-09-2022 18:30:00 |\n---|---|\nUdvalg: |\nByrådet 2022-2025 |\nSted: |\nSalen |\n",
        {"body": "Byrådet 2022-2025", "date": "2022-09-29", "start": "18:30", "place": "Salen"},
    ),
    "line breaks as markup": (
        "Økonomiudvalget<br />\n\n<strong>Referat</strong><br />\n\nMødedato: Onsdag den 3. oktober 2012<br />\n\nMødetidspunkt: 12:30<br />\n\nMødelokale: M5<br />\n",
        {"body": "Økonomiudvalget", "date": "2012-10-03", "start": "12:30", "place": "M5"},
    ),
    "referat til mødet i": (
        "Referat\ntil\nmødet i Nordby Byråd\nden 24. oktober 2018 kl. 17:00\ni Byrådssalen\n\nMødet hævet kl. 19.38\n",
        {"body": "Nordby Byråd", "date": "2018-10-24", "start": "17:00", "end": "19:38", "place": "Byrådssalen"},
    ),
    "body, date and hour on a line, place bare": (
        "Referat\nUdsatterådet onsdag den 2. december 2020 kl. 13:30\n\nMødelokale Søen, etage 2\n",
        {"body": "Udsatterådet", "date": "2020-12-02", "start": "13:30", "place": "Mødelokale Søen, etage 2"},
    ),
    "a remark behind the place": (
        "Referat\nNordby Byråd tirsdag den 6. november 2018 kl. 16.30\nByrådssalen, Store Torv 20, 9999 Nordby - det åbne møde begynder kl. 19.00\n",
        {
            "body": "Nordby Byråd",
            "date": "2018-11-06",
            "start": "16:30",
            "place": "Byrådssalen, Store Torv 20, 9999 Nordby",
        },
    ),
    "all labels first, then all values": (
        "Mødedato:\nMødetidspunkt:\nMødested:\nBemærkninger:\n22. september 2014\n19:00-21:15\nByrådssalen\nPunkt 9 udgik.\n",
        {"date": "2014-09-22", "start": "19:00", "end": "21:15", "place": "Byrådssalen"},
    ),
    "a page on one line, labels before values": (
        "1 NORDBY KOMMUNE Åbent referat til Økonomiudvalget Mødedato: Tirsdag den 9. juni 2015 Mødetidspunkt: 9:00 Mødelokale: Medlemmer: Afbud: 213, Mødelokale Anna Holm, Bo Dam, Carl Elk Bo Dam\n\n2 ",
        {
            "body": "Økonomiudvalget",
            "authority": "NORDBY KOMMUNE",
            "date": "2015-06-09",
            "start": "09:00",
            "place": "213, Mødelokale",
        },
    ),
    "a page on one line, labels without colon": (
        "1 Referat Nordby Byråd Ordinært møde Dato 26. august 2015 Tid 19:00 Sted NB. Fraværende Stedfortræder Byrådssalen, Nordby Rådhus Pkt. 4 blev behandlet efter pkt. 1. Mødet sluttede kl. 20:40 Anna Holm, Bo Dam Carl Elk Medlemmer Dorte Friis (A) Erik Gam (V)\n",
        {
            "body": "Nordby Byråd",
            "date": "2015-08-26",
            "start": "19:00",
            "end": "20:40",
            "place": "Byrådssalen, Nordby Rådhus",
        },
    ),
    "a portal's transcript that lost the digits": (
        'Byrådet. Referat. 26. august 2014\n\nStørrelse: px\n\nDownload "Byrådet. Referat. 26. august 2014"\n\nTranskript\n\n1 Nordby Kommune Byrådet Referat Mødedato: Mødested: Byrådssalen\n\n2 ',
        {"body": "Byrådet", "authority": "Nordby Kommune", "date": "2014-08-26", "place": "Byrådssalen"},
    ),
    "American date and time": (
        "Byrådet\n\nMødedato: 8/29/2019 4:00:00 PM\nMødested: Salen, Skolegade 27\n",
        {"body": "Byrådet", "date": "2019-08-29", "start": "16:00", "place": "Salen, Skolegade 27"},
    ),
    "compound only": (
        "Nordby Vandværk: Referat fra bestyrelsesmøde 16.05.2019\n\nReferat af bestyrelsesmøde den 16. maj 2019 kl. 19.00 hos Palle\n",
        {
            "body": "Bestyrelsen",
            "authority": "Nordby Vandværk",
            "date": "2019-05-16",
            "start": "19:00",
            "place": "hos Palle",
        },
    ),
    "genitive only": (
        "Referat fra Ældrerådets møde den 22. februar 2016 i Den Lille Sal, Rådhuset kl. 10.00 – 12.00\n",
        {
            "body": "Ældrerådet",
            "date": "2016-02-22",
            "start": "10:00",
            "end": "12:00",
            "place": "Den Lille Sal, Rådhuset",
        },
    ),
    "assembly": (
        "Referat fra ordinær generalforsamling i Haveforeningen Enghøj søndag den 20. juni 2021 kl. 10.00 i fælleshuset\n\nDagsorden:\n  1. Velkomst\n\nFormand: Anna Holm, have 4 – villig til genvalg\n",
        {
            "body": "ordinær generalforsamling",
            "authority": "Haveforeningen Enghøj",
            "date": "2021-06-20",
            "start": "10:00",
            "place": "fælleshuset",
        },
    ),
    "school: place before the date": (
        "Referat af ekstraordinært Skolebestyrelsesmøde\nLyngskolen, mødelokale K2\nonsdag den 16. april 2008 kl. 18.30 - 20.30\n",
        {
            "body": "Skolebestyrelsen",
            "date": "2008-04-16",
            "start": "18:30",
            "end": "20:30",
            "place": "Lyngskolen, mødelokale K2",
        },
    ),
    "year only in the page's heading": (
        "Gå til hovedindholdet\nMENU\n\nReferat 25. maj 2022\n\nSkolebestyrelsesmøde den 25. maj kl.18.30-21.00 - Personalerummet\n",
        {
            "body": "Skolebestyrelsen",
            "date": "2022-05-25",
            "start": "18:30",
            "end": "21:00",
            "place": "Personalerummet",
        },
    ),
    "site, breadcrumb, then the head": (
        "Spring til indhold\nNordby Kommune\nUdvalg\nRåd og nævn\nSøg\nForside > Politik > Byrådet\nByrådet\nTirsdag den 24. september 2019\nKl. 17:00\nByrådssalen, Rådhuspladsen 1\nDagsorden\nVis alle punkter\n",
        {
            "body": "Byrådet",
            "authority": "Nordby Kommune",
            "date": "2019-09-24",
            "start": "17:00",
            "place": "Byrådssalen, Rådhuspladsen 1",
        },
    ),
    "publishing dates are no meeting dates": (
        "Kulturrådet\n\nPubliceret 25-02-2015\n\nMandag den 23-02-2015 kl. 19:00\nUdsendt: 19-02-2015\nOpdateret: 26-02-2015\n",
        {"body": "Kulturrådet", "date": "2015-02-23", "start": "19:00"},
    ),
    "dashes": ("Byrådet – Referat – 27. februar 2023\n\nVis alle punkter\n", {"body": "Byrådet", "date": "2023-02-27"}),
    "bullet between": (
        "Kommunalbestyrelsen\nReferat • 26. august 2025 kl. 17.00\nIndhold\n",
        {"body": "Kommunalbestyrelsen", "date": "2025-08-26", "start": "17:00"},
    ),
    "abbreviation dropped, term kept": (
        "Udvalg: Kultur- og Fritidsudvalget 2018-2021 (KFU)\nMødedato: 3. februar 2020\n",
        {"body": "Kultur- og Fritidsudvalget 2018-2021", "date": "2020-02-03"},
    ),
    "a bracket with a date belongs to the body": (
        "REFERAT Fritidsudvalget (Nedlagt 31.12.2021) d. 22-11-2021\n\nMødedato Mandag d. 22. november 2021 kl. 14:00\n",
        {"body": "Fritidsudvalget (Nedlagt 31.12.2021)", "date": "2021-11-22", "start": "14:00"},
    ),
    "place runs over the line": (
        "Økonomiudvalget\n\nDato:                Tirsdag den 22. april 2014\n\nMødelokale:          Lokale 68, Rådhuset,\n                     9999 Nordby\n",
        {"body": "Økonomiudvalget", "date": "2014-04-22", "place": "Lokale 68, Rådhuset, 9999 Nordby"},
    ),
    "contents lines are no facts": (
        "Teknisk Udvalg - Referat\nMødedato: 3. maj 2016\n\nIndholdsfortegnelse\n1. Møde i Vejforum den 4. juni 2017....3\n2. Orientering fra Sønderby Kommune....4\n",
        {"body": "Teknisk Udvalg", "date": "2016-05-03"},
    ),
    "Dagsorden as the document's title": (
        "Dagsorden\nRegionsrådet 25-05-2021 13:00\n\n1.Meddelelse fra formanden\n",
        {"body": "Regionsrådet", "date": "2021-05-25", "start": "13:00"},
    ),
    "spaced capitals": (
        "Seniorrådet\n\nR e f e r a t\n\naf Seniorrådets møde torsdag den 8. oktober 2015 kl. 9.30 - 12.10\ni Aktivitetscentret, lokale 3\n",
        {
            "body": "Seniorrådet",
            "date": "2015-10-08",
            "start": "09:30",
            "end": "12:10",
            "place": "Aktivitetscentret, lokale 3",
        },
    ),
    "a wrapped heading": (
        "åbent møde for Kultur- og fritidsudvalgets møde\nden 11. marts 2010 kl. 14:00 i Skolegade\n27, lokale 214\n",
        {
            "body": "Kultur- og fritidsudvalget",
            "date": "2010-03-11",
            "start": "14:00",
            "place": "Skolegade 27, lokale 214",
        },
    ),
    "began and ended in one sentence": (
        "Nordby Byråd\nMøde nr. 13\nTorsdag den 24. november 2011\nByrådssalen\nMødet begyndte kl. 19.00 og sluttede kl. 22.15.\n",
        {"body": "Nordby Byråd", "date": "2011-11-24", "start": "19:00", "end": "22:15", "place": "Byrådssalen"},
    ),
    "head of a table": (
        "Mødedetaljer\nUdvalg Dato Type Hent\nByrådet 29-08-2018 16:00 Referat\n",
        {"body": "Byrådet", "date": "2018-08-29", "start": "16:00"},
    ),
    "damage: at deleted": (
        "Refer\nByrådet\nMødedo: 12. marts 2012\nMødested: Byrådssalen\n",
        {"body": "Byrådet", "date": "2012-03-12", "place": "Byrådssalen"},
    ),
    "soft hyphens and hard blanks": (
        "Udvalg: Sund\u00adheds- og Omsorgs\u00adudvalget\nMødedato: 7.\u00a0maj\u00a02019\nMødested: Møde\u00adlokale\u00a02A\n",
        {"body": "Sundheds- og Omsorgsudvalget", "date": "2019-05-07", "place": "Mødelokale 2A"},
    ),
    "nothing": ("Tilbage til oversigten\n\nUdskriv\n", {}),
}


@pytest.mark.parametrize("name", HEADS)
def test_heads(name: str) -> None:
    text, expected = HEADS[name]
    assert stated(head_of(text)) == expected


TAILS = {
    "closing sentence": ("Byrådet\n3. maj 2016\n", "Mødet blev hævet kl. 20.15\n", {"end": "20:15"}),
    "closing label": ("Byrådet\n3. maj 2016\n", "Mødet startet:\n07:00 PM\n\nMødet hævet:\n09:20 PM\n", {"start": "19:00", "end": "21:20"}),
    "page head": ("Protokol\n", "Byrådet 25-10-2010                 Sidenr. 1390\nFormandens initialer\n", {"body": "Byrådet", "date": "2010-10-25"}),
    "page foot": ("Byrådet\n3. maj 2016\n", "Nordby Kommune\nSide 5 af 7\n", {"authority": "Nordby Kommune"}),
    "address of the site": ("Byrådet\n3. maj 2016\n", "Nordby Kommune\nSkolevej 7\n9999 Nordby\n", {"authority": "Nordby Kommune"}),
    "address of a school": ("Skolebestyrelsen\n3. maj 2016\n", "Engskolen\nSkolevej 12\n9999 Nordby\n", {"authority": "Engskolen"}),
    "other documents of a portal": ("Byrådet\n3. maj 2016\n", "Relaterede dokumenter\n\nSønderby Kommune Byrådet Referat\nMødet hævet kl. 11.00\n", {}),
    "signatures": ("Byrådet\n3. maj 2016\n", "Underskriftsside\n\nAnna Holm\n\nBo Dam\n", {}),
}  # fmt: skip


@pytest.mark.parametrize("name", TAILS)
def test_tails(name: str) -> None:
    text, tail, expected = TAILS[name]
    facts = head_of(text, tail)
    assert stated(facts) == {**stated(head_of(text)), **expected}
    assert facts.attendance == []


def test_decision_headings_tell_body_and_date_where_the_head_is_silent() -> None:
    lines = (
        "Beslutning i Økonomiudvalget den 21-04-2015",
        "Beslutning i Teknisk Udvalg den 04-05-2015",
        "Beslutning i Teknisk Udvalg den 04-05-2015",
    )
    assert stated(head_of("", sessions=lines)) == {"body": "Teknisk Udvalg", "date": "2015-05-04"}


def test_a_stated_date_chooses_the_body_among_decision_headings() -> None:
    lines = ("Økonomiudvalget, 21-04-2015, pkt. 3", "Byrådet, 04-05-2015, pkt. 7")
    assert stated(head_of("Referat\nDato: 4. maj 2015\n", sessions=lines))["body"] == "Byrådet"


def test_the_first_item_can_tell_whose_agenda_it_is() -> None:
    item = "1. Godkendelse af dagsorden\nGodkendelse af åben dagsorden for KB den 26. marts 2020.\n"
    source = "Referat\n\n" + item
    facts = read_head(Passage.whole(source, 0, 9), Passage.whole(source, len(source)), [], default())
    assert (facts.body, str(facts.date)) == ("KB", "2020-03-26")


def test_spans_quote_what_is_stated() -> None:
    text = HEADS["one heading line and bare labels"][0]
    facts = head_of(text)
    assert flat(text[slice(*facts.spans["body"])]) == facts.body
    assert flat(text[slice(*facts.spans["place"])]) == facts.place
    assert text[slice(*facts.spans["start_time"])] == "16:00"
    assert text[slice(*facts.spans["date"])] == "8. juni 2021"


def test_a_name_concluded_from_a_compound_is_inferred_and_has_no_span() -> None:
    facts = head_of("Referat af bestyrelsesmøde den 16. maj 2019\n")
    assert facts.body == "Bestyrelsen"
    assert "body" in facts.inferred
    assert "body" not in facts.spans


def test_the_head_begins_behind_the_web_page_and_with_the_letterhead() -> None:
    clutter, letterhead = "Menu  Søg\n\nTilbage til oversigten\n\n", "Byrådet\n\nReferat\nDato: 3. maj 2016\n"
    assert head_of(clutter + letterhead).start == len(clutter)


KINDS = {
    "Referat\nByrådet\n3. maj 2016\n": "referat",
    "BESLUTNINGSPROTOKOL\nByrådet\n3. maj 2016\n": "beslutningsprotokol",
    "Tillægsdagsorden\nByrådet\n3. maj 2016\n": "tillaegsdagsorden",
    "Dagsorden\nByrådet\n3. maj 2016\n": "dagsorden",
    "Byrådet\n3. maj 2016\n": "referat",
}


@pytest.mark.parametrize("text", KINDS)
def test_the_kind_of_document(text: str) -> None:
    assert head_of(text).document_type == KINDS[text]


CLOSINGS = {
    "Godkendt. Mødet sluttede kl. 22:14.": "22:14",
    "Mødet hævet 19.15": "19:15",
    "Formanden hævede generalforsamlingen kl. 12.45.": "12:45",
    "Mødet blev herefter afsluttet kl. 21": "21:00",
    "Protokollen blev læst og mødet hævet kl.: 18:40": "18:40",
    "Mødet startede kl. 15.30 og sluttede kl. 16.45.": "16:45",
    "Mødet starter kl. 16.30": None,
    "Sagen sluttede i 2016.": None,
    "Mødet slutter som regel til tiden.": None,
}


@pytest.mark.parametrize("text", CLOSINGS)
def test_closing_sentences(text: str) -> None:
    found = closing_time(Passage.whole(text))
    assert (found[0] if found else None) == CLOSINGS[text]
    assert found is None or text[slice(*found[1])][0].isdigit()


@given(
    st.text(alphabet=st.sampled_from("Aa æøå.,:;-()|*#<>/0123456789\n\t\u00a0\u00adMødedatoFraværendekl"), max_size=300)
)
def test_odd_text_never_fails_and_spans_lie_inside(text: str) -> None:
    facts = head_of(text, text)
    assert all(0 <= a <= b <= 2 * len(text) for a, b in facts.spans.values())
    assert all(0 <= a < b <= 2 * len(text) for a, b in (one.span for one in facts.attendance))
