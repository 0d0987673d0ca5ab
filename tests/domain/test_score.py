"""Figures: a score or a reason, within bounds, and a sum only where all its parts are known."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.method import MethodVersion
from app.domain.score import (
    AREA_MEASURES,
    Figure,
    Level,
    Measure,
    MissingKind,
    figure_from_parts,
)
from tests.domain import hemne

HUNDRED = Decimal(100)
POINTS = st.decimals(0, 10, places=1)


@pytest.mark.parametrize("score", [None, Decimal(0), Decimal(39)])
@pytest.mark.parametrize("missing", [None, *MissingKind])
def test_a_figure_has_either_a_score_or_a_reason(
    score: Decimal | None, missing: MissingKind | None
) -> None:
    if (score is None) != (missing is None):
        assert Figure(score, None, HUNDRED, missing).score == score
    else:
        with pytest.raises(ValueError, match="either a score or a reason"):
            Figure(score, None, HUNDRED, missing)


@pytest.mark.parametrize("points", ["-0.1", "100.1"])
def test_points_outside_the_scale_are_refused(points: str) -> None:
    with pytest.raises(ValueError, match="outside 0–100"):
        Figure(Decimal(points), None, HUNDRED)
    with pytest.raises(ValueError, match="outside 0–100"):
        Figure(Decimal(50), Decimal(points), HUNDRED)


@pytest.mark.parametrize("points", ["0", "100"])
def test_the_ends_of_the_scale_are_points_too(points: str) -> None:
    assert Figure(Decimal(points), Decimal(points), HUNDRED).score == Decimal(points)


def test_nought_is_a_score_and_not_missing() -> None:
    found = figure_from_parts([Decimal(0), Decimal(0)], None, HUNDRED)
    assert (found.score, found.missing, found.share) == (0, None, 0)


def test_a_missing_figure_has_no_share() -> None:
    assert Figure(None, None, HUNDRED, MissingKind.NOT_PUBLIC).share is None
    assert Figure(Decimal(433), None, Decimal(800)).share == Decimal("0.54125")
    assert Figure(Decimal(0), None, Decimal(0)).share is None


@given(st.lists(POINTS, min_size=1, max_size=10), st.none() | st.decimals(0, 100, places=0))
def test_complete_parts_add_up_in_tenths(parts: list[Decimal], stated: Decimal | None) -> None:
    """Counted in whole tenths: no float, and no rounding on the way."""
    found = figure_from_parts(parts, stated, HUNDRED)
    assert found.score is not None
    assert found.score * 10 == sum(int(part * 10) for part in parts)
    assert found.stated == stated
    assert found.missing is None


@given(
    st.lists(st.none() | POINTS, max_size=8),
    st.none() | st.decimals(0, 100, places=0),
    st.sampled_from(MissingKind),
)
def test_an_incomplete_sum_counts_for_nothing(
    parts: list[Decimal | None], stated: Decimal | None, kind: MissingKind
) -> None:
    found = figure_from_parts([*parts, None], stated, HUNDRED, kind)
    assert (found.score, found.stated) == (stated, stated)
    assert found.missing is (kind if stated is None else None)


@pytest.mark.parametrize("parts", [None, []])
def test_without_parts_the_stated_figure_stands(parts: list[Decimal] | None) -> None:
    assert figure_from_parts(parts, Decimal(72), HUNDRED).score == 72
    assert figure_from_parts(parts, None, HUNDRED).missing is MissingKind.NOT_FOUND


def test_parts_above_the_maximum_are_refused() -> None:
    with pytest.raises(ValueError, match="outside"):
        figure_from_parts([Decimal(60), Decimal(60)], None, HUNDRED)


def test_the_areas_of_hemne_add_up_as_the_report_lets_us_reckon(
    version_2_1: MethodVersion,
) -> None:
    for area in hemne.areas(version_2_1):
        assert area.figure.score == Decimal(hemne.SUMS[area.no])
        assert area.figure.stated == hemne.STATED[area.no]


def test_hemnes_total_is_exact(version_2_1: MethodVersion) -> None:
    """Rounded areas give 432; question by question it is 433.0, to the tenth."""
    found = hemne.total(version_2_1)
    assert found.score == Decimal("433.0")
    assert (found.stated, found.max) == (433, 800)
    assert sum(hemne.STATED.values()) == 432
    assert sum(map(Decimal, hemne.SUMS.values())) == Decimal("433.0")


def test_measures_know_their_area_and_level() -> None:
    assert [measure.area for measure in AREA_MEASURES] == list(range(1, 9))
    assert all(Measure.of_area(m.area or 0) is m for m in AREA_MEASURES)
    assert {measure.level for measure in AREA_MEASURES} == {Level.AREA}
    assert (Measure.TOTAL.area, Measure.TOTAL.level) == (None, Level.TOTAL)


@pytest.mark.parametrize("number", [0, 9, -1])
def test_there_are_eight_areas(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        Measure.of_area(number)
