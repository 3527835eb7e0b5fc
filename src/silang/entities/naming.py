"""The names of a report at their places: what the tagger saw, corrected by what the language knows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from silang import models
from silang.entities.lexicon import BODY, COMMON, HEAD, HONORIFIC, RANK, Lexicon, Phrase
from silang.types import Document, EntityKind, Sentence


@dataclass(slots=True)
class Seen:
    """A name at its place: tokens `first:last` of a sentence; `entity` is its cluster once there is one."""

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    kind: EntityKind
    name: str = ""
    """Canonical name, where the language knows one."""
    party: str | None = None
    entity: int = -1


def seen(document: Document, lexicon: Lexicon) -> list[list[Seen]]:
    """The names of each sentence, in text order, none over another."""
    tagged = models.names(document.sentences, document.language)
    body = document.article.text
    result = []
    for number, (sentence, names) in enumerate(zip(document.sentences, tagged, strict=True)):
        found: list[Seen] = []
        for name in names:
            first = bisect_right(sentence.starts, name.start) - 1
            last = bisect_left(sentence.ends, name.end) + 1
            item = Seen(number, first, last, name.start, name.end, body[name.start : name.end], name.kind)
            if _bare(item, sentence, body, lexicon):
                found.append(item)
        result.append(_with_known(found, number, sentence, body, lexicon))
    return result


def _bare(item: Seen, sentence: Sentence, body: str, lexicon: Lexicon) -> bool:
    """Take titles off the front of a name of a person. False where nothing is left."""
    if item.kind != "person":
        return True
    flags, words, first = lexicon.flags, sentence.words, item.first
    while first < item.last and _opens(words[first], flags.get(words[first].lower(), 0), item.last - first):
        first += 1
        while first < item.last and not words[first][0].isalnum():
            first += 1
    if first == item.last:
        return False
    if first != item.first:
        item.first, item.start = first, sentence.starts[first]
        item.text = body[item.start : item.end]
    return True


def _opens(word: str, flag: int, left: int) -> bool:
    return bool(flag & (RANK | HONORIFIC)) or (bool(flag & HEAD) and (left > 1 or word.islower()))


def _with_known(found: list[Seen], number: int, sentence: Sentence, body: str, lexicon: Lexicon) -> list[Seen]:
    words, known = sentence.words, lexicon.known
    extra: list[Seen] = []
    busy = -1
    for i, word in enumerate(words):
        if word not in known or i < busy:
            continue
        phrase = _match(words, i, known[word])
        if phrase is None:
            continue
        last = i + 1 + len(phrase.rest)
        over = [x for x in found if x.first < last and i < x.last]
        if any(x.last - x.first > last - i for x in over) or _doubtful(phrase, words, i, bool(over), lexicon):
            continue
        start, end = sentence.starts[i], sentence.ends[last - 1]
        extra.append(Seen(number, i, last, start, end, body[start:end], phrase.kind, phrase.name, phrase.party))
        found = [x for x in found if x not in over]
        busy = last
    if not extra:
        return found
    return sorted([*found, *extra], key=lambda x: x.start)


def _match(words: tuple[str, ...], at: int, phrases: tuple[Phrase, ...]) -> Phrase | None:
    for phrase in phrases:
        if words[at + 1 : at + 1 + len(phrase.rest)] == phrase.rest:
            return phrase
    return None


def _doubtful(phrase: Phrase, words: tuple[str, ...], at: int, named: bool, lexicon: Lexicon) -> bool:
    """A word that opens a sentence and may be no name at all, or the tail of a longer name that no tagger saw."""
    if phrase.rest or named:
        return False
    flag = lexicon.flags.get(words[at].lower(), 0)
    if flag & COMMON:
        return True
    return phrase.kind != "country" and at > 0 and bool(lexicon.flags.get(words[at - 1].lower(), 0) & BODY)


def spread(names: list[list[Seen]]) -> Iterator[Seen]:
    """Every name in text order."""
    for row in names:
        yield from row
