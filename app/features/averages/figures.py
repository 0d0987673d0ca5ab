"""The figure of a country, from the same content as its tables."""

from decimal import Decimal
from itertools import pairwise

from app.charts.development import AveragePoint, AverageSeries, DevelopmentFigure, YearCount
from app.charts.values import HistoryBreak, Role
from app.domain.message import Points, Say, say, say_n
from app.domain.score import Measure
from app.features.averages.content import AveragesContent, CountryPart
from app.features.averages.wording import of_year_words, until_then_words


def development_figure(
    content: AveragesContent, part: CountryPart, words: Say
) -> DevelopmentFigure:
    """Averages over time, and how many were evaluated each year."""
    series = [
        one
        for one in (_until_then(part, words), _of_year(part, words), _published(part, words))
        if one.points
    ]
    counts = _counts(part, words)
    said = [point.said for one in series for point in one.points]
    return DevelopmentFigure(
        title=words(say("%(country)s: average total over time", country=part.name)),
        description=". ".join([*said, *(count.said for count in counts)]),
        max=content.maximum,
        series=tuple(series),
        counts=counts,
        counts_title=words(say("Evaluations each year")),
        breaks=_breaks(part, words),
        format_points=lambda value: _points(value, words),
    )


def _breaks(part: CountryPart, words: Say) -> tuple[HistoryBreak, ...]:
    """Between the families, a published average counted to its own."""
    years = [(row.family, row.result.year) for row in part.rows]
    years += [(one.family, one.as_of) for one in part.published_totals]
    spans = [
        [year for family, year in years if family == one.family]
        for one in part.development.families
    ]
    label = words(say("New method"))
    return tuple(HistoryBreak(max(old), min(new), label) for old, new in pairwise(spans))


def _points(value: Decimal, words: Say) -> str:
    return words(say("%(points)s", points=Points(value)))


def _until_then(part: CountryPart, words: Say) -> AverageSeries:
    found = [
        AveragePoint(row.result.year, statistics.mean, words(said), row.family)
        for row in part.rows
        if (statistics := row.result.until_then.statistics) is not None
        and (said := until_then_words(row.result)) is not None
    ]
    name = words(say("The latest of each municipality"))
    return AverageSeries(name, Role.SUBJECT, tuple(found), joined=True)


def _of_year(part: CountryPart, words: Say) -> AverageSeries:
    found = [
        AveragePoint(row.result.year, statistics.mean, words(said), row.family)
        for row in part.rows
        if (statistics := row.result.of_year.statistics) is not None
        and (said := of_year_words(row.result)) is not None
    ]
    name = words(say("The evaluations of the year"))
    return AverageSeries(name, Role.REFERENCE, tuple(found), joined=False)


def _published(part: CountryPart, words: Say) -> AverageSeries:
    found = [
        AveragePoint(
            one.as_of,
            one.figures[Measure.TOTAL],
            words(
                say(
                    "%(label)s: %(points)s points, published",
                    label=one.label,
                    points=Points(one.figures[Measure.TOTAL]),
                )
            ),
            one.family,
        )
        for one in part.published_totals
    ]
    name = words(say("Published averages"))
    return AverageSeries(name, Role.SECOND_REFERENCE, tuple(found), joined=False)


def _counts(part: CountryPart, words: Say) -> tuple[YearCount, ...]:
    """One bar a year, also where two families met in it."""
    counted: dict[int, int] = {}
    for row in part.rows:
        counted[row.result.year] = counted.get(row.result.year, 0) + len(row.result.evaluated)
    return tuple(
        YearCount(
            year,
            count,
            words(
                say_n(
                    "%(year)s: %(n)s evaluation that we know of",
                    "%(year)s: %(n)s evaluations that we know of",
                    count,
                    year=str(year),
                )
            ),
        )
        for year, count in sorted(counted.items())
    )
