"""Items that lost number and title: an item begins where the headings' order starts over.

The order is learnt from the document: of all orders of its headings, the one is taken in which the
sequence of headings has to start over least often (the usual order of Danish minutes breaks ties).
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UNUSUAL = 0.01
"""What a step against the usual order costs: enough to break ties, never enough to make a restart."""
MOST = 10
"""How many different headings take part; the rarest beyond them are left out (the search doubles with each)."""


def restarts(
    tokens: Sequence[str], starters: frozenset[str], usual: Mapping[str, float], edges: Sequence[float]
) -> list[int]:
    """The positions in `tokens` (heading words in document order) at which an item starts over.

    All words help to learn the order; only a word of `starters` can begin an item, where it stands at or
    before the starter above it in that order. `usual` ranks the words of the usual order;
    `edges` tells for each position, from 0 to 1, how much its surroundings look like an item's edge.
    """
    counts = Counter(tokens)
    ranked = sorted(counts.items(), key=lambda item: (item[0] not in starters, -item[1], item[0]))
    kept = {word for word, _ in ranked[:MOST]}
    order = _best_order([(word, edge) for word, edge in zip(tokens, edges, strict=True) if word in kept], usual)
    found, last = [], -1
    for i, word in enumerate(tokens):
        if word in starters and word in kept:
            if last >= 0 and order[word] <= order[tokens[last]]:
                found.append(i)
            last = i
    return found


def _best_order(tokens: Sequence[tuple[str, float]], usual: Mapping[str, float]) -> dict[str, int]:
    """The order of the words in which fewest neighbours fall back; exact, by subsets."""
    words = sorted({word for word, _ in tokens})
    ranks = [usual.get(word) for word in words]
    index = {word: i for i, word in enumerate(words)}
    pairs: defaultdict[tuple[int, int], float] = defaultdict(float)
    for (a, _), (b, edge) in itertools.pairwise(tokens):
        if a != b:
            pairs[index[a], index[b]] += 1.0 - edge

    @cache
    def cost(placed: int) -> tuple[float, int]:
        """The least cost of having placed the words of the bit set `placed`, and the word placed last."""
        if placed == 0:
            return 0.0, -1
        best = (float("inf"), -1)
        for word in range(len(words)):
            if placed >> word & 1:
                before = placed & ~(1 << word)
                # words placed before `word`: every step from it back to one of them is a fall
                falls = sum(pairs[word, other] for other in range(len(words)) if before >> other & 1)
                unusual = sum(_unusual(ranks[other], ranks[word]) for other in range(len(words)) if before >> other & 1)
                best = min(best, (cost(before)[0] + falls + unusual, word))
        return best

    order: dict[str, int] = {}
    placed = (1 << len(words)) - 1
    while placed:
        word = cost(placed)[1]
        order[words[word]] = placed.bit_count()
        placed &= ~(1 << word)
    return order


def _unusual(one: float | None, two: float | None) -> float:
    """What it costs to place a word of rank `two` behind one of rank `one`: nothing in the usual order; most before a resume."""
    if one is None or two is None or one <= two:
        return 0.0
    return 5 * UNUSUAL if two == 1 else UNUSUAL
