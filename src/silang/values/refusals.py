"""What a number is by the words around it: mostly what it is not, such as part of a name, a reference or a set phrase."""

from __future__ import annotations

from silang.values import counted
from silang.values.amounts import Amount, Amounts
from silang.values.grammar import PERSON

__all__ = ["is_age", "is_apart", "is_code", "is_idiom", "is_lunar", "is_named", "is_object", "is_paired", "is_yearlike"]

_AGES = range(1, 111)
_YEARS = range(1500, 2101)
_SHORT = 3
_LONGEST_IDIOM = 3
_NEAR = 8
_LONGEST_LIST = 40


def is_code(tokens: Amounts, i: int) -> bool:
    """Whether the digits here are part of a name, a reference, an address or the mark of a list."""
    if tokens.lows[i][0].isdigit() and (_is_glued(tokens, i) or (i == 0 and tokens.word(1) in {")", "."})):
        return True
    words = tokens.grammar.words
    previous = tokens.word(i - 2) if tokens.word(i - 1) in {".", "("} else tokens.word(i - 1)
    return previous in words["not_after"] or (
        previous in words["labels"] and _is_plain(tokens.lows[i]) and not _has_unit(tokens, i)
    )


def _is_plain(low: str) -> bool:
    """Whether a number is written without a separator, as numbers are that name something."""
    return low.isdigit() or low.isalpha()


def _is_glued(tokens: Amounts, i: int) -> bool:
    text, start, end = tokens.text, tokens.sentence.starts[i], tokens.sentence.ends[i]
    before = text[start - 1 : start]
    further = text[start - 2 : start - 1] if start > 1 else ""
    after = text[end : end + 1]
    if before in set("#@_/\\") or (before in set("-–.") and further.isalnum() and not further.isdigit()):
        return True
    if before in set(",.-–") and further.isdigit():
        return True  # the rest of a number, or the second of a pair that is no range
    last = tokens.word(i - 1)
    if before.isalpha() and last not in tokens.grammar.prefixed and last not in tokens.grammar.words["links"]:
        return True
    if after.isascii() and after.isupper() and not _has_unit(tokens, i):
        return not (tokens.words[i + 1].istitle() and len(tokens.words[i + 1]) > _SHORT)
    return after in set("/@_x") and text[end + 1 : end + 2].isalnum() and not (after == "x" and text[end + 1].isalpha())


def _has_unit(tokens: Amounts, i: int) -> bool:
    """Whether a percent sign, a currency or a unit of measure, but none of time, follows the number."""
    amount, grammar = tokens.one(i), tokens.grammar
    if amount is None or tokens.word(amount.last) in grammar.words["time_nouns"]:
        return False
    return any(tokens.phrase(table, amount.last)[0] for table in (grammar.percent, grammar.measures, grammar.money_after))


def is_named(tokens: Amounts, i: int) -> bool:
    """Whether the number goes with a name before it: "iPhone 16", "Atto 3"."""
    if not i or not tokens.words[i][0].isdigit():
        return False
    word = tokens.words[i - 1]
    if word == ")" and i > 3 and tokens.words[i - 3] == "(" and tokens.words[i - 2].isupper():
        return len(tokens.words[i - 2]) > 1 and tokens.words[i - 4][0].isupper()
    if not word[0].isalpha() or word.islower():
        return False
    low, grammar = tokens.lows[i - 1], tokens.grammar
    if low in grammar.words["stops"] or low in grammar.words["links"]:
        return False
    first = i == 1 or not tokens.words[i - 2][0].isalnum()
    return not (first and (counted.is_verb(low, grammar) or low.endswith(tuple(grammar.words["noun_ends"]))))


