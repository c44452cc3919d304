"""The line that heads a document: what it is, of whom, when and where.

"REFERAT Økonomiudvalget d. 03-10-2012", "Referat af møde i X den D kl. T i STED", "X - Referat - D",
"Nordby Vandværk: Referat fra bestyrelsesmøde D": date, clock and place are read first, words for
documents and meetings are taken away, what stays is the body (or the authority).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from referat_parse.grammar.bodies import nominative
from referat_parse.grammar.dates import MONTH, Clock, Dated, find_clocks, find_dates
from referat_parse.text import flat, trim

if TYPE_CHECKING:
    import datetime as dt

    from referat_parse.text import Span

DOCUMENT = (
    r"(?:(?:åbe[nt]{1,2}|lukket|endeligt?|godkendt|foreløbigt?|udkast til|offentligt?|kort|møde) )*"
    r"(?:(?:tillægs|beslutnings|møde|protokol|aftale)?-?referat(?:er)?|r e f e r a t|d a g s o r d e n|(?:tillægs)?dagsorden|(?:beslutnings|møde|forhandlings)?protokol"
    r"|protokoludskrift|udskrift af protokol(?:len)?|beslutninger|vedtagelser|refer)\b"
    r"(?: med (?:vedtagelser|beslutninger|åbne punkter)|(?: ?- ?|/| )(?:åben|åbent|lukket)(?: dagsorden)?\b)?"
)
"""Pattern (case ignored) of the words that say what a document is."""

_MEETING = (
    r"(?:(?:det|et|åbent|åbne|lukket|lukkede|ordinært|ordinære|ekstraordinært|ekstraordinære|konstituerende|fælles|virtuelt|digitalt|\d+\.) ){0,3}"
    r"(?:møder?|mødet|dialogmøde|fællesmøde|temamøde)\b(?:,? nr\.? ?[\w/.-]{1,8})?"
)
_LEADING = re.compile(
    rf"(?:[\s,.:;•|–/*#_-]+|(?:{DOCUMENT})(?![\w-])|og(?=\s+(?:{DOCUMENT}))|(?:fra|af|til|for|over|mellem|vedr(?:ørende|\.)?|i|med|om|den|d\.|kl\.?|(?:man|tirs|ons|tors|fre|lør|søn)dag)(?=\s)|{_MEETING}(?=\s|$|[,:])|(?:sidenr\.? ?\d+)|nr\. ?\d+)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    rf"(?:[\s,.:;•|–/*#_-]+|(?<![\w-])(?:{DOCUMENT})|(?<!\w)(?:fra|af|til|for|i|på|med|den|d|afholdt|holdt|vedr)(?=[\s.]*$)|(?<![\w-]){_MEETING}|(?<!\w)(?:man|tirs|ons|tors|fre|lør|søn)dag|(?<!\w)kl)[\s.,:]*$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*(?:\bside(?:nr)?\.? ?\w{1,6}(?: af \d+)?|\bs\. ?\d+)\s*$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)")
_PUBLISHED = re.compile(
    r"(?i)\b(?:publiceret|udsendt|udsendelse\w*|opdateret|offentliggjort|oprettet|udskrevet|views|næste møde|fastlagte|godkendt|dateret|senest|trykt|indtil|siden|pr|efter|før|frist|vedtaget|underskrevet)\b[^\d]{0,30}$"
)
_WHEN_BEFORE = re.compile(
    rf"(?:(?<!\w)(?:man|tirs|ons|tors|fre|lør|søn)dag,?\s*)?(?:(?<!\w)(?:den\s+|d\.?\s*))?(?:(?<!\w)\d{{1,2}}\.? ?{MONTH}\.?,?\s*)?$", re.IGNORECASE
)
AUTHORITY = (
    r"(?:(?:[A-ZÆØÅ][\w-]*(?:[ -](?:og )?[A-ZÆØÅ][\w-]*){0,2} (?:Kommune|KOMMUNE))(?=s?\b)"
    r"|(?:Region|REGION) (?:Hovedstaden|Sjælland|Syddanmark|Midtjylland|Nordjylland|HOVEDSTADEN|SJÆLLAND|SYDDANMARK|MIDTJYLLAND|NORDJYLLAND)\b)"
)
"""Pattern (case counts) of a municipality's or region's name."""
_AUTHORITY = re.compile(AUTHORITY)
_NOT_AUTHORITY = re.compile(r"(?i)^(?:din|vores|min|om|se|til|ny|nye|fra|i|en|hele|denne|digital post fra|velkommen til|politik i)\s")
_LEGAL_FORM = re.compile(r"(?i)\b(?:[aipgeh]/[sbf]|a\.m\.b\.a\.?|f\.m\.b\.a\.?)(?=\s|$)")
_INNER = re.compile(r" (?:I|AF|FOR|VED) (?=[A-ZÆØÅ])")
_SOCIETY = re.compile(
    r"(?i)\b(?:[\w-]*(?:vandværk|varmeværk|fjernvarme|forsyning|grundejerforening|ejerforening|andelsboligforening|boligforening|boligselskab|haveforening|forening|idrætsforening|sportsforening|borgerforening"
    r"|klub|laug|lokalråd|beboerforening|andelsforening|spildevand|renovation|havn|skole|skolen|gymnasium|børnehus|børnehave|dagtilbud|vuggestue|universitet|seminarium|sogn|stift|fonden|selskab|selskabet|bibliotek|museum)(?:en|et)?"
    r"|a/b|e/f|g/f|hf|ab|aab|lejerbo|i/s|a/s|p/s|amba|a\.m\.b\.a\.?)(?![\w-])"
)
_TAIL = (
    r"(?:udvalg(?:et)?|råd(?:et)?|nævn(?:et)?|bestyrelse(?:n)?|kommission(?:en)?|repræsentation(?:en)?|magistrat(?:en)?|direktion(?:en)?"
    r"|komit[eé](?:en)?|forsamling(?:en)?|ledelse(?:n)?|repræsentantskab(?:et)?|forum(?:met)?|udvalgene|styregruppe(?:n)?|arbejdsgruppe(?:n)?|følgegruppe(?:n)?|projektgruppe(?:n)?|med-udvalg(?:et)?|provstiudvalg(?:et)?|kollegi(?:um|et)|samråd(?:et)?|nævnene|fagudvalg(?:et)?|partnerskab(?:et)?|taskforce|panel(?:et)?)"
)
TERM = r"(?:[ _,]*\(?(?:(?:19|20)\d\d) ?[-–] ?(?:(?:19|20)\d\d|\d\d)\)?|[ ]*\(\d\d-\d\d\))"
_OF = r"(?: (?:for|om|vedr(?:ørende|\.)?|på|til|af|i|under) [\w ,&/§.-]{3,70})?"
_AFTER_BODY = rf"(?:{TERM}| (?:19|20)\d\d)?(?: ?\([^()]*\))?"
_BODY_LINE = re.compile(
    rf"(?:\d\d-\d\d )?(?:(?:[A-ZÆØÅ§][\w.&’'-]*|og|&|for|i|den|det|[\w-]+-)(?:,|/)? +){{0,8}}[\w§-]*(?i:{_TAIL}){_OF}{_AFTER_BODY}"
    rf"|(?i:§ ?17)[\w ,.&/-]{{0,90}}{_AFTER_BODY}"
    r"|(?:[\w-]+ )?(?:MED|HMU|LMU|CMU|OMU|HSU|HovedMED|OmrådeMED|CenterMED|LokalMED)(?:-?[Uu]dvalg(?:et)?)?"
)
_NOT_BODY = re.compile(
    r"(?i)\b(?:råd (?:og|&) nævn|udvalg (?:og|&) råd|er|var|blev|har|skal|kan|vil|som|at|der|valg|udpegning|godkendelse|orientering|drøftelse|beslutning|indstilling|indstilles|høring|møde|ny|nyt|nye|forslag|ansøgning|vedtægt|forretningsorden|kommende|alle|find|søg|læs)\b|[:?!]|\.\.|\d{4,}(?<!19\d\d)(?<!20\d\d)"
)
_ABBREVIATION = re.compile(r"\s*\((?:[A-ZÆØÅ]{2,5})\)$")
_COMPOUND = re.compile(
    r"(?i)(?<![\w-])(?P<whole>(?P<root>[\w-]*?(?:bestyrelse|råd|udvalg|nævn|repræsentantskab|gruppe|ledelse|forsamling|kommission|direktion))s?-?(?:fælles|tema|dialog)?møde(?:t|r)?)(?![\w-])"
)
_SHORT_COMPOUND = re.compile(r"(?<![\w-])(?P<whole>(?P<root>[A-ZÆØÅ]{2,5})-møde(?:t|r)?)(?![\w-])")
_BOARD_OF = re.compile(
    r"(?i)(?P<board>(?:hoved|afdelings|organisations|for(?:enings)?|skole|fælles)?bestyrelsen?|menighedsrådet|repræsentantskabet|ledelsen|forretningsudvalget|forældrerådet) (?:for|i|på|af|ved|hos) (?P<whose>.+)"
)
_ASSEMBLY = re.compile(
    r"(?i)(?<![\w-])(?:(?:ordinær|ekstraordinær|stiftende|årlig|ordinært|ekstraordinært) )?(?:[\w-]*generalforsamling(?:en)?|(?:afdelings|beboer|års|borger|sogne|forældre|dialog)møde(?:t)?|menighedsmøde)(?![\w-])"
)
PLACE = re.compile(
    r"(?i)\b(?:[\w-]*(?:lokale[trn]*|salen|rummet|møderum|kantinen?|hallen|huset|gården|skolen?|kirken?|center|cent(?:er|r)et|biblioteket|kontoret|stuen?|kroen|hotellet"
    r"|museet|fabrikken|torvet|pladsen|slottet|klubben|værket|havnen|bygning(?:en)?|plejehjem(?:met)?|gymnasi(?:um|et)|stalden|stationen|loftet|hytten|remisen|værelse[t]?)"
    r"|(?:[\w-]*(?:råds|møde|fest|rådhus|multi|gymnastik|foredrags|kantine|region[s]?))sal"
    r"|(?:råd|forsamlings|kultur|medborger|sundheds|klub|aktivitets|borger|beboer|fælles|sogne|præste|menigheds|regions|forenings|pak|spejder|idræts|sejler|gæste)-?hus"
    r"|[\w-]+(?:vej|gade|allé|alle|stræde|plads|torv|vænge|boulevard|gårdsvej|parken)(?:en)? \d+\w?|(?:bibliotek|museum|kontor|kro|hotel|auditorium|foyer|etage|sognegård|kulturhus|konferencerum|café)"
    r"|teams|zoom|skype|virtuelt|online|digitalt|videomøde|telefonmøde|\d{4} [A-ZÆØÅ]\w+|[A-ZÆØÅ]\d{1,2}[.-]?\d{1,3}|hos [A-ZÆØÅ]\w+)(?!\w)"
)
"""Pattern of what tells a place from other text."""
_REMARK = re.compile(
    r"(?i)\s*(?:[-–(,;.]\s*)?(?:\b(?:obs|bemærk|nb)\b|\(?\b(?:det|den|der|mødet|dørene|åben|åbne|åbent|lukket|lukkede)\b[^,]*\b(?:møde\w*|kl|del|begynder|starter|åbner|dagsorden|punkter)\b).*$"
)


@dataclass(slots=True)
class Title:
    """What a line says; offsets in `at` are those of the line. `derived`: the body is a compound's root."""

    kind: str | None = None
    body: str | None = None
    weak: str | None = None
    authority: str | None = None
    date: dt.date | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    derived: bool = False
    meeting: bool = False
    at: dict[str, Span] = field(default_factory=dict)


