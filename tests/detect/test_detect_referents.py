"""Values of two reports laid side by side: which may be of one thing, and what their being unlike is."""

from __future__ import annotations

import pytest

from silang import align, core, entities
from silang.detect import Lineup, _grid, _quantity, _referents, lineup
from silang.detect._grid import Grid
from silang.detect._values import values
from silang.types import Article

FLOOD = "Banjir merendam {0} rumah di Desa Sukatani. Camat Waringin mengatakan {1} warga mengungsi ke balai desa sejak semalam."


def laid(*texts: str) -> Lineup:
    articles = [Article(f"a{n}", text, language="id") for n, text in enumerate(texts)]
    cast, merged = entities.merge(tuple(core.read(articles)))
    return lineup(merged, cast, align.points(merged, cast))


def grid(*texts: str) -> Grid:
    found = values(laid(*texts))
    return Grid(found["a0", ("number", "")], found["a1", ("number", "")])


def test_a_value_that_both_reports_give_rivals_none() -> None:
    side = grid(FLOOD.format(314, 120), FLOOD.format(314, 245))
    assert {(side.xs[i].told, side.ys[j].told) for i, j in side.rivals} == {("120", "245")}


def test_nothing_rivals_where_all_values_are_in_both() -> None:
    assert grid(FLOOD.format(314, 120), FLOOD.format(314, 120)).rivals == ()


def test_few_cells_are_weighed_however_many_values_there_are() -> None:
    counts = [
        ", ".join(f"{n} rumah di Desa {chr(65 + n % 26)}wa" for n in range(first, first + 90)) + "." for first in (1000, 5000)
    ]
    side = grid(*counts)
    assert 0 < len(side.rivals) <= _grid.BEST * len(side.xs)


def test_the_order_of_the_reports_changes_nothing() -> None:
    texts = FLOOD.format(314, 120), FLOOD.format(341, 120)
    first, second = (
        [(a.value, b.value, chance) for _, a, b, chance in _referents.referents(laid(*t))] for t in (texts, texts[::-1])
    )
    assert sorted(first) == sorted((b, a, chance) for a, b, chance in second)


@pytest.mark.parametrize(("a", "b"), [(41_386, 41_836), (715, 215), (1.24, 1.42), (368_000, 386_000)])
def test_one_figure_off_or_two_swapped_is_a_slip(a: float, b: float) -> None:
    assert _quantity.slip(a, b)


@pytest.mark.parametrize(("a", "b"), [(400, 410), (12, 21), (1_200, 1_350), (442, 442), (98_765, 98_213)])
def test_round_short_or_quite_other_numbers_are_no_slip(a: float, b: float) -> None:
    assert not _quantity.slip(a, b)
