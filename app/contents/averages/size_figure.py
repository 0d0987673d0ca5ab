"""Averages by size group as a chart-table: a dot for each municipality, averages where they may be
given, and what others have published."""

from app.charts.chart_table.figure import ChartRow, ChartTableFigure
from app.charts.look import SeriesRole
from app.charts.parts import Series
from app.charts.writing import Writer
from app.contents.averages.content import AveragesContent
from app.contents.averages.sizes import SizeRow
from app.contents.sources import sources_of
from app.domain.decimals import OF_TOTALS, total_points
from app.domain.message import Message, Say, Value, say
from app.domain.reference import ReferenceStatistic
from app.domain.score import Measure
from app.domain.wording.groups import group_path
from app.domain.wording.published import published_figure_words
from app.domain.wording.reference import basis_words
from app.domain.wording.sets import country_words, member_name, size_group_words
from app.web.pictures.provenance import OF_SEVERAL, Provenance


def size_figure(content: AveragesContent, words: Say, slug: str) -> ChartTableFigure | None:
    """A row for the country and for each size group; None where nothing is known."""
    part = content.part(slug)
    if part is None or part.sizes is None:
        return None
    rows = part.sizes.rows
    own = tuple(row.found.statistics.mean if row.found.statistics else None for row in rows)
    published = tuple(
        row.published[0].figures[Measure.TOTAL] if row.published else None for row in rows
    )
    ticks = Series(
        words(say("the latest published average")), SeriesRole.SECOND_REFERENCE, published
    )
    heads, columns = _columns(rows, words)
    has_middle = any(row.found.statistics and row.found.statistics.middle_half for row in rows)
    return ChartTableFigure(
        words(
            say("%(country)s: average total by size group", country=part.name)
            if part.sizes.has_averages
            else say("%(country)s: totals by size group", country=part.name)
        ),
        rows=tuple(
            ChartRow(
                words(_name(row)),
                words(_name(row)),
                content.maximum,
                tuple(one.figures[Measure.TOTAL] for one in row.found.members),
                row.found.statistics.middle_half if row.found.statistics else None,
                tuple(column[at] for column in columns),
                group_path(f"size:{row.code}") if row.code else None,
                dot_names=tuple(member_name(one) for one in row.found.members),
            )
            for at, row in enumerate(rows)
        ),
        marks=(Series(words(say("the average")), SeriesRole.SUBJECT, own),)
        if part.sizes.has_averages
        else (),
        ticks=(ticks,) if any(published) else (),
        heads=heads,
        dots_name=words(say("a municipality")),
        middle_name=words(say("the middle half")) if has_middle else None,
        rows_are=words(say("Size group")),
        write=Writer(words, OF_TOTALS),
        axis=words(say("Total, out of %(max)s points", max=total_points(content.maximum))),
        subtitle=words(
            say(
                "Totals out of %(max)s, each municipality's latest, %(versions)s",
                max=total_points(content.maximum),
                versions=part.sizes_versions,
            )
        ),
    )


def _name(row: SizeRow) -> Message:
    return size_group_words(row.code) if row.code else say("all sizes")


def _columns(
    rows: tuple[SizeRow, ...], words: Say
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Of how many the figures are, and what was published."""
    told = tuple(words(_told(row)) if row.published else "" for row in rows)
    known = tuple(words(_known(row)) for row in rows)
    if not any(told):
        return (words(say("Municipalities")),), (known,)
    return (words(say("Municipalities")), words(say("Published"))), (known, told)


def _known(row: SizeRow) -> Message:
    """How many have a total, and of the country of how many known to be evaluated: of what size
    those are that nothing else is known of, nobody says."""
    coverage = row.found.coverage
    if row.code is not None or coverage.known is None:
        return say("%(n)s", n=coverage.n)
    if coverage.at_least:
        return say("%(n)s of at least %(known)s", n=coverage.n, known=coverage.known)
    return say("%(n)s of %(known)s", n=coverage.n, known=coverage.known)


def _told(row: SizeRow) -> Message:
    """The latest published average with its year, and a mark where it is not simply printed."""
    one = row.published[0]
    values: dict[str, Value] = {
        "points": total_points(one.figures[Measure.TOTAL]),
        "year": str(one.as_of),
    }
    if one.statistic is ReferenceStatistic.MEDIAN or basis_words(one):
        return say("%(points)s* in %(year)s", **values)
    return say("%(points)s in %(year)s", **values)


def size_provenance(content: AveragesContent, slug: str) -> Provenance:
    """What each row is made of, and who published the averages beside it."""
    part = content.part(slug)
    if part is None or part.sizes is None:
        return Provenance((), OF_SEVERAL, (), 0, "/utvikling")
    rows = part.sizes.rows
    published = tuple(row.published[0] for row in rows if row.published)
    basis = (
        say(
            "%(country)s: each municipality counts once, with its latest total, in the size group "
            "of the year of that evaluation.",
            country=country_words(part.country),
        ),
        say(
            "An average is given only where enough of those known to be evaluated have the figure. "
            "Published averages are over those that their sources say."
        ),
        *(
            say(
                "Published of %(size)s: %(figure)s.",
                size=_name(row),
                figure=published_figure_words(row.published[0], Measure.TOTAL),
            )
            for row in rows
            if row.published
        ),
    )
    drawn = (one for row in rows for one in row.found.members)
    read = sources_of(drawn, content.origins)
    sources = tuple(dict.fromkeys((*(one.source for one in published), *read)))
    return Provenance(basis, OF_SEVERAL, sources, 0, "/utvikling")
