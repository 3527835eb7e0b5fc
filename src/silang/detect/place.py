"""Two reports put one thing in different places.

## What it finds
Two sentences worded alike but for a place; one landmark that two reports put in different towns ("Bandara Sukamulya,
Tegalrejo" and "Bandara Sukamulya, Kabupaten Wanareja"); and in sentences worded otherwise the one place of a kind (an airport,
a hospital, a village) that each report has for itself, where the words around tell the same, or those before it say where the
thing of a headline stands or happened.

## Why it matters
People go, call and grieve where the report says it happened.

## When it stays silent
When one place is a part of the other as the reports have it, when one is a province or a country, when one report says so of
two provinces, when sentences worded otherwise have places of no kind, or one report knows both, and when they differ in another
name too, as lists do.

## Example
> A: Truk itu terguling di Tegalrejo. B: Truk itu terguling di Wanareja.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from silang.detect import _context, _runs, _scope, _sites, _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lines import Change, Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "place"
SURE = 0.75
"""Context of one landmark in two towns."""
PLACES = 2
"""Places of one landmark with its town in one report that are looked at."""


class Town(NamedTuple):
    """The town that stands behind a landmark, and all places that stand behind it."""

    line: Line
    span: Span
    stems: frozenset[str]
    chain: frozenset[str]


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Places of one thing that differ."""
    for pair in lineup.pairs:
        for change in pair.changes:
            if _context.twin(pair, change):
                yield from _changed(lineup, pair, change)
    yield from _landmarks(lineup)
    yield from _sites.sites(lineup)


def _changed(lineup: Lineup, pair: Pair, change: Change) -> Iterator[Difference]:
    a, b = _placed(lineup, pair.a, change.a), _placed(lineup, pair.b, change.b)
    x = [w.fold for w in pair.a.words[slice(*change.a)]]
    y = [w.fold for w in pair.b.words[slice(*change.b)]]
    listed = _context.listed(pair, change)
    spelled = len(x) == len(y) and all(map(_spelling.near, x, y))
    one = _scope.levels(pair.a, x, y) or spelled or set(x) & set(y) or _spelling.contracted(x, y) or _spelling.contracted(y, x)
    if a and b and not listed and not one and not (pair.inside and _region(pair.a, change.a) and _region(pair.b, change.b)):
        yield Difference(CODE, "conflict", Side(pair.a, a), Side(pair.b, b), "place.differ", 1.0, pair.point)


def _region(line: Line, at: tuple[int, int]) -> bool:
    """Whether changed words are a province, or end the name of one: a report that has two of them goes through them."""
    regions = line.lexicon.list("regions")
    return any(" ".join(line.wording[max(0, first) : at[1]]) in regions for first in (at[0], at[0] - 1))


def _placed(lineup: Lineup, line: Line, at: tuple[int, int]) -> Span | None:
    """The changed words, if they are a place: after a word that says where, or known as one."""
    words = line.words[at[0] : at[1]]
    if not words or not all(w.text[:1].isupper() for w in words):
        return None
    span = Span(line.article.id, words[0].start, words[-1].end)
    before = next((w for w in reversed(line.words[: at[0]]) if not w.text[:1].isupper()), None)
    where = before is not None and before.fold in line.lexicon.list("where") and at[0] - line.words.index(before) <= 4
    into = at[0] > 0 and line.words[at[0] - 1].fold in line.lexicon.list("into")
    known = lineup.kind_at(span)
    return span if into or known == "place" or (where and known in ("", "country")) else None


def _landmarks(lineup: Lineup) -> Iterator[Difference]:
    found: dict[tuple[str, ...], list[Town]] = defaultdict(list)
    for line in lineup.paragraphs:
        for key, town in _towns(line):
            found[key].append(town)
    for key in sorted(found):
        towns = sorted(found[key], key=lambda t: t.span)
        for a, b in product(towns, towns):
            if a.span.article < b.span.article and not _one_town(a, b):
                yield Difference(
                    CODE, "conflict", Side(a.line, a.span), Side(b.line, b.span), "place.landmark", SURE, what=" ".join(key)
                )


def _one_town(a: Town, b: Town) -> bool:
    """Whether one town is named among the places of the other, or is short for it."""
    if a.stems & b.chain or b.stems & a.chain:
        return True
    x, y = ([w.fold for w in town.line.words[slice(*town.line.within(town.span))]] for town in (a, b))
    return _spelling.contracted(x, y) or _spelling.contracted(y, x)


def _towns(line: Line) -> Iterator[tuple[tuple[str, ...], Town]]:
    """Landmarks with what stands behind their comma; another of their kind there is the next of a list."""
    runs = list(_runs.runs(line))
    text = line.article.text
    for i, run in enumerate(runs[:-1]):
        if run.words[0].fold not in line.lexicon.list("landmarks") or not 2 <= len(run.words) <= 4:
            continue
        chain = [runs[i]]
        for following in runs[i + 1 : i + 4]:
            if text[chain[-1].words[-1].end : following.words[0].start].strip("\u00a0 ") != ",":
                break
            chain.append(following)
        wide = line.lexicon.list("regions")
        days = line.lexicon.order("weekdays")
        kind = run.words[0].fold
        names = [r for r in chain[1:] if " ".join(w.fold for w in r.words) not in wide and r.words[0].fold not in {kind, *days}]
        if names:
            sets = [frozenset(w.fold for w in r.words if w.fold not in line.lexicon.list("townships")) for r in names]
            yield tuple(w.fold for w in run.words), Town(line, names[0].span(), sets[0], frozenset().union(*sets))
