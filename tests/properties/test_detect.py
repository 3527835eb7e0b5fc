"""What holds for differences whatever the reports say: order, repetition, strangers, and that evidence is in the text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from silang import Article, align, compare, detect, entities, read
from silang.types import Comparison

SENTENCES = (
    "Kapal cepat itu mengangkut {n} penumpang dari Pelabuhan Tanjungsari menuju Pulau Merpati.",
    '"Kami menambah {n} perahu karet di dermaga utara," kata Kepala Dinas Perhubungan Rudi Hartawan, Rabu (18/6/2025).',
    "Bupati Lestari Wardana tidak menutup pelabuhan karena arus mudik belum reda.",
    "Pintu air dibuka setelah {n} warga dipindahkan ke balai desa pada 1{d} Juni 2025.",
    "Penerbangan RK 52{n} mendarat di Bandara Sukamulya, Tegalrejo, pukul 10.4{d} WIB.",
    "Sari Melati ({n}) selamat, sedangkan Doni Prakoso masih diperiksa sebagai saksi.",
    "Menteri Perhubungan Rania Wiratama menolak usul kenaikan tarif sebesar {n} persen.",
)
OTHER = (
    "Klub voli Bintang Selatan menjuarai turnamen antarkampus dengan skor 3-1 di gelanggang remaja.",
    "Pelatihnya memuji kerja keras para pemain muda yang baru berlatih bersama selama enam pekan.",
    "Panitia berencana menambah kategori pemula untuk tahun depan bila sponsor mencukupi.",
    "Ratusan penonton memadati tribun sejak siang walau hujan turun deras di luar gedung.",
)

reports = st.lists(
    st.tuples(st.sampled_from(SENTENCES), st.integers(11, 99), st.integers(0, 9)).map(lambda x: x[0].format(n=x[1], d=x[2])),
    min_size=1,
    max_size=6,
).map("\n".join)


def article(name: str, text: str) -> Article:
    return Article(name, text, outlet=name, published="2025-06-18", language="id")


def said(result: Comparison) -> list[tuple[object, ...]]:
    return [(f.code, f.relation, f.values, f.evidence, f.why[0], f.confidence, f.side) for f in result.findings]


@settings(max_examples=8, deadline=None)
@given(st.lists(reports, min_size=2, max_size=3))
def test_order_changes_nothing(texts: list[str]) -> None:
    cast, merged = entities.merge(tuple(read(article(f"a{i}", text) for i, text in enumerate(texts))))
    points = align.points(merged, cast)
    one = detect.comparison(merged, cast, points, ())
    other = detect.comparison(merged[::-1], cast, points[::-1], ())
    assert said(one) == said(other)
    assert sorted((p.id, p.relation) for p in one.points) == sorted((p.id, p.relation) for p in other.points)
    assert one.timeline == other.timeline
    assert [(p.entity, p.statements) for p in one.parties] == [(p.entity, p.statements) for p in other.parties]
    assert one.title == other.title


@settings(max_examples=10, deadline=None)
@given(reports)
def test_report_and_its_copy_agree(text: str) -> None:
    first = article("a", text)
    result = compare(read([first, replace(first, id="b")]))
    assert [f for f in result.findings if f.relation == "conflict"] == []
    assert [p for p in result.points if p.relation == "conflict"] == []


@settings(max_examples=6, deadline=None)
@given(reports, reports)
def test_report_of_something_else_changes_no_relation(first: str, second: str) -> None:
    pair = [article("a", first), article("b", second)]
    alone, joined = compare(read(pair)), compare(read([*pair, article("z", "\n".join(OTHER))]))
    before = [f for f in said(alone) if f[1] == "conflict"]
    after = [f for f in said(joined) if f[1] == "conflict"]
    assert [(f[0], f[2], f[3]) for f in before] == [(f[0], f[2], f[3]) for f in after]


@settings(max_examples=8, deadline=None)
@given(st.lists(reports, min_size=2, max_size=3))
def test_evidence_is_in_the_text(texts: list[str]) -> None:
    articles = {f"a{i}": article(f"a{i}", text) for i, text in enumerate(texts)}
    result = compare(read(articles.values()))
    for finding in result.findings:
        assert finding.evidence
        assert 0.0 <= finding.confidence <= 1.0
        assert {span.article for span in finding.evidence} == {name for name, _ in finding.values}
        for span in finding.evidence:
            assert 0 <= span.start < span.end <= len(articles[span.article].text)
        for name, words in finding.values:
            text = " ".join(articles[name].text.split())
            assert all(part in text for part in words.split(" / "))
