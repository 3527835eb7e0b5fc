"""A stream as bytes and back: JSON Lines, one header and one line a report, so that a stream of any length can be resumed."""

from __future__ import annotations

import json
from base64 import b85decode, b85encode
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from silang.errors import InputError
from silang.events import minhash
from silang.events.sketch import VERSION, Sketch

_HEADER = {"schema": "silang/stream/1", "sketch": VERSION, "minhash": minhash.VERSION}
_PACKED = ("packed_terms", "weights", "kinds", "packed_shingles")


@dataclass(frozen=True, slots=True)
class Row:
    """A report in a saved stream: its place among the arrivals, its event, and the later reports it is linked with."""

    sketch: Sketch
    arrival: int
    home: int
    nearest: float
    links: Mapping[int, float]


def dumped(rows: Iterator[Row]) -> bytes:
    """The bytes of a stream."""
    return b"".join(line.encode() + b"\n" for line in _lines(rows))


def _lines(rows: Iterator[Row]) -> Iterator[str]:
    yield json.dumps(_HEADER)
    for row in rows:
        plain = asdict(row.sketch)
        plain.update({name: b85encode(plain[name]).decode() for name in _PACKED})
        yield json.dumps([plain, row.arrival, row.home, row.nearest, {str(k): p for k, p in sorted(row.links.items())}])


def loaded(saved: bytes) -> Iterator[Row]:
    """The reports of a stream. Raises InputError, naming the line, for bytes that are no stream of this version."""
    for number, line in enumerate(saved.splitlines(), 1):
        try:
            read = json.loads(line)
            row = None if number == 1 else _row(read, number - 2)
        except (ValueError, KeyError, TypeError, RecursionError) as cause:
            raise InputError(f"stream:{number}", "is not a line of a saved stream") from cause
        if row is not None:
            yield row
        elif read != _HEADER:
            raise InputError("stream:1", f"was saved by another version of silang; this one needs {json.dumps(_HEADER)}")
    if not saved:
        raise InputError("stream:1", "is empty")


def _row(read: Any, place: int) -> Row:
    plain, arrival, home, nearest, links = read
    plain.update({name: b85decode(plain[name]) for name in _PACKED})
    found = Sketch(**{field.name: plain[field.name] for field in fields(Sketch)})
    if len(found.packed_terms) != 4 * len(found.weights) or len(found.weights) != len(found.kinds):
        raise ValueError("parallel parts of unequal length")
    if len(found.packed_shingles) not in (0, 2 * minhash.SIZE):
        raise ValueError("a signature of another size")
    if not (min(int(home), int(arrival)) >= 0 and isinstance(found.id, str) and isinstance(found.title, str)):
        raise ValueError("numbers out of range")
    linked = {int(other): float(p) for other, p in links.items()}
    if any(other <= place for other in linked):
        raise ValueError("a link that points back")
    return Row(found, int(arrival), int(home), float(nearest), linked)
