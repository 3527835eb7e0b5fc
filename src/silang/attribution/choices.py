"""Where the content of a cue may begin and end: a few choices, the whole of its sentence first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import compress

from silang.attribution.cues import MARKS, Cue, Tokens, sayer_after, sayer_before
from silang.attribution.lexicon import COMMAS, Frame, Lexicon, match
from silang.attribution.units import FINAL, Unit

_LOOSE = frozenset(",;:-–—")
_FAR = 24
_NEAR = 6
_MAIN = 60
_DATE = 12
_ASIDE = 8
"""Words that may tell to whom, when and where something was said, between a cue and "that"."""
_ENDS = 6
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """Tokens that may be what is said, and in a word each how they begin and end."""

    tokens: Tokens
    begin: str
    end: str


def sayer(unit: Unit, cue: Cue, lexicon: Lexicon) -> Tokens | None:
    """Tokens that name the sayer of a cue beside which nothing is quoted."""
    frame = cue.entry.frame
    if frame & (Frame.CLITIC | Frame.HEARSAY):
        return None
    if frame & (Frame.ACCORDING | Frame.RELAYED) and not frame & Frame.PASSIVE:
        if unit.low[cue.end : cue.end + 1] and unit.low[cue.end] in lexicon.words["days"]:
            return None
        return sayer_after(unit, cue.end, lexicon, closed=True) or _gathered(unit, cue, lexicon)
    if frame & Frame.ACTIVE:
        if cue.start and unit.low[cue.start - 1] in lexicon.words["coverbs"]:
            return _main(unit, cue, lexicon)
        return sayer_before(unit, cue, lexicon)
    if frame & Frame.BASE:
        opens = cue.start == unit.fields[unit.field[cue.start]][0]
        return sayer_after(unit, cue.end, lexicon, closed=opens)
    return _agent(unit, cue, lexicon) or _written(unit, cue, lexicon)


def _written(unit: Unit, cue: Cue, lexicon: Lexicon) -> Tokens | None:
    """The paper that a clause opens with: "Dalam surat itu disebutkan ..."."""
    first, end = unit.fields[unit.field[cue.start]][0], cue.start
    if not cue.entry.frame & Frame.PASSIVE:
        return None
    while end > first and (unit.low[end - 1] in lexicon.words["adverbs"] or unit.low[end - 1] in _LOOSE):
        end -= 1
    while first < end and unit.low[first] in lexicon.words["joints"]:
        first += 1
    if end - first < 2 or unit.low[first] not in lexicon.openers or "," in unit.low[first:end]:
        return None
    head = unit.low[first + 1]
    paper = head in lexicon.words["papers"] or match(lexicon.documents, unit.low, first + 1)
    return (first + 1, end) if paper else None


def _main(unit: Unit, cue: Cue, lexicon: Lexicon) -> Tokens | None:
    """The sayer of the clause that "dengan menyebut" belongs to: that of the cue before, else whom it begins with."""
    first = unit.fields[unit.field[cue.start]][0]
    for at in range(cue.start - 2, max(first, cue.start - _MAIN) - 1, -1):
        entry = next((x for x in lexicon.cues.get(unit.low[at], ()) if len(x.words) == 1), None)
        if entry is None or unit.quote[at] != unit.quote[cue.start]:
            continue
        if entry.frame & Frame.CLITIC:
            return None
        if entry.frame & Frame.ACTIVE:
            return sayer_before(unit, Cue(at, at + 1, entry), lexicon)
        if entry.frame & Frame.BASE:
            return sayer_after(unit, at + 1, lexicon)
    near = range(first + 1, min(cue.start, first + _NEAR))
    these = next((at for at in near if unit.low[at] in lexicon.words["these"]), None)
    if these is not None and not any(word[:1].isupper() for word in unit.words[first + 1 : these]):
        return first, these + 1
    end = first
    while end < cue.start and unit.words[end][:1].isupper():
        end += 1
    return (first, end) if end > first and unit.low[first] not in lexicon.words["leads"] else None


def _gathered(unit: Unit, cue: Cue, lexicon: Lexicon) -> Tokens | None:
    """Whom data come from: "berdasarkan data yang dihimpun dari X", "... yang dihimpun X"."""
    low, limit = unit.low, unit.fields[unit.field[cue.start]][1]
    origins = lexicon.words["origins"] | lexicon.words["agents"]
    for at in range(cue.end, min(limit - 1, cue.end + _NEAR)):
        if low[at] in origins and unit.words[at + 1][:1].isupper():
            return sayer_after(unit, at + 1, lexicon)
    verb = cue.end + 1
    if verb + 1 < limit and low[cue.end] in lexicon.words["relatives"] and unit.words[verb].islower():
        return sayer_after(unit, verb + 1, lexicon, closed=True) if unit.words[verb + 1][:1].isupper() else None
    return None


def _agent(unit: Unit, cue: Cue, lexicon: Lexicon) -> Tokens | None:
    """The sayer of a passive or a noun: after "oleh" further on, or a name right after the cue."""
    low, limit = unit.low, unit.fields[unit.field[cue.start]][1]
    if cue.end < limit and (unit.words[cue.end][:1].isupper() or _crowd(unit, cue, lexicon)):
        return sayer_after(unit, cue.end, lexicon)
    for at in range(cue.end, min(limit, cue.end + _FAR)):
        if low[at] in lexicon.words["agents"]:
            return sayer_after(unit, at, lexicon)
        if low[at] in FINAL:
            break
    return None


def _crowd(unit: Unit, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a noun is of many who are not named: "keluhan warga"."""
    return bool(cue.entry.frame & Frame.NOUN) and unit.low[cue.end] in lexicon.words["crowds"]


