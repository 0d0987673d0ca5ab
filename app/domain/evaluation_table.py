"""All evaluations of a release in one table, with what pages ask of all of them found once.

A selection is a set of evaluations. Choosing, counting and finding the latest of each municipality
take the same few operations however many evaluations there are (`app.domain.grouped_bits`); the
figures of a selection are put in order once and kept. Municipalities stand by name, the evaluations
of each newest first; a municipality lies in one country.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import accumulate, groupby
from operator import attrgetter, eq, or_
from threading import Lock
from typing import Any, Final, Literal, TypeAlias, TypeVar

from cachetools import LRUCache

from app.domain.evaluation import EvaluationSummary
from app.domain.grouped_bits import GroupedBits
from app.domain.naming.spelling import Collation
from app.domain.ordered_figures import OrderedFigures
from app.domain.score import Measure

ColumnName: TypeAlias = Literal[
    "country", "county", "size_group", "group_keys", "family", "version", "year", "detail"
]

Ordered = TypeVar("Ordered", OrderedFigures, Sequence[EvaluationSummary])

MOST_WORDS_KEPT: Final = 4_000_000
"""Words of eight bytes that selections whose figures are kept in order may take together."""


class EvaluationTable(tuple[EvaluationSummary, ...]):
    """The evaluations in the order given, and ways to select among them. Never changes.

    Its municipalities stand in the order of a collation, and so does all that is selected. Only
    selections of one collation go together.
    """

    def __new__(
        cls, evaluations: Iterable[EvaluationSummary], _collation: Collation
    ) -> "EvaluationTable":
        return super().__new__(cls, evaluations)

    def __init__(self, _evaluations: Iterable[EvaluationSummary], collation: Collation) -> None:
        self.collation = collation
        own: dict[str, list[EvaluationSummary]] = {}
        for evaluation in self:
            own.setdefault(evaluation.municipality, []).append(evaluation)
        by_name = sorted(
            own.values(), key=lambda some: (collation.key(some[0].name), some[0].municipality)
        )
        for some in by_name:
            some.sort(key=lambda e: (e.year, e.id), reverse=True)
        self._own = {some[0].municipality: tuple(some) for some in by_name}
        self.bits = GroupedBits([len(some) for some in by_name])
        self.at: list[EvaluationSummary] = []
        """By place. Where a guard is stands the evaluation before it; it is never chosen."""
        for some in by_name:
            self.at += (*some, some[-1])
        self._starts = dict(zip(self._own, self.bits.starts, strict=True))
        self._attributes: dict[str, _Values] = {}
        words_of_key = self.bits.width // 64
        self._orders: LRUCache[tuple[int, Measure, str], Any] = LRUCache(
            MOST_WORDS_KEPT, getsizeof=lambda ordered: len(ordered) + words_of_key
        )
        self._lock = Lock()

    @staticmethod
    def of(evaluations: Iterable[EvaluationSummary]) -> "EvaluationTable":
        """A table of some evaluations, in the Norwegian order; the same where they are one
        already."""
        if isinstance(evaluations, EvaluationTable):
            return evaluations
        return EvaluationTable(evaluations, Collation.NORWEGIAN)

    # --- one by one ----------------------------------------------------------------------------

    @cached_property
    def by_id(self) -> Mapping[str, EvaluationSummary]:
        return {evaluation.id: evaluation for evaluation in self}

    @property
    def municipalities(self) -> Mapping[str, Sequence[EvaluationSummary]]:
        """The evaluations of each municipality, newest first; the municipalities by name."""
        return self._own

    def of_municipality(self, slug: str) -> Sequence[EvaluationSummary]:
        """Its evaluations, newest first; none where it has none."""
        return self._own.get(slug, ())

    # --- selections ----------------------------------------------------------------------------

    @property
    def all(self) -> "Selection":
        return Selection(self, self.bits.all)

    def values(self, column: ColumnName) -> Sequence[Any]:
        """Every value of a column, in rising order; what is not known is left out."""
        return self._values_of(column).values

    def where(self, column: ColumnName, value: object) -> "Selection":
        """The evaluations with a value in a column; of `group_keys` each counts by itself."""
        return Selection(self, self._values_of(column).held.get(value, 0))

    def where_any(self, column: ColumnName, values: Iterable[object]) -> "Selection":
        """The evaluations with any of some values in a column."""
        held = self._values_of(column).held
        return Selection(self, reduce(or_, (held.get(value, 0) for value in values), 0))

    def fitting(
        self, attribute: str, fits: Callable[[Any, Any], bool], value: object
    ) -> "Selection":
        """The evaluations of which an attribute is known and fits a value."""
        held = self._values_of(attribute).held
        if fits is eq:
            return Selection(self, held.get(value, 0))
        chosen = (some for own, some in held.items() if own is not None and fits(own, value))
        return Selection(self, reduce(or_, chosen, 0))

    def years(self, first: int | None, last: int | None) -> "Selection":
        """The evaluations of a span of years, each end open where it is None."""
        years = self._values_of("year").values
        before = 0 if first is None else bisect_left(years, first)
        until = len(years) if last is None else bisect_right(years, last)
        return Selection(self, self._until_year[max(before, until)] & ~self._until_year[before])

    def having(self, measure: Measure) -> "Selection":
        """The evaluations with a figure for a measure."""
        return Selection(self, self._with_measure[measure])

    @property
    def with_figures(self) -> "Selection":
        """The evaluations with any figure at all."""
        return Selection(self, reduce(or_, self._with_measure.values()))

    def among(self, slugs: Iterable[str]) -> "Selection":
        """Every evaluation of some municipalities."""
        first = self.bits.of_places(self._starts[slug] for slug in slugs if slug in self._starts)
        return Selection(self, self.bits.whole_groups(first))

    def these(self, evaluations: Iterable[EvaluationSummary]) -> "Selection":
        """Some of its evaluations."""
        return Selection(self, self.places_of(evaluations))

    def own_of(self, slug: str) -> int:
        """The bits of a municipality's own evaluations."""
        start = self._starts.get(slug)
        return 0 if start is None else ((1 << len(self._own[slug])) - 1) << start

    def figures(self, held: int, measure: Measure) -> OrderedFigures:
        """The figures of some evaluations for a measure, in order; worked out once and kept."""

        def in_order(selection: Selection) -> OrderedFigures:
            return OrderedFigures.of(e.figures[measure] for e in selection)

        return self._kept(held, measure, in_order)

    def highest_first(self, held: int, measure: Measure) -> Sequence[EvaluationSummary]:
        """Some evaluations by a measure, then by name and year; worked out once and kept."""

        def in_order(selection: Selection) -> Sequence[EvaluationSummary]:
            return sorted(OldestFirst(selection), key=lambda e: e.figures[measure], reverse=True)

        return self._kept(held, measure, in_order)

    def _kept(
        self, held: int, measure: Measure, work_out: Callable[["Selection"], Ordered]
    ) -> Ordered:
        key = (held & self._with_measure[measure], measure, work_out.__qualname__)
        with self._lock:
            known: Ordered | None = self._orders.get(key)
            if known is None:
                known = self._orders[key] = work_out(Selection(self, key[0]))
            return known

    def places_of(self, evaluations: Iterable[EvaluationSummary]) -> int:
        """The bits of some of its evaluations."""
        return self.bits.of_places(
            self._starts[e.municipality] + self._own[e.municipality].index(e) for e in evaluations
        )

    def start_of(self, slug: str) -> int:
        """The place of the first of a municipality's evaluations."""
        return self._starts[slug]

    def _values_of(self, attribute: str) -> "_Values":
        """Who has which value of an attribute; worked out when it is first asked for."""
        known = self._attributes.get(attribute)
        if known is None:
            places: dict[Any, list[int]] = {}
            for place, evaluation in self._placed():
                value = getattr(evaluation, attribute)
                for one in value if isinstance(value, tuple) else (value,):
                    places.setdefault(one, []).append(place)
            held = {value: self.bits.of_places(some) for value, some in places.items()}
            known = _Values(sorted(value for value in held if value is not None), held)
            self._attributes[attribute] = known
        return known

    @cached_property
    def _until_year(self) -> Sequence[int]:
        """The evaluations before each of the years, and at the end all of them."""
        years = self._values_of("year")
        return list(accumulate((years.held[year] for year in years.values), or_, initial=0))

    @cached_property
    def _with_measure(self) -> Mapping[Measure, int]:
        places: dict[Measure, list[int]] = {measure: [] for measure in Measure}
        for place, evaluation in self._placed():
            for measure in evaluation.figures:
                places[measure].append(place)
        return {measure: self.bits.of_places(some) for measure, some in places.items()}

    def _placed(self) -> Iterator[tuple[int, EvaluationSummary]]:
        """The evaluations with their places."""
        for start, own in zip(self.bits.starts, self._own.values(), strict=True):
            yield from enumerate(own, start)


