"""Items by their numbers: the best chain of numbered lines, in two passes, the second favouring the form of the first."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from referat_parse.grammar.cases import match_case_line
from referat_parse.segment.chain import best_chain, sequence
from referat_parse.segment.entries import title_key
from referat_parse.segment.evidence import weigh
from referat_parse.segment.numbers import Candidate, bare_candidate, candidate
from referat_parse.segment.starts import Reading, Start

if TYPE_CHECKING:
    from referat_parse.segment.entries import Contents
    from referat_parse.segment.piece import Piece

_NO_LIST = 12
"""Lists in prose begin at 1; a chain that begins above this is the year's count of items."""


def read_numbers(  # noqa: C901  one pass, then the pass that favours its form
    pieces: list[Piece], body: list[int], contents: Contents
) -> Reading:
    """The reading by the best chain of numbered lines; a second pass favours lines of the chain's form."""
    candidates = [
        c
        for at, i in enumerate(body)
        if pieces[i].hint not in {"meta", "session", "fragment", "group"}
        and (c := candidate(pieces[i], i) or bare_candidate(pieces[i], i, [pieces[j] for j in body[at + 1 : at + 4]]))
    ]
    candidates = _without_reprints(candidates, pieces)
    weigh(candidates, pieces, contents)
    same = _all_alike(candidates)
    total, chain = best_chain(candidates, same=same)
    if len(chain) > 2:
        for cand in _running(chain):
            cand.score += 1.3
            cand.reasons = (*cand.reasons, "the numbers run on over meetings (+1.3)")
        backed = [_backed(c) for c in chain]
        needs = sum(backed) > 0.7 * len(chain)
        listed = sum(c.contents for c in chain) > 0.85 * len(chain)
        forms = Counter(_form(c, pieces) for c in chain)
        usual, votes = forms.most_common(1)[0]
        if votes * 2 > len(chain):
            for cand in candidates:
                if listed and not cand.contents:
                    cand.score -= 1.5
                    cand.reasons = (*cand.reasons, "not in the contents list, which has the other items (-1.5)")
                elif needs and not same and not _backed(cand):
                    cand.score -= 0.5
                    cand.reasons = (*cand.reasons, "has nothing below it that the other items have (-0.5)")
                elif _form(cand, pieces) == usual:
                    cand.score += 1.2
                    cand.reasons = (*cand.reasons, "looks like the other items (+1.2)")
            total, chain = best_chain(candidates, same=same)
    chosen = {id(c) for c in chain if total > 1}
    starts = [
        Start(_with_case_above(pieces, c, chain), "; ".join((sequence(before, c), *c.reasons)), c)
        for before, c in zip([None, *chain], chain, strict=False)
    ]
    if chain and sum(not c.title for c in chain) * 2 > len(chain) and not titles_below(pieces, starts):
        last = -1
        for start in starts:
            above = _line_above(pieces, start.first)
            if above > last:
                start.first = above
            last = start.cand.index if start.cand is not None else start.first
    return Reading("numbers", starts if total > 1 else [], [c for c in candidates if id(c) not in chosen])


def _running(chain: list[Candidate]) -> list[Candidate]:
    """The members of a chain that counts one by one from a number at which no list in a text begins."""
    steps = [two.main - one.main for one, two in pairwise(chain)]
    return chain if chain[0].main > _NO_LIST and steps.count(1) * 4 >= 3 * len(steps) else []


def titles_below(pieces: list[Piece], starts: list[Start]) -> bool:
    """Where numbers stand alone on their lines: whether titles stand under them (else above)."""
    votes = 0
    for start in starts:
        if start.cand is None or start.cand.title:
            continue
        i = start.cand.index
        at = next(
            (j for j in range(i + 1, len(pieces)) if pieces[j].role != "furniture" and pieces[j].hint != "duration"),
            None,
        )
        votes += 1 if at is not None and pieces[at].hint in {"", "recommends", "group"} else -1
    return votes >= 0


def _line_above(pieces: list[Piece], index: int) -> int:
    above = index - 1
    while above > 0 and (pieces[above].role == "furniture" or pieces[above].glued_left):
        above -= 1
    if above < 0 or pieces[above].hint == "heading":
        return index
    first = pieces[above - 1] if above else None
    wrapped = first is not None and not pieces[above].blank_before and not first.hint and not first.role
    return above - 1 if wrapped and first is not None and first.text[-1:] in ",-–" else above


