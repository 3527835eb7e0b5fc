"""Cases of reuse: passages that two reports share, and where an origin is named."""

from __future__ import annotations

import pytest

from cases_runner import Case, cases
from silang import align, core, entities, reuse
from silang.types import Article, Passage, Reading

TEXT = (
    "Pengelola bendungan membuka dua pintu air pada Sabtu malam setelah tinggi muka air melewati batas siaga. "
    "Warga di sepanjang bantaran diminta menjauh sampai debit sungai kembali normal."
)


def read(*articles: Article) -> tuple[Reading, ...]:
    return tuple(map(core.reading, articles))


def found(case: Case) -> list[str]:
    reports = [(info.removeprefix("report "), body) for info, body in case.blocks if info.startswith("report ")]
    readings = read(*(Article(name, body.strip("\n"), language="id") for name, body in reports))
    text = readings[0].article.text
    return [f"{passage.kind} | {passage.a.of(text)}" for passage in reuse.passages(readings)]


@pytest.mark.parametrize("case", cases("reuse"), ids=str)
def test_reuse(case: Case) -> None:
    assert found(case) == case.lines("passages")


def only(passages: tuple[Passage, ...]) -> Passage:
    assert len(passages) == 1
    return passages[0]


def test_no_origin_without_evidence() -> None:
    shared = only(reuse.passages(read(Article("a", TEXT, outlet="Kabar Satu"), Article("b", TEXT, outlet="Warta Dua"))))
    assert shared.origin is None


def test_earlier_report_is_the_origin_of_a_later_copy() -> None:
    first = Article("z", TEXT + " Petugas berjaga semalaman.", outlet="Kabar Satu", published="2025-06-07T20:10")
    later = Article("a", TEXT, outlet="Warta Dua", published="2025-06-07T22:45")
    assert only(reuse.passages(read(first, later))).origin == "z"


def test_copies_are_one_origin() -> None:
    readings = read(Article("a", TEXT, language="id"), Article("b", TEXT, language="id"))
    cast, merged = entities.merge(readings)
    points = align.points(merged, cast)
    counted = reuse.origins(points, merged, reuse.passages(merged))
    assert set(counted.values()) == {1}
