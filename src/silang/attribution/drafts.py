"""Attributions of a unit before anybody is resolved: cue, tokens of sayer and content, and the quotation it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from silang.attribution import choices, signals
from silang.attribution.choices import Choice
from silang.attribution.cues import DOUBLE, Cue, Tokens, sayer_after, sayer_before
from silang.attribution.judge import Judge
from silang.attribution.lexicon import Frame, Lexicon, match
from silang.attribution.units import Unit

_SPEECH = 4
_REACH = 12
_SUBJECT = 6
_THAT = 3
_CLOSE = 2
"""Words between a denial and the noun it denies."""
_SAYING = frozenset(("say", "add", "stress"))
_AGAINST = frozenset(("deny", "refuse"))


@dataclass(frozen=True, slots=True)
class Draft:
    """Tokens of the parts of an attribution, `quote` the number of the quotation it is, or -1."""

    content: Tokens
    cue: Cue | None
    sayer: Tokens | None
    quote: int = -1
    mixed: bool = False
    pointing: bool = False
    """The content only points at what the sentence before told: "hal ini disampaikan X"."""


@dataclass(frozen=True, slots=True)
class Case:
    """A cue beside which nothing is quoted, with the sayer and the contents it may have."""

    cue: Cue
    sayer: Tokens | None
    options: list[Choice]


def reported(
    unit: Unit, found: list[Cue], direct: list[Draft], around: signals.Around, lexicon: Lexicon, judge: Judge
) -> list[Draft]:
    """The indirect and mixed speech of a unit, as a judge decides."""
    out: list[Draft] = []
    for case in cases(unit, found, direct, lexicon, judge.never):
        if out and _disowned(out[-1], case.cue):
            continue
        pointing = _pointing(unit, case.cue, lexicon) or _pointing_on(unit, case, lexicon)
        if judge.odds("cue", signals.of_cue(unit, case.cue, case.sayer, case.options, around, lexicon)) > 0:
            out.append(replace(_reported(unit, case, lexicon, judge), pointing=pointing))
        elif pointing and case.sayer:
            out.append(Draft(case.options[0].tokens, case.cue, case.sayer, pointing=True))
    return out


def _disowned(last: Draft, cue: Cue) -> bool:
    """Whether a noun names what was just denied: "membantah kabar bahwa ..." gives the news to nobody."""
    noun = not cue.entry.frame & ~(Frame.NOUN | Frame.BASE) or cue.entry.words[0] == "*"
    denied = last.cue is not None and last.cue.entry.strength in _AGAINST and 0 <= cue.start - last.cue.end <= _CLOSE
    return noun and denied and not last.pointing


def _pointing(unit: Unit, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether all that stands before a passive cue in its sentence is "this"."""
    first, end = unit.fields[unit.field[cue.start]][0], cue.start
    if not cue.entry.frame & Frame.PASSIVE or unit.quote[cue.start] >= 0 or end - first > _SUBJECT:
        return False
    while end > first and unit.low[end - 1] in lexicon.words["adverbs"]:
        end -= 1
    return first < end <= first + match(lexicon.anaphors, unit.low, first)


def _pointing_on(unit: Unit, case: Case, lexicon: Lexicon) -> bool:
    """Whether all that is said is "this": "Rina menyampaikan hal itu di ..."."""
    cue = case.cue
    if not cue.entry.frame & Frame.ACTIVE or cue.entry.strength not in _SAYING or unit.quote[cue.start] >= 0:
        return False
    return case.options[0].tokens[0] == cue.end and choices.anaphoric(unit, case.options[0].tokens, lexicon)


def _told(unit: Unit, case: Case, lexicon: Lexicon) -> Tokens | None:
    """What a passive says of its subject when only the sayer follows: "keputusan ini disampaikan X"."""
    cue, before = case.cue, next((option.tokens for option in case.options if option.begin == "before"), None)
    if not cue.entry.frame & Frame.PASSIVE or case.sayer is None or before is None:
        return None
    direct = case.sayer[0] == cue.end or (case.sayer[0] == cue.end + 1 and unit.low[cue.end] in lexicon.words["agents"])
    return before if direct and unit.low[before[1] - 1] in lexicon.words["these"] else None


