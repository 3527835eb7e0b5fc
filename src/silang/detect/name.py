"""Two reports spell one name in two ways.

## What it finds
Names that are the same word for word but for one word, which is a letter or two apart: Hasudungan Sidabalok and Hasudungan
Sidabalko, Kawasan Permukiman and Kawasan Pemukiman. Also two sentences worded alike but for a name, a
speaker's one name that is a letter apart from his full name before (a slip), and two people with one office, or of whom the
same is told, whose names share a word and differ in the one beside it: Rendra Hutapea and Rendra Sanjaya. And full names of
which two words or more are spelled otherwise: Thoriq Anwari and Toriq Anwar.

## Why it matters
A name spelled wrong is somebody else's name; searches and archives miss it, and corrections are asked for it.

## When it stays silent
When the words are glued together, inflected or abbreviated; when two people who share a word of their names may be of one
family, or a report knows both. Known spellings of one name (Sumatra and Sumatera), a slip in a report that has the other
spelling too, and two words of a body's name are given as compatible.

## Example
> A: kata pengacaranya, Henri Lumban Batu. B: kata pengacaranya, Henry Lumban Batu.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from silang.align.background import background
from silang.detect import (
    _context,
    _fellows,
    _likenames,
    _nearnames,
    _othernames,
    _runs,
    _scope,
    _spelling,
    _spellings,
    _surnames,
)
from silang.detect._difference import Difference, Side
from silang.detect._lexicon import Lexicon
from silang.detect._lines import Change, Line, Pair
from silang.detect._lineup import Lineup
from silang.detect._spellings import Place, Variants
from silang.types import Span

CODE = "name"
SURE = 0.85
"""Context of a person's name that is a letter apart, or of a longer name."""
OTHER = 0.95
"""Context of two names in one place: less than that of the kinds that know more of the words."""
OWN = 5
"""Letters of a word of a name that is no word of the language, for it to be the name of a place or thing."""
PLACES = 3
"""Places of one spelling in one report that are looked at."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Spellings of one name that differ, and names in one place of two sentences that are worded alike."""
    for pair in lineup.pairs:
        for change in pair.changes:
            if _context.twin(pair, change):
                yield from _swapped(lineup, pair, change)
    yield from _likenames.likenames(lineup)
    yield from _othernames.othernames(lineup)
    yield from _nearnames.nearnames(lineup)
    yield from _fellows.fellows(lineup)
    yield from _fellows.initials(lineup)
    for x, y in _surnames.surnames(lineup):
        yield Difference(CODE, "compatible", x, y, "name.slip", SURE, what=x.value)
    found = _spellings.respelled(lineup)
    for variants in sorted(found):
        first, second = (tuple(side[key] for key in sorted(side)) for side in found[variants])
        yield from _differences(lineup, variants, first, second)


def _swapped(lineup: Lineup, pair: Pair, change: Change) -> Iterator[Difference]:
    """Another name where one stood, unless both are names of one."""
    x, y = pair.a.words[slice(*change.a)], pair.b.words[slice(*change.b)]
    slight = len(x) == len(y) == 1 and _spelling.respelled(x[0].fold, y[0].fold, pair.a.lexicon.function)
    person = _person(lineup, pair.a, change.a) or _person(lineup, pair.b, change.b)
    a, b = (_name(line, at, slight or person) for line, at in ((pair.a, change.a), (pair.b, change.b)))
    if a is None or b is None or _of_one(lineup, pair, change, a, b) or _elsewhere_too(lineup, pair, change):
        return
    yield Difference(CODE, "conflict", Side(pair.a, a), Side(pair.b, b), "name.other", OTHER, pair.point)


def _elsewhere_too(lineup: Lineup, pair: Pair, change: Change) -> bool:
    """Whether both reports keep to their name, or another name is put for another in these lines: two subjects, a list."""
    first, second = ([w.fold for w in line.words[slice(*at)]] for line, at in ((pair.a, change.a), (pair.b, change.b)))
    kept = lineup.times(pair.a.article.id, *first) > 1 and lineup.times(pair.b.article.id, *second) > 1
    slip = len(first) == len(second) == 1 and _spelling.respelled(first[0], second[0], pair.a.lexicon.function)
    return (kept and not slip) or _context.listed(pair, change)


