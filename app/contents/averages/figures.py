"""The figure of a country, from the same content as its tables."""

from functools import partial
from itertools import pairwise
from typing import Final

from app.charts.development.drawing import AveragePoint, AverageSeries, Counts, YearCount
from app.charts.development.figure import DevelopmentFigure
from app.charts.look import SeriesRole
from app.charts.timescale import Break
from app.charts.writing import Writer
from app.contents.averages.content import AveragesContent, CountryPart
from app.contents.averages.size_figure import size_figure, size_provenance
from app.contents.averages.wording import of_year_words, single_results, until_then_words
from app.domain.decimals import OF_TOTALS
from app.domain.message import Message, Say, say, say_n
from app.domain.score import Measure
from app.domain.wording.published import published_figure_words
from app.web.pictures.figures import FigureMaker, Figures
from app.web.pictures.provenance import OF_SEVERAL, Provenance


def development_figure(content: AveragesContent, words: Say, slug: str) -> DevelopmentFigure | None:
    """Averages over time, and how many were evaluated each year; None where nobody was."""
    part = content.part(slug)
    if part is None:
        return None
    series = [
        one
        for one in (_until_then(part, words), _of_year(part, words), _published(part, words))
        if one.points
    ]
    return DevelopmentFigure(
        title=words(_title(part)),
        max=content.maximum,
        series=tuple(series),
        counts=Counts(words(say("Evaluations each year")), _counts(part, words)),
        breaks=_breaks(part, words),
        write=Writer(words, OF_TOTALS),
    )


def _title(part: CountryPart) -> Message:
    if part.has_averages:
        return say("%(country)s: average total over time", country=part.name)
    if part.published_totals:
        return say("%(country)s: single results and published averages", country=part.name)
    return say("%(country)s: single results over time", country=part.name)


def _breaks(part: CountryPart, words: Say) -> tuple[Break, ...]:
    """Between the families, a published average counted to its own."""
    years = [(row.family, row.result.year) for row in part.rows]
    years += [(one.family, one.as_of) for one in part.published_totals]
    spans = [
        [year for family, year in years if family == one.family]
        for one in part.development.families
    ]
    label = words(say("New method"))
    return tuple(Break(max(old), min(new), label) for old, new in pairwise(spans))


def _until_then(part: CountryPart, words: Say) -> AverageSeries:
    found = [
        AveragePoint(row.result.year, statistics.mean, words(said), row.family)
        for row in part.rows
        if (statistics := row.result.until_then.statistics) is not None
        and (said := until_then_words(row.result)) is not None
    ]
    name = words(say("The latest of each municipality"))
    return AverageSeries(name, SeriesRole.SUBJECT, tuple(found), joined=True)


def _of_year(part: CountryPart, words: Say) -> AverageSeries:
    """The average of each year's evaluations; where no average stands, each of them."""
    averages: list[AveragePoint] = []
    single: list[AveragePoint] = []
    for row in part.rows:
        statistics, said = row.result.of_year.statistics, of_year_words(row.result)
        if statistics is not None and said is not None:
            averages.append(AveragePoint(row.result.year, statistics.mean, words(said), row.family))
        elif row.result.until_then.statistics is None:
            single += [
                AveragePoint(row.result.year, points, words(named), row.family)
                for points, named in single_results(row.result.of_year)
            ]
    name = words(_of_year_name(bool(averages), bool(single)))
    in_order = sorted((*averages, *single), key=lambda point: point.year)
    return AverageSeries(name, SeriesRole.REFERENCE, tuple(in_order), joined=False)


def _of_year_name(has_averages: bool, has_single: bool) -> Message:
    if has_averages and has_single:
        return say("The evaluations of that year: on average, or each by itself")
    if has_single:
        return say("Single results that we have found")
    return say("The evaluations of that year")


def _published(part: CountryPart, words: Say) -> AverageSeries:
    found = [
        AveragePoint(
            one.as_of,
            one.figures[Measure.TOTAL],
            words(
                say(
                    "%(label)s: %(figure)s, published",
                    label=one.label,
                    figure=published_figure_words(one, Measure.TOTAL),
                )
            ),
            one.family,
            quiet=one.at_second_hand,
        )
        for one in part.published_totals
    ]
    name = words(say("Published averages"))
    leads = not part.has_averages
    return AverageSeries(
        name, SeriesRole.SECOND_REFERENCE, tuple(found), joined=False, written=leads
    )


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


def _provenance(found: AveragesContent) -> Provenance:
    """The same of both countries: each year's set is told in the table."""
    basis = (
        say(
            "Each average is of the results that we have. Where the method changed so much that "
            "results may not be joined, there is a break."
        ),
    )
    published = (one.source for part in found.countries for one in part.published_totals)
    return Provenance(basis, OF_SEVERAL, tuple(dict.fromkeys(published)), 0, "/utvikling")


FIGURES: Final = Figures(
    {
        **{
            slug: FigureMaker(partial(development_figure, slug=slug), _provenance)
            for slug in ("no", "se")
        },
        **{
            f"sizes-{slug}": FigureMaker(
                partial(size_figure, slug=slug), partial(size_provenance, slug=slug)
            )
            for slug in ("no", "se")
        },
    }
)
