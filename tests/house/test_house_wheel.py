"""The wheel: holds every file of the package, and compares two reports where nothing else of the project is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from silang import languages
from silang.languages import folder

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(str(path) for path in (ROOT / "examples" / "telepon").glob("*.txt"))
QUIET = ["-q", "--no-deps", "--disable-pip-version-check"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", *QUIET, "--no-build-isolation", "-w", str(folder), str(ROOT)]
    subprocess.run(pip, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_every_file_of_the_package_is_in_it(wheel: Path) -> None:
    package = ROOT / "src" / "silang"
    wanted = {f"silang/{path.relative_to(package).as_posix()}" for path in package.rglob("*") if path.is_file()}
    held = set(zipfile.ZipFile(wheel).namelist())
    assert not {name for name in wanted if "__pycache__" not in name} - held
    assert {Path(name).parts[0] for name in held} == {"silang", wheel.name.rsplit("-", 3)[0] + ".dist-info"}


@pytest.mark.parametrize("code", languages.INSTALLED)
def test_it_carries_the_tables_of_a_language_as_their_sources_say(wheel: Path, code: str) -> None:
    carried = json.loads(zipfile.ZipFile(wheel).read(f"silang/languages/{code}/{folder.READY}"))
    assert carried == folder.written(code, ROOT / "src" / "silang" / "languages" / code)
    assert not (ROOT / "src" / "silang" / "languages" / code / folder.READY).exists()


def test_it_compares_two_reports_by_itself(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", *QUIET, "--target", str(target), str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    environment = {**os.environ, "PYTHONPATH": str(target), "PYTHONSAFEPATH": "1"}
    run = [sys.executable, "-W", "error", "-m", "silang", "compare", "--format", "json", *EXAMPLES]
    done = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["articles"]) == 2
    where = subprocess.run(
        [sys.executable, "-c", "import silang; print(silang.__file__)"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(target))
