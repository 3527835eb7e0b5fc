"""The folder of a language: its tables in TOML files, and the names that CLDR gives."""

from __future__ import annotations

import json
import tomllib
from importlib.resources.abc import Traversable
from typing import Any, cast

READY = "tables.json"
"""What a wheel carries beside the TOML files: all of them and CLDR's names in one file, for TOML and Babel take a tenth of
a second to read."""

Tables = dict[str, dict[str, Any]]


def tables(code: str, folder: Traversable) -> Tables:
    """One table a topic; under "cldr" the names of CLDR."""
    ready = folder / READY
    return cast(Tables, json.loads(ready.read_text(encoding="utf-8"))) if ready.is_file() else written(code, folder)


def written(code: str, folder: Traversable) -> Tables:
    """The tables from their sources: one TOML file a topic under its stem, and CLDR's names through Babel."""
    entries = sorted((entry for entry in folder.iterdir() if entry.name.endswith(".toml")), key=lambda entry: entry.name)
    found: Tables = {e.name.removesuffix(".toml"): tomllib.loads(e.read_text(encoding="utf-8")) for e in entries}
    return {**found, "cldr": cldr(found.get("times", {}).get("calendar", {}).get("locale", code))}


def cldr(locale: str) -> dict[str, Any]:
    """Names of CLDR: `territories` by two-letter code, `weekdays` (Monday is 0) and `months` by name with their number, and
    `dates`, every full name of a month or day.
    """
    from babel import Locale

    known = Locale.parse(locale)
    wide = {str(name) for table in (known.months, known.days) for form in table.values() for name in form["wide"].values()}
    weekdays = known.days["format"]["wide"]
    months = [known.months["format"][width] for width in ("abbreviated", "wide")]
    return {
        "territories": {key: str(name) for key, name in known.territories.items() if len(key) == 2 and key.isalpha()},
        "weekdays": {name.casefold(): number for number, name in weekdays.items()},
        "months": {name.casefold().rstrip("."): number for names in months for number, name in names.items()},
        "dates": sorted(name for name in wide if name.isalpha()),
    }
