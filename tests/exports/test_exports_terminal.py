"""The terminal report: its order, its colours or none, its width, and text that is up to no good."""

from __future__ import annotations

from dataclasses import replace

import pytest
from comparison_factory import comparison
from comparison_variants import many, one, same

from silang.exports import Listed, Look, terminal, words
from silang.types import Article, Event

PLAIN = Look("id", 100)


def test_differences_come_first_and_what_is_set_aside_last() -> None:
    out = terminal.comparison_text(comparison(), PLAIN)
    heads = [
        "YANG BERBEDA",
        "BEDA TIPIS",
        "YANG SAMA",
        "MENURUT TIAP PIHAK",
        "HANYA DI SATU",
        "TEKS YANG SAMA",
        "Disisihkan",
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
    assert out.index("Antarlaporan") < out.index("[121]") < out.index("Antarpihak") < out.index("Sebab ·")


def test_copies_count_as_one_origin() -> None:
    out = " ".join(terminal.comparison_text(comparison(), PLAIN).split())
    assert "luka ringan” [A B] · 1 sumber" in out
    assert "[A B C] · 3 sumber" in out


def test_a_party_says_keeps_silent_and_speaks_alone() -> None:
    out = " ".join(terminal.comparison_text(comparison(), PLAIN).split())
    assert "Polres Meranti - kapal kandas karena nakhoda memotong jalur" in out
    assert "melalui keterangan tertulis Polres Meranti [B]" in out
    assert "luka ringan” — Wahyu Adiputra, melalui Kantor Berita Samudra [A B] (hanya pihak ini)" in out
    assert "Tidak menanggapi: - kapal kandas karena nakhoda" in out


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
    result = comparison()
    again = (*result.points, *(replace(p, id=f"{p.id}-{n}") for p in result.points[:3] for n in range(9)))
    out = terminal.comparison_text(replace(result, points=again), PLAIN)
    assert "… dan 12 lagi" in out
    assert out.endswith("Selengkapnya: --format html atau json.\n")
    assert "--format html" not in terminal.comparison_text(replace(result, parties=()), PLAIN)
    assert terminal.comparison_text(many(20), PLAIN).count("\n") < 200


def test_what_weighs_most_comes_first_and_what_says_too_little_never() -> None:
    result = comparison()
    weights = {p.id: 0.1 for p in result.points} | {"pt7": 0.9}
    fresh = replace(result, weights=weights, thin=frozenset({"p5"}))
    out = terminal.comparison_text(fresh, PLAIN)
    assert "docking" not in out
    own = [
        replace(p, id=f"o{n}", statements=(s,), articles=("radio",), relation="only")
        for n, s in enumerate(("r2", "r3"))
        for p in result.points[:1]
    ]
    listed = terminal.comparison_text(replace(fresh, points=tuple(own), findings=(), weights={"o0": 0.2, "o1": 0.8}), PLAIN)
    assert listed.index("pencarian dihentikan") < listed.index("Tim SAR gabungan")


def test_a_row_shows_another_wording_where_it_differs_much() -> None:
    result = comparison()
    points = (replace(result.points[0], statements=("b1", "r3"), articles=("bahari", "radio")),)
    out = terminal.comparison_text(replace(result, points=points, findings=(), parties=()), PLAIN)
    assert out.index("Mirip, belum tentu sama") < out.index("~ Sebuah feri bernama KMP Tanjung Selaras")
    assert "1 mirip" in out
    assert "\n  = " not in out
    assert "C: pencarian dihentikan pukul 23.00" in out
    alike = terminal.comparison_text(result, PLAIN)
    assert "\n    A: " not in alike[alike.index("YANG SAMA") : alike.index("MENURUT")]


def test_a_side_with_one_statement_is_shown_only_in_a_conflict() -> None:
    result = comparison()
    assert "PT Selaras Lintas Laut\n  - kapal keluar jalur" in terminal.comparison_text(result, PLAIN)
    assert "PT Selaras Lintas Laut\n  -" not in terminal.comparison_text(replace(result, findings=()), PLAIN)


def test_near_misses_of_two_parties_stand_between_parties() -> None:
    result = comparison()
    near = tuple(replace(f, relation="compatible") if f.side == "parties" else f for f in result.findings)
    out = terminal.comparison_text(replace(result, findings=near), PLAIN)
    assert out.index("Antarpihak") < out.index("Sebab ·") < out.index("BEDA TIPIS")
    assert "3 laporan: 1 bertentangan, 1 antarpihak, 1 beda tipis, 2 hal yang sama" in out


def test_the_title_says_whose_headline_it_is() -> None:
    result = comparison()
    out = terminal.comparison_text(replace(result, title=result.readings[1].article.title), PLAIN)
    assert out.startswith("Feri Kandas di Meranti, Nakhoda Diperiksa  (judul Kabar Bahari)\n")


def test_nobody_named_is_said_so() -> None:
    result = comparison()
    said = tuple(replace(s, speaker=None) if s.id == "r3" else s for s in result.readings[2].statements)
    out = terminal.reading_text((replace(result.readings[2], statements=said),), result.entities, PLAIN)
    assert "tidak disebut siapa" in " ".join(out.split())


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
    assert "Harian Pesisir (1) menulis “112”, Harian Pesisir (2) menulis “121”" in out


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
    assert same.count("KMP Tanjung Selaras kandas di dekat Pulau Meranti") == 1
    assert "Sebuah feri bernama KMP Tanjung Selaras" in same


def test_the_sentence_names_first_what_is_shown_first_and_every_report_that_says_it() -> None:
    result = comparison()
    args = {"report_a": "Kabar Bahari", "report_b": "Harian Pesisir", "a": "121", "b": "112"}
    evidence = (*result.findings[0].evidence, result.findings[1].evidence[1])
    values = (("bahari", "121"), ("pesisir", "112"), ("radio", "112"))
    finding = replace(result.findings[0], why=("number.differ", args), evidence=evidence, values=values)
    out = " ".join(terminal.comparison_text(replace(result, findings=(finding,)), PLAIN).split())
    assert "Harian Pesisir & radio menulis “112”, Kabar Bahari menulis “121”. Keduanya" not in out
    assert "Harian Pesisir & radio menulis “112”, Kabar Bahari menulis “121”." in out


def test_both_reports_quoting_one_person_for_a_conflict_is_said() -> None:
    result = comparison()
    out = " ".join(terminal.comparison_text(replace(result, findings=result.findings[:1]), PLAIN).split())
    assert "Keduanya mengutip Wahyu Adiputra." in out


def test_what_one_report_says_both_ways_is_its_own() -> None:
    args = {"report_a": "Radio", "report_b": "Radio", "a": "pukul 10", "b": "pukul 11", "side": "inside"}
    assert words.say("time.differ", args, "id") == "Radio menulis “pukul 10” dan di tempat lain “pukul 11”."
    assert words.say("cause.undated", {"dated": "2024-03"}, "en").count("March 2024") == 1


def test_a_headline_leads_a_row_only_for_want_of_another_wording() -> None:
    result = comparison()
    first = result.readings[0]
    said = first.statements[0].span.of(first.article.text)
    titled = replace(first, article=replace(first.article, title=said))
    out = terminal.comparison_text(replace(result, readings=(titled, *result.readings[1:])), PLAIN)
    assert f"= {said[:30]}" not in out
    whole = terminal.comparison_text(replace(one(), readings=(titled,)), PLAIN)
    assert f"- {said[:30]}" not in whole
