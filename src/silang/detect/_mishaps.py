"""What made the fire, the crash or the closing that two reports are of, where each gives one cause of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from silang.detect._blamed import Made, made, openings
from silang.detect._lines import Line
from silang.detect._lineup import Lineup

CAUSE = 0.25
"""Most of the shorter cause's words that both have."""
TOLD = 0.5
"""Share of the words of a cause, by weight, that the other report may not have."""
SURE = 0.7
"""Context of two causes of one mishap."""
MOST = 60
"""Statements with the cause of a mishap that are laid side by side."""
OPINIONS = frozenset({"judge", "hope", "warn", "claim"})
"""Acts of speech by which somebody gives a view, not what he knows."""


def mishaps(lineup: Lineup) -> Iterator[tuple[Made, Made]]:
    """Causes of one mishap in two reports that have hardly a word in common, or one that the other denies."""
    lines = [line for line in lineup.lines if line.statement.grain == "clause"]
    opened = openings(lineup)
    found = [blame for line in lines if (blame := made(line, opened.get(line.article.id, frozenset())))][:MOST]
    for a, b in combinations(found, 2):
        if a.span.article == b.span.article or not a.mishaps & b.mishaps or _apart(lineup, a, b):
            continue
        if _differ(lineup, a, b) or (_denies(a, b) and not any(_tells_of_both(z, found) for z in (a, b))):
            yield a, b


def _denies(a: Made, b: Made) -> bool:
    """Whether what one calls the cause is what the other says it is not."""
    x, y = (frozenset(blame.line.lexicon.noun(" ".join(blame.folds))) for blame in (a, b))
    return a.denied != b.denied and (x <= y or y <= x)


def _tells_of_both(blame: Made, found: list[Made]) -> bool:
    return any(other.span.article == blame.span.article and _denies(blame, other) for other in found)


def exclude(lineup: Lineup, a: Made, b: Made) -> bool:
    """Whether two causes cannot both be the cause: of two known kinds, or each called the cause by those who know it."""
    if a.denied or b.denied:
        return True
    x, y = _blame(a), _blame(b)
    apart = not _one_voice(lineup, a.line, b.line)
    if x and y:
        return not x & y and not (apart and a.supposed and b.supposed)
    if any(blame.line.lexicon.has("between", blame.folds) or blame.line.statement.strength in OPINIONS for blame in (a, b)):
        return False
    return (a.firm or b.firm) and not (a.supposed and b.supposed) and not (apart and (a.supposed or b.supposed))


def _differ(lineup: Lineup, a: Made, b: Made) -> bool:
    """Whether two causes have hardly a word in common, and neither report has what tells the other's."""
    x, y = (frozenset(blame.line.lexicon.noun(" ".join(blame.folds))) for blame in (a, b))
    few = CAUSE * min(len(a.cause), len(b.cause))
    alike = len(a.cause & b.cause) > few or len(x & y) > few
    if a.denied or b.denied:
        return False
    return not alike and a.told(lineup, b.span.article) < TOLD and b.told(lineup, a.span.article) < TOLD


def _blame(blame: Made) -> set[int]:
    known = blame.line.lexicon.contrasts
    return {kind for fold in blame.folds for name, kind in known.get(fold, ()) if name == "blame"}


def _one_voice(lineup: Lineup, a: Line, b: Line) -> bool:
    """Whether either report tells it in its own voice, or both speakers speak for one."""
    x, y = a.statement.speaker, b.statement.speaker
    return not (x and y) or x == y or lineup.party(x) == lineup.party(y)


def _apart(lineup: Lineup, a: Made, b: Made) -> bool:
    """Whether what two lines say is of two places or days."""
    x, y = (lineup.cast_in(blame.line.statement.content) for blame in (a, b))
    places = [{name for name in found if lineup.cast[name].kind == "place"} for found in (x, y)]
    days = [{str(s.value)[:10] for s in blame.line.slots if s.kind in ("date", "time")} for blame in (a, b)]
    return any(first and second and not first & second for first, second in (places, days))
