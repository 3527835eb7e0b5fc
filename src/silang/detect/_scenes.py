"""Where a thing of the headline stands or happened: two sentences, worded otherwise, that say so of places of one kind."""

from __future__ import annotations

from collections.abc import Callable

from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.detect._words import Word, words
from silang.types import Reading, Span

HEADLINE = 2
"""Words of a headline that a sentence has, for it to tell of what the headline does."""
LONGEST = 200
"""Code points of a headline that are looked at."""
BEFORE = 8
"""Words before a place that are looked at."""


def scene(lineup: Lineup, line: Line, place: Span) -> bool:
    """Whether the words before a place say where the thing of a headline stands or happened, and not where somebody is from."""
    first = line.within(place)[0]
    before, lexicon = line.words[max(0, first - BEFORE) : first], line.lexicon
    folds = tuple(w.fold for w in before)
    if lexicon.has("origins", folds) or lexicon.has("wide", line.wording[first : first + 1]) or lineup.quoted(place):
        return False
    if lexicon.has("spots", folds) or any(_mishap(lineup, folds, row) for row in lexicon.groups("mishaps")):
        return True
    held = frozenset(w.stem for w in before if w.stem in line.content)
    told = max(len(held & _headline(lineup, line, at)) for at in range(len(lineup.readings)))
    return told >= (1 if lexicon.has("standing", folds) else HEADLINE)


def _mishap(lineup: Lineup, folds: tuple[str, ...], row: frozenset[str]) -> bool:
    """Whether a mishap of one kind is named before a place and in a headline."""
    titles = (_title(reading, str.casefold) for reading in lineup.readings)
    return not row.isdisjoint(folds) and any(w.fold in row for title in titles for w in title)


def _headline(lineup: Lineup, line: Line, at: int) -> frozenset[str]:
    """Stems of the words of a headline that are no small words and no names."""
    found = _title(lineup.readings[at], line.lexicon.stem)
    return frozenset(w.stem for w in found if w.fold not in line.lexicon.function and w.fold in lineup.lowercase)


def _title(reading: Reading, stem: Callable[[str], str]) -> tuple[Word, ...]:
    """The words of the headline of a report, or of its first line where it has none."""
    title = reading.article.title or reading.article.text.lstrip().partition("\n")[0]
    return words(title, 0, min(len(title), LONGEST), stem)
