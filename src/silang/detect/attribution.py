"""Two reports give the same words to different speakers.

## What it finds
The same words, quoted or reported, that one report gives to one person and another report to another; and words that one
report gives to a speaker and the other tells in its own voice.

## Why it matters
Who said it is half of what was said. And what a newsroom tells in its own voice, it vouches for.

## When it stays silent
When one speaker speaks for the other, or both for one party, and when the sentence itself doesn't name the speaker. When a
figure or a weekday in what is told is another one: those are other words. Two people may say the same, so it is given as
compatible; it is a conflict only for a longer direct quotation given word for word to two persons.

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


def differences(lineup: Lineup) -> Iterator[Difference]:
    """The same words from different mouths."""
    for pair in lineup.pairs:
        if not pair.inside and pair.alike >= SAME / 2:
            yield from _difference(lineup, pair)


def _difference(lineup: Lineup, pair: Pair) -> Iterator[Difference]:
    a, b = _content(pair.a), _content(pair.b)
    alike = round(Levenshtein.normalized_similarity(a, b), 4)
    if alike < SAME or min(len(a), len(b)) < LONG // 2:
        return
    x, y = lineup.cast.get(pair.a.statement.speaker or ""), lineup.cast.get(pair.b.statement.speaker or "")
    if x and y and _named(lineup, pair.a) and _named(lineup, pair.b) and _others(lineup, x, y):
        quoted = pair.a.statement.form == pair.b.statement.form == "direct" and min(len(a), len(b)) >= LONG
        person = x.kind == y.kind == "person" and alike > 0.95
        relation, why = ("conflict", "attribution.speaker") if quoted and person else ("compatible", "attribution.both")
        extra = {"speaker_a": x.name, "speaker_b": y.name}
        yield Difference(CODE, relation, _side(pair.a), _side(pair.b), why, alike, pair.point, extra=extra)  # type: ignore[arg-type]
    elif (x is None) != (y is None) and "narrated" in (pair.a.statement.form, pair.b.statement.form) and _one_value(pair):
        named = x or y
        extra = {"speaker": named.name if named else ""}
        yield Difference(CODE, "compatible", _side(pair.a), _side(pair.b), "attribution.voice", alike, pair.point, extra=extra)


def _one_value(pair: Pair) -> bool:
    """Whether no figure or weekday stands in one line alone: the words of another day are not the same words."""
    days = pair.a.lexicon.order("weekdays")
    x, y = ({w for w in line.wording if w[0].isdigit() or w in days} for line in (pair.a, pair.b))
    return x <= y or y <= x


def _named(lineup: Lineup, line: Line) -> bool:
    """Whether the sentence itself names the speaker."""
    source = line.statement.source
    return source is not None and lineup.named(source) is not None


def _others(lineup: Lineup, x: Entity, y: Entity) -> bool:
    """Whether two speakers are apart: no party and no name in common."""
    ours, theirs = ({w for name in (e.name, *e.aliases) for w in name.casefold().split()} for e in (x, y))
    return x.id != y.id and lineup.party(x.id) != lineup.party(y.id) and not ours & theirs


def _content(line: Line) -> list[str]:
    span = line.statement.content
    return [w.fold for w in line.words if span.start <= w.start and w.end <= span.end]


def _side(line: Line) -> Side:
    return Side(line, line.statement.source or line.statement.content)
