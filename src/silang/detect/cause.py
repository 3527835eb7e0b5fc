"""Two reports give different causes or reasons for one thing.

## What it finds
Two lines of one point that say the same of a thing, each with a cause ("karena", "akibat", "dengan alasan", "mengingat"),
where the causes have hardly a word in common.

## Why it matters
Why something was done is what parties dispute most. A reader of one report takes its reason for the reason.

## When it stays silent
When one cause is in the other. A thing may have more than one cause, so the two are given as compatible, with the day of
each where one is dated; they are a conflict only in sentences that are worded alike otherwise.

## Example
> A: Laga itu ditunda karena lapangan tergenang. B: Laga itu ditunda akibat lampu stadion padam.
"""

from __future__ import annotations

from collections.abc import Iterator

from silang.detect import _context
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "cause"
EFFECT = 0.4
"""Least share of the shorter effect's content words that both have."""
CAUSE = 0.25
"""Most of the shorter cause's content words that both have."""
LEAST = 2
"""Content words of a cause."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Causes of one thing that differ."""
    for pair in lineup.pairs:
        a, b = _cause(pair.a), _cause(pair.b)
        if a and b:
            yield from _difference(pair, a, b)


def _difference(pair: Pair, a: tuple[int, int, int], b: tuple[int, int, int]) -> Iterator[Difference]:
    why_a, why_b = _stems(pair.a, a[1], a[2]), _stems(pair.b, b[1], b[2])
    what_a, what_b = pair.a.content - why_a, pair.b.content - why_b
    if min(len(why_a), len(why_b)) < LEAST or _share(why_a, why_b) > CAUSE or _share(what_a, what_b) < EFFECT:
        return
    change = _context.change_at(pair, _span(pair.a, a[1], a[2]), _span(pair.b, b[1], b[2]))
    twin = change is not None and change.left >= _context.TWIN_WORDS and _share(what_a, what_b) > 0.9
    sides = Side(pair.a, _span(pair.a, a[0], a[2])), Side(pair.b, _span(pair.b, b[0], b[2]))
    dates = _day(pair.a), _day(pair.b)
    why = "cause.differ" if dates[0] == dates[1] else ("cause.dated" if all(dates) else "cause.undated")
    context = round(_share(what_a, what_b), 4)
    extra = {"date_a": dates[0], "date_b": dates[1], "dated": dates[0] or dates[1]}
    yield Difference(CODE, "conflict" if twin else "compatible", *sides, why, context, pair.point, extra=extra)


def _cause(line: Line) -> tuple[int, int, int] | None:
    """Where a cause is marked, where it begins, where it ends: indexes of words."""
    for at, word in enumerate(line.words):
        for size in (3, 2, 1):
            mark = " ".join(line.wording[at : at + size])
            if mark in line.lexicon.list("causes") and word.end <= line.statement.span.end:
                return at, at + size, _end(line, at + size)
    return None


def _end(line: Line, first: int) -> int:
    """The end of the clause: the first stop after at least two words."""
    text = line.article.text
    for i in range(first + 2, len(line.words)):
        if set(text[line.words[i - 1].end : line.words[i].start]) & set(',;."”:'):
            return i
    return len(line.words)


def _stems(line: Line, first: int, last: int) -> frozenset[str]:
    return frozenset(w.stem for w in line.words[first:last] if w.stem in line.content)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _day(line: Line) -> str:
    return next((str(s.value) for s in line.statement.slots if s.kind == "date"), "")


def _span(line: Line, first: int, last: int) -> Span:
    return Span(line.article.id, line.words[first].start, line.words[last - 1].end)
