"""Entries of a list: places of a report where the same words go on in ways of their own, each of another thing."""

from __future__ import annotations

from silang.detect._difference import Difference, Side
from silang.detect._lines import Pair
from silang.detect._lineup import Lineup

BEFORE = 4
"""Words before a value by which a sentence of a list is known again."""
LEAST = 3
"""The same, where the line begins there."""
BEHIND = 3
"""Words from the value on that are one way to go on."""
INSIDE, BETWEEN = 3, 2
"""Ways to go on that make a list: inside one report, where two may be a slip, and in one of two reports."""
WORDS, COPIED = 8, 0.85
"""Words of two lines, and share of them that is the same, from which on they are one entry in both reports."""
AFAR = 600
"""Code points between two lines of one report from which on "that one" is another one."""
CODES = frozenset({"number", "date", "time"})


def listed(lineup: Lineup, d: Difference) -> bool:
    """Whether the words before one of two values stand in its own report before other values too."""
    if d.code not in CODES:
        return False
    inside = d.a.span.article == d.b.span.article
    if _afar(d) if inside else _copies(d):
        return inside
    least = INSIDE if inside else BETWEEN
    return any(len(_ways(lineup, side, inside=inside)) >= least for side in (d.a, d.b))


def _copies(d: Difference) -> bool:
    """Whether two long lines have nearly all words in common: the same entry, with a value altered."""
    return min(len(d.a.line.words), len(d.b.line.words)) >= WORDS and Pair(d.a.line, d.b.line, "").alike >= COPIED


def _afar(d: Difference) -> bool:
    """Whether two lines far from each other both speak of a thing named before them."""
    pointing = all(side.line.lexicon.has("definite", side.line.wording) for side in (d.a, d.b))
    return pointing and abs(d.b.span.start - d.a.span.start) >= AFAR and d.code == "date"


def _ways(lineup: Lineup, side: Side, *, inside: bool) -> frozenset[tuple[str, ...]]:
    """How a report goes on from the words before a value; between two reports the first word alone tells two ways apart."""
    first, _ = side.line.within(side.span)
    before = side.line.words[max(0, first - BEFORE) : first]
    if len(before) < LEAST or sum(w.stem in side.line.content for w in before) < LEAST - 1:
        return frozenset()
    _, *rest = lineup.running[side.span.article].split(f" {' '.join(w.fold for w in before)} ")
    size = BEHIND if inside else 1
    return frozenset(tuple(part.split(maxsplit=size)[:size]) for part in rest)
