"""The languages of the site: the one place where they are told apart.

A new language is an entry here and a catalogue in `app/web/locales`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, Protocol, TypeAlias

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.norwegian_stemmer import NorwegianStemmer
from snowballstemmer.swedish_stemmer import SwedishStemmer

from app.domain.naming.spelling import Collation

LanguageCode: TypeAlias = Literal["nb", "nn", "sv", "en"]
"""The same codes as a type, for what is read from outside."""


class Stemmer(Protocol):
    """Cuts words to their stem. It keeps what it works on, so each word has its own."""

    def stemWord(self, word: str) -> str: ...  # noqa: N802 (Snowball's name)


@dataclass(frozen=True, slots=True)
class StemRules:
    """How a language cuts words. `name` is kept beside each stem, so it never changes."""

    name: str
    stemmer: Callable[[], Stemmer]


_NORWEGIAN: Final = StemRules("no", NorwegianStemmer)


@dataclass(frozen=True, slots=True)
class Language:
    """One language: everything about it that is not a sentence.

    `name` is what it calls itself, as it stands within a sentence. Its `locale` rules how numbers,
    dates and lists are written (CLDR, by Babel). `fallbacks` stand in, nearest first, where a text
    is not kept in it. Names stand in the order of its `collation`. `tex` names it in bibliographies
    (LaTeX's babel), `eu` in the Publications Office's list of languages.
    """

    code: LanguageCode
    name: str
    locale: str
    fallbacks: tuple[LanguageCode, ...]
    stems: StemRules
    collation: Collation
    tex: str
    eu: str

    @property
    def title(self) -> str:
        """What it calls itself where nothing stands before it."""
        return self.name[0].upper() + self.name[1:]

    @property
    def prefix(self) -> str:
        """What the addresses of its pages begin with."""
        return "" if self.code == DEFAULT else f"/{self.code}"


DEFAULT: Final = "nb"
"""The language of addresses that name none."""

SOURCE: Final = "en"
"""The language that sentences are written in by programmers, so it needs no catalogue."""

LANGUAGES: Final[Mapping[str, Language]] = {
    language.code: language
    for language in (
        Language(
            "nb",
            "bokmål",
            "nb_NO",
            ("nn", "sv", "en"),
            _NORWEGIAN,
            Collation.NORWEGIAN,
            "norsk",
            "NOB",
        ),
        Language(
            "nn",
            "nynorsk",
            "nn_NO",
            ("nb", "sv", "en"),
            _NORWEGIAN,
            Collation.NORWEGIAN,
            "nynorsk",
            "NNO",
        ),
        Language(
            "sv",
            "svenska",
            "sv_SE",
            ("nb", "nn", "en"),
            StemRules("sv", SwedishStemmer),
            Collation.SWEDISH,
            "swedish",
            "SWE",
        ),
        Language(
            "en",
            "English",
            "en_GB",
            ("nb", "sv", "nn"),
            StemRules("en", EnglishStemmer),
            Collation.NORWEGIAN,
            "english",
            "ENG",
        ),
    )
}
"""By code, in the order that readers choose from."""
