"""The sentences above the list of municipalities that can be printed as they stand."""

from app.domain.message import Message
from app.domain.score import Measure
from app.domain.wording_quotes_sets import quote_latest_area, quote_latest_total
from app.domain.wording_sets import set_span_words
from app.features.municipalities.list_average import NAMED, Average, leaves_some_out
from app.features.municipalities.list_found import FittingMunicipalities


def quotes(found: FittingMunicipalities) -> tuple[Message, ...]:
    """The average of each country that has one.

    None where a filter leaves out municipalities for a reason that the sentence does not name.
    """
    if leaves_some_out(found.filters, found.average_measure, NAMED - {"version"}):
        return ()
    said = (_quote(found, average) for average in found.averages)
    return tuple(quote for quote in said if quote is not None)


def _quote(found: FittingMunicipalities, average: Average) -> Message | None:
    if average.value is None:
        return None
    version = found.instrument.newest_of(found.filters.family)
    n, span = average.set.smallest_n, set_span_words(average.set, found.instrument)
    measure = found.average_measure
    if measure is Measure.TOTAL or measure.area is None:
        return quote_latest_total(average.country, average.value, version.max, n, span)
    area = version.area(measure.area)
    return quote_latest_area(area.name, average.country, average.value, area.max, n, span)
