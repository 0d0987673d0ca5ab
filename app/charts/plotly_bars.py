"""Bars as Plotly draws them."""

from typing import Any

import plotly.graph_objects as go

from app.charts import lettering, parts
from app.charts.plotly_parts import (
    HOVER,
    TEXT_SIZE,
    PlotlyFigure,
    escaped,
    finished,
    marker,
    name,
    shared_layout,
    tick,
    value,
)
from app.charts.values import BarsFigure, Role, Series

_LABEL_ROOM = 104


def bars_plotly(figure: BarsFigure) -> PlotlyFigure:
    """The same rows, from the top down; words stand where the bar has no value."""
    rows = list(range(len(figure.axes)))
    most = max((float(axis.max) for axis in figure.axes), default=1.0)
    labels = [tick(lettering.wrapped(a.label, TEXT_SIZE - 1, _LABEL_ROOM)) for a in figure.axes]
    return finished(
        [_trace(figure, one) for one in figure.series],
        {
            **shared_layout(figure.title),
            "xaxis": {
                "range": [0, most * 1.12],
                "tickvals": [most * quarter / 4 for quarter in range(5)],
                "fixedrange": True,
                "zeroline": True,
            },
            "yaxis": {
                "tickvals": rows,
                "ticktext": labels,
                "tickfont": {"size": TEXT_SIZE - 1},
                "range": [len(rows) - 0.5, -0.5],
                "showgrid": False,
                "fixedrange": True,
                "automargin": True,
            },
            "annotations": [
                _missing(figure, row)
                for row in rows
                if figure.series and figure.series[0].values[row] is None
            ],
            "margin": {"l": 112, "r": 12, "t": 8, "b": 40},
            "showlegend": True,
        },
    )


def _trace(figure: BarsFigure, one: Series) -> go.Bar | go.Scatter:
    written = [
        figure.missing_label if found is None else figure.format_points(found)
        for found in one.values
    ]
    named = list(zip(figure.axes, written, strict=True))
    shared: dict[str, Any] = {
        "name": name(one.name),
        "x": [value(found) for found in one.values],
        "y": list(range(len(figure.axes))),
        "text": written,
        "hovertext": [
            escaped(axis.label) + f"<br>{escaped(one.name)}: {escaped(w)}" for axis, w in named
        ],
        "hovertemplate": HOVER,
        "customdata": [parts.said(axis, one, w) for axis, w in named],
        "cliponaxis": False,
    }
    if one.role is Role.SUBJECT:
        colour = {"color": marker(one.role)["color"]}
        return go.Bar(**shared, orientation="h", marker=colour, textposition="outside", width=0.5)
    return go.Scatter(**shared, mode="markers", marker=marker(one.role, 11))


def _missing(figure: BarsFigure, row: int) -> dict[str, Any]:
    return {
        "x": 0,
        "y": row,
        "text": escaped(figure.missing_label),
        "showarrow": False,
        "xanchor": "left",
        "xshift": 4,
    }
