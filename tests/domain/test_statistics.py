"""Averages, quartiles and ranks against numpy, the standard library and a plain count."""

import statistics as standard
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.statistics import Band, Rank, Statistics, band, describe, quantile, rank

POINTS = st.decimals(0, 800, places=1)
MAYBE = st.none() | POINTS
SOME = st.lists(POINTS, min_size=1, max_size=40)


def decimals(*figures: str | int) -> list[Decimal]:
    return [Decimal(figure) for figure in figures]


def by_numpy(figures: list[Decimal], share: float) -> float:
    found = np.percentile([float(figure) for figure in figures], share * 100, method="linear")
    return float(found)


def described(figures: list[Decimal | None]) -> Statistics:
    found = describe(figures)
    assert found is not None
    return found


@given(SOME, st.sampled_from(["0", "0.1", "0.25", "0.5", "0.75", "0.9", "1"]))
def test_quantiles_are_those_of_numpy(figures: list[Decimal], share: str) -> None:
    found = quantile(sorted(figures), Decimal(share))
    assert float(found) == pytest.approx(by_numpy(figures, float(share)), abs=1e-9)


def test_a_quantile_is_exact_where_floats_are_not() -> None:
    assert quantile(decimals("0.1", "0.2", "0.3"), Decimal("0.25")) == Decimal("0.15")


@pytest.mark.parametrize(
    "figures,share", [([], "0.5"), (decimals(1), "-0.1"), (decimals(1), "1.01")]
)
def test_a_quantile_of_nothing_or_outside_is_refused(figures: list[Decimal], share: str) -> None:
    with pytest.raises(ValueError, match="0–1"):
        quantile(figures, Decimal(share))


@given(st.lists(POINTS, min_size=5, max_size=40))
def test_statistics_are_those_of_other_libraries(figures: list[Decimal]) -> None:
    found = described([*figures])
    assert found.n == len(figures)
    assert found.mean == standard.mean(figures)
    assert found.median == standard.median(figures)
    assert (found.minimum, found.maximum) == (min(figures), max(figures))
    if len(figures) >= 8:
        lower, _, upper = standard.quantiles(figures, n=4, method="inclusive")
        assert found.lower_quartile == pytest.approx(lower)
        assert found.upper_quartile == pytest.approx(upper)


@given(st.lists(MAYBE, max_size=30))
def test_missing_figures_count_for_nothing(figures: list[Decimal | None]) -> None:
    known = [figure for figure in figures if figure is not None]
    found = describe(figures)
    assert found == describe(known)
    if found is not None:
        assert found.n == len(known)
        assert min(known) <= found.mean <= max(known)


@given(st.lists(POINTS, min_size=5, max_size=20), st.integers(1, 20))
def test_a_missing_figure_never_lowers_an_average(figures: list[Decimal], gaps: int) -> None:
    assert described([*figures, *[None] * gaps]).mean == described([*figures]).mean


def test_no_statistic_under_five() -> None:
    assert describe(decimals(1, 2, 3, 4)) is None
    assert describe([*decimals(1, 2, 3, 4), None, None]) is None
    assert described([*decimals(1, 2, 3, 4, 10)]).mean == 4


def test_no_quartile_under_eight() -> None:
    seven, eight = described([*map(Decimal, range(7))]), described([*map(Decimal, range(8))])
    assert (seven.lower_quartile, seven.upper_quartile) == (None, None)
    assert (eight.lower_quartile, eight.upper_quartile) == (Decimal("1.75"), Decimal("5.25"))
    assert band(Decimal(6), seven) is None
    assert band(Decimal(6), None) is None


@given(POINTS, st.lists(MAYBE, max_size=30))
def test_rank_is_a_place_in_the_sorted_list(own: Decimal, others: list[Decimal | None]) -> None:
    known = [other for other in others if other is not None]
    found = rank(own, others)
    if len(known) < 5:
        assert found is None
        return
    assert found is not None
    ranking = sorted([*known, own], reverse=True)
    assert found.place == ranking.index(own) + 1
    assert found.of == len(ranking)
    assert found.shared == (ranking.count(own) > 1)
    assert 1 <= found.place <= found.of


def test_ties_share_a_place_and_the_next_is_skipped() -> None:
    field = decimals(500, 400, 400, 300, 200, 100)
    places = []
    for position, own in enumerate(field):
        found = rank(own, field[:position] + field[position + 1 :])
        assert found is not None
        places.append((found.place, found.shared))
    assert places == [(1, False), (2, True), (2, True), (4, False), (5, False), (6, False)]


def test_the_scale_of_a_decimal_makes_no_difference() -> None:
    others = decimals("433.0", 400, 300, 200, 100)
    assert rank(Decimal(433), others) == Rank(1, 6, shared=True)


@given(POINTS, st.lists(POINTS, min_size=8, max_size=30))
def test_bands_follow_the_quartiles_of_numpy(own: Decimal, figures: list[Decimal]) -> None:
    found = band(own, describe(figures))
    limits = [Decimal(str(round(by_numpy(figures, share), 6))) for share in (0.25, 0.5, 0.75)]
    bands = (Band.BOTTOM, Band.LOWER_MIDDLE, Band.UPPER_MIDDLE, Band.TOP)
    assert found is bands[sum(own >= limit for limit in limits)]


@pytest.mark.parametrize(
    "own,wanted",
    [
        ("5.3", Band.TOP),
        ("5.25", Band.TOP),
        ("5.24", Band.UPPER_MIDDLE),
        ("3.5", Band.UPPER_MIDDLE),
        ("3.4", Band.LOWER_MIDDLE),
        ("1.75", Band.LOWER_MIDDLE),
        ("1.7", Band.BOTTOM),
        ("0", Band.BOTTOM),
    ],
)
def test_a_score_on_a_limit_counts_to_the_better_quarter(own: str, wanted: Band) -> None:
    assert band(Decimal(own), describe(map(Decimal, range(8)))) is wanted
