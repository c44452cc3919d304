"""Who took part in a meeting: members, absentees, substitutes, guests.

Lists under labels and sentences give mentions; `Roll` makes each person one attendee. Somebody who
is listed as absent anywhere is absent only, somebody away for single items is present, staff among
politicians and the invited are guests.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from referat_parse.grammar.names import NameReader, Person
from referat_parse.grammar.titles import PLACE
from referat_parse.interpret.labels import PEOPLE
from referat_parse.interpret.plain import Plain
from referat_parse.interpret.sentences import Mention, SentenceReader
from referat_parse.models import Attendee
from referat_parse.text import flat, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from referat_parse.interpret.labels import Label, LabelFinder
    from referat_parse.interpret.sentences import Told
    from referat_parse.lexicon import Lexicon
    from referat_parse.text import Passage, Span

_STATUS = {"members": "present", "substitutes": "present", "absent": "absent", "guests": "guest"}
_ONE = re.compile(r"(?i)(?:referent|sekretær|protokolfører|mødeleder|ordstyrer)")
_NOTE_LINE = re.compile(r"[\s•▪●■◦\uf0b7–-]*[a-zæøå(]")
_NUMBERED = re.compile(r"\s*(?:punkt|pkt\.?|sag)?\s*(?:nr\.? ?)?\d{1,4}[.:)]?\s+\S", re.IGNORECASE)
_HEADING = re.compile(r"[^.]{2,70}:\s*$")
_POLITICIAN = re.compile(r"(?i)borgmester|rådmand|bestyrelsesmedlem|byrådsmedlem|regionsrådsmedlem|kommunalbestyrelsesmedlem")
_COUNCIL = re.compile(
    r"(?i)byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation|magistrat|(?<!hoved)(?<!lokal)(?<!med-)(?<!samarbejds)(?<!område)(?<!miljø)(?<!medie)(?<!provsti)(?<!forretnings)udvalg(?:et)?(?: for\b.*)?(?: \d.*)?$"
)
_ADMINISTRATION = re.compile(r"(?i)forvaltning|administration|sekretariat|embeds|medarbejder|direktion|ledelsen af")
_MARK = re.compile(r"[xX✓✔]")


@dataclass(slots=True)
class Entry:
    """One mention of a person: what it says, where it stands in the source.

    `listed`: in a list, not a sentence; `suffix`: the state stands behind the name; `minor`: the
    taker of the minutes, who alone is no attendance.
    """

    person: Person
    status: str
    span: Span
    listed: bool = True
    suffix: bool = False
    minor: bool = False


@dataclass(slots=True)
class Readers:
    """What reading attendance needs: labels, names, sentences, all of one lexicon."""

    labels: LabelFinder
    names: NameReader
    sentences: SentenceReader


@dataclass(slots=True)
class Roll:
    """All mentions of a meeting's persons and the source stretches that they stand in."""

    entries: list[Entry] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def attendees(self) -> list[Attendee]:
        """Each person once, in the order of the text."""
        kept: dict[str, Entry] = {}
        for entry in self._ranked() if any(not entry.minor for entry in self.entries) else []:
            name = key(entry.person.name)
            same = name if name in kept else _same(name, kept)
            if same is None:
                kept[name] = entry
            else:
                _enrich(kept[same].person, entry.person)
        return [_attendee(entry) for entry in sorted(kept.values(), key=lambda e: e.span)]

    def settle_staff(self, body: str | None = None) -> None:
        """Make guests of the staff in a list of politicians; elsewhere staff are members."""
        people = [e.person for e in self.entries]
        political = any(p.party or _POLITICIAN.search(p.role or "") for p in people) or bool(_COUNCIL.search(body or ""))
        for entry in self.entries:
            group = entry.person.group or ""
            if entry.status == "present" and _ADMINISTRATION.search(group):
                entry.status = "guest"
            elif entry.status == "present" and entry.person.staff and political and not group:
                entry.status = "guest"

    def _ranked(self) -> list[Entry]:
        """Absentees first, then lists before sentences, guests last; else in the order of the text."""
        rank = {"absent": 0, "present": 1, "guest": 2}
        return sorted(self.entries, key=lambda e: (rank[e.status], e.suffix, not e.listed, e.span))


