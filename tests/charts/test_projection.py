"""The projection against published figures and against distances on a sphere."""

from math import acos, cos, hypot, radians, sin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.charts.map.projection import SCANDINAVIA, Conic

longitudes = st.floats(4, 32)
latitudes = st.floats(55, 72)


def great_circle(a: tuple[float, float], b: tuple[float, float]) -> float:
    (west, south), (east, north) = [tuple(map(radians, place)) for place in (a, b)]
    return acos(sin(south) * sin(north) + cos(south) * cos(north) * cos(east - west))


def test_the_worked_example_of_the_text_book() -> None:
    """Snyder, Map Projections: A Working Manual (1987), page 295."""
    x, y = Conic(south=33, north=45, longitude=-96, latitude=23).project(-75, 35)
    assert x == pytest.approx(0.2966785, abs=1e-7)
    assert y == pytest.approx(0.2462112, abs=1e-7)


def test_the_middle_is_at_zero_and_north_is_up_there() -> None:
    assert SCANDINAVIA.project(16.5, 63) == pytest.approx((0, 0), abs=1e-12)
    x, y = SCANDINAVIA.project(16.5, 70)
    assert x == pytest.approx(0, abs=1e-12)
    assert y > 0


@pytest.mark.parametrize("latitude", [57.5, 68])
def test_two_parallels_keep_their_length(latitude: float) -> None:
    (x1, y1), (x2, y2) = (SCANDINAVIA.project(lon, latitude) for lon in (10, 10.01))
    assert hypot(x2 - x1, y2 - y1) == pytest.approx(
        radians(0.01) * cos(radians(latitude)), rel=1e-6
    )


@given(longitudes, latitudes, st.sampled_from([(0.01, 0.0), (0.0, 0.01), (0.01, 0.01)]))
def test_short_distances_are_right_within_two_per_cent_in_every_direction(
    longitude: float, latitude: float, step: tuple[float, float]
) -> None:
    there = (longitude + step[0], latitude + step[1])
    (x1, y1), (x2, y2) = SCANDINAVIA.project(longitude, latitude), SCANDINAVIA.project(*there)
    true = great_circle((longitude, latitude), there)
    assert hypot(x2 - x1, y2 - y1) == pytest.approx(true, rel=0.02)


@given(longitudes, latitudes, longitudes, latitudes)
def test_places_do_not_change_sides(a: float, b: float, c: float, d: float) -> None:
    """On one meridian farther north is farther from the south, on one parallel east is right."""
    assume(abs(b - d) > 0.01)
    assume(abs(a - c) > 0.01)
    assert (SCANDINAVIA.project(16.5, b)[1] < SCANDINAVIA.project(16.5, d)[1]) == (b < d)
    assert (SCANDINAVIA.project(a, b)[0] < SCANDINAVIA.project(c, b)[0]) == (a < c)
