"""The values of reports with what stands around them, laid beside others of their unit."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache

from silang.detect import _calendar, _quantity, _rivals
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.detect._wordsets import Words
from silang.types import Reading, Slot, Span

NEAR, NEARER = 6, 3
"""Words on either side of a value that say what it is of, and those that say most."""
MOST = 40
"""Values of one unit of a report that are laid beside those of another."""
FEW = 4
"""Values of one unit in a line from which on there are many."""
REACH = 400
"""Code points before a value in which somebody is named whom it may be of."""
CLAUSE = 40
"""Code points before the content of a line in which its subject stands, where a clause is cut off behind it."""
NAMED = frozenset({"name", "pronoun"})
"""Forms of mentions that say surely who is meant; a role does less."""
DAY = len("2025-01-01")
TIMES = frozenset({"date", "time"})
KINDS = ("number", "money", "percent", "measure", "date", "time", "score")
"""Kinds of values that are laid side by side; a score is a number of two parts."""

Place = tuple[int, str, str, str]
"""Where somebody or something is spoken of, the entity, its kind, and the form of the mention."""


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """A value with what stands around it, the value itself left out: content stems before and behind, nouns, contrasts."""

    line: Line
    slot: Slot
    content: Words
    before: Words
    behind: Words
    before_near: Words
    behind_near: Words
    nouns: Words
    governor: str
    told: str
    """The value itself in the form in which it is known again."""
    alone: int
    """Values of its unit in its line, at most `FEW`."""
    persons: Words
    """Ids of the people its content speaks of, by whatever words; of the last one before it where it speaks of none."""
    named: Words
    """Those of them whom its content, or what stands right before, names or has a pronoun for."""
    last: str
    """Id of what is named last before it, "" where nothing is."""

    @property
    def around(self) -> Words:
        """The words before and behind together."""
        return self.before | self.behind


Values = dict[tuple[str, tuple[str, str]], tuple[Value, ...]]
"""By report and unit, in text order."""


@lru_cache(maxsize=1)
def values(lineup: Lineup) -> Values:
    """Values by report and unit, the first `MOST` of each; kept for the next detector of the same comparison."""
    held: dict[tuple[str, tuple[str, str]], list[Value]] = defaultdict(list)
    spoken = {r.article.id: _mentions(lineup, r) for r in lineup.readings}
    for line, slot in sorted(lineup.slots, key=lambda found: found[1].span):
        for one in (slot, *_day(slot)) if slot.kind in KINDS else ():
            row = held[line.article.id, unit(one)]
            if len(row) < MOST:
                row.append(_value(line, one, spoken[line.article.id]))
    return {key: tuple(row) for key, row in held.items()}


@lru_cache(maxsize=1)
def located(lineup: Lineup) -> dict[Span, Value]:
    """The same by place."""
    return {value.slot.span: value for row in values(lineup).values() for value in row}


def _day(slot: Slot) -> tuple[Slot, ...]:
    """The day of an hour that is given with it."""
    text = str(slot.value)
    return (replace(slot, kind="date", value=text[:DAY]),) if slot.kind == "time" and "T" in text and "/" not in text else ()


def unit(slot: Slot) -> tuple[str, str]:
    """What a value must have in common with another to be laid beside it: kind, unit but of counts, how exact a time is."""
    if slot.kind == "number":
        return ("score" if isinstance(slot.value, str) else "number"), ""
    if slot.kind not in TIMES:
        return slot.kind, slot.unit
    text = str(slot.value)
    if _calendar.minutes(text) is not None:
        return "time", ""
    return "date", "/" if "/" in text else str(len(text))


def told(slot: Slot) -> str:
    """What a value is known again by in another report; of times of day the hour alone."""
    if isinstance(slot.value, int | float):
        return f"{float(slot.value):.9g}"
    minutes = _calendar.minutes(str(slot.value)) if slot.kind in TIMES else None
    return str(slot.value) if minutes is None else str(minutes)


def given(x: Value, y: Value) -> bool:
    """Whether one report gives the value of the other, rounded perhaps."""
    if x.told == y.told:
        return True
    a, b = x.slot.value, y.slot.value
    return isinstance(a, int | float) and isinstance(b, int | float) and _quantity.close(a, b) and _quantity.rounds(a, b)


def _mentions(lineup: Lineup, reading: Reading) -> list[Place]:
    """Where a report speaks of whom or what, in text order."""
    known = [m for m in reading.cast.mentions if m.entity in lineup.cast]
    return sorted((m.span.start, m.entity, lineup.cast[m.entity].kind, m.form) for m in known)


def _company(line: Line, slot: Slot, spoken: list[Place]) -> tuple[Words, Words, str]:
    """The people a line speaks of, else the last before; whom it names; and what is named last before a value."""
    content = line.statement.content
    upto = bisect_left(spoken, (slot.span.start,))
    inside = spoken[bisect_left(spoken, (content.start,)) : bisect_left(spoken, (content.end,))]
    persons = frozenset(who for _, who, kind, _ in inside if kind == "person")
    sentence = spoken[bisect_left(spoken, (content.start - CLAUSE,)) : bisect_left(spoken, (content.end,))]
    named = frozenset(who for _, who, kind, form in sentence if kind == "person" and form in NAMED)
    recent = spoken[bisect_left(spoken, (slot.span.start - REACH,)) : upto]
    before = [who for _, who, kind, _ in recent if kind == "person"][-1:]
    return persons or frozenset(before), named, recent[-1][1] if recent else ""


def _value(line: Line, slot: Slot, spoken: list[Place]) -> Value:
    first, last = line.within(slot.span)
    own = frozenset(w.stem for w in line.words[first:last])
    return Value(
        line,
        slot,
        line.content - own,
        _stems(line, first - NEAR, first),
        _stems(line, last, last + NEAR),
        _stems(line, first - NEARER, first),
        _stems(line, last, last + NEARER),
        _rivals.labels(line, slot),
        _rivals.governor(line, slot),
        told(slot),
        min(sum(unit(s) == unit(slot) for s in line.statement.slots), FEW),
        *_company(line, slot, spoken),
    )


def _stems(line: Line, first: int, last: int) -> Words:
    return frozenset(w.stem for w in line.words[max(0, first) : max(0, last)] if w.stem in line.content)
