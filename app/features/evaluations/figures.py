"""The figures of an evaluation's page, from the same content as its tables."""

from typing import Final

from app.charts.bars.figure import BarsFigure
from app.charts.spider.figure import SpiderFigure
from app.domain.message import Say, say
from app.features.evaluations.content import EvaluationContent, draws_spider
from app.web.pictures.figures import Figures


def spider_figure(content: EvaluationContent, words: Say) -> SpiderFigure | None:
    """The eight areas as a spider, or None where too few are known to give it a shape."""
    if not draws_spider(content.drawn):
        return None
    title = say(
        "%(name)s %(year)s: the eight areas, 0–100 points",
        name=content.municipality.label,
        year=str(content.evaluation.year),
    )
    return SpiderFigure.of(title, content.version, content.drawn, words)


def bars_figure(content: EvaluationContent, words: Say) -> BarsFigure | None:
    """The eight areas as bars, or None where no area is known."""
    if not content.drawn:
        return None
    title = say(
        "%(name)s %(year)s: points per area",
        name=content.municipality.label,
        year=str(content.evaluation.year),
    )
    return BarsFigure.of(title, content.version, content.drawn, words)


FIGURES: Final = Figures({"spider": spider_figure, "bars": bars_figure})
