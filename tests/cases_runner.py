"""Markdown as test cases: every heading with fenced blocks under it is one case, whatever room it is for.

    ## Kata kerja sesudah kutipan          <- the name of the case

    Prose for the reader.

    ```text
    "Kami siap," kata Rina.                <- a block: its info string, and its lines
    ```

A room's own test says what its blocks mean:

    @pytest.mark.parametrize("case", cases("attribution"), ids=str)
    def test_case(case: Case) -> None:
        assert found(case["text"]) == case.lines("found")
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One case: where it stands (FILE:LINE), its heading, and its blocks as (info string, content) in order."""

    where: str
    name: str
    blocks: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return f"{self.where} {self.name}"

    def __getitem__(self, info: str) -> str:
        """The content of the one block with this info string. Raises KeyError where there is none or more than one."""
        found = self.all(info)
        if len(found) != 1:
            raise KeyError(f"{self}: {len(found)} blocks are called {info!r}")
        return found[0]

    def all(self, info: str) -> list[str]:
        """The contents of every block with this info string, in order."""
        return [content for name, content in self.blocks if name == info]

    def lines(self, info: str) -> list[str]:
        """The lines of a block that are not blank; none where there is no such block."""
        return [line.strip() for content in self.all(info) for line in content.splitlines() if line.strip()]


def cases(room: str) -> list[Case]:
    """Every case of a room: the Markdown files under `tests/cases/ROOM`, by path."""
    return [case for path in sorted((CASES / room).rglob("*.md")) for case in parsed(path)]


def parsed(path: Path) -> list[Case]:
    """The cases of one Markdown file; a heading without a block is prose."""
    found: list[Case] = []
    name, line, blocks = path.stem, 1, list[tuple[str, str]]()
    info: str | None = None
    content: list[str] = []
    for number, text in enumerate([*path.read_text(encoding="utf-8").splitlines(), "# end"], 1):
        if info is not None:
            if text.startswith("```"):
                blocks.append((info, "\n".join(content)))
                info = None
            else:
                content.append(text)
        elif text.startswith("```"):
            info, content = text[3:].strip(), []
        elif text.startswith("#"):
            if blocks:
                found.append(Case(f"{path.parent.name}/{path.name}:{line}", name, tuple(blocks)))
            name, line, blocks = text.lstrip("# "), number, []
    if info is not None:
        raise ValueError(f"{path}: a fenced block is left open")
    return found
