"""Whom to learn from, on made-up municipalities."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.evaluation import GoldStar, GoldStarScope
from app.domain.learning import (
    Twin,
    Weakness,
    area_of_star,
    better_than,
    latest_evaluation,
    most_alike,
    nearest_first,
    weaknesses,
)
from app.domain.likeness import Likeness, Traits, Weights
from app.domain.message import LocalText
from app.domain.method import Instrument, MethodVersion
from app.domain.municipality import Country
from app.domain.score import Level
from tests.domain.examples import summary


def twin(name: str, share: str | None = "0.5") -> Twin:
    known = None if share is None else Decimal(share)
    place = Traits(Country.NORWAY, None, None, None)
    likeness = Likeness(Country.NORWAY, known, None, None, None, None, Weights())
    return Twin(summary(name), place, likeness)


def star(area: int | None = None, question: str | None = None) -> GoldStar:
    practice = LocalText({"nb": "Noe"})
    return GoldStar("lom-2018-1", "lom-2018", GoldStarScope.UNKNOWN, area, question, practice)


@given(st.permutations([twin("b"), twin("a"), twin("c", "0.9"), twin("d", "0"), twin("e", None)]))
def test_the_most_alike_come_first_and_equals_by_name(twins: list[Twin]) -> None:
    assert [found.municipality for found in nearest_first(twins)] == ["c", "a", "b", "d", "e"]


@pytest.mark.parametrize(
    "floor, alike", [("0", "cabd"), ("0.5", "cab"), ("0.51", "c"), ("0.9", "c"), ("1", "")]
)
def test_under_the_floor_nobody_is_called_alike(floor: str, alike: str) -> None:
    twins = [twin("b"), twin("a"), twin("c", "0.9"), twin("d", "0"), twin("e", None)]
    found = most_alike(twins, Decimal(floor))
    assert [one.municipality for one in found] == list(alike)


def test_the_latest_evaluation_with_figures_stands_for_a_municipality() -> None:
    older, newer, empty = (
        summary("lom", 300, year=2013),
        summary("lom", 310),
        summary("lom", year=2019),
    )
    field = [empty, older, summary("skjåk", 400, year=2021), newer]
    assert latest_evaluation("lom", field) == newer
    assert latest_evaluation("lom", [empty]) == empty
    assert latest_evaluation("vågå", field) is None


@pytest.mark.parametrize(
    "score, maximum, median, why",
    [
        ("49", 100, "60", (Weakness.UNDER_HALF, Weakness.UNDER_MEDIAN)),
        ("49", 100, None, (Weakness.UNDER_HALF,)),
        ("49", 100, "49", (Weakness.UNDER_HALF,)),
        ("49", 100, "51.9", (Weakness.UNDER_HALF,)),
        ("50", 100, "53", (Weakness.UNDER_MEDIAN,)),
        ("50", 100, "52.9", ()),
        ("50", 100, "50", ()),
        ("50", 100, "40", ()),
        ("7.4", 15, None, (Weakness.UNDER_HALF,)),
    ],
)
def test_weak_is_under_half_or_three_or_more_under_the_median(
    score: str, maximum: int, median: str | None, why: tuple[Weakness, ...]
) -> None:
    middle = None if median is None else Decimal(median)
    assert weaknesses(Decimal(score), Decimal(maximum), middle, Decimal(3)) == why


def test_better_is_more_by_the_limit_in_the_order_given(instrument: Instrument) -> None:
    scores = {"a": "43", "b": "42.9", "c": None, "d": "70", "e": "10"}
    twins = [(twin(name), None if s is None else Decimal(s)) for name, s in scores.items()]
    found = better_than(Decimal(40), "2.1", twins, Decimal(3), Level.AREA, instrument.comparability)
    assert [(b.twin.municipality, b.more) for b in found] == [("a", 3), ("d", 30)]


def test_nobody_does_better_across_methods_that_may_not_be_compared(
    instrument: Instrument,
) -> None:
    twins = [(twin("a"), Decimal(90))]
    rules = instrument.comparability
    for version, level, count in [
        ("2020", Level.AREA, 0),
        ("1.0", Level.TOTAL, 0),
        ("2.0", Level.QUESTION, 0),
        ("2.0", Level.AREA, 1),
        ("2.1", Level.QUESTION, 1),
    ]:
        found = better_than(Decimal(10), version, twins, Decimal(3), level, rules)
        assert len(found) == count, (version, level)
        assert all(one.comparability.reason for one in found) == (version == "2.0" or not found)


def test_the_area_of_a_gold_star(version_2_1: MethodVersion) -> None:
    assert area_of_star(star(area=7), version_2_1) == 7
    assert area_of_star(star(question="5.1"), version_2_1) == 5
    assert area_of_star(star(question="9.9"), version_2_1) is None
    assert area_of_star(star(), version_2_1) is None
