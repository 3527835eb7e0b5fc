"""What two headlines say their reports are of, where both say it in one form: a volcano each, a match each."""

from __future__ import annotations

from functools import lru_cache

from silang import languages
from silang.detect import _spelling
from silang.detect._lexicon import Lexicon, lexicon
from silang.detect._lineup import Lineup
from silang.detect._words import Word, words
from silang.types import Reading

NAMED = 2
"""Times that a report has the name of what it is of, at least, and that times as often as a report of another thing."""
LONGEST = 200
"""Code points of a headline that are looked at."""

Subjects = dict[str, frozenset[str]]
"""By the word of its kind, or of a contest: the names that a headline has beside it."""


def apart(lineup: Lineup, a: str, b: str) -> bool:
    """Whether the headlines of two reports name two things of one kind, and each report keeps to its own."""
    first, second = _named(lineup)[a], _named(lineup)[b]
    return any(_others(lineup, (a, first[kind]), (b, second[kind])) for kind in sorted(first.keys() & second.keys()))


@lru_cache(maxsize=1)
def _named(lineup: Lineup) -> dict[str, Subjects]:
    """By report what its headline names; kept for the next difference of the same comparison."""
    return {r.article.id: _subjects(r) for r in lineup.readings}


def _others(lineup: Lineup, one: tuple[str, frozenset[str]], other: tuple[str, frozenset[str]]) -> bool:
    (a, x), (b, y) = one, other
    alike = any(v == w or _spelling.near(v, w) for v in x for w in y)
    return not alike and all(_own(lineup, a, b, w) for w in x) and all(_own(lineup, b, a, w) for w in y)


def _own(lineup: Lineup, article: str, other: str, name: str) -> bool:
    count = lineup.times(article, name)
    return count >= NAMED and count >= NAMED * lineup.times(other, name) and name not in lineup.lowercase


def _subjects(reading: Reading) -> Subjects:
    """The names behind a word of a kind of places, and on both sides of a word of a contest."""
    article = reading.article
    known = lexicon(languages.of(article))
    row = words(article.title, 0, min(len(article.title), LONGEST), known.stem)
    out: dict[str, set[str]] = {}
    for at, word in enumerate(row):
        if word.fold in known.list("landmarks"):
            out.setdefault(word.fold, set()).update(_name(row[at + 1 : at + 2], known))
        elif word.fold in known.list("versus"):
            out.setdefault("", set()).update(_name(row[max(0, at - 1) : at] + row[at + 1 : at + 2], known))
    return {kind: frozenset(found) for kind, found in out.items() if found}


def _name(row: tuple[Word, ...], known: Lexicon) -> list[str]:
    return [w.fold for w in row if w.text[:1].isupper() and w.fold not in known.function]
