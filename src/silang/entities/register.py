"""Names of one report gathered into entities: full names, short names, nicknames, abbreviations, misspellings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.distance import OSA

from silang.entities.lexicon import BODY, JOINT, LINK, Lexicon
from silang.entities.line import Seen
from silang.types import EntityKind

_COMPARED = 200
"""People of one report with whom a name is compared for misspelling; and names that share a word."""
_PAIR = re.compile(r"\([^()]*\)")
_TRIM = " .,'’\"“”()-"


@dataclass(slots=True)
class Cluster:
    """One entity in the making."""

    kind: EntityKind
    name: str
    words: tuple[str, ...]
    party: str | None = None
    other: list[tuple[str, ...]] = field(default_factory=list)
    """Words of other names it has: abbreviations, nicknames."""
    texts: dict[str, int] = field(default_factory=dict)
    """Every way it is written, with how often."""
    roles: list[tuple[str, int | None, int, int]] = field(default_factory=list)
    """Title, cluster it is of, start, end."""
    first: int = 0


@lru_cache(maxsize=10_000)
def plain(text: str) -> tuple[str, ...]:
    """The words of a name, folded, without marks."""
    return tuple(w for w in (word.strip(_TRIM) for word in text.casefold().split()) if w)


class Register:
    """The entities of one report, found by their names."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.clusters: list[Cluster] = []
        self._exact: dict[tuple[EntityKind, tuple[str, ...]], int] = {}
        self._people: list[int] = []
        self._short: dict[str, int] = {}
        self._persons: dict[str, list[int]] = {}
        self._bodies: dict[str, list[int]] = {}

    def fill(self, names: Sequence[Sequence[Seen]]) -> None:
        """Give every name of a report its cluster: long names first, so that short ones find them."""
        items = [item for row in names for item in row]
        for item in sorted(items, key=lambda x: (-len(x.text.split()), x.start)):
            item.entity = self.find(item) if item.entity < 0 else item.entity
        self._nearest(items)

    def find(self, item: Seen) -> int:
        """The cluster of a name; a new one where none fits."""
        text = item.name or item.text
        at = self.look(text, item.kind)
        if at is None:
            whole = _PAIR.sub(" ", text) if "(" in text else text
            at = self.add(" ".join(whole.split()), item.kind, item.party, item.start)
            if "(" in text:
                self._inside(at, text)
        cluster = self.clusters[at]
        if len(text) < len(cluster.name) and glued(plain(text), cluster.words):
            cluster.name, cluster.words = text, plain(text)
        cluster.texts[item.text] = cluster.texts.get(item.text, 0) + 1
        cluster.first = min(cluster.first, item.start)
        return at

    def _inside(self, at: int, text: str) -> None:
        """Let "Pemerintah Provinsi (Pemprov) DKI Jakarta" be found as "Pemprov DKI Jakarta" and "Pemprov"."""
        short = text[text.index("(") + 1 :].replace(")", " ")
        self.name(at, " ".join(short.split()))
        self.alias(at, text)

    def look(self, text: str, kind: EntityKind, exact: bool = False) -> int | None:
        """The cluster that a name speaks of, if any."""
        words = plain(text)
        same = self._exact.get((kind, words))
        if same is None and kind == "organisation":
            same = self._exact.get((kind, self._formless(words)))
        if same is not None or exact:
            return same
        if kind == "person":
            return self._person(words)
        if kind == "organisation":
            return self._body(words)
        return None

    def _formless(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The name of a body without the words that tell its form: "PT Maju Tbk" is "Maju"."""
        kept = tuple(word for word in words if word not in self.lexicon.forms)
        return kept if kept else words

    def holders(self, word: str) -> set[int]:
        """Bodies that have this word in their name."""
        return {at for at in self._bodies.get(word, ()) if self.clusters[at].kind == "organisation"}

    def add(self, text: str, kind: EntityKind, party: str | None = None, first: int = 0) -> int:
        """A new cluster."""
        words = plain(text)
        at = len(self.clusters)
        cluster = Cluster(kind, text, words, party, first=first)
        self.clusters.append(cluster)
        if kind == "person":
            self._people.append(at)
        self._short.setdefault(self._initials(cluster), at)
        self.alias(at, text)
        return at

    def body(self, text: str) -> int:
        """The cluster of a body that a title names: one that the report calls by the first word alone, else a new one."""
        words = plain(text)
        at = self._exact.get(("organisation", words[:1])) if words else None
        if at is None or len(self.clusters[at].words) > 1 or not self.lexicon.marks[words[0]] & BODY:
            return self.add(text, "organisation")
        cluster = self.clusters[at]
        self.alias(at, text)
        cluster.name, cluster.words = text, words
        return at

    def alias(self, at: int, text: str) -> None:
        """Let a cluster be found under one more name."""
        words, kind = plain(text), self.clusters[at].kind
        if words != self.clusters[at].words:
            self.clusters[at].other.append(words)
        self._exact.setdefault((kind, words), at)
        if kind == "organisation" and len(bare := self._formless(words)) > 1:
            self._exact.setdefault((kind, bare), at)
        index = self._persons if kind == "person" else self._bodies
        for word in words:
            holders = index.setdefault(word, [])
            if len(word) > 1 and len(holders) < _COMPARED and at not in holders:
                holders.append(at)

    def name(self, at: int, text: str) -> None:
        """One more way in which the text writes a cluster."""
        self.alias(at, text)
        texts = self.clusters[at].texts
        texts[text] = texts.get(text, 0) + 1

    def _person(self, words: tuple[str, ...]) -> int | None:
        """A longer name that has these words, else one that differs by a letter."""
        if not words:
            return None
        holders = [at for at in self._persons.get(words[0], ()) if any(set(words) <= set(own) for own in self._own(at))]
        if holders:
            return min(holders, key=lambda at: (self.clusters[at].words[0] != words[0], at))
        people = [(at, self.clusters[at]) for at in self._people[:_COMPARED]]
        found = next((at for at, c in people if misspelt(words, c.words) or glued(words, c.words)), None)
        if found is None and len(words) == 1 and len(words[0]) > 2:
            longer = [at for at, c in people if any(w.startswith(words[0]) and len(w) > len(words[0]) + 1 for w in c.words)]
            found = longer[0] if len(longer) == 1 else None
        return found

    def _own(self, at: int) -> tuple[tuple[str, ...], ...]:
        cluster = self.clusters[at]
        return (cluster.words, *cluster.other)

    def _body(self, words: tuple[str, ...]) -> int | None:
        """A longer name that starts with these words, or one whose initials they are."""
        if not words:
            return None
        head = self.lexicon.marks[words[0]] & BODY
        for at in self._bodies.get(words[0], ()):
            own = self.clusters[at].words
            starts = own[: len(words)] == words or (own[1 : len(words) + 1] == words and len(own[0]) <= 3)
            if starts and (len(words) > 1 or head):
                return at
        if len(words) == 1 and 2 <= len(words[0]) <= 8:
            return self._short.get(words[0])
        return None

    def _initials(self, cluster: Cluster) -> str:
        if cluster.kind != "organisation" or len(cluster.words) < 2:
            return ""
        return "".join(w[0] for w in cluster.words if not self.lexicon.marks[w] & (LINK | JOINT))

    def _nearest(self, items: Sequence[Seen]) -> None:
        """A short name that several people bear means the one spoken of last."""
        last: dict[int, int] = {}
        for number, item in enumerate(items):
            if item.kind == "person":
                words = plain(item.text)
                rivals = [at for at in self._persons.get(words[0], ()) if at in last] if words else []
                rivals = [at for at in rivals if set(words) <= set(self.clusters[at].words)]
                if len(rivals) > 1 and len(words) == 1:
                    item.entity = max(rivals, key=lambda at: last[at])
                last[item.entity] = number


def misspelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One name written in two ways: word for word the same but for an initial, or a letter or two of a long word."""
    if len(a) == 1:
        return len(a[0]) > 4 and any(_near(a[0], word) for word in b)
    if len(a) != len(b):
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) == 1 and len(a) - len(apart) > 0 and ((_initial(*apart[0]) and len(a) > 2) or _slip(*apart[0]))


def _initial(x: str, y: str) -> bool:
    return x[0] == y[0] and min(len(x), len(y)) == 1


def _slip(x: str, y: str) -> bool:
    limit = 1 if len(x) < 7 else 2
    return x[0] == y[0] and min(len(x), len(y)) > 3 and OSA.distance(x, y, score_cutoff=limit) <= limit


def _near(a: str, b: str) -> bool:
    return a[0] == b[0] and len(b) > 4 and OSA.distance(a, b, score_cutoff=1) <= 1


def glued(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One name, to whose end the next word of the text is stuck: "Rina Hapsarimengaku"."""
    return (
        len(a) == len(b) > 1
        and a[:-1] == b[:-1]
        and min(len(a[-1]), len(b[-1])) > 3
        and (a[-1].startswith(b[-1]) or b[-1].startswith(a[-1]))
    )
