"""`silang` and `python -m silang`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line. `--version` answers before anything heavy is imported."""
    if sys.argv[1:] == ["--version"]:
        from silang import __version__

        print(f"silang {__version__}")
        return
    from silang import core, sources
    from silang.exports import json

    command, *rest = [a for a in sys.argv[1:] if a not in ("--format", "json")]
    found = sources.articles(rest)
    if command == "compare":
        print(json.text(json.comparison(core.compare(core.read(found)))), end="")
    elif command == "read":
        readings = tuple(core.read(found))
        print(json.text(json.reading(readings, [e for r in readings for e in r.cast.entities])), end="")
    else:
        print(json.text(json.events(core.group(found))), end="")


if __name__ == "__main__":
    main()
