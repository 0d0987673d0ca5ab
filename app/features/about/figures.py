"""The example figures of the page about the design."""

from collections.abc import Callable
from typing import Final

from app.charts.bars.figure import BarsFigure
from app.charts.spider.figure import SpiderFigure
from app.domain.message import Say
from app.domain.method import MethodVersion
from app.features.about.examples import example_bars, example_history, example_spider
from app.web.pictures.figures import Figures


def _spider(series: int, *, gaps: bool = False) -> Callable[[MethodVersion, Say], SpiderFigure]:
    return lambda version, words: example_spider(version, words, series, gaps=gaps)


def _bars(series: int, *, gaps: bool = False) -> Callable[[MethodVersion, Say], BarsFigure]:
    return lambda version, words: example_bars(version, words, series, gaps=gaps)


FIGURES: Final = Figures(
    {
        "spider-1": _spider(1),
        "spider-2": _spider(2),
        "spider-3": _spider(3),
        "spider-gaps": _spider(2, gaps=True),
        "bars-1": _bars(1),
        "bars-3": _bars(3),
        "bars-gaps": _bars(3, gaps=True),
        "history": lambda _, words: example_history(words),
    }
)
