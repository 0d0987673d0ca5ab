"""Averages over time as Plotly draws them."""

from typing import Any

import plotly.graph_objects as go

from app.charts.development import (
    COUNTS,
    HEIGHT,
    LEFT,
    QUARTERS,
    RIGHT,
    AveragePoint,
    AverageSeries,
    DevelopmentFigure,
    Plane,
    runs,
)
from app.charts.plotly_parts import (
    HOVER,
    Canvas,
    PlotlyFigure,
    axis,
    escaped,
    finished,
    line,
    marker,
)

_BREAK = {"color": "var(--figure-missing)", "width": 1.5, "dash": "4px,4px"}


def development_plotly(figure: DevelopmentFigure) -> PlotlyFigure:
    """The same averages and bars on the same scale of years, with the same breaks."""
    plane = Plane(figure)
    canvas = Canvas(plane.legend.bottom)
    across = axis(canvas.across(LEFT, RIGHT), _years(plane))
    layout = {
        "xaxis": across,
        "xaxis2": {**across, "anchor": "y2"},
        "yaxis": {
            **axis(canvas.up(plane.base - HEIGHT, plane.base), (0, float(figure.max))),
            "showgrid": True,
            "tickvals": [float(figure.max * quarter) for quarter in QUARTERS],
        },
        "yaxis2": axis(canvas.up(plane.foot - COUNTS, plane.foot), (0, plane.most)),
        "shapes": [
            *(canvas.line(x, plane.top, plane.foot, _BREAK) for x in plane.breaks),
            *canvas.legend(plane.legend),
        ],
        "annotations": canvas.annotations([*plane.texts(), *plane.legend.texts()]),
    }
    averages = [_averages(one) for one in figure.series]
    return finished([*averages, _counts(figure, plane)], layout, canvas)


def _years(plane: Plane) -> tuple[float, float]:
    """The years at both ends of the base line."""
    middle, half = (LEFT + RIGHT) / 2, (RIGHT - LEFT) / 2
    year = plane.first + (middle - plane.x(plane.first)) / plane.unit
    return (year - half / plane.unit, year + half / plane.unit)


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


def _counts(figure: DevelopmentFigure, plane: Plane) -> "go.Bar":
    return go.Bar(
        name=escaped(figure.counts_title),
        x=[one.year for one in figure.counts],
        y=[one.count for one in figure.counts],
        hovertext=[escaped(one.said) for one in figure.counts],
        hovertemplate=HOVER,
        customdata=[one.said for one in figure.counts],
        width=plane.bar_width / plane.unit,
        marker={"color": "var(--figure-missing)"},
        xaxis="x2",
        yaxis="y2",
        cliponaxis=False,
        textposition="none",
    )
