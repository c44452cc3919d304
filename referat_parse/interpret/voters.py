"""Who voted: lists of parties and persons as decisions write them, told apart and split.

"A, B og C" · "A+V+C" · "Liste A og Ulla Holm" · "byrådsgruppe F og Ø (6)" · "(Ø), (F) og (B)" ·
"Bo Hansen (løsgænger)". Names stay as written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from referat_parse.grammar.numbers import NUMBER, read_number
from referat_parse.interpret.phrases import is_word, patterns
from referat_parse.models import Voter
from referat_parse.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.lexicon import Lexicon, Table

PAREN = r"\([^()]{0,600}(?:\([^()]{0,80}\)[^()]{0,300}){0,60}\)"
"""Pattern of a bracket with at most one level of brackets inside."""

_UNIT = r"(?:medlem|stemme|mandat|person|repræsentant)\w*"
_COUNTED = re.compile(rf"(?:i alt )?(?P<n>{NUMBER})(?: {_UNIT})?", re.IGNORECASE)
_SPLIT = re.compile(r"(?:,? (?:og|samt|&) |[,;+/]|\s[–-]\s)")
_OTHERS = re.compile(rf"^(?:de |alle )?(?:øvrige|resterende|andre)(?: (?P<n>{NUMBER}))?", re.IGNORECASE)
_PARTICLES = frozenset(("af", "von", "van", "de", "den", "der", "la", "du", "el", "i"))
_NAME = re.compile(r"[A-ZÆØÅÉÖÄÜ][\w'’´.-]*\.?$")
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Voters:
    """The voters that a stretch of text lists, and the count it states; nothing else was there."""

    voters: tuple[Voter, ...] = ()
    count: int | None = None

    def __bool__(self) -> bool:
        """Whether anything is stated."""
        return bool(self.voters) or self.count is not None


def read_voters(written: str, lexicon: Lexicon) -> Voters:
    """The parties and persons that `written` lists, with a count in brackets behind the list.

    Empty if any part of it is neither: then it was no list of voters.
    """
    text = written.strip().strip(":;., ")
    others = _OTHERS.match(text)
    if others:
        return Voters((), read_number(others["n"]) if others["n"] else None)
    text, count = _count_behind(text)
    if text.startswith("(") and text.endswith(")") and _closing(text) == len(text) - 1:
        inner = read_voters(text[1:-1], lexicon)
        return Voters(inner.voters, inner.count if count is None else count)
    voters: list[Voter] = []
    for part in _parts(text):
        voter = _voter(part, lexicon)
        if voter is None:
            return Voters()
        voters.append(voter)
    return Voters(tuple(voters), count)


def read_count(bracket: str) -> int | None:
    """The count that a bracket holds and nothing else ("(6)", "(6 medlemmer)"); None otherwise."""
    match = _COUNTED.fullmatch(bracket.strip().strip("()").strip())
    return read_number(match["n"]) if match else None


def is_party(name: str, lexicon: Lexicon) -> bool:
    """Whether `name` is a party, list or group by the table of parties, or has the form of one."""
    return lexicon.table("parties").whole(re.sub(r"\s*\([^()]*\)$", "", name)) is not None


def same_voter(voter: Voter) -> str:
    """What two mentions of one voter share: the name without a party in brackets, without "Liste"."""
    bare = re.sub(r"\s*\([^)]*\)\s*$", "", voter.name)
    return key(re.sub(r"^(?:liste|gruppe|byrådsgruppe|parti|partiet)\s+(?=\w\b)", "", bare, flags=re.IGNORECASE))


def _count_behind(text: str) -> tuple[str, int | None]:
    """`text` without a bracketed or "i alt" count at its end, and that count; a list of counts has none."""
    match = re.search(rf"\s*[,–-]?\s*(?:\((?P<b>[^()]*)\)|\bi alt (?P<t>{NUMBER})(?: \w+)?)$", text, re.IGNORECASE)
    if not match:
        return text, None
    count = read_count(match["b"]) if match["b"] is not None else read_number(match["t"])
    if count is None:
        return text, None
    rest = text[: match.start()].rstrip()
    several = any(read_count(inner) is not None for inner in re.findall(r"\(([^()]*)\)", rest))
    return rest, None if several else count


def _closing(text: str) -> int:
    """The offset of the bracket that closes the one at the start of `text`."""
    depth = 0
    for at, char in enumerate(text):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return at
    return -1


def _parts(text: str) -> Iterator[str]:
    """The items of a list; what separates inside brackets does not count."""
    at = depth = counted = 0
    for match in _SPLIT.finditer(text):
        depth += text.count("(", counted, match.start()) - text.count(")", counted, match.start())
        counted = match.start()
        if depth == 0:
            yield text[at : match.start()]
            at = match.end()
    yield text[at:]


def _voter(part: str, lexicon: Lexicon) -> Voter | None:
    """The voter that one item names, or None."""
    name = re.sub(r"^(?:og|samt)\s+", "", part.strip(" .:•-–'’"))
    if name.startswith("(") and name.endswith(")"):
        name = name[1:-1].strip()
    name = re.sub(rf"\s*\((?:{NUMBER})(?: \w+)?\)$", "", name, flags=re.IGNORECASE)
    name = _untitled(name, lexicon)
    bare = re.sub(r"\s*\([^()]*\)$", "", _ungrouped(name, lexicon))
    if not bare or len(bare.split()) > _LONGEST:
        return None
    if is_party(bare, lexicon):
        return Voter(name=name, kind="party")
    return Voter(name=name, kind="person") if _is_person(bare, lexicon.table("votes")) else None


def _untitled(name: str, lexicon: Lexicon) -> str:
    """`name` without a title in front ("rådmand", "byrådsmedlem")."""
    first, _, rest = name.partition(" ")
    return rest if rest[:1].isupper() and is_word(lexicon.table("votes"), "title", first) else name


def _ungrouped(name: str, lexicon: Lexicon) -> str:
    """The party that "Venstres byrådsgruppe" or a part of a genitive list ("Venstres og …") names."""
    bare = re.sub(r" (?:byråds|regionsråds|kommunalbestyrelses)?grupper?n?$", "", name)
    short = re.sub(r"['’]?s$", "", bare)
    return short if short != bare and lexicon.table("parties").word(short) else name


def _is_person(name: str, table: Table) -> bool:
    """Whether every word of `name` can be part of a person's name and it is no common word."""
    words = name.split()
    if is_word(table, "plain", words[0]) or any(p.fullmatch(w) for p in patterns(table, "plain") for w in words):
        return False
    return bool(_NAME.match(words[0])) and all(_NAME.match(w) or w in _PARTICLES for w in words)
