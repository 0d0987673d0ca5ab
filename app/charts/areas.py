"""Points per area of one to three results: what spiders and bars show, before anything is drawn.

Texts are already in the reader's language; numbers are exact.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Final, Self

from app.charts.figure import FigureCells, PlottedFigure
from app.charts.look import SeriesRole
from app.charts.parts import Series
from app.charts.plotly_parts import HOVER, escaped
from app.charts.writing import Writer
from app.domain.decimals import decimals_of
from app.domain.message import LocalText, Message, Say, say
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
    phrase: str | Message | None = None
    """The name as it stands in a sentence, where that is another."""


_NEAR: Final = 3
"""Lines that are nowhere farther from each other than so many points cannot be told apart."""


def apart(drawn: Sequence[Drawn]) -> tuple[Drawn, ...]:
    """Those whose lines can be told apart; of two averages that nearly coincide the first."""
    kept = list(drawn[:2])
    for one in drawn[2:]:
        shared = [measure for measure in one.figures if measure in kept[1].figures]
        distances = [abs(one.figures[m] - kept[1].figures[m]) for m in shared]
        if not distances or max(distances) >= _NEAR:
            kept.append(one)
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class MiddleHalf:
    """Between which points half of a set lies, in each area, and what is said of it."""

    name: str | Message
    limits: Mapping[Measure, tuple[Decimal, Decimal]]


@dataclass(frozen=True, slots=True)
class AreasFigure(PlottedFigure):
    """An axis for each area in the order of the method, and a value on each for every series.

    `middle` are the limits of the middle half of a set on each axis, under `middle_name`; none
    where no set is large enough.

    Raises:
        ValueError: a series without a value or None per axis, or a middle half without limits.
    """

    axes: tuple[Axis, ...]
    series: tuple[Series, ...]
    middle: tuple[tuple[Decimal, Decimal], ...] = field(default=(), kw_only=True)
    middle_name: str | None = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        if any(len(series.values) != len(self.axes) for series in self.series):
            raise ValueError("every series needs a value or None per axis")
        if self.middle and len(self.middle) != len(self.axes):
            raise ValueError("a middle half needs limits on every axis")

    @classmethod
    def of(
        cls,
        title: Message,
        version: MethodVersion,
        drawn: Sequence[Drawn],
        words: Say,
        *,
        subtitle: Message | None = None,
        middle: MiddleHalf | None = None,
    ) -> Self:
        """The version's eight areas, of those drawn; the first of them is the subject."""
        axes = tuple(
            Axis(words(area.name), words(area.short or area.name), area.max)
            for area in version.areas
        )
        series = tuple(
            Series(
                _said(one.name, words),
                role,
                tuple(one.figures.get(measure) for measure in AREA_MEASURES),
            )
            for one, role in zip(drawn, SeriesRole, strict=False)
        )
        decimals = decimals_of(value for one in series for value in one.values)
        limits = tuple(
            middle.limits[measure]
            for measure in AREA_MEASURES
            if middle is not None and measure in middle.limits
        )
        whole = middle is not None and len(limits) == len(axes)
        return cls(
            words(title),
            axes,
            series,
            write=Writer(words, decimals),
            subtitle=words(subtitle) if subtitle else "",
            middle=limits if whole else (),
            middle_name=_said(middle.name, words) if middle is not None and whole else None,
        )

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

    def cells(self) -> FigureCells:
        """The names of the series in the first row, and a row for each axis."""
        head = ("", *(one.name for one in self.series))
        rows = (
            (axis.label, *(one.values[at] for one in self.series))
            for at, axis in enumerate(self.axes)
        )
        return head, *rows

    def told_cells(self) -> FigureCells:
        """The same with the limits of the middle half, where it is drawn."""
        head, *rows = self.cells()
        if not self.middle:
            return head, *rows
        names = limits_names(self.write.words, self.middle_name or "")
        return (*head, *names), *(
            (*row, *limits) for row, limits in zip(rows, self.middle, strict=True)
        )

    def said(self, at: int) -> str:
        """All that is drawn in one area in words, the same wherever it is drawn."""
        told = [f"{one.name} {self.write(one.values[at])}" for one in self.series]
        if self.middle:
            low, high = self.middle[at]
            told.append(f"{self.middle_name} {self.write(low)}–{self.write(high)}")
        return f"{self.axes[at].label}: {', '.join(told)}"

    def plotted(self, one: Series) -> dict[str, Any]:
        """What Plotly is told of a series and of each of its points: at each, all of its area."""
        return {
            "name": escaped(one.name),
            "text": [self.write(value) for value in one.values],
            "hovertext": [self._hover(at) for at in range(len(self.axes))],
            "hovertemplate": HOVER,
            "customdata": [self.said(at) for at in range(len(self.axes))],
            "cliponaxis": False,
        }

    def _hover(self, at: int) -> str:
        told = [f"{escaped(o.name)}: {escaped(self.write(o.values[at]))}" for o in self.series]
        return "<br>".join([f"<b>{escaped(self.axes[at].label)}</b>", *told])


def limits_names(words: Say, name: str) -> tuple[str, str]:
    """What the limits of a middle half are called over the columns of a table."""
    return (
        words(say("%(name)s: lower limit", name=name)),
        words(say("%(name)s: upper limit", name=name)),
    )


def _said(name: str | Message | LocalText, words: Say) -> str:
    return name if isinstance(name, str) else words(name)
