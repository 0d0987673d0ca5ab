"""The figures of a municipality's page, from the same content as its tables."""

from decimal import Decimal

from app.charts.compose import bars, spider
from app.charts.values import BarsFigure, HistoryBreak, HistoryFigure, HistoryPoint, SpiderFigure
from app.domain.message import Points, Say, say
from app.features.municipalities.content import MunicipalityContent

FIGURES = ("spider", "bars", "history")


def spider_figure(content: MunicipalityContent, words: Say) -> SpiderFigure | None:
    """The eight areas as a spider, or None where too few are known to give it a shape."""
    found = content.result
    if found is None or not found.drawn:
        return None
    title = say(
        "%(name)s %(year)s: the eight areas, 0–100 points",
        name=content.municipality.name,
        year=str(found.evaluation.year),
    )
    return spider(title, found.version, found.drawn, words)


def bars_figure(content: MunicipalityContent, words: Say) -> BarsFigure | None:
    """The eight areas as bars, or None where no area is known."""
    found = content.result
    if found is None or not found.drawn:
        return None
    title = say(
        "%(name)s %(year)s: points per area",
        name=content.municipality.name,
        year=str(found.evaluation.year),
    )
    return bars(title, found.version, found.drawn, words)


def history_figure(content: MunicipalityContent, words: Say) -> HistoryFigure | None:
    """The totals over time with their breaks, or None where fewer than two evaluations exist."""
    found = content.history
    if found is None or len(found.rows) < 2 or not found.has_figures:
        return None

    def points(value: Decimal) -> str:
        return words(say("%(points)s", points=Points(value)))

    unknown = words(say("not known"))
    shown = tuple(
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
    )
    return HistoryFigure(
        title=words(say("%(name)s: total over time", name=content.municipality.name)),
        description=". ".join(
            f"{point.label}: {unknown if point.value is None else points(point.value)}"
            for point in shown
        ),
        max=found.maximum,
        points=shown,
        breaks=tuple(
            HistoryBreak(b.before.year, b.after.year, words(say("New method")))
            for b in found.breaks
        ),
        missing_label=unknown,
        format_points=points,
    )
