"""Start-up and one comparison as a user meets them: `python bench/startup.py`.

Wall-clock and processor milliseconds of `silang --version` and of `silang compare` on two shipped reports, each in a process
of its own, with silang installed from its wheel into a folder of its own; the best of nine, because a busy machine only ever
adds. Beside each stands what floors.toml asks for and the ratio to the start of Python itself. It reports and never fails: a
time says as much of the machine as of silang.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXAMPLES = sorted(str(path) for path in (HERE.parent / "examples" / "telepon").glob("*.txt"))
COMMANDS = {"version": ["--version"], "compare": ["compare", *EXAMPLES]}
RUNS = 9


def installed(folder: str) -> dict[str, str]:
    """The environment in which Python finds silang in a folder, where its wheel is installed and compiled as a user has it."""
    options = ["-q", "--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--target", folder]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(HERE.parent)], check=True)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": folder, "PYTHONSAFEPATH": "1"}


def once(arguments: list[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """Wall-clock and processor milliseconds of one run of Python."""
    before, start = os.times(), time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=environment)
    wall, after = time.perf_counter() - start, os.times()
    spent = after.children_user - before.children_user + after.children_system - before.children_system
    return wall * 1000, spent * 1000


def measured(environment: Mapping[str, str]) -> dict[str, float]:
    """The best wall-clock and processor milliseconds of each command, by `COMMAND ms` and `COMMAND cpu ms`."""
    found = {}
    for name, arguments in COMMANDS.items():
        walls, spent = zip(*(once(["-m", "silang", *arguments], environment) for _ in range(RUNS)), strict=True)
        found[f"{name} ms"], found[f"{name} cpu ms"] = min(walls), min(spent)
    return found


def main() -> int:
    wanted = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["ceilings"]
    with tempfile.TemporaryDirectory() as folder:
        environment = installed(folder)
        bare = min(once(["-c", "pass"], environment)[0] for _ in range(RUNS))
        print(f"{'python ms':16}{bare:8.0f}")
        for name, value in measured(environment).items():
            limit = wanted.get(name)
            asked = f"   asked for: at most {limit}" if limit is not None else ""
            print(f"{name:16}{value:8.0f}{value / bare:8.1f} times python's{asked}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