def _all_alike(candidates: list[Candidate]) -> bool:
    """Whether the web copy lost the count: the strong lines all have the number 1 (lists that start anew)."""
    strong = [c for c in candidates if c.score > -0.1]
    return len(strong) > 2 and sum(c.main == 1 for c in strong) > 0.6 * len(strong)


def _backed(cand: Candidate) -> bool:
    """Whether something below the line or the contents list speaks for an item, or the line is marked closed."""
    return any(
        r.startswith(("a case number", "its title", "a heading below", "marked closed", "a duration"))
        for r in cand.reasons
    )


def _form(cand: Candidate, pieces: list[Piece]) -> tuple[object, ...]:
    piece = pieces[cand.index]
    return (cand.shape, piece.level, piece.bold, piece.bullet, piece.blank_before > 0, bool(cand.title))


def _without_reprints(candidates: list[Candidate], pieces: list[Piece]) -> list[Candidate]:
    """Leave out lines that print number and title of the candidate just above again."""
    kept: list[Candidate] = []
    for cand in candidates:
        above = kept[-1] if kept else None
        bare = (
            above is not None
            and not cand.title
            and above.number == cand.number
            and above.shape[0] == cand.shape[0]
            and _close(pieces, above.index, cand.index)
        )
        again = bare or (
            above is not None
            and cand.index - above.index <= 4
            and above.number == cand.number
            and bool(cand.title)
            and (
                title_key(above.title).startswith(title_key(cand.title))
                or title_key(cand.title).startswith(title_key(above.title) or "\0")
            )
        )
        if not again:
            kept.append(cand)
    return kept


def _close(pieces: list[Piece], one: int, two: int) -> bool:
    """Whether two pieces stand within a dozen lines with no heading between them."""
    return two - one <= 12 and not any(p.hint in {"heading", "session"} for p in pieces[one + 1 : two])


def _with_case_above(pieces: list[Piece], cand: Candidate, chain: list[Candidate]) -> int:
    """The item's first piece: the number line, or the case lines above it where the items have theirs there."""
    heads = {c.index for c in chain}
    if cand.index == 0 or _meta_below(pieces, cand.index, heads):
        return cand.index
    above, cased = _case_above(pieces, cand.index)
    if above == cand.index or (not cased and sum(_case_above(pieces, i)[0] < i for i in heads) * 2 < len(heads)):
        return cand.index
    own = sum(_meta_below(pieces, i, heads) for i in heads)
    return above if own * 2 < len(chain) else cand.index


def _case_above(pieces: list[Piece], index: int) -> tuple[int, bool]:
    """The first of the case and status lines that stand right above piece `index`, and whether one names a case.

    An absence line may stand between them and the number.
    """
    top, cased = index, False
    for i in range(index - 1, max(-1, index - 10), -1):
        piece = pieces[i]
        line = match_case_line(piece.text) if piece.hint == "meta" else None
        if line is not None and (line.value or line.pending or line.closed is not None):
            top, cased = i, cased or bool(line.value or line.pending)
        elif not (
            piece.role == "furniture"
            or piece.hint == "meta"
            or (piece.hint == "heading" and piece.kind == "fravaerende")
            or (piece.glued_left and i and pieces[i - 1].kind == "fravaerende")
        ):
            break
    return top, cased


def _meta_below(pieces: list[Piece], index: int, heads: set[int]) -> bool:
    """Whether a meta line stands right below a number line that is not the next number's own line above."""
    near = [i for i in range(index + 1, min(index + 5, len(pieces))) if pieces[i].role != "furniture"]
    return any(
        pieces[i].hint == "meta" and _is_case(pieces[i]) and not (at + 1 < len(near) and near[at + 1] in heads)
        for at, i in enumerate(near[:2])
    )


def _is_case(piece: Piece) -> bool:
    """Whether a meta line names a case or says open or closed: both belong to the title above it."""
    line = match_case_line(piece.text)
    return line is None or bool(line.value or line.pending) or line.closed is not None
