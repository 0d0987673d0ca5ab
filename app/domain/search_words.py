"""Words as they are searched for: folded, and cut to the stem by the rules of their language.

The same function makes the words of a text when it is published and those of a search, so that
both databases only ever compare words for equality and find the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from typing import Final

from app.domain.language import LANGUAGES
from app.domain.naming.spelling import fold

WORDS: Final = 1
"""Counts up with every change in how words are made here: in `fold`, or in `text_words`."""

SHORTEST_BEGINNING = 3
"""Letters that an unfinished word needs before it finds those it may become."""


_STEMMERS: Final = {language.stems.name: language.stems.stemmer for language in LANGUAGES.values()}
"""Each of them once: bokmål and nynorsk share theirs."""


@dataclass(frozen=True, slots=True)
class TextWord:
    """A word of a text: whole, and its stem by the rules of that language."""

    language: str
    word: str
    stem: str


@dataclass(frozen=True, slots=True)
class SearchedWord:
    """A word that is searched for, with its stem in every language: nobody says which is meant.

    `unfinished` is the last word, which somebody may still be typing.
    """

    word: str
    stems: Mapping[str, str]
    unfinished: bool

    def finds(self, text_word: TextWord) -> bool:
        """Whether a word of a text answers this one."""
        if self.stems[text_word.language] == text_word.stem:
            return True
        return self.unfinished and text_word.word.startswith(self.word)


@cache
def rules() -> str:
    """The name of the rules that words are made by: Snowball's version, and ours."""
    return f"snowballstemmer {version('snowballstemmer')}, words {WORDS}"


@lru_cache(maxsize=4096)
def text_words(text: str, language: str) -> tuple[TextWord, ...]:
    """The words of a text in one of our languages, each once."""
    cut_by = LANGUAGES[language].stems.name
    return tuple(
        TextWord(cut_by, word, stem(word, cut_by)) for word in dict.fromkeys(fold(text).split())
    )


def searched_words(text: str) -> tuple[SearchedWord, ...]:
    """The words of a search, each once; none where nothing in it can be searched for."""
    found = fold(text).split()
    return tuple(
        SearchedWord(
            word,
            {name: stem(word, name) for name in _STEMMERS},
            unfinished=word == found[-1] and len(word) >= SHORTEST_BEGINNING,
        )
        for word in dict.fromkeys(found)
    )


@lru_cache(maxsize=4096)
def stem(word: str, name: str) -> str:
    """The stem of a folded word by the rules of a name."""
    return _STEMMERS[name]().stemWord(word)
