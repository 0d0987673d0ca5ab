"""The parts that drawings share: text, grid lines and the shapes of a series."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from app.charts import lettering
from app.charts.look import (
    BREAK,
    GRID,
    LINE,
    LOOKS,
    MIDDLE,
    OTHER,
    SURFACE,
    TEXT,
    TEXT_SIZE,
    SeriesRole,
)
from app.charts.svg import Attribute, Number, Svg, element, number, words

Anchor: TypeAlias = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Series:
    """One polygon, or one bar in each row. A missing value is None and is drawn as a gap."""

    name: str
    role: SeriesRole
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text, its baseline at `y`; one that may outgrow its `room` is condensed to it."""

    content: str
    x: float
    y: float
    anchor: Anchor = "start"
    bold: bool = False
    room: float | None = None

    def moved(self, across: float) -> "TextLine":
        """The same farther to the right."""
        return replace(self, x=self.x + across)

    def drawn(self) -> Svg:
        """With a rim of the ground around it, for where it lies on lines."""
        measure = lettering.bold_width if self.bold else lettering.width
        fits = self.room is None or measure(self.content, TEXT_SIZE) <= self.room
        return element(
            "text",
            words(self.content),
            x=self.x,
            y=self.y,
            fill=TEXT,
            stroke=SURFACE,
            stroke_width=3,
            stroke_linejoin="round",
            paint_order="stroke",
            font_size=TEXT_SIZE,
            font_weight="bold" if self.bold else None,
            text_anchor=None if self.anchor == "start" else self.anchor,
            textLength=None if fits else self.room,
            lengthAdjust=None if fits else "spacingAndGlyphs",
            class_="figure-label",
        )


@dataclass(frozen=True, slots=True)
class Cross:
    """The mark of a series where it has no figure; `at` is the area or year that lacks it."""

    role: SeriesRole
    x: float
    y: float
    at: int | None = None

    def drawn(self) -> Svg:
        cross = element(
            "path",
            d=f"M{number(self.x - 3)} {number(self.y - 3)}l6 6m0 -6l-6 6",
            fill="none",
            stroke=LOOKS[self.role].colour,
            stroke_width=1.75,
            data_at=self.at,
            class_="series-line series-cross",
        )
        return series_group(self.role, cross)


def other_dot(x: float, y: float, said: str | None = None) -> Svg:
    """Anybody beside the one that a figure is about: of no series, whose colours mean something."""
    return element("circle", *_told(said), cx=x, cy=y, r=4.5, fill=OTHER, class_="figure-other")


def lines_of_text(
    lines: Sequence[str],
    x: float,
    first: float,
    anchor: Anchor = "start",
    room: float | None = None,
) -> list[TextLine]:
    """Lines below one another, the baseline of the first at `first`."""
    return [
        TextLine(line, x, first + at * LINE, anchor, room=room) for at, line in enumerate(lines)
    ]


def title(content: str) -> Svg:
    """What a mouse that rests on a shape is told."""
    return element("title", words(content))


def grid_line(x1: Number, y1: Number, x2: Number, y2: Number) -> Svg:
    """A light line behind the figures."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=GRID, class_="figure-grid")


def dashed_line(x: float, top: float, bottom: float) -> Svg:
    """An upright line that is no part of the grid: where a method ends, or the middle."""
    return element(
        "line",
        x1=x,
        y1=top,
        x2=x,
        y2=bottom,
        stroke=BREAK,
        stroke_width=1.5,
        stroke_dasharray="4 4",
        class_="figure-break",
    )


MIDDLE_PAINT: Final[dict[str, Attribute]] = {
    "fill": MIDDLE,
    "stroke": GRID,
    "stroke_width": 1,
    "class_": "figure-middle",
}
"""How the middle half of a set looks, wherever it is drawn."""


def series_group(role: SeriesRole, *children: Svg) -> Svg:
    """What belongs to one series, in its colours; readers highlight and hide it by the key."""
    return element("g", *children, class_=LOOKS[role].css, data_series=role.value)


def hit(at: int, said: str, **shape: Attribute) -> Svg:
    """An unseen shape that stands for one area, year or row: it answers to mouse and finger with
    all that is drawn there, in words."""
    tag = "path" if "d" in shape else "rect"
    return element(
        tag,
        title(said),
        fill="none",
        pointer_events="all",
        data_at=at,
        class_="figure-hit",
        **shape,
    )


def path(points: Sequence[tuple[float, float]], *, closed: bool = False) -> str:
    """The words of a path through some points."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + ("Z" if closed else "")


def line(role: SeriesRole, points: Sequence[tuple[float, float]], *, closed: bool = False) -> Svg:
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


def mark(
    role: SeriesRole,
    x: float,
    y: float,
    at: int | None = None,
    said: str | None = None,
    *,
    larger: bool = False,
) -> Svg:
    """The mark of a series. `at` is the area or year that it is of,
    `said` what a mouse is told where nothing lies above it; a circle may be larger than others."""
    look = LOOKS[role]
    told = _told(said)
    shared: dict[str, Attribute] = {
        "data_at": at,
        "fill": look.colour,
        "stroke": SURFACE,
        "stroke_width": 1,
        "class_": "series-mark",
    }
    if look.mark == "circle":
        return element("circle", *told, cx=x, cy=y, r=6 if larger else 4.5, **shared)
    if look.mark == "square":
        return element("rect", *told, x=x - 4, y=y - 4, width=8, height=8, **shared)
    corners = [(x + across, y + down) for across, down in CORNERS[look.mark]]
    return element("path", *told, d=path(corners, closed=True), **shared)


CORNERS: Final = {
    "triangle-up": ((0, -5.5), (5, 3.5), (-5, 3.5)),
    "triangle-down": ((0, 5.5), (5, -3.5), (-5, -3.5)),
    "diamond": ((0, -6), (6, 0), (0, 6), (-6, 0)),
    "cross": (
        *((-1.8, -5.5), (1.8, -5.5), (1.8, -1.8), (5.5, -1.8), (5.5, 1.8), (1.8, 1.8)),
        *((1.8, 5.5), (-1.8, 5.5), (-1.8, 1.8), (-5.5, 1.8), (-5.5, -1.8), (-1.8, -1.8)),
    ),
}
"""The outlines of marks around their middle; named as Plotly names them."""


def bar(x: float, y: float, length: float, height: float, at: int | None = None) -> Svg:
    """A bar of the subject."""
    return element(
        "rect",
        data_at=at,
        x=x,
        y=y,
        width=length,
        height=height,
        fill=LOOKS[SeriesRole.SUBJECT].colour,
        class_="series-bar",
    )


def own_ring(x: float, y: float, r: float = 8.5) -> Svg:
    """A ring around the mark of the reader's own municipality."""
    return element(
        "circle", cx=x, cy=y, r=r, fill="none", stroke=TEXT, stroke_width=2, class_="figure-own"
    )


def _told(said: str | None) -> tuple[Svg, ...]:
    return (title(said),) if said else ()
