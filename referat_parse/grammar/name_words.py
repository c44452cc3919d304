"""What the words of a list of persons are: parts of names, roles, parties, first names.

A name is known by form (capitals, initials, particles between them) and by what it is not: words
for bodies, places, days and the like never belong to one. First names are a hint only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.text import key

if TYPE_CHECKING:
    from referat_parse.lexicon import Lexicon, Table

UPPER = "A-ZÀ-ÖØ-ÞĆČĎĐĞĢİĶĻŁŃŅÑŇŐŒŘŚŞŠŢŤŪŰŻŽ"
"""Capital letters of names in Denmark, for a character class."""

TOKEN = re.compile(
    rf"[{UPPER}]\.(?:-?[{UPPER}]\.)*|(?:Chr|Th|Fr|Joh|Aa|Kr|Sv|Vald|Vilh|Fl|Kn|Ths|Edv|Jr|Sr)\.|[{UPPER}](?:[^\W\d_]|['’´`-])*"
)
INITIALS = re.compile(rf"[{UPPER}]{{2,4}}")
SHOUTED = re.compile(rf"[{UPPER}]{{2,}}")
_PARTICLES = frozenset(("af", "von", "van", "de", "den", "der", "del", "da", "dos", "du", "la", "le", "el", "al"))
_FOREIGN = frozenset(("bin", "ibn", "ten", "zu", "zur", "und", "y"))
_STOP = re.compile(
    r"(?:[\w-]*(?:udvalg(?:et)?|\w{3,}råd(?:et)?|byråd(?:et|s)?|råd(?:et)?|nævn(?:et)?|bestyrelse(?:n)?|repræsentation(?:en)?|kommission(?:en)?"
    r"|magistrat(?:en)?|kommune(?:n|s)?|forvaltning(?:en)?|administration(?:en)?|afdeling(?:en)?|forening(?:en)?"
    r"|skole(?:n|r)?|center|cent(?:e)?ret|organisation(?:en)?|forbund(?:et)?|klub(?:ben)?|selskab(?:et)?|værket|vandværk"
    r"|varmeværk|sekretariat(?:et)?|direktion(?:en)?|gruppe(?:n|r)?|parti(?:et|erne)?|liste(?:n)?|gymnasi(?:et|um)"
    r"|provsti(?:et)?|region(?:en)?|forum(?:met)?|museum|museet|bibliotek(?:et)?|salen|(?:byråds|møde|fest)sal"
    r"|lokale(?:r|t|rne)?|rådhus(?:et)?|huset|hallen|kantine(?:n)?|medlem(?:mer)?|referat(?:et)?|protokol|dagsorden(?:en)?"
    r"|møde(?:t|r)?|deltager(?:e|ne)?|repræsentant(?:er|en|erne)?|sager?|sagsnr|punkt(?:er|et)?|plan(?:en)?|valgte|ansatte)"
    r"|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|januar|februar|marts|april|maj|juni|juli|august|september"
    r"|oktober|november|december|side|sidenr|pkt|nr|kl|dato|tid|sted|navn|navne|titel|adresse|status|ingen|intet"
    r"|afbud|fraværende|fravær|forfald|orlov|fra|til|for|med|uden|ved|om|fold|vis|skjul|der|det|de|den|dette|denne|disse"
    r"|i|på|og|samt|alle|begge|hele|åben|åbne|åbent|lukket|lukkede|godkendelse|godkendt|herefter|desuden|derudover"
    r"|endvidere|herudover|øvrige|andre|stede|tilstede|deltog|ikke|mødte|mødt|var|er|blev|har|havde|vi|han|hun|en|et"
    r"|at|som|efter|formanden|borgmesteren|medarbejder|medarbejdere|borgere|borgerne|spørgetid|bemærkninger|meddelelser"
    r"|eventuelt|orientering|indhold|beslutning|bilag|resume|ja|nej|obs|nb|tlf|telefon|mail|www|dk|print|udskriv|søg"
    r"|menu|digitalt|virtuelt|teams|skype|online|stemmer?|ikon|politik)"
)


class NameWords:
    """Knows the words of lists of persons with the help of the lexicon's tables."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Take the tables of `lexicon`."""
        self._roles: Table = lexicon.table("roles")
        self._forenames: Table = lexicon.table("forenames")
        self._parties: Table = lexicon.table("parties")
        self._attendance: Table = lexicon.table("attendance")

    def is_forename(self, word: str) -> bool:
        """Whether `word` is a common first name; of a double name, whether its first part is."""
        return self._forenames.word(word) is not None or (
            "-" in word and self._forenames.word(word.partition("-")[0]) is not None
        )

    def role(self, words: str) -> str | None:
        """What kind of role `words` are (member, staff, honorific), None if they are none."""
        return self._roles.whole(words)

    def is_party(self, words: str) -> bool:
        """Whether `words` are a party's letter or name; municipalities, which vote like parties, are none."""
        if len(words) == 1:
            return words.isupper()
        return not key(words).endswith("kommune") and self._parties.whole(words) is not None

    def is_state(self, words: str) -> bool:
        """Whether `words` begin with a state of attendance ("Deltog", "Afbud", "Mødte kl. 18")."""
        return self._attendance.word(words) is not None or self._attendance.word(words.split(maxsplit=1)[0]) is not None

    def is_part(self, word: str) -> bool:
        """Whether a word can be part of a person's name."""
        bare = word.strip(".,")
        if not (TOKEN.fullmatch(word) or TOKEN.fullmatch(bare)) or _STOP.fullmatch(bare.casefold()):
            return False
        return self.role(bare) is None or self.is_forename(bare)

    @staticmethod
    def is_particle(word: str) -> bool:
        """Whether a word in lower case can stand inside a name ("von", "af")."""
        return word in _PARTICLES or word in _FOREIGN


def is_owner(word: str) -> bool:
    """Whether a word with a capital ends the name of a municipality or the like ("Nordby Kommune")."""
    return word in {"Kommune", "KOMMUNE", "Rådhus", "Byråd", "Skole", "Sogn", "Provsti", "Bibliotek", "Forsyning"}


def is_stop(word: str) -> bool:
    """Whether a word never belongs to a name."""
    return bool(_STOP.fullmatch(word.casefold()))
