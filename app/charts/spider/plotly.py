"""The spider as Plotly draws it."""

import plotly.graph_objects as go

from app.charts.areas import AreasFigure
from app.charts.look import LOOKS
from app.charts.parts import Series
from app.charts.plotly_parts import (
    Canvas,
    PlotlyFigure,
    finished,
    line,
    marker,
    value,
)
from app.charts.spider.drawing import FULL, RADIUS, RINGS, Web


def plotly(web: Web) -> PlotlyFigure:
    """The same polygons on the same axes; where a value is missing the line has a gap."""
    figure = web.figure
    canvas = Canvas(web.width, web.height)
    axes = [str(no) for no in range(1, len(figure.axes) + 1)]
    texts = [*web.scale(), *web.labels, *web.legend.texts()]
    polar = {
        "domain": {
            "x": canvas.across(web.centre_x - RADIUS, web.centre_x + RADIUS),
            "y": canvas.up(web.centre_y - RADIUS, web.centre_y + RADIUS),
        },
        "gridshape": "linear",
        "angularaxis": {
            "type": "category",
            "categoryorder": "array",
            "categoryarray": axes,
            "direction": "clockwise",
            "rotation": 90,
            "showticklabels": False,
            "ticks": "",
        },
        "radialaxis": {
            "range": [0, FULL],
            "tickvals": list(RINGS),
            "showticklabels": False,
            "showline": False,
            "ticks": "",
        },
    }
    layout = {
        "polar": polar,
        "shapes": canvas.legend(web.legend),
        "annotations": [
            *canvas.annotations(texts),
            *canvas.crosses([*web.crosses(), *web.legend.crosses()]),
        ],
    }
    return finished([_polygon(figure, one, axes) for one in figure.series], layout, canvas)


def _polygon(figure: AreasFigure, one: Series, axes: list[str]) -> "go.Scatterpolar":
    """The first point comes again at the end, without its sentence, and closes the line."""
    values = [value(found) for found in one.values]
    points = figure.plotted(one)
    for name in ("text", "hovertext"):
        points[name] += points[name][:1]
    points["customdata"] += [None]
    return go.Scatterpolar(
        **points,
        mode="lines+markers",
        r=values + values[:1],
        theta=axes + axes[:1],
        line=line(one.role),
        marker=marker(one.role),
        fill="none" if None in values else "toself",
        fillcolor=f"var(--{LOOKS[one.role].css}-fill)",
        hoveron="points",
        connectgaps=False,
    )
