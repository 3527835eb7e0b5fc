"""Two reports give one person different ages.

## What it finds
The same name with two ages, in brackets or commas behind it ("Sari Melati (34)"), as "berusia 34 tahun" or "34-year-old" with
it, or as "the man aged 34" where few are named before and one of them has an age near it elsewhere, or is the one whom
another report may mean by its own such words.

## Why it matters
An age is how readers tell two people of one name apart, and in court it decides what law applies.

## When it stays silent
When the names differ, or one is a man's and one a woman's age, and when what is counted is not the life of a person. Ages a
year apart in reports of different days are compatible: a birthday may lie between.

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

BACK = 300
"""Code points before "the man aged 34" in which the person meant is named."""
FEW = 3
"""People named there, at most; one of them has an age elsewhere that is no more than `GAP` years off."""
GAP = 10

_BEHIND = re.compile(r"\s?\((\d{1,3})(?: [^\W\d_]{2,6})?\)|, (\d{2})(?= ?[,.])")


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
    definite = list(_meant(lineup))
    for one, other in _both(definite, found):
        found[one.who].update({one.span: one, other.span: other})
    for meant in definite:
        known = [age for age in meant if any(_may(age, other) for other in found[age.who].values())]
        if len(known) == 1 and all(known[0].span.article != other.span.article for other in found[known[0].who].values()):
            found[known[0].who][known[0].span] = known[0]
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
    behind = _BEHIND.match(text, run.words[-1].end)
    if behind and 0 < int(behind[behind.lastindex or 1]) < 120 and (behind[1] or (entity and entity.kind == "person")):
        place = Span(line.article.id, *behind.span(behind.lastindex or 1))
        yield Age(line, place, int(behind[behind.lastindex or 1]), who)
        return
    at = line.words.index(run.words[0])
    before = line.words[max(0, at - 3) : at]
    if len(before) == 3 and before[0].fold.isdigit() and line.lexicon.has("years", [f"{before[1].fold} {before[2].fold}"]):
        yield Age(line, Span(line.article.id, before[0].start, before[0].end), int(before[0].fold), who)
        return
    first = line.words.index(run.words[-1]) + 1
    for i in range(first, min(first + FAR, len(line.words) - 1)):
        number = line.words[i + 1]
        if line.words[i].fold in line.lexicon.list("age") and number.fold.isdigit() and len(number.fold) < 4:
            yield Age(line, Span(line.article.id, number.start, number.end), int(number.fold), who)


def _both(definite: list[tuple[Age, ...]], found: dict[str, dict[Span, Age]]) -> Iterator[tuple[Age, Age]]:
    """Ages of "the man aged 34" in two reports that each have one such age, where one person alone may be meant in both."""
    sole: dict[str, dict[int, tuple[Age, ...]]] = defaultdict(dict)
    for meant in definite:
        for age in meant[:1]:
            sole[age.span.article].setdefault(age.years, meant)
    alone = [next(iter(ages.values())) for _, ages in sorted(sole.items()) if len(ages) == 1]
    for x, y in combinations(alone, 2):
        same = [(a, b) for a in x for b in y if a.who == b.who and a.who not in found]
        if len(same) == 1 == min(len(x), len(y)) and _may(*same[0]):
            yield same[0]


def _may(a: Age, b: Age) -> bool:
    """Whether two ages may be of one person: not far apart, and not behind words for a man and for a woman."""
    words = [set(age.line.wording[max(0, at - FAR) : at]) for age in (a, b) for at in (age.line.within(age.span)[0],)]
    sexes = [{name for name in ("female", "male") if near & a.line.lexicon.list(name)} for near in words]
    return abs(a.years - b.years) <= GAP and not (all(sexes) and not sexes[0] & sexes[1])


def _meant(lineup: Lineup) -> Iterator[tuple[Age, ...]]:
    """The ages of "the man aged 34", as of each of the few people who are named shortly before."""
    for line, slot in lineup.slots:
        last = line.within(slot.span)[1]
        aged = slot.note == "age" and line.lexicon.has("definite", line.wording[last : last + 1])
        back = Span(slot.span.article, max(0, slot.span.start - BACK), slot.span.start)
        people = sorted(e for e in lineup.cast_in(back) if lineup.cast[e].kind == "person") if aged else []
        digits = [w for w in line.words[slice(*line.within(slot.span))] if w.fold.isdigit()]
        if digits and len(people) <= FEW:
            place = Span(slot.span.article, digits[0].start, digits[0].end)
            yield tuple(Age(line, place, int(digits[0].fold), lineup.cast[name].name) for name in people)
