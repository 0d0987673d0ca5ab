"""A distribution as SVG: every municipality is a dot at its points, and dots never overlap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts import flags, lettering, parts
from app.charts.flags import NameFlag
from app.charts.legend import Legend
from app.charts.look import LINE, LOOKS, SURFACE, TEXT_SIZE, SeriesRole
from app.charts.parts import TextLine
from app.charts.svg import Attribute, Svg, element
from app.charts.writing import Writer

LEFT: Final = 10
"""From the edges to the ends of the scale; a dot at an end still lies inside the drawing."""
DOT: Final = 10
"""From the middle of one dot to the middle of the next that it just meets."""
_LOWEST_STRIP: Final = 3
"""Levels that a strip has room for, however few its dots are."""
_BETWEEN: Final = 12
FIFTHS: Final = tuple(Decimal(part) / 5 for part in range(6))
"""Maxima are multiples of five, so the words of the scale are whole numbers."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One municipality; `label` is its name and the year, `path` the page that it leads to, and
    `own` whether it is the reader's."""

    label: str
    value: Decimal
    path: str | None = None
    own: bool = False
    named: bool = False
    """Whether it is what the figure is about: its name and value stand above it."""
    earlier: bool = False
    """What the same municipality had before; hollow, and named too."""

    @property
    def is_marked(self) -> bool:
        return self.named or self.earlier


@dataclass(frozen=True, slots=True)
class DotNames:
    """What dots are, for the key of a figure that is about one of them."""

    own: str
    others: str
    earlier: str | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """The dots of one country, lowest first; `said` is what all of them show together, `median` the
    value and what is written at it, `published` the same of averages that others have published."""

    name: str
    said: str
    role: SeriesRole
    dots: tuple[Dot, ...]
    median: tuple[Decimal, str] | None
    published: tuple[tuple[Decimal, str], ...] = ()
    own: tuple[Decimal, str] | None = None
    """The reader's municipality: its value and what is written at it."""

    @property
    def written(self) -> tuple[tuple[Decimal, str], ...]:
        """What is written above the dots, a line each; the median is nearest to them."""
        single = (self.own, self.median)
        return (*self.published, *(line for line in single if line is not None))


@dataclass(frozen=True, slots=True)
class PlacedDot:
    """A dot with its middle."""

    dot: Dot
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PlacedStrip:
    """A strip with its dots. `top` is where its lines begin, under the words."""

    strip: Strip
    first: float
    top: float
    base: float
    dots: tuple[PlacedDot, ...]


class Strips:
    """Where everything in a distribution lies; Plotly is given the same places."""

    def __init__(
        self,
        strips: Sequence[Strip],
        maximum: Decimal,
        write: Writer,
        width: float,
        link: Callable[[str], str] | None = None,
        *,
        names: DotNames | None = None,
        axis: str = "",
    ) -> None:
        self.max, self.write, self.width, self.link = maximum, write, width, link
        self.is_about_one = names is not None
        self.legend = _legend(names) if names else None
        self._axis = lettering.wrapped(axis, TEXT_SIZE, width) if axis else ()
        self.right = width - LEFT
        self.strips: list[PlacedStrip] = []
        top = 0.0
        for strip in strips:
            self.strips.append(self._placed(strip, top))
            top = self.strips[-1].base + _BETWEEN
        self._foot = top - _BETWEEN
        self.height = self._foot + LINE * (1 + len(self._axis)) + 4

    def x(self, value: Decimal) -> float:
        """Where a value lies."""
        return LEFT + (self.right - LEFT) * float(value / self.max)

    def grid(self) -> list[tuple[float, float, float]]:
        """In each strip the fifths of the scale: x, top, bottom."""
        values = [self.x(self.max * fifth) for fifth in FIFTHS]
        return [(x, strip.top, strip.base) for strip in self.strips for x in values]

    def medians(self) -> list[tuple[float, float, float]]:
        """The middle of each strip that has one: x, top, bottom."""
        return [
            (self.x(placed.strip.median[0]), placed.top, placed.base)
            for placed in self.strips
            if placed.strip.median is not None
        ]

    def published(self) -> list[tuple[float, float, float]]:
        """Where averages were published for a strip: x, top, bottom."""
        return [
            (self.x(value), placed.top, placed.base)
            for placed in self.strips
            for value, _ in placed.strip.published
        ]

    def texts(self) -> list[TextLine]:
        """The name of each strip, its median and published averages, and the scale below all."""
        texts: list[TextLine] = []
        for placed in self.strips:
            name = lettering.wrapped(placed.strip.name, TEXT_SIZE, self.width - 4)
            texts += parts.lines_of_text(name, 2, placed.first + LINE - 3, room=self.width - 4)
            lines = placed.strip.written
            texts += [
                self._value(line, placed.top - LINE * (len(lines) - 1 - at))
                for at, line in enumerate(lines)
            ]
            texts += flags.names(self._flags(placed), _flags_top(placed), 2, self.width)
        middle = self.width / 2
        axis = parts.lines_of_text(self._axis, middle, self._foot + 2 * LINE, "middle")
        return [*texts, *self._scale(), *axis]

    def poles(self) -> list[tuple[float, float, float]]:
        """From the names of marked dots down to them: x, top, bottom."""
        return [
            pole
            for placed in self.strips
            for pole in flags.poles(self._flags(placed), _flags_top(placed), 2, self.width)
        ]

    def _flags(self, placed: PlacedStrip) -> list[NameFlag]:
        return [
            NameFlag(one.x, one.y - 5, self.said(one.dot), one.dot.named)
            for one in placed.dots
            if one.dot.is_marked
        ]

    def said(self, dot: Dot) -> str:
        """A dot in words."""
        return f"{dot.label}: {self.write(dot.value)}"

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        return [
            *(parts.grid_line(x, top, x, bottom) for x, top, bottom in self.grid()),
            *(parts.grid_line(LEFT, one.base, self.right, one.base) for one in self.strips),
            *(flags.drawn_pole(*pole) for pole in self.poles()),
            *(_dots(self, one) for one in self.strips),
            *(parts.dashed_line(x, top, bottom) for x, top, bottom in self.medians()),
            *(_published(x, top, bottom) for x, top, bottom in self.published()),
            *(text.drawn() for text in self.texts()),
        ]

    def _scale(self) -> list[TextLine]:
        values = [self.max * fifth for fifth in FIFTHS]
        written = [(self.write.tick(value), self.x(value)) for value in values]
        return [
            TextLine(
                words, min(x, self.width - 1 - lettering.width(words, TEXT_SIZE) / 2), y, "middle"
            )
            for words, x in written
            for y in (self._foot + LINE,)
        ]

    def _value(self, line: tuple[Decimal, str], top: float) -> TextLine:
        value, words = line
        half = lettering.width(words, TEXT_SIZE) / 2
        x = min(max(self.x(value), half + 1), self.width - half - 1)
        return TextLine(words, x, top - 4, "middle")

    def _placed(self, strip: Strip, first: float) -> PlacedStrip:
        names = len(lettering.wrapped(strip.name, TEXT_SIZE, self.width - 4))
        top = first + LINE * names + LINE * len(strip.written) + 3
        top += flags.height(_marked(strip))
        places = [self.x(dot.value) for dot in strip.dots]
        at = levels(places)
        base = top + 2 + DOT * max(_LOWEST_STRIP, max(at, default=-1) + 1)
        return PlacedStrip(
            strip,
            first,
            top,
            base,
            tuple(
                PlacedDot(dot, x, base - DOT / 2 - 1 - DOT * level)
                for dot, x, level in zip(strip.dots, places, at, strict=True)
            ),
        )


