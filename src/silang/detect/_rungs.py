"""Offices of one person of which one is the other's deputy, or of which nobody has two in one body."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from silang.detect import _spelling
from silang.detect._difference import Difference, Side
from silang.detect._lexicon import Lexicon
from silang.detect._lines import Line
from silang.detect._lineup import Lineup
from silang.types import Entity, Role, Span

MOST = 40
"""Places of one person's offices that are laid side by side."""
LONGEST = 3
"""Words of the head of an office, at most."""
NEAR = 6
"""Words on either side of an office that may tell of another time."""
SURE = 0.75
"""Context of two such offices of one name."""


class Office(NamedTuple):
    """An office as a report gives it: where, its words folded, and those of the body it is of."""

    line: Line
    span: Span
    words: tuple[str, ...]
    body: frozenset[str]


def rungs(lineup: Lineup) -> Iterator[Difference]:
    """Such offices, each in reports that never give the person the other one."""
    for name in sorted(lineup.cast):
        entity = lineup.cast[name]
        held = list(_held(lineup, entity)) if entity.kind == "person" else []
        said = {(office.span.article, office.words) for office in held}
        for a, b in combinations(held, 2):
            own = (a.span.article, b.words) not in said and (b.span.article, a.words) not in said
            rivals = own and a.span.article != b.span.article
            if rivals and (_apart(a.line.lexicon, a, b) or _fields(lineup, a, b)):
                yield Difference(
                    "role", "conflict", Side(a.line, a.span), Side(b.line, b.span), "role.office", SURE, what=entity.name
                )


def _held(lineup: Lineup, entity: Entity) -> Iterator[Office]:
    """Offices of somebody, where nothing tells of a change."""
    for role in sorted(entity.roles, key=lambda r: r.span)[:MOST]:
        line = lineup.paragraph(role.span)
        words = tuple(role.title.casefold().split())
        if line and all(w.isalpha() for w in words) and not _passing(line, role):
            yield Office(line, role.span, words, _body(lineup, role))


def _body(lineup: Lineup, role: Role) -> frozenset[str]:
    body = lineup.cast.get(role.of or "")
    return frozenset(body.name.casefold().split()) if body else frozenset()


def _passing(line: Line, role: Role) -> bool:
    first, last = line.within(role.span)
    near = line.wording[max(0, first - NEAR) : last + NEAR]
    return line.lexicon.has("provisional", near) or line.lexicon.has("succession", near)


def _apart(lexicon: Lexicon, a: Office, b: Office) -> bool:
    """Whether one is the other with a word for a deputy before it, or two heads of one row have the same field."""
    short, long = sorted((a.words, b.words), key=len)
    if long[1:] == short and long[0] in lexicon.list("deputies"):
        return _within(a.body, b.body)
    return any(_exclude(row, a, b) for row in lexicon.groups("rungs"))


def _fields(lineup: Lineup, a: Office, b: Office) -> bool:
    """Whether two offices of one head, of which nobody has two, have each a word of its field that the other report lacks."""
    row = a.line.lexicon.list("heads")
    ours, theirs = _head(row, a.words), _head(row, b.words)
    x, y = (frozenset(o.words[len(ours) :]) | o.body for o in (a, b))
    if not ours or ours != theirs or not x & y or _spelled(a, b, x - y, y - x):
        return False
    own = ((x - y, b.span.article), (y - x, a.span.article))
    return all(words and not any(lineup.has(article, w) for w in words) for words, article in own)


def _spelled(a: Office, b: Office, x: frozenset[str], y: frozenset[str]) -> bool:
    """Whether a word that one office alone has may be one of the other's, or short for several."""
    rows = [[w for w in o.line.wording[slice(*o.line.within(o.span))] if w in own] for o, own in ((a, x), (b, y))]
    short = any(_spelling.contracted([v], row) for own, row in ((x, rows[1]), (y, rows[0])) for v in own)
    return short or any(_spelling.near(v, w) or v in w or w in v for v in x for w in y)


def _within(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether the words of one are among the other's, as those of nothing are."""
    return a <= b or b <= a


def _exclude(row: frozenset[str], a: Office, b: Office) -> bool:
    """Whether two offices begin with two heads of a row, neither part of the other, and are of one field in one body."""
    ours, theirs = _head(row, a.words), _head(row, b.words)
    if not (ours and theirs) or _within(frozenset(ours), frozenset(theirs)):
        return False
    fields = [frozenset(o.words[len(head) :]) | o.body for o, head in ((a, ours), (b, theirs))]
    return all(fields) and _within(*fields)


def _head(row: frozenset[str], words: tuple[str, ...]) -> tuple[str, ...]:
    sizes = range(min(LONGEST, len(words)), 0, -1)
    return next((words[:size] for size in sizes if " ".join(words[:size]) in row), ())
