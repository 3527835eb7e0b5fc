"""What the event is: its title, the day of the happening, where, and who takes part."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from silang import languages
from silang.detect import _calendar
from silang.detect._lexicon import lexicon
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.detect._sides import KINDS, Sides
from silang.detect._thin import known
from silang.types import Entity, Finding, Reading, Slot

LONGEST = 140
"""Code points of a title made from the text."""
WHO, WHERE = 5, 2
"""Participants and places named at the head of a comparison."""
FEW = 1
"""Participants too few to name only those of whom two reports speak."""
PERSON = 0.7
"""Share of the standing of a body from which the person who speaks for it is named in its place."""
SHORT = 4
"""Words of a value that a headline can carry; a longer one is a clause."""
LASTING, LONG = 0.6, 120
"""How much an interval tells of the day of the happening beside a day, and the days of one that tells nothing."""
LEAD = 400
"""Code points of a report that are its lead."""
SURE = 5
"""Letters of a word of a name by which a headline may call a person."""
NEAR = 60
"""Days from publication within which a day can be that of the happening; one farther off is background."""

_WORDS = re.compile(r"\W+")


def title(lineup: Lineup, findings: Iterable[Finding] = ()) -> str:
    """The headline that shares most words with the others; one that takes a side in a conflict, or asks, for want of better."""
    titles = [(r.article.id, r.article.title.strip()) for r in lineup.readings if r.article.title.strip()]
    common = Counter(word for _, text in titles for word in {w.casefold() for w in text.split()})
    taken = _taken(findings)

    def rank(found: tuple[str, str]) -> tuple[bool, int, float, str]:
        words = [w.casefold() for w in found[1].split()]
        sides = bool(taken.get(found[0], set()) & {w.strip(".,:;!?\"'()") for w in words})
        teasing = 2 * found[1].endswith(("...", "…")) + ("?" in found[1])
        return (sides, teasing, -round(sum(common[w] for w in words) / (len(words) + 3), 6), found[0])

    return min(titles, key=rank)[1] if titles else _opening(lineup)


def _taken(findings: Iterable[Finding]) -> dict[str, set[str]]:
    """By article the words that only its side of a conflict has."""
    out: dict[str, set[str]] = {}
    for finding in findings:
        if finding.relation == "conflict":
            words = {article: _short(value) for article, value in finding.values}
            for article, own in words.items():
                others = set().union(*(found for other, found in words.items() if other != article))
                out.setdefault(article, set()).update(own - others)
    return out


def _short(value: str) -> set[str]:
    """The words of values that are no whole clauses."""
    parts = [part.split() for part in value.casefold().split(" / ")]
    return {word for part in parts if len(part) <= SHORT for word in part}


def _opening(lineup: Lineup) -> str:
    """The first sentence of the first report, cut at a blank, with an ellipsis, where it is long."""
    line = next(iter(lineup.sentences), None)
    words = line.statement.span.of(line.article.text).split() if line else []
    whole = len(words)
    while len(" ".join(words)) > LONGEST:
        words.pop()
    return " ".join(words) + "…" * (len(words) < whole)


def when(lineup: Lineup) -> str | None:
    """The day that most reports give, in their leads and their own voice rather than as the day of a quotation.

    A day far from publication is background and counts little, whatever the number of reports that have it. What lasts
    happens on its first day, unless the reports give its last one by itself: the second day of a meeting, that of the decision.
    """
    best: dict[str, dict[str, float]] = {}
    times: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for line, slot in lineup.slots:
        alone[str(slot.value)[:10]] += "/" not in str(slot.value)
        for day in _ends(slot):
            reports = best.setdefault(day, {})
            reports[line.article.id] = max(reports.get(line.article.id, 0.0), _tells(line, slot, day))
            times[day] += day == _ends(slot)[0]
    score = {day: round(sum(found.values()), 4) for day, found in best.items()}
    return min(score, key=lambda d: (-score[d], not alone[d], -times[d], d), default=None)


def _ends(slot: Slot) -> list[str]:
    """The days a time begins and ends on, once each; none where it is no day or lasts long."""
    if slot.kind not in ("date", "time") or _long(str(slot.value)):
        return []
    days = [part[:10] for part in str(slot.value).split("/")]
    return list(dict.fromkeys(day for day in days if len(day) == 10 and day[7] == "-"))


def _tells(line: Line, slot: Slot, day: str) -> float:
    """How well a date tells the day of the happening, 0..1: where it stands, what it is the date of, how near it is."""
    lead = 1.0 if slot.span.start <= LEAD else 0.75 - 0.25 * slot.span.start / max(1, len(line.article.text))
    voice = 0.7 if line.statement.grain == "saying" else 1.0
    whole = LASTING if "/" in str(slot.value) else 1.0
    return lead * voice * whole * (0.2 if _far(day, line.article.published) else 1.0)


def _long(value: str) -> bool:
    found = _calendar.days(value)
    return found is not None and (date.fromisoformat(found[1]) - date.fromisoformat(found[0])).days > LONG


def _far(day: str, published: str) -> bool:
    try:
        return abs((date.fromisoformat(day) - date.fromisoformat(published[:10])).days) > NEAR
    except ValueError:
        return False


@dataclass
class _Standing:
    """How an entity stands in the reports: which speak of it, how often, in the headline or the lead, and whether it speaks."""

    reports: set[str] = field(default_factory=set)
    first: set[str] = field(default_factory=set)
    titled: set[str] = field(default_factory=set)
    speaks: set[str] = field(default_factory=set)
    count: int = 0
    placed: bool = False
    opens: set[str] = field(default_factory=set)
    """Reports in the first half of whose headline it stands, as those do who act."""

    @property
    def score(self) -> float:
        """Central is who many reports have, high up, often, and speaking."""
        high = 1.5 * len(self.first) + 2 * len(self.titled) + len(self.opens)
        return round(2 * len(self.reports) + high + len(self.speaks) + math.log1p(self.count), 4)


def who(lineup: Lineup) -> tuple[str, ...]:
    """Persons, bodies and countries at the heart of the reports; of one side only the one that stands foremost."""
    sides, standing = Sides(lineup), _standings(lineup)
    speaking = {side for line in lineup.lines if (side := sides.of(line.statement.speaker))}

    def named(entity: Entity) -> bool:
        return entity.kind in KINDS and sides.named(entity)

    def acts(entity: Entity) -> bool:
        one = standing[entity.id]
        if one.speaks or entity.id in speaking:
            return True
        if entity.kind == "person" and entity.roles and len(one.first) == len(lineup.readings):
            return True
        least = 1 if entity.kind == "person" else len(lineup.readings) / 2 + 0.5
        return entity.kind != "country" and bool(one.opens) and len(one.titled) >= least

    ranked = _ranked(lineup, standing, lambda e: named(e) and acts(e), 2)
    if len(ranked) < FEW:
        ranked += [n for n in _ranked(lineup, standing, named, 1) if n not in ranked and standing[n].titled][:FEW]
    found: dict[str, list[str]] = {}
    for name in ranked:
        found.setdefault(sides.of(name) or name, []).append(name)
    for name in sorted(standing, key=lambda n: (-standing[n].score, n)):
        if 2 * len(standing[name].speaks) > len(lineup.readings) and named(lineup.cast[name]):
            others = found.get(sides.of(name) or name, [])
            others += [name] * (bool(others) and name not in others)
    return tuple(name for names in found.values() for name in _foremost(lineup, standing, names))[:WHO]


def _foremost(lineup: Lineup, standing: dict[str, _Standing], names: list[str]) -> list[str]:
    """Whom to name of one side: a person who stands nearly as high as the body or country, since his office names it.

    Beside a body also the person who speaks for it in most reports, who stands for a country alone; beside a person another
    whom most headlines name, or whose office stands in every lead.
    """
    most, first = len(lineup.readings) / 2, names[0]
    least = PERSON * standing[first].score
    people = [n for n in names if lineup.cast[n].kind == "person" and (lineup.cast[n].roles or standing[n].titled)]
    first = next((n for n in people if lineup.cast[n].roles and standing[n].score >= least), first)
    heard = [n for n in people if len(standing[n].speaks) > most and lineup.cast[first].kind != "person"]
    titled = [n for n in people if len(standing[n].titled) > most]
    cast = [n for n in people if lineup.cast[n].roles and len(standing[n].first) == len(lineup.readings) > 1]
    if lineup.cast[first].kind == "country" and heard:
        first = heard[0]
    return [first, *[n for n in dict.fromkeys(heard + titled + cast) if n != first][:1]]


def where(lineup: Lineup) -> tuple[str, ...]:
    """Places that most reports speak of, one of those whose names hold each other; no region as wide as a part of the world."""
    found: list[str] = []
    standing = _standings(lineup)
    wide = frozenset().union(*(known(languages.of(r.article)).wide for r in lineup.readings))

    def stands(entity: Entity) -> bool:
        return entity.kind == "place" and standing[entity.id].placed and entity.name.casefold() not in wide

    for name in _ranked(lineup, standing, stands, 2):
        words = _folds(lineup.cast[name])
        if not any(words <= _folds(lineup.cast[other]) or _folds(lineup.cast[other]) <= words for other in found):
            found.append(name)
    return tuple(found[:WHERE])


def _folds(entity: Entity) -> frozenset[str]:
    return frozenset(entity.name.casefold().split())


def _ranked(lineup: Lineup, standing: dict[str, _Standing], wanted: Callable[[Entity], bool], most: int) -> list[str]:
    """Entities that enough reports speak of, and that a headline or a lead has, the most central first."""
    least = min(most, len(lineup.readings))
    found = [n for n in standing if len(standing[n].reports) >= least and standing[n].first and wanted(lineup.cast[n])]
    return sorted(found, key=lambda n: (-standing[n].score, n))


def _located(reading: Reading, start: int) -> bool:
    """Whether a name stands behind a word of place ("di", "in"), behind another name, or opens the report."""
    before = reading.article.text[max(0, start - 30) : start].split()
    known = lexicon(languages.of(reading.article))
    return not before or before[-1].endswith(",") or before[-1].casefold() in known.list("where") | known.list("into")


def _heads(heading: str, name: str, entity: Entity) -> int:
    """Where a headline names an entity as the text does, or a person by one word of the name; -1 where it does not."""
    words = [w for w in name.casefold().split() if len(w) >= SURE] if entity.kind == "person" else []
    places = [heading.find(f" {wanted} ") for wanted in (name.casefold(), *words)]
    return min((at for at in places if at >= 0), default=-1)


def _standings(lineup: Lineup) -> dict[str, _Standing]:
    out: dict[str, _Standing] = {}
    for reading in lineup.readings:
        heading = f" {_WORDS.sub(' ', reading.article.title.casefold())} "
        for mention in reading.cast.mentions:
            if mention.entity in lineup.cast:
                one = out.setdefault(mention.entity, _Standing())
                one.reports.add(reading.article.id)
                one.count += 1
                one.placed = one.placed or _located(reading, mention.span.start)
                at = _heads(heading, mention.span.of(reading.article.text), lineup.cast[mention.entity])
                if at >= 0 and mention.form == "name":
                    one.titled.add(reading.article.id)
                    one.opens |= {reading.article.id} if 2 * at < len(heading) else set()
                if mention.span.start <= LEAD or reading.article.id in one.titled:
                    one.first.add(reading.article.id)
    for line in lineup.lines:
        if line.statement.speaker in out:
            out[line.statement.speaker].speaks.add(line.article.id)
    return out
