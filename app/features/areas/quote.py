"""The sentences of an area's page that can be printed as they stand."""

from app.domain.message import Message, say
from app.domain.wording_quotes import quote_median
from app.domain.wording_sets import years_words
from app.features.areas.content import AreaContent


def quotes(content: AreaContent) -> tuple[Message, ...]:
    """The middle of each country with enough results; none where only some are chosen."""
    found = content.results
    if found.n < found.known:
        return ()
    return tuple(
        quote_median(
            content.area.name,
            spread.country,
            spread.statistics.median,
            content.area.max,
            spread.n,
            say(
                "%(versions)s, %(years)s",
                versions=content.versions_words,
                years=years_words(*spread.years),
            ),
        )
        for spread in found.spreads
        if spread.statistics is not None
    )
