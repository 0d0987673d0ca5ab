"""Percentiles by nearest rank, and ratios taken round by round."""

import pytest

from tools.bench.spread import Spread, percentile, ratios, spread


@pytest.mark.parametrize(
    "share, expected", [(0.05, 15), (0.3, 20), (0.4, 20), (0.5, 35), (1.0, 50)]
)
def test_a_percentile_is_a_value_that_was_measured(share: float, expected: float) -> None:
    """The worked example of the nearest-rank method."""
    assert percentile([50, 15, 35, 20, 40], share) == expected


@pytest.mark.parametrize("count", [20, 100, 1000])
def test_ninety_five_of_a_hundred_are_not_one_more_for_the_sake_of_binary(count: int) -> None:
    assert percentile(range(1, count + 1), 0.95) == count * 95 / 100


@pytest.mark.parametrize("values, share", [([], 0.5), ([1.0], 0.0), ([1.0], 1.1)])
def test_nothing_has_no_percentile(values: list[float], share: float) -> None:
    with pytest.raises(ValueError, match="percentile"):
        percentile(values, share)


def test_a_ratio_is_taken_of_each_pair_and_not_of_the_medians() -> None:
    # Medians alone would say 2 ÷ 2; the pairs are 0.5, 2 and 1.5.
    assert ratios([1, 2, 3], [2, 1, 2]) == Spread(median=1.5, lowest=0.5, highest=2)


def test_a_drift_that_touches_both_leaves_the_ratio_alone() -> None:
    speeds = [1.0, 0.5, 0.25, 2.0]
    ours, others = [900 * speed for speed in speeds], [1000 * speed for speed in speeds]
    found = ratios(ours, others)
    assert (found.lowest, found.median, found.highest) == pytest.approx((0.9, 0.9, 0.9))


def test_rounds_come_in_pairs() -> None:
    with pytest.raises(ValueError, match="argument"):
        ratios([1, 2], [1])
    with pytest.raises(ValueError, match="no rounds"):
        spread([])
