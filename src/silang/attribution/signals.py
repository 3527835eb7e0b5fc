"""What speaks for and against a cue, a choice of content and a sentence that goes on reporting, as names of features."""

from __future__ import annotations

from dataclasses import dataclass

from silang.attribution.choices import Choice, anaphoric
from silang.attribution.cues import Cue, Tokens
from silang.attribution.lexicon import Lexicon, kind
from silang.attribution.units import Unit

_WINDOW = 40
"""Tokens on either side of a cue in which other cues count."""
_WORD, _STEM = 4, 7
"""Letters from which on a word is compared, and how many of them are."""


@dataclass(frozen=True, slots=True)
class Around:
    """What is known of the report around a unit."""

    quoted_next: bool
    """The next unit begins with a quotation."""
    quoted: bool
    """The report has direct speech."""
    share: float
    """How far into the report the unit stands, 0..1."""
    quote: frozenset[str]
    """Stems of the words of the quotation that the next unit begins with."""
    heard: frozenset[str]
    """Words in capitals that name the sayers of direct speech anywhere in the report."""


def of_cue(unit: Unit, cue: Cue, sayer: Tokens | None, options: list[Choice], around: Around, lexicon: Lexicon) -> list[str]:
    """Features of the question whether a cue marks that somebody said something."""
    words, low = unit.words, unit.low
    first, last = unit.fields[unit.field[cue.start]]
    strength, frame = cue.entry.strength, cue.entry.frame
    text = cue.entry.text
    inside = unit.quote[cue.start] >= 0
    before = kind(lexicon, words[cue.start - 1], low[cue.start - 1]) if cue.start > first else "start"
    after = kind(lexicon, words[cue.end], low[cue.end]) if cue.end < last else "end"
    place = f"{frame}{'q' if inside else ''}"
    names = [
        f"w={text}",
        f"c={strength}",
        f"f={place}",
        f"cf={strength}/{place}",
        f"b={before}/{place}",
        f"a={after}/{place}",
        f"ab={before}/{after}/{strength}",
        f"bw={low[cue.start - 1] if cue.start > first else '^'}",
        f"aw={low[cue.end] if cue.end < last else '$'}",
        f"wb={text}/{before}",
        f"wa={text}/{after}",
        f"wi={text}/{inside}",
        f"n={min(len(cue.entry.words), 3)}/{place}",
        f"next={around.quoted_next}/{strength}",
        f"quoted={around.quoted}",
        f"share={int(around.share * 4)}",
        f"at={min(cue.start - first, 12) // 2}/{place}",
        f"left={min(last - cue.end, 16) // 2}/{place}",
    ]
    names += _of_sayer(unit, sayer, place, strength, lexicon)
    if options and around.quote:
        names.append(f"like={likeness(stems(unit, options[0].tokens), around.quote)}")
    heads = options[0].tokens[0] if options else first
    that = not lexicon.words["thats"].isdisjoint(low[cue.end : min(last, cue.end + 12)])
    known = bool(sayer and not around.heard.isdisjoint(low[slice(*sayer)]))
    who = kind(lexicon, words[sayer[1] - 1], low[sayer[1] - 1]) if sayer else "none"
    following = low[cue.end] if cue.end < last else "$"
    names += [
        f"ap={following[:2]}/{strength}",
        f"as={following[-3:]}/{place}",
        f"op={low[heads][:2]}/{place}",
        f"wp={text[:4]}",
        f"ws={text[:2]}{text[-3:]}/{place}",
        f"x={text}/{that}/{known}",
        f"x2={strength}/{place}/{that}/{known}",
        f"x3={strength}/{who}/{that}/{known}",
        f"x4={text}/{who}",
    ]
    if that:
        names.append(f"that/{place}")
    names += [f"other={'q' if inside else ''}{other}" for other in _others(unit, cue, first, last, lexicon)]
    names += _of_options(unit, options, place, strength, lexicon)
    if cue.end + 1 < last:
        names.append(f"a2={kind(lexicon, words[cue.end + 1], low[cue.end + 1])}/{after}")
    if cue.start - 1 > first:
        names.append(f"b2={kind(lexicon, words[cue.start - 2], low[cue.start - 2])}/{before}")
    if not lexicon.words["negators"].isdisjoint(low[max(first, cue.start - 3) : cue.start]):
        names.append(f"not/{strength}")
    return names


