"""A console to write a report on: sections, lists that are cut with a count, hanging lines, columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import StringIO
from itertools import pairwise
from typing import TypeVar

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from silang.exports import words
from silang.exports._format import Look

LONG = 8
"""Items of a list that are shown; the rest is counted."""
_Item = TypeVar("_Item")


class Paper:
    """Writes onto one console. Whoever writes passes every text from outside through `safe.line`."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.words = words.screen(look.lang)
        self.out = StringIO()
        self.cut = False
        self.console = Console(
            file=self.out,
            width=max(40, look.width),
            force_terminal=look.colour,
            color_system="standard" if look.colour else None,
            no_color=not look.colour,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
        )

    # --- the comparison

    def _list(self, items: Sequence[_Item], show: Callable[[_Item], RenderableType], limit: int = LONG) -> None:
        for item in items[:limit]:
            self._print(show(item))
        self._more(len(items) - limit)

    def _more(self, count: int) -> None:
        if count > 0:
            self.cut = True
            self._print(Padding(Text(self.words("report.more", n=count), "dim"), (0, 0, 0, 2)))

    def _hung(self, text: Text, bullet: str = "-", indent: int = 2) -> RenderableType:
        grid = Table.grid(padding=(0, 1), expand=True)
        grid.add_column(width=len(bullet))
        grid.add_column(ratio=1)
        grid.add_row(Text(bullet), text)
        return Padding(grid, (0, 0, 0, indent))

    def _grid(self, first: int) -> Table:
        grid = Table.grid(padding=(0, 2), expand=True)
        grid.add_column(width=min(first, self.console.width // 3))
        grid.add_column(ratio=1)
        return grid

    def _section(self, key: str) -> None:
        self._print()
        self._print(Text(self.words(key).upper(), "bold reverse" if self.look.colour else ""))

    def _subhead(self, text: str) -> None:
        self._print(Text(text, "underline"))

    def _note(self, key: str) -> None:
        self._print(Padding(Text(self.words(key), "dim"), (0, 0, 0, 2)))

    def _print(self, thing: RenderableType = "") -> None:
        self.console.print(thing)

    def _done(self) -> str:
        rows = [row.rstrip() for row in self.out.getvalue().rstrip("\n").split("\n")]
        kept = [row for before, row in pairwise(["", *rows]) if row or before]
        return "\n".join(kept) + "\n"
