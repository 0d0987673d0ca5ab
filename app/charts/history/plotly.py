"""Own evaluations over time as Plotly draws them."""

from collections.abc import Sequence
from itertools import pairwise

import plotly.graph_objects as go

from app.charts.history.drawing import HistoryPoint, Timeline
from app.charts.look import LOOKS, QUARTERS, Role
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
    value,
)
from app.charts.timescale import HEIGHT, LEFT

_UNKNOWN = {
    "fillcolor": "var(--figure-surface)",
    "line": {"color": LOOKS[Role.SUBJECT].variable, "width": 1.75, "dash": "3px,2px"},
}
"""An open mark on the base line. It is no point of the data."""


def plotly(timeline: Timeline, name: str) -> PlotlyFigure:
    """The same points on the same scale of time, with the same breaks."""
    canvas = Canvas(timeline.width, timeline.height)
    texts = [*timeline.scale(), *timeline.values(), *timeline.labels()]
    layout = {
        "xaxis": axis(canvas.across(LEFT, timeline.right), timeline.ends()),
        "yaxis": {
            **axis(canvas.up(timeline.base - HEIGHT, timeline.base), (0, float(timeline.max))),
            "showgrid": True,
            "tickvals": [float(timeline.max * quarter) for quarter in QUARTERS],
        },
        "shapes": [
            *(canvas.line(x, top, bottom, GRID) for x, top, bottom in timeline.ticks()),
            *(canvas.line(x, timeline.top, timeline.base, DASHED) for x in timeline.breaks),
            *(
                canvas.mark(Role.SUBJECT, timeline.x(point.year), timeline.base, _UNKNOWN)
                for point in timeline.points
                if point.value is None
            ),
        ],
        "annotations": canvas.annotations(texts),
    }
    return finished([_trace(timeline, name)], layout, canvas)


def _trace(timeline: Timeline, name: str) -> "go.Scatter":
    """One trace; where the segment changes an empty point breaks the line."""
    points = _with_gaps(timeline.points)
    sentences = [None if p is None else timeline.said(p) for p in points]
    return go.Scatter(
        name=escaped(name),
        mode="lines+markers",
        x=[None if p is None else p.year for p in points],
        y=[None if p is None else value(p.value) for p in points],
        text=[None if p is None else timeline.write(p.value) for p in points],
        hovertext=[None if s is None else escaped(s) for s in sentences],
        hovertemplate=HOVER,
        customdata=sentences,
        line=line(Role.SUBJECT),
        marker=marker(Role.SUBJECT),
        connectgaps=False,
        cliponaxis=False,
    )


def _with_gaps(points: Sequence[HistoryPoint]) -> list[HistoryPoint | None]:
    found: list[HistoryPoint | None] = list(points[:1])
    for before, point in pairwise(points):
        found += [point] if point.segment == before.segment else [None, point]
    return found