def read_lists(plain: Plain, labels: Sequence[Label], readers: Readers, roll: Roll) -> list[tuple[int, int]]:
    """Read what labels of attendance govern into `roll`; the stretches of `plain` that were read."""
    taken = []
    for i, label in enumerate(labels):
        if label.field in PEOPLE or label.field == "remarks" or _is_leader(plain, labels[i : i + 2]):
            end = _extent(plain, label, readers)
            taken.append((label.start, end))
            if label.field != "remarks":
                first = len(roll.entries)
                read_block(plain, (label.value, end), _STATUS.get(label.field, "present"), readers, roll)
                for entry in roll.entries[first:]:
                    entry.minor = label.field in {"chair", "guests"} and bool(_ONE.match(plain.text, label.start))
                roll.spans.append(plain.span(label.start, end))
            elif _read_remarks(plain, (label.value, end), readers, roll):
                roll.spans.append(plain.span(label.start, end))
    return taken


def read_block(plain: Plain, at: tuple[int, int], status: str, readers: Readers, roll: Roll) -> None:
    """Read a list of `status`, with the sentences in it, into `roll`."""
    text = plain.text[slice(*at)]
    if readers.sentences.is_nobody(text):
        return
    told = [one for one in readers.sentences.read(text) if not (one.simple and status != "absent")]
    for sentence in told:
        _add_told(plain, at[0], _stood_in(sentence, text) if status == "absent" else sentence.mentions, roll)
        text = text[: sentence.begin] + "\n" * (sentence.end - sentence.begin) + text[sentence.end :]
    people = [part for person in readers.names.read(text) for part in _known_parts(person, text, roll)]
    for i, person in enumerate(people):
        if i and _replaces(text[people[i - 1].end : person.start], person):
            _mark_absent(roll, people[i - 1])
        said = readers.sentences.status(person.note)
        own = "absent" if status == "present" and said == "absent" else status
        if status == "absent" and i and _SITTING_IN.match(person.role or "") and "\n" not in text[people[i - 1].end : person.start]:
            own = "present"
        span = plain.span(at[0] + person.start, at[0] + person.end)
        roll.entries.append(Entry(person, own, span, suffix=own != status))
        limit = people[i + 1].start if i + 1 < len(people) else len(text)
        _add_substitute(plain, (at[0], person.end), text[person.end : limit].split("\n")[0], person, readers, roll)


def _read_remarks(plain: Plain, at: tuple[int, int], readers: Readers, roll: Roll) -> bool:
    """Read remarks: sentences, and names with a state behind them ("Bo Dam (deltog ikke i punkt 4)")."""
    found = bool(read_sentences(plain, at, readers, roll))
    told = {entry.span for entry in roll.entries}
    for person in readers.names.read(plain.text[slice(*at)]):
        said = readers.sentences.status(person.note)
        span = plain.span(at[0] + person.start, at[0] + person.end)
        if said and span not in told and len(person.name.split()) > 1:
            roll.entries.append(Entry(person, said, span, listed=False))
            found = True
    return found


def read_sentences(plain: Plain, at: tuple[int, int], readers: Readers, roll: Roll) -> list[tuple[int, int]]:
    """Read sentences about attendance in free text into `roll`; where they stand in `plain`."""
    found = []
    for sentence in readers.sentences.read(plain.text[slice(*at)]):
        if _add_told(plain, at[0], sentence.mentions, roll, readers):
            found.append((at[0] + sentence.start, at[0] + sentence.end))
    return found


