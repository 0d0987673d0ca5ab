"""The sentences about averages over time that can be printed as they stand."""

from app.contents.averages.content import AveragesContent, CountryPart
from app.domain.comparison_choice import newest_published
from app.domain.message import Message, say
from app.domain.score import Measure
from app.domain.wording.quotes import quote_average, quote_published
from app.domain.wording.sets import years_words


def quotes(content: AveragesContent) -> tuple[Message, ...]:
    """The newest average of each country that has one; else the newest that was published."""
    found = (_quote(content, part) for part in content.countries)
    return tuple(quote for quote in found if quote is not None)


def _quote(content: AveragesContent, part: CountryPart) -> Message | None:
    averaged = [
        (row, statistics)
        for row in part.rows
        if (statistics := row.result.until_then.statistics) is not None
    ]
    if not averaged:
        published = part.published_of(content.family)
        if not newest_published(published, Measure.TOTAL):
            return None
        return quote_published(published, Measure.TOTAL, content.maximum)
    newest, statistics = max(averaged, key=lambda pair: pair[0].result.year)
    years = newest.result.until_then.chosen.values("year")
    return quote_average(
        part.country,
        statistics.mean,
        content.maximum,
        newest.result.until_then.coverage,
        say(
            "%(versions)s, %(years)s",
            versions=newest.versions,
            years=years_words(years[0], years[-1]),
        ),
    )
