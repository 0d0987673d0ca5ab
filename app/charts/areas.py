"""Points per area of one to three results: what spiders and bars show, before anything is drawn.

Texts are already in the reader's language; numbers are exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from app.charts.figure import Figure, FigureTable
from app.charts.look import Role
from app.charts.parts import Series
from app.charts.plotly_parts import HOVER, escaped
from app.charts.writing import Writer
from app.domain.decimals import decimals_of
from app.domain.message import LocalText, Message, Say
from app.domain.method import MethodVersion
from app.domain.score import AREA_MEASURES, Measure


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a spider, or one row of bars. `short` is the label where room is scarce."""

    label: str
    short: str
    max: Decimal


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn as one polygon, or one bar or mark in each row."""

    name: str | Message | LocalText
    figures: Mapping[Measure, Decimal]


@dataclass(frozen=True, slots=True)
class AreasFigure(Figure):
    """An axis for each area in the order of the method, and a value on each for every series.

    Raises:
        ValueError: a series without a value or None per axis.
    """

    axes: tuple[Axis, ...]
    series: tuple[Series, ...]
    write: Writer

    def __post_init__(self) -> None:
        if any(len(series.values) != len(self.axes) for series in self.series):
            raise ValueError("every series needs a value or None per axis")

    @classmethod
    def of(cls, title: Message, version: MethodVersion, drawn: Sequence[Drawn], words: Say) -> Self:
        """The version's eight areas, of those drawn; the first of them is the subject."""
        axes = tuple(
            Axis(words(area.name), words(area.short or area.name), area.max)
            for area in version.areas
        )
        series = tuple(
            Series(
                one.name if isinstance(one.name, str) else words(one.name),
                role,
                tuple(one.figures.get(measure) for measure in AREA_MEASURES),
            )
            for one, role in zip(drawn, Role, strict=False)
        )
        decimals = decimals_of(value for one in series for value in one.values)
        return cls(words(title), axes, series, Writer(words, decimals))

    @property
    def description(self) -> str:
        return ". ".join(
            f"{one.name}: "
            + "; ".join(
                f"{axis.label} {self.write(value)}"
                for axis, value in zip(self.axes, one.values, strict=True)
            )
            for one in self.series
        )

    def table(self) -> FigureTable:
        """The names of the series in the first row, and a row for each axis."""
        head = ("", *(one.name for one in self.series))
        rows = (
            (axis.label, *(self.write(one.values[at]) for one in self.series))
            for at, axis in enumerate(self.axes)
        )
        return head, *rows

    def said(self, at: int, one: Series) -> str:
        """One point in words, the same wherever it is drawn."""
        return f"{one.name}, {self.axes[at].label}: {self.write(one.values[at])}"

    def plotted(self, one: Series) -> dict[str, Any]:
        """What Plotly is told of a series and of each of its points."""
        written = [self.write(value) for value in one.values]
        return {
            "name": escaped(one.name),
            "text": written,
            "hovertext": [
                f"{escaped(axis.label)}<br>{escaped(one.name)}: {escaped(value)}"
                for axis, value in zip(self.axes, written, strict=True)
            ],
            "hovertemplate": HOVER,
            "customdata": [self.said(at, one) for at in range(len(self.axes))],
            "cliponaxis": False,
        }