def settle_absences(attendance: Sequence[Attendee], passage: Passage, lexicon: Lexicon) -> list[Attendee]:
    """`attendance` with those absent of whom `passage` (the first item) says that they sent regrets.

    Nobody is added: persons named only inside items do not belong to the meeting's attendance. A head
    that lists absentees itself is believed: the item's may be those of a committee before.
    """
    if any(a.status == "absent" for a in attendance):
        return list(attendance)
    readers = make_readers(lexicon)
    plain, roll = Plain.of(passage), Roll()
    labels = [label for label in readers.labels.find(plain).labels if label.field == "absent"]
    read_lists(plain, labels, readers, roll)
    read_sentences(plain, (0, len(plain.text)), readers, roll)
    absent = {key(entry.person.name) for entry in roll.entries if entry.status == "absent"}
    return [a.model_copy(update={"status": "absent"}) if key(a.name) in absent and a.status == "present" else a for a in attendance]


def make_readers(lexicon: Lexicon) -> Readers:
    """The readers that attendance needs, for one lexicon."""
    from referat_parse.interpret.labels import LabelFinder  # noqa: PLC0415

    names = NameReader(lexicon)
    return Readers(LabelFinder(lexicon), names, SentenceReader(lexicon, names))


def read_grid(plain: Plain, labels: Sequence[Label], readers: Readers, roll: Roll) -> tuple[int, int] | None:
    """Read a table whose columns are states and whose rows are persons with a mark ("X") in one."""
    heads = _grid_head(plain, labels)
    if not heads:
        return None
    at = plain.text.find("\n", heads[-1].start)
    begin = end = at if at >= 0 else len(plain.text)
    for raw in plain.text[begin:].splitlines(keepends=True):
        mark = _lone_mark(raw)
        if raw.strip() and mark is None:
            break
        if mark is not None:
            people = readers.names.read(raw[:mark])
            column = _column(plain, heads, end, raw, mark)
            for person in people[:1]:
                roll.entries.append(Entry(person, _STATUS[column], plain.span(end + person.start, end + person.end)))
        end += len(raw)
    roll.spans.append(plain.span(heads[0].start, end))
    return (heads[0].start, end) if end > begin + 1 else None


def _grid_head(plain: Plain, labels: Sequence[Label]) -> list[Label]:
    """Two or more labels of attendance on one line with nothing between them."""
    for i, label in enumerate(labels):
        run = [label]
        for other in labels[i + 1 :]:
            between = plain.text[run[-1].value : other.start]
            if between.strip() or "\n" in plain.text[run[-1].start : other.start]:
                break
            run.append(other)
        if len(run) > 1 and all(one.field in PEOPLE for one in run):
            rows = plain.text[run[-1].value :].lstrip(" \t").split("\n", 3)[1:3]
            if any(_lone_mark(row) is not None for row in rows):
                return run
    return []


def _lone_mark(row: str) -> int | None:
    """Where a row has a mark standing alone in its cell."""
    match = re.search(r"(?<=[\s\t])[xX✓✔](?=\s|$)", row)
    return match.start() if match and row[: match.start()].strip() else None


def _column(plain: Plain, heads: Sequence[Label], at: int, row: str, mark: int) -> str:
    """The field of the column in which a mark stands: by tabs if the row has them, else by position."""
    line = plain.text.rfind("\n", 0, heads[0].start) + 1
    if "\t" in row:
        cells = [plain.text.count("\t", line, head.start) for head in heads]
        own = row.count("\t", 0, mark)
        return heads[cells.index(own)].field if own in cells else heads[0].field
    return min(heads, key=lambda head: abs((head.start - line) - mark)).field


def _is_leader(plain: Plain, labels: Sequence[Label]) -> bool:
    """Whether the first of `labels` names who led the meeting, or the chair right before the members."""
    label = labels[0]
    before = len(labels) > 1 and labels[1].field in {"members", "chair"}
    words = plain.text[label.start : label.value]
    return label.field == "chair" and bool(re.match(r"(?i)mødeleder" + "|(?:næst)?formand" * before, words))


def _extent(plain: Plain, label: Label, readers: Readers) -> int:
    """Where the list or text of a label ends: at the first line that cannot belong to it."""
    first = plain.text.find("\n", label.value, label.end)
    if first < 0:
        return label.end
    filled = bool(plain.text[label.value : first].strip())
    if filled and _ONE.match(plain.text, label.start):
        return first
    end, blank = first, False
    for raw, at in _lines(plain.text, first + 1, label.end):
        if not raw.strip():
            blank = True
            continue
        if not _belongs(plain, raw, (at, label.end), label, readers, blank=blank):
            break
        end, blank = at + len(raw), False
    return end


