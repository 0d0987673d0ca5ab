"""Made-up examples of small figures, rows of a league and a chart-table."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.charts.chart_table.figure import ChartRow, ChartTableFigure
from app.charts.columns.figure import AreaColumn, ColumnsFigure
from app.charts.look import SeriesRole
from app.charts.parts import Series
from app.charts.small import SmallFigure
from app.charts.spark.figure import SparkFigure, SparkPoint
from app.charts.strip.figure import StripFigure, StripLine, StripMark
from app.charts.tally.figure import TallyFigure, TallyRow
from app.charts.writing import Writer
from app.domain.message import Message, Say, say
from app.domain.method import MethodVersion
from app.domain.score import MissingKind
from app.features.about.examples import HUNDRED, STEPS, example_name

_INVENTED: Final = say("Invented figures.")
_TENS: Final = tuple(Decimal(step) for step in STEPS)


@dataclass(frozen=True, slots=True)
class ExampleCell:
    """The points of an area as a shade of five."""

    score: Decimal | None
    why: MissingKind | None
    shade: int


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """A row of a league: a name, a total of 800 with its share in per cent, and the eight areas."""

    name: Message
    total: Decimal
    share: Decimal
    cells: tuple[ExampleCell, ...]


def example_rows() -> tuple[ExampleRow, ...]:
    """One that is complete, and one of which two areas are not known."""
    return (
        ExampleRow(example_name("A"), Decimal(520), Decimal(65), _cells(_TENS)),
        ExampleRow(example_name("B"), Decimal(440), Decimal(55), _cells(_TENS[::-1], gaps=True)),
    )


def _cells(values: tuple[Decimal, ...], *, gaps: bool = False) -> tuple[ExampleCell, ...]:
    return tuple(
        ExampleCell(None, MissingKind.NOT_FOUND, 0)
        if gaps and at in (2, 5)
        else ExampleCell(value, None, min(5, 1 + int(value // 20)))
        for at, value in enumerate(values)
    )


def small_examples(words: Say) -> tuple[tuple[Message, SmallFigure], ...]:
    """Each small figure by what it is."""
    told = words(_INVENTED)
    a, b = words(example_name("A")), words(example_name("B"))
    spark = SparkFigure(
        a,
        told,
        (
            SparkPoint(2001, Decimal(200), "200", "2001", "a"),
            SparkPoint(2005, Decimal(300), "300", "2005", "a"),
            SparkPoint(2010, Decimal(250), "250", "2010", "b"),
        ),
    )
    marked = (StripMark(Decimal(80), "80"),)
    line = StripLine("", SeriesRole.SUBJECT, _TENS[:-1], marked, Decimal(45))
    strip = StripFigure(a, told, (line,), (Decimal(0), HUNDRED), ("0", "100"))
    columns = tuple(
        AreaColumn(str(no), value, str(value), Decimal(45), quiet=no < 6)
        for no, value in enumerate(_TENS, 1)
    )
    tally = (TallyRow(a, 3, "3"), TallyRow(b, 1, "1", quiet=True))
    return (
        (say("Totals over time"), spark),
        (say("Dots on a line"), strip),
        (say("The eight areas as columns"), ColumnsFigure(a, told, columns, HUNDRED)),
        (say("How many each has"), TallyFigure(a, told, tally)),
    )


def example_chart_table(version: MethodVersion, words: Say) -> ChartTableFigure:
    """A mark among dots, with the middle half, an average, and an area that is not known."""
    own = (*_TENS[:5], None, *_TENS[6:])
    write = Writer(words, 0)
    return ChartTableFigure(
        words(say("Example: the areas among the others, invented points")),
        rows=tuple(
            ChartRow(
                words(area.name),
                words(area.short or area.name),
                area.max,
                dots=_TENS,
                middle=(Decimal(28), Decimal(62)),
                texts=(write(value),),
            )
            for area, value in zip(version.areas, own, strict=True)
        ),
        marks=(Series(words(example_name("A")), SeriesRole.SUBJECT, own),),
        ticks=(Series(words(say("Average")), SeriesRole.AVERAGE, (Decimal(45),) * 8),),
        heads=(words(say("Points")),),
        dots_name=words(say("another municipality")),
        middle_name=words(say("the middle half")),
        write=write,
    )
