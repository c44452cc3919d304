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
FURTHER = {
    "godkendt": """\
Vedtaget.|Tiltrådt.|Tiltrådt uden bemærkninger.|Som indstillet, idet der dog ses på støjen.
Udvalget kan tilslutte sig forslaget.|Menighedsrådet vedtog at købe nye salmebøger.
Fmd. bemyndiges til at underskrive skødet.|Formanden fik bemyndigelse til at indgå aftalen.
Bestyrelsen godkendte budgettet enstemmigt.|Vedtaget enstemmigt.|Enst. vedtaget.|Enstemmigt tiltrådt.
Bevilges inden for en ramme på 40.000 kr.|Ansøgningen om skovrejsning imødekommes på de anførte vilkår.
Kvartalsregnskabet godkendt og underskrevet.|Forslaget til ny vedtægt vedtoges ved 2. behandling.
Der gives tilladelse til opsætning af to skilte.|Landzonetilladelse meddeles.|Det indstillede godkendtes.
Punktet godkendt med enkelte rettelser.|Regnskabet blev enstemmigt godkendt med akklamation.
Referatet blev godkendt uden bemærkninger.|Ingen kommentarer til referatet, som hermed er godkendt.
Referat godkendt.|Dagsorden godkendt. Pkt. 8 behandles først.|Godkendt uden kommentarer.
Byrådet tilsluttede sig Økonomiudvalgets indstilling.|Indstillingen blev fulgt.
Godkendt med 9 stemmer for og 4 imod.|Udvalget bakker op om forslaget.|Der var enighed om at godkende oplægget.
Kommissoriet blev vedtaget med den tilføjelse, at der evalueres efter et år.|Budgettet vedtages.
Vederlaget fastsættes som foreslået.|Kirkeværgens forslag blev fulgt.|Man vedtog at lade taget reparere.
Kommunalbestyrelsen meddelte samtykke til salget.|Byrådet giver grønt lys til projektet.
Der bevilgedes 3.500 kr. til sommerfesten.|Alle stemte for. Forslaget er dermed vedtaget.
Sogneudvalgets ansøgning blev imødekommet med 2.000 kr.|Takstbladet vedtaget, jf. indstillingen.|Beslutning: Ja.
Skolebestyrelsen godkender princippet for klassedannelse.|Økonomiudvalgets indstilling tiltrådtes.
Anlægsbevillingen gives, og rådighedsbeløbet frigives.|Indstillingspunkterne 1-3 godkendt. Punkt 4 udsættes.
Vedtaget, at bænken males grøn.|Godkendt. Venstre stemte imod.|Byrådet kunne tilslutte sig indstillingen.
Planforslaget vedtages endeligt.|Vedtaget som foreslået af bestyrelsen.
Budgetforslaget sendes til provstiet efter at være godkendt af rådet.|Det blev vedtaget med akklamation.
Forslaget vandt bred tilslutning.|Udvalget gik ind for forslaget.
Godkendt under forudsætning af, at finansieringen falder på plads.
Udvalget imødekommer ansøgningen med 12.000 kr.|Ansøger 1 og 3 imødekommes, ansøger 2 får afslag.
Godkendt. Sagen oversendes til Kultur- og Fritidsudvalget til orientering.
Godkendt. Udvalget tog i øvrigt orienteringen om tidsplanen til efterretning.
Godkendt med den bemærkning, at sagen tages op igen om et år.
Indstillingen godkendtes, dog således at punkt 2 udsættes.|Bestyrelsen var enig i forslaget.
Der var enighed om forslaget.|Der var opbakning til forslaget.|Der ydes støtte med 4.000 kr.
Skolebestyrelsen vedtog princippet.|Man enedes om at godkende regnskabet.|Orlov bevilges.
Anmodning om orlov imødekommet. Ida Holm indtræder som stedfortræder.
Byrådet fandt betingelserne for indkaldelse af stedfortræder opfyldt. Godkendt.|Fredningen tiltrædes.
Budgettet er godkendt.|1. at-punkt godkendt.|Ad a) Vedtaget. Ad b) Ikke vedtaget.
Pkt. 1-4: Indstillingen tiltrædes.|Ingen bemærkninger til dagsordenen, som er godkendt.
Udvalget nikkede ja til dagsordenen.|Anmodningen efterkommes.|Indstillingen nyder fremme.|Dagsordenen lå fast.
Mål 1 og 2 kan udvalget tilslutte sig.|Byrådet sluttede op om indstillingen.
Ansøgningen nød fremme.|Der er truffet beslutning som indstillet.|Udvalget tiltræder.|Alle er enige i forslaget.
Udvalget er enigt i indstillingen.|Referatet er hermed godkendt.|Referatet blev underskrevet af rådet.
Referatet underskrives.|Protokollen oplæst og underskrevet.|Bevillingen er givet.
Beløbet frigives fra anlægspuljen.|Regnskabet godkendes og sendes til revisionen.
Takster for 2013 blev fastsat som indstillet.|Der er givet dispensation.|Kommissoriet er tiltrådt.
Borgmesteren fik mandat til at forhandle.|Vi siger ja til tilbuddet.|Tilbuddet fra Skovby Tømrer accepteres.
Udvalget prioriterer projekt A og giver 40.000 kr. i tilskud.
Der var flertal for forslaget.|Forslaget samlede flertal.|Forslaget gik igennem med 8 stemmer mod 5.
Forslaget blev båret igennem.|Budgettet fik forsamlingens tilslutning.|Udvalget stiller sig bag forslaget.
Indstillingen er vedtaget med de faldne bemærkninger.|Byrådet sanktionerede aftalen.
Dagsordenen blev godkendt med tilføjelse af et punkt om parkering.|Dagsorden: godkendt. Referat: godkendt.
Ansøgningen blev bevilget.|Dagsordenen godtages.|Ingen havde rettelser. Referatet står ved magt.""",
    "anbefalet": """\
Anbefalet til Byrådets godkendelse.|ØU indstiller forslaget til vedtagelse.|ØU anbefaler, at lånet optages.
Udvalget indstiller, at byrådet godkender planen.|Indstillingen anbefales over for Økonomiudvalget og Byrådet.
Indstilles til Kommunalbestyrelsens godkendelse.|Anbefales med bemærkning om, at stien skal belyses.
Forretningsudvalget indstiller til regionsrådet, at sagen tiltrædes.|Oversendes til Byrådet med anbefaling.
Udvalget indstillede til byrådet, at der gives afslag.|Direktionen kan anbefale planen.
Anbefales, idet udvalget beder om en status.|Tiltrådt som indstilling til byrådet.
Et flertal (A, B, F) anbefaler indstillingen. Et mindretal (V) stemmer imod.
Udvalget anbefaler enstemmigt, at budgettet vedtages.|Udvalget anbefaler Byrådet at godkende planen.
Økonomiudvalget indstiller, at indstillingen fra Teknisk Udvalg følges.|Indstilles tiltrådt.
Indstillingen kan anbefales.|Fremsendes til Byrådet med indstilling om godkendelse.
Sagen fremsendes til byrådet med anbefaling.|Udvalget anbefaler over for ØU og BY, at bevillingen gives.
Flertallet anbefaler forslaget.|MR indstiller til provstiudvalget, at graverboligen sælges.
Indstilles over for Byrådet til godkendelse med den ændring, at satsen er 4 kr.
Udvalget kan varmt anbefale indstillingen.|Udvalget tilråder, at planen vedtages.
Indstillingen tiltrædes og videregives til Byrådets godkendelse.
V og A (4) tilslutter sig indstillingen og anbefaler den over for byrådet.
Sagen går videre til byrådet med udvalgets anbefaling.
Udvalget slutter op om teksten, der indstilles til Byrådets godkendelse.
Udvalget indstiller sagen til vedtagelse.|Foreslås godkendt af Byrådet.
Udvalget foreslår Byrådet at vedtage planen.|Økonomiudvalget er positivt og anbefaler sagen.
Anbefaling til Byrådet: Godkendes.|Sagen sendes videre til byrådet med en varm anbefaling.""",
    "efterretning": """\
Taget til efterretning|Til efterretning|Bestyrelsen tog orienteringen til efterretning.
Redegørelsen tages til efterretning.
Orienteringen taget til efterretning, idet udvalget ønsker en ny status til foråret.
Udvalget tog redegørelsen til efterretning.|Formandens beretning blev taget til efterretning.
Gennemgået og taget til efterretning.|Byrådet tager afgørelsen til efterretning.
Menighedsrådet tog meddelelserne til efterretning.|Tages til efterretning. Bo Krag (Ø) stemte imod.
Efterretning.|Beretningen toges til efterretning uden afstemning.
Formanden orienterede om mødet med provstiet. Taget til efterretning.
Taget til efterretning med bemærkning om, at der følges op.
Til efterretning. Udvalget drøftede desuden tidsplanen.
Orienteringen blev taget til efterretning, og udvalget udtrykte ros.
Byrådet tog beretningen til efterretning med tak.|Udvalget har taget sagen til efterretning.
Til efterretning med den bemærkning, at budgettet overholdes.|Orienteringen er hermed taget til efterretning.""",
    "droeftet": """\
Drøftet. Administrationen arbejder videre.|Udvalget drøftede oplægget og gav input til det videre arbejde.
Emnet blev drøftet.|Bestyrelsen drøftede budgettet.|Sagen drøftet.|Punktet drøftedes.|Temadrøftelse gennemført.
Byrådet havde en længere debat om trafikken.|Drøftet, og udvalget ønsker sagen belyst yderligere.
Strategien drøftedes, og der var ros til udkastet.|Drøftet med bemærkning om, at sagen forelægges igen.
Udvalget drøftede status og tidsplan, og ønsker en ny drøftelse i maj.
Sagen blev drøftet, og administrationen udarbejder et oplæg.|Oplægget blev diskuteret.
Oplægget gav anledning til en god drøftelse.|Emnet vendt og drøftet.|Vi drøftede mulighederne.
Der blev drøftet flere muligheder.|Drøftelse.|Debatteret.""",
    "udsat": """\
Udsættes.|Punktet blev udsat.|Punktet udsættes til næste møde.|Udsat til mødet i marts.
Blev udsat på grund af tidnød.|Sagen udsat med henblik på nærmere undersøgelse.|Behandlingen udsættes.
Udvalget udsatte sagen.|Udskydes til efter sommerferien.|Overføres til næste møde.|Tages op igen til foråret.
Sagen genoptages, når der foreligger tilbud.|Bestyrelsen besluttede at udskyde beslutningen.
Punktet flyttes til næste møde.|Punktet blev rykket til næste møde.|Udsættes til fornyet behandling.
Sagen henstår til næste møde.|Udsat, da formanden er syg.|Sagen udsat til ekstraordinært møde.
Punktet udsættes, idet der indhentes flere oplysninger.|Sagen sættes i bero, indtil klagesagen er afgjort.
Udvalget besluttede at udsætte sagen og bad om et notat.|Behandles på næste møde.|Tages med på næste møde.
Punktet tages op på mødet i september.|Overført til næste møde.|Grundet tidnød udsættes punktet.
Sagen genoptages på mødet den 4. maj.|Gemmes til junimødet.|Parkeret til efteråret.
Udvalget tager først stilling, når tallene foreligger.|Afgørelsen blev skudt til mødet i juni.
Afventer svar fra ministeriet.|Der var foretræde, hvorefter udvalget besluttede at udsætte sagen.
Udvalget drøftede sagen. Udvalget besluttede herefter at udsætte behandlingen.
Sagen blev taget tilbage til næste møde.|Vi når det ikke i aften. Punktet kommer med næste gang.
Der tages endelig stilling på mødet i maj.|Beslutning træffes på næste møde.
Punktet er skubbet til efter ferien.|Sagen ligger stille, indtil kommunen svarer.
Sagen lægges i mølposen til foråret.|Spørgsmålet blev stillet i bero.|Udvalget ønsker sagen forelagt igen.
Behandlingen af sagen stilles i bero.|Genfremsættes på næste møde.|Emnet tages op igen i august.
Mangel på tid. Udskudt.|Sagen trækkes ud til næste møde.|Udvalget udskyder sagen.
Ikke færdigbehandlet. Fortsættes på næste møde.""",
    "oversendt": """\
Oversendes til Økonomiudvalget.|Sendes til høring i skolebestyrelserne.
Sagen oversendes til budgetforhandlingerne for 2015.|Tilbagesendes til fornyet behandling i udvalget.
Hjemvist til administrationen.|Sagen hjemvises.|Videresendes til Plan- og Miljøudvalget.|Henvist til udvalget.
Sagen sendes i partshøring.|Byrådet henviste forslaget til Kulturudvalget.
Oversendt til byrådet uden anbefaling.|Forslaget oversendtes til Socialudvalget.
Ansøgningen videresendes til provstiudvalget.|Udvalget sender sagen retur til forvaltningen.
Går til 2. behandling.|Udvalget besluttede at sende forslaget i offentlig høring i otte uger.
Udvalget sender sagen tilbage til administrationen med henblik på nye beregninger.
Ansøgningen sendes videre til kommunen.|Byrådet besluttede at oversende sagen til behandling i Økonomiudvalget.
Tilbagesendt til forvaltningen.|Sendes til udtalelse i Ældrerådet.|Overgår til budgetforhandlingerne.
Henvises til budgetbehandlingen.|Forslaget går videre til arbejdsgruppen.
Vedtægten går tilbage til Økonomiudvalget.|Overlades til Byrådets afgørelse.|Forelægges Byrådet til afgørelse.
Forslaget sendes til udtalelse hos skolerne.|Udvalget lader sagen gå videre til Teknisk Udvalg.
Sagen går retur til administrationen.|Lægges over til Kulturudvalget.|Spørgsmålet lægges over til formandskabet.
Sagen henlægges til behandling i Socialudvalget.
Forvaltningen anmodes om at genfremlægge sagen efter en ny høring. Sagen sendes tilbage.
Returneres til fornyet overvejelse.|Bolden spilles tilbage til forvaltningen.
Ansøgningen er sendt videre til Provstiet.""",
    "afvist": """\
Ikke vedtaget.|Afvist.|Der gives afslag på ansøgningen.|Forslaget blev nedstemt.
Forslaget faldt med 6 stemmer mod 9.|Ansøgningen blev ikke imødekommet.|Kan ikke imødekommes.
Kan ikke tiltrædes.|Udvalget afviste forslaget.|Byrådet forkastede forslaget.
Menighedsrådet kan ikke støtte forslaget.|Udvalget ønsker ikke at give dispensation.
Bestyrelsen besluttede ikke at søge om midler.|Forslaget kunne ikke samle flertal.
Indstillingen blev forkastet med stemmerne 5-10.|Anmodningen afvises.|Udvalget imødekommer ikke ansøgningen.
Der kan ikke meddeles dispensation.|Forslaget blev stemt ned.|Forslaget blev nedstemt med 4 stemmer mod 9.
Indstillingen bortfaldt, idet 4 stemte for og 9 stemte imod.|Udvalget fastholder afslaget.
Ansøgningen kan ikke støttes.|Byrådet sagde nej til forslaget.
Det henstilles til ansøger at søge andetsteds. Afslag gives.|Udvalget kan ikke anbefale forslaget.
Udvalget fandt ikke grundlag for at imødekomme ansøgningen.|Der er ikke flertal for forslaget.
Medlemsforslaget blev forkastet.|Klagen afvises.|Rådet vil ikke anbefale forslaget.|Udvalget fraråder forslaget.
Udvalget siger nej til modellen.|Ønsket kan ikke opfyldes, fordi lokalet er optaget.
Udvalget følger ikke indstillingen.|Der var ikke stemning for forslaget.|Forslaget nød ikke fremme.
Udvalget afslår.|Udvalget kan ikke gå med til forslaget.|Ansøgningen kunne desværre ikke støttes.
Forslaget led nederlag.|Byrådet vil ikke medvirke til salget.|Udvalget stiller sig afvisende.
Forslaget fandt ikke flertal.|Vi siger nej tak til tilbuddet.|Der ydes ikke tilskud.|Udvalget meddeler afslag.
Ingen støttede forslaget.|Afvises, da fristen er overskredet.""",
    "udgaaet": """\
Udgik|Punktet udgik.|Punktet udgår, da oplægsholderen er syg.|Sagen taget af.|Bortfaldt.|Bortfalder.|Trukket.
Sagen er trukket tilbage af forvaltningen.|Punktet blev sprunget over.|Udgået.|Mødet aflyst.|Punktet er udgået.
Punkt 9 blev taget af dagsordenen.|Sagen bortfalder, da ansøgningen er trukket tilbage.
Forslagsstiller trak forslaget tilbage.|Ansøgningen er frafaldet.|Punktet var en fejl og udgår.
Tages af dagsordenen.|Sagen blev ikke behandlet, da den er taget af dagsordenen.
Ansøgerne har trukket sagen tilbage.|Punktet er slettet.|Sagen er ikke længere aktuel og udgår.
Ansøger har trukket sin ansøgning.|Forslagsstillerne trak deres forslag.|Trækkes af dagsordenen.
Punktet pilles af dagsordenen.|Venstre trak sit forslag tilbage inden afstemningen.""",
    "valgt": """\
Valgt blev Ida Holm.|Bo Krag blev valgt til formand.|Genvalg til Ida Holm.|Ida Holm genvalgt.
Der var genvalg over hele linjen.|Som næstformand valgtes Bo Krag (V).
Byrådet udpegede Ida Holm (A) til bestyrelsen.|Udpeget blev Ida Holm og Bo Krag.|Bo Krag valgtes til dirigent.
Ida Holm vælges til kirkeværge.|Ida Holm blev valgt som ordstyrer, og Bo Krag som referent.
Til valgbestyrelsen udpegedes Ida Holm.|Bo Krag blev enstemmigt valgt.|Ida Holm og Bo Krag genvalgtes.
Følgende blev valgt: Ida Holm, Bo Krag.|Bo Krag (C) blev udpeget som stedfortræder.
Der var valg mellem tre kandidater. Ida Holm blev valgt med 21 stemmer.
Ida Holm fortsætter som formand (genvalg).|Formand: Ida Holm (genvalgt)|Eva Lund ansættes som ny sognepræst.
Nævnet konstituerede sig med Eva Lund som formand.|Alle blev genvalgt.|Bo Krag (genvalg)|Formand blev Ida Holm.
Ida Holm blev formand.|Ida Holm tog imod valg.|Ida Holm modtog genvalg.|Ida Holm stillede op og blev valgt.
Bestyrelsen peger på Ida Holm som næstformand.|Dirigent: Ida Holm blev valgt uden modkandidat.
Byrådet besluttede at udpege Bo Krag.""",
    "ingen_bemaerkninger": """\
Intet nyt|Intet nyt.|Ingen bemærkninger|Intet at bemærke.|Ingen.|Intet under eventuelt.
Der var intet til punktet.|Der er intet nyt.|Ikke noget.|Ingen indsigelser.|Ingen meddelelser.
Intet til eventuelt.|Der fremkom ingen bemærkninger.|Der var ingen bemærkninger til dagsordenen.
Intet at referere.|Ingen punkter.|Der var ingen spørgsmål fra tilhørerne.|Ingen henvendelser.|Ingenting.
Ingen orienteringspunkter.|Intet nyt siden sidst.|Punktet gav ikke anledning til bemærkninger.
Der var ikke noget.|Der var intet.|Intet på programmet.|Ikke noget at berette.|Der blev ikke stillet spørgsmål.
Ingen ønskede ordet.|Intet forelå.|Ingen havde noget til punktet.|Intet indkommet.|Ingen kommentarer.
Ingen indkomne forslag.|Der var ingen indkomne forslag.|Ingen fremmødte.""",
    "andet": """\
Udvalget vælger model A.
Mulighed 2 er valgt.|Udvalget valgte tilbud 2.|Forslag 1 blev valgt.|Blev behandlet|Borgmesteren orienterede.|Formanden gav en kort orientering om byggeriet.
Der blev orienteret om sommerens arrangementer.|Provsten holdt oplæg om diakoni.|Udvalget besøgte skolen.
Forvaltningen arbejder videre med modellen.|Bo Krag spurgte til busruten.|Næste møde holdes den 4. maj.
Der indhentes nye priser.|Udvalget ønsker et notat om økonomien.|Borgmesteren besvarede spørgsmålet.
Afventer Økonomiudvalgets behandling.|Gennemgået.|Direktøren fremlagde status.
Orientering fra formanden: Byggeriet følger planen.|Udvalget blev orienteret om sagen.
Administrationen undersøger mulighederne.|Ida Holm deltager i kurset.
Formanden oplyste, at ansøgningen var blevet afvist af fonden.|Bo Krag foreslog, at punktet udgår.
Borgmesteren oplyste, at lokalplanen ventes vedtaget i juni.|Orienteret.|Orientering.|Fremlagt.
Skolelederen fortalte om ansættelsen af to lærere.|Udvalget bad forvaltningen om et nyt oplæg.
Afventer Byrådets behandling, da udgiften ikke er belyst.
Et flertal i Seniorrådet kan støtte forslaget. Formanden sender svaret til administrationen.
Næste møde er den 4. juni.|Forvaltningen redegjorde for sagen.|Udvalget noterede sig redegørelsen.
Der laves en ny aftale med kirkegårdslederen.|Bo Krag kontakter kommunen.|Der nedsættes en arbejdsgruppe.""",
}
SEVERAL = {
    "godkendt": """\
Godkendt. Administrationen vender tilbage med en status til foråret. Udvalget ønsker desuden et notat om støjen.
Teknik- og Miljøudvalget anbefalede den 3. maj 2016 at afvise sagen. Byrådet godkendte indstillingen. Venstre stemte imod.
Sagen blev udsat på mødet den 4. april. Administrationen har siden indhentet priser. Udvalget godkendte tilbuddet.
Ida Holm (F) foreslog, at sagen sendes tilbage til udvalget. 4 stemte for, 11 imod. Forslaget faldt. Indstillingen blev derefter godkendt.
Venstre stillede ændringsforslag om, at punkt 3 udgår. Ændringsforslaget blev forkastet. Indstillingen blev vedtaget.
Bo Krag spurgte, om planen kan udsættes. Borgmesteren svarede, at det er for sent. Planen blev godkendt.
Bo Krag erklærede sig inhabil og forlod mødet. Udvalget godkendte ansøgningen. Bo Krag kom tilbage kl. 18.20.
Udvalget drøftede sagen indgående. Der var enighed om at godkende forslaget med den ændring, at stien belyses. Sagen evalueres om et år.
Udvalget drøftede sagen. Godkendt.
Formanden gennemgik oplægget. Der var flere spørgsmål. Godkendt med de faldne bemærkninger.
Afbud: Ida Holm. Godkendt. Næste møde er udsat til den 8. maj.
Tiltrådt. Udvalget ønsker, at klagen afvises, hvis fristen er overskredet.
Et mindretal foreslog at udsætte sagen. Forslaget om udsættelse blev forkastet med 4 stemmer mod 11. Byrådet vedtog herefter planen.
Godkendt, idet punkt 4 oversendes til budgetforhandlingerne. Ida Holm tog forbehold.
Bestyrelsen fremlagde regnskabet. Revisor besvarede et par spørgsmål. Regnskabet blev enstemmigt godkendt.
Ændringsforslaget fra Ø blev nedstemt. For forslaget stemte 3, imod 14. Herefter blev indstillingen godkendt enstemmigt. Ø beklager, at forslaget blev afvist.
Udvalget besluttede at give dispensation. Naboerne orienteres. En eventuel klage sendes til nævnet.
Forvaltningen oplyste, at fonden har givet afslag. Udvalget bevilgede derfor 20.000 kr. fra puljen.
Ad 1: Godkendt. Ad 2: Udsættes til næste møde. Ad 3: Taget til efterretning.
Direktøren orienterede om forløbet. Udvalget tilsluttede sig indstillingen. Sagen drøftes igen i juni.
Bestyrelsen drøftede kontingentet. Det blev vedtaget at hæve det til 600 kr. Et forslag om 700 kr. blev forkastet.
Referatet fra mødet den 4. maj blev godkendt. Formanden bemærkede, at punkt 6 blev udsat dengang. Referatet underskrives.
Referat fra 18. juni 2013 underskrevet. Ida Holm var fraværende.
De studerende fandt, at reglen er uklar, og stillede forslag om at udsætte sagen. Forslaget fik 2 stemmer og bortfaldt. Forretningsordenen blev herefter vedtaget med 5 stemmer mod 2.
Dagsordenen blev godkendt. Punkt 7 udgår, og punkt 9 behandles først.
Byrådet vedtog planen. Det blev samtidig besluttet at henvise trafikken til Teknisk Udvalg.
Et flertal på 5 bestående af A, V og C vedtog planen. Et mindretal på 3 bestående af F, O og Ø stemte imod. Mindretallet ønskede sagen udsat.
Ida Holm mente, at sagen burde udsættes. Bo Krag foreslog, at den blev afvist. Efter debatten blev forslaget vedtaget med 6 stemmer mod 3.
Ved håndsoprækning stemte 14 for og 5 imod. Lone Fjaltring undlod at stemme. Dermed er lokalplanen vedtaget.
Rådet har gennemgået ansøgningerne. Rådet tildelte graden til alle fire.
Der blev spurgt til finansieringen. Forvaltningen redegjorde for den. Ansøgningen blev herefter imødekommet.
Planen har været sendt i høring og udsat to gange. Byrådet vedtog nu planen endeligt. Der indgives ingen klager.
Teknisk Udvalg sendte i maj sagen tilbage til forvaltningen. Udvalget tiltrådte det nye oplæg. Ida Holm deltog ikke i behandlingen.
Liste T foreslog, at beløbet halveres. For stemte T. De øvrige stemte imod. Indstillingen blev vedtaget med 14 stemmer mod 3.
Vedtaget. Bestyrelsen tager sagen op igen til næste år. Indtil da afvises nye ansøgninger.
Rådet drøftede udkastet. Rådet besluttede at købe to bænke. Bo Krag bestiller dem.
Efter en længere debat, hvor flere ønskede punktet udsat, blev budgettet godkendt. Bo Krag stemte imod.
Indstillingen tiltrådt. Bo Krag (Ø) ønskede afslag.
Et forslag om at hæve prisen blev ikke vedtaget. Regnskabet blev derimod godkendt. Kontingentet er uændret.
Godkendt med 13 stemmer mod 2. Imod stemte Ø, idet Ø ønskede sagen oversendt til udvalget.""",
    "anbefalet": """\
Anbefales. Udvalget drøftede desuden tidsplanen. Bo Krag (Ø) kan ikke anbefale indstillingen.
Udvalget drøftede sagen og bad om et notat. Udvalget indstiller til Byrådet, at planen vedtages.
Social- og Sundhedsudvalget tog den 4. maj sagen til efterretning. Økonomiudvalget anbefaler indstillingen over for Byrådet.
V foreslog sagen udsat. For stemte V, imod stemte A og F. Forslaget faldt. Indstillingen anbefales.
Anbefales godkendt, idet administrationen frem mod Byrådets møde undersøger prisen. Punktet drøftes igen i juni.
Formanden orienterede om høringen. Udvalget anbefaler, at forslaget godkendes. Ida Holm deltog ikke.
Et flertal (A, B og F) anbefaler indstillingen. Et mindretal (V) indstiller, at sagen afvises. C tager forbehold.
Anbefales. Sagen oversendes til Økonomiudvalget.
Udvalget drøftede støjen og finansieringen. Udvalget anbefaler forslaget over for Byrådet. Punktet genoptages i maj.
Bo Krag foreslog, at sagen udgår. Det blev nedstemt. Udvalget indstiller planen til godkendelse.
Oversendes til Byrådet med anbefaling. Forvaltningen udarbejder et notat inden mødet.""",
    "efterretning": """\
Formanden orienterede om mødet. Der blev spurgt til budgettet. Taget til efterretning.
Forespørgslen blev omdelt den 26. oktober 2009. Der er udpeget 22 strækninger, hvoraf 15 er sat i stand. De sidste indgår i budgettet.\\n\\nTaget til efterretning
Bo Krag spurgte, hvornår stien er færdig. Borgmesteren svarede, at arbejdet er udsat til 2019. Besvarelsen blev taget til efterretning.
Orienteringen taget til efterretning. Udvalget besluttede, at sagen drøftes igen i maj. Ida Holm stemte imod.
Orienteringen blev taget til efterretning. Byrådet godkendte planen i 2012.
Direktøren gennemgik status. Lokalplanen er vedtaget, og skolen er sendt i udbud. Udvalget tog orienteringen til efterretning.
Provstiet har bevilget 40.000 kr. til orglet. Kirkegårdslederen er ansat. Taget til efterretning.
Svaret på forespørgslen er, at 14 ansøgninger blev imødekommet og 3 afvist.\\nForespørgslen og svaret blev taget til efterretning.
Borgmesteren besvarede spørgsmålet. Spørgeren foreslog, at reglerne ændres. Besvarelsen taget til efterretning.
Redegørelsen blev taget til efterretning, idet udvalget ønsker en ny drøftelse til august. Forvaltningen sender et notat.
Udvalget drøftede rapporten. Udvalget tog rapporten til efterretning.
Taget til efterretning. Det blev aftalt, at emnet kommer på dagsordenen igen. Bo Krag mødte som suppleant.
Bo Krag spurgte til skolebusserne. Borgmesteren svarede, at ruten er vedtaget. Forespørgslen blev herefter taget til efterretning.
Der er indkommet tre klager, som nævnet har afvist. Udvalget tog det til efterretning.
Status blev gennemgået. Projektet er udskudt til 2021. Orienteringen taget til efterretning.
Taget til efterretning med den bemærkning, at planen udsættes. Ida Holm takkede for svaret.""",
    "droeftet": """\
Drøftet. Administrationen udarbejder et forslag, som forelægges Byrådet til godkendelse.
Udvalget drøftede oplægget. Udvalget ønsker sagen belyst yderligere, inden den sendes i høring.
Sagen blev drøftet. Bo Krag foreslog, at huset sælges. Der var ikke enighed.
Emnet blev drøftet. Formanden tager kontakt til kommunen. Rådet afventer svar.
Budgettet blev drøftet, og der var ros til udkastet. Det endelige budget vedtages i oktober.
Ida Holm (A) havde bedt om punktet. Rådet drøftede trafikken ved skolen. Formanden skriver til politiet.
Drøftet. Emnet indgår i det kommende byrumsmøde.
Prorektor præsenterede tre scenarier. Bestyrelsen havde en første drøftelse. Bestyrelsen ser frem til et samlet oplæg i juni.
Forvaltningen holdt oplæg. Udvalget drøftede oplægget. Ida Holm var ikke til stede.
Udvalget drøftede, om lejen skal hæves. Forvaltningen oplyste, at Byrådet har godkendt taksterne.
Budgetforslaget blev drøftet. Forvaltningen sender et notat. Endelig stilling tages i oktober.
Rådet drøftede trafikken. Formanden skriver til kommunen. Næste møde er aflyst.
Udvalget drøftede oplægget og gav bemærkninger. Oplægget godkendes på mødet i juni.""",
    "udsat": """\
Udsat. Udvalget ønsker flere oplysninger, inden sagen kan godkendes.
Udvalget drøftede sagen. Udvalget besluttede at udsætte sagen til mødet i maj. Bo Krag stemte imod.
Sagen udsættes, så der kan indhentes priser. Administrationen sender et notat til udvalget.
Bo Krag (V) foreslog, at ansøgningen afslås. Udvalget besluttede at udsætte sagen. Ansøger orienteres.
Byrådet godkendte den 3. maj 2016 anlægget. Nu mangler der penge. Sagen udsættes til budgetforhandlingerne.
Forslag om udsættelse blev vedtaget med 12 stemmer mod 7. Sagen genoptages i juni.
Formanden er syg. Punktet udsættes til næste møde. Referatet fra sidst blev omdelt.
Sagen stilles i bero, indtil klagen er afgjort. Nævnet forventes at træffe afgørelse i maj.
Ida Holm (F) stillede forslag om at udsætte sagen. Forslaget blev vedtaget med 9 stemmer mod 6.
Der var ikke tid til punktet. Det tages op på næste møde.
Sagen kunne ikke afgøres. Den udsættes til et senere møde. Forvaltningen finder de manglende tal.
Forslag om at udsætte sagen blev sat til afstemning. Forslaget blev vedtaget med 8 stemmer mod 7.
Behandlingen udskydes. Borgmesteren beklagede, at bilaget mangler.
Udvalget besluttede at udsætte punktet, da Ida Holm har meldt afbud. Sagen har tidligere været godkendt.""",
    "oversendt": """\
Sagen sendes tilbage til udvalget. Byrådet ønsker økonomien belyst. Planen kan derefter godkendes.
Udvalget drøftede forslaget. Forslaget sendes i høring i otte uger. Derefter forelægges det til godkendelse.
Bo Krag (V) begrundede forslaget. Byrådet besluttede at oversende forslaget til Teknisk Udvalg. Ingen stemte imod.
Byrådet henviste sagen til Økonomiudvalget. Bo Krag foreslog sagen afvist.
Sendes til Stiftet med anbefaling fra begge råd. Ulbjerg Menighedsråd har ingen bemærkninger.
Oversendes til budgetforhandlingerne. Udvalget er positivt og ser gerne, at forslaget vedtages.
Hjemvises til fornyet behandling i udvalget. Administrationen undersøger, om bevillingen kan gives.
Medlemsforslaget oversendes til Børneudvalget. Forslagsstilleren takkede for debatten.
Ida Holm foreslog at sende sagen tilbage til udvalget. Forslaget blev godkendt.
Efter drøftelse besluttede Byrådet at oversende sagen til Økonomiudvalget. Bo Krag ville hellere have den afvist.
Bo Krag fremlagde forslaget. Forslaget henvises til Kulturudvalget. Udvalget behandler det i august.
Sendes i høring. Udvalget forventer, at planen kan vedtages i juni.""",
    "afvist": """\
Forslaget blev forkastet med 8 stemmer mod 11. Venstre ønskede sagen udsat. A og F stemte imod.
Ansøgningen imødekommes ikke. Ansøger opfordres til at søge igen, når puljen er bevilget.
Udvalget drøftede ansøgningen. Udvalget kan ikke imødekomme den. Afslaget sendes til ansøger.
Byrådet har tidligere godkendt et lignende forslag. For stemte 6. Imod stemte 13. Forslaget er dermed faldet.
Bo Krag foreslog, at der gives 10.000 kr. Forslaget fik 3 stemmer og faldt. Ansøgningen er hermed afslået.
Der gives afslag. Begrundelsen er, at lokalplanen blev vedtaget i 2012. Ansøger har ret til at klage.
Indstillingen blev sat til afstemning. 7 stemte for og 8 imod. Ida Holm undlod. Indstillingen er ikke vedtaget.
Nævnet meddelte afslag på ansøgningen. Politiet havde frarådet bevillingen. Ansøger kan klage.
Forslaget blev ikke vedtaget. Bestyrelsen arbejder videre med en ny model, som fremlægges på næste møde.
Udvalget kan ikke anbefale ansøgningen. Ansøger henvises til puljen. Svaret sendes i denne uge.
Ida Holm motiverede forslaget. Forslaget blev sat til afstemning. 6 stemte for og 13 imod. Forslaget faldt dermed.
Afslag. Byrådet vedtog i 2015 en anden linje.
Der gives ikke dispensation. Ansøger har mulighed for at få forslaget godkendt i en ændret form.""",
    "udgaaet": """\
Udgår. Ansøger har oplyst, at et nyt projekt sendes i maj.
Punktet blev taget af dagsordenen. Det behandles på et ekstraordinært møde.
Forslagsstilleren trak forslaget tilbage. Borgmesteren oplyste, at planen er vedtaget.
Udgået. Sagen blev godkendt på det ekstraordinære møde den 3. maj.
Bo Krag (Ø) trak forslaget. Der var inden da en kort drøftelse.
Punktet udgår. Sagen er allerede vedtaget i Økonomiudvalget.
Sagen blev taget af dagsordenen, da ansøger har trukket sin ansøgning. Formanden kontakter ansøger.""",
    "valgt": """\
Gruppe C pegede på Inger Stub Madsen, der blev valgt. Hun tiltræder den 1. maj.
Bo Krag foreslog Ida Holm. Der var ikke andre forslag. Ida Holm blev valgt.
Valgt blev Ida Holm (A). Bo Krag (V) fik 9 stemmer. Valget gælder til 2021.
Formanden modtager ikke genvalg. Ida Holm blev valgt som ny formand. Bestyrelsen takkede for indsatsen.
Anders Lund er fraflyttet kommunen. Venstre udpegede Bo Krag som nyt medlem. Byrådet tog afsked med en buket.
Ida Holm blev foreslået. Forsamlingen valgte Ida Holm med akklamation. Regnskabet behandles under punkt 4.
Bo Krag og Eva Lund stillede op. Ved skriftlig afstemning fik Bo Krag 14 stemmer og Eva Lund 9. Bo Krag er hermed valgt.
Ida Holm blev enstemmigt genvalgt. Bestyrelsen drøftede derefter opgaverne. Kassereren godkendte bilagene.
Der blev foretaget skriftlig afstemning. Bo Krag fik 11 stemmer, Ida Holm 8. Valgt blev Bo Krag.
Byrådet udpegede Eva Lund (B) som nyt medlem. Sagen sendes til orientering i udvalget.""",
    "ingen_bemaerkninger": """\
Ingen bemærkninger. Bo Krag var fraværende.
Der var ingen spørgsmål. Afbud fra Ida Holm.
Intet. Næste møde er den 4. maj.""",
    "andet": """\
Bo Krag (O) spurgte til ladestandere i midtbyen. Emnet tages op på et kommende møde.
Udvalget vælger model A. 5 stemte for model A og 1 (Søren Dal) for model B.
Bestyrelsen vælger forslag 2. 6 stemte for forslag 2 og 2 for forslag 1. Formanden sender svaret til forvaltningen.
Der blev stemt om model 2:\\nFor: 9\\nImod: 4\\nHverken for eller imod: 2\\nModel 2 indføres fra 1. januar 2023.
Ældrerådet besluttede at afgive høringssvaret, som er vedhæftet. Rådet kan ikke støtte, at leveringen nedsættes.
a) Intet.\\nb) Forvaltningen orienterede om, at der er ansat en ny medarbejder.\\nc) Bo Krag fortalte om viber.
Direktøren orienterede om skolen. Der er ansat to lærere. Taget til orientering.
Borgmesteren orienterede om sagen, som Byrådet vedtog i maj. Klagen er sendt til nævnet.
Formanden oplyste, at taget er utæt. Kirkeværgen indhenter tilbud. Provstiet har afslået at betale.
Ida Holm (F) spurgte, om planen er vedtaget. Borgmesteren svarede, at den behandles i juni.
Udvalget besigtigede vejen. Forvaltningen undersøger, om skiltet kan flyttes. Borgerne får svar i maj.
Bo Krag (V) foreslog et nyt skilt. Forvaltningen undersøger sagen.
Ida Holm deltog i kurset. Næste kursus er aflyst. Referatet rundsendes.
Spørgsmål fra Ida Holm: Hvornår er vejen færdig? Borgmesteren besvarede spørgsmålet. Svaret sendes til spørgeren.
Rådet afgiver følgende høringssvar. Rådet anbefaler, at bussen kører oftere.
Formanden gav en orientering. Punktet om parkering behandles på næste møde.
Udvalget bad om et notat. Notatet sendes til udvalget inden sommerferien.
Ida Holm spurgte, hvorfor sagen er udsat. Formanden svarede, at der mangler et bilag. Det behandles på et senere møde.
Udvalget vælger løsning 2. Forvaltningen indhenter tilbud.
Formanden fortalte om besøget. Kommunen har godkendt regnskabet. Der er sendt et brev til naboerne.
Skolelederen orienterede om økonomien. Budgettet overholdes. Der er ansat en ny pædagog.""",
}
CASES = [
    (text.replace("\\n", "\n"), value)
    for value, rows in [*OUTCOMES.items(), *FURTHER.items()]
    for row in rows.split("\n")
    for text in row.split("|")
]


