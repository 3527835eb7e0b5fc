"""Sentences without a cue that go on with what somebody said in the sentence before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from silang.attribution.cues import Tokens
from silang.attribution.drafts import Draft
from silang.attribution.lexicon import Lexicon, kind, match
from silang.attribution.signals import likeness, stems
from silang.attribution.units import FINAL, Unit

_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence outside quotations, with the attributions that begin in it."""

    unit: Unit
    tokens: Tokens
    said: tuple[Draft, ...]


def lines(unit: Unit, said: list[Draft]) -> Iterator[Line]:
    """The sentences of a unit."""
    for number, (start, end) in enumerate(unit.fields):
        if _outer(unit, number):
            yield Line(unit, (start, end), tuple(draft for draft in said if start <= draft.content[0] < end))


def _outer(unit: Unit, number: int) -> bool:
    """Whether a field is no sentence inside a quotation, or all there is beside one."""
    start = unit.fields[number][0]
    inner = number + 1 < len(unit.fields) and unit.fields[number + 1][0] == start
    return unit.quote[start] < 0 or inner or len(unit.fields) == 1


def continued(found: list[Line], lexicon: Lexicon, yes: Callable[[list[str], int], bool]) -> Iterator[tuple[int, Draft]]:
    """The lines that go on, by number; `yes` answers for a list of features and the number of its line."""
    run = 0
    for number, line in enumerate(found):
        if any(not draft.pointing for draft in line.said):
            run = 1
            continue
        before = found[number - 1] if number else None
        if run and before and _possible(line) and yes(of_line(found, number, run, lexicon), number):
            yield number, Draft(content(line), None, None)
            run += 1
        else:
            run = 0


def told_before(found: list[Line]) -> Iterator[tuple[Unit, Draft, Line]]:
    """The drafts that point at the sentence before, with their unit and that sentence, where nobody yet says it."""
    for before, line in pairwise(found):
        for draft in line.said:
            if draft.pointing and not before.said and _possible(before):
                yield line.unit, draft, before


def _possible(line: Line) -> bool:
    start, end = line.tokens
    return end - start > _SHORTEST and all(quote < 0 for quote in line.unit.quote[start:end])


def content(line: Line) -> Tokens:
    start, end = line.tokens
    while end > start + 1 and line.unit.low[end - 1] in FINAL:
        end -= 1
    return start, end


def of_line(found: list[Line], number: int, run: int, lexicon: Lexicon) -> list[str]:
    """Features of the question whether a line goes on with what the line before said."""
    line, before = found[number], found[number - 1]
    after = found[number + 1] if number + 1 < len(found) else None
    unit, (start, end) = line.unit, line.tokens
    last = next((each.said[-1] for each in reversed(found[:number]) if each.said), None)
    strength = last.cue.entry.strength if last and last.cue else "none"
    form = "direct" if last and last.quote >= 0 else "reported"
    same = before.unit.paragraph == unit.paragraph
    ahead = "end" if after is None else "quote" if after.unit.quote[after.tokens[0]] >= 0 else "said" if after.said else "plain"
    near = after is not None and after.unit.paragraph == unit.paragraph
    first = kind(lexicon, unit.words[start], unit.low[start])
    state = f"{form}/{same}/{min(run, 3)}"
    ours, who = stems(unit, line.tokens), _who(last, found[:number], after)
    names = [
        f"state={state}",
        f"ahead={ahead}/{near}/{same}",
        f"sa={state}/{ahead}/{near}",
        f"c={strength}/{same}",
        f"ca={strength}/{ahead}/{same}",
        f"first={first}/{same}",
        f"fw={unit.low[start]}",
        f"fw2={unit.low[start]} {unit.low[start + 1]}",
        f"points={match(lexicon.anaphors, unit.low, start) > 0}/{same}",
        f"n={min(end - start, 40) // 6}/{same}",
        f"like={_likeness(ours, after)}/{ahead == 'quote'}/{same}",
        f"was={_likeness(ours, before)}",
        f"place={min(number, 4)}",
        f"who={who}/{same}",
        f"wa={who}/{ahead}/{near}",
        f"sayer={_sayer(last, found[:number], lexicon)}/{same}",
        f"figures={min(3, sum(word[0].isdigit() for word in unit.low[start:end]))}",
        f"dated={any(unit.low[at] == '(' and unit.low[at + 1][0].isdigit() for at in range(start, end - 1))}",
        f"names={min(3, sum(word[:1].isupper() for word in unit.words[start + 1 : end]))}",
        f"part={_part(found, number)}/{same}",
    ]
    sorts = {kind(lexicon, word, low) for word, low in zip(unit.words[start:end], unit.low[start:end], strict=True)}
    names += sorted(f"k={sort}" for sort in sorts)
    names += sorted(f"h={low}" for low in set(filter(lexicon.kinds.__contains__, unit.low[start:end])))
    return names


def _likeness(ours: frozenset[str], other: Line | None) -> int:
    return 0 if other is None else likeness(ours, stems(other.unit, other.tokens))


def _part(found: list[Line], number: int) -> int:
    """The how-manieth of its paragraph a line is, three at most."""
    paragraph = found[number].unit.paragraph
    return sum(line.unit.paragraph == paragraph for line in found[max(0, number - 3) : number])


def _who(last: Draft | None, before: list[Line], after: Line | None) -> str:
    """Whether the next line is spoken by whoever spoke last."""
    if after is None or not after.said or last is None:
        return "none"
    sayer = after.said[0].sayer
    if sayer is None:
        return "unnamed"
    names = _names(after.unit, sayer)
    if not names:
        return "pronoun"
    speaker = next((line for line in reversed(before) if last in line.said), None)
    return "same" if speaker and last.sayer and names & _names(speaker.unit, last.sayer) else "other"


def _names(unit: Unit, tokens: Tokens) -> set[str]:
    return {unit.low[at] for at in range(*tokens) if unit.words[at][:1].isupper() and len(unit.low[at]) > 3}


def _sayer(last: Draft | None, before: list[Line], lexicon: Lexicon) -> str:
    """Frame of the last cue, and what sort of word its sayer begins with."""
    if last is None or last.cue is None:
        return "none"
    line = next((line for line in reversed(before) if last in line.said), None)
    if line is None or last.sayer is None:
        return f"{last.cue.entry.frame}/unnamed"
    at = last.sayer[0]
    return f"{last.cue.entry.frame}/{kind(lexicon, line.unit.words[at], line.unit.low[at])}"
