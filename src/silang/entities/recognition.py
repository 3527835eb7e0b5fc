"""One report from its sentences to its cast."""

from __future__ import annotations

from collections.abc import Sequence

from silang.entities import nicknames
from silang.entities.beside import beside
from silang.entities.called import called
from silang.entities.coreference import Coreference, Referred
from silang.entities.lexicon import lexicon
from silang.entities.line import Line
from silang.entities.naming import lines
from silang.entities.register import Cluster, Register
from silang.entities.slug import slug
from silang.entities.titles import Titled, titles
from silang.types import Cast, Document, Entity, Mention, Role, Span


def recognise(document: Document) -> Cast:
    """Who one document speaks of: entities with aliases and roles, and every mention of them.

    Names come from the tagger of the language, corrected by its lexicon; a name is gathered with the other names of the
    same one; pronouns and role phrases go to who was spoken of before.
    """
    words = lexicon(document.language)
    found = lines(document, words)
    register = Register(words)
    offices = [titles(line, words) for line in found]
    nicknames.join(found, document.article.text, register)
    register.fill([line.names for line in found])
    _assign(found, offices, register)
    others = beside(found, offices, register)
    coreference = Coreference(register)
    referred = [x for line, titled in zip(found, offices, strict=True) for x in coreference.read(line, titled)]
    referred += others
    referred += called(found, register)
    return _cast(document, found, referred, register)


def _assign(found: Sequence[Line], offices: Sequence[Sequence[Titled]], register: Register) -> None:
    for line, row in zip(found, offices, strict=True):
        for office in row:
            if office.beside is not None or (line.headline and _loose(office)):
                continue
            cluster = register.clusters[office.person.entity]
            start, end = line.sentence.starts[office.first], line.sentence.ends[office.last - 1]
            cluster.roles.append((office.title, _owner(office, register), start, end))


def _loose(office: Titled) -> bool:
    """Whether words before a name in a headline may be a verb and no office: "Hakim Hukum Budi"."""
    return office.of is None and not office.of_text and " " in office.title


def _owner(office: Titled, register: Register) -> int | None:
    """The cluster a title is of: a name in it, or the body that its words make."""
    if office.of is not None and (office.of.kind in ("country", "person") or office.of.name):
        return office.of.entity
    if not office.of_text:
        return office.of.entity if office.of else None
    at = register.look(office.of_text, "organisation")
    if at is None and office.of is not None and (office.of.text == office.of_text or _place(office)):
        return office.of.entity
    return register.body(office.of_text) if at is None else at


def _place(office: Titled) -> bool:
    """Whether an office is of a place, and its words name no body: "Sekretaris Daerah Kota Bandung"."""
    return office.of is not None and office.of.kind == "place" and office.of_text.endswith(office.of.text) and office.placed


def _cast(document: Document, found: Sequence[Line], referred: Sequence[Referred], register: Register) -> Cast:
    clusters = _parties(register)
    taken: dict[str, int] = {}
    ids = []
    for number, cluster in enumerate(clusters):
        identifier = slug(cluster.name, taken)
        taken[identifier] = number
        ids.append(identifier)
    article = document.article.id
    mentions = [Mention(Span(article, x.start, x.end), ids[x.entity], "name") for line in found for x in line.names]
    for x in referred:
        sentence = document.sentences[x.sentence]
        mentions.append(Mention(Span(article, sentence.starts[x.first], sentence.ends[x.last - 1]), ids[x.cluster], x.form))
    mentions.sort(key=lambda m: (m.span.start, m.span.end, m.entity))
    entities = [_entity(cluster, ids[i], ids, article, register) for i, cluster in enumerate(clusters)]
    return Cast(tuple(sorted(entities, key=lambda e: e.id)), tuple(mentions))


def _parties(register: Register) -> list[Cluster]:
    """All clusters, with one for each country that a metonym stands for."""
    for cluster in list(register.clusters):
        if cluster.party is not None and register.look(cluster.party, "country") is None:
            register.add(cluster.party, "country")
    return register.clusters


def _speaks(title: str, of: int, register: Register) -> bool:
    """Whether who has a title speaks for what it is of: an office that is still held; for a person only who serves it."""
    head = title.split()[0].lower()
    if head in register.lexicon.former:
        return False
    return register.clusters[of].kind != "person" or head in register.lexicon.serving


def _entity(cluster: Cluster, identifier: str, ids: Sequence[str], article: str, register: Register) -> Entity:
    roles = tuple(
        Role(title, None if of is None else ids[of], Span(article, start, end)) for title, of, start, end in cluster.roles
    )
    aliases = tuple(sorted(text for text in cluster.texts if text != cluster.name))
    held = sorted(cluster.roles, key=lambda role: role[2])
    party = next((ids[of] for title, of, _, _ in held if of is not None and _speaks(title, of, register)), None)
    if cluster.party is not None:
        party = slug(cluster.party)
    return Entity(identifier, cluster.name, cluster.kind, aliases, tuple(sorted(roles, key=lambda role: role.span)), party)
