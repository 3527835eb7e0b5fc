"""Cases of statements: each text is read, and every statement stands on a line of the `statements` block."""

from __future__ import annotations

import pytest

from cases_runner import Case, cases
from silang import core
from silang.types import Article


def read(case: Case) -> list[str]:
    info, body = next((info, content) for info, content in case.blocks if info.startswith("text"))
    code = info.removeprefix("text").strip() or "id"
    reading = core.reading(Article("a", body.strip("\n"), language=code, published="2025-06-03"))
    return [
        " | ".join((s.form, s.polarity, s.modality, s.grain, s.content.of(reading.article.text))) for s in reading.statements
    ]


@pytest.mark.parametrize("case", cases("statements"), ids=str)
def test_statements(case: Case) -> None:
    assert sorted(read(case)) == sorted(case.lines("statements"))
