"""The page: one file, nothing from outside, every text escaped, every link to a place that is there."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from comparison_factory import comparison
from comparison_variants import many, one, same

from silang.exports import Listed, Look, html
from silang.types import Article, Comparison, Event

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \"'` \u202e{{ 7*7 }} <!--"


class Page(HTMLParser):
    """What a page holds: its tags with attributes, its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[str]:
        """Every value of an attribute, in order."""
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


def hostile() -> Comparison:
    """The ferry's reports with every field from outside up to no good."""
    result = comparison()
    readings = tuple(
        replace(
            r, article=replace(r.article, title=EVIL, outlet=EVIL, url="javascript:alert(1)", published=EVIL, language=EVIL)
        )
        for r in result.readings
    )
    entities = tuple(replace(e, name=EVIL) for e in result.entities)
    points = tuple(replace(p, label=EVIL) for p in result.points)
    findings = tuple(replace(f, why=(EVIL, {"a": EVIL}), code=EVIL) for f in result.findings)
    return replace(
        result,
        title=EVIL,
        when=EVIL,
        readings=readings,
        entities=entities,
        points=points,
        findings=findings,
        warnings=((EVIL, {}),),
    )


LISTED = (Article("a", "", EVIL, "javascript:x", EVIL), Article("b", "", "B"))
PAGES = {
    "three": html.comparison_text(comparison(), Look()),
    "one": html.comparison_text(one(), Look("en")),
    "same": html.comparison_text(same(), Look()),
    "twenty": html.comparison_text(many(20), Look()),
    "hostile": html.comparison_text(hostile(), Look()),
    "empty": html.comparison_text(Comparison("", None, (), (), (), (), (), (), (), (), (), ()), Look()),
    "reading": html.reading_text(comparison().readings, comparison().entities, Look()),
    "events": html.events_text([Listed(Event("e", EVIL, EVIL, ("a", "b")), LISTED, "0001-x.html")], Look()),
}


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_to_places_that_are_there_once(name: str) -> None:
    page = Page(PAGES[name])
    ids = page.all("id")
    assert len(ids) == len(set(ids))
    assert {x[1:] for x in page.all("href") if x.startswith("#")} <= set(ids)
    named = {x for name in ("aria-labelledby", "for") for x in page.all(name)}
    assert named <= set(ids)


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_fetched_and_nothing_runs_but_our_own(name: str) -> None:
    page = Page(PAGES[name])
    assert not page.all("src")
    assert not page.all("style")
    assert not [a for _, attributes in page.tags for a in attributes if a.startswith("on")]
    assert [tag for tag, _ in page.tags].count("script") == [tag for tag, _ in page.tags].count("style") == 1
    assert not [tag for tag, _ in page.tags if tag in ("img", "iframe", "object", "link", "base", "form", "svg")]
    (policy,) = [a["content"] for tag, a in page.tags if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy"]
    assert policy is not None
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        inside = re.search(rf"<{tag}>(.*?)</{tag}>", PAGES[name], re.S)
        assert inside is not None
        digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


@pytest.mark.parametrize("name", ["hostile", "events"])
def test_hostile_text_is_only_text(name: str) -> None:
    page = Page(PAGES[name])
    assert "alert(1)</script>" not in PAGES[name]
    assert "{{ 7*7 }}" in page.text
    assert not [x for x in page.all("href") if not x.startswith(("#", "0001-"))]


def test_every_statement_can_be_led_to_and_differences_come_first() -> None:
    page = PAGES["three"]
    total = sum(len(r.statements) for r in comparison().readings)
    assert {f"s{n}" for n in range(1, total + 1)} <= set(Page(page).all("id"))
    order = ("differ", "near", "same", "parties", "alone", "matrix", "aside", "texts")
    places = [page.index(f'<section id="{name}"') for name in order]
    assert places == sorted(places)


def test_words_of_a_finding_lead_to_their_sentence() -> None:
    found = re.search(
        r'<article class="difference">.*?href="#(s\d+)"[^>]*>Sebanyak <mark class="whole">112</mark>', PAGES["three"], re.S
    )
    assert found is not None
    sentence = re.search(rf'id="{found[1]}"[^>]*>(.*?)</a>', PAGES["three"], re.S)
    assert sentence is not None
    assert "112" in sentence[1]


def test_both_languages_are_on_the_page() -> None:
    assert '<span class="l" lang="id">Yang berbeda</span><span class="l" lang="en">What differs</span>' in PAGES["three"]
    assert re.search(r'value="en" id="lang-en" checked', PAGES["one"])
    assert '<html lang="en">' in PAGES["one"]


def test_the_language_of_a_report_is_told_where_it_is_known() -> None:
    assert set(Page(PAGES["three"]).all("lang")) == {"id", "en"}
    assert set(Page(PAGES["hostile"]).all("lang")) == {"id", "en"}
    assert '<a class="words" href="#s1" dir="auto" lang="id">' in PAGES["three"]


def test_only_a_web_address_is_a_link() -> None:
    outside = [x for x in Page(PAGES["three"]).all("href") if not x.startswith("#")]
    assert outside == ["https://pesisir.example/kandas"]


def test_the_same_comparison_gives_the_same_page() -> None:
    assert html.comparison_text(comparison(), Look()) == PAGES["three"]
