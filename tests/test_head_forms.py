"""Whole heads in many forms that Danish minutes have: what is stated and who took part."""

from __future__ import annotations

import pytest

from referat_parse.interpret.head import HeadFacts, read_head
from referat_parse.lexicon import default
from referat_parse.text import Passage

FORMS = {
    "labels with dots": (
        "Nordby Kommune\nTeknisk Udvalg\n\nReferat\n\nDato .......: 4. maj 2011\nTid ........: kl. 16.00 - 18.15\nSted .......: Mødelokale 3\nAfbud ......: Gudrun Falster\n",
        "authority=Nordby Kommune; body=Teknisk Udvalg; date=2011-05-04; start=16:00; end=18:15; place=Mødelokale 3",
        "a Gudrun Falster",
    ),
    "title, date, place on three lines": (
        "Referat af møde i Handicaprådet\nTorsdag den 7. marts 2019 kl. 14.00\nMødelokale 112, Rådhuset\n\nTil stede: Bodil Krag, Jørn Rask, Vibeke Toft\nAfbud: Mogens Due\n",
        "body=Handicaprådet; date=2019-03-07; start=14:00; place=Mødelokale 112, Rådhuset",
        "a Mogens Due, p Bodil Krag, p Jørn Rask, p Vibeke Toft",
    ),
    "school board by first names": (
        "Skolebestyrelsesmøde\nElmeskolen\nD. 12. september 2022 kl. 17.00-19.30\n\nDeltagere: Pernille, Kasper, Ditte, Mads (elevråd) og Hanne\nAfbud: Lone\nReferent: Hanne\n",
        "body=Skolebestyrelsen; authority=Elmeskolen; date=2022-09-12; start=17:00; end=19:30",
        "a Lone, p Ditte, p Hanne, p Kasper, p Mads, p Pernille",
    ),
    "members and roles by line": (
        "Region Midtsund\nRegionsrådet\nMøde den 22. juni 2016 kl. 13:00\nRegionssalen\n\nMedlemmer\nSvend Lerche (A), formand\nIngelise Brun (V), 1. næstformand\nKaj Thue (O)\nTina Moos (F) - afbud\n",
        "authority=Region Midtsund; body=Regionsrådet; date=2016-06-22; start=13:00; place=Regionssalen",
        "a Tina Moos, p Ingelise Brun, p Kaj Thue, p Svend Lerche",
    ),
    "committee with term": (
        "Børne- og Skoleudvalget 2022-2025\nReferat\n08-02-2023 16:00\nMødelokale Syd\n\nMedlemmer:\nAnton Ry (C)\nBirthe Sand (A)\nCarlo Munk (V)\n\nFraværende:\nBirthe Sand (A)\n",
        "body=Børne- og Skoleudvalget 2022-2025; date=2023-02-08; start=16:00; place=Mødelokale Syd",
        "a Birthe Sand, p Anton Ry, p Carlo Munk",
    ),
    "parish council": (
        "Hjelm Sogns Menighedsråd\nReferat af ordinært menighedsrådsmøde\nOnsdag den 14. november 2018 kl. 19.00 i sognegården\n\nTil stede: Erna Skou, Knud Aage Bech, sognepræst Lene Ravn\nFraværende med afbud: Ove Frøslev\n",
        "body=Menighedsrådet; date=2018-11-14; start=19:00; place=sognegården",
        "a Ove Frøslev, p Erna Skou, p Knud Aage Bech, p Lene Ravn",
    ),
    "waterworks": (
        "Bredkær Vandværk I/S\nReferat af bestyrelsesmøde den 3. februar 2015 kl. 19.30 hos formanden\n\nDeltagere: Per Vang, Inger Lyng, Bent Kjær og Ole Dal\nAfbud fra Tage Holt\n",
        "authority=Bredkær Vandværk I/S; body=Bestyrelsen; date=2015-02-03; start=19:30; place=hos formanden",
        "a Tage Holt, p Bent Kjær, p Inger Lyng, p Ole Dal, p Per Vang",
    ),
    "general assembly": (
        "Grundejerforeningen Lyngtoften\nReferat af ordinær generalforsamling\ntirsdag den 28. marts 2017 kl. 19.00\ni Medborgerhuset\n",
        "authority=Grundejerforeningen Lyngtoften; body=ordinær generalforsamling; date=2017-03-28; start=19:00; place=Medborgerhuset",
        "",
    ),
    "work council with sides": (
        "HovedMED\nReferat af møde den 9. oktober 2014 kl. 9.00-11.30\nLokale 2.14\n\nLedelsesrepræsentanter: Grete Hald, Finn Borre\nMedarbejderrepræsentanter: Mona Kruse, Leif Dam\nAfbud: Finn Borre\n",
        "body=HovedMED; date=2014-10-09; start=09:00; end=11:30; place=Lokale 2.14",
        "a Finn Borre, p Grete Hald, p Leif Dam, p Mona Kruse",
    ),
    "senior council with staff": (
        "Sundby Kommune\nSeniorrådet\nReferat fra møde mandag den 6. maj 2024 kl. 10.00\nSted: Aktivitetshuset, Torvegade 8\n\nDeltagere: Asta Bay, Hjalmar Lind, Rita Vad\nFra forvaltningen: centerchef Lars Kold, konsulent Mia Bro\nAfbud: Egon Friis\n",
        "authority=Sundby Kommune; body=Seniorrådet; date=2024-05-06; start=10:00; place=Aktivitetshuset, Torvegade 8",
        "a Egon Friis, g Lars Kold, g Mia Bro, p Asta Bay, p Hjalmar Lind, p Rita Vad",
    ),
    "upper case labels, values below": (
        "REFERAT\n\nUDVALG\nØkonomiudvalget\n\nMØDEDATO\n14. august 2019\n\nSTED\nUdvalgsværelse 1\n\nSTARTTIDSPUNKT\n15:30\n\nSLUTTIDSPUNKT\n17:05\n\nAFBUD\nJette Lund (V)\n",
        "body=Økonomiudvalget; date=2019-08-14; start=15:30; end=17:05; place=Udvalgsværelse 1",
        "a Jette Lund",
    ),
    "absentees with substitutes": (
        "Kommunalbestyrelsen\nMødedato: 30. april 2013\nMødested: Byrådssalen\nFraværende: Henning Toft (A) og Ruth Bak (F)\nStedfortræder: Yrsa Lund (A), Kim Dahl (F)\n",
        "body=Kommunalbestyrelsen; date=2013-04-30; place=Byrådssalen",
        "a Henning Toft, a Ruth Bak, p Kim Dahl, p Yrsa Lund",
    ),
    "in their stead": (
        "Byrådet\nDato: 19. januar 2010 kl. 19.00\nAfbud: Gunnar Holt. I stedet mødte Elin Vester.\n",
        "body=Byrådet; date=2010-01-19; start=19:00",
        "a Gunnar Holt, p Elin Vester",
    ),
    "all but": (
        "Byrådet\nMøde den 25. september 2007 kl. 17.00 i byrådssalen\nSamtlige medlemmer var til stede, undtagen Poul Erik Brandt, der havde meldt afbud.\n",
        "body=Byrådet; date=2007-09-25; start=17:00; place=byrådssalen",
        "a Poul Erik Brandt",
    ),
    "left the meeting": (
        "Kulturudvalget\nDato: 11. juni 2020\nMedlemmer: Anders Moe (A), Bitten Lund (V), Carla Rohde (C)\nBemærkninger: Bitten Lund forlod mødet kl. 18.10.\n",
        "body=Kulturudvalget; date=2020-06-11",
        "p Anders Moe, p Bitten Lund, p Carla Rohde",
    ),
    "weekday without den": (
        "Åbent referat\nMiljøudvalget\n\nTirsdag 5. november 2013, kl. 08.15\nMødelokale B, Rådhuset\n",
        "body=Miljøudvalget; date=2013-11-05; start=08:15; place=Mødelokale B, Rådhuset",
        "",
    ),
    "short month": (
        "Ungdomsrådet - Referat - 14. feb 2022\n\nTilstede: Asger Ravn, Sille Brix, Noah Vest\n",
        "body=Ungdomsrådet; date=2022-02-14",
        "p Asger Ravn, p Noah Vest, p Sille Brix",
    ),
    "range with til": (
        "Integrationsrådet\nTidspunkt: mandag den 2. juni 2014 kl. 17 til 19\nSted: Kulturhuset, lokale 4\n",
        "body=Integrationsrådet; date=2014-06-02; start=17:00; end=19:00; place=Kulturhuset, lokale 4",
        "",
    ),
    "pipe table": (
        "| Udvalg | Socialudvalget |\n|---|---|\n| Dato | 3. december 2018 |\n| Tid | 13.00 - 15.45 |\n| Sted | Lokale 204 |\n| Fraværende | Helle Busk |\n",
        "body=Socialudvalget; date=2018-12-03; start=13:00; end=15:45; place=Lokale 204",
        "a Helle Busk",
    ),
    "bold markdown": (
        "# Referat\n\n**Udvalg:** Teknik- og Miljøudvalget\n**Dato:** 21. januar 2025\n**Tid:** 16:00\n**Sted:** Byrådssalen\n\n**Medlemmer:**\n- Ib Storm (V)\n- Lea Krog (Ø)\n- Max Bøje (A) - afbud\n",
        "body=Teknik- og Miljøudvalget; date=2025-01-21; start=16:00; place=Byrådssalen",
        "a Max Bøje, p Ib Storm, p Lea Krog",
    ),
    "party letters without brackets": (
        "Byrådet\nMødedato: 2. februar 2009\nFraværende: Bent Ravnkilde V, Sanne Holst A\n",
        "body=Byrådet; date=2009-02-02",
        "a Bent Ravnkilde, a Sanne Holst",
    ),
    "substitute in the same line": (
        "Byrådet\nMødedato: 2. februar 2009\nFraværende: Bent Ravnkilde V, stedfortræder Sanne Holst V\n",
        "body=Byrådet; date=2009-02-02",
        "a Bent Ravnkilde, p Sanne Holst",
    ),
    "names, roles and parties on lines of their own": (
        "Referat - Psykiatriudvalget\n\n03-03-2022 15:00\n\nRegionsgården\n\nMedlemmer af udvalget:\n\nAnne Mørk\n\nFormand\n\n(A)\n\nFl. Rosenørn\n\nMedlem\n\n(V)\n\nPia Lykke\n\nMedlem\n\n(C)\n\nFraværende:\n\nPia Lykke\n\nMedlem\n\n(C)\n",
        "body=Psykiatriudvalget; date=2022-03-03; start=15:00; place=Regionsgården",
        "a Pia Lykke, p Anne Mørk, p Fl. Rosenørn",
    ),
    "marks under three states with headings": (
        "Studienævnet\n3. maj 2012 kl. 10.00\n\nMedlemmer:                    Til stede    Med afbud    Uden afbud\nAnna Holm (formand)              X\nBo Dam                                         X\nObservatører:\nCarl Elk                         X\n\nReferent: Dorte Friis\n",
        "body=Studienævnet; date=2012-05-03; start=10:00",
        "a Bo Dam, g Carl Elk, g Dorte Friis, p Anna Holm",
    ),
    "letterhead at the right": (
        "Referat                                      NORDBY UNIVERSITET\n\nForum         Bestyrelsen                    SEKRETARIATET\nDato          3. maj 2016 kl. 9.00-11.00     BREDGADE 7\nSted          Salen, Hovedbygningen          9999 NORDBY\n\nAfbud: Bo Dam\n",
        "body=Bestyrelsen; date=2016-05-03; start=09:00; end=11:00; place=Salen, Hovedbygningen",
        "a Bo Dam",
    ),
    "a name broken by the line": (
        "Bestyrelsen\nReferat af møde den 3. maj 2016\n\nAfbud: Bo Dam\n\nFra direktionen deltog rektor Carl Elk, prorektor Lykke\nBondo og universitetsdirektør Erik Gam.\n",
        "body=Bestyrelsen; date=2016-05-03",
        "a Bo Dam, g Carl Elk, g Erik Gam, g Lykke Bondo",
    ),
    "a letter's date": (
        "Nordby Kommune\nTorvet 1\n9999 Nordby\n\nDato: 2. december 2019\nJ.nr.: 03.11.00-A00-1-19\nSagsbehandler: Heidi Laugesen\n\nReferat af møde i Boligforum\nonsdag den 20. november 2019 kl. 15.00\n",
        "authority=Nordby Kommune; body=Boligforum; date=2019-11-20; start=15:00",
        "",
    ),
    "approved in writing": (
        "Referatet er godkendt via skriftlig høring i akademisk råd, den 2. december 2011.\n\nGodkendt referat af møde i akademisk råd, Det Tekniske Fakultet,\nonsdag den 2. november 2011, kl. 9.30-11.50, Havnevej 10, lokale 1.05\n",
        "authority=Det Tekniske Fakultet; body=akademisk råd; date=2011-11-02; start=09:30; end=11:50; place=Havnevej 10, lokale 1.05",
        "",
    ),
    "page feet in the list": (
        "Nordby Kommune\nREFERAT Nordby Byråd d. 28-03-2023\n\nMødested Byrådssalen\nFraværende Bo Dam (A), Carl Elk (C)\n\nNordby Byråd - 28-03-2023\n",
        "authority=Nordby Kommune; body=Nordby Byråd; date=2023-03-28; place=Byrådssalen",
        "a Bo Dam, a Carl Elk",
    ),
    "a notice instead of a place": (
        "Nordby Kommune\nReferat\nDato: 22. maj 2019\nTid: Kl. 17:30\nUdvalg: Kommunalbestyrelsen\nSted: BEMÆRK! Lukket møde kl. 17:00\n",
        "authority=Nordby Kommune; body=Kommunalbestyrelsen; date=2019-05-22; start=17:30",
        "",
    ),
    "a municipality to be": (
        "Ny Nordby Kommune\nREFERAT\nSammenlægningsudvalget\nTirsdag den 22. august 2006 kl. 17.00\nByrådssalen, Havnegade 12\n",
        "authority=Ny Nordby Kommune; body=Sammenlægningsudvalget; date=2006-08-22; start=17:00; place=Byrådssalen, Havnegade 12",
        "",
    ),
    "a page in one line": (
        "1 Arbejdernes Boligforening Referat Organisationsbestyrelsen Møde nr. 8/2012 Torsdag den 11. oktober 2012 kl. 16.30 Mødesalen, Havrevej 1\n",
        "authority=Arbejdernes Boligforening; body=Organisationsbestyrelsen; date=2012-10-11; start=16:30; place=Mødesalen, Havrevej 1",
        "",
    ),
    "a page of a portal": (
        "Relaterede dokumenter\n\nNORDBY KOMMUNE REFERAT\n\nØkonomiudvalget. Referat fra møde Torsdag den 4. september 2014\n\nTranskript\n\n1 side 1 Åbent referat for Byrådets møde den kl. 17:00 Byrådssalen Tilgår pressen\n",
        "body=Byrådet; start=17:00; place=Byrådssalen",
        "",
    ),
    "parishes in one word": (
        "TREKIRKESOGNENE\nReferat af menighedsrådsmøde\nTirsdag d. 15. maj 2018 kl. 18.30 i Sognehuset\n",
        "authority=TREKIRKESOGNENE; body=Menighedsrådet; date=2018-05-15; start=18:30; place=Sognehuset",
        "",
    ),
    "columns of members and guests": (
        "Erhvervsudvalget\nDato: 8. april 2015\n\nMedlemmer:              Øvrige deltagere:\nPer Holm (V)            Direktør Jan Bo\nEva Skov (A)            Chefkonsulent Lis Dam\nTorben Kær (O)\n",
        "body=Erhvervsudvalget; date=2015-04-08",
        "g Jan Bo, g Lis Dam, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "numbered list": (
        "Beboerrådet\nMøde 4. juni 2014\n\nDeltagere:\n1. Per Holm\n2. Eva Skov\n3. Torben Kær (afbud)\n",
        "body=Beboerrådet; date=2014-06-04",
        "a Torben Kær, p Eva Skov, p Per Holm",
    ),
    "initials in brackets": (
        "Klimarådet\nDato: 1. marts 2021\nTil stede: Per Holm (PH), Eva Skov (ES), Torben Kær (TK)\nAfbud: Lis Dam (LD)\nReferent: Eva Skov (ES)\n",
        "body=Klimarådet; date=2021-03-01",
        "a Lis Dam, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "organisations before the names": (
        "Trafikrådet\nDato: 1. marts 2021\nDeltagere:\nCyklistforbundet: Per Holm\nÆldre Sagen: Eva Skov\nPolitiet: vicepolitiinspektør Torben Kær\nAfbud: Lis Dam, Handelsforeningen\n",
        "body=Trafikrådet; date=2021-03-01",
        "a Lis Dam, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "all present": (
        "Bestyrelsen for Nordby Hallen\nMøde den 4. juni 2014 kl. 19\nTil stede: Alle\nAfbud: Ingen\n",
        "body=Bestyrelsen for Nordby Hallen; date=2014-06-04; start=19:00",
        "",
    ),
    "slashes": (
        "Forældrebestyrelsen\nDato: 4/6 2014\nDeltagere: Per Holm / Eva Skov / Torben Kær\nAfbud: Lis Dam\n",
        "body=Forældrebestyrelsen; date=2014-06-04",
        "a Lis Dam, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "semicolons": (
        "Afdelingsbestyrelsen\nDato: 4. juni 2014\nDeltagere: Per Holm; Eva Skov; Torben Kær\nFraværende: Lis Dam\n",
        "body=Afdelingsbestyrelsen; date=2014-06-04",
        "a Lis Dam, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "late comers": (
        "Social- og Sundhedsudvalget\nDato: 4. juni 2014\nDeltagere:\nPer Holm (A)\nEva Skov (V) - mødte kl. 16.30\nTorben Kær (C) - deltog ikke under punkt 4\nLis Dam (F) - deltog ikke\n",
        "body=Social- og Sundhedsudvalget; date=2014-06-04",
        "a Lis Dam, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "mayor and aldermen": (
        "Magistraten\nReferat af møde mandag den 4. juni 2012 kl. 9.00 i Magistratssalen\n\nTil stede: Borgmester Per Holm, rådmand Eva Skov, rådmand Torben Kær\nDesuden deltog stadsdirektør Lis Dam.\n",
        "body=Magistraten; date=2012-06-04; start=09:00; place=Magistratssalen",
        "g Lis Dam, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "guests for single items": (
        "Planudvalget\nDato: 4. juni 2014\nDeltagere: Per Holm (A), Eva Skov (V), Torben Kær (C)\nGæster: Arkitekt Lis Dam (punkt 3), ingeniør Ib Storm (punkt 4)\n",
        "body=Planudvalget; date=2014-06-04",
        "g Ib Storm, g Lis Dam, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "house committee with flats": (
        "Afdelingsmøde i afdeling 14\nTirsdag den 3. september 2019 kl. 18.30 i Fælleshuset\n\nTil stede fra afdelingsbestyrelsen: Per Holm, Eva Skov\nFra administrationen: Torben Kær\n",
        "body=Afdelingsmøde; date=2019-09-03; start=18:30; place=Fælleshuset",
        "g Torben Kær, p Eva Skov, p Per Holm",
    ),
    "online": (
        "Referat af møde i Grønt Råd\nDato: 4. juni 2020\nTidspunkt: 16.00-17.30\nSted: Microsoft Teams\n",
        "body=Grønt Råd; date=2020-06-04; start=16:00; end=17:30; place=Microsoft Teams",
        "",
    ),
    "seconds and US date": (
        "Udvalg: Byrådet\nMødested: Byrådssalen\nDato: 6/24/2015\nStarttidspunkt: 18:00:00\n",
        "body=Byrådet; date=2015-06-24; start=18:00; place=Byrådssalen",
        "",
    ),
    "closing line": (
        "Folkeoplysningsudvalget\nDato: 4. juni 2014 kl. 19.00\nSted: Lokale 2\nMødet hævet kl. 20.45\n",
        "body=Folkeoplysningsudvalget; date=2014-06-04; start=19:00; end=20:45; place=Lokale 2",
        "",
    ),
    "label for the body of two words": (
        "Politisk udvalg: Landdistriktsrådet\nMødetidspunkt: 04-06-2014 17:00\nMødelokale: Kroen i Hjelm\n",
        "body=Landdistriktsrådet; date=2014-06-04; start=17:00; place=Kroen i Hjelm",
        "",
    ),
    "whose board it is behind a comma": (
        "Referat af møde i bestyrelsen, Nordby Gymnasium\nonsdag den 4. juni 2014 kl. 16.00\n",
        "authority=Nordby Gymnasium; body=bestyrelsen; date=2014-06-04; start=16:00",
        "",
    ),
    "chair before the members": (
        "Naturrådet\nDato: 4. juni 2014\nFormand: Per Holm\nMedlemmer: Eva Skov, Torben Kær, Lis Dam\nAfbud: Lis Dam\n",
        "body=Naturrådet; date=2014-06-04",
        "a Lis Dam, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "a sentence for the absentees": (
        "Økonomiudvalget\nDato: 4. juni 2014\nMedlemmer: Per Holm, Eva Skov, Torben Kær\nEva Skov og Torben Kær havde meldt afbud.\n",
        "body=Økonomiudvalget; date=2014-06-04",
        "a Eva Skov, a Torben Kær, p Per Holm",
    ),
    "as substitute for": (
        "Økonomiudvalget\nDato: 4. juni 2014\nFraværende: Eva Skov (V)\nLis Dam (V) deltog som stedfortræder for Eva Skov (V).\n",
        "body=Økonomiudvalget; date=2014-06-04",
        "a Eva Skov, p Lis Dam",
    ),
    "long absence in brackets": (
        "Byrådet\nDato: 4. juni 2014\nMedlemmer: Per Holm (A), Eva Skov (V) (orlov), Torben Kær (C) (fraværende pkt. 3-5)\n",
        "body=Byrådet; date=2014-06-04",
        "a Eva Skov, p Per Holm, p Torben Kær",
    ),
    "capitals": (
        "NORDBY BYRÅD\nREFERAT\nDATO: 4. JUNI 2014\nTIL STEDE:\nPER HOLM\nEVA SKOV\nAFBUD:\nLIS DAM\n",
        "body=NORDBY BYRÅD; date=2014-06-04",
        "a LIS DAM, p EVA SKOV, p PER HOLM",
    ),
    "double names and particles": (
        "Kulturrådet\nDato: 4. juni 2014\nTil stede: Anne-Grethe von Bülow, Hans-Jørgen de la Cour, Karl Åge Møller-Hansen\n",
        "body=Kulturrådet; date=2014-06-04",
        "p Anne-Grethe von Bülow, p Hans-Jørgen de la Cour, p Karl Åge Møller-Hansen",
    ),
    "extraordinary meeting": (
        "Ekstraordinært møde i Byrådet\nMandag den 30. juni 2014 kl. 16.30\nByrådssalen\nAfbud fra: Per Holm og Eva Skov\n",
        "body=Byrådet; date=2014-06-30; start=16:30; place=Byrådssalen",
        "a Eva Skov, a Per Holm",
    ),
    "the deanery": (
        "Nordby Provsti\nReferat af provstiudvalgsmøde\nden 4. juni 2014 kl. 9.00 på provstikontoret\nTil stede: provst Per Holm, Eva Skov, Torben Kær\nSekretær: Lis Dam\n",
        "body=Provstiudvalget; date=2014-06-04; start=09:00; place=provstikontoret",
        "g Lis Dam, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "agenda with decisions": (
        "Dagsorden med beslutninger for Udvalget for Kultur og Fritid\nden 4. juni 2014 kl. 15.00\nMødelokale 3\n",
        "body=Udvalget for Kultur og Fritid; date=2014-06-04; start=15:00; place=Mødelokale 3",
        "",
    ),
    "members in two states": (
        "Byrådet\nDato: 4. juni 2014\nTil stede: Per Holm (A), Eva Skov (V), Torben Kær (C).\nIkke til stede: Lis Dam (F).\nDerudover deltog kommunaldirektør Ib Storm og økonomichef Mia Bro.\n",
        "body=Byrådet; date=2014-06-04",
        "a Lis Dam, g Ib Storm, g Mia Bro, p Eva Skov, p Per Holm, p Torben Kær",
    ),
    "a clock below the date": (
        "Byrådet\n03-05-2016\n18:00\n\nByrådssalen\n\nDeltagere:\n\nKaren Bøgh, A\n\nOle Fynbo, V\n\nEva Holt, C\n",
        "body=Byrådet; date=2016-05-03; start=18:00; place=Byrådssalen",
        "p Eva Holt, p Karen Bøgh, p Ole Fynbo",
    ),
    "an association's meeting": (
        "Referat fra møde i Bredby Borgerforening den 3. maj 2016\nTilstede: Karen Bøgh, Ole Fynbo, Eva Holt\nIkke til stede: Ib Rask (uden afbud)\n",
        "authority=Bredby Borgerforening; date=2016-05-03",
        "a Ib Rask, p Eva Holt, p Karen Bøgh, p Ole Fynbo",
    ),
    "called substitutes": (
        "Byrådet\nMødedato: 3. maj 2016\nAfbud:\nKaren Bøgh (A), indkaldt stedfortræder: Ole Fynbo (A)\nEva Holt (V), indkaldt stedfortræder: Ib Rask (V)\n",
        "body=Byrådet; date=2016-05-03",
        "a Eva Holt, a Karen Bøgh, p Ib Rask, p Ole Fynbo",
    ),
    "an invitation": (
        "Indkaldelse til møde i Byrådet\nTirsdag den 3. maj 2016 kl. 18.00, Byrådssalen\nMedlemmerne var mødt, bortset fra Karen Bøgh (sygdom) og Ole Fynbo (ferie).\n",
        "body=Byrådet; date=2016-05-03; start=18:00; place=Byrådssalen",
        "a Karen Bøgh, a Ole Fynbo",
    ),
    "from whom they come": (
        "Handicaprådet\n3. maj 2016\nDeltagere fra DH: Karen Bøgh, Ole Fynbo\nDeltagere fra kommunen: Eva Holt (A), Ib Rask (V)\nSekretær: Lene Ry\nAfbud: Ole Fynbo\n",
        "body=Handicaprådet; date=2016-05-03",
        "a Ole Fynbo, g Lene Ry, p Eva Holt, p Ib Rask, p Karen Bøgh",
    ),
}


def _head(text: str) -> HeadFacts:
    end = len(text)
    return read_head(Passage.whole(text, 0, end), Passage.whole(text, end, end), [], default())


@pytest.mark.parametrize("form", FORMS)
def test_head(form: str) -> None:
    text, head, _ = FORMS[form]
    facts = _head(text)
    found = {
        "authority": facts.authority,
        "body": facts.body,
        "date": facts.date,
        "start": facts.start_time,
        "end": facts.end_time,
        "place": facts.place,
    }
    expected = dict(part.split("=", 1) for part in head.split("; "))
    assert {name: str(value) for name, value in found.items() if value is not None} == expected


@pytest.mark.parametrize("form", FORMS)
def test_people(form: str) -> None:
    text, _, people = FORMS[form]
    assert ", ".join(sorted(f"{one.status[0]} {one.name}" for one in _head(text).attendance)) == people
