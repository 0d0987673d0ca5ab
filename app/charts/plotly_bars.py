"""Bars as Plotly draws them."""

from typing import Any

import plotly.graph_objects as go

from app.charts import parts
from app.charts.bars import BAR, LEFT, RIGHT, Rows
from app.charts.plotly_parts import (
    GRID,
    HOVER,
    Canvas,
    PlotlyFigure,
    axis,
    escaped,
    finished,
    marker,
    value,
)
from app.charts.values import BarsFigure, Role, Series


def bars_plotly(figure: BarsFigure) -> PlotlyFigure:
    """The same rows: bars for the first series, marks under them for the others."""
    rows = Rows(figure)
    height = rows.legend.bottom
    canvas = Canvas(height)
    texts = [*rows.names(), *rows.values(), *rows.scale(), *rows.legend.texts()]
    layout = {
        "xaxis": axis(canvas.across(LEFT, RIGHT), (0, float(rows.max))),
        "yaxis": axis([0, 1], (height, 0)),
        "shapes": [
            *(canvas.line(x, top, bottom, GRID) for x, top, bottom in rows.grid()),
            *canvas.legend(rows.legend),
        ],
        "annotations": [
            *canvas.annotations(texts),
            *canvas.crosses([*rows.crosses(), *rows.legend.crosses()]),
        ],
    }
    return finished([_trace(figure, one, rows) for one in figure.series], layout, canvas)


def _trace(figure: BarsFigure, one: Series, rows: Rows) -> "go.Bar | go.Scatter":
    written = [
        figure.missing_label if found is None else figure.format_points(found)
        for found in one.values
    ]
    named = list(zip(figure.axes, written, strict=True))
    shared: dict[str, Any] = {
        "name": escaped(one.name),
        "x": [value(found) for found in one.values],
        "text": written,
        "hovertext": [
            f"{escaped(axis.label)}<br>{escaped(one.name)}: {escaped(w)}" for axis, w in named
        ],
        "hovertemplate": HOVER,
        "customdata": [parts.said(axis, one, w) for axis, w in named],
        "cliponaxis": False,
    }
    if one.role is Role.SUBJECT:
        return go.Bar(
            **shared,
            orientation="h",
            y=[row.bar + BAR / 2 for row in rows.rows],
            width=BAR,
            marker={"color": marker(one.role)["color"]},
            textposition="none",
        )
    heights = [row.marks for row in rows.rows]
    return go.Scatter(**shared, mode="markers", y=heights, marker=marker(one.role))
