"""What becoming public will change: records, pages, places, averages, coverage, discrepancies.

A release that is not public yet is set beside the newest one. What is found is what readers will
meet, so it is bounded: of each kind as many are named as a person looks through, and the rest is
counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from app.domain.changes import ChangeType, RecordChange
from app.domain.correction import FigureChange
from app.domain.coverage import Coverage
from app.domain.evaluation import Discrepancy
from app.domain.message import LocalText, Message
from app.domain.peers import SetScope
from app.domain.score import Measure
from app.domain.statistics import Rank

Effect = TypeVar("Effect")


@dataclass(frozen=True, slots=True)
class Excerpt(Generic[Effect]):
    """The first of some effects, and how many there are besides."""

    shown: tuple[Effect, ...] = ()
    rest: int = 0

    @staticmethod
    def of(found: Iterable[Effect], most: int) -> "Excerpt[Effect]":
        """As many of them as are told one by one."""
        everything = tuple(found)
        return Excerpt(everything[:most], max(0, len(everything) - most))

    @property
    def total(self) -> int:
        return len(self.shown) + self.rest


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value of a record before and after, None where there was or is none. `way` leads to it:
    `("source", "title")`."""

    way: tuple[str, ...]
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class RecordEffect:
    """What happens to a record. `name` is what people call it, `path` its page, where it has one;
    figures of an evaluation stand apart from the rest of what is said of it."""

    change: RecordChange
    name: Message | LocalText | str
    year: int | None = None
    figures: tuple[FigureChange, ...] = ()
    fields: Excerpt[FieldChange] = Excerpt()
    path: str = ""


class PageKind(StrEnum):
    """What a page is, in the order in which pages are listed."""

    EVALUATION = "evaluation"
    MUNICIPALITY = "municipality"
    RELATIVE = "relative"
    """Of a municipality that shares its history with the one concerned."""
    COMPARISON = "comparison"
    """Where the evaluation stands beside another one that a reader chooses."""
    COUNTY = "county"
    GROUP = "group"
    STORY = "story"
    AREA = "area"
    QUESTION = "question"
    METHOD = "method"
    WHOLE = "whole"
    """One of all results: the first page, the lists, the map, averages, gold stars, the data."""
    OTHERS = "others"
    """Of another municipality, whose place or neighbours change."""


@dataclass(frozen=True, slots=True)
class PageEffect:
    """A page that comes, changes or is withdrawn. `name` is whose or what it is of, where that is
    somebody or something, and `title` what the page is called among others of its kind."""

    path: str
    kind: PageKind
    change: ChangeType = ChangeType.CHANGED
    name: str = ""
    title: Message | LocalText | str = ""


@dataclass(frozen=True, slots=True)
class PlaceEffect:
    """The place of another evaluation in a set, before and after. None is no place: there are too
    few, or too few of those evaluated. `path` is its page."""

    evaluation: str
    name: str
    year: int
    scope: SetScope
    measure: Measure
    before: Rank | None
    after: Rank | None
    path: str = ""


@dataclass(frozen=True, slots=True)
class AverageEffect:
    """The mean of those we have figures for in a set, before and after; None of fewer than five.
    `representative` says whether it is said of all, `was_representative` whether it was."""

    scope: SetScope
    measure: Measure
    before: Decimal | None
    after: Decimal | None
    n_before: int
    n_after: int
    was_representative: bool
    representative: bool


@dataclass(frozen=True, slots=True)
class CoverageEffect:
    """Of how many known to be evaluated a set has a figure, before and after."""

    scope: SetScope
    measure: Measure
    before: Coverage
    after: Coverage
    was_representative: bool
    representative: bool

    @property
    def turns(self) -> bool:
        """Whether averages and places begin or cease to be said."""
        return self.representative != self.was_representative


@dataclass(frozen=True, slots=True)
class DiscrepancyEffect:
    """Figures of an evaluation that will disagree in public and did not before, or do no more."""

    evaluation: str
    name: str
    year: int
    discrepancy: Discrepancy
    goes: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True)
class Consequences:
    """Everything that will be otherwise. `unchanged` are keys that were named and say the same as
    before."""

    records: Excerpt[RecordEffect] = Excerpt()
    pages: Excerpt[PageEffect] = Excerpt()
    places: Excerpt[PlaceEffect] = Excerpt()
    averages: Excerpt[AverageEffect] = Excerpt()
    coverage: Excerpt[CoverageEffect] = Excerpt()
    discrepancies: Excerpt[DiscrepancyEffect] = Excerpt()
    unchanged: tuple[str, ...] = ()

    @property
    def is_none(self) -> bool:
        """Whether nothing would become public."""
        return not self.records.total
