"""Every detector has its page of the manual, its messages, and cases in which it fires and in which it is silent."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cases_runner import CASES, parsed
from silang import detect
from silang.detect import Detector
from silang.exports import words

HEADINGS = ["What it finds", "Why it matters", "When it stays silent", "Example"]
ROOM = Path(detect.__file__).parent


@pytest.mark.parametrize("detector", detect.DETECTORS, ids=lambda d: d.CODE)
def test_manual_page(detector: Detector) -> None:
    """The docstring has the headings in order, each with words under it, after one line that says what is found."""
    page = detector.__doc__ or ""
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == HEADINGS
    assert re.match(r"[A-Z][^\n]+\.\n\n", page)
    assert all(part.strip() for part in re.split(r"^## .+$", page, flags=re.MULTILINE))


def test_codes_are_distinct() -> None:
    codes = [d.CODE for d in detect.DETECTORS]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize("detector", detect.DETECTORS, ids=lambda d: d.CODE)
def test_cases_exist(detector: Detector) -> None:
    """Silent cases first, then cases in which it fires."""
    found = parsed(CASES / "detect" / f"{detector.CODE}.md")
    fires = [any(line.split()[1].rstrip(":") == detector.CODE for line in case.lines("findings")) for case in found]
    assert True in fires
    assert not fires[0]
    assert False in fires


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_every_message_is_written(lang: str) -> None:
    """Each key that a detector gives has its sentence."""
    text = "".join(file.read_text(encoding="utf-8") for file in sorted(ROOM.glob("*.py")))
    codes = "|".join(d.CODE for d in detect.DETECTORS)
    keys = set(re.findall(rf'"((?:{codes})\.[a-z]+)"', text))
    assert keys
    assert [key for key in sorted(keys) if not words.has(key, lang)] == []
