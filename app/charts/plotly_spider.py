"""The spider as Plotly draws it."""

import plotly.graph_objects as go

from app.charts import lettering, parts
from app.charts.look import LOOKS
from app.charts.plotly_parts import (
    HOVER,
    TEXT_SIZE,
    PlotlyFigure,
    escaped,
    finished,
    line,
    marker,
    name,
    shared_layout,
    tick,
    value,
)
from app.charts.spider import FULL, RINGS
from app.charts.values import Series, SpiderFigure

_LABEL_ROOM = 84


def spider_plotly(figure: SpiderFigure) -> PlotlyFigure:
    """The same polygons on the same axes; where a value is missing the line has a gap."""
    count = len(figure.axes)
    angles = [360 * at / count for at in range(count)]
    labels = [
        tick(lettering.in_two_lines(f"{no}\N{NO-BREAK SPACE}{axis.short}", TEXT_SIZE, _LABEL_ROOM))
        for no, axis in enumerate(figure.axes, 1)
    ]
    polar = {
        "gridshape": "linear",
        "angularaxis": {
            "direction": "clockwise",
            "rotation": 90,
            "tickvals": angles,
            "ticktext": labels,
            "tickfont": {"size": TEXT_SIZE - 1},
        },
        "radialaxis": {
            "range": [0, FULL],
            "tickvals": list(RINGS),
            "angle": 90,
            "tickangle": 90,
            "tickfont": {"size": TEXT_SIZE - 2},
            "showline": False,
        },
    }
    return finished(
        [_polygon(figure, one, angles) for one in figure.series],
        {
            **shared_layout(figure.title),
            "polar": polar,
            "margin": {"l": 84, "r": 84, "t": 40, "b": 40},
            "showlegend": True,
        },
    )


def _polygon(figure: SpiderFigure, one: Series, angles: list[float]) -> go.Scatterpolar:
    """The first point comes again at the end, and closes the line."""
    values = [value(found) for found in one.values]
    written = [
        figure.missing_label if found is None else figure.format_points(found)
        for found in one.values
    ]
    named = list(zip(figure.axes, written, strict=True))
    hover = [escaped(axis.label) + f"<br>{escaped(one.name)}: {escaped(w)}" for axis, w in named]
    whole = None not in values
    return go.Scatterpolar(
        name=name(one.name),
        mode="lines+markers",
        r=values + values[:1],
        theta=angles + angles[:1],
        text=written + written[:1],
        hovertext=hover + hover[:1],
        hovertemplate=HOVER,
        customdata=[*(parts.said(axis, one, w) for axis, w in named), None],
        line=line(one.role),
        marker=marker(one.role),
        fill="toself" if whole else "none",
        fillcolor=f"var(--{LOOKS[one.role].css}-fill)",
        hoveron="points",
        connectgaps=False,
        cliponaxis=False,
    )
