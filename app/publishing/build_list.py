"""From a list in one file to records with ids of their own: each once, by country and year."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Protocol, TypeVar

from app.domain.message import say
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.publishing.faults import Faults, LineOfFile
from app.publishing.parse import Parsed

At = Callable[..., LineOfFile]
"""Where a value stands, by the way to it."""


class HasId(Protocol):
    """A shape that has an id of its own."""

    @property
    def id(self) -> str: ...


class ListedRecord(HasId, Protocol):
    """A record as it stands in a list of a country's, by the year it is as of."""

    @property
    def country(self) -> Country: ...

    @property
    def as_of(self) -> int: ...


EntryShape = TypeVar("EntryShape", bound=HasId)
EntryRecord = TypeVar("EntryRecord", bound=ListedRecord)

BuildOne = Callable[[EntryShape, At, Instrument, Faults], EntryRecord]
"""Builds one record, with its faults noted."""


def build_list(
    file: Parsed[list[EntryShape]] | None,
    build: BuildOne[EntryShape, EntryRecord],
    instrument: Instrument,
    faults: Faults,
) -> tuple[EntryRecord, ...]:
    """The records of a list, in their order."""
    if file is None:
        return ()
    found: dict[str, EntryRecord] = {}
    for position, shape in enumerate(file.value):
        at = partial(file.lines.at, position)
        if shape.id in found:
            faults.add(at("id"), say("%(id)s is there twice", id=shape.id))
        found[shape.id] = build(shape, at, instrument, faults)
    return in_order(found.values())


def in_order(found: Iterable[EntryRecord]) -> tuple[EntryRecord, ...]:
    """Records of a list as they stand in a state."""
    return tuple(sorted(found, key=lambda one: (one.country, one.as_of, one.id)))