def read_title(line: str) -> Title:
    """What a heading line says; everything is None where it says nothing."""
    title = Title()
    line = _PAGE.sub(lambda page: " " * len(page[0]), line)
    when = _read_when(line, title)
    _read_name(line, 0, when[0] if when else len(line), title)
    if when:
        _read_rest(line, *when, title)
    return title


def read_when(value: str, title: Title | None = None) -> Title:
    """Date, clock times and place of a label's value ("Tirsdag den 3. maj 2016 kl. 17-19 i Byrådssalen")."""
    title = title or Title()
    when = _read_when(value, title, bare=True)
    if when:
        _read_rest(value, *when, title)
    return title


def is_body_line(line: str) -> bool:
    """Whether a whole line is the name of a body."""
    return len(line) < 120 and not _NOT_BODY.search(_BRACKETS.sub("", line)) and bool(_body_match(line))  # noqa: PLR2004


@cache
def _body_match(line: str) -> bool:
    return bool(_BODY_LINE.fullmatch(line)) and (line[0].isupper() or line[0] in "§0123456789" or " " not in line)


def clean_body(written: str) -> str:
    """A body's name without abbreviation in brackets; genitive to nominative."""
    return nominative(_ABBREVIATION.sub("", flat(written)))


def clean_place(line: str, start: int, end: int) -> Span:
    """Narrow `[start, end)` of `line` to the place alone: no preposition, no remark behind."""
    remark = _REMARK.search(line, start + 1, end)
    end = remark.start() if remark else end
    lead = re.compile(r"[\s,.:;•|*_–-]*(?:kl\.?\s+)?(?:(?:afholdes |afholdt )?(?:i|på|sted:|mødested:)\s+)?", re.IGNORECASE).match(line, start, end)
    start = lead.end() if lead else start
    word = re.compile(r"\s+(?:REFERAT|Referat|DAGSORDEN|Dagsorden|PROTOKOL|Protokol)\s*$").search(line[:end], start)
    end = word.start() if word else end
    lost = re.compile(r",? kl\.?\s*$").search(line[:end], start)
    end = lost.start() if lost else end
    while end > start and line[end - 1] in " \t,.;:*|_–-\n":
        end -= 1
    return trim(line, start, end)


