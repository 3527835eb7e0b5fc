"""What third parties add by standard entry points: languages, detectors, input and output formats."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import EntryPoints, entry_points
from typing import TypeVar, cast

from silang.errors import SilangError

T = TypeVar("T")


def load(group: str, builtin: Mapping[str, T]) -> dict[str, T]:
    """The built-ins of a group and what is installed beside them under the entry point group `silang.GROUP`.

    Built-ins come first, in their order, then the others by name. Raises SilangError when two have one name.
    """
    found = dict(builtin)
    for point in sorted(_installed().select(group=f"silang.{group}"), key=lambda point: point.name):
        if point.name in found:
            raise SilangError(f"two {group} are called {point.name!r}; uninstall one of them")
        found[point.name] = point.load()
    return found


@cache
def _installed() -> EntryPoints:
    """Every entry point of the environment: one scan a process, because a scan costs some 20 ms."""
    return cast(EntryPoints, entry_points())
