"""A chart-table as a drawing, for where it leaves its page: strips below one another."""

from typing import TYPE_CHECKING, Final

from app.charts import lettering, parts
from app.charts.chart_table.strip import GUTTER, HEIGHT, dot_sample, in_drawing, tick_samples
from app.charts.legend import Legend
from app.charts.look import LINE, QUARTERS, TEXT_SIZE, WIDE
from app.charts.parts import TextLine
from app.charts.svg import Svg

if TYPE_CHECKING:
    from app.charts.chart_table.figure import ChartTableFigure

_GAP: Final = 12
_NAMES: Final = 150
"""Room for the names of the areas before the strips, where there is any."""


class ChartLines:
    """Where everything in a chart-table lies. Where it is wide, names stand before the strips and
    texts behind them; where it is narrow, above."""

    def __init__(self, figure: "ChartTableFigure", width: float) -> None:
        self.figure, self.width = figure, width
        self._wide = width >= WIDE
        self._columns = [self._column(at) for at in range(len(figure.heads))]
        self.left = _NAMES + GUTTER + _GAP if self._wide else float(GUTTER + 8)
        taken = sum(column + _GAP for column in self._columns) if self._wide else 0
        self.right = width - taken - 16
        # Above a strip stands the name, and beside or below it what stands in columns elsewhere.
        lengths = [
            lettering.bold_width(figure.numbered(at, row.short), TEXT_SIZE)
            + lettering.width(_joined(row.texts), TEXT_SIZE)
            for at, row in enumerate(figure.rows)
        ]
        self._stacked = max(lengths) + _GAP > width
        self._above = 0.0 if self._wide else LINE * (2 if self._stacked else 1)
        self._top = LINE + 2 if figure.heads and self._wide else 2.0
        self._foot = self._top + (HEIGHT + self._above) * len(figure.rows)
        self._axis = (
            lettering.wrapped(figure.axis, TEXT_SIZE, width - self.left) if figure.axis else ()
        )
        self.height = self._foot + LINE * (1 + len(self._axis)) + 4
        self.legend = Legend(
            figure.marks,
            figure.write(None),
            unjoined=frozenset(one.role for one in figure.marks),
            middle=figure.middle_name if any(row.middle for row in figure.rows) else None,
            lines=[
                *tick_samples([(one.role, one.name) for one in figure.ticks]),
                *([dot_sample(figure.dots_name)] if figure.dots_name else []),
            ],
        )

    def shapes(self) -> list[Svg]:
        """Everything that is drawn, what lies on top last."""
        figure = self.figure
        strips = [
            in_drawing(figure.strip(at), self.left, self.right, self._top_of(at) + self._above)
            for at in range(len(figure.rows))
        ]
        return [*strips, *(text.drawn() for text in self._texts()), *self._hits()]

    def _top_of(self, at: int) -> float:
        return self._top + (HEIGHT + self._above) * at

    def _column(self, at: int) -> float:
        texts = [self.figure.heads[at], *(row.texts[at] for row in self.figure.rows)]
        return max(lettering.width(text, TEXT_SIZE) for text in texts)

    def _texts(self) -> list[TextLine]:
        found: list[TextLine] = []
        room = self.right - self.left
        for quarter in QUARTERS:
            tick = self.figure.write.tick(quarter * max(row.max for row in self.figure.rows))
            x = self.left + room * float(quarter)
            found.append(TextLine(tick, x, self._foot + LINE - 2, "middle"))
        found += parts.lines_of_text(self._axis, self.left, self._foot + 2 * LINE - 2)
        for at, row in enumerate(self.figure.rows):
            top, name = self._top_of(at), self.figure.numbered(at, row.short)
            if self._wide:
                lines = lettering.in_two_lines(name, TEXT_SIZE, _NAMES)
                first = top + HEIGHT / 2 + 8 - (len(lines) - 1) * LINE / 2
                found += parts.lines_of_text(lines, 0, first, room=_NAMES)
                found += self._beside(row.texts, top + HEIGHT / 2 + 10)
            else:
                found.append(TextLine(name, 0, top + LINE - 3, bold=True))
                said = _joined(row.texts)
                if self._stacked:
                    found.append(TextLine(said, 0, top + 2 * LINE - 3, room=self.width))
                else:
                    found.append(TextLine(said, self.width, top + LINE - 3, "end"))
        if self._wide:
            found += self._beside(self.figure.heads, LINE - 4)
        return found

    def _beside(self, texts: tuple[str, ...], baseline: float) -> list[TextLine]:
        found, x = [], self.right + 8 + _GAP
        for text, column in zip(texts, self._columns, strict=True):
            found.append(TextLine(text, x, baseline))
            x += column + _GAP
        return found

    def _hits(self) -> list[Svg]:
        height = HEIGHT + self._above
        return [
            parts.hit(
                at,
                self.figure.said(at),
                x=0,
                y=self._top_of(at),
                width=self.width,
                height=height,
            )
            for at in range(len(self.figure.rows))
        ]


def _joined(texts: tuple[str, ...]) -> str:
    return " · ".join(text for text in texts if text)
