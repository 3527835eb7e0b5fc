"""Pronouns and role phrases, each resolved to who was spoken of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from silang.entities.lexicon import (
    BARE,
    BODY,
    CAPITAL,
    COMMON,
    GROUP,
    HEAD,
    HONORIFIC,
    INSIDE,
    KIN,
    NEAR,
    OWNED,
    PLURAL,
    PRONOUN,
    ROLE,
    SAID,
    SEPARATOR,
    SPEAKING,
)
from silang.entities.line import Line, Seen
from silang.entities.register import Cluster, Register, plain
from silang.entities.titles import Titled, full
from silang.types import EntityKind

_FAR = 8
"""Sentences back that a pronoun is looked for."""
_HELD = 60
"""People with titles that a phrase is compared with, and titles of each."""
_PHRASE = 8
"""Tokens that a role phrase may have."""
_REFERS = PRONOUN | GROUP | OWNED | NEAR | BARE | SAID
_SPOKE, _OPENED, _NAMED, _OWNER, _QUOTED = 2.0, 1.5, 1.0, 0.8, 0.4
"""Weight of who speaks, who opens a sentence, who is named, who is named in the title of another, and inside a quotation."""
_FADE = 0.5
"""Weight that is lost with every sentence."""
_DOUBT = 0.7
"""Weight that a name of one word lacks where no title says that it is a person."""
_OWN = 1.2
"""Weight that a verb of saying beside a pronoun adds to who spoke last."""
_QUOTES = frozenset('"“”')


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
        self.speaker: int | None = None

    def note(self, cluster: int, sentence: int, weight: float) -> None:
        """Remember a mention; in one sentence the weightiest counts."""
        known = self.last.get(cluster)
        if known is None or known[0] < sentence or known[1] < weight:
            self.last.pop(cluster, None)
            self.last[cluster] = (sentence, weight)
        if weight == _SPOKE:
            self.speaker = cluster

    def _doubt(self, cluster: int) -> float:
        """A name of one word that has no title may be no person at all."""
        known = self.clusters[cluster]
        return _DOUBT if known.kind == "person" and len(known.words) == 1 and not known.roles and len(known.texts) < 2 else 0.0

    def weight(self, cluster: int, sentence: int) -> float:
        """What is left of its weight in this sentence."""
        at, weight = self.last[cluster]
        return weight - _FADE * (sentence - at)

    def among(self, clusters: set[int]) -> int:
        """Of these the one spoken of last; one that is still to come only where none was."""
        return max(clusters, key=lambda at: (*self.last.get(at, (-1, 0.0)), -at))

    def best(
        self, sentence: int, kinds: tuple[EntityKind, ...], barred: frozenset[int] = frozenset(), said: bool = False
    ) -> int | None:
        """The weightiest of these kinds, each sentence between taking some of its weight; beside a verb of saying who
        spoke last weighs more.
        """
        rated = [
            (
                round(weight - 0.5 * (sentence - at) - self._doubt(cluster) + _OWN * (said and cluster == self.speaker), 3),
                at,
                -cluster,
            )
            for cluster, (at, weight) in self.last.items()
            if sentence - at <= _FAR and self.clusters[cluster].kind in kinds and cluster not in barred
        ]
        return -max(rated)[2] if rated else None


class Coreference:
    """Resolves the phrases of one report, sentence by sentence."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.lexicon = register.lexicon
        self.salience = Salience(register.clusters)
        self.titled = [at for at, cluster in enumerate(register.clusters) if cluster.roles][:_HELD]
        self.end, self.open = 0, False

    def read(self, line: Line, titled: Sequence[Titled]) -> list[Referred]:
        """The phrases of the next sentence that mean somebody known."""
        found: list[Referred] = []
        quoted = self._quotes(line)
        places = line.places(_REFERS)
        spans = [(x.first, x.last) for x in titled] + [(x.first, x.last) for x in line.names] if places else []
        weights = [self._weight(line, number, titled, quoted) for number in range(len(line.names))]
        noted = 0
        for i in places:
            noted = self._note(line, noted, i, weights)
            if line.marks[i] & SAID and self.salience.speaker is not None:
                self.salience.note(self.salience.speaker, line.number, _SPOKE)
            if any(first <= i < last for first, last in spans) and not line.marks[i] & NEAR:
                continue
            referred = self._referred(line, i)
            if referred is not None and not (found and referred.first < found[-1].last):
                found.append(referred)
                beside = line.mark(referred.first - 1) | line.mark(referred.last)
                self.salience.note(referred.cluster, line.number, _SPOKE if beside & SPEAKING else 1.6)
        self._note(line, noted, len(line.words), weights)
        return found

    def _quotes(self, line: Line) -> list[bool]:
        """Whether each word stands inside a quotation; one that is open at the end of a paragraph is taken for closed."""
        if "\n" in line.text[self.end : line.sentence.start]:
            self.open = False
        self.end = line.sentence.end
        if not self.open and _QUOTES.isdisjoint(line.words):
            return [False] * len(line.words)
        found = []
        for word in line.words:
            if word in _QUOTES:
                self.open = word == "“" or (word == '"' and not self.open)
            found.append(self.open)
        return found

    def _weight(self, line: Line, number: int, titled: Sequence[Titled], quoted: Sequence[bool]) -> float:
        """How much a name draws a later pronoun to it."""
        item = line.names[number]
        if quoted[item.first]:
            return _QUOTED
        if titled and item.kind == "person" and any(x.of is item and x.person is not item for x in titled):
            return _OWNER
        first, last = item.first, item.last
        for title in titled:
            if title.person is item:
                first, last = min(first, title.first), max(last, title.last)
        last += last < len(line.words) and line.words[last] == ","
        if (line.mark(first - 1) | line.mark(last)) & SPEAKING:
            return _SPOKE
        return _OPENED if self._opens(line, number, first) else _NAMED

    def _opens(self, line: Line, number: int, first: int) -> bool:
        """Whether a sentence is of a name whose words begin at a token: its first, or the one after "dalam rapat dengan X,"."""
        if line.marks[0] & COMMON and "," in line.words:
            comma = line.words.index(",")
            after = next((x for x in line.names if x.first > comma), None)
            if after is line.names[number] and first <= comma + 1:
                return True
            if after is not None and line.names[number].first < comma and self._right_after(line, comma, after.first):
                return False
        return number == 0 or all(first <= x.first for x in line.names[:number])

    def _right_after(self, line: Line, comma: int, name: int) -> bool:
        """Whether nothing but a title stands between a comma and a name."""
        return all(line.marks[i] & (ROLE | HEAD | KIN | INSIDE | CAPITAL) for i in range(comma + 1, name))

    def _note(self, line: Line, start: int, end: int, weights: Sequence[float]) -> int:
        """Remember the names from the one numbered `start` that stand before the token `end`."""
        for number in range(start, len(line.names)):
            if line.names[number].first > end:
                return number
            self.salience.note(line.names[number].entity, line.number, weights[number])
        return len(line.names)

    def _referred(self, line: Line, i: int) -> Referred | None:
        mark = line.marks[i]
        if mark & NEAR:
            return self._role_phrase(line, i)
        if mark & BARE and not mark & (PRONOUN | GROUP | OWNED):
            return self._office(line, i)
        if not mark & (PRONOUN | GROUP | OWNED):
            return None
        kinds: tuple[EntityKind, ...] = ("person",) if mark & PRONOUN else ("organisation",)
        kinds = ("person", "organisation") if mark & OWNED else kinds
        said = bool((line.mark(i - 1) | line.mark(i + 1)) & SPEAKING)
        best = self.salience.best(line.number, kinds, said=said)
        if best is None or (mark & GROUP and self.salience.weight(best, line.number) < _OPENED):
            return None
        return Referred(line.number, i, i + 1, best, "clitic" if mark & OWNED else "pronoun")

    def _role_phrase(self, line: Line, i: int) -> Referred | None:
        """ "politikus PDIP tersebut": back from the pointing word to the noun that opens the phrase."""
        found: Referred | None = None
        named = any(x.kind == "person" and x.last == i for x in line.names)
        people = {at for x in line.names if x.kind == "person" and x.last != i for at in range(x.first, x.last)}
        for first in range(i - 1, max(-1, i - _PHRASE), -1):
            mark = line.marks[first]
            if not line.words[first][0].isalnum() or (mark & SPEAKING and first < i - 1):
                break
            if (
                line.words[first] in self.lexicon.verbs
                and not mark & (ROLE | HEAD | KIN | INSIDE)
                and not _told_of(line, first)
            ):
                break
            if mark & PLURAL:
                return None
            if first in people:
                break
            if mark & (KIN if named else ROLE | HEAD) and not any(x.first <= first < x.last for x in line.names):
                best = self._meant(line, first, i)
                found = found if best is None else Referred(line.number, first, i + 1, best, "role")
        return found

    def _meant(self, line: Line, first: int, end: int) -> int | None:
        """Who a role phrase means: by title and body, else who weighs most of its kind."""
        clusters = self.register.clusters
        word = line.words[first].lower()
        kind = self.lexicon.roles.get(word, "person")
        inside = [x.entity for x in line.names if first < x.first < end]
        barred = frozenset(inside)
        if kind == "person":
            held = self._holders(word, line.words[first:end], inside) - barred
            known = self.salience.among(held) if held else None
            if known is not None and known in self.salience.last:
                return known
            best = self.salience.best(line.number, (kind,), barred)
            return known if best is None else best
        if kind == "organisation":
            named = self.register.holders(word) - barred
            if named:
                return self.salience.among(named)
            barred |= {at for at in self.salience.last if clusters[at].party is not None}
        return self.salience.best(line.number, (kind,), barred)

    def _holders(self, word: str, phrase: tuple[str, ...], inside: Sequence[int]) -> set[int]:
        """People whose titles have most of the words of a phrase, with whom or what they are of."""
        wanted = {*plain(" ".join(phrase)), *self.lexicon.full.get(word, "").casefold().split()}
        like = self.lexicon.like.get(word, frozenset())
        rated: dict[int, float] = {}
        for at in self.titled:
            for title, of, _, _ in self.register.clusters[at].roles[:_HELD]:
                words = set(plain(title))
                points = len(wanted & words) + (0.5 if like & words else 0.0)
                if of is not None:
                    owner = self.register.clusters[of]
                    points += 2.0 if of in inside else len(wanted & set(owner.words))
                rated[at] = max(rated.get(at, 0.0), points)
        most = max(rated.values(), default=0.0)
        return {at for at, points in rated.items() if points == most and most > 0}

    def _office(self, line: Line, i: int) -> Referred | None:
        """An office without a name: "Mensos", "Perdana Menteri Israel", "hakim" means who has that title in the report."""
        before = line.mark(i - 1)
        if before & (CAPITAL | BODY | HEAD) and not before & HONORIFIC and i:
            return None
        last = i + 1
        while line.mark(last) & (INSIDE | HEAD) and last - i < _PHRASE and not _starts(line, last):
            last += 1
        body = next((x for x in line.names if x.first == last and x.kind != "person"), None)
        end = body.last if body else last
        if body is None and line.mark(end) & CAPITAL and not line.mark(end) & (COMMON | SPEAKING | HONORIFIC):
            return None  # the office of a body that nobody saw
        following = _starts(line, end)
        if (following and following.kind == "person") or line.mark(end) & NEAR:
            return None
        wanted = set(plain(full(line.words[i:last], self.lexicon)))
        found = {
            at
            for at in self.titled
            for held, of, _, _ in self.register.clusters[at].roles[:_HELD]
            if wanted <= set(plain(held)) and (body is None or of is None or of == body.entity)
        }
        return Referred(line.number, i, end, self.salience.among(found), "role") if found else None


def _told_of(line: Line, verb: int) -> bool:
    """Whether a verb only tells more of a noun: "pria yang memimpin klub itu", "wanita berusia 37 tahun itu"."""
    return bool((line.mark(verb - 1) | line.mark(verb - 2)) & SEPARATOR or line.mark(verb - 1) & (ROLE | KIN))


def _starts(line: Line, at: int) -> Seen | None:
    return next((x for x in line.names if x.first == at), None)
