"""What became of the people who are counted, said in one way, and verbs that tell what an amount is of."""

from __future__ import annotations

from silang.values import counted
from silang.values.amounts import Amounts
from silang.values.grammar import Grammar

__all__ = ["act", "alike", "counted_as", "fate", "fated", "harmed", "is_act", "is_fate", "is_name"]

_REACH = 4


def fate(tokens: Amounts, last: int) -> str:
    """What became of people of whom only the number is said: "tiga tewas", "ratusan lainnya terluka"."""
    at = last + (tokens.word(last) in tokens.grammar.words["others"])
    two = f"{tokens.word(at)} {tokens.word(at + 1)}"
    if two in tokens.grammar.words["two_fates"]:
        return two
    if tokens.word(at) not in tokens.grammar.words["fates"]:
        return ""
    alone = at + 1 >= len(tokens.words) or not counted.is_noun(tokens.words[at + 1], tokens.lows[at + 1], tokens.grammar)
    return tokens.lows[at] if alone else ""


def harmed(tokens: Amounts, i: int) -> str:
    """What a verb before the number does to people: "melukai sembilan", "kills two"."""
    return tokens.grammar.harms.get(tokens.word(i - 1), "")


def counted_as(tokens: Amounts, of: str, end: int, done: str) -> str:
    """What people are counted as: their fate where the words tell one, with who they are unless any people are meant.

    `end` is the token after the noun phrase, `done` what a verb before the number did to them.
    """
    if not of or is_fate(of, tokens.grammar):
        return fated(of, tokens.grammar)
    became = done or _behind(tokens, end)
    return fated(" ".join([*of.split()[:2], became]), tokens.grammar) if became else of


def fated(of: str, grammar: Grammar) -> str:
    """A phrase that ends in a fate, said as the table says it and without words for any people; any other as it is."""
    said = alike(of, grammar)
    if not is_fate(said, grammar):
        return said
    return " ".join(word for word in said.split() if word not in grammar.words["people"])


def is_fate(of: str, grammar: Grammar) -> bool:
    """Whether a phrase ends in what became of people."""
    words = of.split()[-2:]
    return bool(words) and (words[-1] in grammar.words["fates"] or " ".join(words) in grammar.words["two_fates"])


def alike(of: str, grammar: Grammar) -> str:
    """The phrase with its last words said as the language's table says them: "luka-luka" and "terluka" are one thing."""
    words = of.split()
    for width in (2, 1):
        same = grammar.same.get(tuple(words[-width:])) if len(words) >= width else None
        if same:
            return " ".join([*words[:-width], same])
    return of


def is_name(tokens: Amounts, phrase: str, at: int) -> bool:
    """Whether a noun phrase that stands right before token `at`, a dash aside, is a name and not what is counted."""
    last = at - 1 - (not tokens.word(at - 1).isalnum())
    return last >= 0 and tokens.lows[last] == phrase.split(" ")[-1] and tokens.words[last][0].isupper()


def is_act(tokens: Amounts, i: int) -> bool:
    """Whether a noun names something done, so that a number after it counts and ranks nothing: "penangkapan kedua orang"."""
    begins, ends = (tuple(tokens.grammar.words[name]) for name in ("act_starts", "act_ends"))
    return bool(begins and ends) and tokens.lows[i].startswith(begins) and tokens.lows[i].endswith(ends)


def act(tokens: Amounts, at: int) -> str:
    """What an amount is of by the verb before it: "didenda Rp 5 juta" is a fine."""
    i = at - 1
    while i >= max(0, at - _REACH) and tokens.lows[i] in tokens.grammar.words["links"]:
        i -= 1
    return tokens.grammar.acts.get(tokens.word(i), "")


def _behind(tokens: Amounts, end: int) -> str:
    """The fate that a verb behind the noun phrase leads to: "17 orang dilaporkan mengalami luka-luka"."""
    words, at = tokens.grammar.words, end
    while at < end + _REACH and tokens.word(at) in words["before_fates"]:
        at += 1
    two = f"{tokens.word(at)} {tokens.word(at + 1)}"
    if two in words["two_fates"]:
        return two
    return tokens.word(at) if tokens.word(at) in words["fates"] else ""
