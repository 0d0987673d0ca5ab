"""Which municipalities fit the filters, in which order, and with which places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message, say
from app.domain.method import Instrument
from app.domain.municipality import Municipality
from app.domain.score import Measure
from app.domain.statistics import Rank
from app.domain.wording_sets import versions_words
from app.features.municipalities.list_average import Average, averages
from app.features.municipalities.list_filters import Filters, filters, sort_measure
from app.features.municipalities.list_rows import Entry, entries, ordered, places
from app.queries import evaluations as evaluation_queries
from app.queries import method, register
from app.queries.reading import Reading
from app.web.parameters import WITHOUT_EVALUATION, FilterParameters

MOST_FOUND = 5_000
"""More than there are municipalities: a search is filtered before it is cut into pages."""


@dataclass(frozen=True, slots=True)
class Found:
    """All who fit, in order, and what they were chosen from."""

    filters: Filters
    instrument: Instrument
    evaluations: tuple[EvaluationSummary, ...]
    """Every evaluation there is."""
    admitted: tuple[EvaluationSummary, ...]
    added: tuple[Municipality, ...]
    """Those without an evaluation."""
    looked_for_others: bool
    """Whether municipalities without an evaluation were asked for at all."""
    entries: tuple[Entry, ...]
    places: Mapping[str, Rank]

    @property
    def sorted_by(self) -> Measure | None:
        return sort_measure(self.filters.parameters)

    @property
    def area(self) -> Measure | None:
        """The area that is asked for, if one is."""
        measure, area = self.sorted_by, self.filters.parameters.area
        if measure is not None and measure is not Measure.TOTAL:
            return measure
        return Measure.of_area(area) if area is not None else None

    @property
    def average_measure(self) -> Measure:
        """What is averaged over those who fit."""
        return self.sorted_by or self.area or Measure.TOTAL

    @property
    def averages(self) -> tuple[Average, ...]:
        """What those who fit are together, country by country."""
        return averages(self.filters, self.admitted, self.instrument, self.average_measure)

    @property
    def remarks(self) -> tuple[Message, ...]:
        """What must be known to read the list right."""
        said = []
        if self.sorted_by is not None:
            said.append(
                say(
                    "Only results with %(versions)s are listed: points from different methods "
                    "are not put in order together.",
                    versions=versions_words(self.instrument, self.filters.family),
                )
            )
            if not self.places:
                said.append(self._why_no_places)
        if (
            self.filters.parameters.detail == WITHOUT_EVALUATION
            and self.filters.are_about_evaluations
        ):
            said.append(
                say(
                    "Municipalities without an evaluation have no year, size or method to choose "
                    "by. They are left out."
                )
            )
        return tuple(said)

    @property
    def _why_no_places(self) -> Message:
        if len({evaluation.country for evaluation in self.admitted}) > 1:
            return say("Places are given within one country. Choose a country to see them.")
        return say("Too few have this figure for places: at least six are needed.")


def find(reading: Reading, parameters: FilterParameters, *, former: bool = False) -> Found:
    """Reads who fits in a fixed number of queries. `former` adds, to those without an evaluation,
    those that no longer exist.

    Raises:
        BadParameter: a value that does not exist, or years in the wrong order.
    """
    instrument = method.instrument(reading)
    evaluations = evaluation_queries.summaries(reading)
    hits = register.search(reading, parameters.q, MOST_FOUND) if parameters.q else None
    found = None if hits is None else frozenset(hit.municipality.slug for hit in hits)
    others: list[Municipality] | None = None
    if hits is not None:
        others = [hit.municipality for hit in hits if not hit.evaluations]
    elif parameters.detail == WITHOUT_EVALUATION:
        others = _without_evaluation(reading, evaluations, former)
    chosen = filters(parameters, instrument, evaluations, found)
    admitted = chosen.admitted(evaluations)
    added = _that_fit(chosen, others or ())
    measure = sort_measure(parameters)
    listed = entries(admitted, added, measure)
    return Found(
        filters=chosen,
        instrument=instrument,
        evaluations=evaluations,
        admitted=tuple(admitted),
        added=tuple(added),
        looked_for_others=others is not None,
        entries=tuple(ordered(listed, parameters.sort or "name", measure)),
        places=places(listed, measure),
    )


def _without_evaluation(
    reading: Reading, evaluations: Sequence[EvaluationSummary], former: bool
) -> list[Municipality]:
    evaluated = {evaluation.municipality for evaluation in evaluations}
    return [
        municipality
        for municipality in register.all_municipalities(reading)
        if municipality.slug not in evaluated and (former or municipality.is_current)
    ]


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
