"""The mean weighted by inhabitants, against fractions and what must hold of any mean."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.domain.weighted import Weighed, WeightedMean, weighted_mean

scores = st.none() | st.decimals(0, 800, places=1)
inhabitants = st.none() | st.integers(0, 800_000)
several = st.lists(st.tuples(scores, inhabitants), max_size=5).map(
    lambda pairs: [Weighed(f"made-up-{at}", *pair) for at, pair in enumerate(pairs)]
)
both_known = st.lists(
    st.tuples(st.decimals(0, 800, places=1), st.integers(1, 800_000)), min_size=2, max_size=5
)


def weighed(pairs: list[tuple[Decimal, int]]) -> WeightedMean:
    found = weighted_mean(Weighed(f"made-up-{at}", *pair) for at, pair in enumerate(pairs))
    assert found is not None
    return found


@given(several)
def test_only_those_with_points_and_inhabitants_are_in_it(several: list[Weighed]) -> None:
    counted = [one for one in several if one.score is not None and one.inhabitants]
    found = weighted_mean(several)
    if len(counted) < 2:
        assert found is None
        return
    assert found is not None
    assert found.members == tuple(one.id for one in counted)
    assert found.inhabitants == sum(one.inhabitants or 0 for one in counted)


@given(both_known)
def test_the_mean_is_that_of_fractions(pairs: list[tuple[Decimal, int]]) -> None:
    points = sum((Fraction(score) * weight for score, weight in pairs), Fraction(0))
    exact = points / sum(weight for _, weight in pairs)
    assert abs(Fraction(weighed(pairs).mean) - exact) < Fraction(1, 10**20)


@given(both_known)
def test_the_mean_lies_between_the_least_and_the_most(pairs: list[tuple[Decimal, int]]) -> None:
    points, nearly = [score for score, _ in pairs], Decimal("1e-20")
    assert min(points) - nearly <= weighed(pairs).mean <= max(points) + nearly


@given(both_known, st.integers(2, 50))
def test_only_the_proportion_of_inhabitants_matters(
    pairs: list[tuple[Decimal, int]], times: int
) -> None:
    more = weighed([(score, weight * times) for score, weight in pairs])
    assert abs(more.mean - weighed(pairs).mean) < Decimal("1e-20")


@given(both_known)
def test_the_order_does_not_matter(pairs: list[tuple[Decimal, int]]) -> None:
    assert weighed(pairs).mean == weighed(pairs[::-1]).mean


@given(st.lists(st.decimals(0, 800, places=1), min_size=2, max_size=5), st.integers(1, 10_000))
def test_of_equal_weights_it_is_the_plain_mean(points: list[Decimal], weight: int) -> None:
    plain = sum(points, Decimal(0)) / len(points)
    assert abs(weighed([(one, weight) for one in points]).mean - plain) < Decimal("1e-20")


def test_by_hand() -> None:
    found = weighed([(Decimal("72"), 8609), (Decimal("35"), 5155)])
    # 72 · 8,609 = 619,848 and 35 · 5,155 = 180,425; together 800,273 over 13,764
    assert found.inhabitants == 13_764
    assert round(found.mean, 4) == Decimal("58.1425")


def test_nobody_lives_in_a_weight_of_nothing() -> None:
    alone = [Weighed("a", Decimal(50), 100), Weighed("b", Decimal(70), 0)]
    assert weighted_mean(alone) is None
