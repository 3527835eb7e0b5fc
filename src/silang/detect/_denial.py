"""What one side denies, beside where the other reports have it said or told: two parties opposed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

SHARE = 0.5
"""Least share of the content words of a denial that a line of its row has."""
ANYWHERE = 0.75
"""The same of a line of no common row."""
WORDS = 2
"""Words that is, at least; one more outside a row."""
MOST = 40
"""Denials that are laid beside other lines."""
SURE = 0.6
"""Context of a denial and a claim that have no word in common; what they have is added."""


def denials(lineup: Lineup) -> Iterator[Difference]:
    """Denials of one report with the same thing said by somebody else, or told, in another."""
    denied = [(line, words) for line in lineup.lines if _denies(line) and (words := _words(line))][:MOST]
    for line, words in denied:
        row = {id(other) for other in lineup.beside(line)}
        for other in lineup.lines:
            context = _opposed(line, other, words, row=id(other) in row)
            if context:
                yield _difference(line, other, context)


def _denies(line: Line) -> bool:
    """Whether somebody denies what he speaks of, or calls it untrue."""
    said = line.wording[slice(*line.within(line.statement.content))]
    untrue = line.lexicon.has("untrue", (*said, *map(" ".join, pairwise(said))))
    return line.statement.strength == "deny" or (untrue and line.statement.speaker is not None)


def _words(line: Line) -> frozenset[str]:
    """Content words of what is denied; none where it is named by a word like "that" alone."""
    first, last = line.within(line.statement.content)
    rumours = line.lexicon.list("rumours")
    untrue = {word for phrase in line.lexicon.list("untrue") for word in phrase.split()}
    small = rumours | untrue | line.lexicon.negators
    found = frozenset(w.stem for w in line.words[first:last] if w.stem in line.content and w.fold not in small)
    return found if len(found) >= WORDS else frozenset()


def _claimed(line: Line, words: frozenset[str]) -> frozenset[str]:
    """Words behind the last "that" of a denial: what is before it stays so, as the reshuffle that was no revenge."""
    first, last = line.within(line.statement.content)
    begin = next((i + 1 for i in range(last - 1, first - 1, -1) if line.wording[i] in line.lexicon.list("definite")), first)
    said = frozenset(w.stem for w in line.words[begin:last]) & words
    return said if len(said) >= WORDS else words


def _opposed(line: Line, other: Line, words: frozenset[str], *, row: bool) -> float:
    """How surely another report affirms what a line denies, 0..1."""
    if other.article.id == line.article.id or other.statement.grain != "clause":
        return 0.0
    shared = len(words & other.content)
    share = shared / len(words)
    if not _claimed(line, words) & other.content:
        return 0.0
    if share < (SHARE if row else ANYWHERE) or shared < WORDS + (not row) or not _affirms(line, other):
        return 0.0
    return round(SURE + 0.3 * share, 4)


def _affirms(line: Line, other: Line) -> bool:
    """Whether a line says a thing itself, by another mouth, and speaks of no rumour and no denial."""
    x, y = line.statement.speaker, other.statement.speaker
    if other.statement.strength in ("deny", "refuse", "ask") or (x and x == y):
        return False
    words = other.lexicon.list("denying") | other.lexicon.negators
    if any(fold in words and fold not in line.wording for fold in other.wording):
        return False
    return bool(y) or not other.lexicon.has("rumours", other.wording)


def _difference(line: Line, other: Line, context: float) -> Difference:
    a, b = sorted((_side(line), _side(other)), key=lambda side: side.span)
    both = line.statement.speaker and other.statement.speaker
    why = "negation.parties" if both else "negation.negated"
    return Difference("negation", "conflict", a, b, why, context, None)


def _side(line: Line) -> Side:
    """The cue and what is denied, or the whole of what is said."""
    cue, content = line.statement.cue, line.statement.content
    if cue is None or line.statement.strength != "deny":
        return Side(line, content)
    return Side(line, Span(content.article, min(cue.start, content.start), max(cue.end, content.end)))
