"""Two measures of each municipality as SVG: inhabitants across, on a scale of equal ratios, and
points up."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts import flags, lettering, parts
from app.charts.flags import NameFlag
from app.charts.legend import Legend
from app.charts.look import LINE, QUARTERS, TEXT_SIZE, SeriesRole
from app.charts.parts import Series, TextLine
from app.charts.svg import Svg, element
from app.charts.writing import Writer
from app.domain.message import say

_LEFT: Final = 40
_TALL: Final = 220
_TICKS: Final = (500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 10**6)


@dataclass(frozen=True, slots=True)
class ScatterPoint:
    """A municipality; `own` is the one that the figure is about."""

    label: str
    inhabitants: int
    value: Decimal
    own: bool = False
    path: str | None = None


class ScatterField:
    """Where everything lies; one's own mark lies on top."""

    def __init__(
        self,
        points: Sequence[ScatterPoint],
        names: tuple[str, str],
        across: Callable[[int], str],
        maximum: Decimal,
        write: Writer,
        width: float,
        link: Callable[[str], str] | None,
        axes: tuple[str, str] = ("", ""),
    ) -> None:
        self.points, self.max, self.write, self.link = points, maximum, write, link
        self._across = across
        self._right = width - 30
        self._width = width
        below, beside = axes
        self._above = lettering.wrapped(beside, TEXT_SIZE, width) if beside else ()
        self._below = lettering.wrapped(below, TEXT_SIZE, self._right - _LEFT) if below else ()
        named = sum(point.own for point in points)
        self._top = 8 + LINE * len(self._above) + flags.height(named)
        self._base = self._top + _TALL
        counts = [point.inhabitants for point in points]
        self._low = max((t for t in _TICKS if t <= min(counts)), default=min(counts))
        self._high = min((t for t in _TICKS if t >= max(counts)), default=max(counts))
        self.height = self._base + LINE * (1 + len(self._below)) + 6
        own, others = names
        self.legend = Legend(
            [Series(own, SeriesRole.SUBJECT, ())],
            "",
            unjoined=frozenset((SeriesRole.SUBJECT,)),
            lines=[(parts.other_dot(18, 8), others)],
        )

    def x(self, inhabitants: int) -> float:
        """Where a number of inhabitants lies: as far from its double as that from its own."""
        span = math.log(self._high / self._low) or 1
        return _LEFT + 10 + (self._right - _LEFT - 20) * math.log(inhabitants / self._low) / span

    def y(self, value: Decimal) -> float:
        """Where points lie."""
        return self._base - _TALL * float(value / self.max)

    def said(self, point: ScatterPoint) -> str:
        """A municipality in words."""
        return f"{point.label}: {self.write(point.value)}, {self._across(point.inhabitants)}"

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        heights = [(self.max * quarter, self.y(self.max * quarter)) for quarter in QUARTERS]
        ticks = [t for t in _TICKS if self._low <= t <= self._high]
        texts = [
            TextLine(self.write.tick(value), _LEFT - 5, y + 4, "end", room=_LEFT - 6)
            for value, y in heights
        ]
        texts += self._numbers(ticks)
        texts += parts.lines_of_text(self._above, 0, LINE - 4, room=self._width)
        above = LINE * len(self._above)
        texts += flags.names(self._flags(), above, _LEFT, self._width)
        middle = (_LEFT + self._right) / 2
        texts += parts.lines_of_text(self._below, middle, self._base + 2 * LINE, "middle")
        others = [point for point in self.points if not point.own]
        own = [point for point in self.points if point.own]
        return [
            *(parts.grid_line(_LEFT, y, self._right, y) for _, y in heights),
            *(parts.grid_line(self.x(t), self._top, self.x(t), self._base) for t in ticks),
            *(self._point(p) for p in others),
            *(
                flags.drawn_pole(*pole)
                for pole in flags.poles(self._flags(), above, _LEFT, self._width)
            ),
            parts.series_group(SeriesRole.SUBJECT, *(self._point(p) for p in own)),
            *(text.drawn() for text in texts),
        ]

    def _flags(self) -> list[NameFlag]:
        """One's own marks by their names, which stand above the field."""
        return [
            NameFlag(self.x(p.inhabitants), self.y(p.value) - 6, p.label, bold=True)
            for p in self.points
            if p.own
        ]

    def _numbers(self, ticks: Sequence[int]) -> list[TextLine]:
        """The numbers of inhabitants, as many as there is room for."""
        found: list[TextLine] = []
        end = 0.0
        for tick in ticks:
            words = self.write.words(say("%(number)s", number=tick))
            half = lettering.width(words, TEXT_SIZE) / 2
            if self.x(tick) - half >= end:
                found.append(TextLine(words, self.x(tick), self._base + LINE, "middle"))
                end = self.x(tick) + half + 6
        return found

    def _point(self, point: ScatterPoint) -> Svg:
        x, y = self.x(point.inhabitants), self.y(point.value)
        said = self.said(point)
        mark = (
            parts.mark(SeriesRole.SUBJECT, x, y, said=said, larger=True)
            if point.own
            else parts.other_dot(x, y, said)
        )
        if self.link is None or point.path is None:
            return mark
        return element("a", mark, href=self.link(point.path), tabindex="-1")
