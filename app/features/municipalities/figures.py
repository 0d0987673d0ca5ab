"""The figures of a municipality's page, from the same content as its tables."""

from typing import Final

from app.charts.bars.figure import BarsFigure
from app.charts.history.drawing import HistoryPoint
from app.charts.history.figure import HistoryFigure
from app.charts.spider.figure import SpiderFigure
from app.charts.timescale import Break
from app.charts.writing import Writer
from app.domain.decimals import OF_TOTALS
from app.domain.message import Say, say
from app.features.municipalities.content import MunicipalityContent
from app.web.pictures.figures import Figures


def spider_figure(content: MunicipalityContent, words: Say) -> SpiderFigure | None:
    """The eight areas as a spider, or None where too few are known to give it a shape."""
    found = content.result
    if found is None or not found.drawn:
        return None
    title = say(
        "%(name)s %(year)s: the eight areas, 0–100 points",
        name=content.municipality.label,
        year=str(found.evaluation.year),
    )
    return SpiderFigure.of(title, found.version, found.drawn, words)


def bars_figure(content: MunicipalityContent, words: Say) -> BarsFigure | None:
    """The eight areas as bars, or None where no area is known."""
    found = content.result
    if found is None or not found.drawn:
        return None
    title = say(
        "%(name)s %(year)s: points per area",
        name=content.municipality.label,
        year=str(found.evaluation.year),
    )
    return BarsFigure.of(title, found.version, found.drawn, words)


def history_figure(content: MunicipalityContent, words: Say) -> HistoryFigure | None:
    """The totals over time with their breaks, or None where fewer than two evaluations exist."""
    found = content.history
    if found is None or len(found.rows) < 2 or not found.has_figures:
        return None
    return HistoryFigure(
        title=words(say("%(name)s: total over time", name=content.municipality.label)),
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


FIGURES: Final = Figures({"spider": spider_figure, "bars": bars_figure, "history": history_figure})
