"""Attendance: who is present, absent or a guest, in lists, tables and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from referat_parse.interpret.attendance import settle_absences
from referat_parse.interpret.head import read_head
from referat_parse.lexicon import default
from referat_parse.text import Passage, flat

if TYPE_CHECKING:
    from referat_parse.models import Attendee

HEAD = "Kulturudvalget\nMødedato: 3. maj 2016\n"


def people_of(text: str, tail: str = "") -> list[Attendee]:
    source = text + tail
    at = len(text)
    return read_head(Passage.whole(source, 0, at), Passage.whole(source, at, len(source)), [], default()).attendance


def told(people: list[Attendee]) -> str:
    """The roll in short: "p Anna Holm, a Bo Dam, g Carl Elk", by name."""
    return ", ".join(sorted(f"{one.status[0]} {one.name}" for one in people))


LISTS = {
    "by comma, member also absent": ("Medlemmer: Anna Holm, Bo Dam, Carl Elk\nFraværende: Bo Dam\n", "a Bo Dam, p Anna Holm, p Carl Elk"),
    "one per line with party and role": ("Deltagere\n  • Anna Holm (A) (borgmester) - Deltog\n  • Bo Dam (V) - Deltog\n  • Deltog ikke under punkterne 4-5\n  • Carl Elk (O) - Afbud\n", "a Carl Elk, p Anna Holm, p Bo Dam"),
    "staff among politicians": ("Mødedeltagere\n\n- Anna Holm (A), formand\n- Bo Dam (V)\n- Carl Elk, teknik- og miljødirektør\n- Dorte Friis, referent\n", "g Carl Elk, g Dorte Friis, p Anna Holm, p Bo Dam"),
    "two columns without commas": ("Medlemmer:\n\nAnna Holm Bo Dam\nCarl Elk Dorte Friis\nErik Gam  \n\nFraværende:\nCarl Elk\n", "a Carl Elk, p Anna Holm, p Bo Dam, p Dorte Friis, p Erik Gam"),
    "three columns by gaps": ("Medlemmer:\nAnna Holm (A)          Bo Dam (V)         Carl Elk (Ø)\nDorte Friis (B)        Erik Gam (C)\n", "p Anna Holm, p Bo Dam, p Carl Elk, p Dorte Friis, p Erik Gam"),
    "members and absentees side by side": ("Medlemmer:                    Fraværende:\n\nAnna Holm (A)                 Bo Dam (V)\nBo Dam (V)                    Carl Elk (C)\nDorte Friis (B)\n", "a Bo Dam, a Carl Elk, p Anna Holm, p Dorte Friis"),
    "a run with parties": ("Medlemmer Anna Holm (A) Bo Dam (V) Carl Elk (C) - Formand\n", "p Anna Holm, p Bo Dam, p Carl Elk"),
    "suffixes": ("Deltagere:\nAnna Holm (V), Formand\nBo Dam (O), 1. næstformand- afbud\nCarl Elk (A)- deltog ikke i behandlingen af punkt: 12\nDorte Friis (B) (orlov)\n", "a Bo Dam, a Dorte Friis, p Anna Holm, p Carl Elk"),
    "states behind a colon": ("Medlemmer\nAnna Holm: Deltog\nBo Dam: Afbud (Stedfortræder Carl Elk, fraværende ved sag 1-4. )\n", "a Bo Dam, p Anna Holm, p Carl Elk"),
    "marks": ("Deltagere: Anna Holm (x), Bo Dam (afbud), Carl Elk (x)\n", "a Bo Dam, p Anna Holm, p Carl Elk"),
    "absent for some items, listed as absent": ("Fraværende\n\nAnna Holm (A), sag 161-168\nBo Dam (C), sag 165-168\n\nSager 161 - 168\n", "a Anna Holm, a Bo Dam"),
    "roles in front": ("Mødedeltagere: Formand Anna Holm (F), Borgmester Bo Dam (A), Vicepolitiinspektør Carl Elk\nØvrige deltagere: Kulturchef Dorte Friis, landdistriktskoordinator Erik Gam\n", "g Dorte Friis, g Erik Gam, p Anna Holm, p Bo Dam, p Carl Elk"),
    "a role glued on": ("Medlemmer: Anna HolmFormand\nBo DamMedlem\nAfbud: Carl ElkMedlem\n", "a Carl Elk, p Anna Holm, p Bo Dam"),
    "initials and a label glued to the sentence": ("Til stede: Anna Holm (AH), Bo Dam (BD) og Carl Elk (CE).Udeblevet: Dorte Friis (DF)\n", "a Dorte Friis, p Anna Holm, p Bo Dam, p Carl Elk"),
    "organisations behind the name": ("Deltagere:\nAnna Holm (V), formand\nBo Dam, DGI Østjylland\nCarl Elk, Ældre Sagen\nDorte Friis, borgermedlem\n", "p Anna Holm, p Bo Dam, p Carl Elk, p Dorte Friis"),
    "groups": ("Deltagere\n\nForældrevalgte:\n\nFormand: Anna Holm (børn på 4. og 7. årg.)\n\nBo Dam (barn 3. årg.) - afbud\n\nRepræsentanter for personale: Carl Elk, Dorte Friis\n\nAfbud\n\nBo Dam\n", "a Bo Dam, p Anna Holm, p Carl Elk, p Dorte Friis"),
    "groups without colon": ("Deltagere\nForældrevalgte\nAnna Holm (formand)\nBo Dam\nElever\nAsta (8.b)\nAfbud\nCarl Elk\n", "a Carl Elk, p Anna Holm, p Asta, p Bo Dam"),
    "a group behind the absentees": ("Til stede: Anna Holm, Bo Dam\nAfbud:\nCarl Elk\n\nRektoratet:\nRektor Dorte Friis, prorektor Erik Gam\n", "a Carl Elk, g Dorte Friis, g Erik Gam, p Anna Holm, p Bo Dam"),
    "groups that open the list": ("Ledelsesrepræsentanter: Anna Holm, Bo Dam\nMedarbejderrepræsentanter: Carl Elk, Dorte Friis\nFraværende: Bo Dam\n", "a Bo Dam, p Anna Holm, p Carl Elk, p Dorte Friis"),
    "first names": ("Tilstede var: Anna, Bo, Ditte og Lis.\nAfbud: Carl\n", "a Carl, p Anna, p Bo, p Ditte, p Lis"),
    "nobody": ("Medlemmer: Anna Holm, Bo Dam\nAfbud: Ingen\nFraværende: -\n", "p Anna Holm, p Bo Dam"),
    "empty labels": ("Deltagere: Anna Holm, Bo Dam, Carl Elk\nFraværende:\nGæster:\n", "p Anna Holm, p Bo Dam, p Carl Elk"),
    "the taker of the minutes": ("Deltagere: Anna Holm, Bo Dam, Carl Elk\nReferent: Dorte Friis\n", "g Dorte Friis, p Anna Holm, p Bo Dam, p Carl Elk"),
    "a member takes the minutes": ("Deltagere: Anna Holm, Bo Dam, Carl Elk\nReferent: Carl\n", "p Anna Holm, p Bo Dam, p Carl Elk"),
    "called": ("Indkaldelse :\nAnna Holm (A)\nBo Dam (F)\n\nPkt. Tekst\n342 Godkendelse af dagsorden\n", "p Anna Holm, p Bo Dam"),
    "no list after the contents heading": ("Dagsorden:\n1. Valg\n\nFormand: Anna Holm, have 4 – villig til genvalg\n", ""),
    "a letterhead in the middle": ("Medlemmer Anna Holm (V), formand\nBo Dam (A)\nNordby Kommune\nSkolevej 8\n9999 Nordby\nCarl Elk (B)\n\nFraværende Bo Dam\n", "a Bo Dam, p Anna Holm, p Carl Elk"),
    "lists run together": ("Mødedato: Mødested: Deltagere: Fraværende: Referent: Tirsdag den 4. november 2014 Lokale 3, Torvegade 7 Anna Holm, Bo Dam, Carl Elk Dorte Friis Erik Gam\n", "a Dorte Friis, g Erik Gam, p Anna Holm, p Bo Dam, p Carl Elk"),
    "a table with marks": ("| Medlemmer | Til stede | Med afbud |\n|---|---|---|\n| Anna Holm | X | |\n| Bo Dam | | X |\n", "a Bo Dam, p Anna Holm"),
    "a table with marks by position": ("Medlemmer              Til stede    Med afbud\nAnna Holm                 X\nBo Dam                                  X\n", "a Bo Dam, p Anna Holm"),
    "members without a label": ("Anna Holm (Borgmester)(V), Bo Dam (A), Carl Elk (C)\nAfbud: Dorte Friis (O)\n", "a Dorte Friis, p Anna Holm, p Bo Dam, p Carl Elk"),
}  # fmt: skip

SENTENCES = {
    "regrets and who came instead": ("Afbud fra Anna Holm. Istedet mødte Bo Dam.\n\nAfbud fra Carl Elk. Stedfortræder ikke indkaldt.\n", "a Anna Holm, a Carl Elk, p Bo Dam"),
    "the plural": ("Anna Holm og Bo Dam havde meldt forfald. I stedet mødte Carl Elk og Dorte Friis.\n", "a Anna Holm, a Bo Dam, p Carl Elk, p Dorte Friis"),
    "replaced, over the line's end": ("Fraværende:   Anna Holm, Bo Dam,\n              Carl Elk\nAnna Holm var substitueret ved Dorte Friis, og Bo Dam var\nsubstitueret ved Erik Gam.\n", "a Anna Holm, a Bo Dam, a Carl Elk, p Dorte Friis, p Erik Gam"),
    "all but": ("Medlemmerne var mødt, undtagen Anna Holm og Bo Dam, der havde meldt afbud.\n", "a Anna Holm, a Bo Dam"),
    "all but, as a list": ("Medlemmerne var til stede, undtagen:\nAnna Holm (B)\nBo Dam (F), i hvis sted mødte Carl Elk (F)\n", "a Anna Holm, a Bo Dam, p Carl Elk"),
    "away for one item": ("Bemærkninger: Anna Holm medvirkede ikke ved behandlingen af pkt. 402, idet hun var inhabil.\n", "p Anna Holm"),
    "left early": ("Rådmand Anna Holm forlod mødet efter punkt 5.\n", "p Anna Holm"),
    "sits in for": ("Afbud: Anna Holm\nBemærkninger: Bo Dam deltog som stedfortræder for Anna Holm.\n", "a Anna Holm, p Bo Dam"),
    "in brackets": ("Fraværende: Anna Holm (stedfortræder: Bo Dam (V))\n", "a Anna Holm, p Bo Dam"),
    "behind a dash": ("Fraværende: Anna Holm (A) - Bo Dam (A) deltog som stedfortræder\n", "a Anna Holm, p Bo Dam"),
    "one run of sentences": ("Anna Holm deltog\nBo Dam var fraværende\nCarl Elk deltog\nDerudover deltog: Kommunaldirektør Dorte Friis\n", "a Bo Dam, g Dorte Friis, p Anna Holm, p Carl Elk"),
    "guests at an item": ("Bemærkninger: I punkt 97 deltager afdelingsleder Anna Holm.\n", "g Anna Holm"),
    "prose is no attendance": ("Spørgetid\nBorgere kunne stille spørgsmål fra kl. 16.45. Anna Holm spurgte til skolen.\n", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str) -> None:
    text, expected = LISTS[name]
    assert told(people_of(HEAD + text)) == expected


@pytest.mark.parametrize("name", SENTENCES)
def test_sentences(name: str) -> None:
    text, expected = SENTENCES[name]
    assert told(people_of(HEAD + text)) == expected


def test_attendance_told_at_the_end() -> None:
    people = people_of(HEAD, "Deltagere: Anna Holm, Bo Dam. Der var afbud fra Carl Elk.\nReferent: Dorte Friis\n")
    assert told(people) == "a Carl Elk, p Anna Holm, p Bo Dam"


def test_a_forum_has_its_staff_as_members() -> None:
    text = "Deltagere: Fra boligselskabet:\nAnna Holm, Bo Dam og Carl Elk.\n- Fra Nordby Kommune:\nDorte Friis, Borgmester\nErik Gam, Centerchef for Center for Byudvikling\n"
    people = people_of("MØDE I DIALOGFORUM\nDato: 3. maj 2016\n" + text)
    assert {one.status for one in people} == {"present"}
    assert people[-1].organisation == "Nordby Kommune"
    assert people[-1].role == "Centerchef for Center for Byudvikling"


def test_party_role_and_organisation_are_what_is_stated() -> None:
    text = "Deltagere:\nAnna Holm (V), formand\nBo Dam, Landsbyforum\nCarl Elk\n"
    anna, bo, carl = people_of(HEAD + text)
    assert (anna.party, anna.role, anna.organisation) == ("V", "formand", None)
    assert (bo.party, bo.role, bo.organisation) == (None, None, "Landsbyforum")
    assert (carl.party, carl.role, carl.organisation) == (None, None, None)


def test_the_span_quotes_the_name_and_an_absentee_stands_under_the_absentees() -> None:
    text = HEAD + "Medlemmer: Anna Holm, Bo\u00a0Dam\nFraværende: Bo Dam\n"
    people = people_of(text)
    assert [flat(text[slice(*one.span)]) for one in people] == [one.name for one in people]
    assert people[-1].span[0] > text.index("Fraværende")


def test_the_first_item_can_tell_who_was_absent_and_adds_nobody() -> None:
    people = people_of(HEAD + "Deltagere: Anna Holm, Bo Dam, Carl Elk\n")
    item = Passage.whole("Godkendt. Der er afbud fra Bo Dam. Dorte Friis deltager som suppleant.")
    assert told(settle_absences(people, item, default())) == "a Bo Dam, p Anna Holm, p Carl Elk"


def test_a_head_that_lists_absentees_is_believed() -> None:
    people = people_of(HEAD + "Deltagere: Anna Holm, Bo Dam, Carl Elk\nAfbud: Carl Elk\n")
    item = Passage.whole("Beslutning i et andet udvalg. Fraværende: Bo Dam")
    assert told(settle_absences(people, item, default())) == "a Carl Elk, p Anna Holm, p Bo Dam"
