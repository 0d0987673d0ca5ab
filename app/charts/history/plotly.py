"""Own evaluations over time as Plotly draws them."""

from collections.abc import Sequence
from itertools import pairwise

import plotly.graph_objects as go

from app.charts.history.drawing import HistoryPoint, Timeline
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
    line,
    marker,
    meta,
    value,
)
from app.charts.timescale import LEFT

_UNKNOWN = {
    "fillcolor": "var(--figure-surface)",
    "line": {"color": LOOKS[SeriesRole.SUBJECT].variable, "width": 1.75, "dash": "3px,2px"},
}
"""An open mark below the scale. It is no point of the data."""


def plotly(timeline: Timeline, name: str) -> PlotlyFigure:
    """The same points on the same scale of time, with the same breaks."""
    canvas = Canvas(timeline.width, timeline.height)
    texts = [*timeline.scale(), *timeline.values(), *timeline.labels()]
    up = canvas.up(timeline.base - timeline.tall, timeline.base)
    layout = {
        "xaxis": axis(canvas.across(LEFT, timeline.right), timeline.ends()),
        "yaxis": axis(up, (0, float(timeline.max))),
        "shapes": [
            *(canvas.level(LEFT, timeline.right, y, GRID) for y in timeline.levels()),
            *(canvas.line(x, top, bottom, GRID) for x, top, bottom in timeline.ticks()),
            *(canvas.line(x, timeline.top, timeline.base, DASHED) for x in timeline.breaks),
            *(canvas.mark(SeriesRole.SUBJECT, x, y, _UNKNOWN) for x, y in timeline.missing()),
        ],
        "annotations": canvas.annotations(texts),
    }
    return finished([_trace(timeline, name)], layout, canvas)


def _trace(timeline: Timeline, name: str) -> "go.Scatter":
    """One trace; where the segment changes an empty point breaks the line."""
    points = _with_gaps(timeline.points)
    numbers = [None if p is None else timeline.points.index(p) for p in points]
    sentences = [None if p is None else timeline.said(p) for p in points]
    places = [
        None if p is None or p.value is None else (timeline.x(p.year), timeline.y(p.value))
        for p in points
    ]
    return go.Scatter(
        name=escaped(name),
        mode="lines+markers",
        meta=meta(SeriesRole.SUBJECT, places, numbers),
        x=[None if p is None else p.year for p in points],
        y=[None if p is None else value(p.value) for p in points],
        text=[None if p is None else timeline.write(p.value) for p in points],
        hovertext=[None if s is None else escaped(s) for s in sentences],
        hovertemplate=HOVER,
        customdata=sentences,
        line=line(SeriesRole.SUBJECT),
        marker=marker(SeriesRole.SUBJECT),
        connectgaps=False,
        cliponaxis=False,
    )


def _with_gaps(points: Sequence[HistoryPoint]) -> list[HistoryPoint | None]:
    found: list[HistoryPoint | None] = list(points[:1])
    for before, point in pairwise(points):
        found += [point] if point.segment == before.segment else [None, point]
    return found