def find_authorities(text: str) -> list[tuple[int, int]]:
    """Where `text` names municipalities and regions (genitive ending left out)."""
    found = []
    for match in _AUTHORITY.finditer(text):
        start, name = match.start(), match[0]
        while lead := _NOT_AUTHORITY.match(name):
            start += lead.end()
            name = name[lead.end() :]
        inner = list(_INNER.finditer(name))
        if inner:
            start += inner[-1].end()
            name = name[inner[-1].end() :]
        if " " in name:
            found.append((start, match.end()))
    return found


def society(text: str) -> bool:
    """Whether `text` names an association, a school, a utility or the like."""
    return bool(_SOCIETY.search(text))


def is_society_line(line: str) -> bool:
    """Whether a whole line is the name of an association, a school or the like, as a letterhead has it."""
    match = _SOCIETY.search(line)
    plain = len(line) < 70 and line[:1].isupper() and not re.search(r"[,.:;?!|/\t]| {2,}|\d{4}", _LEGAL_FORM.sub("", line))  # noqa: PLR2004
    return match is not None and plain and len(line.split()) > 1 and not _NOT_BODY.search(line)


def _read_when(line: str, title: Title, *, bare: bool = False) -> Span | None:
    """Read date and clock times; the stretch that they take, weekday and "den" included.

    `bare`: a clock time counts without a date and without "kl.".
    """
    open_text = _BRACKETS.sub(lambda m: "#" * len(m[0]), line)
    date = next((d for d in find_dates(open_text) if not _PUBLISHED.search(line[: d.start])), None)
    clocks = [c for c in find_clocks(open_text) if date is None or c.start >= date.end or _is_clock(line, c)]
    if date:
        title.date, title.at["date"] = date.value, (date.start, date.end)
    opening = next((c for c in clocks if not c.closes), None)
    closing = next((c for c in clocks if c.closes), None)
    if opening and (bare or date or _is_clock(line, opening) or closing):
        title.start, title.at["start"] = opening.value, _bare(line, opening)
        if closing:
            title.end, title.at["end"] = closing.value, _bare(line, closing)
    return _taken(line, date, [c for c in (opening, closing) if c and title.start])


