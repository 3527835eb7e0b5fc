"""The pages in a real browser: WCAG 2.2 AA by axe-core, no network, mouse and keyboard, and without a script."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[1] / "exports"))

from chromium import Chromium, found
from comparison_factory import comparison
from comparison_variants import many
from test_exports_html import hostile

from silang.exports import Listed, Look, html
from silang.types import Article, Event

AXE = "4.10.3"
WIDTHS = {"desktop": (1280, False), "dark": (1280, True), "phone": (360, False)}
SEEN = [
    *(("comparison", look) for look in WIDTHS),
    ("six", "desktop"),
    ("six", "phone"),
    ("reading", "phone"),
    ("events", "desktop"),
    ("events", "dark"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    if found() is None:
        assert not os.environ.get("CI"), "Chromium is missing"
        pytest.skip("Chromium is not installed")
    with Chromium() as open_browser:
        yield open_browser


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core, fetched once into the user's cache."""
    folder = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "silang-tests"
    packed = folder / f"axe-core-{AXE}.tgz"
    if not packed.exists():
        if shutil.which("npm") is None:
            pytest.skip("axe-core cannot be fetched: npm is not installed")
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["npm", "pack", "--silent", f"axe-core@{AXE}"], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"axe-core cannot be fetched: {done.stderr[-200:]}")
    with tarfile.open(packed) as archive:
        inside = archive.extractfile("package/axe.min.js")
        assert inside is not None
        return inside.read().decode()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    articles = (Article("a", "", "Harian Pesisir", "https://pesisir.example/", "Feri kandas"), Article("b", "", "Kabar Bahari"))
    listed = [
        Listed(Event(title, title, "2025-03-04", ("a", "b")), articles, "x.html") for title in ("Feri", "Cabai", "Banjir")
    ]
    result = comparison()
    made = {
        "comparison": html.comparison_text(result, Look()),
        "six": html.comparison_text(many(6), Look("en")),
        "twenty": html.comparison_text(many(20), Look("en")),
        "hostile": html.comparison_text(hostile(), Look()),
        "reading": html.reading_text(result.readings, result.entities, Look()),
        "events": html.events_text(listed, Look()),
    }
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.mark.parametrize(("name", "look"), SEEN)
def test_wcag_2_2_aa(name: str, look: str, browser: Chromium, axe: str, pages: dict[str, Path]) -> None:
    width, dark = WIDTHS[look]
    browser.open(pages[name], width, dark=dark)
    browser.run(f"{axe}; 0")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    options = json.dumps({"runOnly": {"type": "tag", "values": tags}, "resultTypes": ["violations"]})
    browser.run(f"axe.run(document, {options}).then(found => {{ window.found = found; }})")
    assert browser.run("found.passes.length") > 10
    assert browser.run("found.violations.map(v => [v.id, ...v.nodes.slice(0, 3).map(n => n.html)])") == []


@pytest.mark.parametrize("name", ["comparison", "twenty", "hostile", "reading", "events"])
def test_nothing_is_fetched_nothing_fails_and_the_phone_does_not_scroll_sideways(
    name: str, browser: Chromium, pages: dict[str, Path]
) -> None:
    browser.open(pages[name], 360)
    assert [url for url in browser.requests if not url.startswith("file:")] == []
    assert browser.log == []
    assert browser.run("document.documentElement.scrollWidth") <= 360


def test_a_sentence_shows_its_counterparts_by_mouse_and_by_keyboard(browser: Chromium, pages: dict[str, Path]) -> None:
    browser.open(pages["comparison"])
    browser.run("document.querySelector('#t-A a.s.r-conflict').click()")
    dock = "document.getElementById('dock')"
    assert browser.run(f"!{dock}.hidden")
    assert browser.run(f"{dock}.innerText.includes('112') && {dock}.innerText.includes('121')")
    assert browser.run("document.querySelectorAll('#t-B .s.chosen').length") == 1
    browser.run("document.querySelector('#t-A a.s.r-conflict').focus()")
    browser.key("ArrowRight")
    assert browser.run("document.activeElement.closest('.pane').id") == "t-B"
    browser.key("Escape")
    assert browser.run(f"{dock}.hidden")


def test_a_link_to_a_sentence_brings_its_report_up(browser: Chromium, pages: dict[str, Path]) -> None:
    browser.open(pages["comparison"])
    assert browser.run("document.getElementById('t-C').hidden")
    browser.run("document.querySelector('#matrix td:last-child a.words').click()")
    browser.run("new Promise(done => setTimeout(done, 50))")
    assert not browser.run("document.getElementById('t-C').hidden")
    assert browser.run("document.querySelectorAll('#t-C .s.chosen').length") == 1


def test_the_language_is_chosen_on_the_page(browser: Chromium, pages: dict[str, Path]) -> None:
    browser.open(pages["comparison"])
    assert "Yang berbeda" in browser.run("document.querySelector('#differ h2').innerText")
    browser.run("document.getElementById('lang-en').click()")
    assert browser.run("document.querySelector('#differ h2').innerText").startswith("What differs")
    assert browser.run("document.documentElement.lang") == "en"


def test_it_reads_without_a_script(browser: Chromium, pages: dict[str, Path]) -> None:
    browser.open(pages["comparison"], script=False)
    tree = browser.call("DOM.getDocument", depth=-1)["root"]["nodeId"]
    shown = {}
    for name in ("#t-C", ".pick", "#dock", "#differ"):
        node = browser.call("DOM.querySelector", nodeId=tree, selector=name)["nodeId"]
        try:
            shown[name] = browser.call("DOM.getBoxModel", nodeId=node)["model"]["height"] > 0
        except RuntimeError:
            shown[name] = False
    assert shown == {"#t-C": True, ".pick": False, "#dock": False, "#differ": True}


def test_events_can_be_filtered(browser: Chromium, pages: dict[str, Path]) -> None:
    browser.open(pages["events"])
    browser.run("const f = document.getElementById('filter'); f.value = '2025 cabai'; f.dispatchEvent(new Event('input'))")
    assert browser.run("[...document.querySelectorAll('.events tbody tr')].filter(r => !r.hidden).length") == 1
