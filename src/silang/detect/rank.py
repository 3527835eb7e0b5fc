"""Two reports give one officer different ranks.

## What it finds
The same name behind two ranks of the police or the forces: AKP Dimas Prayoga and Iptu Dimas Prayoga.

## Why it matters
A rank is checked in a minute and never forgiven.

## When it stays silent
When the names differ, when one rank is the other written out, and when no rank stands directly before the name.

## Example
> A: kata AKP Dimas Prayoga. B: kata Iptu Dimas Prayoga.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect import _runs
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "rank"
SURE = 0.85
"""Context of two ranks of one name of two words."""


class Officer(NamedTuple):
    """A rank with the name behind it."""

    line: Line
    span: Span
    rank: int


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Ranks of one officer that differ between reports."""
    found: dict[tuple[str, ...], list[Officer]] = defaultdict(list)
    for line in lineup.paragraphs:
        for run in _runs.runs(line):
            for name, officer in _officers(run):
                found[name].append(officer)
    for name in sorted(found):
        for a, b in combinations(sorted(found[name], key=lambda o: o.span), 2):
            if a.rank != b.rank and a.span.article != b.span.article:
                what = " ".join(name).title()
                yield Difference(CODE, "conflict", Side(a.line, a.span), Side(b.line, b.span), "rank.differ", SURE, what=what)


def _officers(run: _runs.Run) -> Iterator[tuple[tuple[str, ...], Officer]]:
    """A rank in a name, a branch left out, and the two words behind it."""
    ranks, branches = run.line.lexicon.order("ranks"), run.line.lexicon.list("branches")
    for i, word in enumerate(run.words):
        if word.fold in ranks:
            behind = [w.fold for w in run.words[i + 1 :] if w.fold not in branches][:2]
            if len(behind) == 2 and not any(fold in ranks for fold in behind):
                yield tuple(behind), Officer(run.line, run.span(i, i + 1), ranks[word.fold])