def cases(
    unit: Unit, found: list[Cue], direct: list[Draft], lexicon: Lexicon, never: frozenset[str] = frozenset()
) -> Iterator[Case]:
    """The cues that no quotation took and that leave something to be said."""
    taken = {draft.cue.start for draft in direct if draft.cue is not None}
    for cue in found:
        told = not (cue.start and unit.low[cue.start - 1] in lexicon.words["notes"]) and not _aside(unit, cue, found)
        if told and cue.start not in taken and cue.entry.text not in never and not _deed(unit, cue, lexicon):
            sayer = choices.sayer(unit, cue, lexicon)
            options = [
                choice
                for choice in choices.choices(unit, cue, sayer, lexicon)
                if unit.quote[cue.start] >= 0 or not any(_within(draft.content, choice.tokens) for draft in direct)
            ]
            if options:
                yield Case(cue, sayer, options)


def _aside(unit: Unit, cue: Cue, found: list[Cue]) -> bool:
    """Whether a cue only tells who quotes the sayer of the next: "X, seperti dilansir Antara, Rabu (4/6), menyebut"."""
    quoting = cue.entry.frame & Frame.RELAYED and not cue.entry.frame & Frame.PASSIVE
    if not quoting or cue.start <= unit.fields[unit.field[cue.start]][0] or unit.low[cue.start - 1] != ",":
        return False
    after = (x for x in found if x.start > cue.end and unit.field[x.start] == unit.field[cue.start])
    return any(x.entry.frame & Frame.ACTIVE and unit.low[x.start - 1] == "," for x in after)


def _deed(unit: Unit, cue: Cue, lexicon: Lexicon) -> bool:
    """Whether a verb tells of a deed or a feeling, as some do but beside a quotation or a complementiser."""
    if cue.entry.text not in lexicon.words["deeds"]:
        return False
    return not any(low in lexicon.words["thats"] for low in unit.low[cue.end : cue.end + _THAT])


def _within(inner: Tokens, outer: Tokens) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _reported(unit: Unit, case: Case, lexicon: Lexicon, judge: Judge) -> Draft:
    def odds(choice: Choice) -> float:
        return judge.odds("choice", signals.of_choice(unit, case.cue, choice, case.options, lexicon))

    best = _told(unit, case, lexicon) or max(case.options, key=odds).tokens
    mixed = any(best[0] <= left and right <= best[1] + 1 for left, right in unit.spans)
    return Draft(best, case.cue, case.sayer, -1, mixed)


def quoted(unit: Unit, found: list[Cue], lexicon: Lexicon) -> list[Draft]:
    """The direct speech of a unit."""
    return [draft for number in range(len(unit.quotes)) if (draft := _quoted(unit, number, found, lexicon))]


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
        return Draft(inside, after, _after_sayer(unit, after, right, lexicon), number)
    before = _cue_before(unit, left, around)
    if before is not None:
        return Draft(inside, before, sayer_before(unit, before, lexicon), number)
    posted = _posted(unit, right, around, lexicon)
    if posted is not None:
        return Draft(inside, posted, sayer_after(unit, posted.end, lexicon), number)
    begins = left == 0 or unit.low[left - 1] in '.:!?"”'
    if not quote.single and begins and right - left >= _SPEECH + 2:
        return Draft(inside, None, None, number)
    return None


def _posted(unit: Unit, right: int, around: list[Cue], lexicon: Lexicon) -> Cue | None:
    """The word for quoting right after a quotation that an account wrote: "...," demikian dikutip dari akun X."""
    cue = next((cue for cue in around if cue.start >= right), None)
    if cue is None or cue.start - right > _CLOSE or not cue.entry.frame & Frame.RELAYED or cue.end >= len(unit.low):
        return None
    account = unit.low[cue.end][0] == "@" or match(lexicon.channels, unit.low, cue.end)
    return cue if account and not any(word in '.;"“”' for word in unit.low[right : cue.start]) else None


def _inside(unit: Unit, number: int) -> Tokens | None:
    quote = unit.quotes[number]
    left, right = unit.spans[number]
    start, end = left, right
    while start < end and unit.starts[start] < quote.start:
        start += 1
    while end > start and unit.ends[end - 1] > quote.end:
        end -= 1
    while end > start and (unit.low[end - 1] in ",." or unit.low[end - 1] in DOUBLE):
        end -= 1
    while start < end and unit.low[start] in DOUBLE:
        start += 1
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
        if cue.entry.frame & Frame.ACTIVE and "," in unit.low[right - 2 : right + 1]:
            return cue
        if cue.entry.frame & Frame.ACTIVE and unit.low[right - 2 : right - 1] != ["."]:
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
