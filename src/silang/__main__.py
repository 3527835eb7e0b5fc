"""`silang` and `python -m silang`."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line. `--version` answers before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        from silang import __version__

        print(f"silang {__version__}")
        return 0
    from silang.cli.app import run

    return run()


if __name__ == "__main__":
    sys.exit(main())
