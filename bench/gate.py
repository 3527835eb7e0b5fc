"""The quality gate: `python bench/gate.py` fails when a figure falls below its floor in floors.toml.

    python bench/gate.py                      measure, and hold every figure against its floor
    python bench/gate.py --pin                raise the floors to what is measured; never lowers one
    python bench/gate.py --lower "REASON"     let the floors that were missed down, and write the reason beside them

The figures are those of quality.py on the labels beside the checkout and, with their texts, those of `training/labels`:
`further` has points that models learn from, `held` has events that nothing was learned from or mended by. The digest of
the labels beside the checkout is pinned too: figures of other labels cannot be told from better or worse ones. Without
them what is planted in the examples is held, and the reports written for silang (`training/reports`).
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import labels
import planted as examples
import quality
import written as written_reports

LABELS = quality.SHARED / "bench"
FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 0.005
"""A figure may be this much below its floor: two or three labels of a large set, which a better rule may cost elsewhere."""
ROWS = {
    "attribution": ("f1",),
    "attribution direct": ("recall",),
    "attribution indirect": ("recall",),
    "speaker": ("f1",),
    "source": ("f1",),
    "cue": ("f1",),
    "via": ("f1",),
    "time": ("recall",),
    "quantity": ("recall",),
    "point pair": ("f1",),
    "conflict": ("precision",),
    "conflict recall": ("recall",),
    "reuse characters": ("f1",),
}
"""The rows of the scorer's table that are held, and by which of their columns."""
SHOWN = {
    "events: attribution direct recall": "direct quotations found",
    "events: attribution indirect recall": "indirect speech found",
    "events: attribution f1": "who said what, F1",
    "events: speaker f1": "the right speaker, F1",
    "events: via f1": "through whom it came, F1",
    "events: time recall": "times resolved to the calendar",
    "events: quantity recall": "numbers, amounts and measures normalised",
    "events: point pair f1": "statements joined to one point, F1 over pairs",
    "events: conflict recall recall": "contradictions found",
    "events: conflict precision": "of the contradictions shown, those that are",
    "events: reuse characters f1": "shared passages, F1 over characters",
    "stream: b-cubed f1": "events of a stream, B-cubed F1",
    "examples: planted differences found": "differences planted in the example reports, found",
    "written: conflict recall": "contradictions found in 150 made-up events, each report in its own words",
    "written: conflict precision": "of the contradictions shown there, those that are",
}
"""The figures that the README shows, in plain words."""
README = FLOORS.parents[1] / "README.md"
MARKS = "<!-- figures, written by bench/gate.py --pin -->", "<!-- end of figures -->"


def digest() -> str:
    """One digest over the labels: names and bytes of every file, in order."""
    found = hashlib.sha256()
    for path in sorted(LABELS.rglob("*.json*")):
        found.update(path.relative_to(quality.SHARED).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]


def measured() -> dict[str, float]:
    """Every figure that is held, by `SET: ROW COLUMN`."""
    planted, found, _, _ = examples.measured()
    figures = {"examples: planted differences found": round(found / planted, 4)}
    for name, held in (("written", False), ("written held", True)):
        found_there = written_reports.figures(held=held)
        figures |= {f"{name}: conflict {column}": round(value, 4) for column, value in found_there.items()}
    if not LABELS.exists():
        return figures
    stream = quality.scorer().load_articles(LABELS / "stream.jsonl")
    sets = {
        "events": quality.gold([]),
        "articles": quality.labelled(),
        "further": labels.labels("points", stream),
        "held": labels.labels("held", stream),
    }
    for name, events in sets.items():
        tally = quality.tallied(events)[0]
        for row, columns in ROWS.items():
            if tally.gold[row]:
                figures.update({f"{name}: {row} {column}": round(tally.row(row)[column], 4) for column in columns})
    return figures | {"stream: b-cubed f1": round(quality.clustered()["f1"], 4)}


def written(floors: dict[str, Any]) -> str:
    """floors.toml anew, its comment at the top kept."""
    head = FLOORS.read_text(encoding="utf-8").split("\nlabels =")[0]
    lines = [head, f'labels = "{floors["labels"]}"', ""]
    for table in ("ceilings", "floors"):
        lines += [f"[{table}]", *(f'"{name}" = {value}' for name, value in floors[table].items()), ""]
    for entry in floors.get("lowered", []):
        lines += ["[[lowered]]", *(f"{name} = {_toml(value)}" for name, value in entry.items()), ""]
    return "\n".join(lines).rstrip() + "\n"


def table(pinned: dict[str, float]) -> str:
    """The README's table of figures."""
    rows = (f"| {words} | {pinned.get(name, 0.0):.2f} | {_held(name, pinned)} |" for name, words in SHOWN.items())
    return "\n".join(["| figure | events worked with | events held out |", "|---|---|---|", *rows])


def _held(name: str, pinned: dict[str, float]) -> str:
    other = {"events": "held", "written": "written held"}.get(name.partition(":")[0])
    found = pinned.get(f"{other}:{name.partition(':')[2]}") if other else None
    return "" if found is None else f"{found:.2f}"


def shown(text: str, pinned: dict[str, float]) -> str:
    """The README with its table of figures brought up to date."""
    head, rest = text.split(MARKS[0])
    return f"{head}{MARKS[0]}\n{table(pinned)}\n{MARKS[1]}{rest.split(MARKS[1])[1]}"


def _toml(value: object) -> str:
    return str(value) if isinstance(value, float) else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", metavar="REASON", help="lower the floors that were missed, for this reason")
    args = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    pinned, found = floors["floors"], measured()
    held = {name: floor for name, floor in pinned.items() if LABELS.exists() or name in found}
    missed = [name for name, floor in held.items() if found.get(name, 0.0) < floor - SLACK]
    for name in sorted({*found, *held}):
        print(f"{name:40}{found.get(name, 0.0):8.3f}   at least {pinned.get(name, 0.0):.3f}{'   MISSED' * (name in missed)}")
    if args.lower:
        day = datetime.now(tz=UTC).date().isoformat()
        entries = [{"figure": n, "on": day, "from": pinned[n], "to": found.get(n, 0.0), "why": args.lower} for n in missed]
        floors.setdefault("lowered", []).extend(entries)
        pinned.update({name: found.get(name, 0.0) for name in missed})
    if args.pin:
        pinned.update({name: max(value, pinned.get(name, 0.0)) for name, value in found.items()})
    if not LABELS.exists():
        print("no labels at hand: only the examples and what was written for silang are held")
        return 1 if missed else 0
    known = digest()
    if args.pin or args.lower:
        floors["labels"] = known
        FLOORS.write_text(written(floors), encoding="utf-8")
        README.write_text(shown(README.read_text(encoding="utf-8"), pinned), encoding="utf-8")
        return 0
    if known != floors["labels"]:
        print(f"the labels are not those of the floors ({known}, not {floors['labels']}): read what changed, then --pin")
        return 1
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
