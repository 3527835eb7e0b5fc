"""Two reports give the same words to different speakers.

## What it finds
The same words, quoted or reported, that one report gives to one person and another report to another; and words that one
report gives to a speaker and the other tells in its own voice.

## Why it matters
Who said it is half of what was said. And what a newsroom tells in its own voice, it vouches for.

## When it stays silent
When one speaker speaks for the other, or both for one party, and when the sentence itself doesn't name the speaker. When a
figure or a weekday in what is told is another one: those are other words. Two people may say the same, so it is given as
compatible; it is a conflict only for a longer direct quotation given nearly word for word to two persons, whomever they speak
for. One of the reports may have cut it.

## Example
> A: "Kami akan membuka lagi jalur itu pekan depan," kata Rudi. B: "Kami akan membuka lagi jalur itu pekan depan," kata Anton.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from silang.detect._difference import Difference, Side
from silang.detect._lines import Line, Pair
from silang.detect._lineup import Lineup
from silang.types import Entity

CODE = "attribution"
SAME = 0.8
"""Least share of equal words for two contents to be the same words."""
LONG = 8
"""Words of a quotation that two people hardly say alike."""
QUOTED = 0.95
"""Least share of the words of the shorter of two quotations that stand in the other in order, for both to be one."""


def differences(lineup: Lineup) -> Iterator[Difference]:
    """The same words from different mouths."""
    for pair in lineup.pairs:
        if not pair.inside and (pair.alike >= SAME / 2 or pair.shared >= SAME):
            yield from _difference(lineup, pair)


def _difference(lineup: Lineup, pair: Pair) -> Iterator[Difference]:
    a, b = _content(pair.a), _content(pair.b)
    x, y = lineup.cast.get(pair.a.statement.speaker or ""), lineup.cast.get(pair.b.statement.speaker or "")
    if x and y and _named(lineup, pair.a) and _named(lineup, pair.b) and not _one(pair, x, y):
        yield from _two_mouths(lineup, pair, (x, y), (a, b))
    elif (x is None) != (y is None) and "narrated" in (pair.a.statement.form, pair.b.statement.form) and _one_value(pair):
        named, alike = x or y, _alike(a, b)
        if alike >= SAME:
            extra = {"speaker": named.name if named else ""}
            sides = _side(pair.a), _side(pair.b)
            yield Difference(CODE, "compatible", *sides, "attribution.voice", alike, pair.point, extra=extra)


def _two_mouths(
    lineup: Lineup, pair: Pair, speakers: tuple[Entity, Entity], contents: tuple[list[str], list[str]]
) -> Iterator[Difference]:
    """The same words of two: a conflict where they are a quotation, else compatible unless both speak for one."""
    x, y = speakers
    quoted, alike = _quotation(pair, speakers, contents), _alike(*contents)
    if quoted < QUOTED and (alike < SAME or lineup.party(x.id) == lineup.party(y.id)):
        return
    relation, why = ("conflict", "attribution.speaker") if quoted >= QUOTED else ("compatible", "attribution.both")
    extra = {"speaker_a": x.name, "speaker_b": y.name}
    sides = _side(pair.a), _side(pair.b)
    yield Difference(CODE, relation, *sides, why, max(quoted, alike), pair.point, extra=extra)  # type: ignore[arg-type]


def _quotation(pair: Pair, speakers: tuple[Entity, Entity], contents: tuple[list[str], list[str]]) -> float:
    """Share of the shorter of two quotations of persons that the other has in order, 0..1; 0 where it is short."""
    direct = pair.a.statement.form == pair.b.statement.form == "direct"
    less = min(map(len, contents))
    if not direct or less < LONG or any(e.kind != "person" for e in speakers):
        return 0.0
    steps = Levenshtein.opcodes(*contents)
    return round(sum(s.src_end - s.src_start for s in steps if s.tag == "equal") / less, 4)


def _alike(a: list[str], b: list[str]) -> float:
    """Share of equal words of two contents, 0..1; 0 where one is short."""
    return round(Levenshtein.normalized_similarity(a, b), 4) if min(len(a), len(b)) >= LONG // 2 else 0.0


def _one_value(pair: Pair) -> bool:
    """Whether no figure or weekday stands in one line alone: the words of another day are not the same words."""
    days = pair.a.lexicon.order("weekdays")
    x, y = ({w for w in line.wording if w[0].isdigit() or w in days} for line in (pair.a, pair.b))
    return x <= y or y <= x


def _named(lineup: Lineup, line: Line) -> bool:
    """Whether the sentence itself names the speaker."""
    source = line.statement.source
    return source is not None and lineup.named(source) is not None


def _one(pair: Pair, x: Entity, y: Entity) -> bool:
    """Whether two speakers are one, or either is named beside what the other says, or they have a word of a name in common."""
    ours, theirs = ({w for name in (e.name, *e.aliases) for w in name.casefold().split()} for e in (x, y))
    return x.id == y.id or not (ours | _around(pair.a)).isdisjoint(theirs) or not _around(pair.b).isdisjoint(ours)


def _around(line: Line) -> set[str]:
    """The words of a line around what is said."""
    said = line.statement.content
    return {w.fold for w in line.words if not said.start <= w.start < said.end}


def _content(line: Line) -> list[str]:
    span = line.statement.content
    return [w.fold for w in line.words if span.start <= w.start and w.end <= span.end]


def _side(line: Line) -> Side:
    return Side(line, line.statement.source or line.statement.content)
