"""How firm an order is, against simulations of its own and against what must hold of any."""

from decimal import Decimal
from typing import TypeAlias

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import firmness as module
from app.domain.firmness import DRAWS, OrderKind, firmness, order_of, weightings

POINTS = st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10)
AREAS = st.lists(POINTS, min_size=8, max_size=8)
AREA, TOTAL = Decimal(3), Decimal(10)
FEW = 100
Points: TypeAlias = npt.NDArray[np.float64]


def areas(text: str) -> list[Decimal]:
    return [Decimal(points) for points in text.split()]


HEMNE = areas("38.9 37.4 77.4 61.0 58.4 49.4 47.8 62.7")
HAREID = areas("35 28 49 40 49 34 45 44")
KRAMFORS = areas("58 56 73 53 58 45 44 60")
GRASTORP = areas("61 60 73 53 70 56 65 68")
KARLSKRONA = areas("69 67 65 61 53 54 73 67")


def pair(own: list[Decimal], other: list[Decimal], draws: int = DRAWS) -> module.PairOrder:
    return firmness(own, [other], AREA, TOTAL, draws).pairs[0]


def test_weights_lie_around_those_of_the_method_and_add_up_to_them() -> None:
    """Before they are scaled each is even from 0.5 to 1.5: none is over three times another."""
    drawn = np.array(weightings(8, 20_000, 2010))
    assert np.allclose(drawn.sum(axis=1), 8)
    assert np.allclose(drawn.mean(axis=0), 1, atol=0.01)
    assert (drawn.max(axis=1) / drawn.min(axis=1)).max() <= 3
    raw = np.random.default_rng(1).uniform(0.5, 1.5, (200_000, 8))
    expected = (raw * 8 / raw.sum(axis=1, keepdims=True)).std(axis=0).mean()
    assert np.allclose(drawn.std(axis=0), expected, atol=0.01)


def simulated(own: list[Decimal], others: list[list[Decimal]], draws: int) -> Points:
    """Whether each of the others is above, draw by draw, by another way of drawing."""
    random = np.random.default_rng(1)
    weights = random.uniform(0.5, 1.5, (draws, 8))
    weights *= 8 / weights.sum(axis=1, keepdims=True)

    def totals(scores: list[Decimal]) -> Points:
        exact = np.array([float(score) for score in scores])
        found: Points = np.sum(weights * (exact + random.uniform(-3, 3, (draws, 8))), axis=1)
        return found

    mine = totals(own)
    return np.array([totals(other) > mine for other in others], dtype=np.float64)


def test_an_order_holds_as_often_as_in_another_simulation() -> None:
    """Hemne's areas sum up to 433, Kramfors' to 447."""
    found = pair(HEMNE, KRAMFORS)
    expected = simulated(HEMNE, [KRAMFORS], 200_000).mean()
    assert (found.order, found.draws) == (OrderKind.BELOW, DRAWS)
    # Four standard errors of a share of 1 000 draws.
    assert float(found.share or 0) == pytest.approx(expected, abs=0.045)
    assert 0.6 < expected < 0.99


def test_a_place_lies_where_it_lies_in_another_simulation() -> None:
    random = np.random.default_rng(2)
    scores = random.integers(40, 70, (30, 8))
    own, *others = [[Decimal(int(score)) for score in row] for row in scores]
    found = firmness(own, others, AREA, TOTAL).place
    assert found is not None
    places = 1 + simulated(own, others, 100_000).sum(axis=0)
    first, last = np.quantile(places, [0.05, 0.95], method="nearest")
    assert found.place_from == pytest.approx(first, abs=1)
    assert found.place_to == pytest.approx(last, abs=1)
    held = ((places >= found.place_from) & (places <= found.place_to)).mean()
    assert float(found.share) == pytest.approx(held, abs=0.04)
    assert found.share >= Decimal("0.9")
    assert found.of == 30


def test_more_than_err_by_themselves_still_lie_where_they_should() -> None:
    random = np.random.default_rng(3)
    scores = random.integers(50, 60, (151, 8))
    own, *others = [[Decimal(int(score)) for score in row] for row in scores]
    found = firmness(own, others, AREA, TOTAL).place
    assert found is not None
    places = 1 + simulated(own, others, 20_000).sum(axis=0)
    assert found.place_from == pytest.approx(np.quantile(places, 0.05), abs=8)
    assert found.place_to == pytest.approx(np.quantile(places, 0.95), abs=8)


