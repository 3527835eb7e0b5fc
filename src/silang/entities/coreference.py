"""Pronouns and role phrases, each resolved to who was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from silang.entities.lexicon import GROUP, HEAD, NEAR, OWNED, PRONOUN, ROLE, SPEAKING, Lexicon
from silang.entities.naming import Seen
from silang.entities.register import Cluster, Register, plain
from silang.entities.titles import Titled
from silang.types import EntityKind, Sentence

_FAR = 8
"""Sentences back that a pronoun is looked for."""
_PHRASE = 8
"""Tokens that a role phrase may have."""


@dataclass(slots=True)
class Referred:
    """A phrase that speaks of a cluster: tokens `first:last` of a sentence."""

    sentence: int
    first: int
    last: int
    cluster: int
    form: Literal["name", "pronoun", "role", "clitic"]


class Salience:
    """Who was spoken of, when, and how much weight that had."""

    def __init__(self, clusters: Sequence[Cluster]) -> None:
        self.clusters = clusters
        self.last: dict[int, tuple[int, float]] = {}

    def note(self, cluster: int, sentence: int, weight: float) -> None:
        """Remember a mention; in one sentence the weightiest counts."""
        known = self.last.get(cluster)
        if known is None or known[0] < sentence or known[1] < weight:
            self.last[cluster] = (sentence, weight)

    def best(self, sentence: int, kinds: tuple[EntityKind, ...], barred: frozenset[int] = frozenset()) -> int | None:
        """The weightiest of these kinds, each sentence between taking some of its weight."""
        rated = [
            (round(weight - 0.5 * (sentence - at), 3), at, -cluster)
            for cluster, (at, weight) in self.last.items()
            if sentence - at <= _FAR and self.clusters[cluster].kind in kinds and cluster not in barred
        ]
        return -max(rated)[2] if rated else None


def resolve(
    sentences: Sequence[Sentence], names: Sequence[Sequence[Seen]], titles: Sequence[Sequence[Titled]], register: Register
) -> list[Referred]:
    """Every pronoun and role phrase that means somebody known, in text order."""
    salience, found = Salience(register.clusters), []
    for number, (sentence, row) in enumerate(zip(sentences, names, strict=True)):
        busy = [(t.first, t.last) for t in titles[number] if t.person is not None]
        found += _sentence(number, sentence, row, busy, register, salience)
    return found


def _sentence(
    number: int,
    sentence: Sentence,
    row: Sequence[Seen],
    busy: Sequence[tuple[int, int]],
    register: Register,
    salience: Salience,
) -> list[Referred]:
    flags, words = register.lexicon.flags, sentence.words
    found: list[Referred] = []
    queue = list(row)
    for i, word in enumerate(words):
        while queue and queue[0].first <= i:
            item = queue.pop(0)
            salience.note(item.entity, number, _weight(words, item, item is row[0], register.lexicon))
        flag = flags.get(word.lower(), 0)
        if not flag & (PRONOUN | GROUP | OWNED | NEAR | HEAD):
            continue
        if any(a <= i < b for a, b in busy) or any(x.first <= i < x.last for x in row):
            continue
        referred = _referred(number, i, flag, words, row, register, salience)
        if referred is not None and not (found and referred.first < found[-1].last):
            found.append(referred)
            salience.note(referred.cluster, number, 1.6)
    for item in queue:
        salience.note(item.entity, number, 1.0)
    return found


def _weight(words: tuple[str, ...], item: Seen, opens: bool, lexicon: Lexicon) -> float:
    """A speaker weighs most, then who opens the sentence."""
    around = (words[item.first - 1] if item.first else "", words[item.last] if item.last < len(words) else "")
    if any(lexicon.flags.get(word.lower(), 0) & SPEAKING for word in around):
        return 2.0
    return 1.5 if opens else 1.0


def _referred(
    number: int, i: int, flag: int, words: tuple[str, ...], row: Sequence[Seen], register: Register, salience: Salience
) -> Referred | None:
    if flag & PRONOUN:
        best = salience.best(number, ("person",))
        return None if best is None else Referred(number, i, i + 1, best, "pronoun")
    if flag & GROUP:
        best = salience.best(number, ("organisation",))
        return None if best is None else Referred(number, i, i + 1, best, "pronoun")
    if flag & OWNED:
        best = salience.best(number, ("person", "organisation"))
        return None if best is None else Referred(number, i, i + 1, best, "clitic")
    if flag & NEAR:
        return _role_phrase(number, i, words, row, register, salience)
    return _office(number, i, words, row, register)


def _role_phrase(
    number: int, i: int, words: tuple[str, ...], row: Sequence[Seen], register: Register, salience: Salience
) -> Referred | None:
    """ "politikus PDIP tersebut": back from the pointing word to the noun that opens the phrase."""
    flags, roles = register.lexicon.flags, register.lexicon.roles
    for first in range(i - 1, max(-1, i - _PHRASE), -1):
        word = words[first].lower()
        if flags.get(word, 0) & ROLE:
            kind = roles[word]
            owner = [x.entity for x in row if first < x.first < i and x.kind != "person"]
            best = _by_role(word, owner, register) if kind == "person" else None
            best = best if best is not None else salience.best(number, (kind,))
            return None if best is None else Referred(number, first, i + 1, best, "role")
        if not word[0].isalnum():
            return None
    return None


def _by_role(word: str, owner: Sequence[int], register: Register) -> int | None:
    """The one person whose title has this word, or who is of this body or country."""
    full = register.lexicon.full.get(word, word).casefold().split()[0]
    found = {
        at
        for at, cluster in enumerate(register.clusters)
        for title, of, _, _ in cluster.roles
        if (full in plain(title) and (not owner or of in owner)) or (owner and of in owner)
    }
    return found.pop() if len(found) == 1 else None


def _office(number: int, i: int, words: tuple[str, ...], row: Sequence[Seen], register: Register) -> Referred | None:
    """An office without a name: "Mensos", "Perdana Menteri Israel" means who was given that title in the report."""
    flags, lexicon = register.lexicon.flags, register.lexicon
    last = i + 1
    while last < len(words) and last - i < _PHRASE and words[last][0].isupper() and not any(x.first == last for x in row):
        last += 1
    title = " ".join(words[i:last])
    first, _, rest = title.partition(" ")
    full = f"{lexicon.full.get(first.lower(), first)} {rest}".strip().casefold()
    body = next((x for x in row if x.first == last and x.kind != "person"), None)
    if not words[i][0].isupper() and not body:
        return None
    found = {
        at
        for at, cluster in enumerate(register.clusters)
        for held, of, _, _ in cluster.roles
        if held.casefold() == full and (body is None or of == body.entity)
    }
    if len(found) != 1 or (len(full.split()) == 1 and body is None and flags.get(full, 0) & HEAD and full not in lexicon.full):
        return None
    return Referred(number, i, body.last if body else last, found.pop(), "role")