def _person(lineup: Lineup, line: Line, at: tuple[int, int]) -> bool:
    """Whether changed words are of a person's name."""
    words = line.words[at[0] : at[1]]
    return bool(words) and lineup.kind_at(Span(line.article.id, words[0].start, words[-1].end)) == "person"


def _name(line: Line, at: tuple[int, int], sure: bool) -> Span | None:
    """The whole name that changed words are in, if they are of a name; behind an office only where that is sure."""
    words = line.words[at[0] : at[1]]
    no = line.lexicon.list("offices") | line.lexicon.list("branches")
    named = [w for w in words if w.text[:1].isupper() and len(w.fold) > 2 and w.fold not in no]
    if not words or len(named) < len(words) or (at[0] == 0 and len(words) == 1):
        return None
    for run in _runs.runs(line):
        if run.words[0].start <= words[0].start and words[-1].end <= run.words[-1].end:
            return run.span() if sure or run.words[0].fold not in line.lexicon.list("offices") else None
    return None


def _of_one(lineup: Lineup, pair: Pair, change: Change, a: Span, b: Span) -> bool:
    """Whether two names are of one entity, respelled no more than that, or one is short for the other."""
    first = [w.fold for w in pair.a.words[slice(*change.a)]]
    second = [w.fold for w in pair.b.words[slice(*change.b)]]
    x, y = lineup.named(a), lineup.named(b)
    kinds = [e.kind for e in (x, y) if e is not None]
    if (
        any(w in lineup.lowercase for w in (*first, *second))
        or _spelling.contracted(first, second)
        or _spelling.contracted(second, first)
        or _scope.levels(pair.a, first, second)
    ):
        return True
    if any({v, w} <= group for v, w in zip(first, second, strict=False) for group in pair.a.lexicon.groups("variants")):
        return True
    if any({" ".join(first), " ".join(second)} <= group for group in pair.a.lexicon.groups("epithets")):
        return True
    if _spelling.same_letters(a.of(pair.a.article.text), b.of(pair.b.article.text)):
        return True
    if len(first) != len(second) and _spelling.nearly("".join(first), "".join(second)) and kinds != ["person", "person"]:
        return True
    same = x is not None and y is not None and x.id == y.id
    return same and not (len(first) == len(second) == 1 and _spelling.respelled(first[0], second[0], pair.a.lexicon.function))


def _differences(
    lineup: Lineup, spellings: Variants, first: tuple[Place, ...], second: tuple[Place, ...]
) -> Iterator[Difference]:
    """Between two reports of which neither has the other's spelling a conflict; a slip where one has both.

    The head of a body and the body ("Dirjen", "Ditjen") are two words, a letter apart as they may be.
    """
    if len(first[0].line.lexicon.list("offices") & set(spellings)) == 1:
        return
    variant = _spelling.conventional(first[0].line.lexicon, *spellings)
    both = (*first, *second)
    common = any(spelling in lineup.lowercase for spelling in spellings)
    person = any(lineup.kind_at(p.span) == "person" for p in both)
    long = max(p.words for p in both) > 2 or (not common and (person or _unknown(first[0].line.lexicon, *spellings)))
    for x, y in product(_few(first), _few(second)):
        if not _spellings.agree(x, y):
            continue
        apart = not (lineup.has(x.span.article, spellings[1]) or lineup.has(y.span.article, spellings[0]))
        why = "variant" if variant else ("spelling" if apart and long else "slip")
        a, b = sorted((Side(x.line, x.span), Side(y.line, y.span)), key=lambda side: side.span)
        yield Difference(CODE, "conflict" if why == "spelling" else "compatible", a, b, f"name.{why}", SURE, what=a.value)


def _unknown(lexicon: Lexicon, a: str, b: str) -> bool:
    """Whether neither spelling is a word of the language, nor made of one."""
    words = {a, b, lexicon.stem(a), lexicon.stem(b)}
    return min(len(a), len(b)) >= OWN and not words & background().rows.keys()


def _few(places: tuple[Place, ...]) -> list[Place]:
    """At most `PLACES` of each report."""
    count: dict[str, int] = defaultdict(int)
    out = []
    for place in places:
        count[place.span.article] += 1
        if count[place.span.article] <= PLACES:
            out.append(place)
    return out
