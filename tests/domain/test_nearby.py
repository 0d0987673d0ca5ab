"""Who lies nearest, against distances that others have measured."""

from app.domain.nearby import Neighbour, nearest

OSLO = (10.7522, 59.9139)
BERGEN = (5.3221, 60.3913)
STOCKHOLM = (18.0686, 59.3293)
TRONDHEIM = (10.3951, 63.4305)
"""Longitude and latitude of the town halls or thereabouts."""


def test_the_nearest_come_first_with_whole_kilometres() -> None:
    """Great-circle distances from Oslo: Bergen about 305 km, Trondheim about 390, Stockholm 415."""
    others = [("stockholm", STOCKHOLM), ("bergen", BERGEN), ("trondheim", TRONDHEIM)]
    found = nearest(OSLO, others, 2)
    assert [one.other for one in found] == ["bergen", "trondheim"]
    assert abs(found[0].km - 305) <= 3
    assert abs(found[1].km - 391) <= 3


def test_whose_place_is_not_known_is_passed_over_and_a_place_of_ones_own_is_no_distance() -> None:
    assert nearest(OSLO, [("a", None), ("b", OSLO)], 5) == (Neighbour("b", 0),)


def test_those_equally_near_keep_their_order() -> None:
    assert [one.other for one in nearest(OSLO, [("b", BERGEN), ("a", BERGEN)], 2)] == ["b", "a"]
