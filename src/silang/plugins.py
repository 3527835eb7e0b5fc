"""What third parties add by standard entry points: languages, detectors, input and output formats."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any

from silang.errors import SilangError


def load(group: str, builtin: dict[str, Any]) -> dict[str, Any]:
    """The built-ins of a group and what is installed beside them under the entry point group `silang.GROUP`.

    Raises SilangError when two have one code.
    """
    found = dict(builtin)
    for point in sorted(entry_points(group=f"silang.{group}"), key=lambda point: point.name):
        if point.name in found:
            raise SilangError(f"two {group} are called {point.name!r}; uninstall one of them")
        found[point.name] = point.load()
    return found
