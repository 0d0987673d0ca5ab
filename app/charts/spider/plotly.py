"""The spider as Plotly draws it."""

import plotly.graph_objects as go

from app.charts.look import LOOKS
from app.charts.parts import Series
from app.charts.plotly_parts import (
    Canvas,
    PlotlyFigure,
    finished,
    line,
    marker,
    meta,
    value,
)
from app.charts.polar import FULL, RINGS
from app.charts.spider.drawing import Web


def plotly(web: Web) -> PlotlyFigure:
    """The same polygons on the same axes; where a value is missing the line has a gap."""
    figure = web.figure
    canvas = Canvas(web.width, web.height)
    axes = [str(no) for no in range(1, len(figure.axes) + 1)]
    texts = [*web.scale(), *web.labels, *web.names]
    polar = web.polar
    subplot = {
        "domain": {
            "x": canvas.across(polar.centre_x - polar.radius, polar.centre_x + polar.radius),
            "y": canvas.up(polar.centre_y - polar.radius, polar.centre_y + polar.radius),
        },
        "gridshape": "linear",
        "angularaxis": {
            "type": "category",
            "categoryorder": "array",
            "categoryarray": axes,
            "direction": "clockwise",
            "rotation": 90,
            "showticklabels": False,
            "ticks": "",
        },
        "radialaxis": {
            "range": [0, FULL],
            "tickvals": list(RINGS),
            "showticklabels": False,
            "showline": False,
            "ticks": "",
        },
    }
    layout = {
        "polar": subplot,
        "shapes": canvas.band(*web.polar.edges(figure.middle)) if figure.middle else [],
        "annotations": [*canvas.annotations(texts), *canvas.crosses(web.crosses())],
    }
    # The subject comes last, and lies on top.
    polygons = [_polygon(web, one, axes) for one in reversed(figure.series)]
    return finished(polygons, layout, canvas)


def _polygon(web: Web, one: Series, axes: list[str]) -> "go.Scatterpolar":
    """The first point comes again at the end, without its sentence, and closes the line."""
    values = [value(found) for found in one.values]
    points = web.figure.plotted(one)
    look = LOOKS[one.role]
    places = [None if v is None else web.polar.point(at, v) for at, v in enumerate(one.values)]
    for name in ("text", "hovertext"):
        points[name] += points[name][:1]
    points["customdata"] += [None]
    return go.Scatterpolar(
        **points,
        meta=meta(one.role, places, [*range(len(axes)), 0]),
        mode="lines+markers",
        r=values + values[:1],
        theta=axes + axes[:1],
        line=line(one.role),
        marker=marker(one.role),
        fill="none" if None in values or not look.fill_opacity else "toself",
        fillcolor=f"{look.variable[:-1]}-fill)",
        hoveron="points",
        connectgaps=False,
    )
