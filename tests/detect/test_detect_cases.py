"""Short reports of the Markdown cases, read and compared, against the findings written under them.

A block `report NAME [DATE] [LANGUAGE]` is a report; `findings` has one line a finding, `conflict|compatible CODE: words |
words`, where each words is in the value of some report. No such block, or an empty one: nothing is to be found.
"""

from __future__ import annotations

import pytest

from cases_runner import Case, cases
from silang import Article, compare, read
from silang.types import Finding


def findings(case: Case) -> tuple[Finding, ...]:
    articles = []
    for info, text in case.blocks:
        kind, *rest = info.split()
        if kind == "report":
            language = next((word for word in rest[1:] if len(word) == 2), "id")
            published = next((word for word in rest[1:] if len(word) > 2), "")
            articles.append(Article(rest[0], text, outlet=rest[0], published=published, language=language))
    return compare(read(articles)).findings


def matches(finding: Finding, line: str) -> bool:
    head, _, wanted = line.partition(": ")
    said = [value for _, value in finding.values]
    return head == f"{finding.relation} {finding.code}" and all(any(w in v for v in said) for w in wanted.split(" | "))


@pytest.mark.parametrize("case", cases("detect"), ids=str)
def test_case(case: Case) -> None:
    found = findings(case)
    wanted = case.lines("findings")
    shown = [f"{f.relation} {f.code}: {' | '.join(v for _, v in f.values)}" for f in found]
    assert [line for line in wanted if not any(matches(f, line) for f in found)] == [], shown
    extra = [s for s, f in zip(shown, found, strict=True) if not any(matches(f, line) for line in wanted)]
    assert [s for s in extra if s.startswith("conflict")] == []
