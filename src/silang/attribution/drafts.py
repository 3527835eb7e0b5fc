"""Candidate attributions of a unit, by the grammar alone: which cue with which sayer and content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from silang.attribution.cues import (
    Cue,
    Tokens,
    anaphoric,
    content_after,
    content_before,
    sayer_after,
    sayer_before,
)
from silang.attribution.lexicon import Frame, Lexicon
from silang.attribution.units import Unit

_SPEECH = 4
_REACH = 12


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate: tokens of its parts, `quote` the number of the quotation it is, or -1."""

    content: Tokens
    cue: Cue | None
    sayer: Tokens | None
    quote: int = -1
    mixed: bool = False


def drafts(unit: Unit, found: list[Cue], lexicon: Lexicon) -> list[Draft]:
    """The candidates of a unit in order of content."""
    direct = [draft for number in range(len(unit.quotes)) if (draft := _quoted(unit, number, found, lexicon))]
    taken = {draft.cue.start for draft in direct if draft.cue is not None}
    rest = [draft for cue in found if cue.start not in taken and (draft := _reported(unit, cue, direct, lexicon))]
    return sorted([*direct, *rest], key=lambda draft: (draft.content[0], -draft.content[1]))


def _quoted(unit: Unit, number: int, found: list[Cue], lexicon: Lexicon) -> Draft | None:
    left, right = unit.spans[number]
    quote = unit.quotes[number]
    inside = _inside(unit, number)
    if inside is None:
        return None
    around = [
        cue for cue in found if unit.quote[cue.start] == unit.quote[left] or (unit.quote[cue.start] < 0 and not quote.single)
    ]
    after = _cue_after(unit, right, around)
    if after is not None:
        sayer = _after_sayer(unit, after, right, lexicon)
        return Draft(inside, after, sayer, number)
    before = _cue_before(unit, left, around)
    if before is not None:
        return Draft(inside, before, sayer_before(unit, before, lexicon), number)
    begins = left == unit.fields[unit.field[left]][0] or left == 0 or unit.low[left - 1] in '.:"”'
    if not quote.single and begins and right - left >= _SPEECH + 2:
        return Draft(inside, None, None, number)
    return None


def _inside(unit: Unit, number: int) -> Tokens | None:
    quote = unit.quotes[number]
    left, right = unit.spans[number]
    start, end = left, right
    while start < end and unit.starts[start] < quote.start:
        start += 1
    while end > start and unit.ends[end - 1] > quote.end:
        end -= 1
    while end > start and unit.low[end - 1] in ",.":
        end -= 1
    return (start, end) if start < end else None


def _cue_after(unit: Unit, right: int, around: list[Cue]) -> Cue | None:
    for cue in around:
        if cue.start < right:
            continue
        gap = unit.low[right : cue.start]
        if len(gap) > _REACH or any(word in '.;"“”' for word in gap):
            return None
        close = all(not word.isalnum() for word in gap)
        if close and cue.entry.frame & (Frame.BASE | Frame.ACTIVE | Frame.PASSIVE | Frame.CLITIC):
            return cue
        if cue.entry.frame & Frame.ACTIVE and unit.low[right - 2 : right - 1] != ["."] and not cue.entry.frame & Frame.BASE:
            return cue if cue.end >= len(unit.low) - 1 or not unit.low[cue.end].isalpha() else None
    return None


def _after_sayer(unit: Unit, cue: Cue, right: int, lexicon: Lexicon) -> Tokens | None:
    if cue.entry.frame & Frame.CLITIC and not cue.entry.frame & Frame.ACTIVE:
        return None
    gap = [at for at in range(right, cue.start) if unit.low[at].isalnum()]
    if gap:
        return (gap[0], gap[-1] + 1)
    return sayer_after(unit, cue.end, lexicon)


def _cue_before(unit: Unit, left: int, around: list[Cue]) -> Cue | None:
    for cue in reversed(around):
        if cue.end > left or not cue.entry.frame & (Frame.ACTIVE | Frame.PASSIVE | Frame.BASE):
            continue
        gap = unit.low[cue.end : left]
        if len(gap) > _REACH or not gap or gap[-1] not in ",:":
            return None
        return cue
    return None


def _reported(unit: Unit, cue: Cue, direct: list[Draft], lexicon: Lexicon) -> Draft | None:
    if not _likely(unit, cue):
        return None
    for content, sayer in _readings(unit, cue, lexicon):
        if content is None or anaphoric(unit, content, lexicon):
            continue
        if any(
            draft.content[0] <= content[0] and content[1] <= draft.content[1] + 1
            for draft in direct
            if unit.quote[cue.start] < 0
        ):
            continue
        mixed = any(content[0] <= left and right <= content[1] + 1 for left, right in unit.spans)
        return Draft(content, cue, sayer, -1, mixed)
    return None


def _likely(unit: Unit, cue: Cue) -> bool:
    frame, strength = cue.entry.frame, cue.entry.strength
    if frame & Frame.BASE and not frame & (Frame.ACTIVE | Frame.CLITIC):
        start = unit.fields[unit.field[cue.start]][0]
        return cue.start == start or unit.low[cue.start - 1] == ","
    if frame & Frame.PASSIVE:
        return strength in ("say", "judge")
    return not frame & Frame.RELAYED and strength not in ("show", "decide", "hope", "agree", "refuse")


def _readings(unit: Unit, cue: Cue, lexicon: Lexicon) -> Iterator[tuple[Tokens | None, Tokens | None]]:
    """Content and sayer of a cue, the likeliest reading first."""
    frame = cue.entry.frame
    start = unit.fields[unit.field[cue.start]][0]
    if frame & (Frame.ACCORDING | Frame.RELAYED):
        sayer = None if frame & Frame.CLITIC else sayer_after(unit, cue.end, lexicon)
        after = content_after(unit, sayer[1] if sayer else cue.end, lexicon)
        yield (after if after and after[1] - after[0] > 3 else content_before(unit, cue.start)), sayer
    elif frame & Frame.ACTIVE:
        yield content_after(unit, cue.end, lexicon), sayer_before(unit, cue, lexicon)
    elif frame & (Frame.PASSIVE | Frame.HEARSAY):
        agent = cue.end < len(unit.low) and unit.low[cue.end] in lexicon.words["agents"]
        sayer = sayer_after(unit, cue.end, lexicon) if agent else None
        yield content_after(unit, sayer[1] if sayer else cue.end, lexicon), sayer
    elif frame & Frame.BASE:
        sayer = None if frame & Frame.CLITIC else sayer_after(unit, cue.end, lexicon)
        if cue.start - start > _SPEECH:
            yield content_before(unit, cue.start), sayer
        else:
            yield content_after(unit, sayer[1] if sayer else cue.end, lexicon), sayer
