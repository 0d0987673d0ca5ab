"""The sentences of an area's page that can be printed as they stand."""

from app.domain.message import Message
from app.domain.wording.quotes import quote_area_median
from app.features.areas.content import AreaContent


def quotes(content: AreaContent) -> tuple[Message, ...]:
    """The middle of each country with enough results; none where only some are chosen."""
    return tuple(
        quote_area_median(
            content.area.name, m.country, m.median, content.area.max, m.coverage, m.span
        )
        for m in content.results.middles
    )
