"""The sentences of an area's page that can be printed as they stand."""

from app.domain.message import Message
from app.domain.score import Measure
from app.domain.wording.quotes import quote_area_median, quote_published
from app.features.areas.content import AreaContent


def quotes(content: AreaContent) -> tuple[Message, ...]:
    """The middle of each country with enough results, else the newest average that was published of
    it; none where only some are chosen."""
    area, measure = content.area, Measure.of_area(content.area.no)
    return (
        *(
            quote_area_median(area.name, m.country, m.median, area.max, m.coverage, m.span)
            for m in content.results.middles
        ),
        *(
            quote_published(found, measure, area.max, area.name)
            for found in content.results.published_to_quote
        ),
    )
