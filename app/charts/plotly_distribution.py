"""A distribution as Plotly draws it."""

import plotly.graph_objects as go

from app.charts.distribution import LEFT, RIGHT, PlacedStrip, Strips, said
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
from app.charts.values import DistributionFigure

_MEDIAN = {"color": "var(--figure-missing)", "width": 1.5, "dash": "4px,4px"}


def distribution_plotly(figure: DistributionFigure) -> PlotlyFigure:
    """The same dots in the same places, with the same medians."""
    strips = Strips(figure)
    canvas = Canvas(strips.height)
    layout = {
        "xaxis": axis(canvas.across(LEFT, RIGHT), (0, float(figure.max))),
        "yaxis": axis([0, 1], (strips.height, 0)),
        "shapes": [
            *(canvas.line(x, top, bottom, GRID) for x, top, bottom in strips.grid()),
            *(canvas.level(LEFT, RIGHT, strip.base, GRID) for strip in strips.strips),
            *(canvas.line(x, top, bottom, _MEDIAN) for x, top, bottom in strips.medians()),
        ],
        "annotations": canvas.annotations(strips.texts()),
    }
    return finished([_trace(figure, placed) for placed in strips.strips], layout, canvas)


def _trace(figure: DistributionFigure, placed: PlacedStrip) -> "go.Scatter":
    sentences = [said(figure, dot.dot) for dot in placed.dots]
    return go.Scatter(
        name=escaped(placed.strip.name),
        mode="markers",
        x=[value(dot.dot.value) for dot in placed.dots],
        y=[round(dot.y, 2) for dot in placed.dots],
        text=[figure.format_points(dot.dot.value) for dot in placed.dots],
        hovertext=[escaped(sentence) for sentence in sentences],
        hovertemplate=HOVER,
        customdata=sentences,
        marker=marker(placed.strip.role),
        cliponaxis=False,
    )
