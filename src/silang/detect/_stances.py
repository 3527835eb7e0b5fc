"""Verbs that one line of a row affirms and another denies, or has the opposite of, with the same things said around them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from silang.align.background import background
from silang.detect import _context, _turns
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Span

WINDOW = 6
"""Content words on either side of a verb that say what it is said of."""
REACH = 4
"""Words before a verb in which its negator stands."""
SHARE = 0.5
"""Least share, by weight, of the words around either verb that the other line has."""
HELD = 0.25
"""The same where the verbs have one object, or one word before them."""
WORDS = 2
"""Words around both verbs that are the same, at least."""
LIGHT = 1.3
"""Weight of a verb below which it says little without its object."""
ALIKE = 0.8
"""Least likeness of two quotations of one speaker that are one, whatever day each report came out on."""
SURE = 0.62
"""Context of a verb denied in one row; what is the same around it is added."""


class Stance(NamedTuple):
    """A verb of a line by its index, where it begins with its negator, and whether it has one."""

    line: Line
    at: int
    first: int
    denied: bool

    def span(self, behind: int = 0) -> Span:
        """The verb with its negator, and some words behind it."""
        words = self.line.words
        return Span(self.line.article.id, words[self.first].start, words[min(self.at + behind, len(words) - 1)].end)


def opposed(lineup: Lineup, pair: Pair) -> Iterator[tuple[Stance, Stance, str, float]]:
    """Pairs of verbs of two lines of a row that cannot both be so, what kind of turn it is, and how surely of one thing."""
    if pair.inside or not pair.point or _apart(lineup, pair):
        return
    for x in stances(pair.a):
        for y in stances(pair.b):
            why = _turned(x, y)
            context = _likeness(x, y) if why and not (_unlike(lineup, pair, x, y) or _other_agent(x, y)) else 0.0
            if why and context and not (_both(lineup, x, y) or _both(lineup, y, x)):
                yield x, y, why, context


def beside(x: Stance, y: Stance) -> int:
    """How many words behind two verbs belong to them for a reader: one where it is the same and of weight."""
    found = [z.line.words[z.at + 1 : z.at + 2] for z in (x, y)]
    same = all(found) and found[0][0].stem == found[1][0].stem and found[0][0].stem in x.line.content
    return int(bool(same))


def _turned(x: Stance, y: Stance) -> str:
    """What turns one verb into the other: a negator, or the opposite word; "" where nothing does."""
    one, other = x.line.words[x.at], y.line.words[y.at]
    if x.denied != y.denied:
        return "negation.negated" if one.stem == other.stem else ""
    return "negation.opposite" if not x.denied and other.fold in x.line.lexicon.opposed.get(one.fold, ()) else ""


@lru_cache(maxsize=2048)
def stances(line: Line) -> tuple[Stance, ...]:
    """The verbs of a line of which it is clear whether they are denied."""
    found = []
    for at in range(len(line.words)):
        first = _begun(line, at) if _predicate(line, at) else None
        if first is not None:
            found.append(Stance(line, at, first, first < at and _negates(line, first)))
    return tuple(found)


def _predicate(line: Line, at: int) -> bool:
    """Whether a word is a verb, or one of two opposites."""
    word, known = line.words[at], line.lexicon
    if word.stem not in line.content or not word.text.islower() or word.fold in known.negators:
        return False
    if any(word.fold in known.list(table) for table in ("modals", "focus", "limits", "causes", "joints", "sayings")):
        return False
    return word.fold in known.opposed or word.fold in known.list("predicates") or word.fold.startswith(_verbal(line))


def _verbal(line: Line) -> tuple[str, ...]:
    return tuple(sorted(line.lexicon.list("verbal")))


def _negates(line: Line, at: int) -> bool:
    return line.wording[at] in line.lexicon.negators or line.wording[at] in line.lexicon.list("failing")


def _begun(line: Line, at: int) -> int | None:
    """Where a verb begins with its negator, or itself; None where how much is denied, or whether, is not clear."""
    known, first = line.lexicon, at
    through = known.function | known.list("modals") | known.list("adverbs")
    for i in range(at - 1, max(-1, at - 1 - REACH), -1):
        if _stop(line, i + 1):
            break
        if _negates(line, i):
            first = i
            break
        if line.wording[i] in known.list("focus") or line.wording[i] in known.list("limits"):
            return at if i == 0 or not _negates(line, i - 1) else None
        if line.wording[i] not in through:
            break
    limited = any(w in known.list("limits") or w in known.list("focus") for w in line.wording[at + 1 : at + 3])
    twice = any(_negates(line, i) for i in range(max(0, first - 2), first)) if first < at else False
    return None if first < at and (limited or twice) else first


def _stop(line: Line, at: int) -> bool:
    """Whether a mark stands before a word."""
    return bool(set(line.article.text[line.words[at - 1].end : line.words[at].start]) & set(',;.:?!"”()'))


def _apart(lineup: Lineup, pair: Pair) -> bool:
    """Whether two lines of a row tell of two people or two days."""
    if _context.strangers(pair) or not lineup.namesakes(pair.a, pair.b) or _days_apart(pair):
        return True
    return lineup.other_day(pair.a, pair.b) and not _one_quotation(pair)


def _days_apart(pair: Pair) -> bool:
    """Whether what is said in either line is of days of which each has one that the other does not."""
    x, y = (_days(line) for line in (pair.a, pair.b))
    return bool(x and y) and not (x <= y or y <= x)


def _days(line: Line) -> frozenset[str]:
    said = line.statement.content
    dated = [s for s in line.slots if s.kind in ("date", "time") and said.start <= s.span.start < said.end]
    return frozenset(str(s.value)[:10] for s in dated)


def _one_quotation(pair: Pair) -> bool:
    """Whether both lines are the same words of one speaker, which no day changes."""
    x, y = pair.a.statement, pair.b.statement
    return x.form == y.form == "direct" and x.speaker == y.speaker and pair.shared >= ALIKE


def _other_agent(x: Stance, y: Stance) -> bool:
    """Whether two speakers say what they do themselves."""
    first, second = (_turns.Turn(z.line, z.first, z.at) for z in (x, y))
    return _turns.other_agent(first, second)


def _unlike(lineup: Lineup, pair: Pair, x: Stance, y: Stance) -> bool:
    """Whether one verb is of what is to come or is only supposed, or of what moves by the hour."""
    if pair.a.statement.modality != pair.b.statement.modality or _supposed(x) != _supposed(y):
        return True
    if any(_turns.pending(z.line, z.first, other.line, other.at) for z, other in ((x, y), (y, x))):
        return True
    return (_moves(x) or (not x.denied and not y.denied)) and lineup.fluid(pair)


def _moves(x: Stance) -> bool:
    return x.line.wording[x.at] in x.line.lexicon.list("changing")


def _supposed(x: Stance) -> frozenset[str]:
    """Words of a condition, a wish or a fear before a verb, in its clause."""
    begin = next((i for i in range(x.first, 0, -1) if _stop(x.line, i)), 0)
    return frozenset(x.line.wording[begin : x.at]) & x.line.lexicon.list("conditions")


def _near(x: Stance) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Content stems before and behind a verb in what is said, the nearest first."""
    line = x.line
    first, last = line.within(line.statement.content)
    if not first <= x.at < last:
        first, last = 0, len(line.words)
    return _stems(line, range(x.at - 1, first - 1, -1)), _stems(line, range(x.at + 1, last))


