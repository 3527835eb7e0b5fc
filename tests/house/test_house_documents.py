"""The documents: their commands run, their Python runs, what they show is what comes out, and their links lead somewhere.

A fenced `console` block is run: each line after `$ ` is a command, and the lines under it must come out of it in that
order, blanks aside, `…` standing for any lines or, at the end of a line, for its rest. A fenced `sh` block is only shown.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
REST = "…"


def blocks(kind: str) -> list[tuple[str, str]]:
    """The fenced blocks of this kind, as (where, content)."""
    return [
        (f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, found.start()) + 1}", found[2])
        for path in DOCUMENTS
        for text in [path.read_text(encoding="utf-8")]
        for found in BLOCK.finditer(text)
        if found[1] == kind
    ]


def commands() -> list[tuple[str, str, str]]:
    """Every shown command with what is shown under it, as (where, command, output)."""
    return [
        (where, *map(str.strip, (part + "\n").split("\n", 1)))
        for where, content in blocks("console")
        for part in re.split(r"^\$ ", content, flags=re.M)[1:]
    ]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a `silang` command from the project's root; `--output` goes to another folder."""
    name, *words = shlex.split(command)
    assert name == "silang", command
    arguments = [
        match
        for word in words
        for match in (sorted(str(p.relative_to(ROOT)) for p in ROOT.glob(word)) if "*" in word else [word])
    ]
    if "--output" in arguments:
        at = arguments.index("--output") + 1
        arguments[at] = str(folder / Path(arguments[at]).name)
    environment = {**os.environ, "COLUMNS": "100", "LANG": "C.UTF-8", "NO_COLOR": "1"}
    return subprocess.run(
        [sys.executable, "-m", "silang", *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
    )


@pytest.mark.parametrize(("where", "command", "shown"), commands(), ids=lambda value: value if ".md:" in value else "")
def test_a_command_shows_what_the_document_shows(where: str, command: str, shown: str, tmp_path: Path) -> None:
    done = run(command, tmp_path)
    assert done.returncode == (1 if shown.startswith("silang: ") else 0), done.stderr
    assert "Traceback" not in done.stderr
    real = [" ".join(line.split()) for line in (done.stdout + done.stderr).splitlines()]
    for line in shown.splitlines():
        wanted = " ".join(line.split())
        if wanted == REST or not wanted:
            continue
        while real and not (real[0].startswith(wanted[:-1].rstrip()) if wanted.endswith(REST) else real[0] == wanted):
            real.pop(0)
        assert real, f"{where}: does not come out, or not here: {line}"


@pytest.mark.parametrize(("where", "code"), blocks("python"), ids=lambda value: value if ".md:" in value else "")
def test_python_in_a_document_runs(where: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, where, "exec"), {"__name__": "document"})


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert "://" in target or (path.parent / target).exists(), target


def test_the_readme_has_its_two_commands() -> None:
    shown = [content.strip() for where, content in blocks("sh") if where.startswith("README.md")]
    main = [line for line in shown if line.endswith("silang compare examples/telepon/*.txt")]
    tests = [line for line in shown if line.endswith("&& .venv/bin/pytest")]
    assert len(main) == len(tests) == 1
    assert all(line.startswith("python3 -m venv .venv && ") for line in main + tests)


def test_the_readme_shows_the_figures_that_are_held() -> None:
    spec = importlib.util.spec_from_file_location("gate", ROOT / "bench" / "gate.py")
    assert spec is not None
    assert spec.loader is not None
    sys.path.insert(0, str(ROOT / "bench"))
    try:
        gate = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(gate)
    finally:
        sys.path.remove(str(ROOT / "bench"))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pinned = tomllib.loads((ROOT / "bench" / "floors.toml").read_text(encoding="utf-8"))["floors"]
    assert gate.shown(readme, pinned) == readme


def test_every_document_can_be_reached_from_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    missing = [str(path.relative_to(ROOT / "docs")) for path in (ROOT / "docs").rglob("*.md") if path.name != "index.md"]
    assert not [name for name in missing if f"({name})" not in index]
