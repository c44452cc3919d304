"""Where a list of attendance ends: at the first line that cannot belong to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from referat_parse.grammar.owners import find_authorities
from referat_parse.grammar.places import PLACE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from referat_parse.grammar.names import Person
    from referat_parse.interpret.labels import Label
    from referat_parse.interpret.plain import Plain
    from referat_parse.interpret.readers import Readers

MINUTE_TAKER = re.compile(r"(?:referent|sekretær|protokolfører|mødeleder|ordstyrer)", re.IGNORECASE)
"""Pattern of the labels of those who take the minutes or lead the meeting."""

GROUP = re.compile(r"[A-ZÆØÅ][\w /-]{2,50}:(?!\d)")
"""Pattern of a group's heading at a line's start ("Rektoratet: …")."""

_BULLETS = "•▪●■◦\uf0b7-"
_NOTE_LINE = re.compile(r"[\s•▪●■◦\uf0b7–-]*[a-zæøå(]")
_NUMBERED = re.compile(r"\s*(?:punkt|pkt\.?|sag)?\s*(?:nr\.? ?)?\d{1,4}[.:)]?\s+\S", re.IGNORECASE)
_LISTED = re.compile(r"\d{1,2}[.)] +(?:[A-ZÆØÅ][\w.-]+ ?){2,4}(?:\([^()]*\))?$")
_HEADING = re.compile(r"[^.]{2,70}:\s*$")
_SHORT_HEADING = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?: [a-zæøå]+){0,3}")
_NOTE_LENGTH = 60
_ADDRESS = 6
_LETTERHEAD = re.compile(
    r"[A-ZÆØÅ][\w. -]+ \d{1,4}\w?(?:,.*)?|(?:DK-)?\d{4} [A-ZÆØÅ]\w+.*|(?:tlf|telefon|fax|mail|e-mail)\b.*|\S*(?:www\.|@|\.dk)\S*",
    re.IGNORECASE,
)


def extent(plain: Plain, readers: Readers, label: Label) -> int:
    """Where the list or text of a label ends: at the first line that cannot belong to it."""
    text = plain.text
    first = text.find("\n", label.value, label.end)
    if first < 0:
        return label.end
    filled = bool(text[label.value : first].strip())
    if filled and MINUTE_TAKER.match(text, label.start):
        return first
    headed = bool(GROUP.match(text[label.value : label.end].lstrip()))
    end, blank = first, False
    for raw, at in _lines(text, first + 1, label.end):
        following = text[at + len(raw) : label.end]
        if raw.strip() and not _belongs(readers, raw, following, label, blank=blank):
            if _is_letterhead(readers, raw, following):
                continue
            break
        if raw.strip() and label.field == "absent" and end > first and GROUP.match(raw.lstrip()) and not headed:
            break
        end, blank = (at + len(raw), False) if raw.strip() else (end, True)
    return end


def _belongs(readers: Readers, raw: str, following: str, label: Label, *, blank: bool) -> bool:
    """Whether a line belongs to the list of `label`; `blank`: a blank line precedes it."""
    line, sentences = raw.strip(), readers.sentences
    if readers.labels.is_clutter(line) or readers.labels.is_heading(line):
        return False
    if label.field == "remarks":
        return not blank or any(sentences.read(line))
    people = readers.names.read(line)
    if people and not sentences.is_nobody(line):
        listed = _LISTED.match(line) and readers.names.words.is_forename(people[0].name.split()[0])
        return not _is_other(line, people, blank=blank, listed=bool(listed))
    if _HEADING.fullmatch(line) or _SHORT_HEADING.fullmatch(line.lstrip(_BULLETS + " ")):
        below = next((row for row in following.splitlines() if row.strip()), "")
        if readers.names.read(below) and (line.endswith(":") or not readers.labels.is_label(below)):
            return True
    return sentences.is_nobody(line) or any(sentences.read(line)) or _is_note(readers, raw, blank=blank)


def _is_note(readers: Readers, raw: str, *, blank: bool) -> bool:
    """Whether a line without a name says something of the person above it: role, party, state."""
    words, bare = readers.names.words, raw.strip("•-() \t\n")
    if words.role(bare) or words.is_party(bare):
        return True
    state = len(raw) < _NOTE_LENGTH and readers.sentences.status(raw) is not None
    bullet = raw.lstrip()[:1] in _BULLETS
    return (not blank and (state or bool(_NOTE_LINE.match(raw)))) or (bullet and state)


def _is_letterhead(readers: Readers, raw: str, following: str) -> bool:
    """Whether a line is of an address block in the middle of a list, which goes on below it."""
    line = raw.strip()
    owner = [line[a:b] for a, b in find_authorities(line)] == [line]
    if not owner and not _LETTERHEAD.fullmatch(line):
        return False
    rows = [row for row in following.splitlines() if row.strip()]
    return any(readers.names.read(row) for row in rows[:_ADDRESS])


def _is_other(line: str, people: Sequence[Person], *, blank: bool, listed: bool) -> bool:
    """Whether a line with names in it is something else: a place, a numbered title; `listed`: number and name alone."""
    place = PLACE.search(line) and not any(p.party or p.notes for p in people) and "," not in line
    alone = len(people) == 1
    return bool((place and (blank or alone)) or (alone and _NUMBERED.match(line) and not listed))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The lines of `[start, end)` with their line ends, and where each begins."""
    at = start
    for raw in text[start:end].splitlines(keepends=True):
        yield raw, at
        at += len(raw)
