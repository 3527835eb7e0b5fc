"""Names that two reports write in another order, or cut into words otherwise, and web addresses a letter apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, groupby, pairwise, product

from rapidfuzz.distance import DamerauLevenshtein

from silang.detect import _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.detect._words import Word
from silang.types import Span

ORDER = (3, 4)
"""Words of a name with a figure in it that may stand in another order."""
LETTERS = 10
"""Letters of a name that two reports cut into words otherwise, and of an address."""
SURE = 0.8
"""Context of such names: all but the order or a letter is the same."""
MOST = 200
"""Names of one report that are looked at."""

_ADDRESS = re.compile(r"(?:www\.|//(?:www\.)?)([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})", re.IGNORECASE)


Held = dict[str, dict[str, Side]]
"""By the form that two names are compared by, and by report: where it stands."""


def likenames(lineup: Lineup) -> Iterator[Difference]:
    """Names that are one but for their order, or for blanks and a letter, and addresses a letter apart, each in own reports."""
    yield from _turned(lineup)
    yield from _rivals(_names(lineup), 1)
    yield from _rivals(_addresses(lineup), 2)


def _turned(lineup: Lineup) -> Iterator[Difference]:
    """The same words and figures in another order: Motor 250 Jaya, Motor Jaya 250."""
    orders: dict[tuple[str, ...], dict[tuple[str, ...], dict[str, Side]]] = {}
    for line in lineup.sentences:
        for words in _figured(line):
            folds = tuple(w.fold for w in words)
            side = Side(line, Span(line.article.id, words[0].start, words[-1].end))
            orders.setdefault(tuple(sorted(folds)), {}).setdefault(folds, {}).setdefault(line.article.id, side)
    for key in sorted(orders):
        for first, second in combinations(sorted(orders[key]), 2):
            for (x, a), (y, b) in product(sorted(orders[key][first].items()), sorted(orders[key][second].items())):
                if not (lineup.has(x, *second) or lineup.has(y, *first)):
                    yield _difference(a, b)


def _figured(line: Line) -> Iterator[tuple[Word, ...]]:
    """Stretches of names with one figure inside or behind, of several words, no value and no date."""
    text = line.article.text
    for size in ORDER if any(w.fold[0].isdigit() for w in line.words) else ():
        for at in range(len(line.words) - size + 1):
            words = line.words[at : at + size]
            close = all(not text[x.end : y.start].strip(" \u00a0") for x, y in pairwise(words))
            figures = [w for w in words[1:] if w.fold[0].isdigit()]
            named = [w for w in words if w.text[:1].isupper() and w.fold.isalpha()]
            if close and len(figures) == 1 and len(named) == size - 1 and not _dated(line, figures[0]):
                yield words


def _dated(line: Line, word: Word) -> bool:
    days = [s.span for s in line.statement.slots if s.kind in ("date", "time")]
    return any(day.start <= word.start and word.end <= day.end for day in days)


def _names(lineup: Lineup) -> Held:
    """The names of people of several words, without blanks, hyphens and accents, and where each report has them first."""
    out: Held = {}
    for reading in lineup.readings:
        for mention in reading.cast.mentions[:MOST]:
            known = lineup.cast.get(mention.entity)
            words = mention.span.of(reading.article.text).casefold().split()
            form = _spelling.plain("".join(words)).replace("-", "")
            person = mention.form == "name" and known is not None and known.kind == "person"
            if person and len(words) > 1 and len(form) >= LETTERS and reading.article.id not in out.get(form, {}):
                line = lineup.paragraph(mention.span)
                if line:
                    out.setdefault(form, {})[reading.article.id] = Side(line, mention.span)
    return out


def _addresses(lineup: Lineup) -> Held:
    """The hosts of web addresses, and where each report has them first."""
    out: Held = {}
    for line in lineup.paragraphs:
        whole = line.statement.span
        for match in _ADDRESS.finditer(line.article.text, whole.start, whole.end):
            host = match[1].casefold().rstrip("-.")
            if len(host) >= LETTERS and len(out) < MOST:
                side = Side(line, Span(line.article.id, match.start(1), match.start(1) + len(host)))
                out.setdefault(host, {}).setdefault(line.article.id, side)
    return out


def _rivals(held: Held, most: int) -> Iterator[Difference]:
    """Forms a letter or two apart, both ends alike, of which neither report has the other's."""
    for _, group in groupby(sorted(sorted(held), key=_ends), key=_ends):
        for a, b in combinations(list(group)[:MOST], 2):
            if 0 < DamerauLevenshtein.distance(a, b, score_cutoff=most) <= most:
                for (x, one), (y, other) in product(sorted(held[a].items()), sorted(held[b].items())):
                    if x not in held[b] and y not in held[a] and _cut(one, other):
                        yield _difference(one, other)


def _ends(form: str) -> tuple[str, str]:
    """The first letter and the last three."""
    return form[0], form[-3:]


def _cut(one: Side, other: Side) -> bool:
    """Whether two names are cut into words otherwise; an address is one word."""
    x, y = one.value.split(), other.value.split()
    return len(x) != len(y) or ("." in x[0] and len(x) == 1)


def _difference(x: Side, y: Side) -> Difference:
    a, b = sorted((x, y), key=lambda side: side.span)
    return Difference("name", "conflict", a, b, "name.spelling", SURE, what=a.value)
