"""Whose minutes they are: municipalities, regions, associations, schools."""

from __future__ import annotations

import re

AUTHORITY = (
    r"(?:(?<![A-ZÆØÅ-])[A-ZÆØÅ][\w-]{0,40}(?:[ -](?:og )?[A-ZÆØÅ][\w-]{0,40}){0,2} (?:Kommune|KOMMUNE)(?=s?\b)"
    r"|(?:Region|REGION) [A-ZÆØÅ][\w-]{2,}?(?=s?\b))"
)
"""Pattern (case counts) of a municipality's or region's name, a genitive's ending left out."""

_AUTHORITY = re.compile(AUTHORITY)
_BEFORE = re.compile(
    r"^(?:din|vores|min|om|se|til|ny|nye|fra|i|en|hele|denne|logo|kontakt|digital post fra|velkommen til|politik i)\s",
    re.IGNORECASE,
)
_NEW = re.compile(r"(?:Ny|NY) [A-ZÆØÅ][\w-]+ ")
_AROUND = " \t\n*#:.,|"
_INNER = re.compile(r" (?:I|AF|FOR|VED) (?=[A-ZÆØÅ])")
_LEGAL_FORM = re.compile(r"\s*\b(?:[aipgeh]/[sbf]|a\.m\.b\.a\.?|f\.m\.b\.a\.?|amba)(?=\s|$)", re.IGNORECASE)
_SOCIETY = re.compile(
    r"\b(?:[\w-]*(?:vandværk|varmeværk|fjernvarme|forsyning|forening|boligselskab|selskab|klub|laug|lokalråd|netværk|spildevand"
    r"|renovation|havn|skole|gymnasium|børnehus|børnehave|dagtilbud|vuggestue|universitet|seminarium|sogn|stift|fonden"
    r"|bibliotek|museum|fakultet|pastorat)(?:n|en|et|ene)?|[ae]/b|e/f|g/f|hf|ab|aab|lejerbo|[iap]/s|amba|a\.m\.b\.a\.?)(?![\w-])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"\b(?:er|var|blev|har|skal|kan|vil|som|at|der|valg|om|vores|din|min|til|se|find|læs|nyt?|velkommen|godkendelse|orientering"
    r"|drøftelse|beslutning|referat(?:er)?|dagsorden(?:er)?|møde)\b",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[,.:;?!|/\t]| {2,}|\d{4}")
_PART = re.compile(r"\s+[-–|•]\s+")
_LONGEST = 70


def find_authorities(text: str) -> list[tuple[int, int]]:
    """Where `text` names municipalities and regions (genitive ending left out)."""
    found = []
    for match in _AUTHORITY.finditer(text):
        start, name = match.start(), match[0]
        if _NEW.match(name) and text.strip(_AROUND) == name:
            found.append(match.span())
            continue
        while lead := _BEFORE.match(name):
            start, name = start + lead.end(), name[lead.end() :]
        for inner in list(_INNER.finditer(name))[-1:]:
            start, name = start + inner.end(), name[inner.end() :]
        if " " in name:
            found.append((start, match.end()))
    return found


def is_society(text: str) -> bool:
    """Whether `text` names an association, a school, a utility or the like."""
    return bool(_SOCIETY.search(text))


def society_line(line: str, *, first: bool = False) -> str | None:
    """The association, school or the like that a whole line names as a letterhead does; None if it names none.

    What stands behind a dash is left out. `first`: as the first line of a document, a single word
    ("Lindeskolen") may be a name.
    """
    name = _PART.split(line.strip(), maxsplit=1)[0]
    match = _SOCIETY.search(name)
    if match is None or len(name) > _LONGEST or not name[:1].isupper() or _SENTENCE.search(name):
        return None
    if _SIGNS.search(_LEGAL_FORM.sub("", name)):
        return None
    compound = match[0].casefold().endswith(("skolen", "huset", "gymnasium", "sognene", "pastoratet"))
    return name if " " in name or (first and compound) else None


def without_legal_form(name: str) -> str:
    """A company's name without "I/S", "A/S" and the like."""
    return _LEGAL_FORM.sub("", name).strip()


def spaced_capitals(line: str) -> str | None:
    """A letterhead in spaced capitals ("N O R D B Y   S K O L E") as words; None if `line` is none."""
    if not re.fullmatch(r"(?:[A-ZÆØÅ] ?)(?: {0,4}[A-ZÆØÅ]){5,60}", line.strip()) or " " not in line.strip()[:2]:
        return None
    return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", line.strip()))
