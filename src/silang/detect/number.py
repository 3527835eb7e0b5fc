"""Two reports give different numbers for one thing.

## What it finds
Counts, money, percents and measures that stand for the same thing in two statements of one point and cannot both be
right as written: 442 passengers and 424, a depth of 10 km and of 13. Also a number inside one report that its other
statements contradict. Two numbers are of one thing when the sentences are worded alike around them, or when they
have the same unit and the same counted noun or governing words, and neither report gives the other's number elsewhere;
when they count one noun before one name; when they are what one sum is worth in another currency; when all that stands
around them says so to a scorer (`_referents.py`). Also a total with parts that do not add up to it in its own sentence.

## Why it matters
Figures are what readers remember and what is copied on. A digit swapped on the way, an older count, a sum given for a
part: each makes one of two reports wrong, and nobody who reads one of them can see it.

## When it stays silent
When a value is of another unit, of another noun, or of another day; when the nearest words of one contrast (`contrasts` in
`detect.toml`) are of two kinds: the dead and the hurt, the sentence asked for and the one given, new suspects and all; when a
share or an index is told of two hours; when the words before a value stand before others too, as in a list; when the two
reports have few words of weight in common. Rounding, "more than" and "about", ranges that overlap,
a running count of another hour, and a part beside its whole are given as compatible, with the reason.

## Example
> A: Pesawat itu membawa 442 penumpang. B: Pesawat itu membawa 424 penumpang.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from silang.detect import _calendar, _context, _exact, _figures, _grid, _quantity, _referents, _rivals, _scope, _sums, _values
from silang.detect._difference import Difference, Side
from silang.detect._lines import Change, Line, Pair
from silang.detect._lineup import Lineup
from silang.detect._words import Word
from silang.types import Slot, Span

CODE = "number"
KINDS = frozenset({"number", "money", "percent", "measure"})
BEHIND = 5
"""Words behind a number in which its noun goes on."""
NOUN = 0.6
"""Least share of the words of the noun that both count."""
ROW = 0.65
"""Context of two numbers of one row under one noun, where the lines have no other word in common."""
ALIKE, SAME = 0.6, 0.7
"""Least share of the shorter line's words that two lines of a row have, for their one amount or count to be of one thing."""
SUM = 0.8
"""Context of a total and its parts: one sentence says that they are of one thing."""
RUNNING = 90.0
"""Minutes between two reports after which a running count may have grown."""
MOVED = frozenset({"number.time", "number.later"})
"""Reasons why both may hold that are of what changes from day to day."""
LASTING = frozenset({"year"})
"""Units of what does not: somebody's age, the length of a sentence."""
SURE = 0.8
"""Chance that two numbers are of one thing from which on figures changed in one of them are a slip."""
LOOSE = 0.5
"""Least share of words around two values for them to be of one thing when the sentences are not worded alike."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Numbers of one thing that differ, in lines of one point."""
    for pair, a, b, context in (*_rivals.rivals(lineup), *_figures.figures(lineup)):
        if not _elsewhere(lineup, pair, a, b) and not _of_two_people(lineup, a, b):
            yield _verdict(lineup, pair, a, b, context)
    for pair, a, b, chance in _referents.referents(lineup):
        if a.kind in KINDS and not _elsewhere(lineup, pair, a, b) and not _owned(pair, a, b):
            yield _weighed(lineup, pair, a, b, chance)
    for line, total, parts in _sums.sums(lineup):
        yield Difference(CODE, "conflict", Side(line, total), Side(line, parts), "number.sum", SUM)
    for pair in lineup.pairs:
        for a in _numbers(pair.a):
            for b in _numbers(pair.b):
                yield from _difference(lineup, pair, a, b)
        for change in pair.changes:
            if _context.twin(pair, change) and not _context.listed(pair, change):
                yield from _numerals(pair, change)


def _of_two_people(lineup: Lineup, a: Slot, b: Slot) -> bool:
    x, y = (_values.located(lineup).get(s.span) for s in (a, b))
    return x is not None and y is not None and _grid.of_two_people(x, y)


def _owned(pair: Pair, a: Slot, b: Slot) -> bool:
    """Whether either of two counts is of somebody's by the name behind its noun, whom the other line does not name."""
    if a.kind != "number" or _swapped(a, b):
        return False
    return any(not set(_figures.owner(x, s)) <= set(y.wording) for x, s, y in ((pair.a, a, pair.b), (pair.b, b, pair.a)))