@dataclass(frozen=True, slots=True)
class _Values:
    """The values of a column, in rising order, and who has each."""

    values: Sequence[Any]
    held: Mapping[Any, int]


@dataclass(frozen=True, slots=True)
class Selection(Collection[EvaluationSummary]):
    """Some of the evaluations of a table: by the municipality's name, newest first of each."""

    table: EvaluationTable
    held: int

    def __and__(self, other: "Selection") -> "Selection":
        return Selection(self.table, self.held & self._bits_of(other))

    def __or__(self, other: "Selection") -> "Selection":
        return Selection(self.table, self.held | self._bits_of(other))

    def __sub__(self, other: "Selection") -> "Selection":
        return Selection(self.table, self.held & ~self._bits_of(other))

    def _bits_of(self, other: "Selection") -> int:
        """Bits stand for places, and in another order for the places of others."""
        if other.table.collation is not self.table.collation:
            raise ValueError("selections of tables in different orders do not go together")
        return other.held

    def __len__(self) -> int:
        return self.held.bit_count()

    def __bool__(self) -> bool:
        return bool(self.held)

    def __iter__(self) -> Iterator[EvaluationSummary]:
        return self.table.bits.chosen(self.held, self.table.at)

    def __contains__(self, evaluation: object) -> bool:
        if not isinstance(evaluation, EvaluationSummary):
            return False
        return evaluation in self.of(evaluation.municipality)

    def without(self, slug: str) -> "Selection":
        """The same without the evaluations of a municipality."""
        return Selection(self.table, self.held & ~self.table.own_of(slug))

    def without_these(self, evaluations: Iterable[EvaluationSummary]) -> "Selection":
        """The same without some evaluations of the table."""
        return self - self.table.these(evaluations)

    def of(self, slug: str) -> Sequence[EvaluationSummary]:
        """Those of a municipality, newest first."""
        own = self.table.of_municipality(slug)
        if not own:
            return ()
        found = (self.held & self.table.own_of(slug)) >> self.table.start_of(slug)
        return [evaluation for place, evaluation in enumerate(own) if found >> place & 1]

    @property
    def latest(self) -> "Selection":
        """Of each municipality the latest evaluation."""
        return Selection(self.table, self.table.bits.first_of_each(self.held))

    def latest_with(self, measure: Measure) -> "Selection":
        """Of each municipality the latest evaluation that has a measure."""
        return (self & self.table.having(measure)).latest

    def figures(self, measure: Measure) -> OrderedFigures:
        """The figures that it holds for a measure, in order."""
        return self.table.figures(self.held, measure)

    def highest_first(self, measure: Measure) -> Sequence[EvaluationSummary]:
        """Those with a figure for a measure, the highest first, then by name and year."""
        return self.table.highest_first(self.held, measure)

    def where(self, column: ColumnName, value: object) -> "Selection":
        """Those with a value in a column."""
        return self & self.table.where(column, value)

    @property
    def municipalities(self) -> int:
        """How many municipalities it holds evaluations of."""
        return self.table.bits.count_groups(self.held)

    @property
    def whole_municipalities(self) -> "Selection":
        """Every evaluation of the municipalities that it holds any of."""
        return Selection(self.table, self.table.bits.whole_groups(self.held))

    def values(self, column: ColumnName) -> Sequence[Any]:
        """The values of a column that it holds, in rising order."""
        return [
            v for v in self.table.values(column) if self.held & self.table.where(column, v).held
        ]


@dataclass(frozen=True, slots=True)
class OldestFirst(Collection[EvaluationSummary]):
    """A selection by the municipality's name, but oldest first of each."""

    found: Selection

    def __len__(self) -> int:
        return len(self.found)

    def __contains__(self, evaluation: object) -> bool:
        return evaluation in self.found

    def __iter__(self) -> Iterator[EvaluationSummary]:
        for _, own in groupby(self.found, attrgetter("municipality")):
            yield from reversed(tuple(own))
