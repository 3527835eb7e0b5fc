"""Names found by their capitals and by the words of a language around them, where no model is trained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from silang.types import EntityKind, Language, Name, Sentence


@cache
def _groups(language: Language) -> Mapping[str, frozenset[str]]:
    tables = language.tables["entities"]
    return {
        "common": frozenset(tables["names"]["common"].split()),
        "links": frozenset(tables["names"]["links"].split()),
        "body": frozenset(tables["organisations"]["heads"].split()),
        "tail": frozenset(tables["organisations"]["tails"].split()),
        "place": frozenset(tables["places"]["heads"].split()),
        "to": frozenset(tables["places"]["prepositions"].split()),
        "title": frozenset(
            (tables["titles"]["heads"] + tables["titles"]["inside"] + tables["titles"]["ranks"]["words"]).split()
        ),
    }


def names(sentences: Sequence[Sentence], language: Language) -> list[tuple[Name, ...]]:
    """Runs of capitalised words, less the word that opens a sentence where it is a common one."""
    groups = _groups(language)
    return [tuple(_names(sentence, groups)) for sentence in sentences]


def _names(sentence: Sentence, groups: Mapping[str, frozenset[str]]) -> Iterator[Name]:
    words = sentence.words
    for first, last in runs(words, groups["links"]):
        while first < last and words[first].lower() in groups["common"] and (first == 0 or not words[first - 1].isalnum()):
            first += 1
        while first < last and words[first].lower() in groups["title"]:
            first += 1
        if first < last:
            yield Name(sentence.starts[first], sentence.ends[last - 1], _kind(words, first, last, groups))


def runs(words: tuple[str, ...], links: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Index ranges of capitalised words, with linking words between two of them."""
    i, n = 0, len(words)
    while i < n:
        if not words[i][0].isupper():
            i += 1
            continue
        j = i + 1
        while j < n and (words[j][0].isupper() or (words[j] in links and j + 1 < n and words[j + 1][0].isupper())):
            j += 1
        yield i, j
        i = j


def _kind(words: tuple[str, ...], first: int, last: int, groups: Mapping[str, frozenset[str]]) -> EntityKind:
    head, tail = words[first].lower(), words[last - 1].lower()
    before = words[first - 1].lower() if first else ""
    if head in groups["body"] or (last - first > 1 and tail in groups["tail"]):
        return "organisation"
    if head in groups["place"] or before in groups["to"]:
        return "place"
    if words[first].isupper() and len(words[first]) > 1 and last - first == 1:
        return "organisation"
    return "person"
