"""Who is a side, what heads a comparison, what a side and a report are silent on, and what weighs."""

from __future__ import annotations

from silang import Article, compare, read
from silang.types import Comparison

VERDICT = (
    "Mantan Kepala Dinas Perikanan Tanjungsari, Danu Wirawan, divonis empat tahun penjara, Selasa (17/6/2025).",
    'Ketua Majelis Hakim Retno Astuti mengatakan Danu menerima suap. "Terdakwa menyalahgunakan jabatannya," kata Retno.',
    "Danu mengatakan ia akan mengajukan banding atas putusan itu.",
    '"Saya tidak pernah menerima uang dari siapa pun," ujar Danu.',
)
CALL = (
    "Perdana Menteri Islandia Einar Stefansson menelepon Perdana Menteri Maroko Driss Benjelloun, Selasa (17/6/2025).",
    "Stefansson mengatakan Maroko harus membebaskan tiga kapal penangkap ikan itu sebelum musim dingin.",
    "Stefansson menegaskan Maroko belum membayar ganti rugi kepada pemilik kapal.",
    "Menurut Stefansson, kedua perdana menteri membicarakan kuota ikan di Samudra Atlantik.",
    "Benjelloun mengatakan Islandia melanggar batas perairan tanpa izin dari pelabuhan Agadir.",
    "Benjelloun menegaskan Islandia tidak pernah meminta izin menangkap ikan.",
    "Menurut Benjelloun, Islandia menolak hasil pemeriksaan petugas pelabuhan pada bulan Maret.",
)


def laid(*texts: tuple[str, ...], titles: tuple[str, ...] = (), days: tuple[str, ...] = ()) -> Comparison:
    titles, days = titles or ("",) * len(texts), days or ("2025-06-18",) * len(texts)
    rows = zip(texts, titles, days, strict=True)
    return compare(read(Article(f"a{i}", "\n".join(t), f"o{i}", "", h, "", d, "id") for i, (t, h, d) in enumerate(rows)))


def sides(result: Comparison) -> dict[str, int]:
    names = {e.id: e.name for e in result.entities}
    return {names[p.entity]: len(p.statements) for p in result.parties}


def test_who_held_an_office_once_does_not_speak_for_its_body() -> None:
    found = sides(laid(VERDICT, VERDICT))
    assert not any("Dinas" in name for name in found)
    assert any("Danu" in name for name in found)


def test_pronouns_papers_and_witnesses_are_no_sides() -> None:
    text = (
        "Keduanya mengatakan pertemuan itu berjalan hangat dan terbuka.",
        "Sejumlah saksi mengatakan kapal itu miring sebelum tenggelam.",
        "Menurut dokumen itu, kapal tersebut dibangun pada tahun 1998.",
    )
    assert sides(laid(text, text)) == {}


def test_leaders_of_two_countries_speak_for_them_and_silence_is_of_what_the_other_raised() -> None:
    result = laid(CALL, CALL)
    found = sides(result)
    assert set(found) == {"Islandia", "Maroko"}
    assert all(party.silent for party in result.parties)


def test_where_sides_do_not_speak_of_each_other_silence_says_nothing() -> None:
    assert all(not party.silent for party in laid(VERDICT, VERDICT[:2]).parties)


def test_sides_that_agree_do_not_face_each_other() -> None:
    text = (
        "Perdana Menteri Islandia Einar Stefansson mengatakan Maroko adalah sahabat lama nelayan utara.",
        "Stefansson mengatakan Maroko membangun pelabuhan yang sangat modern di Agadir.",
        "Menurut Stefansson, kerja sama dengan Maroko membawa keuntungan besar bagi nelayan.",
        "Perdana Menteri Maroko Driss Benjelloun mengatakan Islandia memberi contoh pengelolaan ikan.",
        "Benjelloun mengatakan Islandia mengirim sepuluh ahli perikanan ke Agadir.",
        "Menurut Benjelloun, hubungan dengan Islandia semakin erat setiap tahun.",
    )
    assert all(not party.silent for party in laid(text, text).parties)


def test_what_lasts_happens_on_its_first_day() -> None:
    first = ("Pemerintah kota menghapus denda pajak kendaraan mulai 14 Juni 2025 sampai 31 Agustus 2025.",)
    second = (*first, "Kepala dinas berharap wacana itu dibahas lagi pada 22 Juni 2025.")
    assert laid(first, second).when == "2025-06-14"


def test_a_meeting_of_two_days_is_of_the_day_that_reports_give_by_itself() -> None:
    first = (
        "Rapat Dewan Pelabuhan pada 17 dan 18 Juni 2025 memutuskan tarif sandar tetap.",
        '"Tarif tidak naik," kata ketua dewan Danu Wirawan, Rabu (18/6/2025).',
    )
    assert laid(first, first).when == "2025-06-18"


def test_who_is_only_named_takes_no_part() -> None:
    text = (
        "Bupati Rina Hapsari mengatakan bantuan akan dibahas bersama Badan Pusat Statistik pekan ini.",
        "Rina menegaskan data penerima akan dicocokkan dengan Badan Pusat Statistik.",
    )
    result = laid(text, text, titles=("Bupati Bahas Bantuan dengan Badan Pusat Statistik",) * 2)
    names = {e.id: e.name for e in result.entities}
    assert {names[e] for e in result.participants} == {"Rina Hapsari"}


