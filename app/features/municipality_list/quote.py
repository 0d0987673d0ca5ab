"""The sentences above the list of municipalities that can be printed as they stand."""

from app.domain.comparison_choice import newest_published
from app.domain.message import Message
from app.domain.score import Measure
from app.domain.wording.quotes import quote_area_average, quote_average, quote_published
from app.domain.wording.sets import set_span_words
from app.features.municipality_list.average import NAMED, Average, leaves_some_out
from app.features.municipality_list.matches import FittingMunicipalities


def quotes(fitting: FittingMunicipalities) -> tuple[Message, ...]:
    """The average of each country that has one, else the newest that was published of it.

    None where a filter leaves out municipalities for a reason that the sentence does not name.
    """
    if leaves_some_out(
        fitting.filters, fitting.filters.parameters.averaged_measure, NAMED - {"version"}
    ):
        return ()
    said = (_quote(fitting, average) for average in fitting.averages)
    return tuple(quote for quote in said if quote is not None)


def _quote(fitting: FittingMunicipalities, average: Average) -> Message | None:
    coverage = average.set.coverage
    version = fitting.instrument.newest_of(fitting.filters.family)
    measure = fitting.filters.parameters.averaged_measure
    if average.value is None or coverage is None:
        if not newest_published(average.published, measure):
            return None
        if measure.area is None:
            return quote_published(average.published, measure, version.max)
        area = version.area(measure.area)
        return quote_published(average.published, measure, area.max, area.name)
    span = set_span_words(average.set, fitting.instrument)
    if measure is Measure.TOTAL or measure.area is None:
        return quote_average(average.country, average.value, version.max, coverage, span)
    area = version.area(measure.area)
    return quote_area_average(area.name, average.country, average.value, area.max, coverage, span)
