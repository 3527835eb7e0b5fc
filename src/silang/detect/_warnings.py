"""What a reader should know before the comparison: that the reports may be of two events, or in two languages."""

from __future__ import annotations

from collections.abc import Mapping

from silang import languages
from silang.detect._lineup import Lineup


def warnings(lineup: Lineup) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Message keys with their arguments."""
    out: list[tuple[str, Mapping[str, str]]] = []
    if any(lineup.alone(r.article.id) for r in lineup.readings):
        out.append(("two_events", {}))
    codes = sorted({languages.of(r.article).code for r in lineup.readings})
    if len(codes) > 1:
        out.append(("two_languages", {"languages": ", ".join(codes)}))
    return tuple(out)