def test_a_part_of_the_world_is_no_place_of_a_happening() -> None:
    text = (
        "Kapal itu tenggelam di Agadir, Selasa (17/6/2025).",
        "Perdagangan ikan di Timur Tengah lesu sejak kapal tenggelam.",
    )
    result = laid(text, text, titles=("Kapal Tenggelam di Agadir, Ikan di Timur Tengah Mahal",) * 2)
    names = {e.id: e.name for e in result.entities}
    assert "Timur Tengah" not in {names[e] for e in result.where}


def test_silence_is_told_only_of_what_names_the_side() -> None:
    extra = (*CALL, "Stefansson mengatakan harga ikan kod di pasar dunia turun lagi pada musim panas ini.")
    result = laid(extra, extra)
    statements = {s.id: s.span.of(r.article.text) for r in result.readings for s in r.statements}
    said = {p.id: " ".join(statements[s] for s in p.statements) for p in result.points}
    silent = [said[point] for party in result.parties for point in party.silent]
    assert silent
    assert not any("ikan kod" in text for text in silent)


def test_a_day_far_before_publication_is_background() -> None:
    text = (
        "Danu Wirawan mengunggah foto lama di akunnya, Senin (16/6/2025).",
        "Ia dibebaskan dari penjara pada 18 Agustus 2024.",
        "Sejak 18 Agustus 2024 Danu tinggal bersama ibunya.",
        "Pada 18 Agustus 2024 ratusan orang menyambutnya.",
    )
    assert laid(text, text).when == "2025-06-16"


def test_of_a_side_one_is_named_at_the_head() -> None:
    result = laid(CALL, CALL)
    names = {e.id: e.name for e in result.entities}
    assert {names[e] for e in result.participants} == {"Einar Stefansson", "Driss Benjelloun"}


def test_the_title_takes_no_side_in_a_conflict_where_another_does_not() -> None:
    first = ("Gempa berkekuatan magnitudo 4,8 mengguncang Kabupaten Garut, Rabu (18/6/2025) siang.",)
    second = ("Gempa berkekuatan magnitudo 4,9 mengguncang Kabupaten Garut, Rabu (18/6/2025) siang.",)
    titles = ("Gempa Magnitudo 4,8 Guncang Garut", "Gempa Guncang Garut, Warga Keluar Rumah")
    result = laid(first, second, titles=titles)
    assert [f.relation for f in result.findings] == ["conflict"]
    assert result.title == titles[1]


def test_a_question_is_no_title_where_there_is_another() -> None:
    text = ("Gempa mengguncang Kabupaten Garut, Rabu (18/6/2025) siang.",)
    titles = ("Apa Penyebab Gempa Garut?", "Gempa Guncang Garut")
    assert laid(text, text, titles=titles).title == titles[1]


def test_earlier_needs_a_day_after_the_report_and_carriers_of_later_days() -> None:
    known = ("Kapal Bunga Karang ditarik ke dermaga Tanjungsari pada Kamis (19/6/2025).", *VERDICT)
    late = laid(known, VERDICT, days=("2025-06-19", "2025-06-18"))
    same = laid(known, VERDICT, days=("2025-06-18", "2025-06-18"))
    assert {o.reason for o in same.omissions} <= {"silent"}
    assert all(o.article == "a1" for o in late.omissions if o.reason == "earlier")


def test_a_report_lacks_nothing_that_stands_somewhere_in_it() -> None:
    known = "Majelis hakim mewajibkan Danu membayar uang pengganti tiga miliar rupiah kepada kas daerah Tanjungsari."
    folded = (
        *VERDICT,
        "Danu dan dua rekannya juga harus mengembalikan mobil dinas.",
        "Uang pengganti tiga miliar rupiah kepada kas daerah Tanjungsari wajib Danu bayar, demikian majelis hakim.",
    )
    result = laid((*VERDICT, known), (*VERDICT, known), folded)
    said = {s.id: s.span.of(r.article.text) for r in result.readings for s in r.statements}
    rows = {p.id: " ".join(said[s] for s in p.statements) for p in result.points}
    assert not [o for o in result.omissions if o.article == "a2" and "uang pengganti" in rows[o.point]]


def test_bare_names_fragments_and_clauses_of_saying_weigh_nothing() -> None:
    result = laid(VERDICT, VERDICT)
    texts = {r.article.id: r.article.text for r in result.readings}
    said = {s.id: s for r in result.readings for s in r.statements}
    shown = [
        said[s].content.of(texts[said[s].span.article]) for p in result.points for s in p.statements if s not in result.thin
    ]
    assert all(len(words.split()) > 3 for words in shown)
    for point in result.points:
        assert (result.weights[point.id] == 0) == all(s in result.thin for s in point.statements)


def test_there_are_never_more_origins_than_reports() -> None:
    result = laid(CALL, CALL, VERDICT)
    assert all(result.origins[p.id] <= len(p.articles) for p in result.points)


def test_what_several_reports_have_of_a_side_is_one_thing_it_says() -> None:
    text = (*CALL[:4], "Benjelloun mengatakan Islandia melanggar batas perairan tanpa izin dari pelabuhan Agadir.")
    assert all(not party.silent for party in laid(text, text, text).parties)
