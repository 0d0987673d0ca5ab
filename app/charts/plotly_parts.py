"""What the Plotly figures share."""

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from typing import Any, Final, TypeAlias

import plotly.graph_objects as go
from plotly.basedatatypes import BaseTraceType

from app.charts import lettering
from app.charts.look import LOOKS
from app.charts.values import Role

PlotlyFigure: TypeAlias = dict[str, Any]
"""`data`, `layout` and `config`, ready for JSON."""

HOVER: Final = "%{hovertext}<extra></extra>"
TEXT_SIZE: Final = 13
GREY: Final = "var(--figure-missing)"

_LEGEND_ROOM: Final = 230
"""The longest line of a name in the legend; it has to fit the narrowest page."""


def finished(data: Sequence[BaseTraceType], layout: dict[str, Any]) -> PlotlyFigure:
    """Checked by Plotly's own rules, without a template."""
    figure = go.Figure(data=data, layout={"template": None, **layout}).to_plotly_json()
    figure["layout"].pop("template", None)
    return {
        "data": [_plain(trace) for trace in figure["data"]],
        "layout": _plain(figure["layout"]),
        "config": {"displayModeBar": False, "responsive": False, "scrollZoom": False},
    }


def value(found: Decimal | None) -> float | None:
    """A value as JSON has it; a missing one is null."""
    return None if found is None else float(found)


def escaped(text: str) -> str:
    """Text as Plotly shows it: it would take tags for markup."""
    return escape(text, quote=False)


def name(text: str) -> str:
    """The name of a series, in lines that fit the legend."""
    return "<br>".join(map(escaped, lettering.wrapped(text, TEXT_SIZE, _LEGEND_ROOM)))


def tick(lines: Sequence[str]) -> str:
    """The label of an axis in lines."""
    return "<br>".join(map(escaped, lines))


def line(role: Role) -> dict[str, Any]:
    look = LOOKS[role]
    dash = ",".join(f"{length}px" for length in look.dash) or "solid"
    return {"color": look.variable, "width": 2, "dash": dash}


def marker(role: Role, size: int = 9) -> dict[str, Any]:
    look = LOOKS[role]
    return {
        "color": look.variable,
        "symbol": look.mark,
        "size": size,
        "line": {"color": "var(--figure-surface)", "width": 1},
    }


def shared_layout(title: str) -> dict[str, Any]:
    """What is alike in every figure. The title is said beside the drawing, not in it."""
    return {
        "meta": {"title": title},
        "font": {"size": TEXT_SIZE},
        "dragmode": False,
        "hovermode": "closest",
        "legend": {
            "orientation": "h",
            "x": 0,
            "xanchor": "left",
            "y": 0,
            "yref": "container",
            "yanchor": "bottom",
            "itemclick": False,
            "itemdoubleclick": False,
        },
    }


def _plain(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: _plain(item) for key, item in found.items()}
    if isinstance(found, list | tuple):
        return [_plain(item) for item in found]
    return found
