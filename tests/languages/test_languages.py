"""Languages: recognised by their frequent words, complete to the same topics, and open to those of other packages."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints

import pytest

from cases_runner import Case, cases
from silang import Article, languages, plugins, read


@pytest.mark.parametrize("case", cases("languages"), ids=str)
def test_recognition(case: Case) -> None:
    assert languages.recognise(case["report"]) == case["language"].strip()


@pytest.mark.parametrize("code", languages.INSTALLED)
def test_every_language_has_every_topic(code: str) -> None:
    assert set(languages.load(code).tables) == set(languages.load(languages.INSTALLED[0]).tables)


def test_months_days_and_countries_are_those_of_cldr() -> None:
    names = languages.load("id").tables["cldr"]
    assert names["weekdays"]["senin"] == 0
    assert names["months"]["agu"] == names["months"]["agustus"] == 8
    assert names["territories"]["JP"] == "Jepang"
    assert "Desember" in names["dates"]


def test_a_reading_says_its_language() -> None:
    (reading,) = read([Article("a", "She said that nobody was hurt after the incident.")])
    assert reading.article.language == "en"
    (reading,) = read([Article("a", "She said that nobody was hurt after the incident.", language="id")])
    assert reading.article.language == "id"
    (reading,) = read([Article("a", "She said that nobody was hurt.", language="xx")])
    assert reading.article.language == "en"


def test_another_package_may_bring_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    cached = (languages._folders, languages.codes, languages._frequent, languages.load)
    point = EntryPoint("xx", "silang.languages.xx", "silang.languages")
    monkeypatch.setattr(EntryPoint, "load", lambda self: "silang")
    monkeypatch.setattr(plugins, "_installed", lambda: EntryPoints([point]))
    for found in cached:
        found.cache_clear()
    try:
        assert languages._folders()["xx"].name == "silang"
        assert languages.codes() == (*languages.INSTALLED, "xx")
    finally:
        for found in cached:
            found.cache_clear()
