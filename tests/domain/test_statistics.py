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
LIMITS = st.decimals(0, 30, places=1)


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
    assert band(Decimal(6), seven, Decimal(0)) is None
    assert band(Decimal(6), None, Decimal(0)) is None


@given(POINTS, st.lists(MAYBE, max_size=30), LIMITS)
def test_rank_is_a_place_in_the_sorted_list(
    own: Decimal, others: list[Decimal | None], limit: Decimal
) -> None:
    known = [other for other in others if other is not None]
    found = rank(own, others, limit)
    if len(known) < 5:
        assert found is None
        return
    assert found is not None
    ranking = sorted([*known, own], reverse=True)
    assert found.place == ranking.index(own) + 1
    assert found.of == len(ranking)
    assert found.shared == (ranking.count(own) > 1)
    close = [at for at, one in enumerate(ranking, 1) if one == own or abs(one - own) < limit]
    assert (found.place_from, found.place_to) == (close[0], close[-1])
    assert len(close) == found.place_to - found.place_from + 1


@given(st.lists(POINTS, min_size=6, max_size=30), LIMITS)
def test_whoever_is_about_the_same_is_within_each_others_interval(
    figures: list[Decimal], limit: Decimal
) -> None:
    found = []
    for at, own in enumerate(figures):
        place = rank(own, figures[:at] + figures[at + 1 :], limit)
        assert place is not None
        found.append((own, place))
    for own, place in found:
        for other, theirs in found:
            same = own == other or abs(own - other) < limit
            assert same == (place.place_from <= theirs.place <= place.place_to)


def test_ties_share_a_place_and_the_next_is_skipped() -> None:
    field = decimals(500, 400, 400, 300, 200, 100)
    places = []
    for position, own in enumerate(field):
        found = rank(own, field[:position] + field[position + 1 :], Decimal(0))
        assert found is not None
        places.append((found.place, found.shared))
    assert places == [(1, False), (2, True), (2, True), (4, False), (5, False), (6, False)]


def test_the_scale_of_a_decimal_makes_no_difference() -> None:
    others = decimals("433.0", 400, 300, 200, 100)
    assert rank(Decimal(433), others, Decimal(0)) == Rank(1, 6, True, 1, 2)


@given(POINTS, st.lists(POINTS, min_size=8, max_size=30), LIMITS)
def test_a_quarter_is_said_where_all_who_are_about_the_same_are_in_it(
    own: Decimal, figures: list[Decimal], limit: Decimal
) -> None:
    found = band(own, describe(figures), limit)
    lower, middle, upper = (
        Decimal(str(round(by_numpy(figures, share), 6))) for share in (0.25, 0.5, 0.75)
    )
    reach = max(limit, Decimal("0.000001"))
    fits = {
        Band.TOP: own - upper >= reach,
        Band.UPPER_MIDDLE: own - middle >= reach,
        Band.BOTTOM: lower - own >= reach,
        Band.LOWER_MIDDLE: middle - own >= reach,
    }
    assert found is next((one for one, clear in fits.items() if clear), None)


@pytest.mark.parametrize(
    "own,limit,wanted",
    [
        ("5.25", "0", Band.UPPER_MIDDLE),
        ("5.26", "0", Band.TOP),
        ("3.5", "0", None),
        ("3.4", "0", Band.LOWER_MIDDLE),
        ("1.75", "0", Band.LOWER_MIDDLE),
        ("1.7", "0", Band.BOTTOM),
        ("6.25", "1", Band.TOP),
        ("6.24", "1", Band.UPPER_MIDDLE),
        ("4.5", "1", Band.UPPER_MIDDLE),
        ("4.49", "1", None),
        ("2.51", "1", None),
        ("2.5", "1", Band.LOWER_MIDDLE),
        ("0.75", "1", Band.BOTTOM),
        ("6.9", "4", None),
    ],
)
def test_nobody_within_a_small_difference_of_the_median_is_in_a_half(
    own: str, limit: str, wanted: Band | None
) -> None:
    figures = describe(map(Decimal, range(8)))
    assert band(Decimal(own), figures, Decimal(limit)) is wanted
