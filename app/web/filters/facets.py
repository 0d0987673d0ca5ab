"""Choices as a form offers them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from app.domain.message import LocalText, Message

FacetLabel: TypeAlias = Message | LocalText | str


@dataclass(frozen=True, slots=True)
class Option:
    """One choice. `count` is None where nothing is counted."""

    value: str
    label: FacetLabel
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


def options(values: Iterable[tuple[str, FacetLabel]], chosen: str) -> tuple[Option, ...]:
    """Choices of which nothing is counted, such as orders of a list."""
    return tuple(Option(value, label, None, value == chosen) for value, label in values)
