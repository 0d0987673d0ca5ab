"""With how many decimals points are shown, and that rounding never contradicts itself."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.decimals import decimals_of, points_of, rounded, total_points
from app.domain.gap import SmallDifference, Standing, gap
from app.domain.message import Points
from app.domain.score import AREA_MEASURES, Measure

EXACT = st.decimals(0, 800, places=3)


@pytest.mark.parametrize(
    "value, decimals, shown",
    [
        ("38.25", 1, "38.3"),
        ("38.95", 1, "39.0"),
        ("432.5", 0, "433"),
        ("432.49", 0, "432"),
        ("431.5", 0, "432"),
        ("-0.5", 0, "-1"),
        ("-38.25", 1, "-38.3"),
    ],
)
def test_halves_are_rounded_away_from_zero(value: str, decimals: int, shown: str) -> None:
    assert str(rounded(Decimal(value), decimals)) == shown


@pytest.mark.parametrize(
    "values, decimals",
    [
        (["61", "58.4"], 1),
        (["61.0", "58"], 0),
        (["61.04", "58"], 0),
        (["60.95", "58"], 0),
        ([None, "0.1"], 1),
        ([None], 0),
        ([], 0),
    ],
)
def test_what_is_shown_together_has_one_number_of_decimals(
    values: list[str | None], decimals: int
) -> None:
    figures = [None if value is None else Decimal(value) for value in values]
    assert decimals_of(figures) == decimals
    assert decimals_of(figures, Measure.AREA_1) == decimals
    assert decimals_of(figures, Measure.TOTAL) == 0


def test_a_total_is_shown_in_whole_points_and_an_area_as_its_table() -> None:
    value = Decimal("431.33")
    assert total_points(value) == points_of(Measure.TOTAL, value, 1) == Points(value, 0)
    for measure in AREA_MEASURES:
        assert points_of(measure, value) == Points(value)
        assert points_of(measure, value, 1) == Points(value, 1)


@given(EXACT, EXACT)
def test_a_gap_shown_lies_at_most_one_off_those_between_the_figures_shown(
    own: Decimal, other: Decimal
) -> None:
    shown = rounded(own, 0) - rounded(other, 0)
    found = rounded(own - other, 0)
    assert abs(found - shown) <= 1
    if own == own.to_integral_value() and other == other.to_integral_value():
        assert found == shown


@given(EXACT, EXACT)
def test_no_gap_that_is_shown_is_smaller_than_what_counts_as_one(
    own: Decimal, other: Decimal
) -> None:
    small = SmallDifference()
    found = gap(own, other, Measure.TOTAL, small)
    if found.standing is not Standing.ABOUT_THE_SAME:
        assert rounded(found.size, 0) >= small.total


def test_the_gap_of_hemne_to_the_published_average_is_74() -> None:
    found = gap(Decimal("433.0"), Decimal(359), Measure.TOTAL, SmallDifference())
    assert rounded(found.size, 0) == 433 - 359 == 74
