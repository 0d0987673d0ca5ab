"""Likeness against geometry of its own and plain arithmetic."""

from decimal import Decimal
from fractions import Fraction
from math import acos, cos, pi, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.likeness import Component, Likeness, Traits, Weights, distance_km, likeness
from app.domain.municipality import Country

TRAITS = st.builds(
    Traits,
    st.sampled_from(Country),
    st.sampled_from([None, "", "Trøndelag", "Skåne län"]),
    st.none() | st.integers(0, 3_000_000),
    st.none() | st.floats(-90, 90),
    st.none() | st.floats(-180, 180),
)
WEIGHTS = st.builds(Weights, *[st.integers(0, 3)] * 3)
ONLY_SIZE, ONLY_PLACE = Weights(3, 0, 0), Weights(0, 0, 1)


def traits(
    inhabitants: int | None = 4225,
    county: str | None = "Trøndelag",
    at: tuple[float, float] | None = (63.2, 9.1),
    country: Country = Country.NORWAY,
) -> Traits:
    latitude, longitude = at or (None, None)
    return Traits(country, county, inhabitants, latitude, longitude)


@given(TRAITS, TRAITS, WEIGHTS)
def test_likeness_is_the_same_both_ways_and_always_a_share(
    a: Traits, b: Traits, weights: Weights
) -> None:
    found = likeness(a, b, weights)
    assert found == likeness(b, a, weights)
    for share in (*found.by_component.values(), found.total):
        assert share is None or 0 <= share <= 1


@given(TRAITS, WEIGHTS)
def test_everyone_is_wholly_like_oneself(a: Traits, weights: Weights) -> None:
    assert likeness(a, a, weights).total in (1, None)


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


def test_a_hundred_kilometres_is_half_alike() -> None:
    degrees = 100 / (6371.0088 * pi / 180)
    found = likeness(traits(at=(60, 10)), traits(at=(60 + degrees, 10)), ONLY_PLACE)
    assert found.km == 100
    assert found.total == Decimal("0.5")


def test_counties_of_one_name_in_two_countries_are_two() -> None:
    found = likeness(traits(), traits(country=Country.SWEDEN), Weights(0, 1, 0))
    assert found.total == 0


def test_the_mean_is_weighted() -> None:
    """Half as many, the same county, and the same place: (2 × 0.5 + 1 + 1) / 4."""
    found = likeness(traits(4000), traits(8000), Weights())
    assert found.total == Decimal("0.75")


def test_what_is_not_known_is_left_out_and_said() -> None:
    found = likeness(traits(at=None), traits(8450), Weights(1, 1, 1))
    assert found.left_out == (Component.DISTANCE,)
    assert found.total == (Decimal("0.5") + 1) / 2
    unweighted = likeness(traits(at=None), traits(), Weights(1, 1, 0))
    assert unweighted.left_out == ()


@pytest.mark.parametrize("inhabitants", [None, 0])
def test_where_nothing_that_counts_is_known_there_is_no_likeness(inhabitants: int | None) -> None:
    found: Likeness = likeness(traits(inhabitants), traits(), ONLY_SIZE)
    assert found.total is None
    assert found.left_out == (Component.POPULATION,)


@pytest.mark.parametrize("weights", [(-1, 1, 1), (1, 4, 1)])
def test_weights_are_0_to_3(weights: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="0–3"):
        Weights(*weights)
