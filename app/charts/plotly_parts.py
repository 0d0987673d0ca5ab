"""What the Plotly figures share: names, values, dashes and marks are those of the drawings.

Colours are names of the style sheet, which the script looks up, so they are right in light and
dark. There is no template. In every trace `hovertext` is what a mouse is told and `customdata` the
same in one sentence, for those who step through the points with the keyboard.

They are laid out in the units of the drawings: `layout` has the width and height of the SVG, and
the script brings both, and the size of the text, to the width that there is. So nothing moves when
the one takes the place of the other.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import plotly.graph_objects as go

from app.charts.look import LOOKS, TEXT_SIZE, SeriesRole
from app.charts.parts import CORNERS, Cross, TextLine

if TYPE_CHECKING:
    from plotly.basedatatypes import BaseTraceType

PlotlyFigure: TypeAlias = dict[str, Any]
"""`data`, `layout` and `config`, ready for JSON."""

HOVER: Final = "%{hovertext}<extra></extra>"
GRID: Final = {"color": "var(--figure-grid)", "width": 1}
DASHED: Final = {"color": "var(--figure-missing)", "width": 1.5, "dash": "4px,4px"}
"""Where a method ends, or the middle."""

_MIDDLE: Final = 4.3
"""From the baseline of a text up to its middle."""
_XANCHORS: Final = {"start": "left", "middle": "center", "end": "right"}
_INVISIBLE: Final = {
    "showgrid": False,
    "showline": False,
    "showticklabels": False,
    "ticks": "",
    "zeroline": False,
    "fixedrange": True,
}


class Canvas:
    """The drawing's own units in the terms of Plotly."""

    def __init__(self, width: float, height: float) -> None:
        self.width = width
        self.height = height

    def across(self, left: float, right: float) -> list[float]:
        """A part of the width as shares of it."""
        return [left / self.width, right / self.width]

    def up(self, top: float, bottom: float) -> list[float]:
        """A part of the height as shares of it, counted from below as Plotly does."""
        return [1 - bottom / self.height, 1 - top / self.height]

    def annotations(self, texts: Iterable[TextLine]) -> list[dict[str, Any]]:
        """The same texts in the same places."""
        return [
            {
                **self._at(text.x, text.y - _MIDDLE),
                "text": f"<b>{escaped(text.content)}</b>" if text.bold else escaped(text.content),
                "xanchor": _XANCHORS[text.anchor],
            }
            for text in texts
        ]

    def crosses(self, crosses: Iterable[Cross]) -> list[dict[str, Any]]:
        """The same crosses where a figure is missing."""
        return [
            {
                **self._at(cross.x, cross.y),
                "text": "×",
                "font": {"color": LOOKS[cross.role].variable},
            }
            for cross in crosses
        ]

    def line(self, x: float, top: float, bottom: float, pen: dict[str, Any]) -> dict[str, Any]:
        """An upright line behind the figures."""
        return self._box("line", x, top, x, bottom, {"layer": "below", "line": pen})

    def level(self, left: float, right: float, y: float, pen: dict[str, Any]) -> dict[str, Any]:
        """A level line behind the figures."""
        return self._box("line", left, y, right, y, {"layer": "below", "line": pen})

    def band(
        self, outer: Sequence[tuple[float, float]], inner: Sequence[tuple[float, float]]
    ) -> list[dict[str, Any]]:
        """The middle half of a set between two closed lines, behind the figures."""
        rings = []
        for edge in (outer, inner):
            places = [f"{x / self.width:.5f},{1 - y / self.height:.5f}" for x, y in edge]
            rings.append(f"M{'L'.join(places)}Z")
        paint = {
            "fillcolor": "var(--figure-middle)",
            "fillrule": "evenodd",
            "line": {"color": "var(--figure-grid)", "width": 1},
            "layer": "below",
        }
        return [{"type": "path", "xref": "paper", "yref": "paper", "path": "".join(rings), **paint}]

    def mark(self, role: SeriesRole, x: float, y: float, paint: dict[str, Any]) -> dict[str, Any]:
        """The mark of a series as a shape, for where it is no point of the data."""
        match LOOKS[role].mark:
            case "circle":
                return self._box("circle", x - 4.5, y - 4.5, x + 4.5, y + 4.5, paint)
            case "square":
                return self._box("rect", x - 4, y - 4, x + 4, y + 4, paint)
        corners = [(x + across, y + down) for across, down in CORNERS[LOOKS[role].mark]]
        places = [f"{left / self.width:.5f},{1 - up / self.height:.5f}" for left, up in corners]
        return {
            "type": "path",
            "xref": "paper",
            "yref": "paper",
            "path": f"M{'L'.join(places)}Z",
            **paint,
        }

    def _box(
        self, kind: str, left: float, top: float, right: float, bottom: float, paint: dict[str, Any]
    ) -> dict[str, Any]:
        x0, x1 = left / self.width, right / self.width
        y0, y1 = self.up(top, bottom)
        places = {"x0": x0, "x1": x1, "y0": y0, "y1": y1}
        return {"type": kind, "xref": "paper", "yref": "paper", **places, **paint}

    def _at(self, x: float, y: float) -> dict[str, Any]:
        return {
            "x": x / self.width,
            "y": 1 - y / self.height,
            "xref": "paper",
            "yref": "paper",
            "yanchor": "middle",
            "borderpad": 0,
            "showarrow": False,
        }


