"""How a series looks, the same in SVG and in Plotly: never by colour alone.

The colours are those of the light palette, so that a drawing can stand alone in a file. In a page
the classes beside them take over (figures.css), light or dark.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final


class SeriesRole(StrEnum):
    """What a series stands for; decides colour, dash and mark, the same in every figure. Six can be
    told apart by their marks; a spider has room for three."""

    SUBJECT = "subject"
    REFERENCE = "reference"
    SECOND_REFERENCE = "second-reference"
    FOURTH = "fourth"
    FIFTH = "fifth"
    SIXTH = "sixth"
    AVERAGE = "average"


@dataclass(frozen=True, slots=True)
class Look:
    """Colour, dash and mark of one role. `dash` is empty for an unbroken line."""

    css: str
    colour: str
    fill_opacity: float
    dash: tuple[int, ...]
    mark: str

    @property
    def variable(self) -> str:
        """The colour as scripts look it up in the style sheet."""
        return f"var(--{self.css})"


LOOKS: Final = {
    SeriesRole.SUBJECT: Look("figure-subject", "#0b5cad", 0.08, (), "circle"),
    SeriesRole.REFERENCE: Look("figure-reference", "#d95f02", 0.0, (6, 3), "square"),
    SeriesRole.SECOND_REFERENCE: Look(
        "figure-second-reference", "#5c1148", 0.0, (2, 3), "triangle-up"
    ),
    SeriesRole.FOURTH: Look("figure-fourth", "#1b7837", 0.0, (8, 3, 2, 3), "diamond"),
    SeriesRole.FIFTH: Look("figure-fifth", "#8c6d00", 0.0, (1, 3), "triangle-down"),
    SeriesRole.SIXTH: Look("figure-sixth", "#b2182b", 0.0, (10, 4), "cross"),
    SeriesRole.AVERAGE: Look("figure-average", "#1f2c3d", 0.0, (4, 3), "diamond"),
}
"""Colours that are told apart with every kind of colour vision and in grey, on their ground."""

TEXT: Final = "#1f2c3d"
GRID: Final = "#b8bcc1"
SURFACE: Final = "#ffffff"
OTHER: Final = "#8a8d91"
"""Everybody else beside the one that a figure is about; `figure-other` in a page."""
SEA: Final = "#e8f0f7"
"""Around the countries in a picture that stands alone."""
BREAK: Final = "#717a84"
MIDDLE: Final = "#cfdff0"
"""The middle half of a set; an edge of `GRID` makes it seen where the fill alone would not."""

NARROW: Final = 320
"""Units across a drawing for a phone: on the narrowest page, 288 px, its text is 12 px high."""
WIDE: Final = 600
"""Units across a drawing where there is room: in a frame of 560 px its text is 12 px high."""
PRINT: Final = 700
"""Units across a drawing in print, as wide as the text: its letters are a little smaller than those
around it."""
CARD: Final = 344
"""Units across a drawing on a share image, where it may be no higher than wide and its text has to
be read in a feed, at half its size."""
FRAME_NARROW: Final = 330
FRAME_WIDE: Final = 380
"""Units that the drawings in a frame of 560 × 520 px may be high, beside title, key and foot."""
WIDTH: Final = NARROW
TEXT_SIZE: Final = 13.5
LINE: Final = 16.5
"""From one line of text to the next."""
QUARTERS: Final = tuple(Decimal(part) / 4 for part in range(5))
"""The parts of a scale that are drawn, where nothing speaks for others."""
