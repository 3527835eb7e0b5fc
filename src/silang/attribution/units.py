"""Sentences joined where a quotation runs over their border: the stretches in which cue, sayer and content are sought."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from silang.attribution.lexicon import GLUED, Lexicon
from silang.attribution.quotes import Quote
from silang.settings import MAX_SENTENCE_TOKENS
from silang.types import Document, Sentence

_LONG = 8
_PARTS = 4
_TYPES = 200_000
_LETTERS = re.compile(r"[^\W\d_]{4}")
FINAL = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Unit:
    """Parallel lists of tokens with what stands around each.

    `quote` has the number of the quotation a token stands in, or -1; `field` the number of its field: a sentence
    outside quotations with all the quotations in it, or a sentence inside one. `fields` are token ranges.
    """

    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    quote: list[int]
    quotes: tuple[Quote, ...]
    spans: tuple[tuple[int, int], ...]
    """Tokens of each quotation, marks included."""
    field: list[int]
    fields: list[tuple[int, int]]
    paragraph: int


def units(document: Document, found: tuple[Quote, ...], lexicon: Lexicon) -> list[Unit]:
    """The units of a document in order. Words that were glued to a cue when a text was scraped are tokens of their own."""
    double = [quote for quote in found if not quote.single]
    out: list[Unit] = []
    group: list[Sentence] = []
    at = size = 0
    for sentence in document.sentences:
        while at < len(double) and double[at].right <= sentence.start:
            at += 1
        if group and (size > 3 * MAX_SENTENCE_TOKENS or not _joined(group[-1], sentence, double, at)):
            out.append(_unit(group, found, lexicon))
            group, size = [], 0
        group.append(sentence)
        size += len(sentence.words)
    if group:
        out.append(_unit(group, found, lexicon))
    return out


def _joined(last: Sentence, sentence: Sentence, double: list[Quote], at: int) -> bool:
    if last.paragraph != sentence.paragraph:
        return False
    if at < len(double) and double[at].left < last.end and sentence.start < double[at].right:
        return True
    return at > 0 and double[at - 1].right >= last.end and sentence.words[0][:1].islower()


def _unit(group: list[Sentence], found: tuple[Quote, ...], lexicon: Lexicon) -> Unit:
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    cuts = set()
    for sentence in group:
        cuts.add(len(words))
        if _glued(sentence.words, lexicon):
            _cut(sentence, words, starts, ends, lexicon.seams)
        else:
            words += sentence.words
            starts += sentence.starts
            ends += sentence.ends
    inside: list[Quote] = []
    spans, marks = [], [-1] * len(words)
    for quote in found[bisect_left(found, starts[0], key=lambda quote: quote.left) :]:
        if quote.left >= ends[-1]:
            break
        low, high = bisect_left(starts, quote.left), bisect_left(starts, quote.right)
        if not quote.single:
            marks[low:high] = [len(inside)] * (high - low)
        inside.append(quote)
        spans.append((low, high))
    field, fields = _fields(words, marks, cuts)
    lows = [*map(str.lower, words)]
    return Unit(words, lows, starts, ends, marks, tuple(inside), tuple(spans), field, fields, group[0].paragraph)


def _glued(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether any of these words falls apart; where each long one does is known from here on."""
    seams = lexicon.seams
    if len(seams) > _TYPES:
        seams.clear()
    long = [word for word in words if len(word) >= _LONG]
    found = [*map(seams.get, long)]
    for at, word in enumerate(long):
        if found[at] is None:
            found[at] = seams[word] = _seams(word, lexicon)
    return any(found)


def _cut(
    sentence: Sentence, words: list[str], starts: list[int], ends: list[int], seams: Mapping[str, tuple[int, ...]]
) -> None:
    for word, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
        for left, right in pairwise((0, *seams.get(word, ()), end - start)):
            words.append(word[left:right])
            starts.append(start + left)
            ends.append(start + right)


def _seams(word: str, lexicon: Lexicon) -> tuple[int, ...]:
    """Where a word falls apart, from left to right."""
    found: list[int] = []
    rest = word
    while len(found) < _PARTS and (at := _seam(rest, lexicon)):
        found.append(at + (found[-1] if found else 0))
        rest = rest[at:]
    return tuple(found)


def _seam(word: str, lexicon: Lexicon) -> int:
    """Where a word falls into two: a cue at its end or beginning, a conjunction between two names; 0 where it does not."""
    low = word.lower()
    if low in lexicon.cues or len(low) != len(word):
        return 0
    if word[0].isupper() and (pair := lexicon.pairs.search(word)):
        return pair.start()
    if word[0].isupper() and (tail := _tail(low, lexicon)) > 2:
        return tail
    if word[0].islower() and not word.islower() and (camel := next((at for at, x in enumerate(word) if x.isupper()), 0)):
        return camel if word[:camel] in lexicon.kinds or word[:camel] in lexicon.cues else 0
    if low[:GLUED] not in lexicon.head_starts:
        return 0
    return next((at for at in range(lexicon.longest, 0, -1) if low[:at] in lexicon.heads and _goes_on(low, at, lexicon)), 0)


def _tail(low: str, lexicon: Lexicon) -> int:
    """Where the longest cue begins that a word ends with, 0 where it ends with none."""
    if low[-GLUED:] not in lexicon.tail_ends:
        return 0
    first = max(0, len(low) - lexicon.longest)
    return next((at for at in range(first, len(low)) if low[at:] in lexicon.tails), 0)


def _goes_on(low: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a word that begins with a cue goes on with another word, and not just with an ending."""
    return low[at:] not in lexicon.words["clitics"] and _LETTERS.match(low, at) is not None


def _fields(words: list[str], marks: list[int], cuts: set[int]) -> tuple[list[int], list[tuple[int, int]]]:
    """The field of each token. An outer sentence ends at a cut outside quotations, an inner one at its full stop."""
    field = [0] * len(words)
    if len(cuts) == 1 and max(marks) < 0:
        return field, [(0, len(words))]
    fields: list[list[int]] = []
    outer, inner, last = -1, -1, -2
    for at, mark in enumerate(marks):
        if outer < 0 or (at in cuts and not 0 <= mark == last and not words[at][:1].islower()):
            outer, inner = len(fields), -1
            fields.append([at, at + 1])
        fields[outer][1] = at + 1
        if mark < 0:
            field[at], inner = outer, -1
        else:
            if inner < 0 or mark != last or (words[at - 1] in FINAL and words[at][:1].isupper()):
                inner = len(fields)
                fields.append([at, at + 1])
            fields[inner][1] = at + 1
            field[at] = inner
        last = mark
    return field, [(start, end) for start, end in fields]
