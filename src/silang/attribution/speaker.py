"""Who is meant by the words that name a sayer, and by no words at all."""

from __future__ import annotations

from silang import entities
from silang.types import Cast, Mention

_PERSONAL = ("name", "role", "pronoun", "clitic")


def named(cast: Cast, start: int, end: int) -> str | None:
    """The entity that the words `start:end` of the text name: the person in apposition last, else the head of the phrase."""
    mentions = [mention for mention in entities.at(cast, start, end) if mention.form != "clitic"]
    if not mentions:
        return None
    kinds = {entity.id: entity.kind for entity in cast.entities}
    people = [mention for mention in mentions if kinds.get(mention.entity) == "person"]
    return _best(people or mentions[:1])


def _best(mentions: list[Mention]) -> str:
    return min(mentions, key=lambda mention: (_PERSONAL.index(mention.form), -mention.span.start)).entity
