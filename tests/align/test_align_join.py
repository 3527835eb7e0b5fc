"""Groups out of scored pairs: joined by the mean, spread over two, the same whatever the order."""

from __future__ import annotations

from silang.align.join import groups, spread

KEYS = ["a", "b", "c", "d"]


def test_nothing_joined_below_the_mean() -> None:
    assert groups(KEYS, {(0, 1): 0.2}, 0.3) == [[0], [1], [2], [3]]


def test_joined_by_the_mean_and_not_by_one_pair() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.5, (2, 3): 0.8}
    assert groups(KEYS, scores, 0.3) == [[0, 1], [2, 3]]


def test_what_says_two_things_stands_in_two_groups() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.45}
    assert spread(KEYS, scores, groups(KEYS, scores, 0.3), 0.4, 0.2) == [[0, 1], [1, 2], [3]]


def test_a_group_that_went_whole_into_another_is_gone() -> None:
    scores = {(0, 1): 0.9, (0, 2): 0.42, (1, 2): 0.42}
    joined = [[0, 1], [2], [3]]
    assert spread(KEYS, scores, joined, 0.4, 0.43) == joined
    assert spread(KEYS, scores, joined, 0.4, 0.2) == [[0, 1, 2], [3]]


def test_order_changes_nothing() -> None:
    scores = {(0, 1): 0.5, (1, 2): 0.5, (2, 3): 0.5}
    turned = {(3 - b, 3 - a): score for (a, b), score in scores.items()}
    first = [[KEYS[i] for i in group] for group in groups(KEYS, scores, 0.3)]
    second = [sorted(KEYS[::-1][i] for i in group) for group in groups(KEYS[::-1], turned, 0.3)]
    assert sorted(first) == sorted(second)