def choices(unit: Unit, cue: Cue, found: Tokens | None, lexicon: Lexicon) -> list[Choice]:
    """What may be said by a cue with a sayer, the likeliest first; empty where nothing is left to be said."""
    frame = cue.entry.frame
    first, last = unit.fields[unit.field[cue.start]]
    after = cue.end
    if found and found[0] >= cue.end and found[0] - cue.end < 2:
        after = found[1]
    elif found and found[0] > cue.end and _by(unit, found[0] - 1, lexicon):
        last = found[0] - 1
    out = list(_after(unit, after, last, lexicon))
    before = _before(unit, first, cue, found, lexicon)
    if frame & Frame.BASE and not frame & Frame.ACTIVE and cue.start - first > _SHORT:
        return [*before, *out]
    whole = out[0].tokens if out else (0, 0)
    if frame & (Frame.ACCORDING | Frame.RELAYED | Frame.PASSIVE) and whole[1] - whole[0] < _SHORT:
        return [*before, *out]
    return [*out, *before]


def _by(unit: Unit, at: int, lexicon: Lexicon) -> bool:
    return unit.low[at] in lexicon.words["agents"]


def _after(unit: Unit, after: int, last: int, lexicon: Lexicon) -> Iterator[Choice]:
    low = unit.low
    quoting = lexicon.quoting
    end = next((at for at in range(after + 2, last) if low[at] in quoting and match(quoting, low, at)), last)
    if "," in low[after + 2 : end - 2]:
        end = next((at for at in range(after + 2, end - 2) if low[at] == "," and _again(unit, at + 1, lexicon)), end)
    while end > after and (low[end - 1] in FINAL or low[end - 1] in _LOOSE or low[end - 1] in MARKS):
        end -= 1
    if end < last and low[end] in MARKS and any(left > after and right == end + 1 for left, right in unit.spans):
        end += 1
    start = _after_date(unit, after, end, lexicon)
    while start < end and (low[start] in lexicon.words["complementisers"] or low[start] in _LOOSE):
        start += 1
    if start >= end:
        return
    begin = "cue" if start == after else "comma" if low[start - 1] in _LOOSE else "that"
    yield from _ends(unit, start, end, begin, lexicon)
    for at in range(start + 1, min(end - 1, start + _FAR)):
        if low[at] in lexicon.words["thats"]:
            yield from _ends(unit, at + 1, end, "far", lexicon)
            break


