"""What the detectors may cost: the values of a line that are laid beside those of another are counted."""

from __future__ import annotations

from silang import align, core, entities
from silang.detect import Lineup, _lines, _rivals, lineup
from silang.types import Article


def laid(*texts: str) -> Lineup:
    cast, merged = entities.merge(tuple(core.read(Article(f"a{n}", text, language="id") for n, text in enumerate(texts))))
    return lineup(merged, cast, align.points(merged, cast))


def counts(first: int) -> str:
    return ", ".join(f"{number} rumah" for number in range(first, first + 150)) + "."


def test_a_line_of_few_values_keeps_them_all() -> None:
    found = laid("Sebanyak 12 rumah dan 3 masjid rusak.", "Sebanyak 14 rumah dan 3 masjid rusak.")
    assert {len(line.slots) for line in found.lines} == {2}


def test_a_line_of_very_many_values_is_read_as_far_as_is_laid_side_by_side() -> None:
    found = laid(counts(1000), counts(5000))
    assert any(len(line.statement.slots) > _lines.MOST for line in found.lines)
    assert all(len(line.slots) <= _lines.MOST for line in found.lines)
    assert len(list(_rivals.rivals(found))) <= _rivals.MOST**2