@pytest.mark.parametrize(("text", "outcome"), CASES, ids=[text for text, _ in CASES])
def test_a_decision_has_the_outcome_that_its_words_state(text: str, outcome: str) -> None:
    assert read(text).outcome == outcome


STORIES = [(row.replace("\\n", "\n"), value) for value, rows in SEVERAL.items() for row in rows.split("\n")]


@pytest.mark.parametrize(("text", "outcome"), STORIES, ids=[text[:70] for text, _ in STORIES])
def test_of_several_sentences_the_one_that_decides_the_item_counts(text: str, outcome: str) -> None:
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


@pytest.mark.parametrize(
    "text",
    [
        "Formanden siger ja til at holde oplæg.",
        "Vi tager bussen til kirken igen i år.",
        "Klubben har fået opbakning fra kommunen.",
        "Kommunen har trukket bevillingen.",
        "Vi vender tilbage til hallen i august.",
        "Vi venter på svar fra kommunen.",
        "Der var ikke noget vand i hanen.",
        "Projektet er på plads.",
        "Taget lægges om på ny til foråret.",
        "Kasserer og formand er enige om tallene i regnskabet, som ses her.",
        "Børnene blev sendt videre til næste post.",
        "Pengene gives til spejderne hvert år.",
        "Politiet fraråder parkering på vejen.",
        "Brevet er givet videre.",
        "Ida Holm har sagt ja.",
        "Der skal vælges model i maj.",
        "Bo fik nej fra banken.",
        "Kirken ventes færdig til jul.",
        "Rengøringen får ros.",
        "Formanden er bemyndiget hertil af vedtægten.",
        "Der bliver diskussion om hegnet i maj.",
        "Hegnet blev sprunget over ved sidste maling.",
        "Naboen er imod.",
        "Træet faldt i stormen.",
        "Rosen støtter sig til muren.",
        "Formand og kasserer fortæller om turen.",
        "I 1998 blev Ida Holm formand for klubben.",
        "Der var flertal af kvinder på kurset.",
        "Budgettet fik et løft på 3 pct.",
        "Bogen gik igennem tre oplag.",
        "Forvaltningen har mandat til at forhandle.",
        "Der var ingen ledige pladser på holdet.",
        "Kirken står ved magt og mur.",
        "Sagen fylder meget i pressen.",
        "Punktet om parkering fylder meget hvert år på mødet.",
        "Vi fik et nej i sidste måned.",
        "Elevrådet ønsker flere cykler.",
        "Beslutningen om bænkene er ikke fulgt endnu.",
        "Bo Krag stiller sig op som dirigent.",
        "Rådet har ikke noget imod træer.",
        "Kommunen siger nej tak til reklamer.",
        "Præsten gav en god drøftelse af teksten.",
        "Hegnet lægges over til naboen.",
        "Loftet er i orden.",
        "Der er en plan for grøfterne.",
        "Orienteringen er sendt ud.",
        "Ingen af dem kom.",
        "Materialet er lagt på hjemmesiden.",
        "Vi takker for støtten.",
        "Formanden indkalder til næste møde.",
        "Klubhuset får nye vinduer, og pengene er fundet.",
        "Menigheden er enig om tidspunktet.",
        "Dekanen tog det ad notam.",
        "Bodil modtager ikke genvalg.",
        "Der blev ikke givet påbud.",
    ],
)
def test_prose_about_the_matter_states_no_decision(text: str) -> None:
    assert read(text, PROSE).outcome is None


