"""What a value is of: the noun phrase that is counted after it, or that is measured before it."""

from __future__ import annotations

from collections.abc import Sequence

from silang.values.grammar import Grammar

__all__ = ["after", "before", "is_noun", "is_verb", "lasting", "runs_on"]

_LONGEST = 3
_SHORTEST_VERB = 4
_REACH = 16
_SIGNS = frozenset(")%")


def is_noun(word: str, low: str, grammar: Grammar) -> bool:
    """Whether a word may be in a noun phrase, as far as its form tells."""
    if (
        not word[0].isalpha()
        or len(word) < 2
        or low in grammar.words["stops"]
        or low in grammar.money_starts
        or low in grammar.single
        or low in grammar.numerals.scales
    ):
        return False
    numerals = grammar.numerals
    return not (low in numerals.words or low in numerals.multiply or low in numerals.add or is_verb(low, grammar))


def is_verb(low: str, grammar: Grammar) -> bool:
    """Whether a word has the form of a verb of the language."""
    begins, ends = grammar.verbs
    formed = low.startswith(begins) or low.endswith(ends)
    return formed and len(low) > _SHORTEST_VERB and low not in grammar.words["not_verbs"]


def after(words: Sequence[str], lows: Sequence[str], at: int, grammar: Grammar) -> tuple[str, int]:
    """The noun phrase that begins here, in small letters, at most three words; and where it ends."""
    i = at
    while i < len(words) and i - at < _LONGEST and (is_noun(words[i], lows[i], grammar) or lows[i] in grammar.words["fates"]):
        if lows[i] in grammar.words["fates"]:
            i += 1 + (" ".join(lows[i : i + 2]) in grammar.words["two_fates"])
            return " ".join(lows[at:i]), i
        if i > at and words[i][0].isupper() and words[i - 1][0].islower():
            break
        i += 1
    return " ".join(lows[at:i]), i


def before(words: Sequence[str], lows: Sequence[str], at: int, grammar: Grammar, over_active: bool = True) -> str:
    """The noun phrase that an amount goes back to: the first three words of it.

    Words such as "reached" or "of", times, other numbers and brackets may stand between, and verbs: those that are not passive
    only where `over_active`, as their subject is who acts.
    """
    i, floor = at - 1, max(-1, at - _REACH)
    for _ in range(2):
        while i > floor and (
            _is_between(lows[i], grammar) or _is_carried(lows, i, grammar) or _is_passed(lows[i], grammar, over_active)
        ):
            i = _opening(words, i) - 1
        end = i + 1
        while i > floor and is_noun(words[i], lows[i], grammar) and lows[i] not in grammar.words["links"]:
            i -= 1
        if i > floor and lows[i] in grammar.words["adverbial"]:
            i -= 1  # the words tell how: what it is of stands before them
        elif i > floor + 1 and is_verb(lows[i], grammar) and lows[i - 1] in grammar.words["relative"]:
            i -= 2  # the agent of a relative clause: what it is of stands before the clause
        else:
            break
    return " ".join(lows[i + 1 : min(end, i + 1 + _LONGEST)])


def lasting(lows: Sequence[str], at: int, grammar: Grammar) -> str:
    """The verb of what a duration tells the length of ("diperiksa selama tujuh jam"), "" where a noun stands before it."""
    i = at - 1
    while i >= max(0, at - _REACH) and lows[i] in grammar.words["links"]:
        i -= 1
    return lows[i] if i >= 0 and is_verb(lows[i], grammar) else ""


def _is_carried(lows: Sequence[str], i: int, grammar: Grammar) -> bool:
    """Whether a word that only carries a number ("orang") stands behind one."""
    return i > 0 and lows[i] in grammar.classifiers and (lows[i - 1][0].isdigit() or lows[i - 1] in grammar.numerals.words)


def _is_passed(low: str, grammar: Grammar, over_active: bool) -> bool:
    return is_verb(low, grammar) and (over_active or low.startswith(tuple(grammar.words["passive_starts"])))


def _is_between(low: str, grammar: Grammar) -> bool:
    if (
        low[0].isdigit()
        or low in grammar.words["links"]
        or low in grammar.timing.months
        or low in grammar.timing.units
        or low in _SIGNS
    ):
        return True
    numerals = grammar.numerals
    if low in numerals.scales or low in numerals.words or low in numerals.multiply or low in grammar.money_starts:
        return True
    return any((low,) in table for table in (grammar.percent, grammar.measures, grammar.money_after))


def runs_on(lows: Sequence[str], start: int, end: int, grammar: Grammar) -> bool:
    """Whether nothing but words such as "reached", "and" or "to" stands between two places."""
    return all(
        _is_between(low, grammar) or not low[0].isalpha() or low in grammar.signs["and"] or low in grammar.signs["to"]
        for low in lows[start:end]
    )


def _opening(words: Sequence[str], i: int) -> int:
    """The bracket that opens what the one here closes, or here."""
    if words[i] == ")":
        for k in range(i - 1, max(-1, i - 8), -1):
            if words[k] == "(":
                return k
    return i
