"""Properties of statements, points and reuse: spans slice, order changes nothing, copies pair up, nothing raises."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from silang import align, core, entities, reuse
from silang.types import Article, Reading

SENTENCES = (
    "Banjir merendam 40 rumah di Desa Wanasari, Kabupaten Tirta, pada Jumat malam.",
    '"Air mulai surut sejak pagi dan sebagian warga sudah pulang," kata Camat Tirta Joko Santoso, Sabtu (7/6/2025).',
    "Camat Tirta Joko Santoso menyebut tidak ada korban jiwa dalam banjir itu.",
    "Pemerintah kabupaten akan memperbaiki tanggul yang jebol, sedangkan dapur umum tetap dibuka.",
    "Dua perahu karet dikerahkan untuk mengungsikan warga lanjut usia.",
    "Menurut Kepala BPBD Rini Astuti, kerugian ditaksir mencapai Rp 2,5 miliar.",
    "Sekolah di desa itu diliburkan selama tiga hari.",
)
reports = st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5, unique=True), min_size=2, max_size=4)
noise = st.text(alphabet=st.sampled_from('abkm AZ19.,"“”()\n-–:;!?é\u00a0\u200b'), max_size=200)


def read(texts: list[str]) -> tuple[Reading, ...]:
    return tuple(core.reading(Article(f"r{n}", text, language="id")) for n, text in enumerate(texts))


def rows(readings: tuple[Reading, ...]) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...], str]]:
    cast, merged = entities.merge(readings)
    return [(p.id, p.label, p.statements, p.articles, p.relation) for p in align.points(merged, cast)]


@settings(max_examples=25, deadline=None)
@given(reports, st.randoms(use_true_random=False))
def test_order_of_reports_changes_nothing(given_reports: list[list[str]], random: object) -> None:
    readings = read(["\n".join(sentences) for sentences in given_reports])
    turned = tuple(reversed(readings))
    assert rows(readings) == rows(turned)
    assert reuse.passages(readings) == reuse.passages(turned)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_copies_pair_up(sentences: list[str], random: object) -> None:
    moved = list(sentences)
    random.shuffle(moved)  # type: ignore[attr-defined]
    readings = read(["\n".join(sentences), "\n".join(moved)])
    cast, merged = entities.merge(readings)
    texts = {r.article.id: r.article.text for r in merged}
    held = {s: p.id for p in align.points(merged, cast) for s in p.statements if len(p.articles) == 2}
    twins = {s.content.of(texts["r1"]) for s in merged[1].statements}
    for statement in merged[0].statements:
        if statement.content.of(texts["r0"]) in twins:
            assert statement.id in held


@settings(max_examples=40, deadline=None)
@given(st.lists(noise, min_size=1, max_size=3))
def test_any_text_is_laid_out(texts: list[str]) -> None:
    readings = read(texts)
    cast, merged = entities.merge(readings)
    points = align.points(merged, cast)
    shared = reuse.passages(merged)
    assert set(reuse.origins(points, merged, shared)) == {point.id for point in points}
    bodies = {r.article.id: r.article.text for r in merged}
    known = {s.id for r in merged for s in r.statements}
    for reading in merged:
        assert [s.span.start for s in reading.statements] == sorted(s.span.start for s in reading.statements)
        for s in reading.statements:
            assert 0 <= s.span.start <= s.content.start < s.content.end <= s.span.end <= len(bodies[reading.article.id])
    assert {s for point in points for s in point.statements} == known
    for point in points:
        assert any(point.label in body for body in bodies.values())
    for passage in shared:
        assert passage.a.of(bodies[passage.a.article])
        assert passage.b.of(bodies[passage.b.article])


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True))
def test_every_value_hangs_on_a_statement(sentences: list[str]) -> None:
    from silang import attribution, languages, statements, text, values

    document = text.document(Article("a", "\n".join(sentences), language="id"), languages.load("id"))
    cast, slots = entities.recognise(document), values.slots(document)
    cast, said = attribution.attributions(document, cast, slots)
    held = {slot for s in statements.statements(document, cast, slots, said) for slot in s.slots}
    assert set(slots) <= held
