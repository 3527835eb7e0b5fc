"""What laying statements side by side may cost: pairs and steps are counted, whatever stands in the reports."""

from __future__ import annotations

import pytest

from silang import align, core, entities
from silang.align import candidates, copies
from silang.align.units import Unit, units
from silang.types import Article, Entity, Reading


def laid(*texts: str) -> tuple[tuple[Entity, ...], tuple[Reading, ...]]:
    return entities.merge(tuple(core.read(Article(f"a{n}", text, language="id") for n, text in enumerate(texts))))


def column(marks: str, lines: int, step: int = 1) -> str:
    return "\n".join(marks[n * step % len(marks)] for n in range(lines))


def ids(found: list[Unit], pairs: dict[tuple[int, int], float]) -> set[frozenset[str]]:
    return {frozenset((found[a].statement.id, found[b].statement.id)) for a, b in pairs}


@pytest.mark.parametrize("marks", ["a", "abcdefghij"])
def test_a_column_of_marks_makes_few_pairs_of_the_same_words(marks: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "PAIRS", 1_000)
    _, merged = laid(column(marks, 300), column(marks, 300, 3))
    found = units(merged)
    assert len(found) == 600
    assert 0 < len(copies.copies(found)) <= 1_000


def test_a_few_statements_of_the_same_words_are_all_paired() -> None:
    _, merged = laid("\n".join(["Air surut."] * 20), "\n".join(["Air surut."] * 20))
    assert len(copies.copies(units(merged))) == 40 * 39 / 2


def test_words_that_cost_too_many_steps_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    met = {"rare": [(0, 5.0), (1, 5.0)], "common": [(n, 2.0) for n in range(50)], "all": [(n, 1.0) for n in range(60)]}
    monkeypatch.setattr(candidates, "STEPS", 2_600)
    candidates._thin(met)
    assert set(met) == {"rare", "common"}
    monkeypatch.setattr(candidates, "LONGEST", 10)
    candidates._thin(met)
    assert set(met) == {"rare"}


def test_what_is_left_out_does_not_depend_on_the_order_of_the_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "PAIRS", 200)
    monkeypatch.setattr(candidates, "STEPS", 200)
    texts = [f"{column('abc', 30)}\nHujan deras turun di {town} dan air sungai naik." for town in ("Bandar", "Sukamaju")]
    texts = [text.replace("a\n", f"Warga {n} pulang.\n") for n, text in enumerate(texts)]
    _, one = laid(*texts)
    two = tuple(reversed(one))
    assert ids(units(one), copies.copies(units(one))) == ids(units(two), copies.copies(units(two)))
    first, second = ({frozenset(p.statements) for p in align.points(merged, ())} for merged in (one, two))
    assert first == second
