"""What the views make of a comparison: rows led well, omissions that are none, texts shared by several, times, talks."""

from __future__ import annotations

from comparison_factory import comparison

from silang import Article, compare, read
from silang.exports import Look, copies, html, json, moments, talks, terminal
from silang.exports.layout import Layout
from silang.types import Comparison

CALL = (
    "Perdana Menteri Islandia Einar Stefansson menelepon Perdana Menteri Maroko Driss Benjelloun, Selasa (17/6/2025).",
    "Stefansson mendesak Maroko segera membebaskan 12 awak kapal yang ditahan di Agadir.",
    "Stefansson mengatakan Islandia siap membayar separuh tagihan pelabuhan lebih dahulu.",
    "Kapal itu ditahan sejak 2 Juni 2025 di Pelabuhan Agadir.",
)
REPLY = (
    "Perdana Menteri Maroko Driss Benjelloun menerima telepon Perdana Menteri Islandia Einar Stefansson, Selasa (17/6/2025).",
    "Benjelloun menjelaskan bahwa izin tangkap ditunda karena musim pemijahan ikan sarden.",
    "Benjelloun meminta Islandia menerima pengurangan kuota sebesar 15 persen.",
    "Stefansson meminta Maroko segera membebaskan 12 awak kapal yang ditahan di Agadir.",
)
RELEASE = (
    "Pengelola Pelabuhan Bahari menerapkan tarif sandar baru bagi kapal kecil mulai awal Agustus tahun ini di semua dermaga."
)


def laid(*texts: tuple[str, ...], days: tuple[str, ...] = ()) -> Comparison:
    days = days or ("2025-06-18",) * len(texts)
    rows = zip(texts, days, strict=True)
    return compare(
        read(Article(f"a{i}", "\n".join(t), f"media{i}", published=d, language="id") for i, (t, d) in enumerate(rows))
    )


def test_a_meeting_is_told_side_by_side_with_the_verbs_marked() -> None:
    out = terminal.comparison_text(laid(CALL, REPLY), Look("id", 100))
    talk = out[out.index("SATU PERCAKAPAN TELEPON") :]
    assert "Yang menelepon: Islandia [A B]" in talk
    assert "1. Stefansson [mendesak] Maroko" in talk
    assert "(janji dari pihak ini saja)" in talk
    assert talk.index("Kata kerja yang kekuatannya berbeda") < talk.index("[meminta] Maroko segera")


def test_what_the_meeting_shows_of_a_side_is_not_told_again() -> None:
    result = laid(CALL, REPLY)
    talk = talks.talk(Layout(result))
    assert talk is not None
    left = talks.left(Layout(result).accounts, talk)
    assert not {(a.entity.id, row.point.id) for a in left for row in a.rows} & talk.points


def test_without_a_meeting_there_is_no_section_and_no_key() -> None:
    result = comparison()
    assert talks.talk(Layout(result)) is None
    assert "readout" not in json.comparison(result)
    assert 'id="talk"' not in html.comparison_text(result, Look())
    assert json.comparison(laid(CALL, REPLY))["readout"]["kind"] == "call"


def test_times_of_the_happening_and_of_publication() -> None:
    layout = Layout(laid(CALL, REPLY, days=("2025-06-17", "2025-06-18")))
    assert [t.when for t in moments.happening(layout, 5)] == ["2025-06-02", "2025-06-17"]
    assert [(when, [r.key for r in found]) for when, found in moments.reporting(layout)] == [
        ("2025-06-17", ["A"]),
        ("2025-06-18", ["B"]),
    ]
    alone = Layout(laid(CALL[:2], REPLY[:2]))
    assert moments.happening(alone, 5) == ()
    assert moments.reporting(alone) == ()


def test_a_text_that_three_reports_share_is_told_once() -> None:
    found = copies.copies(Layout(laid((RELEASE, CALL[1]), (RELEASE, REPLY[1]), (RELEASE, REPLY[2]))))
    assert [[r.key for r in copy.reports] for copy in found] == [["A", "B", "C"]]


def test_a_report_does_not_lack_what_it_says_in_another_row() -> None:
    whole = "Stefansson mendesak Maroko membebaskan 12 awak kapal dan membayar ganti rugi kepada pemilik kapal di Reykjavik."
    parts = (
        "Stefansson mendesak Maroko membebaskan 12 awak kapal.",
        "Maroko diminta membayar ganti rugi kepada pemilik kapal di Reykjavik.",
    )
    layout = Layout(laid((CALL[0], whole), (CALL[0], *parts), (CALL[0], *parts)))
    missing = {r.key: [row.first.span for row, _ in found] for r, found in layout.missing}
    assert missing["A"] == []


def test_evidence_that_no_statement_holds_is_shown_in_its_sentence() -> None:
    layout = Layout(comparison())
    article = layout.reports[0].reading.article
    at = article.text.index("HARIAN PESISIR")
    place = layout.place(type(layout.rows[0].first.span)(article.id, at, at + 6))
    assert place.statement is None
    assert place.span.start <= at
    assert any(run.marked and run.text == "HARIAN" for run in place.runs)
