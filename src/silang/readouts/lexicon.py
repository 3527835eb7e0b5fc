"""What a language knows of meetings and of the force of verbs (`readouts.toml`), compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from silang.types import Language

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns of folded text; the comments of the table say what each list is for."""

    call: re.Pattern[str]
    meeting: re.Pattern[str]
    seeks: re.Pattern[str]
    sought: re.Pattern[str]
    before: re.Pattern[str]
    speaks: re.Pattern[str]
    assures: re.Pattern[str]
    negators: frozenset[str]
    intense: frozenset[str]
    force: Mapping[str, tuple[str, int]]
    """Family and step, from 1, of a verb or noun."""
    verbs: re.Pattern[str]


@cache
def lexicon(language: Language) -> Lexicon:
    """The compiled `readouts.toml` of a language; a language without one knows nothing of meetings."""
    table = language.tables.get("readouts", {})
    ladders = table.get("force", {})
    force = {word: (name, step) for name in sorted(ladders) for step, row in enumerate(ladders[name], 1) for word in row}
    lists = {name: table.get(name, ()) for name in ("call", "meeting", "seeks", "sought", "before", "speaks", "assures")}
    return Lexicon(
        **{name: _pattern(words) for name, words in lists.items()},
        negators=frozenset(table.get("negators", ())),
        intense=frozenset(table.get("intense", ())),
        force=force,
        verbs=_pattern(force),
    )


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first, with a clitic behind it or none."""
    found = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, found))})(?:nya)?(?!\w)") if found else _NEVER
