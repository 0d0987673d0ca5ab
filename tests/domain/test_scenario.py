"""Scenarios against computations of their own."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.scenario import raised, raised_together, weighted_total

POINTS = st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10)
AREAS = st.lists(POINTS, min_size=8, max_size=8)


def areas(text: str) -> list[Decimal]:
    return [Decimal(points) for points in text.split()]


HEMNE = areas("38.9 37.4 77.4 61.0 58.4 49.4 47.8 62.7")


@given(POINTS, POINTS, st.none() | st.integers(0, 800).map(Decimal))
def test_a_target_never_lowers_anything(
    score: Decimal, target: Decimal, total: Decimal | None
) -> None:
    found = raised(score, target, total, Decimal(800))
    assert found.after == max(score, target)
    assert found.gain >= 0
    if total is None:
        assert found.total_after is None
    else:
        assert found.total_after is not None
        assert total <= found.total_after <= 800
        assert found.total_after == min(total + found.gain, 800)


def test_hemne_with_60_points_for_area_1() -> None:
    """433 + (60 − 38.9)."""
    found = raised(HEMNE[0], Decimal(60), Decimal(433), Decimal(800))
    assert found.total_after == Decimal("454.1")


@pytest.mark.parametrize("target", [-1, 101])
def test_a_target_is_within_the_scale(target: int) -> None:
    with pytest.raises(ValueError, match="0–100"):
        raised(Decimal(40), Decimal(target), None, Decimal(800))


@given(AREAS, st.integers(1, 3))
def test_equal_weights_give_the_ordinary_total(scores: list[Decimal], weight: int) -> None:
    assert weighted_total(scores, [weight] * 8) == sum(scores)


@given(AREAS, st.lists(st.integers(0, 3), min_size=8, max_size=8).filter(any))
def test_a_weighted_total_is_a_mean_on_the_same_scale(
    scores: list[Decimal], weights: list[int]
) -> None:
    exact = sum((Fraction(s) * w for s, w in zip(scores, weights, strict=True)), Fraction())
    found = weighted_total(scores, weights)
    assert abs(Fraction(found) - exact * 8 / sum(weights)) < Fraction(1, 10**20)
    assert 0 <= found <= 800


@pytest.mark.parametrize("weights", [[0] * 8, [1] * 7, [1] * 7 + [-1]])
def test_weights_that_mean_nothing_are_refused(weights: list[int]) -> None:
    with pytest.raises(ValueError, match="weight"):
        weighted_total(HEMNE, weights)


def test_nobody_gets_more_than_can_be_had() -> None:
    """A stated total may be a little more than the sum of its areas."""
    found = raised(Decimal(96), Decimal(100), Decimal(798), Decimal(800))
    assert found.total_after == 800


def test_several_areas_add_up_and_none_loses_points() -> None:
    """38.9 to 60 and 37.4 to 50 are 33.7; 77.4 stays where the target is 10."""
    pairs = [(HEMNE[0], Decimal(60)), (HEMNE[1], Decimal(50)), (HEMNE[2], Decimal(10))]
    found = raised_together(pairs, Decimal(433), Decimal(800))
    assert (found.gain, found.total_after) == (Decimal("33.7"), Decimal("466.7"))
    assert raised_together(pairs, None, Decimal(800)).total_after is None
    all_full = [(score, Decimal(100)) for score in HEMNE]
    assert raised_together(all_full, Decimal(433), Decimal(800)).total_after == Decimal(800)
