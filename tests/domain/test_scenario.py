"""Scenarios against computations of their own."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.scenario import DRAWS, firmness, raised, weighted_total, weightings

POINTS = st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10)
AREAS = st.lists(POINTS, min_size=8, max_size=8)
FEW = 200


def areas(text: str) -> list[Decimal]:
    return [Decimal(points) for points in text.split()]


HEMNE = areas("38.9 37.4 77.4 61.0 58.4 49.4 47.8 62.7")
HAREID = areas("35 28 49 40 49 34 45 44")
KRAMFORS = areas("58 56 73 53 58 45 44 60")


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


@given(AREAS, AREAS)
def test_the_counts_of_two_add_up_and_mirror_each_other(a: list[Decimal], b: list[Decimal]) -> None:
    one, other = firmness(a, b, FEW), firmness(b, a, FEW)
    assert (one.above, one.below, one.level) == (other.below, other.above, other.level)
    assert one.above + one.below + one.level == FEW


@given(AREAS, st.lists(st.integers(0, 200), min_size=8, max_size=8))
def test_at_least_as_good_everywhere_is_always_above(
    scores: list[Decimal], gains: list[int]
) -> None:
    better = [score + Decimal(gain) / 10 for score, gain in zip(scores, gains, strict=True)]
    found = firmness(better, scores, FEW)
    assert (found.above, found.level) == ((FEW, 0) if any(gains) else (0, FEW))


def test_hemne_is_above_hareid_however_areas_count() -> None:
    assert firmness(HEMNE, HAREID).above == DRAWS


def test_weightings_are_those_of_a_flat_dirichlet_distribution() -> None:
    """Each weight has the mean 1/8 and the variance 7/576; they are positive and 1 together."""
    drawn = np.array(weightings(8, 20_000, 2010))
    assert (drawn > 0).all()
    assert np.allclose(drawn.sum(axis=1), 1)
    assert np.allclose(drawn.mean(axis=0), 1 / 8, atol=0.003)
    assert np.allclose(drawn.var(axis=0), 7 / 576, atol=0.0006)


def test_how_firm_an_order_is_against_another_way_of_drawing() -> None:
    """Hemne's areas sum up to 433, Kramfors' to 447; numpy draws the weights here."""
    drawn = np.random.default_rng(1).dirichlet([1] * 8, 200_000)
    gaps = np.array([float(a - b) for a, b in zip(HEMNE, KRAMFORS, strict=True)])
    expected = (drawn @ gaps > 0).mean()
    found = firmness(HEMNE, KRAMFORS)
    assert found.draws == DRAWS == 2000
    # Four standard errors of a share of 2 000 draws.
    assert found.above / found.draws == pytest.approx(expected, abs=0.045)
    assert 0.1 < found.above / found.draws < 0.6


def test_the_same_draws_give_the_same_answer() -> None:
    first = firmness(HEMNE, KRAMFORS)
    weightings.cache_clear()
    assert firmness(HEMNE, KRAMFORS) == first
    assert firmness(HEMNE, KRAMFORS, seed=7) != first


def test_nobody_gets_more_than_can_be_had() -> None:
    """A stated total may be a little more than the sum of its areas."""
    found = raised(Decimal(96), Decimal(100), Decimal(798), Decimal(800))
    assert found.total_after == 800