def test_an_approval_of_its_own_governs_what_follows() -> None:
    asked = "Direktøren indstiller, at forslaget sendes i høring."
    assert read("Godkendt. Forslaget sendes i høring.", asked=asked).outcome == "godkendt"


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


def test_the_approval_of_a_nominee_under_the_title_of_an_election_is_the_election() -> None:
    text = "Bestyrelsen foreslog Ida Holm, nr. 14. Dette blev enstemmigt vedtaget."
    assert read(text, PROSE, title="Valg af dirigent").outcome == "valgt"
    assert read(text, PROSE, title="Legeplads").outcome == "godkendt"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Processen udsættes.\nFor stemte A og V, i alt 7. Imod stemte I, i alt 2.", "godkendt"),
        ("Processen udsættes.", "udsat"),
        ("Der stemtes om model 2. 9 stemte for. 4 stemte imod.", "andet"),
    ],
)
def test_the_numbers_of_a_vote_outweigh_what_is_said_of_another_thing(text: str, outcome: str) -> None:
    assert read(text).outcome == outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("18.15 - 18.30Bestyrelsen vælger forslag 2. 6 stemte for forslag 2 og 2 for forslag 1.", "andet"),
        ("Overføres til lukket del", "andet"),
        ("• Banen er på plads.\n• Det gælder lys. Emnet er drøftet til bunds.", "droeftet"),
        ("Prorektor viste tre forslag. Bestyrelsen havde en første drøftelse.", "droeftet"),
        ("Der er udpeget 22 veje.\n\nTaget til efterretning", "efterretning"),
        ("44 stemte for, 39 imod, så forslaget faldt.", "afvist"),
    ],
)
def test_under_the_title_too_the_deciding_sentence_counts(text: str, outcome: str) -> None:
    assert read(text, PROSE).outcome == outcome


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
