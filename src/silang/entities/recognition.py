"""One report from its sentences to its cast."""

from __future__ import annotations

from collections.abc import Sequence

from silang.entities import coreference, titles
from silang.entities.lexicon import Lexicon, lexicon
from silang.entities.naming import Naming, Seen
from silang.entities.register import Cluster, Register, bracketed, called, nicknamed
from silang.entities.slug import slug
from silang.entities.titles import Titled
from silang.types import Cast, Document, Entity, Mention, Role, Sentence, Span


def recognise(document: Document) -> Cast:
    """Who one document speaks of: entities with aliases and roles, and every mention of them.

    Names come from the tagger of the language, corrected by its lexicon; a name is gathered with the other names of the
    same one; pronouns and role phrases go to who was spoken of before.
    """
    words = lexicon(document.language)
    names = Naming(document, words).rows
    register = Register(words)
    offices = [_titles(s, row, words) for s, row in zip(document.sentences, names, strict=True)]
    _brackets(document, names, register)
    register.fill(names)
    _assign(document, offices, register)
    referred = coreference.resolve(document.sentences, names, offices, register)
    return _cast(document, names, referred, register)


def _brackets(document: Document, names: Sequence[list[Seen]], register: Register) -> None:
    """Names that stand in brackets after a name are one with it: "Badan Pusat Statistik (BPS)"."""
    before: Seen | None = None
    for sentence, row in zip(document.sentences, names, strict=True):
        for i, item in enumerate(row):
            if item.kind == "person":
                if before is not None and nicknamed(sentence, row, i, register.lexicon.calling):
                    _same(before, item, register)
                elif item.last - item.first > 1:
                    before = item
            twin = called(sentence, row, i, register.lexicon.calling) if item.kind == "person" else None
            if twin is not None:
                _same(item, twin, register)
            inside = bracketed(sentence, row, i) if item.kind in ("person", "organisation") else None
            if inside is None:
                continue
            first, last = inside
            twin = next((x for x in row if x.first >= first and x.last <= last), None)
            start, end = sentence.starts[first], sentence.ends[last - 1]
            text = document.article.text[start:end]
            if twin is not None and twin.entity < 0:
                _same(item, twin, register)
            elif twin is None:
                item.entity = register.find(item) if item.entity < 0 else item.entity
                register.name(item.entity, text)


def _same(item: Seen, twin: Seen, register: Register) -> None:
    """Two names of one: the fuller one is its name."""
    if twin.kind == "person" == item.kind and len(twin.text.split()) > len(item.text.split()):
        item, twin = twin, item
    item.entity = register.find(item) if item.entity < 0 else item.entity
    register.name(item.entity, twin.text)
    twin.entity, twin.kind = item.entity, item.kind


def _titles(sentence: Sentence, row: list[Seen], words: Lexicon) -> list[Titled]:
    found: list[Titled] = []
    for i, item in enumerate(row):
        if item.kind != "person":
            continue
        found += titles.before(sentence, row, i, words)
        following = titles.after(sentence, row, i, words)
        if following is not None:
            found.append(following)
    return found


def _assign(document: Document, offices: Sequence[Sequence[Titled]], register: Register) -> None:
    for sentence, row in zip(document.sentences, offices, strict=True):
        for office in row:
            if office.person is None:
                continue
            cluster = register.clusters[office.person.entity]
            of = _owner(office, register)
            cluster.roles.append((office.title, of, sentence.starts[office.first], sentence.ends[office.last - 1]))


def _owner(office: Titled, register: Register) -> int | None:
    """The cluster a title is of: a name in it, or the body that its words make."""
    if office.of is not None and (office.of.kind in ("country", "person") or office.of.name):
        return office.of.entity
    if not office.of_text:
        return office.of.entity if office.of else None
    at = register.look(office.of_text, "organisation")
    if at is None and office.of is not None and office.of.text == office.of_text:
        return office.of.entity
    return register.add(office.of_text, "organisation") if at is None else at


def _cast(
    document: Document, names: Sequence[Sequence[Seen]], referred: Sequence[coreference.Referred], register: Register
) -> Cast:
    clusters = _parties(register)
    taken: dict[str, int] = {}
    ids = []
    for number, cluster in enumerate(clusters):
        identifier = slug(cluster.name, taken)
        taken[identifier] = number
        ids.append(identifier)
    article = document.article.id
    mentions = [Mention(Span(article, x.start, x.end), ids[x.entity], "name") for row in names for x in row]
    for x in referred:
        sentence = document.sentences[x.sentence]
        mentions.append(Mention(Span(article, sentence.starts[x.first], sentence.ends[x.last - 1]), ids[x.cluster], x.form))
    mentions.sort(key=lambda m: (m.span, m.entity))
    entities = [_entity(cluster, ids[i], ids, article) for i, cluster in enumerate(clusters)]
    return Cast(tuple(sorted(entities, key=lambda e: e.id)), tuple(mentions))


def _parties(register: Register) -> list[Cluster]:
    """All clusters, with one for each country that a metonym stands for."""
    for cluster in list(register.clusters):
        if cluster.party is not None and register.look(cluster.party, "country") is None:
            register.add(cluster.party, "country")
    return register.clusters


def _entity(cluster: Cluster, identifier: str, ids: Sequence[str], article: str) -> Entity:
    roles = tuple(
        Role(title, None if of is None else ids[of], Span(article, start, end)) for title, of, start, end in cluster.roles
    )
    aliases = tuple(sorted(text for text in cluster.texts if text != cluster.name))
    party = next((role.of for role in roles if role.of is not None), None)
    if cluster.party is not None:
        party = slug(cluster.party)
    return Entity(identifier, cluster.name, cluster.kind, aliases, tuple(sorted(roles, key=lambda role: role.span)), party)
