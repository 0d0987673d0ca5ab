"""What a release holds, slice by slice, for the tables of the whole data set."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from app.domain.coverage import KnownEvaluated
from app.domain.evaluation import Evaluation
from app.domain.message import Message
from app.domain.method import Instrument
from app.domain.municipality import Change, Municipality, Population
from app.domain.reference import ReferenceAverage
from app.features.data.licences import REGISTER, SOURCES, Licensed
from app.queries import coverage, method, reference, register, whole
from app.queries.reading import Reading
from app.web.api.tables import Table


@dataclass(frozen=True, slots=True)
class ReleaseSlice:
    """Some of what a release holds, as domain objects, with the instrument that all of it needs."""

    instrument: Instrument
    evaluations: tuple[Evaluation, ...] = ()
    municipalities: tuple[Municipality, ...] = ()
    populations: Mapping[str, tuple[Population, ...]] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    references: tuple[ReferenceAverage, ...] = ()
    counts: tuple[KnownEvaluated, ...] = ()


@dataclass(frozen=True, slots=True)
class DatasetPart:
    """A table of the data set, and what names its rows: those of a slice, or none."""

    table: Table
    key: tuple[str, ...]
    refers: tuple[str, ...] = ()
    """Tables whose rows it names, in columns called as the key of that table is."""

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


def slices(reading: Reading) -> Iterator[ReleaseSlice]:
    """A release, slice by slice: put one after the other, the rows of each table are in order.

    Seven statements, three for each slice of municipalities and five for each of evaluations.
    """
    instrument = method.instrument(reading)
    yield ReleaseSlice(
        instrument,
        changes=register.lineage(reading).changes,
        references=reference.reference_averages(reading),
        counts=coverage.known_evaluated(reading),
    )
    each_municipality = whole.each_municipality(reading)
    while some := tuple(islice(each_municipality, SLICE)):
        series = {held.slug: inhabitants for held, inhabitants in some}
        municipalities = tuple(held for held, _ in some)
        yield ReleaseSlice(instrument, municipalities=municipalities, populations=series)
    each_evaluation = whole.each_evaluation(reading)
    while evaluations := tuple(islice(each_evaluation, SLICE)):
        yield ReleaseSlice(instrument, evaluations=evaluations)