def _lines(text: str, start: int, end: int) -> Iterable[tuple[str, int]]:
    at = start
    for raw in text[start:end].splitlines(keepends=True):
        yield raw, at
        at += len(raw)


def _belongs(  # noqa: PLR0913  what is known of the line and what stands around it
    plain: Plain, raw: str, at: tuple[int, int], label: Label, readers: Readers, *, blank: bool
) -> bool:
    """Whether a line belongs to the list of `label`."""
    line = raw.strip()
    if readers.labels.is_clutter(line) or readers.labels.is_heading(line):
        return False
    if label.field == "remarks":
        return not blank or any(readers.sentences.read(line))
    if readers.sentences.is_nobody(line):
        return True
    people = readers.names.read(line)
    if people:
        place = PLACE.search(line) and not any(p.party or p.notes for p in people) and "," not in line
        return not (place and (blank or len(people) == 1)) and not (_NUMBERED.match(line) and len(people) < 2)  # noqa: PLR2004
    if any(readers.sentences.read(line)) or (_NOTE_LINE.match(raw) and not blank):
        return True
    if _HEADING.fullmatch(line):
        following = next((r for r, _ in _lines(plain.text, at[0] + len(raw), at[1]) if r.strip()), "")
        return bool(readers.names.read(following))
    bare = line.strip("•-() \t")
    if readers.names.role(bare) or readers.names.party(bare):
        return True
    return not blank and len(line) < 60 and readers.sentences.status(line) is not None  # noqa: PLR2004  a note, no sentence


def _add_told(plain: Plain, base: int, mentions: Iterable[Mention], roll: Roll, readers: Readers | None = None) -> int:
    """Enter whom a sentence names; in free text (`readers` given) only what is surely a person."""
    count = 0
    for mention, person in _parts_of(mentions, plain.text, base, roll):
        if readers and len(person.name.split()) < 2 and not _known(roll, person):  # noqa: PLR2004
            continue
        roll.entries.append(Entry(person, mention.status, plain.span(base + person.start, base + person.end), listed=False))
        count += 1
    return count


def _parts_of(mentions: Iterable[Mention], text: str, base: int, roll: Roll) -> Iterable[tuple[Mention, Person]]:
    for mention in mentions:
        yield from ((mention, part) for part in _known_parts(mention.person, text[base:], roll))


def _known(roll: Roll, person: Person) -> bool:
    return any(key(person.name) == key(entry.person.name).split()[0] for entry in roll.entries)


def _known_parts(person: Person, text: str, roll: Roll) -> list[Person]:
    """A run of names that lost its commas, cut where names that were read before begin and end."""
    words = list(re.finditer(r"\S+", text[person.start : person.end]))
    known = {tuple(key(e.person.name).split()) for e in roll.entries if " " in e.person.name}
    if len(words) < 3 or tuple(key(w[0]) for w in words) in known:  # noqa: PLR2004  two words are one name
        return [person]
    parts: list[tuple[int, int]] = []
    at = begin = 0
    while at < len(words):
        size = next((n for n in (4, 3, 2) if at + n <= len(words) and tuple(key(w[0]) for w in words[at : at + n]) in known), 0)
        if size:
            parts += [(begin, at), (at, at + size)]
            begin = at = at + size
        else:
            at += 1
    parts.append((begin, len(words)))
    cut = [(words[a].start(), words[b - 1].end()) for a, b in parts if b - a > 1]
    if len(parts) == 1 or not cut:
        return [person]
    pieces = [Person(flat(text[person.start + a : person.start + b]), person.start + a, person.start + b) for a, b in cut]
    pieces[-1].notes, pieces[-1].role, pieces[-1].party = person.notes, person.role, person.party
    return pieces


