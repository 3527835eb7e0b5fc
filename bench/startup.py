"""Start-up and one comparison as a user meets them: `python bench/startup.py`.

Wall-clock and processor milliseconds of `silang --version` and of `silang compare` on two shipped reports, each in a process
of its own; the best of seven, because a busy machine only ever adds. Exit status 1 when one is over its ceiling in floors.toml;
the comparison's ceiling is on processor time, which a busy machine stretches less than wall-clock time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXAMPLES = sorted(str(path) for path in (HERE.parent / "examples" / "telepon").glob("*.txt"))
COMMANDS = {"version": ["--version"], "compare": ["compare", *EXAMPLES]}
RUNS = 7


def once(arguments: list[str]) -> tuple[float, float]:
    """Wall-clock and processor milliseconds of one run of silang."""
    before, start = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-m", "silang", *arguments], check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, os.times()
    spent = after.children_user - before.children_user + after.children_system - before.children_system
    return wall * 1000, spent * 1000


def measured() -> dict[str, float]:
    """The best wall-clock and processor milliseconds of each command, by `COMMAND ms` and `COMMAND cpu ms`."""
    found = {}
    for name, arguments in COMMANDS.items():
        walls, spent = zip(*(once(arguments) for _ in range(RUNS)), strict=True)
        found[f"{name} ms"], found[f"{name} cpu ms"] = min(walls), min(spent)
    return found


def main() -> int:
    ceilings = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["ceilings"]
    late = 0
    for name, value in measured().items():
        limit = ceilings.get(name)
        late += limit is not None and value > limit
        print(f"{name:16}{value:8.0f}" + (f"   at most {limit}" if limit is not None else ""))
    return min(late, 1)


if __name__ == "__main__":
    sys.exit(main())
