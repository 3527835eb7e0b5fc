"""Names that have a country or its capital in them, or only stand for the place."""

from __future__ import annotations

from silang.entities.lexicon import CAPITAL, TAIL, Lexicon
from silang.entities.line import Line


def brand(line: Line, first: int, last: int) -> tuple[int, int]:
    """The tokens of a brand that has a country in its name: "Air India", "Qatar Airways", "Paris Air Show"."""
    while line.mark(last) & TAIL and line.mark(last) & CAPITAL:
        last += 1
    before = line.mark(first - 1)
    return (first - 1 if before & TAIL and before & CAPITAL else first), last


def somewhere(line: Line, at: int, lexicon: Lexicon) -> bool:
    """Whether a name stands where a place does, and speaks for nobody: "tiba di London"."""
    return at > 0 and line.words[at - 1].lower() in lexicon.toward
