"""The example figures of the page about the design."""

from functools import partial
from typing import Final

from app.domain.method import MethodVersion
from app.features.about.component_examples import example_chart_table
from app.features.about.examples import example_bars, example_history, example_spider
from app.web.pictures.figures import FigureMaker, Figures

FIGURES: Final[Figures[MethodVersion]] = Figures(
    {
        "spider-1": FigureMaker(partial(example_spider, series=1)),
        "spider-2": FigureMaker(partial(example_spider, series=2)),
        "spider-3": FigureMaker(partial(example_spider, series=3)),
        "spider-gaps": FigureMaker(partial(example_spider, series=2, gaps=True)),
        "bars-1": FigureMaker(partial(example_bars, series=1)),
        "bars-3": FigureMaker(partial(example_bars, series=3)),
        "bars-gaps": FigureMaker(partial(example_bars, series=3, gaps=True)),
        "history": FigureMaker(lambda _, words: example_history(words)),
        "chart-table": FigureMaker(example_chart_table),
    }
)
