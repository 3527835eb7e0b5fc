"""Who is in a report, and which of several reports speak of the same one."""

from __future__ import annotations

from silang.entities.casting import at, entity, extend, source, whole
from silang.entities.merging import merge
from silang.entities.recognition import recognise

__all__ = ["at", "entity", "extend", "merge", "recognise", "source", "whole"]
