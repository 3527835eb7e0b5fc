"""The catalogue: both languages say the same things, and everything that is asked for is there."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from silang import detect
from silang.exports import words

ROOT = Path(str(files("silang.exports")))
ASKED = re.compile(r"""(?:\bt|words|say|_section|_note|_hint)\(\s*f?["']([a-z_]+\.[a-z_]+)["']""")


def test_all_languages_have_the_same_messages() -> None:
    first, *others = (set(words.catalogue(lang)) for lang in words.LANGUAGES)
    assert first
    for other in others:
        assert first ^ other == set()


@pytest.mark.parametrize("key", sorted(words.catalogue("id")))
def test_a_message_takes_the_same_arguments_everywhere(key: str) -> None:
    assert len({words.fields(words.catalogue(lang)[key]) for lang in words.LANGUAGES}) == 1
    assert all(words.catalogue(lang)[key].strip() for lang in words.LANGUAGES)


def test_every_message_that_is_asked_for_is_there() -> None:
    sources = [*ROOT.glob("*.py"), *(ROOT / "page").glob("*.html")]
    asked = {key for path in sources for key in ASKED.findall(path.read_text(encoding="utf-8")) if not key.endswith("_")}
    assert len(asked) > 40
    assert asked - set(words.catalogue("id")) == set()


def test_every_message_of_the_screen_is_asked_for() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in [*ROOT.rglob("*.py"), *(ROOT / "page").glob("*.html")])
    tables = tomllib.loads((ROOT / "words" / "screen.id.toml").read_text(encoding="utf-8"))
    named = {"aside", "code", "month", "relation", "reuse", "unit", "warning"}
    keys = {f"{table}.{key}" for table, rows in tables.items() if table not in named for key in rows}
    built = {"report.differ_outlets", "report.differ_parties", "report.differ_inside"}
    built |= {"talk.call", "talk.meeting", "talk.by_call", "talk.by_meeting"}
    built |= {"reading.possible", "reading.required", "reading.planned"}
    assert {key for key in keys if key not in text} == built


def test_every_kind_of_difference_has_a_name() -> None:
    assert {f"code.{detector.CODE}" for detector in detect.DETECTORS} <= set(words.catalogue("id"))


def test_arguments_are_filled_in_and_never_read_as_a_message() -> None:
    assert words.say("report.says", {"name": "{n} <b>"}, "id").endswith("{n} <b>")
    assert words.say("report.says", {}, "en").endswith("{name}")
    assert words.say("no.such.key", {"a": "b"}, "id") == "no.such.key"
    assert words.say("report.differ", {}, "xx") == words.say("report.differ", {}, "id")


@pytest.mark.parametrize(("n", "text"), [(0, "0 statements"), (1, "1 statement"), (2, "2 statements")])
def test_a_count_takes_its_form(n: int, text: str) -> None:
    assert words.screen("en")("report.statements", n=n) == text
    assert words.screen("id")("report.statements", n=n) == f"{n} pernyataan"


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        ("2023-12-10", "10 Desember 2023", "10 December 2023"),
        ("2023-10", "Oktober 2023", "October 2023"),
        ("2023", "2023", "2023"),
        ("2025-06-19T02:00", "19 Juni 2025, 02.00", "19 June 2025, 02:00"),
        ("2025-06-19T02:00:15+07:00", "19 Juni 2025, 02.00", "19 June 2025, 02:00"),
        ("2025-03-01/2025-03-04", "1–4 Maret 2025", "1–4 March 2025"),
        ("2025-03-30/2025-04-02", "30 Maret – 2 April 2025", "30 March – 2 April 2025"),
        ("2025-12-30/2026-01-02", "30 Desember 2025 – 2 Januari 2026", "30 December 2025 – 2 January 2026"),
        ("2025-04-01/2025-06-30", "April – Juni 2025", "April – June 2025"),
        ("2025-06-18T15:00/2025-06-18T16:00", "18 Juni 2025, 15.00–16.00", "18 June 2025, 15:00–16:00"),
        ("2025-Q2", "April – Juni 2025", "April – June 2025"),
        ("2025-H2", "Juli – Desember 2025", "July – December 2025"),
        ("2012/2022", "2012 – 2022", "2012 – 2022"),
        ("2025-W25", "16–22 Juni 2025", "16–22 June 2025"),
        ("2025-W99", "2025-W99", "2025-W99"),
        ("2025-13-40", "40 13 2025", "40 13 2025"),
        ("besok", "besok", "besok"),
        ("", "", ""),
    ],
)
def test_a_day_is_written_as_a_person_writes_it(value: str, indonesian: str, english: str) -> None:
    assert (words.day(value, "id"), words.day(value, "en")) == (indonesian, english)
