"""The trained taggers that ship with silang, and how they are loaded."""

from __future__ import annotations

from collections.abc import Sequence

from silang.models import capitals
from silang.types import Language, Name, Sentence

__all__ = ["names"]


def names(sentences: Sequence[Sentence], language: Language) -> list[tuple[Name, ...]]:
    """The names in each sentence: offsets into the article and a kind. One batch is one article's sentences.

    By the trained tagger of the language where one ships, else by capitals and the words around them.
    """
    from silang.models.tagger import tagger

    trained = tagger(language.code)
    return capitals.names(sentences, language) if trained is None else trained.names(sentences)
