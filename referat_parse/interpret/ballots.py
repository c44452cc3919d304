"""Votes as one sentence states them: who or how many on which side.

The sentence becomes a string of one letter per word or number (its part of speech in the vote
grammar, by the table `votes`); the forms of a vote are patterns over those letters (see ballot_words.py).

A bracket or list may hold its count ("(3: A og V)"); a score ("Stemmetallet var 4-1") is read by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from referat_parse.grammar.numbers import NUMBER, read_number
from referat_parse.interpret.ballot_words import Token, tokens
from referat_parse.interpret.voters import PAREN, Voters, read_count, read_voters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from referat_parse.lexicon import Lexicon
    from referat_parse.models import Voter

SideName = Literal["yes", "no", "abstain", "winner", "loser"]
_SIDES: dict[str, SideName] = {"y": "yes", "x": "no", "z": "abstain", "g": "yes", "b": "no", "j": "yes"}
_LIST = r"(?:N{1,7}p{0,2}|p)(?:[,&]{1,2}(?:N{1,7}p{0,2}|p)){0,80}"
_MIDDLE = r"[lN,&amf]{0,12}?"
_COUNT_BEFORE = rf"(?:(?P<m>{_MIDDLE})(?:vl?[ty]?p?:?|p?:)|(?P<m2>{_MIDDLE}n)v|)t?(?P<n>n)[uv]?(?::?(?P<L>{_LIST}))?"
_FORMS = (
    ("pair", r"(?P<n>n)[uv]?(?P<y>y?)(?P<p>p)?v?x(?P<n2>n)[uv]?(?P<p2>p)?"),
    ("before", rf"(?P<s>[yxz]){_COUNT_BEFORE}"),
    ("before", rf"(?P<s>[yxz])(?P<m>{_MIDDLE})(?:vl?y?:?|:|(?P<p>p):)(?P<L>{_LIST})(?:,?[tw](?P<n>n)[uv]?)?"),
    ("before", r"(?P<s>z)(?P<L>p)"),
    (
        "after",
        rf"(?P<n>n)[uv]?(?P<p>p)?(?:[:,]?(?P<L>{_LIST}),?)?(?:,?l)?v?l?(?P<s>[yz]|x(?!n))(?P<p2>p)?(?::(?P<L2>{_LIST}))?",
    ),
    ("after", rf"(?P<n>n)(?:u(?P<p>p)?(?:al)?|(?P<p3>p))(?:[:,]?(?P<L>{_LIST}),?)?l?(?P<s>[gb])"),
    ("after", r"(?P<n>n)(?P<s>b)"),
    ("after", rf"(?P<L>{_LIST}),?t?(?P<n>n)[uv]?,?l?(?:v(?P<s>[yx])|(?P<s2>[zgb]))"),
    ("after", rf"v(?P<L>{_LIST})(?:,?t(?P<n>n)[uv]?)?(?P<s>[yxz])"),
    ("after", rf"(?P<L>{_LIST})(?:,?t(?P<n>n)[uv]?)?,?l?(?:(?P<v>v)l?)?(?P<s>[yxzgb])(?P<p2>p)?"),
    ("after", r"(?P<s>j)(?P<n>n)u?l[ln]{1,3}(?P<p>p)?"),
    ("most", rf"m[la]{{0,3}}(?:(?P<n>n)u?(?:la)?)?(?P<p>p)?:?,?(?P<L>{_LIST})?,?l?(?P<s>g)"),
    ("few", rf"f[la]{{0,3}}(?:(?P<n>n)u?(?:la)?)?(?P<p>p)?:?,?(?P<L>{_LIST})?,?l?v?(?P<s>[bgx])"),
    ("winner", r"[wa](?P<n>n)[uv](?P<p>p)?+(?![yxzgb]|v[yxz])"),
    ("winner", rf"[wa]l?m[la]{{0,3}}(?P<n>n)u?(?P<p>p)?+[,l:]?(?P<L>{_LIST})?+(?![yxzgb]|v[yxz])"),
    ("winner", rf"[wa]l?m[la]{{0,3}}:?(?P<L>{_LIST})(?![yxzgb]|v[yxz])"),
    ("against", r"x(?P<L>N{1,4}(?:[,&]{1,2}N{1,4}){0,20})[uv]$"),
    ("by", rf"(?:a|wl?)(?P<L>{_LIST})(?![yxzgbv])"),
    ("got", r"k(?P<n>n)[uv](?P<p>p)?"),
)
_HINT = re.compile(
    r"\b(?:stem\w*|imod|mod|blankt?e?|hverken|flertal\w*|mindretal\w*|for|ja|nej|ikke|medlem|medlemmer)\b|\bundl[oa]d"
    r"|\b(?:kan|kunne|støtte\w*|anbefale\w*|tiltræder|tiltrådte|tilslutte\w*|godkende\w*|bakke\w*|går ind|gik ind|stiller sig)\b"
    r"|\b(?:tiltr|godken|anbefal|vedtag)\w* af\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"^,? ?at\b|\b(?:pkt|punkt\w*|ad|del(?:en)?|i sin helhed|fuldt ud|at)\b|\d", re.IGNORECASE)
_TALLY = re.compile(
    r"\bstemme(?:tal\w*|rne)\b(?: \w+){0,3} (?P<n>\d{1,2}) ?[-–] ?(?P<n2>\d{1,2})(?![\w-]|\.\d)"
    r"|\b(?:vedtaget|godkendt|forkastet|anbefalet|tiltrådt|faldt|faldet) (?:med )?(?P<m>\d{1,2}) ?[-–] ?(?P<m2>\d{1,2})(?![\w-]|\.\d)",
    re.IGNORECASE,
)
_APPROVED = re.compile(
    r"\b(?:godkend(?:t|es)|tiltr(?:ådt|ædes)|anbefal(?:et|es)|vedtage(?:t|s)|støttet) $", re.IGNORECASE
)
_COUNTED_LIST = re.compile(r"\((?P<n>\d{1,2})[:;,] (?P<L>.+)\)$")
_COUNT_AT_END = re.compile(r"\(\w+ stemmer?\)\W*$")
_OPTION = r"(?P<named>(?:model|forslag|alternativ|mulighed|løsning|scenarie|variant|tilbud) (?:\d{1,2}|[A-Z]))"
_CHOICE = re.compile(rf"\s+{_OPTION}\b", re.IGNORECASE)
_CHOSEN = re.compile(rf"\b{_OPTION}\s*$", re.IGNORECASE)
_DEFINITE = re.compile(r"\s*[a-zæøå]{3,}(?:en|et|ne)\s*$")
_FIRST_POINT = re.compile(r"\bpunkt 1\b(?! ?(?:[.,]\d|[-–]|og|,))", re.IGNORECASE)
_OBJECT = re.compile(
    r"^\s*$|^\s*(?:[\w.´'’-]+s )?(?:den (?:samlede |del af )?|hele |det )?(?:\w*(?:indstilling|forslag|bevilling)\w*"
    r"|(?:anmodning|ansøgning|lokalplan|beslutning|budget|erklæring|dispensation|udkast|aftale|regulativ)\w*"
    r"|sagen|dette|det|den|planen)\b",
    re.IGNORECASE,
)
_REASON = re.compile(r"[,;.]| idet\b| da\b| fordi\b| på grund\b| og ønsk")
_POLL = re.compile(r"\bstem(?:t|m)\w*|\bafstemning", re.IGNORECASE)
_MAIN = re.compile(
    r"indstilling|forslag|anbefaling|anmodning|ansøgning|^(?:de|det|dette|den|kun|i|af|der|herefter|desuden|således)$|\bstem",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"(?:\s*{PAREN})?(?:,| [-–]| og|,? mens)? {NUMBER} ?(?:{PAREN} ?)?(?:var |er |stemte )?(?:{PAREN})? ?(?:imod|for|mod|undl|blank)",
    re.IGNORECASE,
)
_SHORT = 60


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


def read_ballots(text: str, lexicon: Lexicon) -> list[Ballot]:
    """The statements of votes in the sentence `text`, in order."""
    return _Line(text, lexicon).ballots() if _HINT.search(text) else []


def read_label(text: str, lexicon: Lexicon) -> SideName | None:
    """The side that a line announces for the lines below it ("For stemte:"); None if it is no such line."""
    if len(text) > _SHORT or not _HINT.search(text):
        return None
    letters = _Line(text, lexicon).letters
    match = re.fullmatch(r"l?([yxz])(?:[lNam&]{0,10}?v:?|l{0,3}:)|vl?([yxz]):?|l([z]):?", letters)
    return _SIDES[next(g for g in match.groups() if g)] if match else None


class _Line:
    """A sentence with its tokens and their letters."""

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text, self.lexicon = text, lexicon
        self.tokens = list(tokens(text, lexicon.table("votes")))
        self.letters = "".join(token.letter for token in self.tokens)

    def ballots(self) -> list[Ballot]:
        """What the forms find, from left to right; what one has taken up no other gets."""
        found = [b for token in self.tokens if token.letter == "p" for b in self._inside(token)]
        found += self._tallies()
        at = 0
        while at < len(self.letters):
            step, ballots = self._at(at, found)
            found += ballots
            at += step
        return self._counted_at_end([b for b in found if b.count is not None or b.voters])

    def _counted_at_end(self, found: list[Ballot]) -> list[Ballot]:
        """The only statement of a sentence takes the count in the bracket that ends it: "X stemte imod, idet … (1 stemme)"."""
        behind = _COUNT_AT_END.search(self.text)
        if len(found) != 1 or found[0].count is not None or not behind or behind.start() < found[0].end:
            return found
        return [replace(found[0], end=behind.end(), count=read_count(behind[0].strip(" .")))]

    def _at(self, at: int, found: list[Ballot]) -> tuple[int, list[Ballot]]:
        """What a form that begins at token `at` states, and how many tokens it takes; (1, []) if none does."""
        for form, pattern in _forms():
            match = pattern.match(self.letters, at)
            ballots = _Statement(self, match, form).ballots(found) if match else []
            if match and ballots:
                return max(match.end() - at, 1), ballots
        return 1, []

    def _tallies(self) -> Iterator[Ballot]:
        """The two sides of a result written as a score: "Stemmetallet var 4-1", "vedtaget 14-9"."""
        for match in _TALLY.finditer(self.text):
            first, second = (int(match[g] or match[h]) for g, h in (("n", "m"), ("n2", "m2")))
            high, low = max(first, second), min(first, second)
            yield Ballot("winner", match.start(), match.end(), high)
            yield Ballot("loser", match.start(), match.end(), low)

    def _inside(self, token: Token) -> Iterator[Ballot]:
        """The statements of a bracket that is a clause of its own: "(imod stemte X)"."""
        inner = self.text[token.start + 1 : token.end - 1]
        if re.search(r"\bstem(?:te|mer)\b|\bundlod\b|\bimod\b", inner):
            shift = token.start + 1
            for ballot in read_ballots(inner, self.lexicon):
                yield replace(ballot, start=ballot.start + shift, end=ballot.end + shift)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((form, re.compile(pattern)) for form, pattern in _FORMS)


class _Statement:
    """One match of a form in a line, with what its groups say."""

    def __init__(self, line: _Line, match: re.Match[str], form: str) -> None:
        self.line, self.match, self.form = line, match, form
        self.text, self.tokens, self.letters = line.text, line.tokens, match[0]
        self.start, self.end = self.tokens[match.start()].start, self.tokens[match.end() - 1].end

    def ballots(self, found: list[Ballot]) -> list[Ballot]:
        """What the form states; empty if its parts do not fit together."""
        if self.form == "pair":
            return self._pair()
        who = self._who()
        if self.form in ("winner", "against", "got", "by"):
            return self._special(who)
        letter = self._side()
        refused = (
            not who or self._is_label_of_other(letter) or not self._is_whole(letter, who) or self._is_prose(letter, who)
        )
        if refused or (self._is_bare(letter, who) and not self._is_poll(found)):
            return []
        return [self._ballot("no" if self.form == "few" else _SIDES[letter], who)]

    def _side(self) -> str:
        """The letter of the side that the form states."""
        groups = self.match.re.groupindex
        return next((self.match[g] for g in ("s", "s2") if g in groups and self.match[g]), "")

    def _pair(self) -> list[Ballot]:
        """Of "17 mod 8" the larger number is the majority, unless "for" stands with the first."""
        first, second = read_number(self._text("n")) or 0, read_number(self._text("n2")) or 0
        sides: tuple[SideName, SideName] = ("winner", "loser") if first >= second else ("loser", "winner")
        sides = ("yes", "no") if self.match["y"] else sides
        return [
            Ballot(side, self.start, self.end, count, who.voters, listed=bool(who.voters))
            for side, count, who in zip(sides, (first, second), map(self._bracket, ("p", "p2")), strict=True)
        ]

    def _special(self, who: Voters) -> list[Ballot]:
        """The forms "med fem stemmer" (the majority), "mod Xs stemmer", "forslaget fik 3 stemmer"."""
        side: SideName = "winner"
        if self.form == "against":
            side = "no"
        elif self.form == "got":
            if not re.search(r"(?i)forslag|indstilling", self.text[: self.start]):
                return []
            side = "yes"
        elif self.form == "by" and not self._is_approved_by(who):
            return []
        return [self._ballot(side, who)] if who else []

    def _is_approved_by(self, who: Voters) -> bool:
        """Whether parties are named as those who approve: "tiltrådt af A og V", "med stemmerne fra A og V"."""
        approved = (
            _APPROVED.search(self.text[max(0, self.start - 20) : self.start])
            or "stemmerne" in self.text[self.start : self.end]
        )
        return bool(approved) and all(voter.kind == "party" for voter in who.voters)

    def _ballot(self, side: SideName, who: Voters) -> Ballot:
        listed = bool(who.voters) and (who.count is not None or self.form in ("before", "most"))
        return Ballot(side, self.start, self.end, who.count, who.voters, self._subject(), listed)

    def _who(self) -> Voters:
        """The count and the voters of all groups together."""
        count = read_number(self._text("n")) if self._text("n").casefold() != "ingen" else 0
        voters: tuple[Voter, ...] = ()
        for group in ("p", "p3", "L", "p2", "L2"):
            stated = self._list(group) if group[0] == "L" else self._bracket(group)
            voters = voters or stated.voters
            count = stated.count if count is None else count
        return Voters(voters, count)

    def _list(self, group: str) -> Voters:
        """The voters that are listed outside brackets; before "stemmer" without the genitive."""
        names = self._text(group)
        return read_voters(re.sub(r"['’]?s$", "", names) if self.form == "against" else names, self.line.lexicon)

    def _bracket(self, group: str) -> Voters:
        """What a bracket says: a count, or voters."""
        written = self._text(group)
        both = _COUNTED_LIST.match(written)
        if both:
            return Voters(read_voters(both["L"], self.line.lexicon).voters, read_number(both["n"]))
        count = read_count(written) if written else None
        return Voters((), count) if count is not None or not written else read_voters(written, self.line.lexicon)

    def _text(self, group: str) -> str:
        if group not in self.match.re.groupindex or not self.match[group]:
            return ""
        a, b = self.match.span(group)
        return self.text[self.tokens[a].start : self.tokens[b - 1].end]

    def _subject(self) -> str | None:
        """What a "for …" names if it is no word for the main motion: "behandling", "model A", a candidate's name."""
        choice = _CHOICE.match(self.text, self.end) if self.form == "after" and self._side() in "yx" else None
        if self.form == "got":
            choice = _CHOSEN.search(self.text[: self.start])
        if choice:
            return choice["named"]
        named = self._text("m").strip(" ,:") or self._text("m2").strip(" ,:")
        main = not named or _MAIN.search(named) or _DEFINITE.match(named)
        return named if self.form == "before" and not main else None

    def _is_bare(self, letter: str, who: Voters) -> bool:
        """Whether nothing but "for" or "imod" makes it a vote ("3 for", "V imod")."""
        if letter in "zgb" or "v" in self.letters or (":" in self.letters and self.form == "before"):
            return False
        if "u" in self.letters and re.search(r"(?i)\bstemme|\b(?:ja|nej)", self.text[self.start : self.end]):
            return False
        return letter != "x" or who.count is not None or not self._ends()

    def _is_prose(self, letter: str, who: Voters) -> bool:
        """Whether names stand by chance before "for" ("felt B ligger for tæt") or before a verb of approval ("ØK anbefaler")."""
        if who.count is not None or self.form != "after" or "v" in self.letters:
            return False
        if letter == "g":
            return not all(voter.kind == "party" or " " in voter.name for voter in who.voters)
        return letter == "y" and not self._ends()

    def _is_label_of_other(self, letter: str) -> bool:
        """Whether "for:" or "mod:" belongs to another word ("stedfortræder for: X") and is no side."""
        if self.form != "before" or letter == "z" or "v" in self.letters or ":" not in self.letters:
            return False
        at = self.match.start()
        return at > 0 and self.tokens[at - 1].letter in "lN" and not _POLL.search(self.text)

    def _ends(self) -> bool:
        """Whether the clause ends behind the statement."""
        return bool(re.match(r"\s*(?:$|[.,;)]|og\b)", self.text[self.end :]))

    def _is_poll(self, found: list[Ballot]) -> bool:
        """Whether the sentence is about a vote: an earlier statement, the word, or another bare one."""
        alone = self.match.start() == 0 and not self.text[self.end :].strip(" .")
        return bool(alone or found or _POLL.search(self.text) or _NEXT.match(self.text, self.end))

    def _is_whole(self, letter: str, who: Voters) -> bool:
        """Whether a refusal is of the whole recommendation, not of a part of it."""
        if letter not in "gb" or (letter == "g" and self.form in ("most", "few")):
            return True
        rest = self.text[self.end :]
        refused = _REASON.split(rest, maxsplit=1)[0]
        if who.count is not None and (letter == "g" or _FIRST_POINT.search(refused)):
            return True
        return (
            bool(_OBJECT.match(refused) or _DEFINITE.match(refused))
            and not _PARTIAL.search(refused)
            and not rest.startswith(", at")
        )
