"""One name is spelled in two ways, inside one report or in two that tell the same.

## What it finds
A name of somebody or something that one report writes in two ways ("Erwin Tahir" and "Erwin Tahri"), and names in two lines
of one point that are a slip or two of the hand apart and that neither report has in the other spelling.

## Why it matters
A name spelled wrong is somebody else's name. Inside one report the reader can see which of the two is meant less often.

## When it stays silent
When a word is also written without a capital, so that it is a common word with a misprint; when it is inflected, glued to
another, spelled by another convention or in another language; when both spellings are kept to in more than one report, or
stand in one sentence: two names. One misprint of a body or place that is right in three other places is left to the kind
`name`, as a slip.

## Example
> A: kata Erwin Tahir di Sukatani. Menurut Erwin Tahri, panen tahun ini naik.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from rapidfuzz.distance import DamerauLevenshtein

from silang.align.background import background
from silang.detect import _spelling, _spellings
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.detect._spellings import Place
from silang.detect._words import Word
from silang.types import Span

CODE = "spelling"
SHORTEST = 5
"""Letters of a word of a name that is looked at."""
LONG = 7
"""Letters of a name of one word that two lines spell otherwise."""
SHARED = 0.4
"""Least share of the shorter line's words that the other has, for two names a slip apart to be one."""
MOST = 40
"""Places of one spelling that are looked at."""
EVIDENT = 3
"""Times that a body or place is written right, beside one misprint that any reader sees through."""
SURE = 0.7
"""Context of a name that has two spellings."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Spellings of one name in one report, and in two lines that tell the same."""
    found = _spellings.respelled(lineup)
    for spellings in sorted(found):
        first, second = (tuple(side[key] for key in sorted(side)[:MOST]) for side in found[spellings])
        within = [(x, y) for x, y in product(first, second) if _apart(x, y) and _spellings.agree(x, y)]
        person = all(any(lineup.kind_at(p.span) == "person" for p in places) for places in (first, second))
        if within and _of_name(lineup, *spellings, person) and (person or not _evident(lineup, *spellings)):
            held = {article for x, y in within for article in (x.span.article, y.span.article)}
            within += [(x, y) for x, y in product(first, second) if _beside(x, y, held) and _spellings.agree(x, y)]
            yield from (_difference(Side(x.line, x.span), Side(y.line, y.span)) for x, y in within)
    known: dict[tuple[int, str], list[Word]] = {}
    for pair in lineup.pairs:
        if not pair.inside and pair.shared >= SHARED:
            yield from _slips(lineup, pair, known)


def _apart(x: Place, y: Place) -> bool:
    """Whether one report has both, in two sentences: side by side in one they are two people or things."""
    start, end = min(x.span.end, y.span.end), max(x.span.start, y.span.start)
    return x.span.article == y.span.article and any(
        stop in x.line.article.text[start:end] for stop in (". ", ".\n", "\n", "? ", '"')
    )


def _beside(x: Place, y: Place, held: set[str]) -> bool:
    """Whether one is in a report that has both spellings, and the other in one that has not."""
    return (x.span.article in held) != (y.span.article in held)


def _difference(x: Side, y: Side) -> Difference:
    a, b = sorted((x, y), key=lambda side: side.span)
    return Difference(CODE, "conflict", a, b, "spelling.differ", SURE, what=a.value)


def _of_name(lineup: Lineup, a: str, b: str, person: bool) -> bool:
    """Whether two spellings are of a name: no common word, no two conventions, and one of them in one report alone."""
    lexicon, known = lineup.paragraphs[0].lexicon, background().rows
    common = lineup.lowercase | lexicon.list("offices") | lexicon.list("landmarks") | lexicon.list("where")
    if min(len(a), len(b)) < SHORTEST or {a, b} & common or (not person and a in known and b in known):
        return False
    if _spelling.conventional(lexicon, a, b):
        return False
    return min(sum(lineup.has(r.article.id, w) for r in lineup.readings) for w in (a, b)) == 1


def _evident(lineup: Lineup, a: str, b: str) -> bool:
    """Whether one spelling stands once, and the other so often that the one is a misprint."""
    times = sorted(sum(lineup.times(r.article.id, w) for r in lineup.readings) for w in (a, b))
    return times[0] == 1 and times[1] >= EVIDENT


def _slips(lineup: Lineup, pair: Pair, held: dict[tuple[int, str], list[Word]]) -> Iterator[Difference]:
    """Long names of one word that stand in both lines in two spellings; `held` keeps what is known of a line."""
    for line, other in ((pair.a, pair.b), (pair.b, pair.a)):
        if (id(line), other.article.id) not in held:
            held[id(line), other.article.id] = _names(lineup, line, other)
    for x in held[id(pair.a), pair.b.article.id]:
        for y in held[id(pair.b), pair.a.article.id]:
            a, b = _side(pair.a, x), _side(pair.b, y)
            if _slip(x.fold, y.fold) and _of_name(lineup, x.fold, y.fold, lineup.kind_at(a.span) == "person"):
                yield _difference(a, b)


def _names(lineup: Lineup, line: Line, other: Line) -> list[Word]:
    """Long capitalised words of a line that the other report does not have."""
    return [
        w
        for w in line.words
        if w.text[:1].isupper() and len(w.fold) >= LONG and w.fold.isalpha() and not lineup.has(other.article.id, w.fold)
    ]


def _slip(a: str, b: str) -> bool:
    """Whether a hand that slips twice makes one word of another; the kind `name` sees to one slip."""
    near = a[0] == b[0] and abs(len(a) - len(b)) <= 1 and not a.startswith(b) and not b.startswith(a)
    return near and DamerauLevenshtein.distance(a, b, score_cutoff=2) == 2


def _side(line: Line, word: Word) -> Side:
    return Side(line, Span(line.article.id, word.start, word.end))