def finished(
    data: Sequence["BaseTraceType"], layout: dict[str, Any], canvas: Canvas
) -> PlotlyFigure:
    """Checked by Plotly's own rules, without a template."""
    shared = {
        "template": None,
        "width": canvas.width,
        "height": round(canvas.height, 2),
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "font": {"size": TEXT_SIZE},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverdistance": -1,
    }
    figure = go.Figure(data=data, layout={**shared, **layout}).to_plotly_json()
    figure["layout"].pop("template", None)
    return {
        "data": [_plain(trace) for trace in figure["data"]],
        "layout": _plain(figure["layout"]),
        "config": {"displayModeBar": False, "scrollZoom": False},
    }


def meta(
    role: SeriesRole | None,
    places: Iterable[tuple[float, float] | None],
    numbers: Iterable[int | None] | None = None,
) -> dict[str, Any]:
    """Whom a trace is of; where its points lie in the units of the drawing, by which a finger finds
    the nearest; and which area, year or dot each of them is of, in the order of the drawing, where
    that is not the order of the points."""
    found = [None if place is None else [round(part, 1) for part in place] for place in places]
    at = list(range(len(found))) if numbers is None else list(numbers)
    return {"series": role.value if role else None, "places": found, "at": at}


def axis(domain: list[float], span: tuple[float, float]) -> dict[str, Any]:
    """An axis that is not seen: its lines and words are drawn as in the SVG."""
    return {**_INVISIBLE, "domain": domain, "range": list(span)}


def value(found: Decimal | None) -> float | None:
    """A value as JSON has it; a missing one is null."""
    return None if found is None else float(found)


def escaped(text: str) -> str:
    """Text as Plotly shows it: it would take tags for markup."""
    return escape(text, quote=False)


def line(role: SeriesRole) -> dict[str, Any]:
    """The line of a series."""
    look = LOOKS[role]
    dash = ",".join(f"{length}px" for length in look.dash) or "solid"
    return {"color": look.variable, "width": 2, "dash": dash}


def marker(role: SeriesRole) -> dict[str, Any]:
    """The mark of a series."""
    look = LOOKS[role]
    return {
        "color": look.variable,
        "symbol": look.mark,
        "size": 9,
        "line": {"color": "var(--figure-surface)", "width": 1},
    }


def _plain(found: Any) -> Any:
    if isinstance(found, dict):
        return {key: _plain(item) for key, item in found.items()}
    if isinstance(found, list | tuple):
        return [_plain(item) for item in found]
    return found
