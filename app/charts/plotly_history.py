"""Own evaluations over time as Plotly draws them."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from app.charts import lettering
from app.charts.plotly_parts import (
    GREY,
    HOVER,
    TEXT_SIZE,
    PlotlyFigure,
    escaped,
    finished,
    line,
    marker,
    shared_layout,
    tick,
    value,
)
from app.charts.values import HistoryBreak, HistoryFigure, HistoryPoint, Role

_LABEL_ROOM = 80


def history_plotly(figure: HistoryFigure) -> PlotlyFigure:
    """The same points on the same scale of time, with the same breaks."""
    first = min(point.year for point in figure.points)
    last = max(point.year for point in figure.points)
    pad = max((last - first) * 0.12, 0.5)
    quarters = [figure.max * quarter / 4 for quarter in range(5)]
    return finished(
        [_trace(figure)],
        {
            **shared_layout(figure.title),
            "xaxis": {
                "range": [first - pad, last + pad],
                "tickvals": [point.year for point in figure.points],
                "ticktext": [
                    tick(lettering.wrapped(point.label, TEXT_SIZE - 1, _LABEL_ROOM))
                    for point in figure.points
                ],
                "tickfont": {"size": TEXT_SIZE - 1},
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "automargin": True,
            },
            "yaxis": {
                "range": [0, float(figure.max) * 1.08],
                "tickvals": [float(quarter) for quarter in quarters],
                "ticktext": [figure.format_points(quarter) for quarter in quarters],
                "fixedrange": True,
            },
            "shapes": [_break_line(one) for one in figure.breaks],
            "annotations": [
                *(_break_words(one) for one in figure.breaks),
                *(_missing(figure, point) for point in figure.points if point.value is None),
            ],
            "margin": {"l": 40, "r": 8, "t": 28, "b": 40},
            "showlegend": False,
        },
    )


def _trace(figure: HistoryFigure) -> go.Scatter:
    """One trace; where the segment changes an empty point breaks the line."""
    points = _with_gaps(figure.points)
    written = [None if p is None else _written(figure, p) for p in points]
    sentences = [None if p is None else f"{p.label}: {_written(figure, p)}" for p in points]
    return go.Scatter(
        name=escaped(figure.title),
        mode="lines+markers+text",
        x=[None if p is None else p.year for p in points],
        y=[None if p is None else value(p.value) for p in points],
        text=written,
        textposition="top center",
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


def _break_line(one: HistoryBreak) -> dict[str, Any]:
    middle = (one.after_year + one.before_year) / 2
    return {
        "type": "line",
        "x0": middle,
        "x1": middle,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": GREY, "width": 1.5, "dash": "4px,4px"},
    }


def _break_words(one: HistoryBreak) -> dict[str, Any]:
    return {
        "x": (one.after_year + one.before_year) / 2,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": escaped(one.label),
        "showarrow": False,
    }


def _missing(figure: HistoryFigure, point: HistoryPoint) -> dict[str, Any]:
    """An open mark on the base line, and its words; no value is drawn."""
    return {
        "x": point.year,
        "y": 0,
        "yref": "paper",
        "yanchor": "bottom",
        "text": f"{escaped(figure.missing_label)}<br>○",
        "showarrow": False,
    }
