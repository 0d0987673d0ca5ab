"""The chart-table: a row per area with its strip, and short words beside it."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Self

from app.charts.areas import limits_names
from app.charts.chart_table.drawing import ChartLines
from app.charts.chart_table.strip import CellStrip, in_cell
from app.charts.figure import Figure, FigureCell, FigureCells, TableLine
from app.charts.look import QUARTERS
from app.charts.parts import Series
from app.charts.svg import Ornament

MOST_NAMED: Final = 30
"""Dots of a row whose names a table in print has room for."""


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One area. `dots` are the values of the members of a set, in no order that matters, `middle`
    the limits of their middle half. `texts` stand in the columns beside the strip; `path` is the
    page that the area leads to, `anchor` the part of the page that it stands on."""

    label: str
    short: str
    max: Decimal
    dots: tuple[Decimal, ...] = ()
    middle: tuple[Decimal, Decimal] | None = None
    texts: tuple[str, ...] = ()
    path: str | None = None
    anchor: str | None = None
    dot_names: tuple[str, ...] = ()
    """Whose the dots are, in the same order; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class ChartTableFigure(Figure):
    """Marks of those that the figure is about, if any, and any number of averages as ticks.

    `heads` name the texts beside the strips; `dots_name` is what a dot is, where there are any.
    `written` says of the first mark whether its value stands at it. The rows are the areas by their
    numbers, unless `rows_are` says what else they are.

    Raises:
        ValueError: a series without a value or None for each row.
    """

    rows: tuple[ChartRow, ...]
    marks: tuple[Series, ...]
    ticks: tuple[Series, ...] = ()
    heads: tuple[str, ...] = ()
    dots_name: str | None = None
    middle_name: str | None = None
    written: bool = True
    rows_are: str = ""
    told_heads: tuple[str, ...] = ()
    """The `heads` as they are told apart from the figure, where they say more then."""

    def __post_init__(self) -> None:
        if any(len(one.values) != len(self.rows) for one in (*self.marks, *self.ticks)):
            raise ValueError("every series needs a value or None per row")

    @property
    def description(self) -> str:
        return ". ".join(self.said(at) for at in range(len(self.rows)))

    def columns(self) -> tuple[str, ...]:
        return self.heads

    def row_head(self) -> str:
        return self.rows_are

    def scale(self) -> tuple[tuple[int, str], ...]:
        most = max(row.max for row in self.rows)
        return tuple((int(part * 100), self.write.tick(part * most)) for part in QUARTERS)

    def numbered(self, at: int, name: str) -> str:
        """The name of a row, of an area behind its number."""
        return name if self.rows_are else f"{at + 1} {name}"

    def layout(self, width: float) -> ChartLines:
        return ChartLines(self, width)

    def cells(self) -> FigureCells:
        """The names of marks and ticks in the first row, and a row for each area."""
        series = (*self.marks, *self.ticks)
        rows = (
            (row.label, *(one.values[at] for one in series)) for at, row in enumerate(self.rows)
        )
        return ("", *(one.name for one in series)), *rows

    def told_cells(self) -> FigureCells:
        """The same, then what stands beside the strips, and all else that is drawn in them; a
        column in which nothing would stand is left out."""
        head, *rows = self.cells()
        columns = [
            (name, cells)
            for name, cells in (*self._texts(), *self._limits(), *self._others())
            if any(cell not in ("", None) for cell in cells)
        ]
        return (*head, *(name for name, _ in columns)), *(
            (*row, *(cells[at] for _, cells in columns)) for at, row in enumerate(rows)
        )

    def _limits(self) -> list[tuple[str, list[FigureCell]]]:
        """Between what the middle half lies."""
        if self.middle_name is None:
            return []
        low_name, high_name = limits_names(self.write.words, self.middle_name)
        limits = [row.middle or (None, None) for row in self.rows]
        return [
            (low_name, [low for low, _ in limits]),
            (high_name, [high for _, high in limits]),
        ]

    def _others(self) -> list[tuple[str, list[FigureCell]]]:
        """Whose the dots are, with their values, the highest first."""
        if self.dots_name is None or not self.dots_are_named:
            return []
        return [(self.dots_name, [self._told_dots(row) for row in self.rows])]

    @property
    def dots_are_named(self) -> bool:
        """Whether it is told whose each dot is: where that is known, and they are not too
        many."""
        with_dots = [row for row in self.rows if row.dots]
        return bool(with_dots) and all(
            len(row.dots) == len(row.dot_names) <= MOST_NAMED for row in with_dots
        )

    def _told_dots(self, row: ChartRow) -> str:
        """Those that are marks too have a column of their own."""
        marks = {one.name for one in self.marks}
        found = sorted(zip(row.dots, row.dot_names, strict=True), key=lambda one: -one[0])
        return "; ".join(
            f"{name} {self.write(value)}" for value, name in found if name not in marks
        )

    def _texts(self) -> list[tuple[str, list[FigureCell]]]:
        """What stands beside the strips, where it is not the values themselves."""
        if not self.written:
            return []
        heads = self.told_heads or self.heads
        return [(head, [row.texts[at] for row in self.rows]) for at, head in enumerate(heads)]

    def in_print(self) -> Self:
        """Without dots where they are so many that nothing says whose they are."""
        if self.dots_are_named:
            return self
        rows = tuple(replace(row, dots=(), dot_names=()) for row in self.rows)
        return replace(self, rows=rows, dots_name=None)

    def said(self, at: int) -> str:
        """All of an area in words."""
        told = [f"{one.name} {self.write(one.values[at])}" for one in (*self.marks, *self.ticks)]
        middle = self.rows[at].middle
        if middle and self.middle_name:
            low, high = middle
            told.append(f"{self.middle_name} {self.write(low)}–{self.write(high)}")
        return f"{self.rows[at].label}: {', '.join(told)}"

    def strip(self, at: int) -> CellStrip:
        """What lies on the line of an area."""
        row = self.rows[at]
        first = self.marks[0].values[at] if self.marks else None
        return CellStrip(
            row.max,
            tuple((one.role, one.values[at]) for one in self.marks),
            tuple((one.role, one.values[at]) for one in self.ticks),
            row.dots,
            row.middle,
            self.write(first) if self.written and first is not None else None,
        )

    def lines(self) -> tuple[TableLine, ...]:
        """The rows as a table in a page has them."""
        return tuple(
            TableLine(
                self.numbered(at - 1, row.label),
                self._leads_to(row),
                Ornament(in_cell(self.strip(at - 1))),
                self.said(at - 1),
                row.texts,
            )
            for at, row in enumerate(self.rows, 1)
        )

    def _leads_to(self, row: ChartRow) -> str | None:
        if row.anchor:
            return f"#{row.anchor}"
        return self.link(row.path) if self.link and row.path else None
