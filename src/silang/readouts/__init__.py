"""One meeting or call as its two sides tell it: who sought it, in what order, with what force, what only one assures."""

from __future__ import annotations

from silang.readouts.force import differing
from silang.readouts.meeting import meeting
from silang.readouts.tellings import tellings
from silang.types import Comparison, Readout

__all__ = ["readout"]

FEWEST = 2
"""Topics that each side must have of the meeting."""


def readout(result: Comparison) -> Readout | None:
    """The meeting or call that both sides of a comparison describe, or None.

    It is told where at least half of the reports open with a talk between people of the two sides that say most, and both
    sides speak of it. Nothing in it depends on the order of the reports.
    """
    found = meeting(result)
    if found is None:
        return None
    both = tellings(result, found)
    if any(len(one.topics) < FEWEST for one in both):
        return None
    return Readout(found.kind, found.evidence, found.opened, both, differing(result, both))
