"""A distribution as Plotly draws it."""

from typing import Final

import plotly.graph_objects as go

from app.charts.distribution.drawing import LEFT, PlacedStrip, Strips
from app.charts.look import LOOKS, SeriesRole
from app.charts.plotly_parts import (
    DASHED,
    GRID,
    HOVER,
    Canvas,
    PlotlyFigure,
    axis,
    escaped,
    finished,
    marker,
    meta,
    value,
)

PUBLISHED: Final = {
    "color": LOOKS[SeriesRole.SECOND_REFERENCE].variable,
    "width": 2,
    "dash": "2px,3px",
}
"""An average that somebody else published."""
OTHERS: Final = "var(--figure-dot)"
"""Everybody beside the one that a figure is about."""
POLE: Final = {"color": "var(--figure-text)", "width": 1}
"""From a name to its dot."""


def plotly(strips: Strips) -> PlotlyFigure:
    """The same dots in the same places, with the same medians."""
    canvas = Canvas(strips.width, strips.height)
    layout = {
        "xaxis": axis(canvas.across(LEFT, strips.right), (0, float(strips.max))),
        "yaxis": axis([0, 1], (strips.height, 0)),
        "shapes": [
            *(canvas.line(x, top, bottom, GRID) for x, top, bottom in strips.grid()),
            *(canvas.line(x, top, bottom, POLE) for x, top, bottom in strips.poles()),
            *(canvas.level(LEFT, strips.right, strip.base, GRID) for strip in strips.strips),
            *(canvas.line(x, top, bottom, DASHED) for x, top, bottom in strips.medians()),
            *(canvas.line(x, top, bottom, PUBLISHED) for x, top, bottom in strips.published()),
        ],
        "annotations": canvas.annotations(strips.texts()),
    }
    traces = []
    first = 0
    for placed in strips.strips:
        traces.append(_trace(strips, placed, first))
        first += len(placed.dots)
    return finished(traces, layout, canvas)


def _trace(strips: Strips, placed: PlacedStrip, first: int) -> "go.Scatter":
    """The dots of one strip; `first` is how many stand in the strips before it."""
    numbers = range(first, first + len(placed.dots))
    sentences = [strips.said(dot.dot) for dot in placed.dots]
    return go.Scatter(
        name=escaped(placed.strip.name),
        mode="markers",
        meta=meta(placed.strip.role, [(dot.x, dot.y) for dot in placed.dots], numbers),
        x=[value(dot.dot.value) for dot in placed.dots],
        y=[round(dot.y, 2) for dot in placed.dots],
        text=[strips.write(dot.dot.value) for dot in placed.dots],
        hovertext=[escaped(sentence) for sentence in sentences],
        hovertemplate=HOVER,
        customdata=sentences,
        marker=_marker(placed) if strips.is_about_one else marker(placed.strip.role),
        cliponaxis=False,
    )


def _marker(placed: PlacedStrip) -> dict[str, object]:
    """What a figure is about is a full circle, what was before it a hollow one, and the others are
    smaller and grey, as in the SVG."""
    own = marker(SeriesRole.SUBJECT)
    marked = [one.dot.is_marked for one in placed.dots]
    return {
        **own,
        "color": [own["color"] if one else OTHERS for one in marked],
        "symbol": [
            f"{own['symbol']}-open" if one.dot.earlier else own["symbol"] for one in placed.dots
        ],
        "size": [12 if one else own["size"] for one in marked],
    }
