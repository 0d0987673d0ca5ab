"""What a filter is, and where those of a query model are found."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import eq
from typing import Any, TypeAlias

from pydantic import BaseModel

from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.message import Message, say
from app.domain.method import Instrument
from app.errors import BadParameter, unknown_value
from app.web.filters.facets import FacetLabel
from app.web.filters.several import each


@dataclass(frozen=True, slots=True)
class Known:
    """What the values of filters are taken from: the method, and the evaluations that are listed
    before anything is chosen."""

    instrument: Instrument
    listed: Selection

    @property
    def evaluations(self) -> EvaluationTable:
        """Every evaluation there is."""
        return self.listed.table


Values: TypeAlias = Iterable[tuple[object, FacetLabel]]


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter of lists. It stands beside the type of a field of a query model, and has its name in
    addresses from there."""

    label: Message
    any: Message
    """What it is called where it does not filter."""
    attribute: str
    """Of an evaluation, or of whatever else is listed."""
    values: Callable[[Known], Values]
    """What there is to choose, with its words."""
    fits: Callable[[Any, Any], bool] = eq
    """Whether what a thing has goes with what is chosen."""
    only_known_values: bool = False
    """Whether a value that is not among `values` is refused."""
    is_of_municipality: bool = False
    """Whether a municipality has the attribute too, evaluated or not."""

    def admits(self, thing: object, value: object) -> bool:
        """Whether a thing has the attribute, and it, or one of several, fits what is chosen, or one
        of that."""
        own = getattr(thing, self.attribute)
        return own is not None and any(
            self.fits(one, wanted) for one in each(own) for wanted in each(value)
        )


@cache
def filters_of(model: type[BaseModel]) -> Mapping[str, Filter]:
    """The filters of a query model, by the names of its fields."""
    return {
        field: filter
        for field, info in model.model_fields.items()
        for filter in info.metadata
        if isinstance(filter, Filter)
    }


def name_of(model: type[BaseModel], field: str) -> str:
    """The name that a field has in addresses."""
    return model.model_fields[field].alias or field


def check_values(parameters: BaseModel, known: Known) -> None:
    """Refuses what only the data know not to exist.

    Raises:
        BadParameter: values that do not exist, all of them.
    """
    model = type(parameters)
    faults = []
    for field, filter in filters_of(model).items():
        chosen = getattr(parameters, field)
        if filter.only_known_values and chosen is not None:
            allowed = [str(one) for one, _ in filter.values(known)]
            faults += [
                unknown_value(name_of(model, field), str(value), allowed)
                for value in each(chosen)
                if value not in allowed
            ]
    if faults:
        raise BadParameter.together(faults)


def check_years(first: int | None, last: int | None) -> None:
    """Refuses a span of years that ends before it begins.

    Raises:
        BadParameter: the years are in the wrong order.
    """
    if first is not None and last is not None and first > last:
        raise BadParameter("from", say("The first year is later than the last."))
