"""Text of any size in lines, for pictures that stand alone."""

from dataclasses import dataclass
from typing import Final

from app.charts import lettering
from app.charts.look import TEXT
from app.charts.svg import Svg, element, words

FONT: Final = "Inter, system-ui, sans-serif"
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
