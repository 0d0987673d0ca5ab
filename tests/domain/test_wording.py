"""Numbers to sentences: what is small is called small, and every branch is a whole sentence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.absence import NotCompared
from app.domain.gap import SmallDifference, Standing, gap
from app.domain.score import AREA_MEASURES, Measure, MissingKind
from app.domain.statistics import Band, Rank
from app.domain.wording.standing import (
    absence_words,
    band_words,
    change_words,
    gap_words,
    members_needed_words,
    rank_words,
)
from tests.domain.examples import said
from tests.in_turn import in_turn

SMALL = SmallDifference()
SAME, ABOVE, BELOW = Standing
POINTS = st.decimals(0, 100, places=1)


@in_turn("measure", AREA_MEASURES)
@in_turn(
    "own, standing", [("52.9", SAME), ("53", ABOVE), ("47.1", SAME), ("47", BELOW), ("50", SAME)]
)
def test_under_three_points_on_an_area_is_about_the_same(
    measure: Measure, own: str, standing: Standing
) -> None:
    assert gap(Decimal(own), Decimal(50), measure, SMALL).standing is standing


@pytest.mark.parametrize(
    "own,standing",
    [("409.9", SAME), ("410", ABOVE), ("390.1", SAME), ("390", BELOW), ("400", SAME)],
)
def test_under_ten_points_on_a_total_is_about_the_same(own: str, standing: Standing) -> None:
    assert gap(Decimal(own), Decimal(400), Measure.TOTAL, SMALL).standing is standing


def test_the_limits_are_a_setting() -> None:
    exact = SmallDifference(area=Decimal(0), total=Decimal(1))
    assert gap(Decimal(50), Decimal("49.9"), Measure.AREA_1, exact).standing is ABOVE
    assert gap(Decimal(401), Decimal(400), Measure.TOTAL, exact).standing is ABOVE
    assert gap(Decimal("400.9"), Decimal(400), Measure.TOTAL, exact).standing is SAME
    assert gap(Decimal(50), Decimal(50), Measure.AREA_1, exact).standing is SAME


def test_a_change_over_time_has_the_root_of_two_times_the_limit() -> None:
    over_time = SMALL.over_time
    assert abs(over_time.area - 3 * Decimal(2).sqrt()) < Decimal("0.05")
    assert abs(over_time.total - 10 * Decimal(2).sqrt()) < Decimal("0.2")
    assert gap(Decimal("413.9"), Decimal(400), Measure.TOTAL, over_time).standing is SAME
    assert gap(Decimal(414), Decimal(400), Measure.TOTAL, over_time).standing is ABOVE
    assert gap(Decimal("54.1"), Decimal(50), Measure.AREA_1, over_time).standing is SAME
    assert gap(Decimal("45.8"), Decimal(50), Measure.AREA_1, over_time).standing is BELOW


@in_turn("maximum, limit", [(100, "3.0"), (20, "1.3"), (10, "0.9"), (5, "0.7")])
def test_the_limits_of_questions_add_up_to_that_of_their_area(maximum: int, limit: str) -> None:
    assert SMALL.of_question(Decimal(maximum), Decimal(100)) == Decimal(limit)
    together = (100 // maximum * float(limit) ** 2) ** 0.5
    assert abs(together - 3) < 0.2


@given(POINTS, POINTS, st.sampled_from(Measure))
def test_a_gap_seen_from_the_other_side_is_its_opposite(
    own: Decimal, other: Decimal, measure: Measure
) -> None:
    there, back = gap(own, other, measure, SMALL), gap(other, own, measure, SMALL)
    assert there.difference == -back.difference
    assert there.size == back.size >= 0
    opposite = {SAME: SAME, ABOVE: BELOW, BELOW: ABOVE}
    assert there.standing is opposite[back.standing]
    assert other + there.difference == own


@pytest.mark.parametrize(
    "own,words,change",
    [
        ("52.9", "about the same", "about the same as in 2011"),
        ("62.5", "12.5 above", "up 12.5 since 2011"),
        ("43", "7 below", "down 7 since 2011"),
    ],
)
def test_gaps_in_words(own: str, words: str, change: str) -> None:
    found = gap(Decimal(own), Decimal(50), Measure.AREA_1, SMALL)
    assert said(gap_words(found)) == words
    assert said(change_words(found, 2011)) == change


def test_a_small_gap_is_not_given_in_points() -> None:
    found = gap(Decimal("2.9"), Decimal(0), Measure.AREA_1, SMALL)
    assert not any(letter.isdigit() for letter in said(gap_words(found)))


def test_what_was_not_compared_is_never_called_missing() -> None:
    """Two values, two words: what is missing is not known, what was not compared may well be."""
    missing = {said(absence_words(kind)) for kind in MissingKind}
    not_compared = [said(absence_words(kind)) for kind in NotCompared]
    assert len(set(not_compared)) == len(NotCompared)
    assert not missing & set(not_compared)
    assert not any("not known" in words or "not found" in words for words in not_compared)


def test_every_kind_of_missing_figure_has_words_of_its_own() -> None:
    words = {kind: said(absence_words(kind)) for kind in MissingKind}
    assert words == {
        MissingKind.NOT_FOUND: "not found in the sources we have read",
        MissingKind.NOT_PUBLIC: "not made public",
        MissingKind.NOT_IN_VERSION: "not part of this method version",
        MissingKind.NOT_EVALUATED: "not evaluated",
        MissingKind.WITHDRAWN: "withdrawn",
    }


def test_every_band_has_words_of_its_own() -> None:
    assert {found: said(band_words(found)) for found in Band} == {
        Band.TOP: "in the highest quarter",
        Band.UPPER_MIDDLE: "above the middle",
        Band.LOWER_MIDDLE: "below the middle",
        Band.BOTTOM: "in the lowest quarter",
    }


@pytest.mark.parametrize(
    "found,words",
    [
        (Rank(3, 58, False, 3, 3), "ranked 3 of 58 evaluations that we have figures for"),
        (Rank(4, 58, True, 3, 5), "ranked 3–5 of 58 evaluations that we have figures for"),
    ],
)
def test_a_place_is_among_the_evaluations_with_figures_here(found: Rank, words: str) -> None:
    assert said(rank_words(found)) == words


@pytest.mark.parametrize(
    "n,begins",
    [
        (0, "No other municipality has"),
        (1, "Only 1 other municipality has"),
        (4, "Only 4 other municipalities have"),
    ],
)
def test_too_few_to_compare_with_says_how_many_it_takes(n: int, begins: str) -> None:
    words = said(members_needed_words(n))
    assert words.startswith(begins)
    assert words.endswith("needs at least five.")
