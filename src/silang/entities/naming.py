"""The names of a report at their places: what the tagger saw, corrected by what the language knows."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from silang import models
from silang.entities.lexicon import BODY, COMMON, HEAD, HONORIFIC, INSIDE, RANK, SPEAKING, Lexicon, Phrase
from silang.types import Document, EntityKind, Name, Sentence

_TITLE = HEAD | RANK | HONORIFIC
_LONGEST = 12
"""Tokens that a name of a body takes in to its right."""


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


class Naming:
    """Finds the names of one document."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.body = document.article.text
        self.sentences = document.sentences
        self.lexicon = lexicon
        self.flags = lexicon.flags
        tagged = models.names(document.sentences, document.language)
        self.rows = [self._row(n, s, t) for n, (s, t) in enumerate(zip(document.sentences, tagged, strict=True))]
        self._agree()
        self._spread()

    def seen(self, number: int, first: int, last: int, kind: EntityKind) -> Seen:
        """A name over these tokens of a sentence."""
        sentence = self.sentences[number]
        start, end = sentence.starts[first], sentence.ends[last - 1]
        return Seen(number, first, last, start, end, self.body[start:end], kind)

    def _row(self, number: int, sentence: Sentence, tagged: Sequence[Name]) -> list[Seen]:
        found: list[Seen] = []
        for name in tagged:
            first = bisect_right(sentence.starts, name.start) - 1
            last = bisect_left(sentence.ends, name.end) + 1
            item = self._bare(number, first, last, name.kind)
            if item is not None:
                found.append(item)
        found = self._known(found, number, sentence.words)
        self._after_titles(found, sentence.words)
        return self._bodies(found, number, sentence.words)

    def _bare(self, number: int, first: int, last: int, kind: EntityKind) -> Seen | None:
        """A name without the titles before it; None where nothing is left."""
        words, flags, namelike = self.sentences[number].words, self.flags, self.lexicon.namelike
        begin = first
        while first < last:
            word = words[first].lower()
            flag = flags.get(word, 0)
            whole = last - first == 1
            if flag & (RANK | HONORIFIC) and word not in namelike:
                kind = "person"
            elif not (flag & HEAD and kind == "person" and (word not in namelike or not whole) and words[first][0].isalpha()):
                if words[first][0].isalnum() or first == begin:
                    break
            elif word in namelike and not (first and flags.get(words[first - 1].lower(), 0) & HEAD):
                break
            first += 1
        while first < last and not words[last - 1][0].isalnum() and words[last - 1] != ")":
            last -= 1
        if begin and flags.get(words[begin - 1].lower(), 0) & (RANK | HONORIFIC):
            kind = "person"
        if first >= last or (last - first == 1 and flags.get(words[first].lower(), 0) & _TITLE and kind != "organisation"):
            return None
        return self._unglued(self.seen(number, first, last, kind))

    def _unglued(self, item: Seen) -> Seen:
        """A name without the word of the running text that a lost blank stuck to its end."""
        if item.kind == "person" and len(item.text) > 9:
            low = item.text[-16:].lower()
            for size in range(4, min(12, len(low) - 3)):
                if (
                    low[-size - 1].isalpha()
                    and low[-size - 4 : -size].isalpha()
                    and self.flags.get(low[-size:], 0) & (COMMON | SPEAKING)
                ):
                    item.end -= size
                    item.text = item.text[:-size]
                    break
        return item

    def _known(self, found: list[Seen], number: int, words: tuple[str, ...]) -> list[Seen]:
        known = self.lexicon.known
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
            cut = self._cut(over, i, last, words)
            if cut is None and (self._doubtful(phrase, words, i, bool(over)) or any(x.last - x.first > last - i for x in over)):
                continue
            item = self.seen(number, i, last, phrase.kind)
            item.name, item.party = phrase.name, phrase.party
            extra.append(item)
            found = [x for x in found if x not in over] + ([] if cut is None else [cut])
            busy = last
        return sorted([*found, *extra], key=lambda x: x.start) if extra else found

    def _after_titles(self, found: list[Seen], words: tuple[str, ...]) -> None:
        """A name right after a title and its country or body is a person: "Presiden Amerika Serikat (AS) X"."""
        for before, item in pairwise(found):
            if item.kind in ("organisation", "place") and not item.name and item.last - item.first > 1:
                head = before.first and self.flags.get(words[before.first - 1].lower(), 0) & HEAD
                if head and before.kind == "country" and item.first == before.last:
                    item.kind = "person"

    def _cut(self, over: Sequence[Seen], first: int, last: int, words: tuple[str, ...]) -> Seen | None:
        """What is left of a person's name that took in the country of the title before it."""
        if len(over) != 1 or over[0].kind != "person" or over[0].first != first or over[0].last <= last or not first:
            return None
        if not self.flags.get(words[first - 1].lower(), 0) & (HEAD | INSIDE):
            return None
        return self.seen(over[0].sentence, last, over[0].last, "person")

    def _doubtful(self, phrase: Phrase, words: tuple[str, ...], at: int, named: bool) -> bool:
        """A word that opens a sentence and may be no name at all, or the tail of a longer name that no tagger saw."""
        if phrase.rest or named:
            return False
        if self.flags.get(words[at].lower(), 0) & COMMON:
            return True
        return phrase.kind == "outlet" and at > 0 and words[at - 1][0].isupper()

    def _bodies(self, found: list[Seen], number: int, words: tuple[str, ...]) -> list[Seen]:
        """Names that a word such as "Kementerian" opens, with what is left of them."""
        flags, weak = self.flags, self.lexicon.weak
        covered = {i: x for x in found for i in range(x.first, x.last)}
        for i, word in enumerate(words):
            low = word.lower()
            if not word[0].isupper() or not flags.get(low, 0) & BODY:
                continue
            held = covered.get(i)
            if held is not None and (held.first != i or held.kind == "person"):
                continue
            last = self._body_end(i, words, covered)
            if held is not None and held.last >= last and held.kind == "organisation":
                continue
            if held is None and last - i == 1 and (low in weak or i == 0):
                continue
            item = self.seen(number, i, max(last, held.last if held else 0), "organisation")
            gone = {id(covered[j]) for j in range(item.first, item.last) if j in covered}
            found = sorted([*(x for x in found if id(x) not in gone), item], key=lambda x: x.start)
            covered = {j: x for x in found for j in range(x.first, x.last)}
        return found

    def _body_end(self, at: int, words: tuple[str, ...], covered: dict[int, Seen]) -> int:
        """Where the name of a body that opens here ends: capitals, what is joined, an abbreviation it goes on after."""
        flags = self.flags
        i = at + 1
        while i < len(words) and i - at < _LONGEST:
            word = words[i]
            held = covered.get(i)
            if held is not None and held.kind in ("person", "outlet"):
                break
            flag = flags.get(word.lower(), 0)
            if word[0].isupper():
                if flag & (RANK | HONORIFIC) or (flag & HEAD and held is None):
                    break
                i += 1
            elif word in self.lexicon.joints and i + 1 < len(words) and words[i + 1][0].isupper() and i > at + 1:
                if flags.get(words[i + 1].lower(), 0) & (BODY | HEAD) or i + 1 in covered:
                    break
                i += 1
            elif word == "(" and i + 3 < len(words) and words[i + 2] == ")" and self._goes_on(i + 3, words, covered):
                i += 3
            else:
                break
        return i

    def _goes_on(self, at: int, words: tuple[str, ...], covered: dict[int, Seen]) -> bool:
        held = covered.get(at)
        return (
            words[at][0].isupper()
            and not (held and held.kind == "person")
            and not self.flags.get(words[at].lower(), 0) & _TITLE
        )

    def _agree(self) -> None:
        """One name is of one kind in one report: the kind it has most often, a person's where it is part of a full name."""
        votes: dict[str, Counter[EntityKind]] = {}
        parts: set[str] = set()
        for row in self.rows:
            for item in row:
                if not item.name:
                    votes.setdefault(item.text, Counter())[item.kind] += 1
                if item.kind == "person" and item.last - item.first > 1:
                    parts.update(item.text.split())
        for row in self.rows:
            for item in row:
                if item.name or item.kind not in ("person", "organisation", "place"):
                    continue
                kinds = votes[item.text]
                if item.kind != "person" and item.text in parts and not item.text.isupper():
                    item.kind = "person"
                elif len(kinds) > 1:
                    item.kind = max(sorted(kinds), key=lambda kind: kinds[kind])

    def _spread(self) -> None:
        """A name that was seen once is seen everywhere in the report, where a capital stands and no other name."""
        kinds: dict[str, list[Seen]] = {}
        for row in self.rows:
            for item in row:
                first = self.sentences[item.sentence].words[item.first]
                if len(first) > 2 and first[0].isupper() and not self.flags.get(first.lower(), 0) & (COMMON | INSIDE):
                    kinds.setdefault(first, []).append(item)
                    if item.kind == "person" and item.last - item.first > 1:
                        kinds.setdefault(first, []).append(self.seen(item.sentence, item.first, item.first + 1, "person"))
        for number, sentence in enumerate(self.sentences):
            busy = {i for x in self.rows[number] for i in range(x.first, x.last)}
            fresh = []
            for i, word in enumerate(sentence.words):
                if word in kinds and i not in busy:
                    again = self._again(number, i, kinds[word], busy)
                    if again is not None:
                        fresh.append(again)
                        busy.update(range(again.first, again.last))
            if fresh:
                self.rows[number] = sorted([*self.rows[number], *fresh], key=lambda x: x.start)

    def _again(self, number: int, at: int, samples: Sequence[Seen], busy: set[int]) -> Seen | None:
        words = self.sentences[number].words
        best: Seen | None = None
        for sample in samples:
            source = self.sentences[sample.sentence].words[sample.first : sample.last]
            last = at + len(source)
            if words[at:last] == source and not any(i in busy for i in range(at, last)) and (best is None or last > best.last):
                best = self.seen(number, at, last, sample.kind)
                best.name, best.party = sample.name, sample.party
        return best


def _match(words: tuple[str, ...], at: int, phrases: tuple[Phrase, ...]) -> Phrase | None:
    for phrase in phrases:
        if words[at + 1 : at + 1 + len(phrase.rest)] == phrase.rest:
            return phrase
    return None