@given(AREAS, AREAS)
def test_the_order_of_two_mirrors_itself(a: list[Decimal], b: list[Decimal]) -> None:
    mirrored = {
        OrderKind.ABOUT_THE_SAME: OrderKind.ABOUT_THE_SAME,
        OrderKind.ABOVE: OrderKind.BELOW,
        OrderKind.BELOW: OrderKind.ABOVE,
        OrderKind.HIGHER_EVERYWHERE: OrderKind.LOWER_EVERYWHERE,
        OrderKind.LOWER_EVERYWHERE: OrderKind.HIGHER_EVERYWHERE,
    }
    assert order_of(b, a, TOTAL) is mirrored[order_of(a, b, TOTAL)]


@given(AREAS, AREAS)
def test_about_the_same_overrides_an_order(a: list[Decimal], b: list[Decimal]) -> None:
    found = pair(a, b, FEW)
    small = abs(sum(a, Decimal(0)) - sum(b, Decimal(0))) < TOTAL
    assert (found.order is OrderKind.ABOUT_THE_SAME) == small
    assert (found.held is None) == (found.share is None) == small


def test_grastorp_and_karlskrona_have_no_order() -> None:
    """506 and 509: the rest of the site calls them about the same."""
    assert pair(GRASTORP, KARLSKRONA).order is OrderKind.ABOUT_THE_SAME


@given(AREAS, st.lists(st.integers(1, 200), min_size=8, max_size=8))
def test_higher_in_every_area_is_true_for_any_weights(
    scores: list[Decimal], gains: list[int]
) -> None:
    better = [score + Decimal(gain) / 10 for score, gain in zip(scores, gains, strict=True)]
    found = order_of(better, scores, TOTAL)
    small = sum(gains) < 100
    assert found is (OrderKind.ABOUT_THE_SAME if small else OrderKind.HIGHER_EVERYWHERE)
    for weights in weightings(8, FEW, 1):
        exact = [float(a - b) * w for a, b, w in zip(better, scores, weights, strict=True)]
        assert sum(exact) > 0


@given(AREAS, st.lists(st.integers(60, 200), min_size=8, max_size=8))
def test_higher_everywhere_by_more_than_both_err_is_always_above(
    scores: list[Decimal], gains: list[int]
) -> None:
    """Each errs by at most 3 points an area: 6 between two."""
    better = [score + Decimal(gain) / 10 for score, gain in zip(scores, gains, strict=True)]
    assert pair(better, scores, FEW).held == FEW


def test_hemne_is_above_hareid_in_every_area() -> None:
    found = pair(HEMNE, HAREID)
    assert found.order is OrderKind.HIGHER_EVERYWHERE
    assert pair(HAREID, HEMNE).order is OrderKind.LOWER_EVERYWHERE
    assert found.held == DRAWS


@given(AREAS, st.lists(AREAS, min_size=5, max_size=8))
def test_who_need_not_be_drawn_is_counted_as_if_drawn(
    own: list[Decimal], others: list[list[Decimal]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        quick = firmness(own, others, AREA, TOTAL, FEW)
        patch.setattr(module, "_always_above", lambda gaps, small: False)
        assert firmness(own, others, AREA, TOTAL, FEW) == quick


def test_a_place_needs_five_others() -> None:
    four = [KRAMFORS] * 4
    assert firmness(HEMNE, four, AREA, TOTAL, FEW).place is None
    assert firmness(HEMNE, [*four, HAREID], AREA, TOTAL, FEW).place is not None
    assert firmness(HEMNE, [], AREA, TOTAL, FEW) == module.Firmness(None, ())


def test_those_far_from_everybody_have_one_place_in_every_draw() -> None:
    others = [[Decimal(10 * n)] * 8 for n in range(6)]
    found = firmness([Decimal(95)] * 8, others, AREA, TOTAL).place
    assert found is not None
    assert (found.place_from, found.place_to, found.of) == (1, 1, 7)
    assert found.share == 1


def test_the_same_draws_give_the_same_answer() -> None:
    first = firmness(HEMNE, [KRAMFORS], AREA, TOTAL)
    weightings.cache_clear()
    assert firmness(HEMNE, [KRAMFORS], AREA, TOTAL) == first
    assert firmness(HEMNE, [KRAMFORS], AREA, TOTAL, seed=7) != first
