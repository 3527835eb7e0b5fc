"""Cases of entities: who must be found, what pronouns and offices mean, what is no name, and who stays apart in a merge."""

from __future__ import annotations

import pytest

from cases_runner import Case, cases
from silang import entities, languages, text
from silang.types import Article, Cast, Entity, Reading

CASES = cases("entities")


def cast_of(body: str, code: str, identifier: str = "a") -> Reading:
    document = text.document(Article(identifier, body, language=code), languages.load(code))
    return Reading(document.article, document.asides, entities.recognise(document), ())


def code_of(case: Case) -> str:
    return (case.lines("language") or ["id"])[0]


def named(cast: Cast, identifier: str | None) -> str:
    return "-" if identifier is None else next(e.name for e in cast.entities if e.id == identifier)


def check(line: str, cast: Cast) -> None:
    """Hold a line `kind NAME = alias; alias : title @ of; title @ of > party` to the cast."""
    line, _, party = line.partition(" > ")
    line, _, roles = line.partition(" : ")
    line, _, aliases = line.partition(" = ")
    kind, _, name = line.partition(" ")
    found = [e for e in cast.entities if e.name == name]
    assert [e.kind for e in found] == [kind], (name, [(e.kind, e.name) for e in cast.entities])
    (entity,) = found
    assert {a for a in aliases.split("; ") if a} <= set(entity.aliases), entity
    given = [f"{role.title} @ {named(cast, role.of)}" for role in entity.roles]
    assert {r.strip() for r in roles.split("; ") if r} <= set(given), given
    if party:
        assert named(cast, entity.party) == party


@pytest.mark.parametrize("case", [c for c in CASES if c.all("text")], ids=str)
def test_entities(case: Case) -> None:
    body = case["text"].strip("\n")
    cast = cast_of(body, code_of(case)).cast
    for line in case.lines("entities"):
        check(line, cast)
    mentions = [(m.span.of(body), m) for m in cast.mentions]
    if case.all("means"):
        assert [f"{words} -> {named(cast, m.entity)}" for words, m in mentions if m.form != "name"] == case.lines("means")
    for words in case.lines("silent"):
        assert words not in [found for found, _ in mentions]


@pytest.mark.parametrize("case", [c for c in CASES if c.all("report")], ids=str)
def test_merge(case: Case) -> None:
    readings = tuple(cast_of(body, code_of(case), str(n)) for n, body in enumerate(case.all("report")))
    merged, _ = entities.merge(readings)
    known = {name: e for e in merged for name in (e.name, *e.aliases)}
    for line in case.lines("merged"):
        name, _, aliases = line.partition(" = ")
        found: Entity = known[name]
        assert {known[alias].id for alias in aliases.split("; ")} == {found.id}
    for line in case.lines("apart"):
        first, second = line.split(" / ")
        assert known[first].id != known[second].id
