"""The parts that drawings share: text, grid lines, marks and the legend."""

from collections.abc import Sequence
from typing import Final

from app.charts import lettering
from app.charts.look import GRID, LINE, LOOKS, SURFACE, TEXT, TEXT_SIZE, WIDTH
from app.charts.svg import Attribute, Number, Svg, element, number, words
from app.charts.values import Axis, Role, Series

_LEGEND_TEXT: Final = 44
"""Where the names in a legend begin."""


def text(
    content: str,
    x: Number,
    y: Number,
    *,
    anchor: str | None = None,
    weight: str | None = None,
    room: float | None = None,
) -> Svg:
    """One line of text, with a rim of the ground around it where it lies on lines.

    One that may outgrow its `room` is condensed to it.
    """
    condensed = room if room is not None and lettering.width(content, TEXT_SIZE) > room else None
    return element(
        "text",
        words(content),
        x=x,
        y=y,
        fill=TEXT,
        stroke=SURFACE,
        stroke_width=3,
        stroke_linejoin="round",
        paint_order="stroke",
        font_size=TEXT_SIZE,
        text_anchor=anchor,
        font_weight=weight,
        textLength=condensed,
        lengthAdjust=None if condensed is None else "spacingAndGlyphs",
        class_="figure-label",
    )


def lines_of_text(
    lines: Sequence[str],
    x: Number,
    first: float,
    *,
    anchor: str | None = None,
    room: float | None = None,
) -> Svg:
    """Lines below one another, the baseline of the first at `first`."""
    return Svg(
        "".join(
            text(line, x, first + at * LINE, anchor=anchor, room=room)
            for at, line in enumerate(lines)
        )
    )


def grid_line(x1: Number, y1: Number, x2: Number, y2: Number, dash: str | None = None) -> Svg:
    """A light line behind the figures."""
    return element(
        "line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=GRID, stroke_dasharray=dash, class_="figure-grid"
    )


def said(axis: Axis, one: Series, value: str) -> str:
    """One point in words, the same wherever it is drawn."""
    return f"{one.name}, {axis.label}: {value}"


def title(content: str) -> Svg:
    """What a mouse that rests on a shape is told."""
    return element("title", words(content))


def series_group(role: Role, *children: Svg) -> Svg:
    """What belongs to one series, in its colours."""
    return element("g", *children, class_=LOOKS[role].css)


def line(role: Role, points: Sequence[tuple[float, float]], *, closed: bool = False) -> Svg:
    """The line of a series through some points."""
    look = LOOKS[role]
    return element(
        "path",
        d=path(points, closed=closed),
        fill="none",
        stroke=look.colour,
        stroke_width=2,
        stroke_linejoin="round",
        stroke_dasharray=" ".join(map(str, look.dash)) or None,
        class_="series-line",
    )


def path(points: Sequence[tuple[float, float]], *, closed: bool = False) -> str:
    """The words of a path through some points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


def mark(role: Role, x: float, y: float, said: str | None = None) -> Svg:
    """The mark of a series: circle, square or triangle."""
    look = LOOKS[role]
    told = _told(said)
    shared: dict[str, Attribute] = {
        "fill": look.colour,
        "stroke": SURFACE,
        "stroke_width": 1,
        "class_": "series-mark",
    }
    if look.mark == "circle":
        return element("circle", *told, cx=x, cy=y, r=4.5, **shared)
    if look.mark == "square":
        return element("rect", *told, x=x - 4, y=y - 4, width=8, height=8, **shared)
    corners = [(x, y - 5.5), (x + 5, y + 3.5), (x - 5, y + 3.5)]
    return element("path", *told, d=path(corners, closed=True), **shared)


def missing_mark(role: Role, x: float, y: float, said: str | None = None) -> Svg:
    """A small cross: here the series has no figure."""
    return element(
        "path",
        *_told(said),
        d=f"M{number(x - 3)} {number(y - 3)}l6 6m0 -6l-6 6",
        fill="none",
        stroke=LOOKS[role].colour,
        stroke_width=1.75,
        class_="series-line",
    )


def legend(
    series: Sequence[Series], top: float, missing_label: str, *, as_bars: bool = False
) -> tuple[Svg, float]:
    """A row per series, and one for the cross where it is used. Returns the lower edge too."""
    rows: list[Svg] = []
    baseline = top + LINE
    for one in series:
        middle = baseline - 4.5
        lines = lettering.wrapped(one.name, TEXT_SIZE, WIDTH - _LEGEND_TEXT - 2)
        rows.append(series_group(one.role, *_sample(one.role, middle, as_bars)))
        rows.append(lines_of_text(lines, _LEGEND_TEXT, baseline, room=WIDTH - _LEGEND_TEXT - 2))
        baseline += len(lines) * LINE + 3
    roles = [one.role for one in series if None in one.values]
    if roles:
        crosses = (missing_mark(role, 8 + 12 * at, baseline - 4.5) for at, role in enumerate(roles))
        groups = (series_group(role, c) for role, c in zip(roles, crosses, strict=True))
        rows += [*groups, text(missing_label, _LEGEND_TEXT, baseline)]
        baseline += LINE + 3
    return Svg("".join(rows)), baseline - LINE + 3


def _sample(role: Role, middle: float, as_bars: bool) -> tuple[Svg, ...]:
    if not as_bars:
        return (line(role, [(2, middle), (36, middle)]), mark(role, 19, middle))
    if role is Role.SUBJECT:
        return (bar(2, middle - 5, 34, 10),)
    return (mark(role, 19, middle),)


def bar(x: float, y: float, length: float, height: float, said: str | None = None) -> Svg:
    """A bar of the subject."""
    return element(
        "rect",
        *_told(said),
        x=x,
        y=y,
        width=length,
        height=height,
        fill=LOOKS[Role.SUBJECT].colour,
        class_="series-bar",
    )


def _told(said: str | None) -> tuple[Svg, ...]:
    return (title(said),) if said else ()
