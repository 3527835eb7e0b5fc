"""Cases of events: reports as Markdown blocks, and which of them belong together."""

from __future__ import annotations

import pytest

from cases_runner import Case, cases
from silang import events
from silang.types import Article


def reports(case: Case) -> list[Article]:
    """The reports of a case: `id | day | title`, then the text."""
    found = []
    for block in case.all("report"):
        head, text = block.split("\n", 1)
        name, day, title = (part.strip() for part in head.split("|"))
        found.append(Article(name, text, title=title, published=day))
    return found


@pytest.mark.parametrize("case", cases("events"), ids=str)
def test_case(case: Case) -> None:
    told = [" ".join(sorted(event.articles)) for event in events.group(reports(case))]
    assert sorted(told) == sorted(case.lines("events"))
