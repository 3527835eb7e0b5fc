"""The trained taggers that ship with silang, and how they are loaded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from silang.models import capitals
from silang.types import Language, Name, Sentence

if TYPE_CHECKING:
    from silang.models.tagger import Tagger

__all__ = ["names", "vocabulary"]


def names(sentences: Sequence[Sentence], language: Language) -> list[tuple[Name, ...]]:
    """The names in each sentence: offsets into the article and a kind. One batch is one article's sentences.

    By the trained tagger of the language, or of the kin that its table names;
    without one by capitals and the words around them.
    """
    trained = _tagger(language)
    return capitals.names(sentences, language) if trained is None else trained.names(sentences)


def vocabulary(language: Language) -> tuple[str, ...]:
    """The word types that the trained tagger of a language knows, most frequent first; none without a tagger."""
    trained = _tagger(language)
    return () if trained is None else trained.vocabulary


def _tagger(language: Language) -> Tagger | None:
    from silang.models.tagger import tagger

    return tagger(language.tables["entities"]["names"].get("tagger", language.code))
