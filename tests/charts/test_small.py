"""The small figures of cards: what is drawn where, what is said, and how little they weigh."""

from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from app.charts.columns.figure import AreaColumn, ColumnsFigure
from app.charts.look import SeriesRole
from app.charts.small import SmallFigure
from app.charts.spark.figure import SparkFigure, SparkPoint
from app.charts.strip.figure import StripFigure, StripLine, StripMark, stacked
from app.charts.tally.figure import TallyFigure, TallyRow
from tests.charts.drawn import NAMESPACE

HUNDRED = Decimal(100)


def spark(*points: tuple[int, int, str], joined: bool = True) -> SparkFigure:
    made = tuple(
        SparkPoint(year, Decimal(value), str(value), str(year), segment)
        for year, value, segment in points
    )
    return SparkFigure("Ulstein", "361, 534.", made, joined)


def strip(*values: int, marked: tuple[int, ...] = ()) -> StripFigure:
    line = StripLine(
        "Norge",
        SeriesRole.SUBJECT,
        tuple(map(Decimal, values)),
        tuple(StripMark(Decimal(value), str(value)) for value in marked),
        average=Decimal(50),
    )
    return StripFigure("Demokrati", "Norge.", (line,), (Decimal(0), HUNDRED), ("0", "100"))


def columns(*values: int, average: int | None = None) -> ColumnsFigure:
    made = tuple(
        AreaColumn(
            str(at + 1), Decimal(value), str(value), None if average is None else Decimal(average)
        )
        for at, value in enumerate(values)
    )
    return ColumnsFigure("Vallentuna", "73.", made, HUNDRED)


TALLY = TallyFigure("Øvre Eiker", "2.", (TallyRow("Øvre Eiker", 2, "2"), TallyRow("Hemne", 1, "1")))
LONG = spark(*((2000 + 2 * at, 800 - at, str(at // 2)) for at in range(8)))
FIGURES = {
    "spark": LONG,
    "strip": strip(*range(100), *range(100), marked=(99, 100)),
    "columns": columns(*range(10, 90, 10), average=50),
    "tally": TallyFigure("A", "9.", tuple(TallyRow("Nordre Land", 90, "90") for _ in range(4))),
}


def drawn(figure: SmallFigure) -> ET.Element:
    return ET.fromstring(figure.drawing("x").__html__())


def paths(figure: SmallFigure, css: str) -> list[str]:
    return [e.get("d") or "" for e in drawn(figure).iter() if e.get("class") == css]


def texts(figure: SmallFigure) -> dict[str, tuple[float, float]]:
    return {
        e.text or "": (float(e.get("x") or 0), float(e.get("y") or 0))
        for e in drawn(figure).iter(f"{NAMESPACE}text")
    }


@pytest.mark.parametrize("kind", FIGURES)
def test_it_is_small_and_told_in_words(kind: str) -> None:
    markup = FIGURES[kind].drawing("x").__html__()
    assert len(markup.encode()) <= 4_000
    root = ET.fromstring(markup)
    assert root.get("role") == "img"
    named = (root.get("aria-labelledby") or "").split()
    assert {e.get("id") for e in root.iter() if e.get("id")} == set(named)


@pytest.mark.parametrize("kind", FIGURES)
def test_everything_lies_inside(kind: str) -> None:
    figure = FIGURES[kind]
    for x, y in texts(figure).values():
        assert 0 <= x <= figure.width
        assert 10 <= y <= figure.height


def test_a_line_rises_from_zero_by_what_the_totals_rise() -> None:
    """361 is 361/534 of the way from the zero line to the top."""
    (path,) = paths(spark((2013, 361, "2"), (2019, 534, "2")), "series-line")
    low, high = (tuple(map(float, p.split())) for p in path.removeprefix("M").split("L"))
    root = drawn(spark((2013, 361, "2"), (2019, 534, "2")))
    base = float(next(e.get("y1") or 0 for e in root.iter() if e.get("class") == "figure-grid"))
    assert (base - low[1]) / (base - high[1]) == pytest.approx(361 / 534, abs=0.001)


def test_a_line_breaks_with_the_method_and_joins_no_strangers() -> None:
    broken = spark((2013, 254, "2"), (2017, 396, "2"), (2021, 593, "2020"))
    assert len(paths(broken, "series-line")) == len(paths(broken, "figure-break")) == 1
    assert paths(spark((2015, 650, "2"), (2017, 668, "2"), joined=False), "series-line") == []


def test_dots_lie_on_their_values_and_never_on_each_other() -> None:
    (path,) = (d for d in paths(strip(0, 50, 50), "series-line") if "h0" in d)
    places = [tuple(map(float, p.split())) for p in path.replace("h0", "").split("M")[1:]]
    assert len(places) == 3
    (zero, low), (middle, same), (above, higher) = places
    assert middle == above > zero
    assert low == same > higher
    assert [level for _, level in stacked([0, 4, 8, 20])] == [0, 1, 0, 0]


def test_the_marked_are_written_apart() -> None:
    written = texts(strip(10, marked=(60, 61)))
    assert written["61"][0] - written["60"][0] > 15


def test_a_column_is_as_high_as_its_points() -> None:
    (path,) = paths(columns(25, 50, 100), "series-bar")
    heights = []
    for part in path.split("M")[1:]:
        start, _, rest = part.partition("V")
        heights.append(float(start.split()[1]) - float(rest.split("h")[0]))
    assert heights[0] / heights[2] == pytest.approx(0.25, abs=0.01)
    assert heights[1] / heights[2] == pytest.approx(0.5, abs=0.01)


def test_averages_lie_across_the_columns_only_where_there_are_any() -> None:
    assert paths(columns(25), "series-rim") == []
    assert len(paths(columns(25, average=50), "series-rim")) == 1


def test_a_star_for_each() -> None:
    assert [path.count("M") for path in paths(TALLY, "series-bar")] == [2, 1]
    assert set(texts(TALLY)) == {"Øvre Eiker", "Hemne", "2", "1"}