def stems(unit: Unit, tokens: Tokens) -> frozenset[str]:
    """Beginnings of the longer words of some tokens, in lower case."""
    return frozenset([word[:_STEM] for word in unit.low[slice(*tokens)] if len(word) >= _WORD and word.isalpha()])


def likeness(ours: frozenset[str], theirs: frozenset[str]) -> int:
    """How much of some stems stands in others as well: 0..4."""
    return min(4, 10 * len(ours & theirs) // max(1, len(ours)))


def _others(unit: Unit, cue: Cue, first: int, last: int, lexicon: Lexicon) -> set[str]:
    """The classes of the cues before and after a cue in its sentence."""
    table, out = lexicon.cues, set()
    start = max(first, cue.start - _WINDOW)
    for at, word in enumerate(unit.low[start : min(last, cue.end + _WINDOW)], start):
        if word in table and not cue.start <= at < cue.end and unit.quote[at] == unit.quote[cue.start]:
            side = "before" if at < cue.start else "after"
            out.add(f"{side}/{table[word][-1].strength}/{cue.entry.frame}")
    return out


def _of_sayer(unit: Unit, sayer: Tokens | None, place: str, strength: str, lexicon: Lexicon) -> list[str]:
    if sayer is None:
        return [f"s=none/{place}", f"sc=none/{strength}"]
    head = kind(lexicon, unit.words[sayer[0]], unit.low[sayer[0]])
    tail = kind(lexicon, unit.words[sayer[1] - 1], unit.low[sayer[1] - 1])
    capitals = sum(word[:1].isupper() for word in unit.words[slice(*sayer)])
    size = min(sayer[1] - sayer[0], 9) // 3
    return [
        f"s={head}/{tail}/{place}",
        f"sc={head}/{tail}/{strength}",
        f"sn={min(capitals, 3)}/{size}/{place}",
        f"sh={unit.low[sayer[0]]}",
        f"st={unit.low[sayer[1] - 1]}",
    ]


def _of_options(unit: Unit, options: list[Choice], place: str, strength: str, lexicon: Lexicon) -> list[str]:
    if not options:
        return [f"o=none/{place}"]
    choice = options[0]
    start, end = choice.tokens
    head = kind(lexicon, unit.words[start], unit.low[start])
    size = min(end - start, 15) // 3
    names = [f"o={choice.begin}/{place}", f"on={size}/{strength}", f"oh={head}/{place}", f"ow={unit.low[start]}"]
    if anaphoric(unit, choice.tokens, lexicon):
        names.append(f"points/{place}")
    return names


def of_choice(unit: Unit, cue: Cue, choice: Choice, options: list[Choice], lexicon: Lexicon) -> list[str]:
    """Features of the question whether a choice is the content of a cue."""
    words, low = unit.words, unit.low
    start, end = choice.tokens
    strength, frame = cue.entry.strength, cue.entry.frame
    text = cue.entry.text
    size = min(end - start, 20) // 4
    following = kind(lexicon, words[end], low[end]) if end < len(low) else "end"
    names = [
        f"be={choice.begin}/{choice.end}",
        f"bef={choice.begin}/{choice.end}/{frame}",
        f"bec={choice.begin}/{choice.end}/{strength}",
        f"bew={choice.begin}/{choice.end}/{text}",
        f"en={choice.end}/{size}",
        f"bn={choice.begin}/{size}/{strength}",
        f"ef={choice.end}/{following}",
        f"ew={choice.end}/{low[end] if end < len(low) else '$'}",
        f"ec={choice.end}/{following}/{strength}",
        f"rank={options.index(choice)}/{choice.begin}",
        f"inside={unit.quote[cue.start] >= 0}/{choice.end}",
        f"at={choice.begin}/{cue.start == unit.fields[unit.field[cue.start]][0]}/{frame}",
        f"pre={choice.begin}/{kind(lexicon, words[start - 1], low[start - 1]) if start else '^'}/{frame}",
        f"ba={choice.begin}/{low[cue.end] if cue.end < len(low) else '$'}",
        f"bk={choice.begin}/{kind(lexicon, words[cue.end], low[cue.end]) if cue.end < len(low) else '$'}",
    ]
    if end + 1 < len(low):
        names.append(f"e2={choice.end}/{following}/{kind(lexicon, words[end + 1], low[end + 1])}")
    if anaphoric(unit, choice.tokens, lexicon):
        names.append(f"points/{choice.begin}")
    if any(start < left and right <= end + 1 for left, right in unit.spans):
        names.append(f"quotes/{choice.end}")
    return names