def is_age(tokens: Amounts, i: int, last: int) -> bool:
    """Whether a number in brackets follows a name: "Akni (30)"; between commas where the language puts ages so.

    `last` is the token after the number, or after its unit ("Akni (30 tahun)"). Without a unit a single digit is an age
    only near a word for people, and none follows a place.
    """
    if i < 2 or not i < last <= i + 2:
        return False
    around = tokens.words[i - 1] + tokens.word(last)
    if around != "()" and not (around in {",,", ",."} and tokens.grammar.age_in_commas):
        return False
    name = tokens.words[i - 2]
    if last == i + 1 and (_is_listed(tokens, i - 2) or (len(tokens.lows[i]) == 1 and not _is_of_people(tokens, i))):
        return False
    if tokens.lows[i - 2] in tokens.grammar.words["labels"]:
        return False
    return tokens.lows[i].isdigit() and int(tokens.lows[i]) in _AGES and name[0].isupper() and name.isalpha()


def _is_of_people(tokens: Amounts, i: int) -> bool:
    """Whether a word for people stands near before the number, or an age of two digits in brackets anywhere before it."""
    words, counted_as = tokens.grammar.words["children"], tokens.grammar.counted
    if any(low in words or counted_as.get((low,)) == PERSON for low in tokens.lows[max(0, i - _NEAR) : i]):
        return True
    digits = (k for k in range(max(1, i - _LONGEST_LIST), i - 1) if tokens.lows[k].isdigit() and len(tokens.lows[k]) == 2)
    return any(tokens.lows[k - 1] == "(" and tokens.word(k + 1) == ")" for k in digits)


def _is_listed(tokens: Amounts, i: int) -> bool:
    """Whether the name that ends here is a place, or goes on with a list of places: "di Medan (12), Padang (14)"."""
    at, floor = i, max(-1, i - _LONGEST_LIST)
    while at > floor:
        while at > floor and tokens.words[at][0].isupper():
            at -= 1
        if tokens.word(at) in tokens.grammar.words["before_places"]:
            return True
        while at > floor and (tokens.lows[at] == "," or tokens.lows[at] in tokens.grammar.signs["and"]):
            at -= 1
        if tokens.word(at) != ")" or tokens.word(at - 2) != "(":
            return False
        at -= 3
    return False


def is_idiom(tokens: Amounts, i: int) -> bool:
    """Whether a set phrase begins here."""
    return any(tuple(tokens.lows[i : i + width]) in tokens.grammar.idioms for width in range(_LONGEST_IDIOM, 0, -1))


def is_object(tokens: Amounts, i: int) -> bool:
    """Whether what begins here is what a verb is done to, or goes on with a list: "menyita satu timbangan"."""
    low, grammar = tokens.word(i - 1), tokens.grammar
    if not low or low in grammar.words["not_before_one"]:
        return False
    return low in grammar.signs["and"] or counted.is_verb(low, grammar)


def is_yearlike(amount: Amount) -> bool:
    """Whether a number is written as years are."""
    return amount.high is None and amount.low in _YEARS and not (amount.grouped or amount.scaled or amount.spelled)


def is_paired(tokens: Amounts, amount: Amount) -> bool:
    """Whether a hyphen ties another number to the one that ends here, and no range came of it: "68-14"."""
    starts, ends, i = tokens.sentence.starts, tokens.sentence.ends, amount.last
    if amount.high is not None or tokens.word(i) not in {"-", "–"} or not tokens.word(i + 1)[:1].isdigit():
        return False
    return starts[i] == ends[i - 1] and starts[i + 1] == ends[i]


def is_lunar(tokens: Amounts, i: int) -> bool:
    """Whether a number is the day or year of a date of another calendar: "1 Muharram 1447"."""
    lunar = tokens.grammar.words["lunar"]
    return tokens.word(i + 1) in lunar or tokens.word(i - 1) in lunar


def is_apart(tokens: Amounts, i: int, amount: Amount) -> bool:
    """Whether what follows a name's number is a time of its own: "Formula 500 | minggu ini"."""
    if amount.high is not None or tokens.word(amount.last + 1) not in tokens.grammar.words["near"]:
        return False
    return is_yearlike(amount) or is_named(tokens, i)
