"""Names of bodies on heading lines: whole lines, compounds ("byrådsmøde"), assemblies, boards of somebody."""

from __future__ import annotations

import re

from referat_parse.grammar.bodies import nominative
from referat_parse.text import flat

TERM = r"(?:[ _,]*\(?(?:(?:19|20)\d\d) ?[-–] ?(?:(?:19|20)\d\d|\d\d)\)?|[ ]*\(\d\d-\d\d\))"
"""Pattern of a term of office behind a body's name."""

_TAIL = (
    r"(?:udvalg(?:et|ene)?|råd(?:et)?|nævn(?:et|ene)?|bestyrelse(?:n)?|kommission(?:en)?|repræsentation(?:en)?|magistrat(?:en)?"
    r"|direktion(?:en)?|komit[eé](?:en)?|forsamling(?:en)?|ledelse(?:n)?|repræsentantskab(?:et)?|forum(?:met)?|kollegi(?:um|et)"
    r"|(?:styre|arbejds|følge|projekt)gruppe(?:n)?|partnerskab(?:et)?|taskforce|panel(?:et)?)"
)
_OF = r"(?: (?:for|om|vedr(?:ørende|\.)?|på|til|af|i|under) [\w ,&/§.-]{3,70})?"
_BEHIND = rf"(?:{TERM}| (?:19|20)\d\d)?(?: ?\([^()]*\))?"
_BODY = re.compile(
    r"(?:\d\d-\d\d )?(?:(?:[A-ZÆØÅ§][\w.&’'-]*|og|&|for|i|den|det|[\w-]+-)(?:,|/)? +){0,8}"
    rf"[\w§-]*(?i:{_TAIL}){_OF}{_BEHIND}"
    rf"|(?i:§ ?17)[\w ,.&/-]{{0,90}}{_BEHIND}"
    r"|(?:[\w-]+ )?(?:MED|HMU|LMU|CMU|OMU|HSU|HovedMED|OmrådeMED|CenterMED|LokalMED)(?:-?[Uu]dvalg(?:et)?)?"
)
_NOT_BODY = re.compile(
    r"\b(?:råd (?:og|&) nævn|udvalg (?:og|&) råd|er|var|blev|har|skal|kan|vil|som|at|der|valg|udpegning|godkendelse|orientering"
    r"|drøftelse|beslutning|indstilling|indstilles|høring|møde|ny|nyt|nye|forslag|ansøgning|vedtægt|forretningsorden|kommende"
    r"|alle|find|søg|læs)\b|[:?!]|\.\.|\d{4,}(?<!19\d\d)(?<!20\d\d)",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_ABBREVIATION = re.compile(r"\s*\((?:[A-ZÆØÅ]{2,5})\)$")
_GENITIVE = re.compile(r"(?i)((?:udvalg|råd|nævn|bestyrelse|repræsentation|forum|magistrat|et|en|ne))(?:['’´]? ?s)$")
COMPOUND = re.compile(
    r"(?<![\w-])(?P<whole>(?P<root>[\w-]*?(?:bestyrelse|råd|udvalg|nævn|repræsentantskab|gruppe|ledelse|forsamling|kommission"
    r"|direktion))s?-?(?:fælles|tema|dialog)?møde(?:t|r)?)(?![\w-])",
    re.IGNORECASE,
)
"""Pattern of a body's name in a compound with "møde"; groups whole and root."""

SHORT_COMPOUND = re.compile(r"(?<![\w-])(?P<whole>(?P<root>[A-ZÆØÅ]{2,5})-møde(?:t|r)?)(?![\w-])")
"""The same for an abbreviation ("HMU-møde")."""

ASSEMBLY = re.compile(
    r"(?<![\w-])(?:(?:ordinær|ekstraordinær|stiftende|årlig|ordinært|ekstraordinært) )?(?:[\w-]*generalforsamling(?:en)?"
    r"|(?:afdelings|beboer|års|borger|sogne|forældre|dialog)møde(?:t)?|menighedsmøde)(?![\w-])",
    re.IGNORECASE,
)
"""Pattern of an assembly, which is body and meeting in one."""

BOARD_OF = re.compile(
    r"(?P<board>(?:hoved|afdelings|organisations|forenings|skole|fælles)?bestyrelsen?|menighedsrådet|repræsentantskabet"
    r"|ledelsen|forretningsudvalget|forældrerådet) (?:for|i|på|af|ved|hos) (?P<whose>.+)",
    re.IGNORECASE,
)
"""Pattern of a board with the society that it leads behind it; groups board and whose."""

_LONGEST = 120


def is_body_line(line: str) -> bool:
    """Whether a whole line is the name of a body."""
    if not 1 < len(line) < _LONGEST or _NOT_BODY.search(_BRACKETS.sub("", line)):
        return False
    named = line[0].isupper() or line[0] in "§0123456789" or " " not in line
    return named and bool(_BODY.fullmatch(line))


def clean_body(written: str) -> str:
    """A body's name without abbreviation in brackets; genitive to nominative."""
    return _GENITIVE.sub(r"\1", nominative(_ABBREVIATION.sub("", flat(written))))


def abbreviation(written: str) -> re.Match[str] | None:
    """An abbreviation in brackets behind a body's name ("(ØU)")."""
    return _ABBREVIATION.search(written)


def definite(root: str) -> str:
    """The definite form of a compound's root: "bestyrelse" gives "Bestyrelsen"."""
    root = root.removesuffix("-")
    ending = "n" if root.endswith("e") else "en" if root.endswith(("ing", "ion")) else "et"
    return root[:1].upper() + root[1:] + ending
