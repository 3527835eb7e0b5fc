"""Short names known by what stands beside them: one other name, or an age."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, product

from silang.align.background import background
from silang.detect import _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lexicon import Lexicon
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.detect._words import Word
from silang.types import Span

SHORTEST = 4
"""Letters of a name of one word that stands beside another name."""
BESIDE = 3
"""Words from one name to another beside it, at most."""
FEW = 12
"""Names of one sentence that are looked at: one with more is a list."""
MOST = 2000
"""Names that are laid side by side."""
SURE = 0.8
"""Context of two such names."""

_AGED = re.compile(r"\b([A-Z]{2,3}) ?\((\d\d)\)")

Held = dict[str, dict[str, tuple[Side, frozenset[str]]]]
"""By name and report: where it stands, and the names beside it."""


def fellows(lineup: Lineup) -> Iterator[Difference]:
    """Names of one word, a letter apart, beside one other name (Rian and Dani, Dani and Riyan), each in its own reports."""
    held = _held(lineup)
    for a, b in _respelled(sorted(held)[:MOST], lineup):
        for (x, (one, near)), (y, (other, far)) in product(sorted(held[a].items()), sorted(held[b].items())):
            if near & far and not (lineup.has(x, b) or lineup.has(y, a)):
                yield _difference(one, other)


def initials(lineup: Lineup) -> Iterator[Difference]:
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
        alone = [(article, letters, side) for article, said in sole for letters, side in said.items()]
        for (x, a, one), (y, b, other) in combinations(alone, 2):
            if a != b and set(a) & set(b) and not (lineup.has(x, b) or lineup.has(y, a)):
                yield _difference(one, other)


def _held(lineup: Lineup) -> Held:
    out: Held = {}
    for line in lineup.sentences:
        own = [(i, w) for i, w in enumerate(line.words) if _own(lineup, line, w)][:FEW]
        for i, word in own:
            beside = frozenset(w.fold for j, w in own if 0 < abs(i - j) <= BESIDE)
            if beside:
                side = Side(line, Span(line.article.id, word.start, word.end))
                out.setdefault(word.fold, {}).setdefault(line.article.id, (side, beside))
    return out


def _own(lineup: Lineup, line: Line, word: Word) -> bool:
    """Whether a word is written as a name, and by nobody otherwise."""
    if not word.text.istitle() or len(word.fold) < SHORTEST:
        return False
    return word.fold not in lineup.lowercase and word.fold not in line.lexicon.function


def _respelled(names: list[str], lineup: Lineup) -> Iterator[tuple[str, str]]:
    """Pairs of names a letter apart: those that are one when a letter is left out of one or both."""
    near: dict[str, list[str]] = {}
    for name in names:
        for form in {name, *(name[:i] + name[i + 1 :] for i in range(len(name)))}:
            near.setdefault(form, []).append(name)
    pairs = {pair for group in near.values() for pair in combinations(group[:FEW], 2)}
    for a, b in sorted(pairs):
        lexicon = lineup.sentences[0].lexicon
        if a[0] == b[0] and _spelling.respelled(a, b, lexicon.function) and not _words(lexicon, a, b):
            yield a, b


def _words(lexicon: Lexicon, a: str, b: str) -> bool:
    """Whether both are words of the language, one is made of another word of it, or both are one name in two conventions."""
    known = background().rows.keys()
    made = any(lexicon.stem(w) != w and lexicon.stem(w) in known for w in (a, b))
    return made or {a, b} <= known or _spelling.conventional(lexicon, a, b)


def _difference(x: Side, y: Side) -> Difference:
    a, b = sorted((x, y), key=lambda side: side.span)
    return Difference("name", "conflict", a, b, "name.spelling", SURE, what=a.value)
