"""The figures of a municipality's page, from the same content as its tables."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from app.charts.areas import apart
from app.charts.bars.figure import BarsFigure
from app.charts.history.drawing import HistoryPoint
from app.charts.history.figure import HistoryFigure
from app.charts.spider.figure import SpiderFigure
from app.charts.timescale import Break
from app.charts.writing import Writer
from app.contents.municipalities.area_table import area_table
from app.contents.municipalities.content import MunicipalityContent
from app.contents.municipalities.history import HistoryRow
from app.contents.municipalities.own_years import (
    webs_provenance,
    year_webs,
    years_figure,
    years_provenance,
)
from app.contents.sources import sources_of
from app.domain.decimals import OF_TOTALS, total_points
from app.domain.message import Message, Say, say, say_n
from app.domain.wording.figures import areas_subtitle, areas_title, history_title
from app.domain.wording.sets import versions_used_words
from app.web.pictures.figures import FigureMaker, Figures
from app.web.pictures.provenance import OF_ONE, Provenance


def spider_figure(content: MunicipalityContent, words: Say) -> SpiderFigure | None:
    """The eight areas as a spider, or None where too few are known to give it a shape."""
    found = content.result
    if found is None or not found.drawn:
        return None
    drawn = apart(found.drawn)
    return SpiderFigure.of(
        areas_title(content.municipality.label, found.evaluation.year, found.highest),
        found.version,
        drawn,
        words,
        subtitle=areas_subtitle([one.phrase or one.name for one in drawn[1:]]),
        middle=found.spread.middle,
    )


def bars_figure(content: MunicipalityContent, words: Say) -> BarsFigure | None:
    """The eight areas as bars, or None where no area is known."""
    found = content.result
    if found is None or not found.drawn:
        return None
    return BarsFigure.of(
        areas_title(content.municipality.label, found.evaluation.year, found.highest),
        found.version,
        found.drawn,
        words,
        subtitle=areas_subtitle([one.phrase or one.name for one in found.drawn[1:]]),
    )


def history_figure(content: MunicipalityContent, words: Say) -> HistoryFigure | None:
    """The totals over time with their breaks, or None where fewer than two evaluations exist."""
    found = content.history
    if found is None or len(found.rows) < 2 or not found.has_figures:
        return None
    return HistoryFigure(
        title=words(_history_title(content.municipality.label, found.rows)),
        subtitle=words(say("Total, out of %(max)s points", max=total_points(found.maximum))),
        max=found.maximum,
        points=tuple(
            HistoryPoint(
                row.evaluation.year,
                row.evaluation.total.score,
                words(
                    say(
                        "%(year)s, version %(version)s",
                        year=str(row.evaluation.year),
                        version=row.evaluation.version,
                    )
                ),
                row.family,
            )
            for row in found.rows
        ),
        breaks=tuple(
            Break(b.before.year, b.after.year, words(say("New method"))) for b in found.breaks
        ),
        measure=words(say("Total")),
        write=Writer(words, OF_TOTALS),
    )


def _history_title(name: str, rows: Sequence[HistoryRow]) -> Message:
    """Of those that the last may be set beside, where that is more than itself."""
    points = [
        (row.evaluation.year, score)
        for row in rows
        if row.family == rows[-1].family and (score := row.evaluation.total.score) is not None
    ]
    if len(points) < 2:
        return say("%(name)s: total over time", name=name)
    return history_title(name, points[0], points[-1])


def _of_areas(found: MunicipalityContent, *, dots: bool = False) -> Provenance:
    """Years, versions, and exactly what the areas are set beside; with `dots` each of the set is
    drawn."""
    result = found.result
    basis: list[Message] = []
    remarks = 0
    sources = found.sources
    if result is not None:
        others = result.drawn_beside(dots=dots)
        basis = [versions_used_words([result.evaluation, *others])]
        basis += [result.too_few] if result.too_few else []
        basis += result.drawn_words
        remarks = sum(len(row.discrepancies) for row in result.areas)
        read = sources_of(others, found.origins)
        own = result.evaluation.source
        sources = tuple(dict.fromkeys((own, *result.published_beside, *read)))
    return Provenance(tuple(basis), OF_ONE, sources, remarks, _path(found))


def _of_history(found: MunicipalityContent) -> Provenance:
    own = [row.evaluation for row in found.history.rows] if found.history else []
    basis = (
        say_n(
            "One municipality's own evaluation, n = %(n)s.",
            "One municipality's own evaluations, n = %(n)s.",
            len(own),
        ),
        versions_used_words(own),
    )
    remarks = len(found.result.total_discrepancies) if found.result else 0
    return Provenance(basis, OF_ONE, found.sources, remarks, _path(found))


def _path(found: MunicipalityContent) -> str:
    return f"/kommuner/{found.municipality.slug}"


FIGURES: Final = Figures(
    {
        "spider": FigureMaker(spider_figure, _of_areas),
        "table": FigureMaker(
            area_table,
            partial(_of_areas, dots=True),
            about=lambda content: content.municipality.slug,
        ),
        "bars": FigureMaker(bars_figure, _of_areas, on_page=False),
        "history": FigureMaker(history_figure, _of_history),
        "years": FigureMaker(years_figure, years_provenance),
        "years-2": FigureMaker(partial(years_figure, at=1), partial(years_provenance, at=1)),
        "webs": FigureMaker(year_webs, webs_provenance),
    }
)
