"""What those who fit the filters are together: an average for each country, with its make-up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.evaluation import EvaluationSummary
from app.domain.message import Message, Points, Value, say, say_n
from app.domain.method import Instrument
from app.domain.municipality import Country
from app.domain.peers import ComparisonSet, SetScope, comparison_set
from app.domain.score import Measure
from app.domain.statistics import MINIMUM_MEMBERS
from app.domain.wording_sets import versions_words, years_words
from app.features.municipalities.list_filters import Filters


@dataclass(frozen=True, slots=True)
class Average:
    """The average of one country's evaluations that fit, or why there is none."""

    country: Country
    set: ComparisonSet
    value: Decimal | None
    words: Message


def averages(
    filters: Filters,
    admitted: Sequence[EvaluationSummary],
    instrument: Instrument,
    measure: Measure,
) -> tuple[Average, ...]:
    """An average for each country among those listed; countries are never mixed unasked."""
    listed = {evaluation.country for evaluation in admitted}
    return tuple(
        _average(country, filters, admitted, instrument, measure)
        for country in Country
        if country in listed
    )


def _average(
    country: Country,
    filters: Filters,
    admitted: Sequence[EvaluationSummary],
    instrument: Instrument,
    measure: Measure,
) -> Average:
    p = filters.parameters
    scope = SetScope(frozenset((country,)), filters.family, p.size_group, p.from_, p.to)
    found = comparison_set(scope, admitted, (measure,))
    value = found.average(measure)
    return Average(country, found, value, _words(country, found, value, instrument))


def _words(
    country: Country, found: ComparisonSet, value: Decimal | None, instrument: Instrument
) -> Message:
    n, years = found.smallest_n, found.years()
    values: dict[str, Value] = {
        "country": say("Norway") if country is Country.NORWAY else say("Sweden"),
        "versions": versions_words(instrument, found.scope.family),
        "least": MINIMUM_MEMBERS,
    }
    if value is None or years is None:
        if n == 0:
            return say(
                "%(country)s: no average, since none of these has a figure with %(versions)s.",
                **values,
            )
        return say_n(
            "%(country)s: no average, since only %(n)s municipality has a figure with "
            "%(versions)s, and an average needs at least %(least)s.",
            "%(country)s: no average, since only %(n)s municipalities have a figure with "
            "%(versions)s, and an average needs at least %(least)s.",
            n,
            **values,
        )
    return say(
        "%(country)s: %(points)s points on average, over the latest evaluations with a figure of "
        "the %(n)s municipalities below that have one (%(versions)s, %(years)s).",
        **values,
        n=n,
        points=Points(value),
        years=years_words(*years),
    )
