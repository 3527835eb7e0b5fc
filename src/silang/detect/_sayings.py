"""When the same words of one speaker were said: days that two reports give for one quotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from silang.detect import _calendar
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Slot

ALIKE = 0.6
"""Least share of the shorter quotation's content that the other has, for both to be one."""
WORDS = 5
"""Words that is, at least."""
SURE = 0.75
"""Context of the two days of one quotation; what the quotations have in common is added."""
WEEK = 6
"""Days between two tellings of one saying, at most: farther off it was said twice."""
KINDS = frozenset({"date", "time"})


class Said(NamedTuple):
    """The day on which a report has somebody say something: the line of the cue, the date, and its ISO day."""

    line: Line
    slot: Slot
    day: str


def sayings(lineup: Lineup) -> Iterator[Difference]:
    """Days of one quotation that differ, each the only one on which its report has that speaker speak."""
    days = _days(lineup)
    for pair in lineup.pairs:
        x, y = days.get(_voice(pair.a)), days.get(_voice(pair.b))
        if x and y and x.day != y.day and _one_saying(pair) and _calendar.apart(x.day, y.day) <= WEEK:
            a, b = sorted((x, y), key=lambda s: s.slot.span)
            context = round(SURE + 0.2 * pair.shared, 4)
            yield Difference("date", "conflict", Side(a.line, a.slot.span), Side(b.line, b.slot.span), "date.differ", context)


def _voice(line: Line) -> tuple[str, str]:
    return line.article.id, line.statement.speaker or ""


def _one_saying(pair: Pair) -> bool:
    """Whether two reports give the same words of one speaker, one of them as a quotation."""
    x, y = pair.a.statement, pair.b.statement
    if pair.inside or not x.speaker or x.speaker != y.speaker or "direct" not in (x.form, y.form):
        return False
    return pair.shared >= ALIKE and len(pair.a.content & pair.b.content) >= WORDS


def _days(lineup: Lineup) -> Mapping[tuple[str, str], Said]:
    """By report and speaker the one day on which he says something; nobody who speaks on two or is quoted from elsewhere."""
    found: dict[tuple[str, str], dict[str, Said]] = {}
    spoken = [line for line in lineup.lines if line.statement.speaker]
    for line in lineup.lines:
        dated = [s for s in line.slots if s.kind in KINDS] if line.statement.grain == "saying" else []
        for slot in dated:
            day = str(slot.value)[:10]
            for own in (x for x in spoken if _cued(x, line)):
                found.setdefault(_voice(own), {}).setdefault(day, Said(line, slot, day))
    return {voice: one for voice, said in found.items() if len(said) == 1 for one in said.values() if _written(one)}


def _cued(own: Line, saying: Line) -> bool:
    """Whether words of saying are those of a statement."""
    cue = own.statement.cue
    whole = saying.statement.span
    return cue is not None and whole.article == cue.article and whole.start <= cue.start and cue.end <= whole.end


def _written(said: Said) -> bool:
    """Whether a saying is dated by a day in figures, and told by the report itself."""
    line, slot = said.line, said.slot
    if line.lexicon.has("relays", line.wording) or "/" in str(slot.value) or _calendar.days(said.day) is None:
        return False
    return len(said.day) == 10 and any(w[0].isdigit() for w in line.wording[slice(*line.within(slot.span))])
