"""A drawing that leaves its page: title above, and below it all that must be said with it.

It stands alone in a file. Its letters are Inter, so that it looks the same as SVG and as PNG.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import unescape

from app.charts.look import GRID, LOOKS, SURFACE, WIDTH
from app.charts.svg import Svg, element, number, words
from app.charts.typeset import FONT, Paragraph, Style, paragraph
from app.charts.values import BarsFigure, HistoryFigure, Role, SpiderFigure

MARGIN: Final = 12
FRAME_WIDTH: Final = WIDTH + 2 * MARGIN
SCALE: Final = 1.5
"""Pixels for each unit, where nobody says how large the picture should be."""
WARNING: Final = LOOKS[Role.REFERENCE].colour

_BETWEEN: Final = 4
_HEADING: Final = Style(15, bold=True)
_WARNING: Final = Style(10.5, bold=True, colour=WARNING)
_NOTE: Final = Style(9.5)
_DRAWING: Final = re.compile(
    r'<svg [^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>'
    r"<title[^>]*>(.*?)</title><desc[^>]*>(.*?)</desc>(.*)</svg>",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What `svg.drawing` put together, apart again."""

    width: float
    height: float
    title: str
    description: str
    shapes: Svg


def taken_apart(drawing: str) -> Drawing:
    """A drawing of ours in its parts.

    Raises:
        ValueError: it is none.
    """
    found = _DRAWING.fullmatch(drawing)
    if found is None:
        raise ValueError("not a drawing of app.charts")
    width, height, title, description, shapes = found.groups()
    return Drawing(float(width), float(height), unescape(title), unescape(description), Svg(shapes))


def framed_svg(drawing: str, notes: Sequence[str], warning: str | None = None) -> str:
    """The drawing under its title, with the notes below it. A warning stands above everything."""
    parts = taken_apart(drawing)
    top: float = MARGIN
    above: list[Paragraph] = []
    if warning:
        above.append(_set(warning, top, _WARNING))
        top = above[-1].bottom + _BETWEEN
    above.append(_set(parts.title, top, _HEADING))
    drawn_at = above[-1].bottom + MARGIN
    rule = drawn_at + parts.height + _BETWEEN
    below: list[Paragraph] = []
    top = rule + _BETWEEN
    for note in notes:
        below.append(_set(note, top, _NOTE))
        top = below[-1].bottom + _BETWEEN
    height = top + MARGIN - _BETWEEN
    return standing_alone(
        (FRAME_WIDTH, height),
        SCALE,
        parts.title,
        ". ".join([*([warning] if warning else []), parts.description, *notes]),
        *(line for text in above for line in text.drawn()),
        placed(parts, MARGIN, drawn_at, 1),
        element("line", x1=MARGIN, y1=rule, x2=FRAME_WIDTH - MARGIN, y2=rule, stroke=GRID),
        *(line for text in below for line in text.drawn()),
    )


def placed(parts: Drawing, x: float, y: float, scale: float) -> Svg:
    """The shapes of a drawing inside another."""
    return element(
        "g", parts.shapes, transform=f"translate({number(x)} {number(y)}) scale({number(scale)})"
    )


def standing_alone(
    size: tuple[float, float], scale: float, title: str, description: str, *children: Svg
) -> str:
    """A picture with a size of its own, on a ground of its own."""
    width, height = size
    return element(
        "svg",
        element("title", words(title), id="title"),
        element("desc", words(description), id="description"),
        element("rect", width=width, height=height, fill=SURFACE),
        *children,
        xmlns="http://www.w3.org/2000/svg",
        width=round(width * scale),
        height=round(height * scale),
        viewBox=f"0 0 {number(width)} {number(height)}",
        role="img",
        aria_labelledby="title description",
        font_family=FONT,
    )


def areas_table(
    figure: SpiderFigure | BarsFigure,
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The names of the series, and a row for each axis with its values in words."""
    rows = tuple(
        (
            axis.label,
            *(_written(figure, one.values[at]) for one in figure.series),
        )
        for at, axis in enumerate(figure.axes)
    )
    return tuple(one.name for one in figure.series), rows


def history_table(
    figure: HistoryFigure, head: str
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The same for a history: a row for each evaluation."""
    rows = tuple((point.label, _written(figure, point.value)) for point in figure.points)
    return (head,), rows


def _written(figure: SpiderFigure | BarsFigure | HistoryFigure, value: Decimal | None) -> str:
    return figure.missing_label if value is None else figure.format_points(value)


def _set(text: str, top: float, style: Style) -> Paragraph:
    return paragraph(text, MARGIN, top, WIDTH, style)
