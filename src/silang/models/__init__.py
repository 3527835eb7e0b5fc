"""The trained taggers that ship with silang, and how they are loaded."""

from __future__ import annotations

from collections.abc import Sequence

from silang.models import capitals
from silang.types import Language, Name, Sentence

__all__ = ["names"]


def names(sentences: Sequence[Sentence], language: Language) -> list[tuple[Name, ...]]:
    """The names in each sentence: offsets into the article and a kind. One batch is one article's sentences.

    By the trained tagger of the language, or of the kin that its table names;
    without one by capitals and the words around them.
    """
    from silang.models.tagger import tagger

    trained = tagger(language.tables["entities"]["names"].get("tagger", language.code))
    return capitals.names(sentences, language) if trained is None else trained.names(sentences)
