"""Statements with their words, in pairs, with what differs marked: what a detector looks at."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from silang import languages
from silang.detect._lexicon import Lexicon, lexicon
from silang.detect._words import Word, words
from silang.types import Article, Slot, Span, Statement

_start, _end = itemgetter(0), itemgetter(1)
MOST = 16
"""Values of a line that are laid beside those of another."""


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A statement with its words, for comparing."""

    article: Article
    statement: Statement
    words: tuple[Word, ...]
    lexicon: Lexicon
    content: frozenset[str]
    """Stems of its content words: no function words, no numbers."""
    wording: tuple[str, ...]
    """Its words, folded."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Its values, the first `MOST` of them: a line with more is a table."""
        return self.statement.slots[:MOST]

    @property
    def key(self) -> tuple[str, int, int]:
        """Where it stands: sorts lines without regard to the order of the reports."""
        return (self.article.id, self.statement.span.start, self.statement.span.end)

    def within(self, span: Span) -> tuple[int, int]:
        """Indexes of the words that a span of the article covers, as `first:last`."""
        first = bisect_right(self.words, span.start, key=_end)
        last = bisect_left(self.words, span.end, key=_start)
        return (first, last) if first < last else (0, 0)


class Change(NamedTuple):
    """Words `a` of one line stand where words `b` of the other do; `left` and `right` count the equal words around them."""

    a: tuple[int, int]
    b: tuple[int, int]
    left: int
    right: int


@dataclass(frozen=True, eq=False)
class Pair:
    """Two lines of one point. `a` comes before `b` by article and place."""

    a: Line
    b: Line
    point: str

    @property
    def inside(self) -> bool:
        """Whether one report says both."""
        return self.a.article.id == self.b.article.id

    @cached_property
    def alike(self) -> float:
        """Share of words the two have in order, 0..1, rounded."""
        return round(Levenshtein.normalized_similarity(self.a.wording, self.b.wording), 4)

    @cached_property
    def shared(self) -> float:
        """Share of the shorter line's content stems that the other has, 0..1, rounded."""
        less = min(len(self.a.content), len(self.b.content))
        return round(len(self.a.content & self.b.content) / less, 4) if less else 0.0

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Where the wording differs, with the equal words on either side counted."""
        steps = Levenshtein.opcodes(self.a.wording, self.b.wording)
        blocks = _blocks([(s.tag, s.src_start, s.src_end, s.dest_start, s.dest_end) for s in steps])
        out = []
        for number, (equal, a, b) in enumerate(blocks):
            if not equal:
                left = blocks[number - 1][1] if number else (0, 0)
                right = blocks[number + 1][1] if number + 1 < len(blocks) else (0, 0)
                out.append(Change(a, b, left[1] - left[0], right[1] - right[0]))
        return tuple(out)


def _blocks(steps: list[tuple[str, int, int, int, int]]) -> list[tuple[bool, tuple[int, int], tuple[int, int]]]:
    """Edit steps joined so that equal and changed stretches take turns."""
    out: list[tuple[bool, tuple[int, int], tuple[int, int]]] = []
    for tag, a0, a1, b0, b1 in steps:
        equal = tag == "equal"
        if out and out[-1][0] == equal:
            _, a, b = out.pop()
            out.append((equal, (a[0], a1), (b[0], b1)))
        else:
            out.append((equal, (a0, a1), (b0, b1)))
    return out


def line(article: Article, statement: Statement) -> Line:
    """One statement with its words."""
    known = lexicon(languages.of(article))
    found = words(article.text, statement.span.start, statement.span.end, known.stem)
    content = frozenset(w.stem for w in found if w.fold not in known.function and not w.fold[0].isdigit() and len(w.fold) > 1)
    return Line(article, statement, found, known, content, tuple(w.fold for w in found))
