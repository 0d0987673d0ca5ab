"""Sentences before they have a language.

The domain decides what is said; the web layer says it in the reader's language. A message holds
the English sentence, which is also its key in the catalogues, and what goes into it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from app.domain.language import LANGUAGES
from app.domain.plain_text import paragraphs_of


@dataclass(frozen=True, slots=True)
class Points:
    """Points in a sentence, to be rounded only when shown.

    `decimals` is how many they are shown with; None is as many as they have, at most one. How many
    it should be, `app.domain.decimals` says.
    """

    value: Decimal
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class LocalText:
    """A text kept in one or more languages, such as an area's name or a source's remark."""

    texts: Mapping[str, str]
    unofficial: frozenset[str] = frozenset()

    def __hash__(self) -> int:
        return hash((tuple(sorted(self.texts.items())), self.unofficial))

    def language_for(self, wanted: str) -> str:
        """The language that a reader of `wanted` is given: own, else the closest there is."""
        nearest = LANGUAGES[wanted].fallbacks if wanted in LANGUAGES else ()
        order = (wanted, *nearest, *sorted(self.texts))
        return next(lang for lang in order if lang in self.texts)

    def in_language(self, wanted: str) -> str:
        """The text for a reader of `wanted`."""
        return self.texts[self.language_for(wanted)]

    def paragraphs_in(self, wanted: str) -> tuple[tuple[str, ...], ...]:
        """The same, paragraph by paragraph with their lines, where it is a text of several."""
        return paragraphs_of(self.in_language(wanted))

    def is_unofficial(self, wanted: str) -> bool:
        """Whether what that reader is given is not official."""
        return self.language_for(wanted) in self.unofficial


Value: TypeAlias = (
    "str | int | Points | LocalText | date | datetime | Message | Either | tuple[Value, ...]"
)


@dataclass(frozen=True, slots=True)
class Either:
    """A list of which one is meant: `a, b or c`. A tuple is one of which all are."""

    items: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be translated: `%(name)s` places are filled with formatted values.

    With `plural` set, `count` chooses the form, and `%(n)s` is the count itself.
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    plural: str | None = None
    count: int | None = None

    def __hash__(self) -> int:
        return hash((self.key, self.plural, self.count, tuple(sorted(self.values))))


Say: TypeAlias = Callable[[Message | LocalText], str]
"""Says a message or a local text in the reader's language."""


def say(key: str, **values: Value) -> Message:
    """Marks a sentence for translation."""
    return Message(key, values)


def say_n(key: str, plural: str, n: int, **values: Value) -> Message:
    """Marks a sentence with a count, in singular and plural."""
    return Message(key, {**values, "n": n}, plural, n)
