"""People of whose full names one word is the same and the word beside it another, in two reports that tell the same of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

from silang.detect import _context, _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.detect._people import Person, people
from silang.types import Span

SHORTEST = 3
"""Letters of a word of a name that is looked at: shorter ones are initials and particles."""
TELLING = 0.3
"""Least share of the words around two such names, or of the shorter line, that both have."""
ENOUGH = 2
"""Words that stand around both names, at least, where no point has their lines."""
SURE = 0.75
"""Context of two such names."""
BESIDE = 2
"""Words on either side of a name that tell whose kin somebody is."""


class Rest(NamedTuple):
    """The word that two names share, the one beside it in either, and whether that stands before it, as a forename does."""

    common: str
    first: str
    second: str
    before: bool


def othernames(lineup: Lineup) -> Iterator[Difference]:
    """Two such people, each in a report that has no word of what tells the other from him; one told alike does for all."""
    held = _held(lineup) if lineup.paragraphs else {}
    for word in sorted(held):
        pairs = combinations([p for _, p in sorted(held[word].items()) if p], 2)
        rivals = [(x, y) for x, y in pairs if x.entity.id != y.entity.id and _apart(lineup, word, x, y)]
        same = {frozenset((x.entity.id, y.entity.id)) for x, y in rivals if _same(lineup, x, y)}
        for x, y in rivals:
            if frozenset((x.entity.id, y.entity.id)) in same:
                yield from _difference(lineup, x, y)


def _apart(lineup: Lineup, word: str, x: Person, y: Person) -> bool:
    """Whether the word beside the one that two names share is another, unknown to the other report, and no relative's."""
    rest = _rest(lineup, word, x, y)
    if rest is None or lineup.has(x.full[0].article, rest.second) or lineup.has(y.full[0].article, rest.first):
        return False
    return not (rest.before and _family(lineup, x, y))


def _held(lineup: Lineup) -> dict[str, dict[str, Person | None]]:
    """By word of a name and by report who alone has it there; nobody where several have."""
    out: dict[str, dict[str, Person | None]] = defaultdict(dict)
    small = lineup.paragraphs[0].lexicon.list("joiners")
    for reading in lineup.readings:
        for person in people(reading, small):
            for word in sorted(set(person.words)):
                out[word][reading.article.id] = None if reading.article.id in out[word] else person
    return out


def _rest(lineup: Lineup, word: str, x: Person, y: Person) -> Rest | None:
    """A word of both names, with the words beside it, before or behind in both, that are no spellings of each other."""
    i, j = x.words.index(word), y.words.index(word)
    for step in (-1, 1):
        if _within(lineup, x, i, step) and _within(lineup, y, j, step):
            rest = Rest(word, x.words[i + step], y.words[j + step], step < 0)
            if _names(lineup, rest) and not _spelled(lineup, rest):
                return rest
    return None


def _within(lineup: Lineup, person: Person, at: int, step: int) -> bool:
    """Whether a name has a word beside one of its words; before it only its first, and none that may be of an office."""
    if step > 0:
        return at + 1 < len(person.words)
    return at == 1 and (len(person.words) == 2 or not _behind_office(lineup, person))


def _behind_office(lineup: Lineup, person: Person) -> bool:
    """Whether a name stands right behind the head of an office, so that its first word may be of what that is of."""
    for span in person.full:
        line = lineup.paragraph(span)
        first = line.within(span)[0] if line else 0
        if line and first and line.wording[first - 1] in line.lexicon.list("offices"):
            return True
    return False


def _names(lineup: Lineup, rest: Rest) -> bool:
    """Whether all three are words that nobody writes without a capital, of some letters."""
    small = lineup.lowercase | lineup.paragraphs[0].lexicon.list("offices")
    return all(len(w) >= SHORTEST and w.replace("-", "").isalpha() and w not in small for w in rest[:3])


def _spelled(lineup: Lineup, rest: Rest) -> bool:
    """Whether the two words beside may be one: the same, one begun by the other, or known spellings of one name."""
    a, b = rest.first, rest.second
    return a.startswith(b) or b.startswith(a) or _spelling.conventional(lineup.paragraphs[0].lexicon, a, b)


def _same(lineup: Lineup, x: Person, y: Person) -> bool:
    """Whether both have one office, or what is told of them is told alike."""
    ours, theirs = ({" ".join(r.title.casefold().split()): r.of for r in p.entity.roles} for p in (x, y))
    if any(not ours[t] or not theirs[t] or ours[t] == theirs[t] for t in ours.keys() & theirs.keys()):
        return True
    if any(_told(pair, x, y) or _told(pair, y, x) for pair in lineup.pairs if not pair.inside):
        return True
    return any(_near(lineup, a, b) for a, b in product(x.full, y.full))


def _family(lineup: Lineup, x: Person, y: Person) -> bool:
    """Whether one alone is called somebody's kin, or one a woman and the other a man: two of one family."""
    ours, theirs = (_beside(lineup, person) for person in (x, y))
    lexicon = lineup.paragraphs[0].lexicon
    sexes = [{name for name in ("female", "male") if words & lexicon.list(name)} for words in (ours, theirs)]
    return bool(ours & lexicon.list("kin")) != bool(theirs & lexicon.list("kin")) or (all(sexes) and not sexes[0] & sexes[1])


def _beside(lineup: Lineup, person: Person) -> frozenset[str]:
    """The words beside a name, where it stands in full, and their stems."""
    found: set[str] = set()
    for span in person.full:
        line = lineup.paragraph(span)
        first, last = line.within(span) if line else (0, 0)
        near = (*line.words[max(0, first - BESIDE) : first], *line.words[last : last + BESIDE]) if line else ()
        found.update(form for word in near for form in (word.fold, word.stem))
    return frozenset(found)


def _told(pair: Pair, x: Person, y: Person) -> bool:
    first, second = _at(pair.a, x), _at(pair.b, y)
    if first is None or second is None:
        return False
    return max(_context.nearness(pair, first, second), pair.shared) >= TELLING


def _at(line: Line, person: Person) -> Span | None:
    span = line.statement.span
    held = (p for p in person.places if p.article == span.article and span.start <= p.start and p.end <= span.end)
    return next(held, None)


def _near(lineup: Lineup, a: Span, b: Span) -> bool:
    """Whether enough of the words that stand around two names are the same."""
    one, other = lineup.paragraph(a), lineup.paragraph(b)
    if one is None or other is None:
        return False
    x, y = (frozenset().union(*_context.around(line, span)) for line, span in ((one, a), (other, b)))
    return len(x & y) >= ENOUGH and _context.share(x, y) >= TELLING


def _difference(lineup: Lineup, x: Person, y: Person) -> Iterator[Difference]:
    a, b = sorted((x.full[0], y.full[0]))
    one, other = lineup.paragraph(a), lineup.paragraph(b)
    if one is not None and other is not None:
        yield Difference("name", "conflict", Side(one, a), Side(other, b), "name.person", SURE)