def _again(unit: Unit, at: int, lexicon: Lexicon) -> bool:
    """Whether the sayer of the clause goes on to say something else: ", dengan menyebut"."""
    if unit.low[at] not in lexicon.words["coverbs"]:
        return False
    return any(entry.frame & (Frame.ACTIVE | Frame.NOUN) for entry in lexicon.cues.get(unit.low[at + 1], ()))


def _after_date(unit: Unit, after: int, end: int, lexicon: Lexicon) -> int:
    """The complementiser after the time of speaking, where all that stands before it is that: "said on Wednesday that"."""
    low, words = unit.low, lexicon.words
    if after < end and (low[after] in words["stops"] or low[after] in lexicon.addressing or low[after - 1] in words["tells"]):
        for at in range(after, min(end, after + _ASIDE)):
            if low[at] in words["thats"]:
                return at if at > after else after
            if low[at] in _LOOSE or low[at] in MARKS or (at > after and low[at] in lexicon.cues):
                break
    for at in range(after, min(end, after + _DATE)):
        if low[at] in words["thats"]:
            return at
        before = low[at] in words["stops"] and at + 1 < end and low[at + 1] in words["days"]
        if not (before or low[at] in words["days"] or low[at] in words["adverbs"] or low[at] in "(/)" or low[at][0].isdigit()):
            break
    return after


def _ends(unit: Unit, start: int, end: int, begin: str, lexicon: Lexicon) -> Iterator[Choice]:
    low, words = unit.low, lexicon.words
    yield Choice((start, end), begin, "full")
    left = _ENDS
    for at in compress(range(start + 1, end - 1), map(lexicon.breaks.__contains__, low[start + 1 : end - 1])):
        word = low[at]
        if word in COMMAS:
            kind = "comma"
        elif word in words["joints"]:
            kind = "joint"
        elif word in words["agents"]:
            kind = "agent"
        else:
            kind = "stop"
        if low[at - 1] in _LOOSE or low[at - 1] in words["joints"]:
            continue
        if kind in ("comma", "joint") and _speaks(unit, at + 1, end, lexicon):
            kind = "speaks"
        yield Choice((start, at), begin, kind)
        left -= 1
        if not left:
            return


def _speaks(unit: Unit, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the same sayer goes on to say something else: "... dan menyebut"."""
    while at < end and (unit.low[at] in lexicon.words["joints"] or unit.low[at] in lexicon.words["adverbs"]):
        at += 1
    return at < end and any(entry.frame & Frame.ACTIVE for entry in lexicon.cues.get(unit.low[at], ()))


def _before(unit: Unit, first: int, cue: Cue, found: Tokens | None, lexicon: Lexicon) -> list[Choice]:
    low = unit.low
    end = cue.start if found is None or found[1] > cue.start else found[0]
    while end > first and (low[end - 1] in _LOOSE or low[end - 1] in lexicon.words["adverbs"]):
        end -= 1
    start = first
    while start < end and (low[start] in MARKS or low[start] in _LOOSE):
        start += 1
    if start >= end:
        return []
    out = [Choice((start, end), "before", "cue")]
    if low[start] in lexicon.words["leads"] and "," in low[start:end]:
        comma = low.index(",", start, end)
        if comma + 1 < end:
            out.append(Choice((comma + 1, end), "lead", "cue"))
    return out


def anaphoric(unit: Unit, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether tokens only point at something said elsewhere."""
    start, end = tokens
    after = start + match(lexicon.anaphors, unit.low, start)
    return after > start and (after >= end or not unit.low[after].isalpha() or unit.low[after] in lexicon.words["stops"])
