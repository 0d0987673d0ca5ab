"""The words that gold stars and findings are found by, as rows. They follow from the texts."""

from collections.abc import Mapping
from typing import Any

from app.domain.search_words import TextWord, text_words

Word = dict[str, Any]
"""A word's own columns: those that name its text are left to whoever knows them."""


def words_of_star(practice: Mapping[str, Any], why: Mapping[str, Any] | None) -> list[Word]:
    """The words of a gold star, in every language that its texts are kept in.

    Bokmål and nynorsk often share a word, which is kept once.
    """
    fields = {"practice": practice["texts"], "why": why["texts"] if why else {}}
    return [
        {"field": field, **_columns(word)}
        for field, texts in fields.items()
        for word in dict.fromkeys(
            word for language, text in texts.items() for word in text_words(text, language)
        )
    ]


def words_of_finding(text: str, language: str) -> list[Word]:
    """The words of a finding."""
    return [_columns(word) for word in text_words(text, language)]


def _columns(word: TextWord) -> Word:
    return {"language": word.language, "word": word.word, "stem": word.stem}
