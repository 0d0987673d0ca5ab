"""Likeness against geometry of its own and plain arithmetic."""

from decimal import Decimal
from fractions import Fraction
from math import acos, cos, pi, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.likeness import (
    Component,
    Likeness,
    Traits,
    Weights,
    distance_km,
    likeness,
    nearly_most_alike,
)
from app.domain.municipality import Country
from tests.known import known

NORWAY, SWEDEN = Country


def some_traits(country: Country) -> st.SearchStrategy[Traits]:
    return st.builds(
        Traits,
        st.just(country),
        st.none() | st.integers(0, 3_000_000),
        st.none() | st.floats(-90, 90),
        st.none() | st.floats(-180, 180),
        st.none() | st.integers(0, 1000),
        st.none() | st.integers(0, 500_000),
    )


PAIRS = st.sampled_from(Country).flatmap(lambda c: st.tuples(some_traits(c), some_traits(c)))
WEIGHTS = st.builds(Weights, *[st.integers(0, 3)] * 3)
ONLY_SIZE, ONLY_PLACE = Weights(3, 0, 0), Weights(0, 0, 1)


def traits(
    inhabitants: int | None = 4225,
    at: tuple[float, float] | None = (63.2, 9.1),
    country: Country = NORWAY,
    centrality: int | None = 600,
    tax_base: int | None = None,
) -> Traits:
    latitude, longitude = at or (None, None)
    return Traits(country, inhabitants, latitude, longitude, centrality, tax_base)


def north_by(km: float) -> tuple[float, float]:
    """So far north of 60° N 10° E."""
    return 60 + km / (6371.0088 * pi / 180), 10


@given(PAIRS, WEIGHTS)
def test_likeness_is_the_same_both_ways_and_always_a_share(
    pair: tuple[Traits, Traits], weights: Weights
) -> None:
    a, b = pair
    found = likeness(a, b, weights)
    assert found == likeness(b, a, weights)
    for share in (*found.by_component.values(), found.total):
        assert share is None or 0 <= share <= 1


@given(PAIRS, WEIGHTS)
def test_everyone_is_wholly_like_oneself(pair: tuple[Traits, Traits], weights: Weights) -> None:
    assert likeness(pair[0], pair[0], weights).total in (1, None)


def test_nothing_is_likened_across_countries() -> None:
    with pytest.raises(ValueError, match="two countries"):
        likeness(traits(), traits(country=SWEDEN), Weights())


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_inhabitants_are_a_ratio(a: int, b: int) -> None:
    found = likeness(traits(a), traits(b), ONLY_SIZE).total
    assert found is not None
    assert abs(Fraction(found) - min(Fraction(a, b), Fraction(b, a))) < Fraction(1, 10**20)


@given(st.floats(-80, 80), st.floats(-170, 170), st.floats(-80, 80), st.floats(-170, 170))
def test_distance_is_that_of_the_law_of_cosines(
    north: float, east: float, other_north: float, other_east: float
) -> None:
    found = distance_km(traits(at=(north, east)), traits(at=(other_north, other_east)))
    a, b = radians(north), radians(other_north)
    angle = sin(a) * sin(b) + cos(a) * cos(b) * cos(radians(other_east - east))
    assert found is not None
    # The law of cosines is inexact where the two are very near.
    assert float(found) == pytest.approx(6371.0088 * acos(max(-1, min(1, angle))), abs=0.3)


def test_a_quarter_of_the_way_round_the_earth() -> None:
    found = distance_km(traits(at=(0, 0)), traits(at=(90, 0)))
    assert found is not None
    assert float(found) == pytest.approx(6371.0088 * pi / 2, abs=0.05)


@pytest.mark.parametrize("km, share", [(0, 100), (25, 80), (33, 75), (100, 50), (300, 25)])
def test_neighbours_are_alike_by_how_far_they_lie_apart(km: int, share: int) -> None:
    found = likeness(traits(at=north_by(0)), traits(at=north_by(km)), ONLY_PLACE)
    assert found.km == km
    assert round(100 * known(found.total)) == share


@pytest.mark.parametrize("index, share", [(600, 100), (575, 80), (700, 50), (300, 25)])
def test_a_hundred_points_of_centrality_are_half_alike(index: int, share: int) -> None:
    found = likeness(traits(), traits(centrality=index), Weights(0, 1, 0))
    assert found.total == Decimal(share) / 100
    assert found.tax_base is None


@pytest.mark.parametrize("tax, share", [(200, "1"), (220, "0.5"), (260, "0.25"), (160, "2/7")])
def test_ten_per_cent_of_tax_base_are_half_alike(tax: int, share: str) -> None:
    """160 to 200 is a quarter more, 25 per cent: 10 / (10 + 25)."""
    own = traits(country=SWEDEN, centrality=None, tax_base=200_000)
    found = likeness(own, traits(country=SWEDEN, tax_base=tax * 1000), Weights(0, 1, 0))
    assert abs(Fraction(known(found.total)) - Fraction(share)) < Fraction(1, 10**20)
    assert found.left_out == ()


def test_the_mean_is_weighted() -> None:
    """Half as many, 100 points apart, and the same place: (2 × 0.5 + 0.5 + 1) / 4."""
    found = likeness(traits(4000), traits(8000, centrality=500), Weights())
    assert found.total == Decimal("0.625")


def test_a_county_is_not_counted() -> None:
    """It would be distance once more."""
    assert {component.value for component in Component} == {
        "population",
        "centrality",
        "tax_base",
        "distance",
    }
    assert "county" not in Traits.__slots__


def test_what_is_not_known_is_left_out_and_said() -> None:
    found = likeness(traits(at=None), traits(8450), Weights(1, 1, 1))
    assert found.left_out == (Component.DISTANCE,)
    assert found.total == (Decimal("0.5") + 1) / 2
    unweighted = likeness(traits(at=None), traits(), Weights(1, 1, 0))
    assert unweighted.left_out == ()


@given(
    PAIRS.map(lambda pair: pair[0]),
    st.lists(st.tuples(*[st.integers(1, 9)] * 4), max_size=30),
    WEIGHTS,
    st.sampled_from([Decimal(0), Decimal("0.5"), Decimal("0.9")]),
    st.integers(1, 8),
)
def test_nobody_who_is_among_the_most_alike_is_left_out_early(
    own: Traits, given: list[tuple[int, int, int, int]], weights: Weights, floor: Decimal, most: int
) -> None:
    others = [
        (no, Traits(own.country, a * 999, b * 9.0, c * 9.0, d * 99, d * 9999))
        for no, (a, b, c, d) in enumerate(given)
    ]
    exact = [(likeness(own, theirs, weights).total, no) for no, theirs in others]
    alike = sorted((total for total, _ in exact if total is not None), reverse=True)
    lowest = max([floor, *alike[most - 1 : most]])
    wanted = {no for total, no in exact if total is not None and total >= lowest}
    near = nearly_most_alike(own, others, weights, floor, most)
    assert wanted <= {no for no, _ in near}
    assert all(
        known(likeness(own, theirs, weights).total) > floor - Decimal("0.00001")
        for _, theirs in near
    )


@pytest.mark.parametrize("inhabitants", [None, 0])
def test_where_nothing_that_counts_is_known_there_is_no_likeness(inhabitants: int | None) -> None:
    found: Likeness = likeness(traits(inhabitants), traits(), ONLY_SIZE)
    assert found.total is None
    assert found.left_out == (Component.POPULATION,)


@pytest.mark.parametrize("weights", [(-1, 1, 1), (1, 4, 1)])
def test_weights_are_0_to_3(weights: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="0–3"):
        Weights(*weights)
