"""The best chain of numbered lines through a meeting: which candidates are its items.

Every candidate has a score from its own evidence; every step from one to the next has a score from
how the numbers go on. The chain with the highest sum wins (dynamic programming over the candidates,
looking back a bounded way, so in linear time). The figures were set by hand and checked on annotated
minutes: evidence that only an item has weighs 2 to 3, a doubt 1 to 2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from referat_parse.segment.numbers import Candidate

_STRONG = 2.0
LOOK_BACK = 120
"""How many candidates before it a step may reach back to; lists between two items are shorter."""


def best_chain(candidates: list[Candidate], *, same: bool = False) -> tuple[float, list[Candidate]]:
    """The chain of candidates with the highest score, and the score; empty if none is above zero.

    `same`: the document's items all have the same number, so that repeating it is the rule.
    """
    best: list[float] = []
    back: list[int] = []
    for i, cand in enumerate(candidates):
        top, came = _start(cand), -1
        for j in range(max(0, i - LOOK_BACK), i):
            value = best[j] + (_repeat_step if same else step)(candidates[j], cand)
            if value > top:
                top, came = value, j
        best.append(top + cand.score)
        back.append(came)
    if not best or max(best) <= 0:
        return 0.0, []
    at = max(range(len(best)), key=best.__getitem__)
    total, chain = best[at], []
    while at >= 0:
        chain.append(candidates[at])
        at = back[at]
    return total, chain[::-1]


def step(one: Candidate, two: Candidate) -> float:
    """How well `two` follows `one`: the next number best, gaps, repeats and restarts less."""
    return _shape_step(one, two) + _number_step(one, two)


def sequence(before: Candidate | None, cand: Candidate) -> str:
    """How a member of the chain goes on from the one before it, in words."""
    if before is None:
        return f"{cand.number} is the first of the row"
    if cand.number == before.number:
        return f"{cand.number} again"
    skipped = range(before.main + 1, cand.main)
    missing = f", {skipped[0]}{f'–{skipped[-1]}' if len(skipped) > 1 else ''} missing" if skipped else ""
    return f"{cand.number} follows {before.number}{missing} ({step(before, cand):+.1f})"


def _repeat_step(one: Candidate, two: Candidate) -> float:
    """How well `two` follows `one` where all items have one number."""
    return _shape_step(one, two) + (0.5 if one.main == two.main else -2.0)


def _start(cand: Candidate) -> float:
    return 0.5 if cand.main <= 1 else 0.0


def _shape_step(one: Candidate, two: Candidate) -> float:
    if one.shape == two.shape:
        return 0.0
    if one.shape[0] != two.shape[0]:
        return -4.0
    return -1.0 if {one.shape[1], two.shape[1]} <= {".", " ", ":", "glued", ""} else -2.5


def _number_step(one: Candidate, two: Candidate) -> float:
    gap = two.main - one.main
    if gap == 0:
        if (two.sub, two.suffix) > (one.sub, one.suffix):
            return 1.8 if two.sub or two.suffix else -1.0
        return 0.5 if one.suffix and not two.suffix and not two.sub else -1.0  # 38a before 38
    if gap == 1:
        return 2.0 if two.sub <= 1 else -1.0
    if gap == 2 and two.suffix:
        return 0.0
    if gap > 1 and not (one.contents and two.contents):
        return max(1.2 - 0.5 * gap, -2.0)
    if one.contents and two.contents and gap and one.shape == two.shape:
        return -0.5  # both stand in the contents list: one was taken before its turn
    if two.sub == 1 and two.score > 0:
        return -1.5  # a later part of item 2 told as 2.1, 2.2 …
    if gap in {-1, -2} and min(one.score, two.score) >= _STRONG and one.shape == two.shape:
        return -0.5  # taken before its turn, and both are items by themselves
    return -2.0 if two.main == 1 else -3.0
