"""The one place of a kind that is each report's own: an airport, a village, a hospital, in lines worded otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise, product
from typing import NamedTuple

from silang.detect import _context, _runs, _scenes, _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

LONGEST = 4
"""Words of the name of a place that are looked at."""
SHORTEST = 3
"""Letters of a word of it that tells it from others."""
ENOUGH = 2
"""Words that stand around both places, at least, where no point has their lines."""
TELLING = 0.3
"""Least share of the words around two places, or of the shorter line, that both have."""
NEARLY = 0.6
"""The same share for two districts, of more words than that."""
LED = 2
"""Words of a name right before two districts, that say what lies in them."""
SURE = 0.75
"""Context of two such places."""
PLACES = 8
"""Places of one name in one report that are looked at."""


class Site(NamedTuple):
    """The name of a place behind the word for its kind, and where it stands."""

    line: Line
    span: Span
    words: tuple[str, ...]


Own = dict[str, dict[str, list[Site]]]
"""By kind and report: every site."""


def sites(lineup: Lineup) -> Iterator[Difference]:
    """Such places of one kind, of which neither report knows the other's and of which alike is told."""
    found = _found(lineup)
    for kind in sorted(found):
        for a, b in combinations(sorted(found[kind]), 2):
            ours, theirs = (_sole(lineup, found[kind][x], y) for x, y in ((a, b), (b, a)))
            if ours and theirs and not _spelled(ours[0], theirs[0]):
                same = next(((x, y) for x, y in product(ours, theirs) if _alike(lineup, x, y)), None)
                if same:
                    x, y = same
                    yield Difference("place", "conflict", Side(x.line, x.span), Side(y.line, y.span), "place.differ", SURE)


def _found(lineup: Lineup) -> Own:
    out: Own = defaultdict(lambda: defaultdict(list))
    for line in lineup.sentences:
        kinds = line.lexicon.list("sites")
        for run in _runs.runs(line):
            for i, size in _heads(run, kinds):
                name = run.words[i + size : i + size + LONGEST]
                if name and not any(w.fold in kinds for w in name):
                    kind = " ".join(w.fold for w in run.words[i : i + size])
                    site = Site(line, run.span(i, i + size + len(name)), tuple(w.fold for w in name))
                    out[kind][line.article.id].append(site)
    return out


def _heads(run: _runs.Run, kinds: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where words for a kind of places stand in a name, two words or one."""
    folds = [w.fold for w in run.words]
    pairs = {i for i, pair in enumerate(pairwise(folds)) if " ".join(pair) in kinds}
    yield from ((i, 2) for i in sorted(pairs))
    yield from ((i, 1) for i, fold in enumerate(folds) if fold in kinds and not {i, i - 1} & pairs)


def _sole(lineup: Lineup, sites: list[Site], other: str) -> list[Site]:
    """The sites of a report whose first word of weight the other has not, where that is one word, glued to another or not."""
    own = [(word, s) for s in sites if (word := _first(lineup, s)) and not lineup.has(other, word)]
    short = min((word for word, _ in own), key=len, default="")
    return [s for _, s in own[:PLACES]] if all(word.startswith(short) for word, _ in own) else []


def _first(lineup: Lineup, site: Site) -> str:
    """The first word of the name of a place that is no initial, and that nobody writes without a capital."""
    return next((w for w in site.words if len(w) >= SHORTEST and w not in lineup.lowercase), "")


def _spelled(x: Site, y: Site) -> bool:
    """Whether one name may be the other: an abbreviation, or a word of it another spelling."""
    if any(s.span.of(s.line.article.text).split()[-1].isupper() for s in (x, y)):
        return True
    both = ((x.words, y.words), (y.words, x.words))
    short = any(_spelling.contracted(v[i:], w[j:]) for v, w in both for i, j in product((0, 1), (0, 1)))
    return short or any(_spelling.near(v, w) for v in x.words for w in y.words)


def _alike(lineup: Lineup, x: Site, y: Site) -> bool:
    """Whether enough of what stands around two places is the same, or lines of one point have them.

    A report tells of several districts, so two of those need the same words before them, or nearly all around them, unless
    both stand where the report says where its thing happened.
    """
    if all(_scenes.scene(lineup, s.line, s.span) for s in (x, y)):
        return True
    ours, theirs = (frozenset().union(*_context.around(s.line, s.span)) for s in (x, y))
    share, both = _context.share(ours, theirs), len(ours & theirs)
    if x.line.lexicon.has("townships", [_kind(x)]):
        return (both > ENOUGH and share >= NEARLY and _before(x) == _before(y)) or _led(x) == _led(y) != ()
    return (both >= ENOUGH and share >= TELLING) or any(_told(pair, x, y) for pair in lineup.pairs)


def _kind(site: Site) -> str:
    return site.line.wording[site.line.within(site.span)[0]]


def _before(site: Site) -> str:
    """The word before a place; all that say where are one."""
    first = site.line.within(site.span)[0]
    word = site.line.wording[first - 1] if first else ""
    return "" if word in site.line.lexicon.list("where") else word


def _led(site: Site) -> tuple[str, ...]:
    """The words before a place, where they are a name: what lies in it."""
    first = site.line.within(site.span)[0]
    before = site.line.words[max(0, first - LED) : first]
    named = len(before) == LED and all(w.text[:1].isupper() for w in before)
    return tuple(w.fold for w in before) if named else ()


def _told(pair: Pair, x: Site, y: Site) -> bool:
    if not (_holds(pair.a, x) and _holds(pair.b, y)):
        return False
    return max(_context.nearness(pair, x.span, y.span), pair.shared) >= TELLING


def _holds(line: Line, site: Site) -> bool:
    span = line.statement.span
    return span.article == site.span.article and span.start <= site.span.start and site.span.end <= span.end
