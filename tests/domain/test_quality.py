"""How the areas go together and what a sum hides, against values worked out by hand."""

from decimal import Decimal

import pytest

from app.domain.evaluation import EvaluationSummary
from app.domain.quality import (
    AreaCorrelations,
    area_correlations,
    greatest_compensation,
)
from app.domain.score import Measure
from tests.domain.examples import summary

RISING = (1, 2, 3, 4, 5)
SWAPPED = (2, 1, 4, 3, 5)
"""Two pairs in the other order: 1 - 6·4 / (5·24) = 0.8, by Spearman's formula for whole ranks."""


def evaluations(count: int = 5) -> list[EvaluationSummary]:
    """Area 2 rises as area 1 does, area 3 falls, area 4 has two pairs swapped, the rest is the same
    everywhere. One municipality is there twice."""
    return [
        summary(
            f"m{min(i, 3)}",
            year=2010 + i,
            areas={1: 10 * x, 2: 20 * x, 3: 60 - 10 * x, 4: 10 * y, 5: 50, 6: 50, 7: 50, 8: 50},
        )
        for i, (x, y) in enumerate(zip(RISING, SWAPPED, strict=True))
    ][:count]


def by_pair(found: AreaCorrelations) -> dict[tuple[int | None, int | None], float]:
    return {(pair.first.area, pair.second.area): pair.value for pair in found.pairs}


def test_two_areas_correlate_as_worked_out_by_hand() -> None:
    found = area_correlations(evaluations(), "2")
    assert (found.family, found.n, found.municipalities) == ("2", 5, 4)
    assert by_pair(found) == pytest.approx(
        {(1, 2): 1, (1, 3): -1, (1, 4): 0.8, (2, 3): -1, (2, 4): 0.8, (3, 4): -0.8}
    )
    assert found.mean == pytest.approx(-0.2 / 6)
    assert (found.lowest and found.lowest.value) == pytest.approx(-1)
    assert (found.highest and found.highest.value) == pytest.approx(1)


def test_under_five_nothing_is_said() -> None:
    found = area_correlations(evaluations(4), "2")
    assert (found.n, found.municipalities, found.pairs) == (4, 4, ())
    assert (found.mean, found.lowest, found.highest) == (None, None, None)


def test_only_those_of_the_family_with_all_eight_count() -> None:
    others = [
        summary("other", areas=dict.fromkeys(range(1, 9), 10), family="2020"),
        summary("some", areas=dict.fromkeys(range(1, 8), 90)),
        summary("total", 400),
    ]
    assert area_correlations([*evaluations(), *others], "2") == area_correlations(
        evaluations(), "2"
    )
    assert area_correlations(others, "2").n == 0
    assert greatest_compensation(others[1:], "2") is None


def test_a_sum_hides_most_where_the_areas_lie_furthest_apart() -> None:
    even = dict.fromkeys(range(1, 9), 50)
    near = summary("near", areas=even | {2: 60})
    older = summary("older", areas=even | {3: 90, 7: 20}, year=2015)
    newer = summary("newer", areas=even | {1: 15, 8: 85}, year=2019)
    found = greatest_compensation([near, newer, older], "2")
    assert found is not None
    assert (found.evaluation, found.highest, found.lowest) == (
        newer,
        Measure.AREA_8,
        Measure.AREA_1,
    )
    assert found.difference == Decimal(70)
