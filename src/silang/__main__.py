"""`silang` and `python -m silang`."""

from __future__ import annotations

import gc
import sys

_ALLOCATIONS = 100_000
"""New objects between two looks for cycles, of which silang makes few; Python's 700 cost a twentieth of a comparison."""


def main() -> int:
    """Run the command line. `--version` answers before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        from silang import __version__

        print(f"silang {__version__}")
        return 0
    gc.set_threshold(_ALLOCATIONS)
    from silang.cli.app import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
