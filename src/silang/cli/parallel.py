"""One function over a stream on every core: results in order, memory bounded, nothing lost when one fails."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

Thing = TypeVar("Thing")
Made = TypeVar("Made")

_ALONE = 48
"""A stream that ends before this many things is done in this process: starting others would take longer."""
_TOGETHER = 8
"""Things that one call of a worker takes."""
_AHEAD = 4
"""Calls a worker has waiting, so that none is idle and a stream of any length is never read far ahead."""


@dataclass(frozen=True, slots=True)
class Failed(Generic[Thing]):
    """What a function could not do, and why in one clause."""

    thing: Thing
    cause: str


def each(function: Callable[[Thing], Made], things: Iterable[Thing], alone: int = _ALONE) -> Iterator[Made | Failed[Thing]]:
    """`function` of each thing, in order; where it raises, a Failed in its place. `function` is one that pickles."""
    stream = iter(things)
    first = list(islice(stream, alone))
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if len(first) < alone or workers < 2:
        for thing in chain(first, stream):
            yield _one(function, thing)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(workers, get_context("spawn"), _quiet) as pool:
        try:
            yield from _spread(pool, workers, function, chain(first, stream))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _spread(
    pool: ProcessPoolExecutor, workers: int, function: Callable[[Thing], Made], things: Iterator[Thing]
) -> Iterator[Made | Failed[Thing]]:
    waiting: deque[Future[list[Made | Failed[Thing]]]] = deque()
    while some := list(islice(things, _TOGETHER)):
        waiting.append(pool.submit(_several, function, some))
        if len(waiting) >= workers * _AHEAD:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _several(function: Callable[[Thing], Made], things: list[Thing]) -> list[Made | Failed[Thing]]:
    return [_one(function, thing) for thing in things]


def _one(function: Callable[[Thing], Made], thing: Thing) -> Made | Failed[Thing]:
    try:
        return function(thing)
    except Exception as error:
        if "SILANG_DEBUG" in os.environ:
            raise
        return Failed(thing, f"{type(error).__name__}: {error}")


def _quiet() -> None:
    """Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
