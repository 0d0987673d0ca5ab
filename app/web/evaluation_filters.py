"""Filters over evaluations, with the same names wherever evaluations are listed or drawn."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeAlias, TypeVar

from app.domain.evaluation import DetailLevel, EvaluationSummary
from app.domain.message import say
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.errors import BadParameter, unknown_value

Predicate: TypeAlias = Callable[[EvaluationSummary], bool]


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

    parameters: Values
    family: str
    one_family: bool
    """Whether only that family is listed: by choice, or because scores are compared."""
    predicates: Mapping[str, Predicate]

    def admitted(
        self, evaluations: Iterable[EvaluationSummary], without: str | None = None
    ) -> list[EvaluationSummary]:
        """The evaluations that every filter admits, or every one but `without`."""
        active = [admits for name, admits in self.predicates.items() if name != without]
        return [e for e in evaluations if all(admits(e) for admits in active)]

    @property
    def are_about_evaluations(self) -> bool:
        """Whether a municipality without an evaluation can never fit."""
        return any(name not in ("country", "county", "q") for name in self.predicates)


def evaluation_filters(
    parameters: Values,
    instrument: Instrument,
    evaluations: Sequence[EvaluationSummary],
    found: frozenset[str] | None,
    *,
    by_score: bool,
    more: Mapping[str, Predicate] | None = None,
) -> EvaluationFilters[Values]:
    """Checks what only the data know, and says what is admitted.

    `found` are the slugs of a search. With `by_score` scores are compared, which needs one family:
    the one chosen, else the default. `more` are filters that only one kind of page has.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    _check(parameters, instrument, evaluations)
    if parameters.version is not None:
        family = instrument.family_of(parameters.version)
    else:
        family = parameters.family or instrument.default_family
    one_family = by_score or parameters.family is not None
    predicates = {**_predicates(parameters, found), **(more or {})}
    if one_family:
        wanted = parameters.family or family
        predicates["family"] = lambda e: e.family == wanted
    return EvaluationFilters(parameters, family, one_family, predicates)


def _check(
    parameters: FilterValues, instrument: Instrument, evaluations: Sequence[EvaluationSummary]
) -> None:
    allowed: dict[str, tuple[str | None, list[str]]] = {
        "size_group": (parameters.size_group, [g.code for g in instrument.size_scheme.groups]),
        "county": (parameters.county, sorted({e.county for e in evaluations})),
        "family": (parameters.family, list(instrument.families)),
        "version": (parameters.version, list(instrument.versions)),
    }
    for name, (value, values) in allowed.items():
        if value is not None and value not in values:
            raise unknown_value(name, value, values)
    if parameters.from_ and parameters.to and parameters.from_ > parameters.to:
        raise BadParameter("from", say("The first year is later than the last."))


def _predicates(parameters: FilterValues, found: frozenset[str] | None) -> dict[str, Predicate]:
    p = parameters
    first, last, detail = p.from_, p.to, p.detail_level
    possible: dict[str, tuple[bool, Predicate]] = {
        "country": (p.country is not None, lambda e: e.country is p.country),
        "county": (p.county is not None, lambda e: e.county == p.county),
        "size_group": (p.size_group is not None, lambda e: e.size_group == p.size_group),
        "version": (p.version is not None, lambda e: e.version == p.version),
        "from": (first is not None, lambda e: first is None or e.year >= first),
        "to": (last is not None, lambda e: last is None or e.year <= last),
        "detail": (detail is not None, lambda e: e.detail is detail),
        "q": (found is not None, lambda e: found is None or e.municipality in found),
    }
    return {name: admits for name, (active, admits) in possible.items() if active}
