"""Votes as one sentence states them: who or how many on which side.

The sentence becomes a string of one letter per word or number (its part of speech in the vote
grammar, by the table `votes`); the forms of a vote are patterns over those letters:

    y x z  for, imod, undlod          n  number          N  word of a name
    g b    a predicate for, against   u  what is counted p  bracket
    v      stemte                     t  i alt           , & :  as written
    m f    flertal, mindretal         k w a  fik, med, af   l  any other word
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from referat_parse.grammar.numbers import NUMBER, read_number
from referat_parse.interpret.voters import PAREN, Voters, read_count, read_voters
from referat_parse.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.lexicon import Lexicon, Table
    from referat_parse.models import Voter

SideName = Literal["yes", "no", "abstain", "winner", "loser"]
_LETTERS = {
    "yes": "y",
    "no": "x",
    "abstain": "z",
    "accept": "g",
    "refuse": "b",
    "vote": "v",
    "unit": "u",
    "total": "t",
    "most": "m",
    "few": "f",
    "got": "k",
    "with": "w",
    "by": "a",
    "group": "N",
    "title": "N",
}
_SIDES: dict[str, SideName] = {"y": "yes", "x": "no", "z": "abstain", "g": "yes", "b": "no"}
_LIST = r"(?:N{1,7}p?|p)(?:[,&]{1,2}(?:N{1,7}p?|p)){0,80}"
_MIDDLE = r"[lN,&amf]{0,12}?"
_FORMS = (
    ("pair", rf"(?P<n>n)[uv]?(?P<y>y?)(?P<p>p)?v?x(?P<n2>n)[uv]?(?P<p2>p)?"),
    ("before", rf"(?P<s>[yxz])(?:(?P<m>{_MIDDLE})(?:vl?[ty]?p?:?|p?:)|(?P<m2>{_MIDDLE}n)v|)t?(?P<n>n)[uv]?(?::?(?P<L>{_LIST}))?"),
    ("before", rf"(?P<s>[yxz])(?P<m>{_MIDDLE})(?:vl?y?:?|:|(?P<p>p):)(?P<L>{_LIST})(?:,?t(?P<n>n)[uv]?)?"),
    ("before", rf"(?P<s>z)(?P<L>p)"),
    ("after", rf"(?P<n>n)[uv]?(?P<p>p)?(?:[:,]?(?P<L>{_LIST}),?)?l?v?l?(?P<s>[yz]|x(?!n))(?P<p2>p)?"),
    ("after", rf"(?P<n>n)(?:u(?P<p>p)?|(?P<p3>p))(?:[:,]?(?P<L>{_LIST}),?)?l?(?P<s>[gb])"),
    ("after", rf"(?P<L>{_LIST}),?t?(?P<n>n)[uv]?,?l?v(?P<s>[yx])"),
    ("after", rf"v(?P<L>{_LIST})(?:,?t(?P<n>n)[uv]?)?(?P<s>[yxz])"),
    ("after", rf"(?P<L>{_LIST})(?:,?t(?P<n>n)[uv]?)?,?l?(?:(?P<v>v)l?)?(?P<s>[yxzb])(?P<p2>p)?"),
    ("most", rf"m[la]{{0,3}}(?:(?P<n>n)u?)?(?P<p>p)?:?,?(?P<L>{_LIST})?,?l?(?P<s>g)"),
    ("few", rf"f[la]{{0,3}}(?:(?P<n>n)u?)?(?P<p>p)?:?,?(?P<L>{_LIST})?,?l?(?P<s>b)"),
    ("winner", rf"[wa](?P<n>n)[uv](?P<p>p)?+(?![yxzgb]|v[yxz])"),
    ("against", rf"x(?P<L>N{{1,4}}(?:[,&]{{1,2}}N{{1,4}}){{0,20}})[uv]$"),
    ("got", rf"k(?P<n>n)[uv]"),
)
_HINT = re.compile(
    r"\b(?:stem\w*|imod|mod|blankt?e?|hverken|flertal\w*|mindretal\w*|for|ja|nej|af \w+ medlem\w*)\b|\bundl[oa]d|\bikke\b|\bmedlem(?:mer)?\b", re.IGNORECASE
)
_PARTIAL = re.compile(r"^,? ?at\b|\b(?:pkt|punkt\w*|ad|del(?:en)?|i sin helhed|fuldt ud|at)\b|\d", re.IGNORECASE)
_OBJECT = re.compile(
    r"^\s*$|^\s*(?:[\w.´'’-]+s )?(?:den (?:samlede |del af )?|hele |det )?(?:\w*indstilling\w*|\w*forslag\w*|anmodning\w*|ansøgning\w*|sagen|dette|det|den|planen|lokalplan\w*|beslutning\w*"
    r"|\w*bevilling\w*|budget\w*|erklæring\w*|dispensation\w*|udkast\w*|aftale\w*|regulativ\w*)\b",
    re.IGNORECASE,
)
_POLL = re.compile(r"\bstem(?:t|m)\w*|\bafstemning", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ballot:
    """One statement of a vote at `[start, end)` of its sentence.

    `side` "winner" and "loser" stand for the majority and minority: which is which depends on the
    result. `subject` is what was voted on where the statement itself names it ("for behandling: 16").
    `listed` tells that the voters were given as a list of the side, not one by one.
    """

    side: SideName
    start: int
    end: int
    count: int | None = None
    voters: tuple[Voter, ...] = ()
    subject: str | None = None
    listed: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    letter: str
    start: int
    end: int


def read_ballots(text: str, lexicon: Lexicon) -> list[Ballot]:
    """The statements of votes in the sentence `text`, in order."""
    if not _HINT.search(text):
        return []
    tokens = list(_tokens(text, lexicon.table("votes")))
    letters = "".join(token.letter for token in tokens)
    found = [b for token in tokens if token.letter == "p" for b in _inside(text, token, lexicon)]
    at = 0
    while at < len(letters):
        step, ballots = _at(text, tokens, letters, at, found, lexicon)
        found += ballots
        at += step
    return [b for b in found if b.count is not None or b.voters]


def _inside(text: str, token: _Token, lexicon: Lexicon) -> Iterator[Ballot]:
    """The statements of a bracket that is a clause of its own: "(imod stemte X)"."""
    inner = text[token.start + 1 : token.end - 1]
    if re.search(r"\bstem(?:te|mer)\b|\bundlod\b|\bimod\b", inner):
        for ballot in read_ballots(inner, lexicon):
            shift = token.start + 1
            yield replace(ballot, start=ballot.start + shift, end=ballot.end + shift)


def read_label(text: str, lexicon: Lexicon) -> SideName | None:
    """The side that a line announces for the lines below it ("For stemte:"); None if it is no such line."""
    letters = "".join(token.letter for token in _tokens(text, lexicon.table("votes")))
    match = re.fullmatch(r"l?([yxz])(?:[lNam&]{0,10}?v:?|l{0,3}:)|vl?([yxz]):?|l([z]):?", letters)
    return _SIDES[next(g for g in match.groups() if g)] if match else None


def _at(
    text: str, tokens: list[_Token], letters: str, at: int, found: list[Ballot], lexicon: Lexicon
) -> tuple[int, list[Ballot]]:
    """What a form that begins at token `at` states, and how many tokens it takes; (1, []) if none does."""
    for form, pattern in _forms():
        match = pattern.match(letters, at)
        if match:
            ballots = _Statement(text, tokens, match, form, lexicon).ballots(found)
            if ballots:
                return max(match.end() - at, 1), ballots
    return 1, []


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((form, re.compile(pattern)) for form, pattern in _FORMS)


@cache
def _token_pattern(table: Table) -> re.Pattern[str]:
    """One pattern for all tokens; the words of the table by value, longest first."""
    ranked = sorted(((key(w), _LETTERS[e.value]) for e in table.entries if e.value in _LETTERS for w in e.words), key=lambda p: -len(p[0]))
    groups: dict[str, list[str]] = {}
    for word, letter in ranked:
        groups.setdefault(letter, []).append(re.escape(word).replace(r"\ ", r"\s"))
    order = sorted(groups, key=lambda letter: -max(map(len, groups[letter])))
    words = "|".join(rf"(?P<{letter}>(?<![\w-])(?:{'|'.join(groups[letter])})(?![\w-]))" for letter in order)
    return re.compile(
        rf"(?P<p>{PAREN})|(?P<n>{NUMBER}|\bingen\b(?=(?: medlemmer| stemmer)? (?:undl|stem|imod|hverken)|[.,;]?$))"
        rf"|{words}|(?P<sep>[,;])|(?P<and>\b(?:og|samt)\b|[&+])|(?P<colon>:)|(?P<word>[\w'’´./-]*[\w'’´])",
        re.IGNORECASE,
    )


def _tokens(text: str, table: Table) -> Iterator[_Token]:
    """The tokens of `text`."""
    names = {"sep": ",", "and": "&", "colon": ":"}
    plain = frozenset(key(w) for e in table.values("plain") for w in e.words)
    endings = tuple(e.regex for e in table.values("plain") if e.pattern)
    for match in _token_pattern(table).finditer(text):
        kind = match.lastgroup or ""
        letter = names.get(kind, kind)
        if kind == "word":
            named = match[0][:1].isupper() and (key(match[0]) not in plain or _begins_name(text, match))
            letter = "N" if named and not any(p.fullmatch(key(match[0])) for p in endings) else "l"
        yield _Token(letter, match.start(), match.end())


def _begins_name(text: str, match: re.Match[str]) -> bool:
    """Whether a common word is part of a name after all: "I" in a list of parties, "Det Radikale Venstre"."""
    behind = text[match.end() : match.end() + 6]
    if len(match[0]) == 1:
        return bool(re.match(r"[,+/)]| og | samt |\.?$", behind))
    return match[0] in ("Det", "De") and behind[1:2].isupper()


class _Statement:
    """One match of a form, with what its groups say."""

    def __init__(self, text: str, tokens: list[_Token], match: re.Match[str], form: str, lexicon: Lexicon) -> None:
        self.text, self.tokens, self.match, self.form, self.lexicon = text, tokens, match, form, lexicon
        self.start, self.end = tokens[match.start()].start, tokens[match.end() - 1].end
        self.groups = match.re.groupindex

    def ballots(self, found: list[Ballot]) -> list[Ballot]:
        """What the form states; empty if its parts do not fit together."""
        if self.form == "pair":
            return self._pair()
        who = self._who()
        if self.form == "winner":
            return [self._ballot("winner", who)] if who.count is not None else []
        if self.form == "against":
            return [self._ballot("no", who)] if who.voters else []
        if self.form == "got":
            return [self._ballot("yes", who)] if re.search(r"forslag|indstilling", self.text[: self.start], re.IGNORECASE) else []
        letter = self.match["s"]
        if self._is_label_of_other(letter):
            return []
        if not who or (self._is_bare(letter, who) and not self._is_poll(found)) or not self._is_whole(letter):
            return []
        return [self._ballot(_SIDES[letter], who)]

    def _pair(self) -> list[Ballot]:
        """"17 mod 8": the larger number is the majority, unless "for" stands with the first."""
        first = read_number(self._text("n")) or 0
        second = read_number(self._text("n2")) or 0
        sides: tuple[SideName, SideName] = ("winner", "loser") if first >= second else ("loser", "winner")
        sides = ("yes", "no") if self.match["y"] else sides
        one, two = self._bracket("p"), self._bracket("p2")
        return [
            Ballot(sides[0], self.start, self.end, first, one.voters, listed=bool(one.voters)),
            Ballot(sides[1], self.start, self.end, second, two.voters, listed=bool(two.voters)),
        ]

    def _ballot(self, side: SideName, who: Voters) -> Ballot:
        listed = bool(who.voters) and (who.count is not None or self.form in ("before", "most"))
        return Ballot(side, self.start, self.end, who.count, who.voters, self._subject(), listed)

    def _who(self) -> Voters:
        """The count and the voters of all groups together."""
        count = read_number(self._text("n")) if self._text("n").casefold() != "ingen" else 0
        voters: tuple[Voter, ...] = ()
        for group in ("p", "p3", "L", "p2"):
            stated = self._bracket(group) if group != "L" else read_voters(self._genitive(self._text("L")), self.lexicon)
            voters = voters or stated.voters
            count = stated.count if count is None else count
        return Voters(voters, count)

    def _genitive(self, names: str) -> str:
        """Names that stand before "stemmer": without the genitive."""
        return re.sub(r"['’]?s$", "", names) if self.form == "against" else names

    def _bracket(self, group: str) -> Voters:
        """What a bracket says: a count, or voters."""
        written = self._text(group)
        count = read_count(written) if written else None
        return Voters((), count) if count is not None or not written else read_voters(written, self.lexicon)

    def _text(self, group: str) -> str:
        if group not in self.groups or self.match[group] is None or not self.match[group]:
            return ""
        a, b = self.match.span(group)
        return self.text[self.tokens[a].start : self.tokens[b - 1].end]

    def _subject(self) -> str | None:
        """What a "for …" names if it is no word for the main motion: "behandling", a candidate's name."""
        words = self._text("m").strip(" ,:") or self._text("m2").strip(" ,:")
        if self.form != "before" or not words or re.search(r"indstilling|forslag|anmodning|ansøgning|^(?:de|det|dette|den|kun|i|af|der|herefter|desuden|således)$|\bstem", words, re.IGNORECASE):
            return None
        return words

    def _is_bare(self, letter: str, who: Voters) -> bool:
        """Whether nothing but "for" or "imod" makes it a vote ("3 for", "V imod")."""
        if letter in "zgb":
            return False
        written = self._letters()
        clear = "v" in written or (":" in written and self.form == "before") or ("u" in written and bool(re.search(r"\bstemme|\b(?:ja|nej)", self.text[self.start : self.end], re.IGNORECASE)))
        return not clear and not (letter == "x" and who.count is None and self._ends())

    def _is_label_of_other(self, letter: str) -> bool:
        """Whether "for:" or "mod:" belongs to another word ("stedfortræder for: X") and is no side."""
        if self.form != "before" or letter == "z" or "v" in self._letters() or ":" not in self._letters():
            return False
        at = self.match.start()
        return at > 0 and self.tokens[at - 1].letter in "lN" and not _POLL.search(self.text)

    def _letters(self) -> str:
        return self.match[0]

    def _ends(self) -> bool:
        """Whether the clause ends behind the statement."""
        return bool(re.match(r"\s*(?:$|[.,;)]|og\b)", self.text[self.end :]))

    def _is_poll(self, found: list[Ballot]) -> bool:
        """Whether the sentence is about a vote: an earlier statement, the word, or another bare one."""
        rest = self.text[self.end : self.end + 80]
        return bool(found) or bool(_POLL.search(self.text)) or bool(re.match(rf"(?:\s*{PAREN})?(?:,| og|,? mens)? {NUMBER} ?(?:{PAREN})? ?(?:imod|for|mod|undl|blank)", rest, re.IGNORECASE))

    def _is_whole(self, letter: str) -> bool:
        """Whether a refusal is of the whole recommendation, not of a part of it."""
        if letter != "b":
            return True
        rest = re.split(r"[,;.]| idet\b| da\b| fordi\b| på grund\b| og ønsk", self.text[self.end :], maxsplit=1)
        after = self.text[self.end : self.end + 5]
        return bool(_OBJECT.match(rest[0])) and not _PARTIAL.search(rest[0]) and not after.startswith(", at")
