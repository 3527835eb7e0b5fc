"""Properties of the values room: slots slice, stand in order within sentences, and numbers read as they are written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silang import languages, text, values
from silang.types import Article, Slot
from silang.values.calendar import add_months, iso, week
from silang.values.grammar import grammar

PIECES = st.sampled_from(
    [
        "Rp ",
        "2,37",
        " triliun",
        " persen",
        "%",
        " 18/6/2025",
        "Rabu (",
        "18",
        "/6)",
        " Juni ",
        "2025",
        " pukul 15.24 WIB",
        " dua",
        " puluh",
        " juta",
        "-",
        " hingga ",
        " orang",
        " lalu",
        " hari",
        "antara ",
        " dan ",
        "±",
        "(",
        ")",
        " M ",
        "4.8",
        " ratusan",
        " kuartal II",
        " tahun",
        "\n",
        ". ",
        "$",
        "a.m.",
        " three ",
        " hundred ",
        "30/2/2025",
        "99/99/9999",
    ]
)
TEXTS = st.one_of(st.text(max_size=120), st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=25).map("".join))
LANGUAGES = st.sampled_from(["id", "en", "ms"])


def read(body: str, code: str = "id", published: str = "2025-06-18") -> tuple[Slot, ...]:
    return values.slots(text.document(Article("a", body, published=published), languages.load(code)))


@given(TEXTS, LANGUAGES, st.sampled_from(["", "2025-06-18", "0001-01-01", "9999-12-31", "kemarin"]))
def test_slots_slice_and_stand_in_order(body: str, code: str, published: str) -> None:
    document = text.document(Article("a", body, published=published), languages.load(code))
    at = 0
    for slot in values.slots(document):
        assert at <= slot.span.start < slot.span.end <= len(body)
        assert any(s.start <= slot.span.start and slot.span.end <= s.end for s in document.sentences)
        assert slot.kind in {"number", "money", "percent", "measure", "date", "time"}
        assert slot.value != ""
        if isinstance(slot.value, tuple):
            assert slot.value[0] < slot.value[1]
        at = slot.span.end


@given(TEXTS, LANGUAGES)
def test_the_same_text_gives_the_same_slots(body: str, code: str) -> None:
    assert read(body, code) == read(body, code)


@pytest.mark.parametrize("code", ["id", "en", "ms"])
@given(st.one_of(st.integers(0, 10**15), st.decimals(0, 10**6, places=2).map(float)))
def test_a_number_is_read_as_it_was_written(code: str, number: float) -> None:
    numerals = grammar(languages.load(code)).numerals
    assert numerals.digits(numerals.write(number)) == number


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_a_day_is_read_as_it_was_written(day: date) -> None:
    name = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"][day.weekday()]
    (slot,) = read(f"Rapat digelar pada {name} ({day.day}/{day.month}/{day.year}).")
    assert (slot.value, slot.note) == (day.isoformat(), "")


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(1, 6))
def test_a_wrong_weekday_is_marked(day: date, shift: int) -> None:
    name = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"][(day.weekday() + shift) % 7]
    (slot,) = read(f"Rapat digelar pada {name} ({day.day}/{day.month}/{day.year}).")
    assert (slot.value, slot.note) == (day.isoformat(), "weekday")


@given(st.dates(date(1600, 1, 1), date(2600, 12, 31)), st.integers(-2000, 2000))
def test_calendar_arithmetic(day: date, months: int) -> None:
    period = week(day)
    assert period.start <= day <= period.end
    assert period.end - period.start == timedelta(days=6)
    assert iso(period) == f"{day.isocalendar().year}-W{day.isocalendar().week:02}"
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day <= day.day


@given(st.integers(1, 999), st.sampled_from(["ribu", "juta", "miliar", "triliun"]))
def test_a_scale_multiplies(number: int, scale: str) -> None:
    (slot,) = read(f"Bantuan sebesar Rp {number} {scale} cair.")
    factor = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}[scale]
    assert (slot.kind, slot.value, slot.unit) == ("money", number * factor, "IDR")
