"""silang lays news reports of one event side by side.

    >>> import silang
    >>> silang.compare(silang.read(articles))  # doctest: +SKIP

`read` turns articles into readings, `group` puts them into events, `compare` lays the readings of one event side by side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from silang.core import compare, group, read
    from silang.errors import SilangError
    from silang.types import Article, Comparison, Event, Reading

__version__ = "0.1.0"

__all__ = ["Article", "Comparison", "Event", "Reading", "SilangError", "compare", "group", "read"]

_HOME = {"compare": "core", "group": "core", "read": "core", "SilangError": "errors"}


def __getattr__(name: str) -> Any:
    """Load a public name from its room on first use, so that `import silang` costs nothing."""
    if name not in __all__:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"silang.{_HOME.get(name, 'types')}"), name)
