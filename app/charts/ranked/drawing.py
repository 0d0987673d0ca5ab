"""Results in order as SVG: a row for each where they are few, else a column for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts import flags, lettering, parts
from app.charts.flags import NameFlag
from app.charts.legend import Legend
from app.charts.look import GRID, LINE, LOOKS, OTHER, QUARTERS, SURFACE, TEXT_SIZE, SeriesRole
from app.charts.parts import Series, TextLine
from app.charts.svg import Attribute, Svg, element
from app.charts.writing import Writer

MOST_ROWS: Final = 16
"""More results than this are columns, whose names are told when one points at them."""
_ROW: Final = 22
_BAR: Final = 13
_TALL: Final = 200
_LEFT: Final = 40


@dataclass(frozen=True, slots=True)
class RankedBar:
    """One result. `own` is what the figure is about, `earlier` what the same municipality had
    before; `path` is the page it leads to."""

    label: str
    value: Decimal
    own: bool = False
    earlier: bool = False
    path: str | None = None


class Ranking:
    """Where everything lies, the highest first."""

    def __init__(
        self,
        bars: Sequence[RankedBar],
        names: tuple[str, str | None, str | None],
        maximum: Decimal,
        write: Writer,
        width: float,
        link: Callable[[str], str] | None,
        axis: str = "",
    ) -> None:
        self._axis = axis
        self.bars, self.max, self.write, self.width, self.link = bars, maximum, write, width, link
        self._texts: list[TextLine] = []
        self._shapes: list[Svg] = []
        self.height = self._rows() if len(bars) <= MOST_ROWS else self._columns()
        self.legend = _legend(*names)

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        return [*self._shapes, *(text.drawn() for text in self._texts)]

    def said(self, bar: RankedBar) -> str:
        """A result in words."""
        return f"{bar.label}: {self.write(bar.value)}"

    def _rows(self) -> float:
        room = min(
            self.width * 0.45,
            max(lettering.bold_width(bar.label, TEXT_SIZE) for bar in self.bars) + 4,
        )
        left, right = room + 8, self.width - 48
        for at, bar in enumerate(self.bars):
            top = at * _ROW
            length = (right - left) * float(bar.value / self.max)
            self._texts.append(TextLine(bar.label, room, top + 16, "end", bold=bar.own, room=room))
            self._texts.append(
                TextLine(self.write(bar.value), left + length + 6, top + 16, bold=bar.own)
            )
            self._shapes.append(self._bar(bar, left, top + 5, length, _BAR))
        foot = len(self.bars) * _ROW + 4
        if not self._axis:
            return foot
        lines = lettering.wrapped(self._axis, TEXT_SIZE, self.width - left)
        self._texts += parts.lines_of_text(lines, left, foot + LINE - 4, room=self.width - left)
        return foot + LINE * len(lines)

    def _columns(self) -> float:
        right = self.width - 2
        marked = [bar for bar in self.bars if bar.own or bar.earlier]
        axis = lettering.wrapped(self._axis, TEXT_SIZE, right) if self._axis else ()
        self._texts += parts.lines_of_text(axis, 0, LINE - 4, room=right)
        above = LINE * len(axis)
        base = above + flags.height(len(marked)) + 10 + _TALL
        for quarter in QUARTERS:
            y = base - _TALL * float(quarter)
            tick = self.write.tick(self.max * quarter)
            self._shapes.append(parts.grid_line(_LEFT, y, right, y))
            self._texts.append(TextLine(tick, _LEFT - 5, y + 4, "end", room=_LEFT - 6))
        step = (right - _LEFT) / len(self.bars)
        named: list[NameFlag] = []
        for at, bar in enumerate(self.bars):
            tall = _TALL * float(bar.value / self.max)
            x = _LEFT + step * at
            self._shapes.append(self._bar(bar, x + step * 0.12, base - tall, step * 0.76, tall))
            if bar.own or bar.earlier:
                named.append(NameFlag(x + step / 2, base - tall, self.said(bar), bar.own))
        poles = flags.poles(named, above, _LEFT, right)
        self._shapes += [flags.drawn_pole(*pole) for pole in poles]
        self._texts += flags.names(named, above, _LEFT, right)
        first, last = self.said(self.bars[0]), self.said(self.bars[-1])
        both = lettering.width(first, TEXT_SIZE) + lettering.width(last, TEXT_SIZE)
        below = base + LINE * (2 if both + 12 > right - _LEFT else 1)
        self._texts += [
            TextLine(first, _LEFT, base + LINE, room=right - _LEFT),
            TextLine(last, right, below, "end", room=right - _LEFT),
        ]
        return below + 6

    def _bar(self, bar: RankedBar, x: float, y: float, width: float, height: float) -> Svg:
        shape = element(
            "rect",
            parts.title(self.said(bar)),
            x=x,
            y=y,
            width=width,
            height=height,
            **_paint(own=bar.own, earlier=bar.earlier),
        )
        if bar.own or bar.earlier:
            shape = parts.series_group(SeriesRole.SUBJECT, shape)
        if self.link is None or bar.path is None:
            return shape
        return element("a", shape, href=self.link(bar.path), tabindex="-1")


def _legend(own: str, others: str | None, earlier: str | None) -> Legend | None:
    """What the bars stand for; nothing where their names say it."""
    if others is None:
        return None
    return Legend(
        [Series(own, SeriesRole.SUBJECT, ())],
        "",
        as_bars=True,
        lines=[
            *([(_sample(earlier=True), earlier)] if earlier else []),
            (_sample(earlier=False), others),
        ],
    )


def _paint(*, own: bool, earlier: bool) -> dict[str, Attribute]:
    if own:
        return {"fill": LOOKS[SeriesRole.SUBJECT].colour, "class_": "series-bar"}
    if earlier:
        return {
            "fill": SURFACE,
            "stroke": LOOKS[SeriesRole.SUBJECT].colour,
            "stroke_width": 1.75,
            "stroke_dasharray": "3 2",
            "class_": "series-open",
        }
    return {"fill": OTHER, "stroke": GRID, "class_": "figure-other"}


def _sample(*, earlier: bool) -> Svg:
    shape = element("rect", x=1, y=3, width=34, height=10, **_paint(own=False, earlier=earlier))
    return parts.series_group(SeriesRole.SUBJECT, shape) if earlier else shape
