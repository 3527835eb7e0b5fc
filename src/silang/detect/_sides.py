"""Who is a side of the event, and which side somebody speaks for."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from silang import languages
from silang.detect._lineup import Lineup
from silang.detect._thin import Known, known
from silang.types import Entity

KINDS = frozenset({"person", "organisation", "country"})
ABROAD = 2
"""Statements that a country has itself, or each of two countries through its people, for its bodies to speak for it."""


class Sides:
    """The sides of an event: persons under the body or country they speak for now, bodies, countries, and nouns like police."""

    def __init__(self, lineup: Lineup) -> None:
        self.lineup = lineup
        self.cast = lineup.cast
        texts = tuple(dict.fromkeys(languages.of(r.article) for r in lineup.readings))
        self._known: tuple[Known, ...] = tuple(known(language) for language in texts)
        self._side: dict[str, str | None] = {}

    def of(self, speaker: str | None) -> str | None:
        """The side that somebody speaks for; None for a relay, a paper, a pronoun, and for what is no name of anybody."""
        if speaker is None or speaker not in self.cast:
            return None
        if speaker not in self._side:
            self._side[speaker] = self._found(self._same(self.cast[speaker]))
        return self._side[speaker]

    def named(self, entity: Entity) -> bool:
        """Whether an entity has a name that can stand for a side: a proper name, or a noun like police."""
        words = entity.name.split()
        folds = [w.casefold() for w in words]
        if entity.kind not in KINDS or not words or self._titled(entity) or folds[0] in self._never:
            return False
        if len(entity.name) < 2 or any(c.isdigit() for c in entity.name):
            return False
        if all(fold in self._nouns for fold in folds):
            return True
        while folds and folds[0] in self._nouns and not words[0][:1].isupper():
            words, folds = words[1:], folds[1:]
        small = [f for w, f in zip(words, folds, strict=True) if not w[:1].isupper()]
        large = [w for w in words if w[:1].isupper()]
        if not large or any(f not in self._joiners for f in small):
            return False
        return len(large) > 1 or large[0].lower() not in self.lineup.lowercase

    def _found(self, entity: Entity) -> str | None:
        if entity.id in self._relays or entity.name.casefold() in self._outlets:
            return None
        chain = [entity]
        while len(chain) < 4 and (above := self._above(chain[-1])) and above not in chain:
            chain.append(above)
        country = self.cast.get(self.lineup.party(chain[-1].id) or "")
        if country is not None and country.kind == "country" and country not in chain:
            chain.append(country)
        if not self._abroad and len(chain) > 1:
            chain = [e for e in chain if e.kind != "country" or self._speakers[e.id] >= ABROAD] or chain[:1]
        named = [e for e in chain if self.named(e)]
        return named[-1].id if named else None

    def _above(self, entity: Entity) -> Entity | None:
        """The body or person that somebody speaks for; who held an office once no longer speaks for its body."""
        party = self.cast.get(entity.party or "")
        if party is None or self._was(entity, party.id):
            return None
        return self._same(party)

    def _was(self, entity: Entity, party: str) -> bool:
        titles = [role.title for role in entity.roles if role.of == party]
        return any(word.casefold() in known.former for title in titles for word in title.split() for known in self._known)

    def _same(self, entity: Entity) -> Entity:
        """The entity that a part of a name, or a noun like police, stands for where there is only one."""
        name = entity.name.partition(",")[0].strip()
        name = name if self._titled(entity) else entity.name
        folds = frozenset(name.casefold().split())
        if name != entity.name or (len(folds) == 1 and entity.kind != "country"):
            whole = [e for e in self._people if folds <= frozenset(e.name.casefold().split()) and e.id != entity.id]
            if len(whole) == 1 and not folds <= self._nouns:
                return whole[0]
        bodies = {body for known in self._known for fold in folds for body in known.stands.get(fold, ())}
        if folds <= self._nouns and bodies:
            meant = [e for e in self._bodies if e.id != entity.id and bodies & frozenset(e.name.casefold().split())]
            meant = [e for e in meant if len(e.name) > len(entity.name)]
            if len(meant) == 1:
                return meant[0]
        return entity

    def _titled(self, entity: Entity) -> bool:
        """Whether a name has something behind a comma that is no part of it, as a list of fields of work is."""
        last = entity.name.rpartition(",")[2].split() if "," in entity.name else []
        return bool(last) and last[0].casefold() not in self._joiners

    @cached_property
    def _speakers(self) -> Counter[str]:
        found = [line.statement.speaker or "" for line in self.lineup.lines]
        return Counter(name for name in found if name in self.cast)

    @cached_property
    def _people(self) -> tuple[Entity, ...]:
        return tuple(
            self.cast[e] for e in sorted(self.cast) if self.cast[e].kind == "person" and not self._titled(self.cast[e])
        )

    @cached_property
    def _bodies(self) -> tuple[Entity, ...]:
        """Bodies for which somebody speaks."""
        over = sorted(set(self._speakers) | {self.cast[s].party or s for s in self._speakers})
        found = [self.cast[e] for e in over if e in self.cast]
        return tuple(e for e in found if e.kind == "organisation" and not self._titled(e))

    @cached_property
    def _relays(self) -> frozenset[str]:
        """Bodies that pass on more than they say, for nobody."""
        through = Counter(v.entity for line in self.lineup.lines for v in line.statement.via)
        passed = [e for e in through if e in self.cast and through[e] > self._speakers[e]]
        return frozenset(e for e in passed if self.cast[e].kind == "organisation" and self.lineup.party(e) == e)

    @cached_property
    def _abroad(self) -> bool:
        """Whether two countries speak in the reports."""
        spoken: Counter[str] = Counter()
        for name, count in self._speakers.items():
            country = self.cast.get(self.lineup.party(name) or "")
            if country is not None and country.kind == "country":
                spoken[country.id] += count
        return sum(count >= ABROAD for count in spoken.values()) > 1

    @cached_property
    def _outlets(self) -> frozenset[str]:
        return frozenset(r.article.outlet.casefold() for r in self.lineup.readings)

    @cached_property
    def _never(self) -> frozenset[str]:
        return frozenset(fold for k in self._known for fold in k.never)

    @cached_property
    def _nouns(self) -> frozenset[str]:
        return frozenset(fold for k in self._known for fold in k.sides)

    @cached_property
    def _joiners(self) -> frozenset[str]:
        return frozenset().union(*{line.lexicon.list("joiners") for line in self.lineup.lines})
