"""When what happened, from the resolved times of the reports."""

from __future__ import annotations

from silang.detect import _calendar
from silang.detect._lineup import Lineup
from silang.types import Moment


def timeline(lineup: Lineup) -> tuple[Moment, ...]:
    """Every resolved time of the happening, sorted, one a time and report."""
    seen: set[tuple[str, str]] = set()
    out = []
    for line, slot in lineup.slots:
        when = str(slot.value)
        if slot.kind in ("date", "time") and _calendar.days(when) and (when, line.article.id) not in seen:
            seen.add((when, line.article.id))
            out.append(Moment(when, line.statement.id, slot.span))
    return tuple(sorted(out, key=lambda m: (_first(m.when), m.when, m.span)))


def _first(when: str) -> str:
    found = _calendar.days(when)
    day = found[0] if found else ""
    return f"{day}T{when.partition('/')[0].partition('T')[2]}"
