"""The terminal report: its order, its colours or none, its width, and text that is up to no good."""

from __future__ import annotations

from dataclasses import replace

import pytest
from comparison_factory import comparison
from comparison_variants import many, one, same

from silang.exports import Listed, Look, terminal
from silang.types import Article, Event

PLAIN = Look("id", 100)


def test_differences_come_first_and_what_is_set_aside_last() -> None:
    out = terminal.comparison_text(comparison(), PLAIN)
    heads = [
        "YANG BERBEDA",
        "BERBEDA, TETAPI",
        "YANG SAMA",
        "MENURUT TIAP PIHAK",
        "HANYA DI SATU",
        "TEKS YANG SAMA",
        "DISISIHKAN",
    ]
    places = [out.index(head) for head in heads]
    assert places == sorted(places)


def test_a_difference_shows_both_wordings_with_the_words_marked_and_who_says_them() -> None:
    lines = terminal.comparison_text(comparison(), PLAIN).splitlines()
    assert any("A Harian Pesisir" in x and "[112] penumpang" in x and "Wahyu Adiputra" in x for x in lines)
    assert any("B Kabar Bahari" in x and "[121] penumpang" in x for x in lines)
    assert any("karena [arus yang tiba-tiba menguat]" in x for x in lines)


def test_differences_between_parties_stand_apart_from_those_between_outlets() -> None:
    out = terminal.comparison_text(comparison(), PLAIN)
    assert out.index("Antarlaporan") < out.index("[121]") < out.index("Antarpihak yang dikutip") < out.index("Sebab ·")


def test_copies_count_as_one_origin() -> None:
    out = " ".join(terminal.comparison_text(comparison(), PLAIN).split())
    assert "luka ringan” [A B] · 1 sumber asal" in out
    assert "[A B C] · 3 sumber asal" in out


def test_a_party_says_keeps_silent_and_speaks_alone() -> None:
    out = " ".join(terminal.comparison_text(comparison(), PLAIN).split())
    assert "Polres Meranti - kapal kandas karena nakhoda memotong jalur" in out
    assert "melalui keterangan tertulis Polres Meranti [B]" in out
    assert "luka ringan” — Wahyu Adiputra, melalui Kantor Berita Samudra [A B] (hanya pihak ini)" in out
    assert "Tidak dibicarakan pihak ini: - kapal keluar jalur karena arus" in out


def test_english_words_around_the_same_reports() -> None:
    out = terminal.comparison_text(comparison(), Look("en", 100))
    assert "WHAT DIFFERS" in out
    assert "4 March 2025" in out
    assert "YANG BERBEDA" not in out


@pytest.mark.parametrize("width", [40, 72, 200])
def test_the_width_is_kept(width: int) -> None:
    for out in (
        terminal.comparison_text(comparison(), Look("id", width)),
        terminal.reading_text(comparison().readings, comparison().entities, Look("id", width)),
    ):
        assert max(map(len, out.splitlines())) <= width


def test_plain_without_colour_and_coloured_with() -> None:
    assert "\x1b" not in terminal.comparison_text(comparison(), PLAIN)
    coloured = terminal.comparison_text(comparison(), Look("id", 100, colour=True))
    assert "\x1b[1;33m112" in coloured
    assert "[112]" not in coloured


def test_a_long_list_is_cut_with_a_count() -> None:
    out = terminal.comparison_text(many(20), PLAIN)
    assert "lagi" in out
    assert out.endswith("Semuanya ada dengan --format html atau json.\n")
    assert "--format html" not in terminal.comparison_text(comparison(), PLAIN)
    assert out.count("\n") < 400


def test_one_report_identical_reports_and_none() -> None:
    assert "Tidak ditemukan hal yang bertentangan" in terminal.comparison_text(one(), PLAIN)
    twice = terminal.comparison_text(same(), PLAIN)
    assert "Harian Pesisir (1)" in twice
    assert "Harian Pesisir (2)" in twice
    empty = replace(one(), readings=(), points=(), title="", when=None, participants=(), parties=(), timeline=())
    assert "Peristiwa tanpa judul" in terminal.comparison_text(empty, PLAIN)


def test_hostile_text_cannot_command_the_terminal() -> None:
    evil = "Judul \x1b]0;x\x07\x1b[2J [bold]tebal[/bold] \u202ebalik"
    result = comparison()
    readings = tuple(replace(r, article=replace(r.article, title=evil, outlet=evil)) for r in result.readings)
    points = tuple(replace(p, label=evil) for p in result.points)
    out = terminal.comparison_text(replace(result, title=evil, readings=readings, points=points), PLAIN)
    assert not set(out) & {"\x1b", "\x07", "\u202e"}
    assert "[bold]tebal[/bold]" in out


def test_what_one_report_says() -> None:
    result = comparison()
    out = " ".join(terminal.reading_text(result.readings, result.entities, PLAIN).split())
    assert "KMP Tanjung Selaras Kandas, 112 Penumpang Dievakuasi" in out
    assert "← Kantor Berita Samudra" in out
    assert "112 orang" in out


def test_events_newest_first_as_they_are_given() -> None:
    article = Article("1", "", "Harian Pesisir")
    listed = [
        Listed(Event("e", "Feri kandas", "2025-03-04", ("1", "2")), (article, replace(article, id="2", outlet="Kabar Bahari")))
    ]
    out = " ".join(terminal.events_text(listed, PLAIN).split())
    assert "1 peristiwa dari 2 laporan" in out
    assert "2025-03-04 Feri kandas Harian Pesisir, Kabar Bahari 2" in out
    assert "0 peristiwa" in terminal.events_text([], PLAIN)


def test_two_reports_of_one_outlet_are_told_apart_in_the_sentence_too() -> None:
    result = comparison()
    readings = tuple(replace(r, article=replace(r.article, outlet="Harian Pesisir")) for r in result.readings)
    args = {"report_a": "Harian Pesisir", "report_b": "Harian Pesisir", "a": "112", "b": "121"}
    finding = replace(result.findings[0], why=("number.differ", args))
    out = terminal.comparison_text(replace(result, readings=readings, findings=(finding,)), PLAIN)
    assert "Harian Pesisir (1) menulis “112” dan Harian Pesisir (2) menulis “121”" in out


def test_evidence_shows_the_statement_of_its_point_not_a_narrower_scrap() -> None:
    result = comparison()
    whole = result.readings[0].statements[1]
    assert whole.source is not None
    scrap = replace(whole, id="scrap", span=whole.source, content=whole.source, form="narrated", source=None, cue=None)
    first = replace(result.readings[0], statements=(*result.readings[0].statements, scrap))
    finding = replace(result.findings[0], evidence=(whole.source, result.findings[0].evidence[0]))
    changed = replace(result, readings=(first, *result.readings[1:]), findings=(finding,))
    assert "Sebanyak 112 penumpang sudah dievakuasi, kata [Kepala Kantor" in terminal.comparison_text(changed, Look("id", 160))


def test_a_sentence_that_states_two_points_leads_one_of_them() -> None:
    result = comparison()
    again = replace(result.points[0], id="again")
    out = terminal.comparison_text(replace(result, points=(*result.points, again)), PLAIN)
    same = out[out.index("YANG SAMA") : out.index("MENURUT")]
    assert same.count("Kapal feri KMP Tanjung Selaras kandas di karang") == 1
    assert "Sebuah feri bernama KMP Tanjung Selaras" in same