def _stood_in(sentence: Told, text: str) -> list[Mention]:
    """In a list of absentees "A og B, C deltog": the last came for the others; came late, all are absent."""
    said = text[sentence.start : sentence.end]
    last = len(sentence.mentions) - 1
    others = last > 0 or text[sentence.start : sentence.begin].strip(" \t\n•-")
    if sentence.simple and others and re.search(r"(?i)\b(?:deltog|mødte|deltager)(?: i stedet)?[\s.]*$", said):
        return [Mention(m.person, "present" if i == last else "absent") for i, m in enumerate(sentence.mentions)]
    if sentence.simple and not text[: sentence.start].strip():
        return [Mention(m.person, "absent") for m in sentence.mentions]
    return list(sentence.mentions)


def _replaces(between: str, person: Person) -> bool:
    """Whether a person is told to have come for the one before ("…, supp. Bo Dam deltog", "… - Bo Dam stedfortræder")."""
    if "\n" in between.strip():
        return False
    titled = re.match(r"(?i)(?:stedfortræder|suppleant|supp?l?\.?)$", person.role or "")
    came = re.match(r"(?i)(?:deltog|mødte|deltager|mødt)", person.note)
    behind = re.match(r"(?i)(?:mødte |deltog )?(?:som )?(?:stedfortræder|suppleant)(?! for)", person.note)
    return bool((titled and came) or (behind and re.search(r"[-–]\s*$", between)))


def _mark_absent(roll: Roll, person: Person) -> None:
    for entry in roll.entries:
        if entry.person is person and entry.status == "present":
            entry.status = "absent"


_SITTING_IN = re.compile(r"(?i)(?:stedfortræder|suppleant|supp?l?\.?)$")
_STAND_IN = re.compile(
    r"(?:[Ss]tedfortræder(?:en)?|[Ss]uppleant(?:en)?|[Ss]upp?l?\.?)[: ]+(?:er |var )?(?=[A-ZÆØÅ])|(?:[Ii] stedet (?:mødte|deltog)|[Ii] stedet for:?)\s+(?=[A-ZÆØÅ])"
)


def _add_substitute(  # noqa: PLR0913, PLR0917  where it stands and what reads it
    plain: Plain, base: tuple[int, int], behind: str, person: Person, readers: Readers, roll: Roll
) -> None:
    """Enter the substitute whom the text `behind` a name tells ("(stedfortræder: Bo Dam)")."""
    found = _STAND_IN.search(behind)
    if found is None:
        return
    for other in readers.names.read(behind[found.end() :].strip("()"))[:1]:
        start = sum(base) + found.end()
        roll.entries.append(Entry(other, "present", plain.span(start + other.start, start + other.end)))
        _mark_absent(roll, person)


def _same(name: str, kept: dict[str, Entry]) -> str | None:
    """The one person in `kept` whose name has the other's parts ("gert" and "gert holm"), if only one does."""
    parts = name.split()
    found = [k for k in kept if _within(parts, k.split()) or _within(k.split(), parts)]
    return found[0] if len(found) == 1 else None


def _within(short: list[str], long: list[str]) -> bool:
    """Whether a short form is the beginning of a name, or its first and last part."""
    if len(short) >= len(long):
        return False
    return short == long[: len(short)] or (len(short) > 1 and [long[0], long[-1]] == short)


def _enrich(person: Person, other: Person) -> None:
    """Fill what a person's entry does not say from another mention."""
    person.role = person.role or other.role
    person.party = person.party or other.party
    person.organisation = person.organisation or other.organisation


def _attendee(entry: Entry) -> Attendee:
    person = entry.person
    return Attendee(
        name=person.name,
        status=entry.status,  # type: ignore[arg-type]  # one of the three by construction
        role=person.role,
        party=person.party,
        organisation=person.organisation or _organisation(person.group),
        span=entry.span,
    )


def _organisation(group: str | None) -> str | None:
    """The organisation that a group's heading names ("Fra Nordby Kommune" gives "Nordby Kommune")."""
    match = re.fullmatch(r"(?i)(?:repræsentant(?:er)? )?fra (.+)", group or "")
    return match[1].strip(" :*") if match else None