def _weighed(lineup: Lineup, pair: Pair, a: Slot, b: Slot, chance: float) -> Difference:
    """What two numbers are that are of one thing by all around them: a slip is no rounding and no count that has grown."""
    found = replace(_verdict(lineup, pair, a, b, _context.weighed(chance)), weighed=True)
    moving = found.why in MOVED and (_swapped(a, b) or a.unit in LASTING)
    if not lineup.fluid(pair) and (moving or (chance >= SURE and _slip(a, b))):
        return replace(found, relation="conflict", why="number.differ")
    return found


def _swapped(a: Slot, b: Slot) -> bool:
    """Whether one number has the figures of the other in another order."""
    x, y = (_quantity.figures(s) for s in (a, b))
    return x != y and sorted(x) == sorted(y)


def _slip(a: Slot, b: Slot) -> bool:
    single = isinstance(a.value, int | float) and isinstance(b.value, int | float)
    return single and _quantity.slip(float(a.value), float(b.value))  # type: ignore[arg-type]


def _difference(lineup: Lineup, pair: Pair, a: Slot, b: Slot) -> Iterator[Difference]:
    if a.kind != b.kind or a.unit != b.unit or _quantity.equal(a, b) or _numerals_in_common(pair, a, b):
        return
    if _context.entries(pair) if pair.inside else lineup.apart(pair.a.article.id, pair.b.article.id):
        return
    if _scope.apart(pair.a, a.span, pair.b, b.span):
        return
    x, y = _rivals.labels(pair.a, a), _rivals.labels(pair.b, b)
    if x and y and not x & pair.b.content and not y & pair.a.content:
        return
    change = _context.change_at(pair, a.span, b.span)
    twin = change is not None and _context.twin(pair, change)
    if twin and change is not None and (_context.listed(pair, change) or _context.others(pair, change)):
        return
    if not twin and _of_two_people(lineup, a, b):
        return
    context = 1.0 if twin else max(_context.nearness(pair, a, b), _in_row(pair, a, b))
    if _gives(lineup, pair.a.article.id, b) and _gives(lineup, pair.b.article.id, a) and not pair.inside:
        return
    if not twin and (not _one_thing(pair, a, b, context) or _elsewhere(lineup, pair, a, b) or lineup.strangers(pair.a, pair.b)):
        return
    yield _verdict(lineup, pair, a, b, context, twin=twin)


def _in_row(pair: Pair, a: Slot, b: Slot) -> float:
    """How surely two numbers of one row are of one thing, by a noun of which either line gives one; 0 where they are not."""
    x, y = _rivals.labels(pair.a, a), _rivals.labels(pair.b, b)
    lone = _lone(pair.a, a, x) and _lone(pair.b, b, y)
    if pair.inside or not pair.point or not lone:
        return 0.0
    if (x and x == y) or _carried(pair, a, b):
        return round(ROW + 0.25 * pair.shared, 4)
    near = bool(x & y) or not (x and y)
    return LOOSE if near and _quantity.reconciled(a, b) else 0.0


def _carried(pair: Pair, a: Slot, b: Slot) -> bool:
    """Whether lines of one row, worded otherwise, each give one value of a unit, and one's noun stands in the other too.

    A noun stands before a value or behind it, and is read from one place: where it stands in the other line as well, and most
    else does, the two lines say the same of it.
    """
    x, y = _rivals.labels(pair.a, a), _rivals.labels(pair.b, b)
    held = (x and x <= pair.b.content) or (y and y <= pair.a.content)
    enough = SAME if a.kind == "number" else ALIKE
    sole = _single(pair.a, a) and _single(pair.b, b) and bool(a.unit)
    return bool(held and sole and pair.point) and not pair.inside and pair.shared >= enough


def _lone(line: Line, slot: Slot, labels: frozenset[str]) -> bool:
    """Whether a line gives one number of this unit under this noun."""
    rest = [s for s in _numbers(line) if s.span != slot.span and (s.kind, s.unit) == (slot.kind, slot.unit)]
    return not any(_rivals.labels(line, s) == labels for s in rest)


def _verdict(lineup: Lineup, pair: Pair, a: Slot, b: Slot, context: float, twin: bool = False) -> Difference:
    moved = lineup.other_day(pair.a, pair.b) or lineup.fluid(pair)
    reason = _reason(pair, a, b, twin=twin) or ("time" if moved else "")
    sides = Side(pair.a, a.span), Side(pair.b, b.span)
    relation, what = "compatible" if reason else "conflict", a.of or b.of
    return Difference(CODE, relation, *sides, f"number.{reason or 'differ'}", context, pair.point or None, what)  # type: ignore[arg-type]


