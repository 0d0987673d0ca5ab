"""Bars as Plotly draws them."""

import plotly.graph_objects as go

from app.charts.bars.drawing import BAR, LEFT, Rows
from app.charts.look import SeriesRole
from app.charts.parts import Series
from app.charts.plotly_parts import (
    GRID,
    Canvas,
    PlotlyFigure,
    axis,
    finished,
    marker,
    meta,
    value,
)


def plotly(rows: Rows) -> PlotlyFigure:
    """The same rows: bars for the first series, marks under them for the others."""
    canvas = Canvas(rows.width, rows.height)
    texts = [*rows.names(), *rows.values(), *rows.scale()]
    layout = {
        "xaxis": axis(canvas.across(LEFT, rows.right), (0, float(rows.max))),
        "yaxis": axis([0, 1], (rows.height, 0)),
        "shapes": [canvas.line(x, top, bottom, GRID) for x, top, bottom in rows.grid()],
        "annotations": [*canvas.annotations(texts), *canvas.crosses(rows.crosses())],
    }
    return finished([_trace(one, rows) for one in reversed(rows.figure.series)], layout, canvas)


def _trace(one: Series, rows: Rows) -> "go.Bar | go.Scatter":
    points = rows.figure.plotted(one)
    values = [value(found) for found in one.values]
    heights = [
        row.bar + BAR / 2 if one.role is SeriesRole.SUBJECT else row.marks for row in rows.rows
    ]
    places = [
        None if found is None else (rows.x(found), y)
        for found, y in zip(one.values, heights, strict=True)
    ]
    if one.role is SeriesRole.SUBJECT:
        return go.Bar(
            **points,
            meta=meta(one.role, places),
            x=values,
            orientation="h",
            y=heights,
            width=BAR,
            marker={"color": marker(one.role)["color"]},
            textposition="none",
        )
    return go.Scatter(
        **points,
        meta=meta(one.role, places),
        x=values,
        mode="markers",
        y=heights,
        marker=marker(one.role),
    )
