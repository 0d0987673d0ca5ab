"""Brackets beside ranked rows, against every pair of rows."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from app.features.municipality_list.brackets import Stretch, brackets, spans

LIMIT = Decimal(10)
falling = st.lists(st.integers(0, 80), max_size=30).map(
    lambda some: [Decimal(one) for one in sorted(some, reverse=True)]
)


def test_each_begins_where_the_one_before_it_ended() -> None:
    scores = [Decimal(one) for one in (719, 591, 586, 582, 577, 577, 576, 559, 559)]
    # 591–582 are within ten, 582–576 as well; 719 stands alone, and 559 begins anew.
    assert spans(scores, LIMIT) == ((1, 3), (3, 6), (7, 8))
    assert [[(one.lane, one.part) for one in row] for row in brackets(scores, LIMIT)] == [
        [],
        [(0, Stretch.START)],
        [(0, Stretch.MIDDLE)],
        [(0, Stretch.END), (1, Stretch.START)],
        [(1, Stretch.MIDDLE)],
        [(1, Stretch.MIDDLE)],
        [(1, Stretch.END)],
        [(0, Stretch.START)],
        [(0, Stretch.END)],
    ]


def test_exactly_the_limit_apart_is_a_difference() -> None:
    assert spans([Decimal(50), Decimal(40)], LIMIT) == ()
    assert spans([], LIMIT) == ()


@given(falling)
def test_all_in_one_are_about_the_same_and_no_neighbours_that_are_stand_apart(
    scores: list[Decimal],
) -> None:
    found = spans(scores, LIMIT)
    for first, last in found:
        assert first < last
        assert all(abs(a - b) < LIMIT for a in scores[first : last + 1] for b in scores[first:last])
    for upper in range(len(scores) - 1):
        together = any(first <= upper and upper + 1 <= last for first, last in found)
        assert together is (scores[upper] - scores[upper + 1] < LIMIT)


@given(falling)
def test_two_lanes_are_enough(scores: list[Decimal]) -> None:
    for row in brackets(scores, LIMIT):
        assert len(row) == len({one.lane for one in row}) <= 2
