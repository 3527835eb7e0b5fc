"""Two reports give one thing different codes.

## What it finds
Numbers of flights and trains, registrations, number plates, numbers of decrees and articles of a law: letters with digits
that name one thing, whose digits differ by a slip (SV 5276 and SV-5726), or stand in sentences that are worded alike otherwise.

## Why it matters
A code leads to a document, a flight, a case. With two digits swapped it leads to another one, or to none.

## When it stays silent
When a report has both codes: then they are two things. When the digits have nothing to do with each other.

## Example
> A: penerbangan SV 5276 dialihkan. B: penerbangan SV-5726 dialihkan.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

CODE = "code"
SURE = 0.9
"""Context of two codes a slip apart: the same letters, neither report has the other's."""
LONG = 4
"""Characters of a code of which two that do not stand side by side may be swapped."""
PLACES = 3
"""Places of one code in one report that are looked at."""

_CODE = re.compile(r"(?<![\w-])([A-Z]{1,3})[- ]?(\d{3,5}(?:[- ]?[A-Z]{1,3})?)(?![\w,.]?\d)\b")
_NUMBER = re.compile(r"\d{3,5}")


class Code(NamedTuple):
    """Letters with digits, and where they stand."""

    line: Line
    span: Span
    letters: str
    digits: str


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Codes with the same letters whose digits are a slip apart."""
    found: dict[str, dict[str, list[Code]]] = defaultdict(lambda: defaultdict(list))
    for line in lineup.paragraphs:
        for code in _codes(line):
            found[code.letters][code.digits].append(code)
    for letters in sorted(found):
        for x, y in combinations(sorted(found[letters]), 2):
            if _slip(x, y):
                yield from _differences(found[letters][x], found[letters][y])


def _codes(line: Line) -> Iterator[Code]:
    span = line.statement.span
    for m in _CODE.finditer(line.article.text, span.start, span.end):
        yield Code(line, Span(line.article.id, m.start(), m.end()), m[1], m[2].replace(" ", "").replace("-", ""))
    for names in line.lexicon.groups("codes"):
        letters, *others = sorted(names, key=lambda name: (len(name), name))
        for name in others:
            yield from _written_out(line, letters.upper(), tuple(name.split()))


def _written_out(line: Line, letters: str, name: tuple[str, ...]) -> Iterator[Code]:
    """Codes whose letters are written as words, the number right behind: Kereta Api 214."""
    for at in range(len(line.words) - len(name)):
        number = line.words[at + len(name)]
        between = line.article.text[line.words[at + len(name) - 1].end : number.start]
        if tuple(line.wording[at : at + len(name)]) == name and not between.strip() and _NUMBER.fullmatch(number.text):
            yield Code(line, Span(line.article.id, line.words[at].start, number.end), letters, number.text)


def _slip(x: str, y: str) -> bool:
    """Whether one character is another or two have changed places; those far from each other in longer codes alone."""
    if len(x) != len(y):
        return False
    other = sum(v != w for v, w in zip(x, y, strict=True))
    swapped = len(x) >= LONG and other == 2 and sorted(x) == sorted(y)
    return swapped or DamerauLevenshtein.distance(x, y, score_cutoff=1) == 1


def _differences(first: list[Code], second: list[Code]) -> Iterator[Difference]:
    ours, theirs = {c.span.article for c in first}, {c.span.article for c in second}
    if ours & theirs:
        return
    for x in _few(first):
        for y in _few(second):
            a, b = sorted((Side(x.line, x.span), Side(y.line, y.span)), key=lambda side: side.span)
            yield Difference(CODE, "conflict", a, b, "code.differ", SURE, what=x.letters)


def _few(codes: list[Code]) -> list[Code]:
    count: dict[str, int] = defaultdict(int)
    out: dict[Span, Code] = {}
    for code in sorted(codes, key=lambda c: c.span):
        count[code.span.article] += 1
        if count[code.span.article] <= PLACES:
            out.setdefault(code.span, code)
    return list(out.values())
