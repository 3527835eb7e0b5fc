"""Names that two reports write in another order, or cut into words otherwise, and web addresses a letter apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, groupby, pairwise, product
from typing import NamedTuple

from rapidfuzz.distance import DamerauLevenshtein

from silang.align.background import background
from silang.detect import _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lexicon import Lexicon
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

SHORTEST = 4
"""Letters of a name of one word that stands beside another name."""
BESIDE = 3
"""Words between two names that stand beside each other, at most, and one more."""
FEW = 12
"""Names of one sentence that are looked at: one with more is a list."""

_ADDRESS = re.compile(r"(?:www\.|//(?:www\.)?)([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})", re.IGNORECASE)

_AGED = re.compile(r"\b([A-Z]{2,3}) ?\((\d\d)\)")


class Found(NamedTuple):
    """A name or address: the form by which two are compared, and where it stands."""

    form: str
    side: Side


def likenames(lineup: Lineup) -> Iterator[Difference]:
    """Names that are one but for their order, or for blanks and a letter, and addresses a letter apart, each in own reports."""
    yield from _turned(lineup)
    yield from _rivals(_names(lineup), 1)
    yield from _rivals(_addresses(lineup), 2)
    yield from _fellows(lineup)
    yield from _initials(lineup)


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
    for size in ORDER:
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


def _fellows(lineup: Lineup) -> Iterator[Difference]:
    """Names of one word, a letter apart, that stand beside one other name: Rian and Dani, Dani and Riyan."""
    held: dict[str, dict[str, tuple[Side, frozenset[str]]]] = {}
    for line in lineup.sentences:
        own = [(i, w) for i, w in enumerate(line.words) if _own(lineup, line, w)]
        for i, word in own[:FEW]:
            beside = frozenset(w.fold for j, w in own if 0 < abs(i - j) <= BESIDE)
            side = Side(line, Span(line.article.id, word.start, word.end))
            if beside:
                held.setdefault(word.fold, {}).setdefault(line.article.id, (side, beside))
    for a, b in _respelled(sorted(held)[: MOST * FEW], lineup):
        for (x, (one, near)), (y, (other, far)) in product(sorted(held[a].items()), sorted(held[b].items())):
            if near & far and not (lineup.has(x, b) or lineup.has(y, a)):
                yield _difference(one, other)


def _initials(lineup: Lineup) -> Iterator[Difference]:
    """Initials with one age behind, that share a letter: "RK (25)" and "RM (25)", each age once in its report."""
    held: dict[str, dict[str, dict[str, Side]]] = {}
    for line in lineup.paragraphs:
        whole = line.statement.span
        for found in _AGED.finditer(line.article.text, whole.start, whole.end):
            side = Side(line, Span(line.article.id, found.start(1), found.end(1)))
            if lineup.kind_at(side.span) in ("", "person"):
                held.setdefault(found[2], {}).setdefault(line.article.id, {}).setdefault(found[1].casefold(), side)
    for age in sorted(held):
        sole = [(article, said) for article, said in sorted(held[age].items()) if len(said) == 1]
        alone = [(article, initials, side) for article, said in sole for initials, side in said.items()]
        for (x, a, one), (y, b, other) in combinations(alone, 2):
            if a != b and set(a) & set(b) and not (lineup.has(x, b) or lineup.has(y, a)):
                yield _difference(one, other)


def _respelled(names: list[str], lineup: Lineup) -> Iterator[tuple[str, str]]:
    """Pairs of names with one first letter that are a letter apart, and no two conventions."""
    for _, group in groupby(names, key=lambda n: n[0]):
        for a, b in combinations(list(group)[:MOST], 2):
            lexicon = lineup.sentences[0].lexicon
            if _spelling.respelled(a, b, lexicon.function) and not _words(lexicon, a, b):
                yield a, b


def _words(lexicon: Lexicon, a: str, b: str) -> bool:
    """Whether both are words of the language, one is made of another word of it, or both are one name in two conventions."""
    known = background().rows.keys()
    made = any(lexicon.stem(w) != w and lexicon.stem(w) in known for w in (a, b))
    return made or {a, b} <= known or _spelling.conventional(lexicon, a, b)


def _own(lineup: Lineup, line: Line, word: Word) -> bool:
    """Whether a word is written as a name and stands in no list of words."""
    return word.text.istitle() and len(word.fold) >= SHORTEST and word.fold not in lineup.lowercase | line.lexicon.function


def _names(lineup: Lineup) -> dict[str, list[Found]]:
    """By report the names of people of several words, without blanks and accents."""
    out: dict[str, list[Found]] = {}
    for reading in lineup.readings:
        found = out.setdefault(reading.article.id, [])
        for mention in reading.cast.mentions[:MOST]:
            known, line = lineup.cast.get(mention.entity), lineup.paragraph(mention.span)
            words = mention.span.of(reading.article.text).casefold().split()
            form = _spelling.plain("".join(words))
            if mention.form == "name" and known and known.kind == "person" and line and len(words) > 1 and len(form) >= LETTERS:
                found.append(Found(form, Side(line, mention.span)))
    return out


def _addresses(lineup: Lineup) -> dict[str, list[Found]]:
    """By report the hosts of web addresses."""
    out: dict[str, list[Found]] = {}
    for line in lineup.paragraphs:
        whole = line.statement.span
        for match in _ADDRESS.finditer(line.article.text, whole.start, whole.end):
            host = match[1].casefold().rstrip("-.")
            found = out.setdefault(line.article.id, [])
            if len(host) >= LETTERS and len(found) < MOST:
                span = Span(line.article.id, match.start(1), match.start(1) + len(host))
                found.append(Found(host, Side(line, span)))
    return out


def _rivals(found: dict[str, list[Found]], most: int) -> Iterator[Difference]:
    """Forms a letter or two apart, of which neither report has the other's; names only where they have not as many words."""
    forms = {article: {f.form for f in held} for article, held in found.items()}
    for one, other in combinations(sorted(found), 2):
        for x, y in product(found[one], found[other]):
            if x.form in forms[other] or y.form in forms[one] or not _apart(x, y, most):
                continue
            yield _difference(x.side, y.side)


def _apart(x: Found, y: Found, most: int) -> bool:
    """Whether two forms differ in a few letters, those at either end left alone, and are cut into words otherwise."""
    if x.form[0] != y.form[0] or x.form[-3:] != y.form[-3:]:
        return False
    cut = len(x.side.value.split()) != len(y.side.value.split())
    if "." not in x.form and not cut:
        return False
    return 0 < DamerauLevenshtein.distance(x.form, y.form, score_cutoff=most) <= most


def _difference(x: Side, y: Side) -> Difference:
    a, b = sorted((x, y), key=lambda side: side.span)
    return Difference("name", "conflict", a, b, "name.spelling", SURE, what=a.value)
