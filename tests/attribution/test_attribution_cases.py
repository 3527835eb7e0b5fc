"""The Markdown cases of attribution: who said what, through whom."""

from __future__ import annotations

import pytest

from cases_runner import Case, cases
from silang import attribution, entities, languages, text
from silang.types import Article

LANGUAGES = {"text": "id", "text en": "en", "text ms": "ms"}


def found(body: str, code: str, outlet: str = "") -> list[str]:
    document = text.document(Article("x", body, language=code, outlet=outlet), languages.load(code))
    cast, said = attribution.attributions(document, entities.recognise(document), ())
    names = {entity.id: entity.name for entity in cast.entities}
    rows = []
    for each in said:
        relays = ", ".join(names[relay.entity] for relay in each.via)
        parts = [each.form, each.content, each.cue, each.source, names.get(each.speaker or "", ""), relays]
        rows.append(" | ".join((part if isinstance(part, str) else part.of(body) if part else "") or "-" for part in parts))
    return rows


@pytest.mark.parametrize("case", cases("attribution"), ids=str)
def test_case(case: Case) -> None:
    info, body = next((info, body) for info, body in case.blocks if info in LANGUAGES)
    outlet = "".join(case.lines("outlet"))
    assert found(body, LANGUAGES[info], outlet) == case.lines("diharapkan")


@pytest.mark.parametrize("code", languages.INSTALLED)
def test_every_language_has_the_same_tables(code: str) -> None:
    first, table = (languages.load(each).tables["attribution"] for each in (languages.INSTALLED[0], code))
    assert set(table) == set(first)
    assert {name: set(table[name]) for name in ("words", "via")} == {name: set(first[name]) for name in ("words", "via")}
