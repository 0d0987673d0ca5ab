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
from app.charts.plotly_parts import (
    DASHED,
    GRID,
    HOVER,
    Canvas,
    PlotlyFigure,
    axis,
    escaped,
    finished,
    line,
    marker,
    meta,
)
from app.charts.timescale import LEFT


def plotly(plane: Plane) -> PlotlyFigure:
    """The same averages and bars on the same scale of years, with the same breaks."""
    canvas = Canvas(plane.width, plane.height)
    across = axis(canvas.across(LEFT, plane.right), plane.ends())
    layout = {
        "xaxis": across,
        "xaxis2": {**across, "anchor": "y2"},
        "yaxis": {
            **axis(canvas.up(plane.base - plane.tall, plane.base), (0, float(plane.max))),
        },
        "yaxis2": axis(canvas.up(plane.foot - COUNTS, plane.foot), (0, plane.most)),
        "shapes": [
            *(canvas.level(LEFT, plane.right, y, GRID) for y in (*plane.levels(), plane.foot)),
            *(canvas.line(x, top, foot, DASHED) for x, top, foot in plane.stretches()),
        ],
        "annotations": canvas.annotations(plane.texts()),
    }
    averages = [_averages(one, plane) for one in reversed(plane.series)]
    return finished([_counts(plane), *averages], layout, canvas)


def _averages(one: AverageSeries, plane: Plane) -> "go.Scatter":
    """One trace; where the family changes an empty point breaks the line."""
    points: list[AveragePoint | None] = []
    for run in runs(one):
        points += [*([None] if points and one.joined else []), *run]
    said = [None if point is None else plane.said(point.year) for point in points]
    paint: dict[str, Any] = {"line": line(one.role)} if one.joined else {}
    return go.Scatter(
        name=escaped(one.name),
        mode="lines+markers" if one.joined else "markers",
        meta=meta(
            one.role,
            [None if p is None else plane.place(p) for p in points],
            [None if p is None else plane.dates.index(p.year) for p in points],
        ),
        x=[None if point is None else plane.year_at(point) for point in points],
        y=[None if point is None else float(point.value) for point in points],
        hovertext=[None if p is None else _hover(plane, p.year) for p in points],
        hovertemplate=HOVER,
        customdata=said,
        marker=marker(one.role),
        connectgaps=False,
        cliponaxis=False,
        **paint,
    )


def _counts(plane: Plane) -> "go.Bar":
    years = plane.counts.years
    return go.Bar(
        name=escaped(plane.counts.title),
        meta=meta(
            None,
            [(plane.x(one.year), plane.top_of(one.count)) for one in years],
            [plane.dates.index(one.year) for one in years],
        ),
        x=[one.year for one in years],
        y=[one.count for one in years],
        hovertext=[_hover(plane, one.year) for one in years],
        hovertemplate=HOVER,
        customdata=[plane.said(one.year) for one in years],
        width=plane.bar_width / plane.unit,
        marker={"color": "var(--figure-missing)"},
        xaxis="x2",
        yaxis="y2",
        cliponaxis=False,
        textposition="none",
    )


def _hover(plane: Plane, year: int) -> str:
    """All of a year, a line each."""
    return escaped(plane.said(year)).replace(". ", "<br>")
