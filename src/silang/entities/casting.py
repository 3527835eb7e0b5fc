"""Looking things up in a cast, and adding to one."""

from __future__ import annotations

from bisect import bisect_left

from silang.entities.register import misspelt, plain
from silang.entities.slug import slug
from silang.types import Cast, Document, Entity, EntityKind, Mention, Span

_FORMS = ("name", "role", "pronoun", "clitic")


def at(cast: Cast, start: int, end: int) -> tuple[Mention, ...]:
    """The mentions that lie inside `start:end`, in text order; O(log n) and what it gives."""
    mentions = cast.mentions
    low = bisect_left(mentions, start, key=lambda m: m.span.start)
    found = []
    for mention in mentions[low:]:
        if mention.span.start >= end:
            break
        if mention.span.end <= end:
            found.append(mention)
    return tuple(found)


def source(cast: Cast, start: int, end: int) -> str | None:
    """Id of the entity that the words `start:end` mean as a sayer: the person named, else who is meant by a pronoun or
    role phrase, else the first body. Names inside the title of another, as in "Pengacara X, Y", are passed over.
    """
    mentions = at(cast, start, end)
    if not mentions:
        return None
    known = {m.entity for m in mentions}
    there = {e.id: e for e in cast.entities if e.id in known}
    titles = [role.span for e in there.values() for role in e.roles if start <= role.span.start < end]
    wider = [*titles, *(m.span for m in mentions if m.form == "role")]
    free = [m for m in mentions if not any(t.start <= m.span.start and m.span.end <= t.end and t != m.span for t in wider)]
    people = [m for m in free if there[m.entity].kind == "person"]
    chosen = people or [m for m in free if m.form != "clitic"] or free or list(mentions)
    return min(chosen, key=lambda m: (_FORMS.index(m.form), m.span.start)).entity


def entity(cast: Cast, identifier: str) -> Entity | None:
    """The entity with this id."""
    return next((e for e in cast.entities if e.id == identifier), None)


def whole(cast: Cast, mention: Mention, text: str) -> Span:
    """A mention with the titles that stand beside it: "Kapolsek Tebet Kompol X" for the mention "X"."""
    who = entity(cast, mention.entity)
    start, end = mention.span.start, mention.span.end
    spans = sorted(role.span for role in who.roles) if who else []
    for span in reversed(spans):
        if span.end <= start and not text[span.end : start].strip(" ,()\u00a0"):
            start = span.start
    for span in spans:
        if span.start >= end and not text[end : span.start].strip(" ,(\u00a0"):
            end = span.end
    return Span(mention.span.article, start, end)


def extend(cast: Cast, document: Document, span: Span, kind: EntityKind = "person", name: str = "") -> tuple[Cast, str]:
    """The cast with an entity for the words of a span, found by its name or added, and its id.

    A mention is added at the span unless one stands there already. `name` is how it is called where the text has lost a blank.
    """
    name = " ".join((name or span.of(document.article.text)).split())
    same = _named(cast, name)
    entities = cast.entities
    if same is None:
        same = Entity(slug(name, {e.id for e in entities}), name, kind)
        entities = tuple(sorted((*entities, same), key=lambda e: e.id))
    mentions = cast.mentions
    if not any(m.span.start == span.start and m.span == span for m in mentions):
        mentions = tuple(sorted((*mentions, Mention(span, same.id, "role")), key=_order))
    return Cast(entities, mentions), same.id


def _order(mention: Mention) -> tuple[str, int, int, str]:
    span = mention.span
    return span.article, span.start, span.end, mention.entity


def _named(cast: Cast, name: str) -> Entity | None:
    """The entity that has this name, or the one person of whose name it is a short or misspelt form."""
    words = plain(name)
    found = next((e for e in cast.entities if words in (plain(e.name), *map(plain, e.aliases))), None)
    if found is not None or not words or len(words) > 3 or not all(word[0].isupper() for word in name.split()):
        return found
    people = [(e, plain(e.name)) for e in cast.entities if e.kind == "person"]
    near = [e for e, own in people if misspelt(words, own) or (len(words) == 1 and any(_short(words[0], w) for w in own))]
    return near[0] if len(near) == 1 else None


def _short(word: str, long: str) -> bool:
    return len(word) > 2 and len(long) > len(word) + 1 and long.startswith(word)
