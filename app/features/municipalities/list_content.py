"""The list of municipalities: who fits the filters, in which order, and what they are together.

A municipality has one row, with its latest evaluation that the filters admit; where the list is
sorted by a score, with its latest that has that score (design rule 5). Places and averages are
never given across method families or countries.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.evaluation import EvaluationSummary
from app.domain.message import LocalText, Message, say, say_n
from app.domain.method import Instrument
from app.domain.municipality import Municipality
from app.domain.score import Measure
from app.domain.statistics import Rank
from app.domain.wording_sets import versions_words
from app.features.municipalities.list_average import Average, averages
from app.features.municipalities.list_facets import facets, sort_options
from app.features.municipalities.list_filters import Filters, filters, sort_measure
from app.features.municipalities.list_rows import (
    Entry,
    Row,
    entries,
    ordered,
    places,
)
from app.queries import evaluations as evaluation_queries
from app.queries import method, register
from app.queries.reading import Reading
from app.web.facets import Facet, Option
from app.web.paging import Pages, page_of
from app.web.parameters import WITHOUT_EVALUATION, ListParameters

MOST_FOUND = 5_000
"""More than there are municipalities: a search is filtered before it is cut into pages."""


@dataclass(frozen=True, slots=True)
class ListContent:
    """Everything on the list's page."""

    parameters: ListParameters
    count: Message
    rows: tuple[Row, ...]
    pages: Pages
    facets: tuple[Facet, ...]
    sort_options: tuple[Option, ...]
    averages: tuple[Average, ...]
    remarks: tuple[Message, ...]
    sorted_by: Measure | None
    has_places: bool
    area: Measure | None
    """The area that has a column, if one has."""
    area_name: LocalText | None
    total_max: Decimal

    @property
    def title(self) -> Message:
        return say("Evaluated municipalities")

    @property
    def description(self) -> Message:
        return say(
            "Every Norwegian and Swedish municipality whose evaluation with Kommunekompasset we "
            "know of, with its latest result. Choose by country, county, size, method and year."
        )


def list_content(reading: Reading, parameters: ListParameters) -> ListContent:
    """Reads what the page needs in a fixed number of queries."""
    instrument = method.instrument(reading)
    evaluations = evaluation_queries.summaries(reading)
    hits = register.search(reading, parameters.q, MOST_FOUND) if parameters.q else None
    found = None if hits is None else frozenset(hit.municipality.slug for hit in hits)
    others: list[Municipality] | None = None
    if hits is not None:
        others = [hit.municipality for hit in hits if not hit.evaluations]
    elif parameters.detail == WITHOUT_EVALUATION:
        evaluated = {evaluation.municipality for evaluation in evaluations}
        others = [
            municipality
            for municipality in register.all_municipalities(reading)
            if municipality.is_current and municipality.slug not in evaluated
        ]

    chosen = filters(parameters, instrument, evaluations, found)
    admitted = chosen.admitted(evaluations)
    added = _that_fit(chosen, others or ())
    listed, given = listing(chosen, admitted, added)
    pages, shown = page_of(listed, parameters.page)
    known = register.municipalities(reading, [entry.slug for entry in shown])
    measure = sort_measure(parameters)
    area = _area_column(parameters)
    return ListContent(
        parameters=parameters,
        count=_count_words(admitted, added),
        rows=tuple(_row(entry, known, given) for entry in shown),
        pages=pages,
        facets=facets(chosen, instrument, evaluations, None if others is None else len(added)),
        sort_options=sort_options(chosen, instrument),
        averages=averages(chosen, admitted, instrument, measure or area or Measure.TOTAL),
        remarks=_remarks(chosen, instrument, measure, bool(given), admitted),
        sorted_by=measure,
        has_places=bool(given),
        area=area,
        area_name=_area_name(chosen, instrument, area),
        total_max=instrument.newest_of(chosen.family).max,
    )


def listing(
    chosen: Filters, admitted: Sequence[EvaluationSummary], others: Sequence[Municipality]
) -> tuple[list[Entry], Mapping[str, Rank]]:
    """All who are listed, in order, and the places by municipality where they are given."""
    measure = sort_measure(chosen.parameters)
    found = entries(admitted, others, measure)
    return ordered(found, chosen.parameters.sort or "name", measure), places(found, measure)


def _that_fit(chosen: Filters, others: Sequence[Municipality]) -> list[Municipality]:
    """The municipalities without an evaluation that the filters admit."""
    p = chosen.parameters
    if chosen.are_about_evaluations:
        return []
    return [
        municipality
        for municipality in others
        if p.country in (None, municipality.country) and p.county in (None, municipality.county)
    ]


def _row(entry: Entry, known: Mapping[str, Municipality], given: Mapping[str, Rank]) -> Row:
    municipality = known.get(entry.slug)
    return Row(entry, municipality.valid_to if municipality else None, given.get(entry.slug))


def _area_column(parameters: ListParameters) -> Measure | None:
    measure = sort_measure(parameters)
    if measure is not None and measure is not Measure.TOTAL:
        return measure
    return Measure.of_area(parameters.area) if parameters.area is not None else None


def _area_name(chosen: Filters, instrument: Instrument, area: Measure | None) -> LocalText | None:
    if area is None or area.area is None:
        return None
    return instrument.newest_of(chosen.family).area(area.area).name


def _count_words(admitted: Sequence[EvaluationSummary], others: Sequence[Municipality]) -> Message:
    evaluated = len({evaluation.municipality for evaluation in admitted})
    if not others:
        return say_n(
            "%(n)s evaluated municipality fits",
            "%(n)s evaluated municipalities fit",
            evaluated,
        )
    return say_n(
        "%(n)s municipality fits, %(evaluated)s of them evaluated",
        "%(n)s municipalities fit, %(evaluated)s of them evaluated",
        evaluated + len(others),
        evaluated=evaluated,
    )


def _remarks(
    chosen: Filters,
    instrument: Instrument,
    measure: Measure | None,
    has_places: bool,
    admitted: Sequence[EvaluationSummary],
) -> tuple[Message, ...]:
    """What must be known to read the list right."""
    said = []
    if measure is not None:
        said.append(
            say(
                "Only results with %(versions)s are listed: points from different methods "
                "are not put in order together.",
                versions=versions_words(instrument, chosen.family),
            )
        )
        if not has_places:
            said.append(_why_no_places(admitted))
    if chosen.parameters.detail == WITHOUT_EVALUATION and chosen.are_about_evaluations:
        said.append(
            say(
                "Municipalities without an evaluation have no year, size or method to choose by. "
                "They are left out."
            )
        )
    return tuple(said)


def _why_no_places(admitted: Sequence[EvaluationSummary]) -> Message:
    if len({evaluation.country for evaluation in admitted}) > 1:
        return say("Places are given within one country. Choose a country to see them.")
    return say("Too few have this figure for places: at least six are needed.")
