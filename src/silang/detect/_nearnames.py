"""People whose full names are alike in every word and the same in few: a forename spelled otherwise, a name cut short."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from rapidfuzz.distance import DamerauLevenshtein

from silang.detect import _context, _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lexicon import Lexicon
from silang.detect._lineup import Lineup
from silang.detect._people import Person, people
from silang.types import Entity

ALIKE = 0.6
"""Least share of letters in order that two whole names have."""
EVIDENT = 0.8
"""The same share for two names of which nothing alike is told."""
OTHER = 2
"""Words that differ, at least: of two names with all words but one the same the others see to."""
LETTERS = 9
"""Letters of a whole name, at least."""
MOST = 600
"""Names of all reports that are laid side by side."""
SURE = 0.75
"""Context of two such names."""


def nearnames(lineup: Lineup) -> Iterator[Difference]:
    """Two such people, each in reports that have no word of the other's; one pair told alike does for all."""
    if not lineup.paragraphs:
        return
    lexicon = lineup.paragraphs[0].lexicon
    held = [(r.article.id, p) for r in lineup.readings for p in people(r, lexicon.list("joiners"))][:MOST]
    rivals = [(x, y) for (a, x), (b, y) in combinations(held, 2) if a != b and _rivals(lineup, lexicon, x, y)]
    same = {_pair(x.entity, y.entity) for x, y in rivals if _alike(x, y) >= EVIDENT or _told(lineup, x, y)}
    for x, y in rivals:
        if _pair(x.entity, y.entity) in same:
            yield from _difference(lineup, x, y)


def _pair(x: Entity, y: Entity) -> tuple[str, str]:
    first, second = sorted((x.id, y.id))
    return first, second


def _rivals(lineup: Lineup, lexicon: Lexicon, x: Person, y: Person) -> bool:
    """Whether two names are alike word by word, and neither report has the words of the other's."""
    short = min(len("".join(p.words)) for p in (x, y))
    if x.entity.id == y.entity.id or len(x.words) != len(y.words) or short < LETTERS:
        return False
    words = list(zip(x.words, y.words, strict=True))
    if not all(_kin(v, w) for v, w in words) or not any(_nearly(v, w) for v, w in words):
        return False
    other = [(v, w) for v, w in words if not _spelling.conventional(lexicon, v, w)]
    if len(other) < OTHER or _alike(x, y) < ALIKE:
        return False
    ours, theirs = x.full[0].article, y.full[0].article
    known = any(lineup.has(theirs, v) or lineup.has(ours, w) for v, w in other)
    return not known and not _common(lineup, x, y)


def _kin(v: str, w: str) -> bool:
    """Whether two words of names begin with one letter, or one ends with the other."""
    return v[0] == w[0] or v.endswith(w) or w.endswith(v)


def _nearly(v: str, w: str) -> bool:
    """Whether two words of names are a letter apart at most, or one begins the other."""
    return _spelling.nearly(v, w) or v.startswith(w) or w.startswith(v)


def _common(lineup: Lineup, x: Person, y: Person) -> bool:
    """Whether a word of either name is also written small: no name of somebody."""
    return any(w in lineup.lowercase for w in (*x.words, *y.words))


def _alike(x: Person, y: Person) -> float:
    return DamerauLevenshtein.normalized_similarity("".join(x.words), "".join(y.words))


def _told(lineup: Lineup, x: Person, y: Person) -> bool:
    """Whether a word that is no name stands around both, an office as a rule."""
    for a, b in product(x.full, y.full):
        one, other = lineup.paragraph(a), lineup.paragraph(b)
        if one and other and frozenset().union(*_context.around(one, a)) & frozenset().union(*_context.around(other, b)):
            return True
    return False


def _difference(lineup: Lineup, x: Person, y: Person) -> Iterator[Difference]:
    a, b = sorted((x.full[0], y.full[0]))
    one, other = lineup.paragraph(a), lineup.paragraph(b)
    if one is not None and other is not None:
        yield Difference("name", "conflict", Side(one, a), Side(other, b), "name.person", SURE)
