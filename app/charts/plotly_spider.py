"""The spider as Plotly draws it."""

import plotly.graph_objects as go

from app.charts import parts
from app.charts.look import LOOKS
from app.charts.plotly_parts import (
    HOVER,
    Canvas,
    PlotlyFigure,
    escaped,
    finished,
    line,
    marker,
    value,
)
from app.charts.spider import CENTRE_X, FULL, RADIUS, RINGS, Web
from app.charts.values import Series, SpiderFigure


def spider_plotly(figure: SpiderFigure) -> PlotlyFigure:
    """The same polygons on the same axes; where a value is missing the line has a gap."""
    web = Web(figure)
    canvas = Canvas(web.legend.bottom)
    axes = [str(no) for no in range(1, len(figure.axes) + 1)]
    texts = [*web.scale(), *web.labels, *web.legend.texts()]
    polar = {
        "domain": {
            "x": canvas.across(CENTRE_X - RADIUS, CENTRE_X + RADIUS),
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


def _polygon(figure: SpiderFigure, one: Series, axes: list[str]) -> "go.Scatterpolar":
    """The first point comes again at the end, and closes the line."""
    values = [value(found) for found in one.values]
    written = [
        figure.missing_label if found is None else figure.format_points(found)
        for found in one.values
    ]
    named = list(zip(figure.axes, written, strict=True))
    hover = [f"{escaped(axis.label)}<br>{escaped(one.name)}: {escaped(w)}" for axis, w in named]
    return go.Scatterpolar(
        name=escaped(one.name),
        mode="lines+markers",
        r=values + values[:1],
        theta=axes + axes[:1],
        text=written + written[:1],
        hovertext=hover + hover[:1],
        hovertemplate=HOVER,
        customdata=[*(parts.said(axis, one, w) for axis, w in named), None],
        line=line(one.role),
        marker=marker(one.role),
        fill="none" if None in values else "toself",
        fillcolor=f"var(--{LOOKS[one.role].css}-fill)",
        hoveron="points",
        connectgaps=False,
        cliponaxis=False,
    )
