"""A finished drawing: as it stands in a page, and in its frame where it leaves it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from app.charts.legend import Legend, LegendEntry
from app.charts.look import GRID, TEXT_SIZE
from app.charts.svg import Svg, element, number, words
from app.charts.typeset import WARNING, Style, stacked, standing_alone

MARGIN: Final = 12
SCALE: Final = 1.5
"""Pixels for each unit, where nobody says how large the picture should be."""

KEY_SCALE: Final = 22 / TEXT_SIZE
"""How much larger a key is in a picture that is shown at half its size."""

_SAID: Final = re.compile("<title>([^<]*)</title>")
"""What a part of it says."""

_BETWEEN: Final = 4
_HEADING: Final = Style(19, bold=True)
_SUBTITLE: Final = Style(13.5)
_WARNING: Final = Style(12, bold=True, colour=WARNING)
_NOTE: Final = Style(11)


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
    legend: Legend | None = None
    subtitle: str = ""
    leads: bool = False
    """Whether parts of it are links. Those are for mouse and finger; the table has them for all."""

    @property
    def key(self) -> Sequence[LegendEntry]:
        """The samples that stand beside it in a page."""
        return self.legend.entries() if self.legend else ()

    @property
    def longest(self) -> str:
        """The longest of what its parts say of themselves; empty where they say nothing."""
        return max(map(unescape, _SAID.findall(self.shapes)), key=len, default="")

    def __html__(self) -> str:
        title_id, description_id = f"{self.id}-title", f"{self.id}-desc"
        return element(
            "svg",
            element("title", words(self.title), id=title_id),
            element("desc", words(self.description), id=description_id),
            element("g", self.shapes, aria_hidden="true") if self.leads else self.shapes,
            xmlns="http://www.w3.org/2000/svg",
            viewBox=f"0 0 {number(self.width)} {number(self.height)}",
            role="group" if self.leads else "img",
            aria_labelledby=f"{title_id} {description_id}",
            class_="drawing",
            font_family="system-ui, sans-serif",
        )

    def fitted(self, left: float, top: float, width: float, height: float) -> Svg:
        """The drawing as large as a place in another picture allows, in the middle of it."""
        scale = min(width / self.width, height / self.height)
        x = left + (width - self.width * scale) / 2
        y = top + (height - self.height * scale) / 2
        return element("g", self.shapes, transform=_placed(x, y, scale))

    def fitted_key(self, left: float, top: float, width: float) -> tuple[Svg, float]:
        """Its key in a picture whose words are larger, and how far down it reaches."""
        if self.legend is None:
            return Svg(""), top
        shapes, bottom = self.legend.drawn(0, width / KEY_SCALE)
        placed = element("g", *shapes, transform=_placed(left, top, KEY_SCALE))
        return placed, top + bottom * KEY_SCALE

    def framed(self, notes: Sequence[str], warning: str | None = None) -> str:
        """The whole of an SVG: the drawing under its title, with its key and all that must be said
        below it.

        A warning stands above everything.
        """
        heading = [*([(warning, _WARNING)] if warning else []), (self.title, _HEADING)]
        heading += [(self.subtitle, _SUBTITLE)] if self.subtitle else []
        above = stacked(heading, MARGIN, MARGIN, self.width, _BETWEEN)
        top = above[-1].bottom + MARGIN
        shapes, whole = self._with_key()
        rule = top + whole + _BETWEEN
        below = stacked(
            [(note, _NOTE) for note in notes], MARGIN, rule + _BETWEEN, self.width, _BETWEEN
        )
        width = self.width + 2 * MARGIN
        said = [*([warning] if warning else []), self.subtitle, self.description, *notes]
        return standing_alone(
            (width, (below[-1].bottom if below else rule) + MARGIN),
            SCALE,
            self.title,
            ". ".join(part.removesuffix(".") for part in said if part),
            *(line for text in above for line in text.drawn()),
            element("g", *shapes, transform=f"translate({MARGIN} {number(top)})"),
            element("line", x1=MARGIN, y1=rule, x2=width - MARGIN, y2=rule, stroke=GRID),
            *(line for text in below for line in text.drawn()),
        )

    def alone(self) -> str:
        """The drawing with its key below it as an SVG of its own, for a text that has its title
        and its notes in its own words."""
        shapes, _ = self._with_key()
        return standing_alone(self.whole_size, 1, self.title, self.description, *shapes)

    @property
    def whole_size(self) -> tuple[float, float]:
        """Width and height with its key below it."""
        return self.width, self._with_key()[1]

    def _with_key(self) -> tuple[list[Svg], float]:
        """The shapes with the key below them, and how far down they reach."""
        if self.legend is None:
            return [self.shapes], self.height
        key, bottom = self.legend.drawn(self.height + _BETWEEN, self.width)
        return [self.shapes, *key], bottom


def _placed(x: float, y: float, scale: float) -> str:
    return f"translate({number(x)} {number(y)}) scale({round(scale, 4):g})"