def _taken(line: str, date: Dated | None, clocks: list[Clock]) -> Span | None:
    """From the weekday before the first of date and clocks to the end of the last."""
    parts = [(date.start, date.end)] if date else []
    parts += [(c.start, c.end) for c in clocks]
    if not parts:
        return None
    first = min(parts)[0]
    lead = _WHEN_BEFORE.search(line[:first])
    return (lead.start() if lead else first), max(end for _, end in parts)


def _is_clock(line: str, clock: Clock) -> bool:
    return line[clock.start : clock.start + 2].casefold() == "kl"


def _bare(line: str, clock: Clock) -> Span:
    """The digits of a clock time, "kl." left out."""
    match = re.compile(r"(?i)kl(?:okken|\.)?[:.]?\s*").match(line, clock.start, clock.end)
    return (match.end() if match else clock.start), clock.end


def _read_rest(line: str, start: int, end: int, title: Title) -> None:
    """Place, or else body, from what stands behind the date, or between date and clock."""
    date, clock = title.at.get("date"), title.at.get("start")
    if date and clock and date[1] < clock[0]:
        between = re.compile(r"\s*,?\s*(?:i|på)\s+(?=[^\s])").match(line, date[1], clock[0])
        if between:
            stop = re.compile(r"(?:\s*,?\s*(?:fra )?kl(?:okken|\.)?[:.]?\s*|\s+fra\s+)$", re.IGNORECASE).search(line[: clock[0]])
            _set_place(line, between.end(), stop.start() if stop else clock[0], title)
    rest = re.compile(r"\s*[,.:;•|–-]*\s*").match(line, end)
    begin = rest.end() if rest else end
    tail = line[begin:].strip()
    if not tail or title.place:
        return
    if re.match(r"(?i)(?:i|på|hos)\s+\S", tail) or PLACE.search(tail):
        _set_place(line, begin, len(line), title)
    elif title.body is None:
        _read_name(line, begin, len(line), title)


