"""The choices of each filter of the list, and how many municipalities each would leave."""

from app.domain.message import say
from app.domain.score import AREA_MEASURES
from app.features.municipality_list.parameters import WITHOUT_EVALUATION, Filters
from app.web.filters.declared import BY_COUNTY, BY_NAME, BY_YEAR
from app.web.filters.facets import Facet, Option, options


def facets(filters: Filters, without_evaluation: int | None) -> tuple[Facet, ...]:
    """Every filter but the family, which has tabs. `without_evaluation` is how many `detail=none`
    adds, None where not counted."""
    return tuple(
        _with_everyone(facet, filters, without_evaluation) if facet.name == "detail" else facet
        for facet in filters.facets
        if facet.name != "family"
    )


def sort_options(filters: Filters) -> tuple[Option, ...]:
    """What the list can be sorted by; areas have the names they have in the family compared."""
    version = filters.instrument.newest_of(filters.family)
    areas = (
        (measure.value, version.area(measure.area).name)
        for measure in AREA_MEASURES
        if measure.area is not None
    )
    by_total = ("total", say("Total, highest first"))
    return options(
        (BY_NAME, BY_COUNTY, BY_YEAR, by_total, *areas), filters.parameters.sort or "name"
    )


def _with_everyone(facet: Facet, filters: Filters, without_evaluation: int | None) -> Facet:
    """The choice of detail with one more: those without an evaluation as well."""
    evaluated = filters.admitted("detail").municipalities
    everyone = Option(
        WITHOUT_EVALUATION,
        say("also municipalities without an evaluation"),
        None if without_evaluation is None else evaluated + without_evaluation,
        filters.parameters.adds_others,
    )
    return Facet(facet.name, facet.label, facet.any, (*facet.options, everyone))
