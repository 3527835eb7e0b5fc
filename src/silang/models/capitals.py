"""Names found by their capitals and by the words of a language around them, where no model is trained."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from silang.types import EntityKind, Language, Name, Sentence


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    common: frozenset[str]
    links: frozenset[str]
    body: frozenset[str]
    tail: frozenset[str]
    place: frozenset[str]
    toward: frozenset[str]
    article: frozenset[str]
    head: frozenset[str]
    title: frozenset[str]
    speaking: frozenset[str]


@cache
def _words(language: Language) -> _Words:
    tables = language.tables["entities"]
    titles, bodies = tables["titles"], tables["organisations"]
    beside = titles["heads"], titles["inside"], titles["ranks"]["words"], titles["honorifics"]["words"]
    return _Words(
        common=frozenset(tables["names"]["common"].split()),
        links=frozenset(tables["names"]["links"].split()),
        body=frozenset(bodies["heads"].split()) - frozenset(bodies["weak"].split()),
        tail=frozenset(bodies["tails"].split()),
        place=frozenset(tables["places"]["heads"].split()),
        toward=frozenset(tables["places"]["prepositions"].split()),
        article=frozenset(tables["names"]["article"].split()),
        head=frozenset(f"{titles['heads']} {titles['ranks']['words']} {titles['honorifics']['words']}".split()),
        title=frozenset(" ".join(beside).split()),
        speaking=frozenset(tables["speaking"]["words"].split()),
    )


@cache
def calendar(language: Language) -> frozenset[str]:
    """Names of months and days in a language, from CLDR: capitalised in many languages, and no names of anybody."""
    return frozenset(language.tables["cldr"]["dates"])


def names(sentences: Sequence[Sentence], language: Language) -> list[tuple[Name, ...]]:
    """Runs of capitalised words, parted by titles and dates, less the word that opens a sentence where it is a common one."""
    known, dates = _words(language), calendar(language)
    common = {word for sentence in sentences for word in sentence.words if word.islower()}
    inside = {_bare(word) for s in sentences for before, word in pairwise(s.words) if word[0].isupper() and before.isalnum()}
    inside -= {word for word in inside if word.lower() in common}
    return [tuple(_names(sentence, known, dates, inside)) for sentence in sentences]


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _names(sentence: Sentence, known: _Words, dates: frozenset[str], inside: set[str]) -> Iterator[Name]:
    words = sentence.words
    for start, end in _runs(words, known.links):
        titled = start > 0 and words[start - 1].lower() in known.head
        for first, last in _parts(words, start, end, known, dates):
            alone = last - first == 1 and not (first and words[first - 1].isalnum()) and _bare(words[first]) not in inside
            if alone and (last == len(words) or words[last].lower() not in known.speaking):
                continue
            before = titled if first == start else True
            yield Name(sentence.starts[first], sentence.ends[last - 1], _kind(words, first, last, before, known))


def _runs(words: tuple[str, ...], links: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Index ranges of capitalised words, with a linking word between two of them."""
    i, size = 0, len(words)
    while i < size:
        if not words[i][0].isupper():
            i += 1
            continue
        j = i + 1
        while j < size and (words[j][0].isupper() or (words[j] in links and j + 1 < size and words[j + 1][0].isupper())):
            j += 1
        yield i, j
        i = j


def _parts(words: tuple[str, ...], start: int, end: int, known: _Words, dates: frozenset[str]) -> Iterator[tuple[int, int]]:
    """What is left of a run when titles and common words at its start are taken out."""
    if words[start].lower() in known.common and (start == 0 or not words[start - 1].isalnum()):
        start += 1
    first, i = start, start
    while i < end:
        title = words[i].lower() in known.head and words[i - 1 : i] != ("of",)
        if not title and words[i] not in dates:
            i += 1
            continue
        if first < i:
            yield first, i
        while i < end and (words[i].lower() in known.title or words[i] in dates):
            i += 1
        first = i
    while first < end and not words[first][0].isupper():
        first += 1
    if first < end:
        yield first, end


def _kind(words: tuple[str, ...], first: int, last: int, titled: bool, known: _Words) -> EntityKind:
    head, tail = words[first].lower(), words[last - 1].lower()
    before = words[first - 1].lower() if first else ""
    if head in known.body or (last - first > 1 and (tail in known.tail or "of" in words[first:last])):
        return "organisation"
    if titled and before in known.title:
        return "person"
    if last - first == 1 and words[first].isupper() and len(words[first]) > 1:
        return "organisation"
    if head in known.place or before in known.toward:
        return "place"
    if before in known.article:
        return "organisation"
    return "person"
