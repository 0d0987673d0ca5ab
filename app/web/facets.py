"""Filters to choose from, with how many of a list each choice would leave.

The number behind a choice is that of the things listed if it were chosen and everything else stayed
as it is. Choices that would leave none are not offered.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.domain.message import LocalText, Message

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `count` is None where nothing is counted."""

    value: str
    label: Message | LocalText | str
    count: int | None
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its choices; `any` is the one that does not filter."""

    name: str
    label: Message
    any: Message
    options: tuple[Option, ...]

    @property
    def chosen(self) -> Option | None:
        return next((option for option in self.options if option.chosen), None)


@dataclass(frozen=True, slots=True)
class Choices(Generic[Item]):
    """What a filter offers: values with their words, and which things fit a value."""

    name: str
    label: Message
    any: Message
    values: Sequence[tuple[str, Message | LocalText | str]]
    fits: Callable[[Item, str], bool]
    chosen: object


def counted(
    choices: Choices[Item], rest: Iterable[Item], identity: Callable[[Item], Hashable]
) -> Facet:
    """The filter with its numbers. `rest` is what the others admit; `identity` says what counts."""
    kept = list(rest)
    values = (
        (value, label, len({identity(item) for item in kept if choices.fits(item, value)}))
        for value, label in choices.values
    )
    return facet(choices.name, choices.label, choices.any, values, choices.chosen)


def facet(
    name: str,
    label: Message,
    every: Message,
    values: Iterable[tuple[str, Message | LocalText | str, int]],
    chosen: object,
) -> Facet:
    """A filter with the number behind each of its values. `every` is what it is called where
    nothing is chosen."""
    wanted = "" if chosen is None else str(chosen)
    options = (
        Option(value, words, count, value == wanted)
        for value, words, count in values
        if count or value == wanted
    )
    return Facet(name, label, every, tuple(options))