def levels(places: list[float]) -> list[int]:
    """For each place, in rising order, the lowest level where a dot meets no other."""
    taken: list[float] = []
    found = []
    for x in places:
        level = next((at for at, last in enumerate(taken) if x - last >= DOT), len(taken))
        if level == len(taken):
            taken.append(x)
        taken[level] = x
        found.append(level)
    return found


def _published(x: float, top: float, bottom: float) -> Svg:
    line = parts.line(SeriesRole.SECOND_REFERENCE, [(x, top), (x, bottom)])
    return parts.series_group(SeriesRole.SECOND_REFERENCE, line)


def _marked(strip: Strip) -> int:
    return sum(dot.is_marked for dot in strip.dots)


def _flags_top(placed: PlacedStrip) -> float:
    """Where the names of marked dots begin, under all other words."""
    return placed.top - 3 - flags.height(_marked(placed.strip))


def _dots(strips: Strips, placed: PlacedStrip) -> Svg:
    """Those that are marked lie on top; beside the one that a figure is about the others are of no
    series."""
    in_order = sorted(placed.dots, key=lambda one: one.dot.is_marked)
    shapes = [_dot(strips, placed.strip.role, dot) for dot in in_order]
    if strips.is_about_one:
        return element("g", *shapes)
    return parts.series_group(placed.strip.role, *shapes)


def _dot(strips: Strips, role: SeriesRole, placed: PlacedDot) -> Svg:
    """A dot that leads to its municipality, and says who it is; the reader's own has a ring."""
    dot, said = placed.dot, strips.said(placed.dot)
    if dot.is_marked:
        mark = _marked_dot(placed.x, placed.y, hollow=dot.earlier, said=said)
    elif strips.is_about_one:
        mark = parts.other_dot(placed.x, placed.y, said)
    else:
        mark = parts.mark(role, placed.x, placed.y, said=said)
    shapes = [*([parts.own_ring(placed.x, placed.y)] if dot.own else []), mark]
    if strips.link is None or dot.path is None:
        return Svg("".join(shapes))
    return element("a", *shapes, href=strips.link(dot.path), tabindex="-1")


def _marked_dot(x: float, y: float, *, hollow: bool, said: str | None = None) -> Svg:
    """What the figure is about: larger than the others, full or hollow."""
    colour = LOOKS[SeriesRole.SUBJECT].colour
    paint: dict[str, Attribute] = {
        "fill": SURFACE if hollow else colour,
        "stroke": colour if hollow else SURFACE,
        "stroke_width": 2 if hollow else 1,
        "class_": "series-open" if hollow else "series-mark",
    }
    circle = element("circle", *((parts.title(said),) if said else ()), cx=x, cy=y, r=6, **paint)
    return parts.series_group(SeriesRole.SUBJECT, circle)


def _legend(names: DotNames) -> Legend:
    rows: list[tuple[Svg, str]] = [(_marked_dot(18, 8, hollow=False), names.own)]
    if names.earlier is not None:
        rows.append((_marked_dot(18, 8, hollow=True), names.earlier))
    rows.append((parts.other_dot(18, 8), names.others))
    return Legend((), "", lines=rows)
