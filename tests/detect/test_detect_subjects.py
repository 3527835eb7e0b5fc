"""Reports whose headlines name another thing of one kind each, and names that are pieces of keys."""

from __future__ import annotations

import pytest

from silang import Article, compare, read

ASH = "Gunung {0} meletus lagi pada Rabu pagi. Kolom abu Gunung {0} setinggi sekitar {1} meter di atas puncak."
MATCH = "{0} dan {1} bertemu di babak grup. Pertandingan {0} melawan {1} itu digelar malam hari. Laga dimulai pukul {2} WIB."


def _conflicts(*articles: Article) -> list[str]:
    return [f.code for f in compare(read(articles)).findings if f.relation == "conflict"]


def _ash(name: str, mountain: str, height: str) -> Article:
    return Article(name, ASH.format(mountain, height), name, title=f"Gunung {mountain} Meletus Lagi", language="id")


def test_two_volcanoes_have_no_height_in_common() -> None:
    assert _conflicts(_ash("a", "Wanareja", "250"), _ash("b", "Sukamulya", "9.000")) == []


def test_one_volcano_has_one_height() -> None:
    assert _conflicts(_ash("a", "Wanareja", "250"), _ash("b", "Wanareja", "9.000")) == ["number"]


def _match(name: str, one: str, other: str, hour: str) -> Article:
    return Article(name, MATCH.format(one, other, hour), name, title=f"Prediksi {one} vs {other}", language="id")


@pytest.mark.parametrize("hour", ["19.00", "20.30"])
def test_two_matches_have_no_hour_in_common(hour: str) -> None:
    assert _conflicts(_match("a", "Persemu", "Tegalrejo", "18.30"), _match("b", "Sukamulya", "Wanareja", hour)) == []


def test_pieces_of_keys_are_no_names() -> None:
    text = "Tautan itu berakhir dengan RuA2FlbQ{}TE5aUl dan meminta nomor telepon warga."
    assert _conflicts(*(Article(end, text.format(end), end, language="id") for end in ("Kulonprogo", "Kulonprogg"))) == []


BRIDGE = """Foto jembatan gantung yang putus di lereng bukit ramai dibagikan sejak pekan lalu. Foto tersebut disebarkan
salah satu pengguna media sosial pada 3 Juni 2025. Dalam gambar itu tampak kabel baja terkulai, papan kayu
hanyut, serta sungai berwarna cokelat yang meluap hingga kebun salak. Pemeriksa gambar menelusuri arsip koran
daerah dan menemukan potret serupa dari musim hujan sepuluh tahun silam. Kepala dusun setempat menegaskan
jembatannya utuh, dicat ulang dua bulan lalu, dan setiap hari dilalui pelajar sekolah menengah serta pedagang
sayur menuju pasar kecamatan."""
CAKE = """Foto kue raksasa di alun-alun yang konon memecahkan rekor beredar luas. Foto tersebut disebarkan salah satu
pengguna media sosial pada 8 Juni 2025. Tampak tukang roti memanjat tangga memasang hiasan gula, dikelilingi
penonton membawa piring. Ahli citra digital mendapati bayangan yang janggal, jari berlebih, dan tulisan tidak
terbaca pada spanduk, tanda karya perangkat lunak. Panitia festival kuliner mengaku tidak pernah memanggang
adonan sebesar itu; mereka hanya membagikan ribuan bolu kukus kepada pengunjung, lalu menutup acara dengan
lomba menghias donat anak-anak."""


def test_reports_of_one_form_and_two_things_have_no_day_in_common() -> None:
    assert _conflicts(Article("a", BRIDGE, "a", language="id"), Article("b", CAKE, "b", language="id")) == []


def test_a_report_copied_with_another_day_differs_in_it() -> None:
    copy = BRIDGE.replace("3 Juni", "8 Juni")
    assert _conflicts(Article("a", BRIDGE, "a", language="id"), Article("b", copy, "b", language="id")) == ["date"]
