"""Filters over evaluations, with the same names wherever evaluations are listed or drawn."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Generic, Protocol, TypeVar

from app.domain.evaluation import DetailLevel, EvaluationSummary
from app.domain.evaluation_table import Column, EvaluationTable, Selection
from app.domain.message import say
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.score import Measure
from app.errors import BadParameter, unknown_value


class FilterValues(Protocol):
    """The filters that an address may hold. What is None is not filtered by."""

    @property
    def country(self) -> Country | None: ...
    @property
    def size_group(self) -> str | None: ...
    @property
    def county(self) -> str | None: ...
    @property
    def family(self) -> str | None: ...
    @property
    def version(self) -> str | None: ...
    @property
    def from_(self) -> int | None: ...
    @property
    def to(self) -> int | None: ...
    @property
    def detail_level(self) -> DetailLevel | None: ...


Values = TypeVar("Values", bound=FilterValues)


@dataclass(frozen=True, slots=True)
class EvaluationFilters(Generic[Values]):
    """The filters of a request, by name. `family` is the one that scores are compared in."""

    table: EvaluationTable
    """Every evaluation there is."""
    parameters: Values
    family: str
    one_family: bool
    """Whether only that family is listed: by choice, or because scores are compared."""
    admitting: Mapping[str, Selection]
    """What each of them admits."""

    def admitted(self, without: str | None = None) -> Selection:
        """The evaluations that every filter admits, or every one but `without`."""
        chosen = (found for name, found in self.admitting.items() if name != without)
        return reduce(and_, chosen, self.table.all)

    @property
    def are_about_evaluations(self) -> bool:
        """Whether a municipality without an evaluation can never fit."""
        return any(name not in ("country", "county", "q") for name in self.admitting)


def evaluation_filters(
    parameters: Values,
    instrument: Instrument,
    evaluations: Iterable[EvaluationSummary],
    found: frozenset[str] | None,
    *,
    by_score: bool,
    having: Measure | None = None,
) -> EvaluationFilters[Values]:
    """Checks what only the data know, and says what is admitted.

    `found` are the slugs of a search. With `by_score` scores are compared, which needs one family:
    the one chosen, else the default. With `having` only those with a figure for it are admitted, as
    the filter `area`.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    table = EvaluationTable.of(evaluations)
    _check(parameters, instrument, table)
    if parameters.version is not None:
        family = instrument.family_of(parameters.version)
    else:
        family = parameters.family or instrument.default_family
    one_family = by_score or parameters.family is not None
    admitting = _admitting(parameters, table, found)
    if having is not None:
        admitting["area"] = table.having(having)
    if one_family:
        admitting["family"] = table.where("family", parameters.family or family)
    return EvaluationFilters(table, parameters, family, one_family, admitting)


def _check(parameters: FilterValues, instrument: Instrument, table: EvaluationTable) -> None:
    allowed: dict[str, tuple[str | None, list[str]]] = {
        "size_group": (parameters.size_group, [g.code for g in instrument.size_scheme.groups]),
        "county": (parameters.county, list(table.values("county"))),
        "family": (parameters.family, list(instrument.families)),
        "version": (parameters.version, list(instrument.versions)),
    }
    for name, (value, values) in allowed.items():
        if value is not None and value not in values:
            raise unknown_value(name, value, values)
    if parameters.from_ and parameters.to and parameters.from_ > parameters.to:
        raise BadParameter("from", say("The first year is later than the last."))


def _admitting(
    parameters: FilterValues, table: EvaluationTable, found: frozenset[str] | None
) -> dict[str, Selection]:
    p = parameters
    chosen: dict[Column, object] = {
        "country": p.country,
        "county": p.county,
        "size_group": p.size_group,
        "version": p.version,
        "detail": p.detail_level,
    }
    admitting: dict[str, Selection] = {
        column: table.where(column, value) for column, value in chosen.items() if value is not None
    }
    if p.from_ is not None:
        admitting["from"] = table.years(p.from_, None)
    if p.to is not None:
        admitting["to"] = table.years(None, p.to)
    if found is not None:
        admitting["q"] = table.among(found)
    return admitting
