"""The words of a report as they are compared for copying: folded, with offsets, what is not report left out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from silang import languages
from silang.align.background import stemmer
from silang.align.terms import fold
from silang.types import Reading

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*|\d")
_STOP = re.compile(r"[.!?…:]\W*\s|\n|[\"“”]")


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Folded words of one article with their offsets; `bounds` are indexes of words that begin a sentence or a quotation.

    `telling` says of each word whether it is one in lower case that carries matter: names and empty words are not.
    """

    article: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    telling: tuple[bool, ...]
    bounds: tuple[int, ...]

    def around(self, first: int, last: int) -> tuple[int, int]:
        """The sentences that the words `first:last` touch, as a range of words."""
        begin = self.bounds[bisect_right(self.bounds, first) - 1]
        after = bisect_right(self.bounds, last - 1)
        return begin, self.bounds[after] if after < len(self.bounds) else len(self.words)


def wording(reading: Reading) -> Wording:
    """The words of a reading's article outside what is set aside."""
    find = stemmer(languages.of(reading.article))
    text = reading.article.text
    found = [match for start, end in _kept(reading) for match in _WORD.finditer(text, start, end)]
    plain = [fold(match.group()) for match in found]
    ends = [match.end() for match in found]
    bounds = [0] + [at for at in range(1, len(found)) if _STOP.search(text, ends[at - 1], found[at].start())]
    return Wording(
        reading.article.id,
        tuple(find.variant(word) for word in plain),
        tuple(match.start() for match in found),
        tuple(ends),
        tuple(match.group()[0].islower() and word not in find.empty for match, word in zip(found, plain, strict=True)),
        tuple(bounds),
    )


def _kept(reading: Reading) -> Iterator[tuple[int, int]]:
    at = 0
    for aside in sorted(reading.asides, key=lambda aside: aside.span):
        if aside.span.start > at:
            yield at, aside.span.start
        at = max(at, aside.span.end)
    if at < len(reading.article.text):
        yield at, len(reading.article.text)
