"""The filters of the list of municipalities: which evaluations they admit."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.domain.evaluation import EvaluationSummary
from app.domain.message import say
from app.domain.method import Instrument
from app.domain.score import Measure
from app.errors import BadParameter, unknown_value
from app.web.parameters import ListParameters

Predicate: TypeAlias = Callable[[EvaluationSummary], bool]


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters of a request, by name. `family` is the one that scores are compared in."""

    parameters: ListParameters
    family: str
    one_family: bool
    """Whether only that family is listed: by choice, or because scores are sorted by."""
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


def sort_measure(parameters: ListParameters) -> Measure | None:
    """The measure that the list is sorted by, where it is sorted by one."""
    if parameters.sort in (None, "name", "year"):
        return None
    return Measure(parameters.sort)


def filters(
    parameters: ListParameters,
    instrument: Instrument,
    evaluations: Sequence[EvaluationSummary],
    found: frozenset[str] | None,
) -> Filters:
    """Checks what only the data know, and says what is admitted. `found` are the slugs of a search.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    _check(parameters, instrument, evaluations)
    by_score = sort_measure(parameters) is not None or parameters.area is not None
    if parameters.version is not None:
        family = instrument.family_of(parameters.version)
    else:
        family = parameters.family or instrument.default_family
    one_family = by_score or parameters.family is not None
    predicates = _predicates(parameters, found)
    if one_family:
        wanted = parameters.family or family
        predicates["family"] = lambda e: e.family == wanted
    return Filters(parameters, family, one_family, predicates)


def _check(
    parameters: ListParameters, instrument: Instrument, evaluations: Sequence[EvaluationSummary]
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


def _predicates(parameters: ListParameters, found: frozenset[str] | None) -> dict[str, Predicate]:
    p = parameters
    measure = Measure.of_area(p.area) if p.area is not None else None
    first, last, detail = p.from_, p.to, p.detail_level
    possible: dict[str, tuple[bool, Predicate]] = {
        "country": (p.country is not None, lambda e: e.country is p.country),
        "county": (p.county is not None, lambda e: e.county == p.county),
        "size_group": (p.size_group is not None, lambda e: e.size_group == p.size_group),
        "version": (p.version is not None, lambda e: e.version == p.version),
        "from": (first is not None, lambda e: first is None or e.year >= first),
        "to": (last is not None, lambda e: last is None or e.year <= last),
        "detail": (detail is not None, lambda e: e.detail is detail),
        "area": (measure is not None, lambda e: measure is None or measure in e.figures),
        "q": (found is not None, lambda e: found is None or e.municipality in found),
    }
    return {name: admits for name, (active, admits) in possible.items() if active}
