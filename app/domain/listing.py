"""Which evaluation stands for a municipality where each is listed once, and in which order.

A list is made of parts that stand one after the other, so that a page of it is cut out without
putting all of it in order.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice
from typing import overload

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import OldestFirst, Selection
from app.domain.score import Measure


def standing_for(admitted: Selection, measure: Measure | None) -> Selection:
    """Of each municipality the latest evaluation with the measure, else the latest of all."""
    if measure is None:
        return admitted.latest
    with_measure = admitted.latest_with(measure)
    return with_measure | (admitted - with_measure.whole_municipalities).latest


class Listed(Sequence[EvaluationSummary]):
    """Evaluations in order."""

    def __init__(self, parts: Sequence[Collection[EvaluationSummary]]) -> None:
        self._parts = parts

    def __len__(self) -> int:
        return sum(map(len, self._parts))

    def __iter__(self) -> Iterator[EvaluationSummary]:
        return chain.from_iterable(self._parts)

    @overload
    def __getitem__(self, at: int) -> EvaluationSummary: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[EvaluationSummary]: ...
    def __getitem__(self, at: int | slice) -> EvaluationSummary | Sequence[EvaluationSummary]:
        if isinstance(at, int):
            place = range(len(self))[at]
            return self[place : place + 1][0]
        first, end, step = at.indices(len(self))
        if step != 1:
            return list(self)[at]
        found: list[EvaluationSummary] = []
        for part in self._parts:
            if first < len(part) and end > 0:
                found += islice(part, max(first, 0), end)
            first, end = first - len(part), end - len(part)
        return found


def listed(
    selection: Selection,
    sort: str | None,
    measure: Measure | None,
    *,
    oldest_first: bool = False,
    best_first: Sequence[str] | None = None,
    backwards: bool = False,
) -> Listed:
    """The evaluations by name, by year, by county or by a measure; those without what is sorted
    by come last, by name. The evaluations of a municipality stand newest first unless it is said
    otherwise.

    Where no order is asked for, it is that of `best_first`, the slugs that a search has found.
    `backwards` turns an order that is asked for round; what is alike and what is missing stay.
    """

    def by_name(some: Selection) -> Collection[EvaluationSummary]:
        return OldestFirst(some) if oldest_first else some

    if measure is not None:
        without = selection - selection.table.having(measure)
        ordered = selection.highest_first(measure)
        if backwards:
            ordered = sorted(ordered, key=lambda e: e.figures[measure])
        return Listed((ordered, by_name(without)))
    if sort == "year":
        years = sorted(selection.values("year"), reverse=not backwards)
        return Listed([by_name(selection.where("year", year)) for year in years])
    if sort == "county":
        by_county = selection.table.collation.key
        counties = sorted(selection.values("county"), key=by_county, reverse=backwards)
        return Listed([by_name(selection.where("county", county)) for county in counties])
    if sort is None and best_first is not None:
        found = (selection & selection.table.among((slug,)) for slug in best_first)
        return Listed([by_name(some) for some in found if some])
    if backwards:
        return Listed([tuple(reversed(tuple(by_name(selection))))])
    return Listed([by_name(selection)])
