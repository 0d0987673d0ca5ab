"""What the filters of a request admit, and what each of their choices would leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Generic, Protocol, Self, TypeVar

from app.domain.message import Either, Message, say
from app.web.filters.facets import Facet, FacetLabel, Option
from app.web.filters.filter import Filter, Known, Values
from app.web.filters.several import MARK, each


class Subset(Protocol):
    """Some of what is listed."""

    def __and__(self, other: Self, /) -> Self: ...


SomeSubset = TypeVar("SomeSubset", bound=Subset)


class Stock(Protocol[SomeSubset]):
    """All that is listed before it is filtered."""

    @property
    def known(self) -> Known: ...
    @property
    def everything(self) -> SomeSubset: ...
    def fitting(self, filter: Filter, value: object) -> SomeSubset:
        """What one choice admits."""
        ...

    def count(self, part: SomeSubset) -> int:
        """The number that stands behind a choice."""
        ...


@dataclass(frozen=True, slots=True)
class FilterChoice(Generic[SomeSubset]):
    """Filters by name, what is chosen in them, and what each of those chosen admits."""

    stock: Stock[SomeSubset]
    filters: Mapping[str, Filter]
    chosen: Mapping[str, object]
    admitting: Mapping[str, SomeSubset]

    def admitted(self, *without: str) -> SomeSubset:
        """What every filter admits, or every one but some."""
        parts = (part for name, part in self.admitting.items() if name not in without)
        return reduce(and_, parts, self.stock.everything)

    @property
    def facets(self) -> tuple[Facet, ...]:
        """Every filter."""
        return tuple(self.facet(name) for name in self.filters)

    def facet(
        self, name: str, values: Values | None = None, rest: SomeSubset | None = None
    ) -> Facet:
        """A filter with what it offers. Choices that would leave nothing are not offered.

        The number behind a choice is that of the things listed if it were chosen and all else
        stayed as it is. Several that are chosen together are one choice more. `values` stand in
        for those that the filter has anywhere, `rest` for what the others admit.
        """
        filter, chosen = self.filters[name], self.chosen.get(name)
        if values is None:
            values = filter.values(self.stock.known)
        if rest is None:
            rest = self.admitted(name)
        options = []
        labels: list[FacetLabel] = []
        several = isinstance(chosen, tuple)
        for value, label in values:
            count = self.stock.count(rest & self.stock.fitting(filter, value))
            if value in each(chosen):
                labels.append(label)
            if count or value in each(chosen):
                options.append(Option(str(value), label, count, value == chosen))
        if several:
            count = self.stock.count(rest & self.stock.fitting(filter, chosen))
            together = MARK.join(str(value) for value in each(chosen))
            options.append(Option(together, _listed(labels), count, True))
        return Facet(name, filter.label, filter.any, tuple(options))


def _listed(labels: Sequence[FacetLabel]) -> Message:
    """Choices that are made together, in words."""
    return say("%(choices)s", choices=Either(tuple(labels)))


def admitting(
    stock: Stock[SomeSubset], filters: Mapping[str, Filter], chosen: Mapping[str, object]
) -> dict[str, SomeSubset]:
    """What each choice admits, by the name of its filter."""
    return {name: stock.fitting(filters[name], value) for name, value in chosen.items()}
