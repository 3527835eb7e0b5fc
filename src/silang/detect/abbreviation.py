"""Two reports spell out one abbreviation in two ways.

## What it finds
An abbreviation in brackets behind its words, whose words differ between two reports: Ketahanan Pangan, Kelautan dan
Perikanan (KPKP) and Ketahanan Pangan, Kelautan dan Pertanian (KPKP).

## Why it matters
It is the full name that a reader looks up. One letter can stand for two words, and one of two reports guessed.

## When it stays silent
When one wording is a part of the other, when the words are a translation and do not begin with the letters, and when they
are the same but for small words; when a report has both wordings.

## Example
> A: Dinas Sumber Daya Air dan Pertanahan (SDAP). B: Dinas Sumber Daya Air dan Pertambangan (SDAP).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect import _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "abbreviation"
SURE = 0.9
"""Context of one abbreviation: the letters themselves say that both are of one thing."""
LONGEST = 12
"""Words before a bracket that may belong to an abbreviation."""

_BRACKET = re.compile(r"\(\s*(?:[^\W\d_]+ )?([A-Z][A-Za-z]{1,9})\s*\)")


class Expansion(NamedTuple):
    """The words that an abbreviation stands for."""

    line: Line
    span: Span
    stems: tuple[str, ...]


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Words of one abbreviation that differ between reports."""
    found: dict[str, list[Expansion]] = defaultdict(list)
    for line in lineup.paragraphs:
        for letters, expansion in _expansions(line):
            found[letters].append(expansion)
    for letters in sorted(found):
        for a, b in combinations(sorted(found[letters], key=lambda e: e.span), 2):
            if a.span.article != b.span.article and _differ(a, b) and not _both(found[letters], a, b):
                yield Difference(
                    CODE, "conflict", Side(a.line, a.span), Side(b.line, b.span), "abbreviation.differ", SURE, what=letters
                )


def _expansions(line: Line) -> Iterator[tuple[str, Expansion]]:
    span = line.statement.span
    for bracket in _BRACKET.finditer(line.article.text, span.start, span.end):
        letters = bracket[1]
        if sum(c.isupper() for c in letters) < 3:
            continue
        before = [w for w in line.words if w.end <= bracket.start()][-LONGEST:]
        first = _begins([w.fold for w in before], letters.casefold(), line)
        if first is not None:
            stems = tuple(w.fold for w in before[first:] if w.fold not in line.lexicon.function)
            yield letters, Expansion(line, Span(line.article.id, before[first].start, before[-1].end), stems)


def _begins(folds: list[str], letters: str, line: Line) -> int | None:
    """Where the words begin whose first letters, small words left out, are those of the abbreviation."""
    at = len(letters) - 1
    for i in range(len(folds) - 1, -1, -1):
        if folds[i] in line.lexicon.function:
            continue
        if folds[i][0] != letters[at]:
            return None
        at -= 1
        if at < 0:
            return i
    return None


def _both(found: list[Expansion], a: Expansion, b: Expansion) -> bool:
    """Whether either report has the other's words as well."""
    said = {(e.span.article, e.stems) for e in found}
    return (a.span.article, b.stems) in said or (b.span.article, a.stems) in said


def _differ(a: Expansion, b: Expansion) -> bool:
    """Whether one or two words differ, by more than a convention of spelling, and most are the same."""
    if len(a.stems) != len(b.stems):
        return False
    other = [(x, y) for x, y in zip(a.stems, b.stems, strict=True) if x != y]
    return 0 < len(other) <= len(a.stems) // 2 and not all(_spelling.conventional(a.line.lexicon, x, y) for x, y in other)