def _numerals(pair: Pair, change: Change) -> Iterator[Difference]:
    """Figures that stand in one place of two sentences worded alike and are read as no quantity: a stage, an episode."""
    x, y = ([w for w in line.words[slice(*at)] if w.fold[0].isdigit()] for line, at in ((pair.a, change.a), (pair.b, change.b)))
    if (
        len(x) == len(y) == 1
        and x[0].fold != y[0].fold
        and not (_context.valued(pair.a, x[0]) and _context.valued(pair.b, y[0]))
    ):
        yield Difference(CODE, "conflict", _figure(pair.a, x[0]), _figure(pair.b, y[0]), "number.differ", 1.0, pair.point)


def _figure(line: Line, word: Word) -> Side:
    return Side(line, Span(line.article.id, word.start, word.end))


def _numerals_in_common(pair: Pair, a: Slot, b: Slot) -> bool:
    """Whether the figures of one value are all in the other: then one was read to a different end."""
    x, y = (
        {w.fold for w in line.words[slice(*line.within(s.span))] if w.fold[0].isdigit()}
        for line, s in ((pair.a, a), (pair.b, b))
    )
    return x != y and bool(x and y) and (x <= y or y <= x)


def _one_thing(pair: Pair, a: Slot, b: Slot, context: float) -> bool:
    x, y = _rivals.labels(pair.a, a), _rivals.labels(pair.b, b)
    if pair.a.lexicon.has("age", a.of.split()) or pair.b.lexicon.has("age", b.of.split()):
        return False
    if not _carried(pair, a, b):
        if x and y and len(x & y) < NOUN * min(len(x), len(y)):
            return False
        if _qualified(pair.a, a, y - x) or _qualified(pair.b, b, x - y):
            return False
    if _context.strangers(pair) or {a.bound, b.bound} == {"atleast", "atmost"}:
        return False
    if pair.inside and (not (_single(pair.a, a) and _single(pair.b, b)) or _context.entries(pair)):
        return False
    return context >= LOOSE and bool(a.unit or (x and y))


def _qualified(line: Line, slot: Slot, more: frozenset[str]) -> bool:
    """Whether a noun goes on behind its number otherwise than the longer noun of the other does."""
    _, last = line.within(slot.span)
    behind = {w.stem for w in line.words[last : last + BEHIND] if w.stem in line.content}
    return bool(more) and len(behind) > 1 and not behind & more


def _single(line: Line, slot: Slot) -> bool:
    """Whether a line has one number of this unit."""
    return sum(s.kind == slot.kind and s.unit == slot.unit for s in line.statement.slots) == 1


def _reason(pair: Pair, a: Slot, b: Slot, twin: bool) -> str:
    """Why both may hold. Sentences that are worded alike differ by more than a rounding hand."""
    reason = _quantity.reconciled(a, b)
    if (
        twin
        and reason in ("rounding", "approximate", "bound")
        and a.bound == b.bound
        and _written(pair.a, a) == _written(pair.b, b)
    ):
        return ""
    if reason == "rounding" and _exact.apart(pair.a, a, pair.b, b):
        return ""
    if reason:
        return reason
    if _other_day(pair):
        return "time"
    running = pair.a.lexicon.has("running", (w.fold for w in pair.a.words)) or pair.b.lexicon.has(
        "running", (w.fold for w in pair.b.words)
    )
    if running and (_calendar.later(pair.a.article.published, pair.b.article.published) or 0) >= RUNNING:
        return "later"
    return ""


def _written(line: Line, slot: Slot) -> int:
    """With how many words and figures a value is written: "38 juta" is otherwise than "38.208.348"."""
    first, last = line.within(slot.span)
    return last - first


def _other_day(pair: Pair) -> bool:
    """Whether both lines name days, and none in common."""
    x, y = _days(pair.a), _days(pair.b)
    return bool(x and y and not x & y)


def _days(line: Line) -> frozenset[str]:
    return frozenset(str(s.value)[:10] for s in line.statement.slots if s.kind in ("date", "time") and len(str(s.value)) >= 7)


def _elsewhere(lineup: Lineup, pair: Pair, a: Slot, b: Slot) -> bool:
    """Whether either report also gives the other's value: then the two are not each other's rival."""
    if pair.inside:
        return False
    return _gives(lineup, pair.a.article.id, b) or _gives(lineup, pair.b.article.id, a)


def _gives(lineup: Lineup, article: str, slot: Slot) -> bool:
    if isinstance(slot.value, str | tuple):
        return False
    return (article, slot.kind, slot.unit, round(float(slot.value), 6)) in lineup.values


def _numbers(line: Line) -> tuple[Slot, ...]:
    return tuple(s for s in line.slots if s.kind in KINDS)
