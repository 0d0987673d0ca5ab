"""The filters of the list of municipalities: which evaluations they admit."""

from collections.abc import Iterable
from typing import TypeAlias

from app.domain.evaluation import EvaluationSummary
from app.domain.method import Instrument
from app.domain.score import Measure
from app.web.evaluation_filters import EvaluationFilters, evaluation_filters
from app.web.parameters import FilterParameters

Filters: TypeAlias = EvaluationFilters[FilterParameters]


def sort_measure(parameters: FilterParameters) -> Measure | None:
    """The measure that the list is sorted by, where it is sorted by one."""
    if parameters.sort in (None, "name", "year"):
        return None
    return Measure(parameters.sort)


def filters(
    parameters: FilterParameters,
    instrument: Instrument,
    evaluations: Iterable[EvaluationSummary],
    found: frozenset[str] | None,
) -> Filters:
    """Checks what only the data know, and says what is admitted. `found` are the slugs of a search.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    by_score = sort_measure(parameters) is not None or parameters.area is not None
    return evaluation_filters(
        parameters,
        instrument,
        evaluations,
        found,
        by_score=by_score,
        having=None if parameters.area is None else Measure.of_area(parameters.area),
    )
