"""Who can learn from whom, for made-up points of every kind."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.learning_together import alike, leads, order_of_learning, teaching

LIMIT = Decimal(3)
scores = st.lists(st.none() | st.decimals(0, 100, places=1), min_size=2, max_size=5)
lines = st.lists(scores, min_size=1, max_size=8)


def decimals(*points: str | None) -> list[Decimal | None]:
    return [None if one is None else Decimal(one) for one in points]


@given(scores)
def test_every_pair_is_either_apart_or_alike_and_nobody_is_both(
    scores: list[Decimal | None],
) -> None:
    """Judged pair by pair by the distance alone."""
    apart = {(one.first, one.other): one.points for one in leads(scores, LIMIT)}
    same = set(alike(scores, LIMIT))
    for a, b in permutations(range(len(scores)), 2):
        one, other = scores[a], scores[b]
        if one is None or other is None:
            assert (a, b) not in apart
            assert (a, b) not in same
            continue
        assert ((a, b) in apart) == (one - other >= LIMIT)
        assert apart.get((a, b), one - other) == one - other
        if a < b:
            assert ((a, b) in same) == (abs(one - other) < LIMIT)


@given(scores)
def test_every_teacher_is_clearly_ahead_of_every_learner(scores: list[Decimal | None]) -> None:
    found = teaching(scores, LIMIT)
    known = [one for one in scores if one is not None]
    if len(known) < 2 or max(known) - min(known) < LIMIT:
        assert found is None
        return
    assert found is not None
    assert found.furthest == max(known) - min(known)
    taught = [scores[at] for at in found.learners]
    teaching_scores = [scores[at] for at in found.teachers]
    assert max(known) in teaching_scores
    assert min(known) in taught
    for teacher in teaching_scores:
        assert teacher is not None
        assert max(known) - teacher < LIMIT
        assert all(one is not None and teacher - one >= LIMIT for one in taught)


@given(scores)
def test_nobody_about_the_same_as_the_first_is_a_learner(scores: list[Decimal | None]) -> None:
    found = teaching(scores, LIMIT)
    known = [one for one in scores if one is not None]
    for at in found.learners if found else ():
        score = scores[at]
        assert score is not None
        assert max(known) - score >= LIMIT


def test_who_is_near_both_the_first_and_the_last_teaches_nobody() -> None:
    found = teaching(decimals("50", "48", "46"), LIMIT)
    assert found is not None
    assert (found.teachers, found.learners) == ((0,), (2,))


def test_those_who_are_about_the_same_teach_together() -> None:
    found = teaching(decimals("61", None, "69", "68"), LIMIT)
    assert found is not None
    assert (found.teachers, found.learners, found.furthest) == ((2, 3), (0,), 8)


def spread(scores: Sequence[Decimal | None]) -> Decimal:
    known = [one for one in scores if one is not None]
    return max(known) - min(known) if len(known) > 1 else Decimal(0)


@given(lines, st.sets(st.integers(0, 7)))
def test_what_one_can_teach_comes_first_by_how_far_the_last_is_behind(
    lines: list[list[Decimal | None]], gaps: set[int]
) -> None:
    gaps = {at for at in gaps if at < len(lines)}
    found = order_of_learning(lines, LIMIT, gaps)
    assert len(set(found)) == len(found)
    taught = [at for at in range(len(lines)) if spread(lines[at]) >= LIMIT]
    assert set(found) == set(taught) | gaps
    assert set(found[: len(taught)]) == set(taught)
    distances = [spread(lines[at]) for at in found[: len(taught)]]
    assert distances == sorted(distances, reverse=True)
    assert list(found[len(taught) :]) == sorted(gaps - set(taught))


def test_among_equals_the_order_of_the_method_holds() -> None:
    lines = [decimals("40", "50"), decimals("60", "90"), decimals("70", "60"), decimals("20", "20")]
    assert order_of_learning(lines, LIMIT, {3, 0}) == (1, 0, 2, 3)
