"""What each side says of a meeting: its topics in order, what the other side speaks of too, and what it assures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from silang import languages
from silang.align.background import stemmer
from silang.readouts.force import verbs
from silang.readouts.lexicon import lexicon
from silang.readouts.meeting import Meeting
from silang.types import Article, Comparison, Statement, Telling, Topic

SAME = 0.57
"""Share of the stems of the shorter of two statements of a side from which they are one topic."""
OPENING = 48
"""Code points of a content in which a promise is made."""
_WORD = re.compile(r"\w{5,}|\d+")


def tellings(result: Comparison, found: Meeting) -> tuple[Telling, Telling]:
    """The accounts of the two sides, in the order of `found.sides`."""
    points = _points(result)
    own = {side: _own(result, found, side, points) for side in found.sides}
    spoken = {side: {points[s.id][0] for s in own[side]} for side in found.sides}
    first, second = found.sides
    return (
        Telling(first, _topics(result, own[first], points, spoken[second])),
        Telling(second, _topics(result, own[second], points, spoken[first])),
    )


def _own(result: Comparison, found: Meeting, side: str, points: Mapping[str, tuple[str, ...]]) -> list[Statement]:
    """What those who took part, their bodies and those who speak for them say; not what others of the side say elsewhere."""
    said = {s for p in result.parties if p.entity == side for s in p.statements}
    met = set(found.evidence)
    speaking = _speaking(result, found)
    return [
        s
        for r in sorted(result.readings, key=lambda r: r.article.id)
        for s in r.statements
        if s.id in said and s.id in points and s.speaker in speaking and s.id not in result.thin and s.span not in met
    ]


def _speaking(result: Comparison, found: Meeting) -> frozenset[str]:
    texts = {languages.of(r.article) for r in result.readings}
    patterns = [lexicon(language).speaks for language in sorted(texts, key=lambda language: language.code)]

    def speaks(titles: Iterable[str]) -> bool:
        return any(pattern.search(title.lower()) for title in titles for pattern in patterns)

    return frozenset(
        e.id for e in result.entities if e.id in found.people or e.kind != "person" or speaks(role.title for role in e.roles)
    )


def _points(result: Comparison) -> Mapping[str, tuple[str, ...]]:
    out: dict[str, tuple[str, ...]] = {}
    for point in result.points:
        for s in point.statements:
            out[s] = (*out.get(s, ()), point.id)
    return out


def _topics(
    result: Comparison, own: list[Statement], points: Mapping[str, tuple[str, ...]], others: set[str]
) -> tuple[Topic, ...]:
    articles = {r.article.id: r.article for r in result.readings}
    groups: dict[str, list[Statement]] = {}
    for s in own:
        groups.setdefault(_group(s, groups, points, articles), []).append(s)
    order = _order(own)
    ranked = sorted(groups, key=lambda key: (_mean([order[s.id] for s in groups[key]]), key))
    return tuple(_topic(key, groups[key], points, others, articles) for key in ranked)


def _group(
    s: Statement, groups: Mapping[str, list[Statement]], points: Mapping[str, tuple[str, ...]], articles: Mapping[str, Article]
) -> str:
    """The topic a statement belongs to: that of its point, or of a statement with nearly the same words."""
    first = points[s.id][0]
    if first in groups:
        return first
    alike = [key for key, said in groups.items() if any(_alike(s, other, articles) for other in said)]
    return alike[0] if alike else first


def _words(s: Statement, articles: Mapping[str, Article]) -> frozenset[str]:
    """The stems of a statement, its verb of saying with them: to reject a thing is to say something of it."""
    article = articles[s.span.article]
    stem = stemmer(languages.of(article)).stem
    return frozenset(stem(word) for word in _WORD.findall(s.span.of(article.text).lower()))


def _alike(s: Statement, other: Statement, articles: Mapping[str, Article]) -> bool:
    a, b = _words(s, articles), _words(other, articles)
    return bool(a and b) and len(a & b) >= SAME * min(len(a), len(b))


def _order(own: list[Statement]) -> Mapping[str, float]:
    """How far into its report's account of the side each statement stands, 0..1."""
    rows: dict[str, list[Statement]] = {}
    for s in own:
        rows.setdefault(s.span.article, []).append(s)
    return {s.id: n / len(row) for row in rows.values() for n, s in enumerate(sorted(row, key=lambda s: (s.span.start, s.id)))}


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 6)


def _topic(
    key: str, said: list[Statement], points: Mapping[str, tuple[str, ...]], others: set[str], articles: Mapping[str, Article]
) -> Topic:
    best = next(iter(verbs((s, articles[s.span.article]) for s in said)), None)
    return Topic(
        key,
        tuple(s.id for s in said),
        best.span if best else None,
        best.step if best else 0,
        any(points[s.id][0] in others for s in said),
        any(_assured(s, articles[s.span.article]) for s in said),
    )


def _assured(s: Statement, article: Article) -> bool:
    """Whether a statement promises: by its verb, or in the first words of what it says."""
    if s.polarity == "negated":
        return False
    if s.strength == "promise":
        return True
    known = lexicon(languages.of(article))
    folded = s.content.of(article.text)[:OPENING].lower()
    hit = known.assures.search(folded)
    return hit is not None and not set(_last(folded[: hit.start()])) & known.negators


def _last(text: str) -> list[str]:
    return re.findall(r"\w+", text)[-2:]
