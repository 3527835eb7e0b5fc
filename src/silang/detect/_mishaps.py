"""What made the fire, the crash or the collapse that two reports are of, where each gives one cause of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Span

OPENING = 400
"""Code points of a report in which its mishap is named."""
LONGEST = 9
"""Words of a cause before its verb."""
CAUSE = 0.25
"""Most of the shorter cause's words that both have."""
SURE = 0.7
"""Context of two causes of one mishap."""
MOST = 60
"""Statements with the cause of a mishap that are laid side by side."""


class Made(NamedTuple):
    """What a line says made a mishap: the kind of mishap, the words of the cause, and their place with the verb or mark."""

    line: Line
    mishap: int
    cause: frozenset[str]
    span: Span


def mishaps(lineup: Lineup) -> Iterator[tuple[Made, Made]]:
    """Causes of one mishap in two reports that have hardly a word in common."""
    lines = [line for line in lineup.lines if line.statement.grain == "clause"]
    found = [made for line in lines if (made := _made(lineup, line))][:MOST]
    for a, b in combinations(found, 2):
        if a.span.article == b.span.article or a.mishap != b.mishap or _apart(lineup, a, b):
            continue
        if len(a.cause & b.cause) <= CAUSE * min(len(a.cause), len(b.cause)) and not (
            _tells(lineup, a, b) or _tells(lineup, b, a)
        ):
            yield a, b


def exclude(a: Made, b: Made) -> bool:
    """Whether two causes are known to be of two kinds: fog is bad weather, but neither is a candle."""
    x, y = _blame(a), _blame(b)
    return bool(x and y) and not x & y


def _blame(made: Made) -> set[int]:
    words = made.line.words[slice(*made.line.within(made.span))]
    known = made.line.lexicon.contrasts
    return {kind for w in words if w.stem in made.cause for name, kind in known.get(w.fold, ()) if name == "blame"}


def _tells(lineup: Lineup, a: Made, b: Made) -> bool:
    """Whether the report of one cause has the words of the other too."""
    words = b.line.words[slice(*b.line.within(b.span))]
    telling = [w.fold for w in words if w.stem in b.cause]
    return all(lineup.has(a.span.article, fold) for fold in telling)


def _apart(lineup: Lineup, a: Made, b: Made) -> bool:
    """Whether what two lines say is of two places or days."""
    x, y = (lineup.cast_in(made.line.statement.content) for made in (a, b))
    places = [{name for name in found if lineup.cast[name].kind == "place"} for found in (x, y)]
    days = [{str(s.value)[:10] for s in made.line.slots if s.kind in ("date", "time")} for made in (a, b)]
    return any(first and second and not first & second for first, second in (places, days))


def _made(lineup: Lineup, line: Line) -> Made | None:
    """The one cause that a line gives of the mishap that its report opens with."""
    known, statement = line.lexicon, line.statement
    first, last = line.within(statement.content)
    said = line.wording[first:last]
    if statement.strength in ("deny", "ask") or any(w in known.negators for w in said) or known.has("partly", said):
        return None
    for at in range(first, last):
        for cause, effect in (*_behind(line, at, first, last), *_before(line, at, first, last)):
            mishap = _mishap(line, *effect)
            words = frozenset(w.stem for w in line.words[slice(*cause)] if w.stem in line.content)
            if mishap is not None and words and _opens(lineup, line, mishap):
                low, high = min(cause[0], at), max(cause[1], at + 1)
                return Made(line, mishap, words, Span(line.article.id, line.words[low].start, line.words[high - 1].end))
    return None


def _behind(line: Line, at: int, first: int, last: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The cause behind a mark such as "because of", and what is before it."""
    for size in (3, 2, 1):
        if " ".join(line.wording[at : at + size]) in line.lexicon.list("causes") and at + size < last:
            yield (at + size, _clause(line, at + size, last)), (first, at)
            return


def _before(line: Line, at: int, first: int, last: int) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The cause before a verb such as "caused", and what is behind it."""
    if line.wording[at] in line.lexicon.list("causing") and " ".join(line.wording[at : at + 2]) not in line.lexicon.list(
        "causes"
    ):
        begin = next((i for i in range(at - 1, max(first, at - LONGEST), -1) if _stop(line, i)), max(first, at - LONGEST))
        yield (begin, at), (at + 1, _clause(line, at + 1, last))


def _clause(line: Line, first: int, last: int) -> int:
    return next((i for i in range(first + 1, last) if _stop(line, i)), last)


def _stop(line: Line, at: int) -> bool:
    """Whether a mark stands before a word."""
    return bool(set(line.article.text[line.words[at - 1].end : line.words[at].start]) & set(',;.":”'))


def _mishap(line: Line, first: int, last: int) -> int | None:
    """The kind of mishap that is named among some words."""
    kinds = line.lexicon.groups("mishaps")
    return next((i for w in line.wording[first:last] for i, kind in enumerate(kinds) if w in kind), None)


def _opens(lineup: Lineup, line: Line, mishap: int) -> bool:
    """Whether the title or the opening of a report names a mishap of this kind."""
    kind, article = line.lexicon.groups("mishaps")[mishap], line.article
    early = (x for x in lineup.paragraphs if x.article.id == article.id and x.statement.span.start < OPENING)
    return any(w in kind for x in early for w in x.wording) or not kind.isdisjoint(article.title.casefold().split())
