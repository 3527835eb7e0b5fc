"""Names as they are written: capitalised words in a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from silang.detect._lines import Line
from silang.detect._words import Word
from silang.types import Span

LONGEST = 14
"""Words of a name that are looked at."""


class Run(NamedTuple):
    """Capitalised words of a line that stand together, small words inside allowed."""

    line: Line
    words: tuple[Word, ...]

    def span(self, first: int = 0, last: int | None = None) -> Span:
        """The place of some of its words, `first:last`."""
        chosen = self.words[first:last]
        return Span(self.line.article.id, chosen[0].start, chosen[-1].end)


def runs(line: Line) -> Iterator[Run]:
    """Every name of a line, in order: words with nothing but blanks between them."""
    text = line.article.text
    held: list[Word] = []
    for word in line.words:
        apart = bool(held) and bool(text[held[-1].end : word.start].strip(" \u00a0"))
        small = not word.text[:1].isupper()
        if apart or (small and (not held or word.fold not in line.lexicon.list("joiners"))) or len(held) == LONGEST:
            yield from _closed(line, held)
            held = []
        if not small or held:
            held.append(word)
    yield from _closed(line, held)


def _closed(line: Line, held: list[Word]) -> Iterator[Run]:
    while held and not held[-1].text[:1].isupper():
        held.pop()
    if held and not _keyed(line, held):
        yield Run(line, tuple(held))


def _keyed(line: Line, held: list[Word]) -> bool:
    """Whether figures or a low line stand right before or behind: a piece of a key or an address, not a name."""
    text = line.article.text
    ends = text[max(0, held[0].start - 1) : held[0].start] + text[held[-1].end : held[-1].end + 1]
    return any(c == "_" or c.isdigit() for c in ends)
