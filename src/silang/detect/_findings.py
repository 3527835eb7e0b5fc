"""Differences of pairs joined into findings: one a thing that differs, with what every report says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal

from silang.detect import _confidence, _entries, _likeness, _subjects
from silang.detect._difference import Difference, Side
from silang.detect._lineup import Lineup
from silang.types import Finding, Span

LEAST = 0.5
"""A conflict less sure than this is not reported."""
_GENERAL = {"date": 1, "number": 2, "place": 3, "attribution": 4, "name": 5}
"""Kinds that other kinds know better: an age is a number too."""
_YIELDS = {"holder": "role"}
"""Kinds that give way where the other stands on any of their words: who is given another's country holds no office twice."""
_WORDED = frozenset({"number", "date", "time"})
"""Kinds in which the same words are the same value, however each was read."""
_LISTED = frozenset({"name", "date", "number"})
"""Kinds of which one report may have both sides in the same words: entries of a list, of which the other report has one."""
_TOLD = frozenset({"number", "date", "time", "place", "negation", "cause", "sequence"})
"""Kinds that are of one happening; names, codes, offices and the calendar are the same in reports of two."""
NEAR = 4
"""Words on either side of a value that make a place in a report known again in another."""
MOST = 300
"""Differences of pairs that are looked at, the surest first: so that hostile text ends in time."""
MOST_PLACES = 12
"""Places of evidence that one finding names."""


def findings(lineup: Lineup, found: Iterable[Difference]) -> tuple[Finding, ...]:
    """One finding a thing that differs, surest first; a conflict hides what else is said of the same words."""
    surest = sorted(found, key=lambda d: (d.relation != "conflict", -d.context, _order(d)))[:MOST]
    ordered = sorted((d for d in surest if not no_difference(lineup, d)), key=_order)
    conflicts = [f for f in _joined(lineup, [d for d in ordered if d.relation == "conflict"]) if f.confidence >= LEAST]
    kept = _foremost(conflicts)
    taken = {span for f in kept for span in f.evidence}
    rest = [d for d in ordered if d.relation == "compatible" and not (d.a.span in taken or d.b.span in taken)]
    return tuple(sorted([*kept, *_joined(lineup, rest)], key=_rank))


def _order(d: Difference) -> tuple[str, Span, Span, float]:
    return (d.code, d.a.span, d.b.span, -d.context)


def _rank(f: Finding) -> tuple[bool, float, tuple[Span, ...], str]:
    return (f.relation != "conflict", -f.confidence, f.evidence, f.code)


def _foremost(conflicts: list[Finding]) -> list[Finding]:
    """Of conflicts that stand on overlapping words in every report they name, the one that says most, then the surest."""
    kept: list[Finding] = []
    for finding in sorted(conflicts, key=lambda f: (_GENERAL.get(f.code, 0), *_rank(f))):
        if not any(_covers(other, finding) for other in kept):
            kept.append(finding)
    return [f for f in kept if not any(_gives_way(f, other) for other in kept)]


def _gives_way(one: Finding, other: Finding) -> bool:
    return _YIELDS.get(one.code) == other.code and any(_overlap(x, y) for x in one.evidence for y in other.evidence)


def _covers(one: Finding, other: Finding) -> bool:
    return all(any(_overlap(x, y) for x in one.evidence) for y in other.evidence)


def _overlap(a: Span, b: Span) -> bool:
    return a.article == b.article and a.start < b.end and b.start < a.end


def joined(found: Iterable[Difference]) -> Iterator[list[Difference]]:
    """Differences of one kind that share a place are one: union-find over the places of the values."""
    parent: dict[Span, Span] = {}
    held = list(found)

    def root(span: Span) -> Span:
        while parent.setdefault(span, span) != span:
            span = parent[span]
        return span

    for d in held:
        x, y = sorted((root(d.a.span), root(d.b.span)))
        parent[y] = x
    groups: dict[tuple[str, Span], list[Difference]] = defaultdict(list)
    for d in held:
        groups[d.code, root(d.a.span)].append(d)
    for key in sorted(groups):
        yield groups[key]


def _joined(lineup: Lineup, found: list[Difference]) -> list[Finding]:
    return [_finding(lineup, group) for group in joined(found)]


def _finding(lineup: Lineup, group: list[Difference]) -> Finding:
    best = min(group, key=lambda d: (-d.context, d.why, d.a.span, d.b.span))
    sides = {side.span: side for d in group for side in (d.a, d.b)}
    for copy in [c for span in sorted(sides) for c in (*_copies(lineup, sides[span]), *_fellows(lineup, sides[span]))]:
        sides.setdefault(copy.span, copy)
    ordered = [sides[span] for span in sorted(sides)]
    return Finding(
        best.code,
        best.relation,
        best.point or lineup.point_at(tuple(s.span for s in ordered)),
        _values(ordered),
        _evidence(ordered),
        (best.why, {**_wordings(best), **best.extra}),
        _confidence.of(best),
        _whose(lineup, group, ordered),
    )


