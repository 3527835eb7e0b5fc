"""STYLE: what can be seen of it without reading, over every file of the project."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "handler", "processor", "service"}
MOST_LINES = 400
MOST_PARAMETERS = 6
PLACES = re.compile(r"/(w[o]rk|f[a]rm|r[o]ot|h[o]me)/|/t[m]p/")
LEFT_OPEN = re.compile(r"\b(TO[D]O|FIX[M]E|XX[X])\b|raise NotImplemented[E]rror")
SENTENCE_END = re.compile(r"[.?!](?=\s+[A-Z])")


def tracked() -> list[Path]:
    """Every file of the project, as git knows it or, in an unpacked archive, as it lies there."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        names = listed.stdout.splitlines()
    except (OSError, subprocess.CalledProcessError):
        names = [str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file()]
    return [ROOT / name for name in names if not name.startswith(".") and (ROOT / name).is_file()]


FILES = tracked()
CODE = [path for path in FILES if path.suffix == ".py"]
PACKAGE = [path for path in CODE if path.is_relative_to(ROOT / "src")]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=named)
def test_a_file_says_in_one_sentence_what_it_is(path: Path) -> None:
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first = told.split("\n\n")[0]
    assert first, "no docstring"
    assert first[0].isalnum() or first[0] in '`>"'
    assert first.rstrip()[-1] in ".:"
    assert not SENTENCE_END.search(re.sub(r"`[^`]*`", "x", first)) or not path.is_relative_to(ROOT / "src"), first


@pytest.mark.parametrize("path", CODE, ids=named)
def test_a_file_is_short_named_and_finished(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= MOST_LINES
    assert path.stem.strip("_") not in SAYS_NOTHING
    assert not LEFT_OPEN.search(text)


@pytest.mark.parametrize("path", PACKAGE, ids=named)
def test_names_made_public_are_sorted_and_there(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets):
            names = ast.literal_eval(node.value)
            assert list(names) == sorted(set(names), key=lambda name: (not name.isupper(), not name[0].isupper(), name))


@pytest.mark.parametrize("path", PACKAGE, ids=named)
def test_functions_take_few_parameters(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef) and not _is_command(node):
            taken = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            assert len([a for a in taken if a.arg not in ("self", "cls")]) <= MOST_PARAMETERS, node.name


def _is_command(node: ast.FunctionDef) -> bool:
    """A command of the command line: its parameters are its options."""
    return any("Annotated" in ast.unparse(a.annotation) for a in node.args.args if a.annotation)


def test_no_file_names_a_place_on_a_machine() -> None:
    found = []
    for path in FILES:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{named(path)}:{n}" for n, line in enumerate(text.splitlines(), 1) if PLACES.search(line)]
    assert not found


def test_every_room_has_its_layer() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"][0]
    layers = {room.strip() for layer in contract["layers"] for room in layer.split("|")}
    package = ROOT / "src" / "silang"
    rooms = {p.stem for p in package.glob("*.py")} | {p.parent.name for p in package.glob("*/__init__.py")}
    assert rooms - {"__init__"} == layers
    assert contract["exhaustive"]


def test_the_public_names_are_all_there() -> None:
    import silang

    assert silang.__all__ == sorted(silang.__all__)
    assert all(hasattr(silang, name) for name in silang.__all__)
    with pytest.raises(AttributeError):
        silang.nothing_of_this_name  # noqa: B018


def test_a_version_is_told_once() -> None:
    import silang

    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert told == silang.__version__
