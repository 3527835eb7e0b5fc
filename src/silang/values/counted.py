"""What a value is of: the noun phrase that is counted after it, or that is measured before it."""

from __future__ import annotations

from collections.abc import Sequence

from silang.values.grammar import Grammar

__all__ = ["after", "before", "is_noun"]

_LONGEST = 3
_REACH = 9


def is_noun(word: str, low: str, grammar: Grammar) -> bool:
    """Whether a word may be in a noun phrase, as far as its form tells."""
    if not word[0].isalpha() or len(word) < 2 or low in grammar.words["stops"]:
        return False
    return not is_verb(low, grammar)


def is_verb(low: str, grammar: Grammar) -> bool:
    """Whether a word begins like a verb of the language."""
    return len(low) > 4 and low.startswith(grammar.verb_starts) and low not in grammar.words["not_verbs"]


def after(words: Sequence[str], lows: Sequence[str], at: int, grammar: Grammar) -> tuple[str, int]:
    """The noun phrase that begins here, in small letters, at most three words; and where it ends."""
    i = at
    while i < len(words) and i - at < _LONGEST and is_noun(words[i], lows[i], grammar):
        if i > at and words[i][0].isupper() and words[i - 1][0].islower():
            break
        i += 1
    return " ".join(lows[at:i]), i


def before(words: Sequence[str], lows: Sequence[str], at: int, grammar: Grammar) -> str:
    """The noun phrase that an amount goes back to, over words such as "reached" or "of"; at most three words."""
    i = at - 1
    floor = max(-1, at - _REACH)
    links = grammar.words["links"]
    while i > floor and (lows[i] in links or is_verb(lows[i], grammar)):
        i -= 1
    end = i + 1
    while i > floor and end - i <= _LONGEST and is_noun(words[i], lows[i], grammar):
        i -= 1
    return " ".join(lows[i + 1 : end])
