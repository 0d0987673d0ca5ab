"""Averages over time as Plotly draws them."""

from typing import Any

import plotly.graph_objects as go

from app.charts.development.drawing import (
    COUNTS,
    AveragePoint,
    AverageSeries,
    Plane,
    runs,
)
from app.charts.look import QUARTERS
from app.charts.plotly_parts import (
    DASHED,
    HOVER,
    Canvas,
    PlotlyFigure,
    axis,
    escaped,
    finished,
    line,
    marker,
)
from app.charts.timescale import HEIGHT, LEFT


def plotly(plane: Plane) -> PlotlyFigure:
    """The same averages and bars on the same scale of years, with the same breaks."""
    canvas = Canvas(plane.width, plane.height)
    across = axis(canvas.across(LEFT, plane.right), plane.ends())
    layout = {
        "xaxis": across,
        "xaxis2": {**across, "anchor": "y2"},
        "yaxis": {
            **axis(canvas.up(plane.base - HEIGHT, plane.base), (0, float(plane.max))),
            "showgrid": True,
            "tickvals": [float(plane.max * quarter) for quarter in QUARTERS],
        },
        "yaxis2": axis(canvas.up(plane.foot - COUNTS, plane.foot), (0, plane.most)),
        "shapes": [
            *(canvas.line(x, plane.top, plane.foot, DASHED) for x in plane.breaks),
            *canvas.legend(plane.legend),
        ],
        "annotations": canvas.annotations([*plane.texts(), *plane.legend.texts()]),
    }
    averages = [_averages(one) for one in plane.series]
    return finished([*averages, _counts(plane)], layout, canvas)


def _averages(one: AverageSeries) -> "go.Scatter":
    """One trace; where the family changes an empty point breaks the line."""
    points: list[AveragePoint | None] = []
    for run in runs(one):
        points += [*([None] if points and one.joined else []), *run]
    said = [None if point is None else point.said for point in points]
    paint: dict[str, Any] = {"line": line(one.role)} if one.joined else {}
    return go.Scatter(
        name=escaped(one.name),
        mode="lines+markers" if one.joined else "markers",
        x=[None if point is None else point.year for point in points],
        y=[None if point is None else float(point.value) for point in points],
        hovertext=[None if words is None else escaped(words) for words in said],
        hovertemplate=HOVER,
        customdata=said,
        marker=marker(one.role),
        connectgaps=False,
        cliponaxis=False,
        **paint,
    )


def _counts(plane: Plane) -> "go.Bar":
    return go.Bar(
        name=escaped(plane.counts.title),
        x=[one.year for one in plane.counts.years],
        y=[one.count for one in plane.counts.years],
        hovertext=[escaped(one.said) for one in plane.counts.years],
        hovertemplate=HOVER,
        customdata=[one.said for one in plane.counts.years],
        width=plane.bar_width / plane.unit,
        marker={"color": "var(--figure-missing)"},
        xaxis="x2",
        yaxis="y2",
        cliponaxis=False,
        textposition="none",
    )
