"""What is taken for the same and may not be stands apart from what is."""

from __future__ import annotations

from silang import Article, compare, read
from silang.exports.layout import Layout

SAID = "Juru bicara kota Rina Hapsari mengatakan jembatan Sukasari ditutup karena pilar tengahnya retak."
DENIED = "Kepala dinas Danu Wirawan membantah jembatan Sukasari ditutup karena pilar tengahnya retak."


def laid(*texts: str) -> Layout:
    return Layout(compare(read(Article(f"a{n}", text, f"o{n}", language="id") for n, text in enumerate(texts))))


def test_one_sentence_in_two_reports_is_the_same() -> None:
    layout = laid(SAID, SAID)
    assert layout.agreed
    assert not layout.akin


def test_what_one_report_denies_is_never_told_as_the_same() -> None:
    assert not laid(SAID, DENIED).agreed


def test_a_doubtful_row_shows_two_reports() -> None:
    for row in laid(SAID, DENIED).akin:
        assert row.second is not None
        assert row.second.report != row.first.report


OFFICER = """Upacara pemecatan empat polisi digelar di halaman markas Polres Wanasari, Senin pagi.
Salah satu yang dipecat ialah Aiptu Sugeng {0} dengan masa dinas 21 tahun. Semua telah melalui tiga kali sidang etik."""


def test_a_line_in_which_two_reports_differ_is_not_told_as_the_same() -> None:
    layout = laid(OFFICER.format("Winarto"), OFFICER.format("Wijanarko"))
    assert layout.differences
    assert not any("Sugeng" in "".join(run.text for run in w.runs) for row in layout.agreed for w in row.wordings)
    assert layout.agreed
