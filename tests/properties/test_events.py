"""Properties of the events room: order changes nothing, nothing is lost, copies stay together, no text is too odd."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from silang import events
from silang.types import Article

NAMES = ["Rukmini Sanjaya", "Togar Silalahi", "Pulau Kembara", "Bank Samudra", "Persada Wijaya", "Lumajaya", "Bendungan Ciraya"]
DOINGS = [
    "meresmikan jembatan",
    "membatalkan penerbangan",
    "menaikkan tarif parkir",
    "mengalahkan tamunya 3-1",
    "menyita 40 kontainer kayu",
]

ARTICLES = st.builds(
    lambda who, where, doing, day, number: Article(
        "",
        f"{who} {doing} di {where} pada hari itu. Sebanyak {number} orang hadir, kata {who}. Warga {where} menunggu.",
        title=f"{who} {doing.title()} di {where}",
        published=f"2025-09-{day:02}" if day else "",
    ),
    st.sampled_from(NAMES),
    st.sampled_from(NAMES),
    st.sampled_from(DOINGS),
    st.integers(0, 28),
    st.integers(2, 900),
)
STREAMS = st.lists(ARTICLES, min_size=1, max_size=14).map(
    lambda found: [replace(article, id=f"n{place}") for place, article in enumerate(found)]
)


def partition(found: object) -> set[frozenset[str]]:
    return {frozenset(event.articles) for event in found}  # type: ignore[attr-defined]


@given(STREAMS, st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_order_changes_nothing(stream: list[Article], chance: object) -> None:
    before = {(e.id, e.title, e.when, frozenset(e.articles)) for e in events.group(stream)}
    shuffled = list(stream)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {(e.id, e.title, e.when, frozenset(e.articles)) for e in events.group(shuffled)} == before


@given(STREAMS, st.integers(1, 5))
@settings(max_examples=40, deadline=None)
def test_every_article_is_in_one_event_however_the_stream_is_cut(stream: list[Article], size: int) -> None:
    grown = events.Stream()
    for start in range(0, len(stream), size):
        grown.add(stream[start : start + size])
        grown = events.Stream.load(grown.dump())
    found = [name for event in grown.events() for name in event.articles]
    assert sorted(found) == sorted(article.id for article in stream)


@given(STREAMS, st.integers(0, 13))
@settings(max_examples=40, deadline=None)
def test_copies_are_together(stream: list[Article], which: int) -> None:
    copied = replace(stream[which % len(stream)], id="copy", outlet="elsewhere.example")
    home = {name: event.id for event in events.group([*stream, copied]) for name in event.articles}
    assert home["copy"] == home[stream[which % len(stream)].id]


@given(st.lists(st.tuples(st.text(max_size=300), st.text(max_size=60), st.text(max_size=12)), max_size=5))
@settings(max_examples=150, deadline=None)
def test_no_text_is_too_odd(texts: list[tuple[str, str, str]]) -> None:
    stream = [Article(f"n{k}", text, title=title, published=day) for k, (text, title, day) in enumerate(texts)]
    assert sum(len(event.articles) for event in events.group(stream)) == len(stream)
    grown = events.Stream()
    grown.add(stream)
    assert list(events.Stream.load(grown.dump()).events()) == list(grown.events())
