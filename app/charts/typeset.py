"""Text of any size in lines, and the ground of pictures that stand alone in a file.

Their letters are Inter, so that they look the same as SVG and as PNG.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.charts import lettering
from app.charts.look import SURFACE, TEXT
from app.charts.svg import Svg, element, number, words

FONT: Final = "Inter, system-ui, sans-serif"
WARNING: Final = "#a8480a"
"""Strong enough to be read as text on white."""
LINE_HEIGHT: Final = 1.35
_MORE: Final = "…"


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set."""

    size: float
    bold: bool = False
    colour: str = TEXT
    most_lines: int | None = None
    """What does not fit in so many lines is left out, and marked as such."""

    @property
    def line(self) -> float:
        return self.size * LINE_HEIGHT

    def width(self, text: str) -> float:
        return (lettering.bold_width if self.bold else lettering.width)(text, self.size)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines of text from a top downwards."""

    lines: tuple[str, ...]
    x: float
    top: float
    style: Style

    @property
    def bottom(self) -> float:
        return self.top + len(self.lines) * self.style.line

    def drawn(self) -> list[Svg]:
        first = self.top + self.style.size
        return [
            element(
                "text",
                words(line),
                x=self.x,
                y=first + at * self.style.line,
                fill=self.style.colour,
                font_size=self.style.size,
                font_weight="bold" if self.style.bold else None,
            )
            for at, line in enumerate(self.lines)
        ]


def paragraph(text: str, x: float, top: float, room: float, style: Style) -> Paragraph:
    """A text in lines that fit the room; a word that is longer, as addresses are, is broken."""
    # `wrapped` knows no bold letters: they are as wide as larger ones.
    size = style.size * style.width("n") / lettering.width("n", style.size)
    whole = lettering.wrapped(text, size, room)
    lines = [part for line in whole for part in _broken(line, room, style)]
    most = style.most_lines
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], room, style)]
    return Paragraph(tuple(lines), x, top, style)


def stacked(
    texts: Sequence[tuple[str, Style]], x: float, top: float, room: float, between: float
) -> list[Paragraph]:
    """Texts below one another."""
    found: list[Paragraph] = []
    for text, style in texts:
        found.append(paragraph(text, x, top, room, style))
        top = found[-1].bottom + between
    return found


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


def _broken(line: str, room: float, style: Style) -> list[str]:
    parts = [""]
    for letter in line:
        if parts[-1] and style.width(parts[-1] + letter) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def _shortened(line: str, room: float, style: Style) -> str:
    kept = line
    while " " in kept and style.width(kept + _MORE) > room:
        kept = kept.rpartition(" ")[0]
    return kept.rstrip(" ,;:–") + _MORE
