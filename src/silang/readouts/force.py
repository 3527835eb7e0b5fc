"""The force of the verbs with which a side speaks, by the ladders of the language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from silang import languages
from silang.readouts.lexicon import lexicon
from silang.types import Article, Comparison, Span, Statement, Telling

BEHIND = 24
"""Code points behind a cue in which the noun of the act may stand ("menyampaikan kritik tajam")."""
_WORD = re.compile(r"\w+")


class Verb(NamedTuple):
    """A verb or noun of an act: its ladder, its step there from 1 on, and its place."""

    family: str
    step: int
    span: Span


def verb(statement: Statement, article: Article) -> Verb | None:
    """The verb with which somebody says a thing, of several the one with most force; None where it tells only that."""
    if statement.cue is None:
        return None
    known = lexicon(languages.of(article))
    first, last = statement.cue.start, min(len(article.text), statement.cue.end + BEHIND)
    folded = article.text[first:last].lower()
    found = []
    for hit in known.verbs.finditer(folded):
        family, step = known.force[hit[1]]
        after = _WORD.search(folded, hit.end())
        more = after is not None and after.start() - hit.end() < 2 and after[0] in known.intense
        end = after.end() if more and after is not None else hit.end()
        found.append(Verb(family, step + more, Span(article.id, first + hit.start(), first + end)))
    return max(found, key=lambda v: (v.step, -v.span.start), default=None)


def verbs(said: Iterable[tuple[Statement, Article]]) -> list[Verb]:
    """The verbs of the ladder that most statements take theirs from, those with most force first."""
    found = [v for s, article in said if (v := verb(s, article))]
    count = Counter(v.family for v in found)
    family = min(count, key=lambda f: (-count[f], f), default="")
    return sorted((v for v in found if v.family == family), key=lambda v: (-v.step, v.span))


def differing(result: Comparison, both: Iterable[Telling]) -> tuple[tuple[Span, ...], ...]:
    """Places where reports give one topic of one side with verbs of one ladder and different steps, a group a topic."""
    articles = {r.article.id: r.article for r in result.readings}
    statements = {s.id: s for r in result.readings for s in r.statements}
    out = []
    for telling in both:
        for topic in telling.topics:
            found = verbs([(statements[s], articles[statements[s].span.article]) for s in topic.statements])
            by_article = {v.span.article: v for v in reversed(found)}
            if len({v.step for v in by_article.values()}) > 1:
                out.append(tuple(sorted(v.span for v in by_article.values())))
    return tuple(out)
