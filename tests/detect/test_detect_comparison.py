"""What a comparison says around its findings, and the quantities and dates under them."""

from __future__ import annotations

import pytest

from silang import Article, compare, read
from silang.detect import _calendar, _quantity
from silang.types import Comparison, Slot, Span

FERRY = (
    "Kapal cepat Bunga Karang kandas di Selat Mandar, Rabu (18/6/2025).",
    'Kepala Dinas Perhubungan Rudi Hartawan mengatakan penumpang selamat. "Kami mengirim dua perahu karet," kata Rudi.',
    "Nakhoda kapal itu diperiksa polisi sejak Rabu malam.",
    "Pelabuhan Tanjungsari ditutup sampai Jumat (20/6/2025).",
    "Penumpang yang terluka dirawat di rumah sakit daerah.",
)
VOLLEY = (
    "Klub voli Bintang Selatan menjuarai turnamen antarkampus di gelanggang remaja, Minggu (4/5/2025).",
    "Pelatih Danang Pradipta memuji kerja keras para pemain muda.",
    "Skor akhir 3-1 dicapai setelah empat babak yang ketat.",
    "Panitia menambah kategori pemula untuk tahun depan.",
    "Ratusan penonton memadati tribun sejak siang.",
)


def comparison(*texts: tuple[str, ...], published: tuple[str, ...] = ()) -> Comparison:
    days = published or ("2025-06-18",) * len(texts)
    found = [Article(f"a{i}", "\n".join(t), outlet=f"a{i}", published=days[i], language="id") for i, t in enumerate(texts)]
    return compare(read(found))


def number(value: float | tuple[float, float], bound: str = "") -> Slot:
    return Slot("number", Span("a", 0, 1), value, bound=bound)  # type: ignore[arg-type]


def test_day_of_the_happening_is_what_most_reports_name() -> None:
    assert comparison(FERRY, FERRY[:2]).when == "2025-06-18"


def test_timeline_is_sorted_and_in_the_text() -> None:
    result = comparison(FERRY, FERRY[3:])
    assert [m.when[:10] for m in result.timeline] == sorted(m.when[:10] for m in result.timeline)
    assert len({(m.when, m.span.article) for m in result.timeline}) == len(result.timeline)


def test_point_of_one_report_is_missed_by_the_other() -> None:
    result = comparison(FERRY, FERRY[1:])
    assert {o.article for o in result.omissions} <= {"a1"}
    assert all(o.reason == "silent" for o in result.omissions)


def test_report_of_the_day_before_could_not_know() -> None:
    result = comparison(FERRY, FERRY[1:3], published=("2025-06-19", "2025-06-18"))
    assert {o.reason for o in result.omissions if o.article == "a1"} <= {"earlier"}


def test_every_party_speaks_and_its_own_points_are_not_those_it_is_silent_on() -> None:
    for party in comparison(FERRY, FERRY).parties:
        assert party.statements
        assert not set(party.only) & set(party.silent)


def test_reports_of_two_events_are_said_to_be_and_not_set_against_each_other() -> None:
    result = comparison(FERRY, VOLLEY)
    assert "two_events" in [key for key, _ in result.warnings]
    assert result.findings == ()


def test_reports_of_one_event_are_not_said_to_be_two() -> None:
    assert comparison(FERRY, FERRY[:4]).warnings == ()


def test_one_report_alone_is_compared_with_nothing() -> None:
    result = comparison(FERRY)
    assert result.warnings == ()
    assert all(p.relation == "only" for p in result.points)


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (number(1_323_459), number(1_300_000), "rounding"),
        (number(4.8), number(5), "rounding"),
        (number(52), number(50, "atleast"), "bound"),
        (number((4.6, 5.4)), number(5), "range"),
        (number(100, "about"), number((97, 98)), "approximate"),
        (number(136), number(140), ""),
        (number(10), number(13), ""),
        (number(442), number(424), ""),
        (number((1, 2)), number((5, 6)), ""),
    ],
)
def test_why_two_quantities_may_both_hold(a: Slot, b: Slot, why: str) -> None:
    assert _quantity.reconciled(a, b) == why
    assert _quantity.reconciled(b, a) == why


def test_large_whole_numbers_a_digit_apart_are_not_equal() -> None:
    assert not _quantity.equal(number(11_880_351_802_619), number(11_880_351_802_819))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2025-06-18", "2025-06-18", "2025-06-18"),
        ("2025-06-18T02:00", "2025-06-18", "2025-06-18"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("2025-W25", "2025-06-16", "2025-06-22"),
        ("2025-04-01/2025-06-30", "2025-04-01", "2025-06-30"),
    ],
)
def test_first_and_last_day(value: str, first: str, last: str) -> None:
    assert _calendar.days(value) == (first, last)


@pytest.mark.parametrize("value", ["", "T10:00", "2025-13", "2025-02-30", "soon", "2025-06/"])
def test_no_day(value: str) -> None:
    assert _calendar.days(value) is None
