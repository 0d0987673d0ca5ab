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
    chosen = "" if choices.chosen is None else str(choices.chosen)
    options = []
    for value, label in choices.values:
        count = len({identity(item) for item in kept if choices.fits(item, value)})
        if count or value == chosen:
            options.append(Option(value, label, count, value == chosen))
    return Facet(choices.name, choices.label, choices.any, tuple(options))
