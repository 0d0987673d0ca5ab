"""The figures of a comparison, from the same content as its tables."""

from typing import Final

from app.charts.bars.figure import BarsFigure
from app.charts.spider.figure import SpiderFigure
from app.domain.message import Say, say
from app.features.compare.content import CompareContent
from app.web.pictures.figures import Figures


def spider_figure(content: CompareContent, words: Say) -> SpiderFigure | None:
    """The areas of the first three as a spider; None where they are not compared or not known."""
    drawn = content.areas.drawn
    if not drawn:
        return None
    title = say(
        "%(names)s: the eight areas, 0–100 points",
        names=tuple(one.name for one in drawn),
    )
    return SpiderFigure.of(title, content.version, drawn, words)


def bars_figure(content: CompareContent, words: Say) -> BarsFigure | None:
    """The same as bars, the first as bar and the others as marks."""
    drawn = content.areas.drawn
    if not drawn:
        return None
    title = say("%(names)s: points per area", names=tuple(one.name for one in drawn))
    return BarsFigure.of(title, content.version, drawn, words)


FIGURES: Final = Figures({"spider": spider_figure, "bars": bars_figure})
