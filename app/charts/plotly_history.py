"""Own evaluations over time as Plotly draws them."""

from collections.abc import Sequence
from itertools import pairwise

import plotly.graph_objects as go

from app.charts.history import HEIGHT, LEFT, QUARTERS, RIGHT, Timeline
from app.charts.look import LOOKS
from app.charts.plotly_parts import (
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
from app.charts.values import HistoryFigure, HistoryPoint, Role

_BREAK = {"color": "var(--figure-missing)", "width": 1.5, "dash": "4px,4px"}
_UNKNOWN = {
    "fillcolor": "var(--figure-surface)",
    "line": {"color": LOOKS[Role.SUBJECT].variable, "width": 1.75, "dash": "3px,2px"},
}
"""An open mark on the base line. It is no point of the data."""


def history_plotly(figure: HistoryFigure) -> PlotlyFigure:
    """The same points on the same scale of time, with the same breaks."""
    timeline = Timeline(figure)
    canvas = Canvas(timeline.height)
    texts = [*timeline.scale(), *timeline.values(), *timeline.labels()]
    layout = {
        "xaxis": axis(canvas.across(LEFT, RIGHT), _years(timeline)),
        "yaxis": {
            **axis(canvas.up(timeline.base - HEIGHT, timeline.base), (0, float(figure.max))),
            "showgrid": True,
            "tickvals": [float(figure.max * quarter) for quarter in QUARTERS],
        },
        "shapes": [
            *(canvas.line(x, top, bottom, GRID) for x, top, bottom in timeline.ticks()),
            *(canvas.line(x, timeline.top, timeline.base, _BREAK) for x in timeline.breaks),
            *(
                canvas.mark(Role.SUBJECT, timeline.x(point.year), timeline.base, _UNKNOWN)
                for point in figure.points
                if point.value is None
            ),
        ],
        "annotations": canvas.annotations(texts),
    }
    return finished([_trace(figure)], layout, canvas)


def _years(timeline: Timeline) -> tuple[float, float]:
    """The years at both ends of the base line."""
    if timeline.first == timeline.last:
        return (timeline.first - 1, timeline.last + 1)
    unit = (timeline.last - timeline.first) / (
        timeline.x(timeline.last) - timeline.x(timeline.first)
    )
    inset = (timeline.x(timeline.first) - LEFT) * unit
    return (timeline.first - inset, timeline.last + inset)


def _trace(figure: HistoryFigure) -> "go.Scatter":
    """One trace; where the segment changes an empty point breaks the line."""
    points = _with_gaps(figure.points)
    written = [None if p is None else _written(figure, p) for p in points]
    sentences = [None if p is None else f"{p.label}: {_written(figure, p)}" for p in points]
    return go.Scatter(
        name=escaped(figure.title),
        mode="lines+markers",
        x=[None if p is None else p.year for p in points],
        y=[None if p is None else value(p.value) for p in points],
        text=written,
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


def _written(figure: HistoryFigure, point: HistoryPoint) -> str:
    return figure.missing_label if point.value is None else figure.format_points(point.value)