def _stems(line: Line, places: range) -> tuple[str, ...]:
    small = line.lexicon.negators | line.lexicon.list("joints") | line.lexicon.list("failing")
    found = [line.words[i].stem for i in places if line.words[i].stem in line.content and line.words[i].fold not in small]
    return tuple(found[:WINDOW])


def _likeness(x: Stance, y: Stance) -> float:
    """How surely two verbs are of one thing, 0..1, by what both lines have around them."""
    (before_x, behind_x), (before_y, behind_y) = _near(x), _near(y)
    one, other = frozenset(before_x + behind_x), frozenset(before_y + behind_y)
    share = min(_part(one, y.line.content), _part(other, x.line.content))
    held = bool(behind_x and behind_x[:1] == behind_y[:1]) or bool(before_x and before_x[:1] == before_y[:1])
    light = background().weight(x.line.words[x.at].stem) < LIGHT
    if len(one & other) < WORDS or share < (SHARE if light or not held else HELD) or (_moves(x) and _others(x, y)):
        return 0.0
    return round(SURE + 0.3 * share, 4)


def _others(x: Stance, y: Stance) -> bool:
    """Whether a word near one verb has another of its kind in its place near the other: chillies and onions."""
    for one, other in zip(_near(x), _near(y), strict=True):
        for i, word in enumerate(one):
            near = other[max(0, i - 1) : i + 2]
            if word not in other and any(w not in one and _turns.other_thing(x.line, word, w) for w in near):
                return True
    return False


def _part(stems: frozenset[str], content: frozenset[str]) -> float:
    """Share of some stems that a line has, by weight."""
    weight = background().weight
    whole = sum(sorted(map(weight, stems)))
    return round(sum(sorted(map(weight, stems & content))) / whole, 4) if whole else 0.0


def _both(lineup: Lineup, x: Stance, y: Stance) -> bool:
    """Whether the report of one verb has the other too, of much the same: then it tells of both."""
    own = (line for line in lineup.lines if line.article.id == x.line.article.id)
    told = (z for line in own for z in stances(line) if _turned(x, z))
    return any(_likeness(y, z) or _likeness(x, z) or z.line is x.line for z in told)
