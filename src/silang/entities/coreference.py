"""Pronouns and role phrases, each resolved to who was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from silang.entities.lexicon import BODY, GROUP, HEAD, INSIDE, NEAR, OWNED, PRONOUN, ROLE, SPEAKING, Lexicon
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

    def among(self, clusters: set[int]) -> int:
        """Of these the one spoken of last; one that is still to come only where none was."""
        return max(clusters, key=lambda at: (*self.last.get(at, (-1, 0.0)), -at))

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
    return _office(number, i, words, row, register, salience)


def _role_phrase(
    number: int, i: int, words: tuple[str, ...], row: Sequence[Seen], register: Register, salience: Salience
) -> Referred | None:
    """ "politikus PDIP tersebut": back from the pointing word to the noun that opens the phrase."""
    flags, roles = register.lexicon.flags, register.lexicon.roles
    found: Referred | None = None
    for first in range(i - 1, max(-1, i - _PHRASE), -1):
        word = words[first].lower()
        if not word[0].isalnum() or (flags.get(word, 0) & SPEAKING and first < i - 1):
            break
        if flags.get(word, 0) & ROLE and not any(x.kind == "person" and first < x.last <= i and x.last == i for x in row):
            inside = [x.entity for x in row if first < x.first < i]
            best = _meant(word, roles[word], inside, number, register, salience)
            found = found if best is None else Referred(number, first, i + 1, best, "role")
    return found


def _meant(
    word: str, kind: EntityKind, inside: Sequence[int], number: int, register: Register, salience: Salience
) -> int | None:
    """Who a role phrase means: by title or body, else who weighs most of its kind."""
    barred = frozenset(inside)
    if kind == "person":
        owners = [at for at in inside if register.clusters[at].kind != "person"]
        held = _holders(register, word, owners)
        return salience.among(held) if held else salience.best(number, (kind,), barred)
    if kind == "organisation":
        named = {at for at, c in enumerate(register.clusters) if c.kind == kind and word in c.words and at not in barred}
        if named:
            return salience.among(named)
        barred |= {at for at, c in enumerate(register.clusters) if c.party is not None}
    return salience.best(number, (kind,), barred)


def _holders(register: Register, word: str, owners: Sequence[int]) -> set[int]:
    """People whose title has this word, or who are of one of these bodies or countries; of both where there are such."""
    full = register.lexicon.full.get(word, word).casefold().split()
    titled, owned = set(), set()
    for at, cluster in enumerate(register.clusters):
        for title, of, _, _ in cluster.roles:
            if set(full) <= set(plain(title)):
                titled.add(at)
            if of in owners:
                owned.add(at)
    if owners:
        return (titled & owned) or owned
    return titled


def _office(
    number: int, i: int, words: tuple[str, ...], row: Sequence[Seen], register: Register, salience: Salience
) -> Referred | None:
    """An office without a name: "Mensos", "Perdana Menteri Israel", "hakim" means who has that title in the report."""
    flags, lexicon = register.lexicon.flags, register.lexicon
    before = words[i - 1] if i else ""
    if words[i].lower() not in lexicon.bare or before[:1].isupper() or flags.get(before.lower(), 0) & (BODY | HEAD):
        return None
    last = i + 1
    while last < len(words) and last - i < _PHRASE and flags.get(words[last].lower(), 0) & (INSIDE | HEAD):
        if any(x.first == last for x in row):
            break
        last += 1
    body = next((x for x in row if x.first == last and x.kind != "person"), None)
    end = body.last if body else last
    if any(x.first == end and x.kind == "person" for x in row) or (
        end < len(words) and flags.get(words[end].lower(), 0) & NEAR
    ):
        return None
    first, rest = words[i], words[i + 1 : last]
    wanted = {*plain(lexicon.full.get(first.lower(), first)), *(word.lower() for word in rest)}
    found = {
        at
        for at, cluster in enumerate(register.clusters)
        for held, of, _, _ in cluster.roles
        if wanted <= set(plain(held)) and (body is None or of is None or of == body.entity)
    }
    best = salience.among(found) if found else None
    return None if best is None else Referred(number, i, end, best, "role")
