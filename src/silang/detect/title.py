"""Two reports give one person's office in two wordings of which neither is short for the other.

## What it finds
The same head of an office with another field beside a name: "Kepala Bidang Pemasaran dan Humas" and "Kepala Bidang Layanan
dan Humas" of one person.

## Why it matters
What somebody answers for decides what weight his words have.

## When it stays silent
When one title says no more than less of the other, when they differ in an abbreviation, a spelling or the name of the body
alone, when they have no word of the field in common (two offices of one person), when a report gives both, and when
the text tells of a change of offices.

## Example
> A: Kepala Bidang Pemasaran dan Humas Sari Melati. B: Kepala Bidang Layanan dan Humas Sari Melati.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect import _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.detect._words import Word
from silang.types import Mention, Span

CODE = "title"
LONGEST = 14
"""Words before a name that are looked at."""
MOST = 40
"""Places of one person's office that are laid side by side."""
SURE = 0.65
"""Context of two wordings of an office of one person."""
_BETWEEN = frozenset(" ,&/-\u00a0\u2013")


class Title(NamedTuple):
    """The words of an office before a name: its head, the other words of weight, and those of them that name no body."""

    side: Side
    head: str
    words: frozenset[str]
    field: frozenset[str]


def differences(lineup: Lineup) -> Iterator[Difference]:
    """Offices of one person that differ in their field."""
    held: dict[str, list[Title]] = {}
    for reading in lineup.readings:
        for mention in reading.cast.mentions:
            known = lineup.cast.get(mention.entity)
            title = _title(lineup, mention) if mention.form == "name" and known and known.kind == "person" else None
            if title and len(held.get(mention.entity, ())) < MOST:
                held.setdefault(mention.entity, []).append(title)
    for name in sorted(held):
        for a, b in combinations(sorted(held[name], key=lambda t: t.side.span), 2):
            if a.side.span.article != b.side.span.article and _other(lineup, a, b):
                yield Difference(CODE, "conflict", a.side, b.side, "title.differ", SURE, what=lineup.cast[name].name)


def _title(lineup: Lineup, mention: Mention) -> Title | None:
    """The office that stands before a name, where its sentence tells of no change."""
    line = lineup.paragraph(mention.span)
    if line is None or line.lexicon.has("succession", line.wording) or line.lexicon.has("provisional", line.wording):
        return None
    words = _before(line, line.within(mention.span)[0])
    heads = [i for i, w in enumerate(words) if w.fold in _heads(line)]
    words = words[heads[0] :] if heads else ()
    telling = [w for w in words[1:] if _telling(line, w)]
    field = frozenset(w.fold for w in telling if lineup.kind_at(Span(line.article.id, w.start, w.end)) in ("", "document"))
    if not field:
        return None
    side = Side(line, Span(line.article.id, words[0].start, words[-1].end))
    return Title(side, words[0].fold, frozenset(w.fold for w in telling), field)


def _heads(line: Line) -> frozenset[str]:
    return line.lexicon.list("offices") | line.lexicon.list("titles")


def _before(line: Line, at: int) -> tuple[Word, ...]:
    """Words of a title that end before a word: with capitals, or small words between."""
    text, first = line.article.text, at
    while first > max(0, at - LONGEST):
        word, behind = line.words[first - 1], line.words[first].start if first < len(line.words) else line.statement.span.end
        small = word.fold in line.lexicon.list("joiners") | line.lexicon.list("linkers")
        if not (word.text[0].isupper() or small) or set(text[word.end : behind]) - _BETWEEN:
            break
        first -= 1
    return line.words[first:at]


def _telling(line: Line, word: Word) -> bool:
    """Whether a word of an office has weight: no small word, no abbreviation, no head."""
    small = line.lexicon.function | line.lexicon.list("joiners") | line.lexicon.list("linkers") | _heads(line)
    return word.fold not in small and not word.text.isupper()


def _other(lineup: Lineup, a: Title, b: Title) -> bool:
    """Whether two offices of one head have part of their field in common, and each a part that the other report lacks."""
    if a.head != b.head or not (a.field & b.words or b.field & a.words):
        return False
    own = [(_own(x, y), y.side.span.article) for x, y in ((a, b), (b, a))]
    return all(words and not any(lineup.has(article, w) for w in words) for words, article in own)


def _own(a: Title, b: Title) -> frozenset[str]:
    """Words of the field of one that the other office has in no spelling."""
    return frozenset(w for w in a.field - b.words if not any(_spelling.near(w, o) or o in w or w in o for o in b.words))
