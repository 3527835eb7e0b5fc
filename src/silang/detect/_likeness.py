"""How alike two whole reports are in the words that say most: below a share they have a topic in common, not a happening."""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache

from silang.align.background import background
from silang.detect._lineup import Lineup

LEAST = 0.32
"""Cosine of the weighted words of two reports from which on a value of the one may be a value of the other."""
LOW = 0.2
"""The same for values that were found to be of one thing with that cosine in sight."""
LONG = 45
"""Different content words of a report from which on its words tell what it is of."""


def unlike(lineup: Lineup, a: str, b: str, least: float = LEAST) -> bool:
    """Whether two reports of one language, both long enough to tell, have few words of weight in common."""
    x, y = _weights(lineup)[a], _weights(lineup)[b]
    one_language = len({r.article.language for r in lineup.readings if r.article.id in (a, b)}) == 1
    return one_language and min(len(x), len(y)) >= LONG and likeness(lineup, a, b) < least


def likeness(lineup: Lineup, a: str, b: str) -> float:
    """Cosine of two reports, 0..1, rounded: words by the logarithm of their count and how rare they are elsewhere."""
    known = _known(lineup)
    if (a, b) not in known:
        known[a, b] = _cosine(_weights(lineup)[a], _weights(lineup)[b])
    return known[a, b]


def _cosine(x: dict[str, float], y: dict[str, float]) -> float:
    norm = math.sqrt(math.fsum(v * v for v in x.values()) * math.fsum(v * v for v in y.values()))
    return round(math.fsum(x[stem] * y[stem] for stem in sorted(x.keys() & y.keys())) / norm, 4) if norm else 0.0


@lru_cache(maxsize=1)
def _known(lineup: Lineup) -> dict[tuple[str, str], float]:  # noqa: ARG001
    """Cosines of the comparison that is being made."""
    return {}


@lru_cache(maxsize=1)
def _weights(lineup: Lineup) -> dict[str, dict[str, float]]:
    """By report its content words with their weights; kept for the next difference of the same comparison."""
    counts: dict[str, Counter[str]] = {r.article.id: Counter() for r in lineup.readings}
    for line in lineup.paragraphs:
        counts[line.article.id].update(w.stem for w in line.words if w.stem in line.content)
    known = background()
    return {
        article: {stem: (1 + math.log(number)) * known.weight(stem) for stem, number in sorted(count.items())}
        for article, count in counts.items()
    }
