"""What a reader should know before the comparison: that the reports may be of two events, or in two languages."""

from __future__ import annotations

from collections.abc import Mapping

from silang import languages
from silang.detect._lineup import Lineup

BARE = 0.2
"""Share of the weightier points of the shorter report below which two reports hardly speak of the same thing."""
ENOUGH = 6
"""Points of a report that are enough to tell."""


def warnings(lineup: Lineup, weights: Mapping[str, float]) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Message keys with their arguments."""
    out: list[tuple[str, Mapping[str, str]]] = []
    if any(lineup.alone(r.article.id) for r in lineup.readings):
        out.append(("two_events", {}))
    elif _apart(lineup, weights):
        out.append(("warning.apart", {}))
    codes = sorted({languages.of(r.article).code for r in lineup.readings})
    if len(codes) > 1:
        out.append(("two_languages", {"languages": ", ".join(codes)}))
    return tuple(out)


def _apart(lineup: Lineup, weights: Mapping[str, float]) -> bool:
    """Whether the reports share few of their points that say something."""
    return len(lineup.readings) > 1 and overlap(lineup, weights) < BARE


def overlap(lineup: Lineup, weights: Mapping[str, float]) -> float:
    """The share of points that others have too, of the report that shares most; 1 where there is too little to tell."""
    shares = []
    for reading in lineup.readings:
        mine = [p for p in lineup.points if reading.article.id in p.articles and weights[p.id] > 0]
        if len(mine) >= ENOUGH:
            shares.append(sum(len(p.articles) > 1 for p in mine) / len(mine))
    return round(max(shares, default=1.0), 4)
