"""What a release holds, slice by slice, for the tables of the whole data set."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from app.domain.evaluation import Evaluation
from app.domain.message import Message
from app.domain.method import Instrument
from app.domain.municipality import Change, Municipality, Population
from app.domain.reference import ReferenceAverage
from app.domain.release import Release
from app.features.data.licences import REGISTER, SOURCES, Licensed
from app.queries import method, reference, register, whole
from app.queries.reading import Reading
from app.web.api.tables import Table


@dataclass(frozen=True, slots=True)
class ReleaseSlice:
    """A release as domain objects, whole or a slice of it."""

    release: Release
    instrument: Instrument
    evaluations: tuple[Evaluation, ...]
    municipalities: tuple[Municipality, ...]
    populations: Mapping[str, tuple[Population, ...]]
    changes: tuple[Change, ...]
    references: tuple[ReferenceAverage, ...]


@dataclass(frozen=True, slots=True)
class DatasetPart:
    """A table of the data set: what names a row, and which columns name rows of other tables.

    Its rows are those of a slice, or none.
    """

    table: Table
    key: tuple[str, ...]
    refers: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    """By the other table: the columns here and there."""

    @property
    def name(self) -> str:
        return self.table.name

    @property
    def file(self) -> str:
        return f"data/{self.table.name}.csv"

    @property
    def title(self) -> Message:
        return self.table.title

    @property
    def is_compiled(self) -> bool:
        """Whether it is our own work, and not read in a collection of somebody else's."""
        return self.table.name not in REGISTER

    @property
    def sources(self) -> tuple[Licensed, ...]:
        """Where it was read, beside the sources that its rows name themselves."""
        return SOURCES.get(self.table.name, ())


SLICE: Final = 500
"""Evaluations, or municipalities, that are held at once."""


def nothing_but(instrument: Instrument, release: Release) -> ReleaseSlice:
    """The instrument alone."""
    return ReleaseSlice(release, instrument, (), (), {}, (), ())


def slices(reading: Reading) -> Iterator[ReleaseSlice]:
    """A release, slice by slice: put one after the other, the rows of each table are in order.

    Six statements, three for each slice of municipalities and five for each of evaluations.
    """
    release, instrument = reading.release, method.instrument(reading)
    empty = nothing_but(instrument, release)
    yield replace(
        empty,
        changes=register.lineage(reading).changes,
        references=reference.reference_averages(reading),
    )
    municipalities = whole.each_municipality(reading)
    while some := tuple(islice(municipalities, SLICE)):
        series = {held.slug: inhabitants for held, inhabitants in some}
        yield replace(empty, municipalities=tuple(held for held, _ in some), populations=series)
    evaluations = whole.each_evaluation(reading)
    while read := tuple(islice(evaluations, SLICE)):
        yield replace(empty, evaluations=read)
