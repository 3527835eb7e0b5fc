"""How much two wordings of a row have in common, rare words counting more: what leads a row, and which rows are loose."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise

from silang import languages
from silang.exports.shown import Row, Wording
from silang.types import Article, Reading, Span

LOOSE = 0.3
"""Likeness of its wordings below which a row holds together by little more than its subject."""
PLAINLY = 0.8
"""Likeness from which a wording says what another does."""
HELD = 0.75
"""Share of the words of a wording that two paragraphs of another report have, from which that report has it too."""
PARAGRAPHS = 500
"""Paragraphs of a report in which a wording is looked for."""
LONGEST = 2000
"""Code points of a wording or paragraph that are looked at."""
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]{3,}")


class Likeness:
    """Compares wordings by their stems, each weighed by how few statements have it."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._stem = {r.article.id: _stems(r.article) for r in readings}
        found = [self._of(r.article, s.content.start, s.content.end) for r in readings for s in r.statements]
        count = Counter(word for words in found for word in words)
        self._rarity = {word: math.log(1 + len(found) / n) for word, n in count.items()}
        self._paragraphs = {r.article.id: self._cut(r.article) for r in readings}
        self._known: dict[Span, tuple[frozenset[str], float]] = {}
        self._central_of: dict[tuple[Span, str], float] = {}

    def words(self, w: Wording) -> tuple[frozenset[str], float]:
        """The stems of a wording, and what they weigh together."""
        if w.span not in self._known:
            found = self._of(w.report.reading.article, w.span.start, w.span.end)
            self._known[w.span] = (found, self._sum(found))
        return self._known[w.span]

    def alike(self, a: Wording, b: Wording) -> float:
        """Weighed share of the words of the shorter of two wordings that the other has, 0..1."""
        (x, size), (y, other) = self.words(a), self.words(b)
        less = min(size, other)
        return round(self._sum(x & y) / less, 4) if less else 0.0

    def among(self, row: Row) -> list[float]:
        """For each wording of a row how like it is to the wordings of other reports, by the best of each."""
        return [self._central(w, row) for w in row.wordings]

    def loose(self, row: Row) -> bool:
        """Whether a row of several reports holds together by little: the best likeness of some report is small."""
        best: dict[str, float] = {}
        for w, likeness in zip(row.wordings, self.among(row), strict=True):
            best[w.report.id] = max(best.get(w.report.id, 0.0), likeness)
        return len(best) > 1 and min(best.values()) < LOOSE

    def hides(self, row: Row) -> bool:
        """Whether some wording of a row says more than the one or two that stand for it."""
        shown = [row.first, *([row.second] if row.second else [])]
        return any(max(self.alike(w, other) for other in shown) < PLAINLY for w in row.wordings)

    def held(self, w: Wording, article: str) -> bool:
        """Whether another report has nearly all words of a wording in one place, in whatever rows they stand."""
        words, size = self.words(w)
        return size > 0 and any(
            len(words & there) >= len(words) / 2 and self._sum(words & there) >= HELD * size
            for there in self._paragraphs[article]
        )

    def _central(self, w: Wording, row: Row) -> float:
        place = (w.span, row.point.id)
        if place not in self._central_of:
            self._central_of[place] = self._centrality(w, row)
        return self._central_of[place]

    def _centrality(self, w: Wording, row: Row) -> float:
        others = {other.report.id: 0.0 for other in row.wordings if other.report.id != w.report.id}
        for other in row.wordings:
            if other.report.id in others:
                others[other.report.id] = max(others[other.report.id], self.alike(w, other))
        return round(sum(others.values()) / len(others), 4) if others else 0.0

    def _of(self, article: Article, start: int, end: int) -> frozenset[str]:
        text = article.text[start : min(end, start + LONGEST)].casefold()
        stem = self._stem[article.id]
        return frozenset(stem(word) for word in _WORD.findall(text))

    def _cut(self, article: Article) -> tuple[frozenset[str], ...]:
        """The stems of each two neighbouring paragraphs."""
        starts, at = [], 0
        for line in article.text.split("\n"):
            if line.strip():
                starts.append((at, at + len(line)))
            at += len(line) + 1
        found = [self._of(article, a, b) for a, b in starts[:PARAGRAPHS]]
        return tuple(x | y for x, y in pairwise([*found, frozenset[str]()]))

    def _sum(self, words: frozenset[str]) -> float:
        return sum(self._rarity.get(word, 1.0) for word in sorted(words))


def _stems(article: Article) -> Callable[[str], str]:
    from silang.align.background import stemmer  # who only reads reports does not wait for it

    return cache(stemmer(languages.of(article)).stem)


@cache
def leaning(code: str) -> frozenset[str]:
    """First words of sentences that lean on the one before, in a language."""
    table = languages.load(code).tables.get("report", {}) if code in languages.codes() else {}
    return frozenset(table.get("leans", ()))


def leans(w: Wording) -> bool:
    """Whether a wording begins with a word that points back ("Namun", "Hal itu", "… dan"), or in the middle of a sentence."""
    article = w.report.reading.article
    words = [found.casefold() for found in re.findall(r"\w+", w.span.of(article.text)[:60])[:2]]
    known = leaning(article.language)
    inner = (
        w.statement is not None and w.statement.form == "narrated" and article.text[w.span.start : w.span.start + 1].islower()
    )
    return inner or any(" ".join(words[:size]) in known for size in (1, 2))
