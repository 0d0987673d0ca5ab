"""One row of a chart-table as SVG: a line 0–max with dots, band, ticks and marks on it.

The same shapes serve a table in a page, where places across are per cent of a cell, and a drawing,
where they are units.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from app.charts import parts
from app.charts.look import GRID, LOOKS, QUARTERS, SURFACE, TEXT, TEXT_SIZE, SeriesRole
from app.charts.svg import Attribute, Number, Svg, element, words

HEIGHT: Final = 40
MIDDLE: Final = 26
"""How far down the line lies; what the first mark is worth stands above it."""
GUTTER: Final = 14
"""Before the line, where hollow marks stand for what is missing: it is not 0."""

Across: TypeAlias = Callable[[Decimal], "str | Number"]
"""Where a share of the maximum, 0–1, comes to lie."""


@dataclass(frozen=True, slots=True)
class CellStrip:
    """What lies on one line. `marks` are those that the figure is about, the first on top; `ticks`
    are averages; a missing value of either is None. `written` is what the first mark is worth."""

    max: Decimal
    marks: tuple[tuple[SeriesRole, Decimal | None], ...]
    ticks: tuple[tuple[SeriesRole, Decimal | None], ...] = ()
    dots: tuple[Decimal, ...] = ()
    middle: tuple[Decimal, Decimal] | None = None
    written: str | None = None

    def shapes(self, across: Across, width: Across, start: "str | Number") -> list[Svg]:
        """`across` places a value, `width` says how wide a span of the scale is, and `start` is
        where the gutter lies."""

        def x(value: Decimal) -> "str | Number":
            return across(value / self.max)

        lines = [
            element("line", x1=at, x2=at, y1=-4, y2=HEIGHT + 4, stroke=GRID, class_="figure-grid")
            for at in map(across, QUARTERS)
        ]
        missing = [role for role, value in self.marks if value is None]
        return [
            *lines,
            *([self._band(x, width)] if self.middle else []),
            *(_dot(x(value)) for value in self.dots),
            *(_tick(role, x(value)) for role, value in self.ticks if value is not None),
            *(_mark(role, x(value)) for role, value in reversed(self.marks) if value is not None),
            *([_hollow(missing[0], start)] if missing else []),
            *self._value(x),
        ]

    def _band(self, x: Across, width: Across) -> Svg:
        low, high = self.middle or (Decimal(0), Decimal(0))
        span = width((high - low) / self.max)
        return element("rect", x=x(low), y=MIDDLE - 8, width=span, height=16, **parts.MIDDLE_PAINT)

    def _value(self, x: Across) -> list[Svg]:
        first = self.marks[0][1] if self.marks else None
        if first is None or self.written is None:
            return []
        share = first / self.max
        anchor = "start" if share < Decimal("0.03") else "end" if share > Decimal("0.97") else None
        return [
            element(
                "text",
                words(self.written),
                x=x(first),
                y=MIDDLE - 10,
                fill=TEXT,
                stroke=SURFACE,
                stroke_width=3,
                stroke_linejoin="round",
                paint_order="stroke",
                font_size=TEXT_SIZE,
                font_weight="bold",
                text_anchor=anchor or "middle",
                class_="figure-label",
            )
        ]


def in_cell(strip: CellStrip) -> Svg:
    """The strip as wide as the cell of a table that it stands in."""
    shapes = strip.shapes(
        lambda share: f"{share * 100:.2f}%", lambda share: f"{share * 100:.2f}%", -GUTTER
    )
    return element(
        "svg",
        *shapes,
        xmlns="http://www.w3.org/2000/svg",
        width="100%",
        height=HEIGHT,
        aria_hidden="true",
        overflow="visible",
        font_family="system-ui, sans-serif",
        class_="strip",
    )


def in_drawing(strip: CellStrip, left: float, right: float, top: float) -> Svg:
    """The strip between two places across, from a top downwards."""
    room = right - left
    shapes = strip.shapes(
        lambda share: left + room * float(share), lambda share: room * float(share), left - GUTTER
    )
    return element("g", *shapes, transform=f"translate(0 {top:g})")


def dot_sample(name: str) -> tuple[Svg, str]:
    """A dot with what it is, for the key."""
    return element("g", _dot(18), transform=f"translate(0 {8 - MIDDLE})"), name


def tick_samples(figure_ticks: Sequence[tuple[SeriesRole, str]]) -> list[tuple[Svg, str]]:
    """Samples of ticks with their names, for the key."""
    return [
        (
            parts.series_group(
                role, element("line", x1=18, x2=18, y1=0, y2=16, **_tick_paint(role))
            ),
            name,
        )
        for role, name in figure_ticks
    ]


def _placed(shape: Svg, x: "str | Number") -> Svg:
    """A shape around its own middle, where a place may be per cent."""
    return element("svg", shape, x=x, y=MIDDLE, overflow="visible")


def _dot(x: "str | Number") -> Svg:
    return element(
        "circle",
        cx=x,
        cy=MIDDLE,
        r=3.5,
        fill="none",
        stroke=GRID,
        stroke_width=1,
        class_="strip-dot",
    )


def _mark(role: SeriesRole, x: "str | Number") -> Svg:
    """The first stands out by its size."""
    shape = parts.mark(role, 0, 0) if role is not SeriesRole.SUBJECT else _own()
    return parts.series_group(role, _placed(shape, x))


def _own() -> Svg:
    return element(
        "circle",
        cx=0,
        cy=0,
        r=6.5,
        fill=LOOKS[SeriesRole.SUBJECT].colour,
        stroke=SURFACE,
        stroke_width=1.5,
        class_="series-mark",
    )


def _tick(role: SeriesRole, x: "str | Number") -> Svg:
    line = element("line", x1=x, x2=x, y1=MIDDLE - 11, y2=MIDDLE + 11, **_tick_paint(role))
    return parts.series_group(role, line)


def _tick_paint(role: SeriesRole) -> dict[str, Attribute]:
    return {"stroke": LOOKS[role].colour, "stroke_width": 3, "class_": "series-line"}


def _hollow(role: SeriesRole, x: "str | Number") -> Svg:
    mark = element(
        "circle",
        cx=x,
        cy=MIDDLE,
        r=4.5,
        fill=SURFACE,
        stroke=LOOKS[role].colour,
        stroke_width=1.75,
        stroke_dasharray="3 2",
        class_="series-open",
    )
    return parts.series_group(role, mark)