def _copies(lineup: Lineup, side: Side) -> Iterator[Side]:
    """The same words with the same neighbours in lines of the same wording or of the same point."""
    first, last = side.line.within(side.span)
    begin = max(0, first - NEAR)
    known = side.line.wording[begin : last + NEAR]
    for line in (*lineup.worded.get(side.line.wording, ()), *lineup.beside(side.line)):
        at = _found(line.wording, known) if line.article.id != side.line.article.id and last > first else -1
        if at >= 0:
            x, y = line.words[at + first - begin], line.words[at + last - begin - 1]
            start = x.start - (side.line.words[first].start - side.span.start)
            end = y.end + (side.span.end - side.line.words[last - 1].end)
            yield Side(line, Span(line.article.id, max(line.statement.span.start, start), min(line.statement.span.end, end)))


def _fellows(lineup: Lineup, side: Side) -> Iterator[Side]:
    """The same value in lines that a point has beside this one."""
    slot = next((s for s in side.line.statement.slots if s.span == side.span), None)
    for line in lineup.beside(side.line) if slot else ():
        for other in line.statement.slots:
            if slot and (other.kind, other.unit, other.value) == (slot.kind, slot.unit, slot.value):
                yield Side(line, other.span)


def _found(words: tuple[str, ...], known: tuple[str, ...]) -> int:
    """Where words stand in a row among others, -1 where they don't."""
    size = len(known)
    return next((i for i in range(len(words) - size + 1) if words[i : i + size] == known), -1)


def _evidence(sides: list[Side]) -> tuple[Span, ...]:
    """Places of the sides, at most `MOST_PLACES`, every report in turn."""
    turns = sorted((sum(o.span.article == s.span.article for o in sides[:i]), s.span) for i, s in enumerate(sides))
    return tuple(sorted(span for _, span in turns[:MOST_PLACES]))


def _values(sides: list[Side]) -> tuple[tuple[str, str], ...]:
    """What each report says; several wordings of one report in the order of its text."""
    said: dict[str, list[str]] = {}
    for side in sides:
        words = said.setdefault(side.span.article, [])
        if side.value.casefold() not in [w.casefold() for w in words]:
            words.append(side.value)
    return tuple(sorted((article, " / ".join(words)) for article, words in said.items()))


def _wordings(d: Difference) -> dict[str, str]:
    """Arguments that every message takes: the two wordings, who wrote them, and what they are of."""
    x, y = d.a.line.article, d.b.line.article
    return {
        "a": d.a.value,
        "b": d.b.value,
        "report_a": x.outlet or x.title or x.id,
        "report_b": y.outlet or y.title or y.id,
        "article_a": x.id,
        "article_b": y.id,
        "what": d.what,
    }


def _whose(lineup: Lineup, group: list[Difference], sides: list[Side]) -> Literal["outlets", "parties", "inside"]:
    """Between outlets, unless one report alone says it all, or each side is spoken for by a party of its own."""
    if len({side.span.article for side in sides}) == 1:
        return "inside"
    parties = [
        tuple(lineup.party(side.line.statement.speaker or lineup.voice(side.span)) for side in (d.a, d.b)) for d in group
    ]
    return "parties" if all(x and y and x != y for x, y in parties) else "outlets"


def no_difference(lineup: Lineup, d: Difference) -> bool:
    """Whether the two reports both have both sides with the words around them, are of two events, or one lists such values.

    A report that contradicts itself is no difference where another report has the same words: that one says it alike.
    """
    if d.code in _WORDED and d.a.value.casefold() == d.b.value.casefold():
        return True
    x, y = d.a.line.article.id, d.b.line.article.id
    if lineup.alone(x) if x == y else not lineup.kin(x, y):
        return True
    if (_entries.listed(lineup, d) and not d.weighed) or (x != y and _of_two(lineup, d)):
        return True
    if d.code in _LISTED and x != y and any(_lists(lineup, article, d) for article in (x, y)):
        return True
    others = [r.article.id for r in lineup.readings if r.article.id != x] if x == y else [y]
    return any(_says_both(lineup, other, d) for other in others) and _says_both(lineup, x, d)


def _of_two(lineup: Lineup, d: Difference) -> bool:
    """Whether two reports tell of two things by their headlines, or have too few words in common for a value to be of one."""
    x, y = d.a.line.article.id, d.b.line.article.id
    told = d.code in _TOLD or d.why in ("name.other", "name.person")
    least = _likeness.LOW if d.weighed else _likeness.LEAST
    return _subjects.apart(lineup, x, y) or (told and _likeness.unlike(lineup, x, y, least))


def _lists(lineup: Lineup, article: str, d: Difference) -> bool:
    """Whether a report has both sides with the words around them; those before a name are enough."""
    parts = slice(0, 2) if d.code == "name" else slice(0, 1)
    return all(any(lineup.has(article, *words) for words in _known(side)[parts]) for side in (d.a, d.b))


def _says_both(lineup: Lineup, article: str, d: Difference) -> bool:
    return all(any(lineup.has(article, *words) for words in _known(side)) for side in (d.a, d.b))


def _known(side: Side) -> tuple[tuple[str, ...], ...]:
    """The value with the words around it, before it, and behind it, as far as there are enough to know it again by."""
    first, last = side.line.within(side.span)
    words = side.line.wording
    before, behind = words[max(0, first - NEAR) : last], words[first : last + NEAR]
    enough = last - first + NEAR // 2
    return (words[max(0, first - NEAR) : last + NEAR], *(part for part in (before, behind) if len(part) >= enough))
