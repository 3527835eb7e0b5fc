"""Two reports give different causes or reasons for one thing.

## What it finds
Two sentences that say the same of a thing, each with a cause ("karena", "akibat", "dengan alasan", "mengingat"), where the
causes have hardly a word in common. Also what made the fire, the crash, the closure or the killing that both reports open with,
whether it stands behind its effect, before it ("a fuel leak caused the fire") or behind its name ("the cause was a fuel leak");
and what one report calls the cause and another denies to be it.

## Why it matters
Why something was done is what parties dispute most. A reader of one report takes its reason for the reason.

## When it stays silent
When one cause is in the other, when a report has both, when a cause is denied or called one of several. A decision may have
more than one reason, so the two are given as compatible, and it is said where only one is dated; they are a conflict only in
sentences that are worded alike otherwise, and of a mishap: where the two are of kinds that exclude each other, or one is called
the cause outright and neither is a view, what comes of another cause itself (a lost control), or a guess of another speaker.

## Example
> A: Laga itu ditunda karena lapangan tergenang. B: Laga itu ditunda akibat lampu stadion padam.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect import _context, _mishaps
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "cause"
EFFECT = 0.6
"""Least share of the shorter effect, the clause before the cause, that the other sentence has."""
SHARED = 3
"""Words and names that the two sentences have in common before their causes, at least."""
CAUSE = 0.25
"""Most of the shorter cause's content words that both have."""
LEAST = 2
"""Content words of a cause."""
TWIN = 0.6
"""Share of equal words of sentences that are worded alike but for the cause."""
MOST = 120
"""Sentences with a cause that are laid side by side."""


class Claim(NamedTuple):
    """A sentence with a cause: what it says before, in the nearest clause and in all, and the cause."""

    line: Line
    clause: frozenset[str]
    effect: frozenset[str]
    cause: frozenset[str]
    marked: Span
    bare: Span


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Causes of one thing that differ."""
    for x, y in _mishaps.mishaps(lineup):
        relation, why = ("conflict", "cause.mishap") if _mishaps.exclude(lineup, x, y) else ("compatible", "cause.differ")
        yield Difference(CODE, relation, Side(x.line, x.span), Side(y.line, y.span), why, _mishaps.SURE)  # type: ignore[arg-type]
    claims = [claim for line in lineup.sentences if (claim := _claim(lineup, line))][:MOST]
    for a, b in combinations(sorted(claims, key=lambda c: c.marked), 2):
        if a.marked.article != b.marked.article and _share(a.cause, b.cause) <= CAUSE:
            context = _one_effect(a, b)
            if context:
                yield _difference(a, b, context)


def _one_effect(a: Claim, b: Claim) -> float:
    """How surely two sentences tell the cause of one thing, 0..1."""
    if len(a.effect & b.effect) < SHARED:
        return 0.0
    share = max(_part(a.clause, b.effect), _part(b.clause, a.effect))
    return round(share, 4) if share >= EFFECT else 0.0


def _difference(a: Claim, b: Claim, context: float) -> Difference:
    pair = Pair(a.line, b.line, "")
    change = _context.change_at(pair, a.bare, b.bare)
    twin = change is not None and change.left >= _context.TWIN_WORDS and pair.alike >= TWIN
    dates = _day(a.line), _day(b.line)
    why = "cause.differ" if dates[0] == dates[1] else ("cause.dated" if all(dates) else "cause.undated")
    extra = {"date_a": dates[0], "date_b": dates[1], "dated": dates[0] or dates[1]}
    relation = "conflict" if twin and dates[0] == dates[1] else "compatible"
    return Difference(CODE, relation, Side(a.line, a.marked), Side(b.line, b.marked), why, context, extra=extra)  # type: ignore[arg-type]


def _claim(lineup: Lineup, line: Line) -> Claim | None:
    found = _marked(line)
    if found is None:
        return None
    at, first, last = found
    cause = _stems(line, first, last)
    if at < LEAST or len(cause) < LEAST:
        return None
    begin = _begin(line, at)
    clause = _stems(line, begin, at) | lineup.cast_in(_span(line, begin, at))
    effect = _stems(line, 0, at) | lineup.cast_in(_span(line, 0, at))
    return Claim(line, clause, effect, cause, _span(line, at, last), _span(line, first, last))


def _marked(line: Line) -> tuple[int, int, int] | None:
    """Where a cause is marked, where it begins, where it ends: indexes of words."""
    causes = line.lexicon.list("causes")
    for at in range(len(line.words)):
        for size in (3, 2, 1):
            if " ".join(line.wording[at : at + size]) in causes and at + size < len(line.words):
                return at, at + size, _end(line, at + size)
    return None


def _end(line: Line, first: int) -> int:
    """The end of the clause: the first stop after at least two words."""
    return next((i for i in range(first + 2, len(line.words)) if _stop(line, i)), len(line.words))


def _begin(line: Line, last: int) -> int:
    """The beginning of the clause before a word: behind the last stop that leaves two words."""
    return next((i for i in range(last - LEAST, 0, -1) if _stop(line, i)), 0)


def _stop(line: Line, at: int) -> bool:
    """Whether a mark stands before a word."""
    return bool(set(line.article.text[line.words[at - 1].end : line.words[at].start]) & set(',;.":”'))


def _stems(line: Line, first: int, last: int) -> frozenset[str]:
    return frozenset(w.stem for w in line.words[first:last] if w.stem in line.content)


def _share(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _part(clause: frozenset[str], effect: frozenset[str]) -> float:
    """Share of a clause that a sentence has; a clause of one word is too little."""
    return len(clause & effect) / len(clause) if len(clause) >= LEAST else 0.0


def _day(line: Line) -> str:
    return next((str(s.value) for s in line.statement.slots if s.kind == "date"), "")


def _span(line: Line, first: int, last: int) -> Span:
    return Span(line.article.id, line.words[first].start, line.words[max(first, last - 1)].end)
