"""What would be public with a draft: the public state, and what the items put in and take out."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self, TypeVar

from pydantic import TypeAdapter, ValidationError
from sqlmodel import Session

from app.domain.aliases import Alias
from app.domain.coverage import KnownEvaluated
from app.domain.evaluation import Evaluation
from app.domain.message import Message
from app.domain.method import Instrument
from app.domain.municipality import Change, Municipality, Population
from app.domain.reference import ReferenceAverage
from app.editorial.draft import DraftItem
from app.models import DatasetKind, Origin
from app.publishing.build_list import in_order
from app.publishing.diff import RecordKey
from app.publishing.faults import Fault, Faults, LineOfFile, Lines
from app.publishing.importing.known import KnownBefore
from app.publishing.parse import Parsed
from app.publishing.release import Publication
from app.publishing.state import Register, State
from app.publishing.value_faults import value_fault, way_of
from app.queries import aliases, coverage, evaluations, method, reference, register
from app.queries.memory import remembered
from app.queries.reading import Reading, open_reading
from app.queries.search import names

Value = TypeVar("Value")


class Ways(Lines):
    """Where the values of an item stand: there is no file, so a place is the way to the value.

    `areas.2.questions.0.score` is where a cell would be named.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key, {})

    def at(self, *path: str | int) -> LineOfFile:
        return LineOfFile(self.file, 0, cell=".".join(map(str, path)))


@dataclass
class Building:
    """The public state as it will be, item by item, with all that is wrong on the way.

    `meant` are the records that each item speaks of: no other is written or closed. `evaluations`
    holds those alone that are put; the others stay as they are.
    """

    reading: Reading
    instrument: Instrument
    municipalities: dict[str, Municipality]
    populations: dict[str, tuple[Population, ...]]
    changes: dict[str, Change]
    references: dict[str, ReferenceAverage]
    counts: dict[str, KnownEvaluated]
    aliases: list[Alias]
    evaluations: dict[str, Evaluation] = field(default_factory=dict)
    same_evaluations: dict[tuple[str, int, str], str] = field(default_factory=dict)
    """The id that an evaluation of a municipality, year and method version has."""
    meant: dict[RecordKey, DraftItem] = field(default_factory=dict)
    """The records that items speak of, those that are public and those that will be."""
    faults: Faults = field(default_factory=Faults)
    remarks: list[Fault] = field(default_factory=list)

    @classmethod
    def on(cls, session: Session) -> Self:
        """Begins with what is public now."""
        reading = open_reading(session)
        state = _public(reading)
        return cls(
            reading,
            state.instrument,
            dict(state.register.municipalities),
            dict(state.register.populations),
            {f"{c.day}/{c.before}/{c.after}": c for c in state.register.changes},
            {average.id: average for average in state.references},
            {count.id: count for count in state.counts},
            list(state.aliases),
            same_evaluations={
                (e.municipality, e.year, e.version): e.id for e in evaluations.summaries(reading)
            },
        )

    @property
    def register(self) -> Register:
        return Register(self.municipalities, self.populations, tuple(self.changes.values()))

    @cached_property
    def known(self) -> KnownBefore:
        """What evaluations are checked against: the municipalities as the items before left
        them."""
        return KnownBefore(self.instrument, self.register, names(self.reading))

    def mean(self, item: DraftItem, records: Iterable[RecordKey]) -> None:
        """Notes that an item speaks of records."""
        self.meant |= dict.fromkeys(records, item)

    def fault(self, item: DraftItem, problem: Message, *way: str | int) -> None:
        """Notes what is wrong with an item."""
        self.faults.add(Ways(item.key).at(*way), problem)

    def parsed(self, item: DraftItem, shape: TypeAdapter[Value]) -> Parsed[Value] | None:
        """The document of an item, in its shape. None, with its faults noted, where it is not."""
        lines = Ways(item.key)
        try:
            value = shape.validate_json(json.dumps(item.document))
        except ValidationError as error:
            for found in error.errors(include_url=False):
                way = way_of(found)
                name = str(way[-1]) if way else ""
                self.faults.add(lines.at(*way), *value_fault(found, name))
            return None
        return Parsed(item.key, value, lines)

    def publication(self) -> Publication:
        """All of it, to be published by an editor."""
        state = State(
            self.instrument,
            self.register,
            in_order(self.references.values()),
            in_order(self.counts.values()),
            tuple(sorted(self.evaluations.values(), key=lambda e: e.id)),
            tuple(sorted(self.aliases, key=lambda alias: (alias.kind, alias.old))),
        )
        kind = DatasetKind.DEMO if self.reading.release.demo else DatasetKind.REAL
        return Publication(state, Origin.EDITOR, kind, frozenset(self.meant))


@remembered
def _public(reading: Reading) -> State:
    """What is public beside evaluations. Twelve statements, once a release."""
    return State(
        method.instrument(reading),
        Register(
            {m.slug: m for m in register.all_municipalities(reading)},
            register.all_populations(reading),
            register.lineage(reading).changes,
        ),
        reference.reference_averages(reading),
        coverage.known_evaluated(reading),
        (),
        aliases.aliases(reading).found,
    )


def listed(keys: Iterable[str], most: int = 5) -> str:
    """The first keys, with a mark where there are more."""
    found = sorted(set(keys))
    return ", ".join(found[:most]) + (" …" if len(found) > most else "")
