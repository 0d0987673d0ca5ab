"""A finished drawing: as it stands in a page, and in its frame where it leaves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.charts.look import GRID
from app.charts.svg import Svg, element, number, words
from app.charts.typeset import WARNING, Style, stacked, standing_alone

MARGIN: Final = 12
SCALE: Final = 1.5
"""Pixels for each unit, where nobody says how large the picture should be."""

_BETWEEN: Final = 4
_HEADING: Final = Style(15, bold=True)
_WARNING: Final = Style(10.5, bold=True, colour=WARNING)
_NOTE: Final = Style(9.5)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes with what they are called and what they show, which templates write as markup."""

    id: str
    """What its ids begin with, to be unique in a page."""
    width: float
    height: float
    title: str
    description: str
    shapes: Svg

    def __html__(self) -> str:
        title_id, description_id = f"{self.id}-title", f"{self.id}-desc"
        return element(
            "svg",
            element("title", words(self.title), id=title_id),
            element("desc", words(self.description), id=description_id),
            self.shapes,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(self.width)} {number(self.height)}",
            role="img",
            aria_labelledby=f"{title_id} {description_id}",
            font_family="system-ui, sans-serif",
        )

    def fitted(self, left: float, top: float, width: float, height: float) -> Svg:
        """The shapes as large as a place in another picture allows, in the middle of it."""
        scale = min(width / self.width, height / self.height)
        x = left + (width - self.width * scale) / 2
        y = top + (height - self.height * scale) / 2
        place = f"translate({number(x)} {number(y)}) scale({number(scale)})"
        return element("g", self.shapes, transform=place)

    def framed(self, notes: Sequence[str], warning: str | None = None) -> str:
        """The whole of an SVG: the drawing under its title, with all that must be said below it.

        A warning stands above everything.
        """
        heading = [*([(warning, _WARNING)] if warning else []), (self.title, _HEADING)]
        above = stacked(heading, MARGIN, MARGIN, self.width, _BETWEEN)
        top = above[-1].bottom + MARGIN
        rule = top + self.height + _BETWEEN
        below = stacked(
            [(note, _NOTE) for note in notes], MARGIN, rule + _BETWEEN, self.width, _BETWEEN
        )
        width = self.width + 2 * MARGIN
        return standing_alone(
            (width, (below[-1].bottom if below else rule) + MARGIN),
            SCALE,
            self.title,
            ". ".join([*([warning] if warning else []), self.description, *notes]),
            *(line for text in above for line in text.drawn()),
            self.fitted(MARGIN, top, self.width, self.height),
            element("line", x1=MARGIN, y1=rule, x2=width - MARGIN, y2=rule, stroke=GRID),
            *(line for text in below for line in text.drawn()),
        )
