"""A stream that grows: late reports, copies, saving and resuming, and the bounds of its parts."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from silang import events
from silang.errors import InputError
from silang.events import background, minhash
from silang.events.duplicates import copy
from silang.events.features import FEATURES
from silang.events.join import groups
from silang.events.scorer import parsed, shipped
from silang.types import Article

FIRST = Article(
    "a",
    "Kapal feri Bunga Karang kandas di Selat Mandar, Senin (1/9/2025) malam. Sebanyak 84 penumpang dievakuasi ke "
    "Pelabuhan Tanjung Lago. Kepala kantor pencarian dan pertolongan Yusuf Patabang mengatakan semua penumpang selamat.",
    outlet="utara.example",
    url="https://utara.example/feri-kandas",
    title="Feri Bunga Karang Kandas di Selat Mandar, 84 Penumpang Dievakuasi",
    published="2025-09-01",
)
SECOND = Article(
    "b",
    "Sebanyak 84 penumpang feri Bunga Karang dibawa ke Pelabuhan Tanjung Lago setelah kapal kandas di Selat Mandar. "
    "Yusuf Patabang menyebut nakhoda salah membaca arus. Penumpang menginap di aula pelabuhan.",
    outlet="selatan.example",
    title="84 Penumpang Feri yang Kandas di Selat Mandar Selamat",
    published="2025-09-02",
)
OTHER = Article(
    "c",
    "Pemerintah Kota Sidamukti menaikkan tarif parkir di tepi jalan menjadi Rp 5.000 mulai pekan depan. Kepala Dinas "
    "Perhubungan Ratri Handayani mengatakan uangnya untuk membenahi trotoar.",
    title="Tarif Parkir Sidamukti Naik Jadi Rp 5.000",
    published="2025-09-02",
)


def told(found: list[events.Event] | object) -> set[frozenset[str]]:
    return {frozenset(event.articles) for event in found}  # type: ignore[attr-defined]


def test_event_has_the_day_of_its_first_report_and_one_of_its_titles() -> None:
    found = {event.articles: event for event in events.group([SECOND, OTHER, FIRST])}
    assert set(found) == {("b", "a"), ("c",)}
    event = found["b", "a"]
    assert event.when == "2025-09-01"
    assert event.title in (FIRST.title, SECOND.title)
    assert found["c",].title == OTHER.title


def test_batches_in_any_order_and_a_late_report() -> None:
    together = told(events.group([FIRST, SECOND, OTHER]))
    for order in ([[FIRST], [SECOND, OTHER]], [[SECOND, OTHER], [FIRST]], [[OTHER], [SECOND], [FIRST]]):
        stream = events.Stream()
        for batch in order:
            stream.add(batch)
        assert told(stream.events()) == together


def test_add_tells_the_events_that_the_batch_is_in() -> None:
    stream = events.Stream()
    stream.add([FIRST, OTHER])
    assert told(stream.add([SECOND])) == {frozenset("ab")}
    assert stream.add([SECOND]) == []
    assert len(stream) == 3


def test_a_saved_stream_goes_on_where_it_was() -> None:
    stream = events.Stream()
    stream.add([FIRST, OTHER])
    resumed = events.Stream.load(stream.dump())
    assert list(resumed.events()) == list(stream.events())
    assert resumed.dump() == stream.dump()
    assert told(resumed.add([SECOND])) == {frozenset("ab")}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: [],
        lambda lines: [b"{}"],
        lambda lines: [b"not json", *lines[1:]],
        lambda lines: [lines[0], b"\xff\xfe"],
        lambda lines: [lines[0], b"[1, 2]"],
        lambda lines: [lines[0].replace(b'"sketch": 1', b'"sketch": 0'), *lines[1:]],
        lambda lines: [lines[0], lines[1].replace(b'"weights": "', b'"weights": "zz')],
        lambda lines: lines[:2],
    ],
)
def test_what_is_no_stream_is_refused_in_one_sentence(spoil: object) -> None:
    stream = events.Stream()
    stream.add([FIRST, SECOND])
    lines = stream.dump().splitlines()
    with pytest.raises(InputError) as caught:
        events.Stream.load(b"\n".join(spoil(lines)))  # type: ignore[operator]
    assert "\n" not in str(caught.value)


def test_copies_near_copies_and_versions() -> None:
    one = events.sketch(FIRST)
    assert copy(one, events.sketch(replace(FIRST, id="x", text=FIRST.text.upper()))) == "exact"
    long = replace(FIRST, text=" ".join([FIRST.text, SECOND.text, OTHER.text]))
    near = replace(long, id="x", text=long.text + " Redaksi memperbarui berita ini.")
    assert copy(events.sketch(long), events.sketch(near)) == "near"
    update = replace(FIRST, id="x", text=FIRST.text + " " + SECOND.text, url="http://www.utara.example/feri-kandas?page=all")
    assert copy(one, events.sketch(update)) == "version"
    assert copy(one, events.sketch(SECOND)) is None
    refilled = replace(OTHER, id="x", url=FIRST.url)
    assert copy(one, events.sketch(refilled)) is None


def test_a_line_under_two_photographs_is_no_copy() -> None:
    line = "Foto: dokumentasi panitia."
    one, other = (Article(x, line, title=title) for x, title in (("a", "Panen Raya di Kembara"), ("b", "Lomba Dayung Tirta")))
    assert copy(events.sketch(one), events.sketch(other)) is None
    assert copy(events.sketch(one), events.sketch(replace(one, id="x"))) == "exact"


def test_hundreds_of_copies_are_one_event() -> None:
    found = list(events.group(replace(FIRST, id=f"n{k}", outlet=f"o{k}") for k in range(400)))
    assert [len(event.articles) for event in found] == [400]


def test_a_sketch_is_small_and_dated() -> None:
    one = events.sketch(replace(FIRST, text=FIRST.text * 50))
    size = sum(len(part) for part in (one.packed_terms, one.weights, one.kinds, one.packed_shingles))
    assert size <= 600
    assert events.sketch(replace(FIRST, published="")).day == one.day
    assert events.sketch(Article("x", "Tanpa angka apa pun.")).day is None


@pytest.mark.parametrize(
    "text", ["² Juni", "٣ Juni 2025", "99/99/9999", "31/2/2025", "½ Mei", "0/0/00", "1/1/0000", "Ⅷ ① Juni"]
)
def test_odd_digits_are_no_dates(text: str) -> None:
    assert events.sketch(Article("x", text, title=text)).id == "x"


def test_groups_need_more_than_one_thin_link() -> None:
    pairs = {("a", "b"): 0.9, ("c", "d"): 0.9, ("b", "c"): 0.9}
    edges: dict[str, dict[str, float]] = {}
    for (left, right), p in pairs.items():
        edges.setdefault(left, {})[right] = edges.setdefault(right, {})[left] = p
    assert groups("abcd", edges) == [["a", "b"], ["c", "d"]]
    assert groups("dcba", edges) == groups("abcd", edges)


def test_the_scorer_refuses_other_features() -> None:
    with pytest.raises(ValueError, match="features"):
        parsed(json.dumps({"features": ["length"], "start": 0, "trees": []}))


def test_the_scorer_ranks_likeness() -> None:
    none = [0.0] * len(FEATURES)
    alike = list(none)
    for name in ("cosine", "title_cosine", "head_cosine", "names_cosine", "burst_cosine", "nearest_less", "nearest_more"):
        alike[FEATURES.index(name)] = 0.95
    low, high = shipped().probabilities([tuple(none), tuple(alike)])
    assert 0 <= low < high <= 1
    assert shipped().probabilities([]) == []


def test_the_background_knows_common_words() -> None:
    packed = background.packed(10, {5: 8, 6: 1})
    assert int.from_bytes(packed[:4], "little") == 10
    from silang.events.lexicon import digest

    assert background.frequency(digest("pulau")) > background.frequency(digest("kalimaya")) == 0
    assert background.rarity(digest("kalimaya")) > background.rarity(digest("pulau"))


def test_signatures_agree_as_far_as_texts_do() -> None:
    words = list(range(1000, 1200))
    one, other = minhash.packed(words), minhash.packed([*words[:100], *range(5000, 5100)])
    values = [tuple(int.from_bytes(x[k : k + 2], "little") for k in range(0, len(x), 2)) for x in (one, other)]
    assert minhash.similarity(values[0], values[0]) == 1.0
    assert 0.15 < minhash.similarity(*values) < 0.55
    assert minhash.packed(words[:3]) == b""
    assert len(minhash.bands(values[0])) == minhash.BANDS
    assert minhash.bands(()) == []
