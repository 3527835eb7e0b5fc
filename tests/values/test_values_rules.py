"""Every rule of times compiles, though a text compiles only those it asks for."""

from __future__ import annotations

import pytest

from silang import languages
from silang.values.timing import compiled, timing


@pytest.mark.parametrize("code", ["id", "en", "ms"])
def test_every_rule_compiles(code: str) -> None:
    rules = {rule.pattern for group in timing(languages.load(code)).rules.values() for rule in group}
    assert len(rules) > 20
    assert all(compiled(pattern).groups >= 0 for pattern in rules)
