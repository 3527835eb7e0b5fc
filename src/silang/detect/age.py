"""Two reports give one person different ages.

## What it finds
The same name with two ages, in brackets behind it ("Sari Melati (34)") or as "berusia 34 tahun".

## Why it matters
An age is how readers tell two people of one name apart, and in court it decides what law applies.

## When it stays silent
When the names differ, and when what is counted is not the life of a person. Ages a year apart in reports
of different days are compatible: a birthday may lie between.

## Example
> A: Sari Melati (34) selamat. B: Sari Melati (43) selamat.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect import _runs
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "age"
SURE = 0.9
"""Context of two ages of one name."""
FAR = 4
"""Words between a name and the word for an age."""

_BRACKET = re.compile(r"\s?\((\d{1,3})(?: [^\W\d_]{2,6})?\)")


class Age(NamedTuple):
    """How old somebody is said to be."""

    line: Line
    span: Span
    years: int
    who: str


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Ages of one person that differ."""
    found: dict[str, dict[Span, Age]] = defaultdict(dict)
    for line in lineup.paragraphs:
        for run in _runs.runs(line):
            for age in _ages(lineup, run):
                found[age.who][age.span] = age
    for who in sorted(found):
        for a, b in combinations([found[who][span] for span in sorted(found[who])], 2):
            if a.years != b.years:
                birthday = abs(a.years - b.years) == 1 and a.line.article.published[:10] != b.line.article.published[:10]
                relation, why = ("compatible", "age.birthday") if birthday else ("conflict", "age.differ")
                yield Difference(CODE, relation, Side(a.line, a.span), Side(b.line, b.span), why, SURE, what=who)  # type: ignore[arg-type]


def _ages(lineup: Lineup, run: _runs.Run) -> Iterator[Age]:
    """The age that stands behind a name."""
    line, text = run.line, run.line.article.text
    entity = lineup.named(run.span(-1))
    who = entity.name if entity and entity.kind == "person" else " ".join(w.text for w in run.words[-2:])
    bracket = _BRACKET.match(text, run.words[-1].end)
    if bracket and 0 < int(bracket[1]) < 120:
        yield Age(line, Span(line.article.id, bracket.start(1), bracket.end(1)), int(bracket[1]), who)
        return
    first = line.words.index(run.words[-1]) + 1
    for i in range(first, min(first + FAR, len(line.words) - 1)):
        number = line.words[i + 1]
        if line.words[i].fold in line.lexicon.list("age") and number.fold.isdigit() and len(number.fold) < 4:
            yield Age(line, Span(line.article.id, number.start, number.end), int(number.fold), who)
