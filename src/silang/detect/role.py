"""Two reports give one person different offices.

## What it finds
The same person with the same office of two countries or bodies ("Perdana Menteri Rusia Benjamin Netanyahu" and "Perdana
Menteri Israel Benjamin Netanyahu"), in two reports or in one; and two sentences worded alike but for the office;
and two posts of one person, abbreviated, that differ in a syllable; and wherever they stand, an office and its deputy's, or two
offices that nobody has at once in one body (its head and its secretary, its head and a member with a task), each in reports
that never give the other.

## Why it matters
An office says with what authority somebody speaks. A wrong one puts words into the mouth of another government or firm.

## When it stays silent
When one office is the other with less said of it, when somebody may hold both, and when one of the two is a former,
acting or would-be office: that is given as compatible.

## Example
> A: Menteri Keuangan Rania Wiratama menolak usul itu. B: Menteri Perdagangan Rania Wiratama menolak usul itu.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from silang.detect import _context, _offices, _posts, _rungs, _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lines import Change, Line, Pair
from silang.detect._lineup import Lineup
from silang.detect._words import Word
from silang.types import Entity, Span

CODE = "role"
LONGEST = 4
"""Words of an office that are looked at."""
VERBATIM = 0.9
"""Share of equal words of two quotations of which one is a copy of the other."""
SURE = 0.9
"""Context of the same office of another body: one person, one title, two bodies."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Offices of one person that differ."""
    yield from _posts.posts(lineup)
    yield from _rungs.rungs(lineup)
    yield from _offices.offices(lineup)
    for name in sorted(lineup.cast):
        if lineup.cast[name].kind == "person":
            yield from _bodies(lineup, lineup.cast[name])
    for pair in lineup.pairs:
        for change in pair.changes:
            if _context.twin(pair, change) and not _of_person(lineup, pair, change):
                yield from (_of_its_time(lineup, pair, d) for d in _office(pair, change) if not _translated(lineup, pair, d))


def _translated(lineup: Lineup, pair: Pair, d: Difference) -> bool:
    """Whether an office stands in a quotation that is not word for word the same: speakers and translators choose titles."""
    return pair.alike < VERBATIM and (lineup.quoted(d.a.span) or lineup.quoted(d.b.span))


def _of_its_time(lineup: Lineup, pair: Pair, d: Difference) -> Difference:
    """Two offices, one after the other, where the text around tells of a change and is no copy of the other's."""
    if pair.alike >= VERBATIM:
        return d
    told = [lineup.paragraph(side.span) for side in (d.a, d.b)]
    if d.relation == "conflict" and any(line and line.lexicon.has("succession", line.wording) for line in told):
        return replace(d, relation="compatible", why="role.provisional")
    return d


def _of_person(lineup: Lineup, pair: Pair, change: Change) -> bool:
    """Whether the changed words are of somebody's name: then another person is spoken of, not another office."""
    places = (
        Span(line.article.id, line.words[at[0]].start, line.words[at[1] - 1].end)
        for line, at in ((pair.a, change.a), (pair.b, change.b))
        if at[0] < at[1]
    )
    return any(lineup.kind_at(place) == "person" for place in places)


def _bodies(lineup: Lineup, entity: Entity) -> Iterator[Difference]:
    roles = [(role, line) for role in sorted(entity.roles, key=lambda r: r.span) if (line := lineup.paragraph(role.span))]
    for (a, x), (b, y) in combinations(roles, 2):
        if a.title.casefold() == b.title.casefold() and a.of and b.of and _apart(lineup, a.of, b.of):
            yield Difference(CODE, "conflict", Side(x, a.span), Side(y, b.span), "role.body", SURE, None, entity.name)


def _apart(lineup: Lineup, a: str, b: str) -> bool:
    """Whether two bodies are not one: two countries, or two that do not speak for one another."""
    x, y = lineup.cast.get(a), lineup.cast.get(b)
    if x is None or y is None or x.id == y.id or x.kind != y.kind:
        return False
    return x.kind == "country" and lineup.party(a) != lineup.party(b)


def _office(pair: Pair, change: Change) -> Iterator[Difference]:
    """One office put for another, or a word put before it that makes it another."""
    x, y = pair.a.words[slice(*change.a)], pair.b.words[slice(*change.b)]
    if not change.right or max(len(x), len(y)) > LONGEST or not (_titled(pair.a, x) and _titled(pair.b, y)):
        return
    first, second = [w.fold for w in x], [w.fold for w in y]
    if not (first and second):
        if not set(first + second) <= pair.a.lexicon.list("modifiers") | pair.a.lexicon.list("provisional"):
            return
    elif (
        _same_office(first, second, pair.a.lexicon.list("offices"), pair.a.lexicon.groups("posts"))
        or not _names_office(pair.a, x)
        or not _names_office(pair.b, y)
        or (len(x) != len(y) and not (_headed(pair.a, x) and _headed(pair.b, y)))
        or _one_of_them(pair, " ".join(first), " ".join(second))
    ):
        return
    if set(first + second) <= set(pair.a.lexicon.order("ranks")):
        return
    loose = set(first + second) & (pair.a.lexicon.list("provisional") | pair.b.lexicon.list("provisional"))
    relation, why = ("compatible", "role.provisional") if loose else ("conflict", "role.office")
    yield Difference(CODE, relation, _side(pair.a, change.a), _side(pair.b, change.b), why, 1.0, pair.point)  # type: ignore[arg-type]


def _one_of_them(pair: Pair, first: str, second: str) -> bool:
    """Whether the head of a body is called a member of it, as all heads are, in lines that are no copies of each other."""
    tops, members = (pair.a.lexicon.list(name) for name in ("tops", "members"))
    return pair.alike < VERBATIM and ((first in tops and second in members) or (second in tops and first in members))


def _titled(line: Line, words: tuple[Word, ...]) -> bool:
    """Whether all words are written as a title is: with capitals, or offices themselves."""
    return all(w.text[:1].isupper() or w.fold in line.lexicon.list("offices") for w in words)


def _same_office(a: list[str], b: list[str], offices: frozenset[str], posts: tuple[frozenset[str], ...]) -> bool:
    """Whether one is short for the other, spelled otherwise or another word for it, or they have a word in common."""
    if _spelling.shortened(a, b) or _spelling.shortened(b, a) or set(a) & set(b):
        return True
    if any(set(a) & post and set(b) & post for post in posts):
        return True
    known = {w for w in (*a, *b) if w in offices}
    return len(a) == len(b) and not known and all(_spelling.near(x, y) for x, y in zip(a, b, strict=True))


def _headed(line: Line, words: tuple[Word, ...]) -> bool:
    return any(w.fold in line.lexicon.list("offices") for w in words)


def _names_office(line: Line, words: tuple[Word, ...]) -> bool:
    """Whether changed words are of an office: they have the head of one, or stand behind it in its title."""
    at = line.words.index(words[0])
    return any(w.fold in line.lexicon.list("offices") for w in (*line.words[max(0, at - 2) : at], *words))


def _side(line: Line, at: tuple[int, int]) -> Side:
    """The changed words with a word on either side where nothing stands on this side."""
    first, last = at if at[1] > at[0] else (max(0, at[0] - 1), min(len(line.words), at[1] + 1))
    return Side(line, Span(line.article.id, line.words[first].start, line.words[last - 1].end))