def _set_place(line: str, start: int, end: int, title: Title) -> None:
    start, end = clean_place(line, start, end)
    if start < end:
        title.place, title.at["place"] = flat(line[start:end]), (start, end)


def _read_name(line: str, start: int, end: int, title: Title) -> None:
    """Kind of document, authority and body from `[start, end)` of a line."""
    title.meeting = title.meeting or bool(re.search(_MEETING, line[start:end], re.IGNORECASE))
    kind = re.compile(rf"(?<![\w-])(?:{DOCUMENT})(?![\w-])", re.IGNORECASE).search(line, start, end)
    title.kind = title.kind or (flat(kind[0]).casefold() if kind else None)
    start, end = _society_before(line, start, end, title)
    for name_start, name_end in find_authorities(line[start:end])[:1]:
        title.authority, title.at["authority"] = flat(line[start + name_start : start + name_end]), (start + name_start, start + name_end)
        if not line[start : start + name_start].strip(" \t#*0123456789"):
            start += name_end
        elif not line[start + name_end : end].strip(" \t*.,:|"):
            end = start + name_start
    if _read_assembly(line, start, end, title):
        return
    start, end = _peel(line, start, end)
    if start < end:
        _name(line, start, end, title)


def _society_before(line: str, start: int, end: int, title: Title) -> Span:
    """Take "Nordby Vandværk: " off the front, as the authority."""
    colon = line.find(":", start, end)
    if colon > start and society(line[start:colon]) and not re.match(DOCUMENT, line[start:colon].strip(), re.IGNORECASE):
        at = trim(line, start, colon)
        title.authority, title.at["authority"] = flat(line[slice(*at)]), at
        return colon + 1, end
    return start, end


def _read_assembly(line: str, start: int, end: int, title: Title) -> bool:
    """Body from a compound ("bestyrelsesmøde") or assembly, and the society that "i", "for" names behind it."""
    compound = _COMPOUND.search(line, start, end) or _SHORT_COMPOUND.search(line, start, end)
    assembly = _ASSEMBLY.search(line, start, end)
    match = compound or assembly
    if match is None:
        return False
    if compound:
        root = compound["root"]
        title.body, title.derived, title.meeting = root if root.isupper() else definite(root), not root.isupper(), True
        title.at["body"] = compound.span("root" if root.isupper() else "whole")
    else:
        title.body, title.at["body"], title.meeting = flat(match[0]), match.span(), True
    behind = re.compile(r"\s*,?\s*(?:i|for|på|hos|ved|af|fra)\s+").match(line, match.end(), end)
    at = _peel(line, behind.end(), end) if behind else (end, end)
    if at[0] < at[1] and title.authority is None and (society(line[slice(*at)]) or "generalforsamling" in match[0].casefold()):
        title.authority, title.at["authority"] = flat(line[slice(*at)]), at
    return True


def definite(root: str) -> str:
    """The definite form of a compound's root: "bestyrelse" gives "Bestyrelsen"."""
    root = root.removesuffix("-")
    ending = "n" if root.endswith("e") else "en" if root.endswith(("ing", "ion")) else "et"
    return root[:1].upper() + root[1:] + ending


def _peel(line: str, start: int, end: int) -> Span:
    """Take words for documents and meetings, prepositions and signs off both ends."""
    start, end = trim(line, start, end)
    number = re.compile(r"\d{1,4}\s+(?=[A-ZÆØÅ])").match(line, start, end)
    start = number.end() if number else start
    while start < end and (lead := _LEADING.match(line, start, end)):
        start = lead.end()
    while start < end and (trail := _TRAILING.search(line[:end], start)):
        end = trail.start()
    return trim(line, start, end)


def _name(line: str, start: int, end: int, title: Title) -> None:
    """Set the body, or the weak guess if what is left does not look like one."""
    written = flat(line[start:end])
    board = _BOARD_OF.fullmatch(line, start, end)
    if board and society(board["whose"]):
        title.authority, title.at["authority"] = flat(board["whose"]), board.span("whose")
        end = board.end("board")
        written = flat(line[start:end])
    short = _ABBREVIATION.search(line[start:end])
    stop = start + short.start() if short else end
    body = clean_body(written)
    genitive = len(flat(line[start:stop])) - len(body)
    named = body[:1].upper() + body[1:] if title.kind or title.meeting else body
    if is_body_line(named):
        title.body, title.at["body"] = body, (start, stop - max(genitive, 0))
    elif len(written) < 70 and written[:1].isupper() and not re.search(r"[.:;?!\t]| {2,}", line[start:end]):  # noqa: PLR2004
        title.weak, title.at["weak"] = written, (start, end)
