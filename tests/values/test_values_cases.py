"""Cases of values and times: each text is read, and every slot stands on a line of the `slots` block."""

from __future__ import annotations

import pytest

from cases_runner import Case, cases
from silang import languages, text, values
from silang.types import Article, Slot

SIGNS = {"": "", "about": "about", "atleast": "at least", "atmost": "at most"}


def told(slot: Slot, body: str) -> str:
    """A slot on one line: its words, its value with unit, what it is of, how exact it is, and what is odd about it."""
    value = "..".join(map(str, slot.value)) if isinstance(slot.value, tuple) else str(slot.value)
    parts = [slot.span.of(body), "=", value, slot.unit, f"of {slot.of}" if slot.of else "", SIGNS[slot.bound]]
    return " ".join(part for part in [*parts, f"({slot.note})" if slot.note else ""] if part)


def read(case: Case) -> list[str]:
    body = case["text"].strip("\n")
    settings = dict(line.partition(":")[::2] for line in case.lines("about"))
    article = Article("a", body, published=settings.get("published", "2025-06-18").strip())
    document = text.document(article, languages.load(settings.get("language", "id").strip()))
    return [told(slot, body) for slot in values.slots(document)]


@pytest.mark.parametrize("case", cases("values"), ids=str)
def test_values(case: Case) -> None:
    assert read(case) == case.lines("slots")
