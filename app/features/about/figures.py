"""The example figures of the page about the design, as SVG and as Plotly draws them."""

from collections.abc import Callable
from typing import Any, Final

from app.charts.bars import bars_svg
from app.charts.history import history_svg
from app.charts.plotly_figures import bars_plotly, history_plotly, spider_plotly
from app.charts.spider import spider_svg
from app.domain.message import Say
from app.domain.method import MethodVersion
from app.features.about.examples import example_bars, example_history, example_spider


def drawings(version: MethodVersion, words: Say) -> dict[str, str]:
    """Every example figure as SVG, by its name."""
    return {name: draw(version, words, f"figure-{name}") for name, (draw, _) in _DRAWN.items()}


def plotly(version: MethodVersion, name: str, words: Say) -> dict[str, Any] | None:
    """An example figure as Plotly draws it, or None where none has the name."""
    found = _DRAWN.get(name)
    return found[1](version, words) if found else None


_Svg = Callable[[MethodVersion, Say, str], str]
_Plotly = Callable[[MethodVersion, Say], dict[str, Any]]


def _spider(series: int, *, gaps: bool = False) -> tuple[_Svg, _Plotly]:
    return (
        lambda v, w, id: spider_svg(example_spider(v, w, series, gaps=gaps), id_prefix=id),
        lambda v, w: spider_plotly(example_spider(v, w, series, gaps=gaps)),
    )


def _bars(series: int, *, gaps: bool = False) -> tuple[_Svg, _Plotly]:
    return (
        lambda v, w, id: bars_svg(example_bars(v, w, series, gaps=gaps), id_prefix=id),
        lambda v, w: bars_plotly(example_bars(v, w, series, gaps=gaps)),
    )


_DRAWN: Final[dict[str, tuple[_Svg, _Plotly]]] = {
    "spider-1": _spider(1),
    "spider-2": _spider(2),
    "spider-3": _spider(3),
    "spider-gaps": _spider(2, gaps=True),
    "bars-1": _bars(1),
    "bars-3": _bars(3),
    "bars-gaps": _bars(3, gaps=True),
    "history": (
        lambda _, w, id: history_svg(example_history(w), id_prefix=id),
        lambda _, w: history_plotly(example_history(w)),
    ),
}
