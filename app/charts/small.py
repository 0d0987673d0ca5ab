"""What the small figures of cards share: no scale to read off, every value that counts written.

They have no Plotly of their own: the page that a card leads to has the whole figure and its table.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from app.charts.drawing import Drawing
from app.charts.look import SURFACE, TEXT, TEXT_SIZE
from app.charts.parts import TextLine
from app.charts.svg import Svg, element, words

ACROSS: Final = 280
"""Units across, where no other width is asked for: in a card on the narrowest page, 246 px, words
are 12 px high."""
ABOVE: Final = 24
"""Room for a value above its mark."""


@dataclass(frozen=True, slots=True)
class SmallFigure(ABC):
    """A small figure, what it is called and what it shows in words."""

    title: str
    description: str
    width: float = field(default=ACROSS, kw_only=True)
    """In units; text is as large in a narrow one."""

    @property
    @abstractmethod
    def height(self) -> float:
        """In the units of the width."""

    @abstractmethod
    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""

    def drawing(self, id: str) -> Drawing:
        """As SVG, whose ids begin with `id`."""
        shapes = Svg("".join(self.shapes()))
        return Drawing(id, self.width, round(self.height, 2), self.title, self.description, shapes)


def texts(lines: Iterable[TextLine]) -> list[Svg]:
    """Lines of text, what they share said once: small figures stand on pages by the dozen."""
    ordered = sorted(lines, key=lambda line: (line.anchor, line.bold))
    return [
        element(
            "g",
            *(element("text", words(line.content), x=line.x, y=line.y) for line in of_a_kind),
            fill=TEXT,
            stroke=SURFACE,
            stroke_width=3,
            stroke_linejoin="round",
            paint_order="stroke",
            font_size=TEXT_SIZE,
            font_weight="bold" if bold else None,
            text_anchor=None if anchor == "start" else anchor,
            class_="figure-label",
        )
        for (anchor, bold), of_a_kind in groupby(ordered, lambda line: (line.anchor, line.bold))
    ]
