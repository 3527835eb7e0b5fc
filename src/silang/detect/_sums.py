"""A total and the parts that a report says it is made of, where they do not add up to it."""

from __future__ import annotations

from collections.abc import Iterator

from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Slot, Span

FAR = 12
"""Words between a total and the word that its parts follow."""
PARTS = 2
"""Parts, at least."""
MOST = 6
"""Parts that are added up."""


def sums(lineup: Lineup) -> Iterator[tuple[Line, Span, Span]]:
    """Sentences whose parts do not add up: the line, the place of the total, and that of the parts."""
    for line in lineup.sentences:
        slots = [s for s in line.slots if s.kind == "number"]
        for at, total in enumerate(slots):
            parts = _parts(line, total, slots[at + 1 :])
            if parts and sum(p.value for p in parts) != total.value:  # type: ignore[misc]
                yield line, total.span, Span(total.span.article, parts[0].span.start, parts[-1].span.end)


def _parts(line: Line, total: Slot, behind: list[Slot]) -> list[Slot]:
    """The numbers of the same unit behind "made up of", up to the end of the sentence; none where others may be left out."""
    last = line.within(total.span)[1]
    marks = line.lexicon.list("made_of")
    phrases = {fold for i in range(last, last + FAR) for fold in (" ".join(line.wording[i : i + 2]), *line.wording[i : i + 1])}
    if not phrases & marks or line.lexicon.has("some_of", line.wording) or not total.unit:
        return []
    exact = all(isinstance(s.value, int) and s.unit == total.unit and not s.bound for s in (total, *behind))
    less = all(isinstance(s.value, int) and isinstance(total.value, int) and s.value < total.value for s in behind)
    return behind if exact and less and PARTS <= len(behind) <= MOST else []
