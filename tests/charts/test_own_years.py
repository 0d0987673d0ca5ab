"""Own areas over the years: columns from zero, hollow where nothing is known, gaps at versions."""

from decimal import Decimal

import pytest

from app.charts.look import NARROW
from app.charts.own_years.drawing import OwnYear
from app.charts.own_years.figure import BROAD, OwnYearsFigure
from tests.charts.drawn import NAMESPACE, parsed, points, texts

AREAS = tuple(f"Area {no}" for no in range(1, 9))


def year(of: int, version: str, *values: int | None) -> OwnYear:
    """The values of the first areas; those of the others are 50."""
    found = [None if value is None else Decimal(value) for value in values]
    return OwnYear(of, version, (*found, *[Decimal(50)] * (8 - len(found))))


def figure(*years: OwnYear) -> OwnYearsFigure:
    return OwnYearsFigure("Title", areas=AREAS, years=years, max=Decimal(100), write=points)


@pytest.mark.parametrize("width", [NARROW, BROAD])
def test_columns_are_as_high_as_their_values(width: int) -> None:
    root = parsed(
        figure(year(2011, "2.0", 100), year(2014, "2.0", 25)).drawing("y", width).__html__()
    )
    bars = root.findall(f".//{NAMESPACE}rect[@class='series-bar']")
    assert len(bars) == 16
    first, second = (float(bar.attrib["height"]) for bar in bars[:2])
    assert second == pytest.approx(first / 4)
    feet = [float(bar.attrib["y"]) + float(bar.attrib["height"]) for bar in bars[:2]]
    assert feet[0] == pytest.approx(feet[1])


def test_what_is_missing_is_hollow_and_below_the_line() -> None:
    root = parsed(figure(year(2011, "2.0", None), year(2014, "2.0", 40)).drawing("y").__html__())
    (hollow,) = root.findall(f".//{NAMESPACE}rect[@class='series-open']")
    bar = root.findall(f".//{NAMESPACE}rect[@class='series-bar']")[0]
    assert float(hollow.attrib["y"]) > float(bar.attrib["y"]) + float(bar.attrib["height"])
    assert "2011" in texts(root)


def test_a_gap_stands_between_versions_and_nowhere_else() -> None:
    same = figure(year(2011, "2.0"), year(2014, "2.0"))
    other = figure(year(2011, "2.0"), year(2014, "2.0"), year(2017, "2.1"))
    assert [other.breaks_before(at) for at in range(3)] == [False, False, True]

    def breaks(of: OwnYearsFigure) -> int:
        root = parsed(of.drawing("y").__html__())
        return len(root.findall(f".//{NAMESPACE}line[@class='figure-break']"))

    assert breaks(same) == 0
    assert breaks(other) == 8


def test_many_years_keep_their_years_and_first_and_last_values() -> None:
    root = parsed(figure(*(year(2008 + at, "2.0", at) for at in range(9))).drawing("y").__html__())
    found = texts(root)
    assert {"’08", "’16"} <= set(found)


def test_an_area_is_told_in_words_and_in_numbers() -> None:
    found = figure(year(2011, "2.0", 48), year(2014, "2.0", None))
    assert found.said(0).startswith("1 Area 1: 2011 48, 2014 ")
    assert found.cells()[0] == ("", "2011", "2014")
    assert found.cells()[1] == ("1 Area 1", Decimal(48), None)
    with pytest.raises(ValueError, match="per area"):
        figure(OwnYear(2011, "2.0", (Decimal(1),)))
