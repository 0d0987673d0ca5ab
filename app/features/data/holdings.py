"""Everything that a release holds, read once for the tables of the whole data set."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.evaluation import Evaluation
from app.domain.message import Message
from app.domain.method import Instrument
from app.domain.municipality import Change, Municipality, Population
from app.domain.reference import ReferenceAverage
from app.domain.release import Release
from app.features.data.licences import REGISTER, SOURCES, Licensed
from app.queries import evaluations, method, reference, register
from app.queries.reading import Reading
from app.web.api.tables import Table


@dataclass(frozen=True, slots=True)
class Holdings:
    """A release, whole, as domain objects."""

    release: Release
    instrument: Instrument
    evaluations: tuple[Evaluation, ...]
    municipalities: tuple[Municipality, ...]
    populations: Mapping[str, tuple[Population, ...]]
    changes: tuple[Change, ...]
    references: tuple[ReferenceAverage, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A table of the data set: what names a row, and which columns name rows of other tables."""

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
    def rows(self) -> int:
        return len(self.table.rows)

    @property
    def is_compiled(self) -> bool:
        """Whether it is our own work, and not read in a collection of somebody else's."""
        return self.table.name not in REGISTER

    @property
    def sources(self) -> tuple[Licensed, ...]:
        """Where it was read, beside the sources that its rows name themselves."""
        return SOURCES.get(self.table.name, ())


def read_holdings(reading: Reading) -> Holdings:
    """Reads a release whole. Thirteen statements."""
    return Holdings(
        release=reading.release,
        instrument=method.instrument(reading),
        evaluations=evaluations.all_evaluations(reading),
        municipalities=register.all_municipalities(reading),
        populations=register.all_populations(reading),
        changes=register.lineage(reading).changes,
        references=reference.reference_averages(reading),
    )
