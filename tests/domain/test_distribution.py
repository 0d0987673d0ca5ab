"""How points are spread: each municipality once, countries apart, nobody best among a few."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.coverage import Coverage, Unrepresentative
from app.domain.distribution import (
    Scored,
    Spread,
    latest_scored,
    leaders,
    places,
    spreads,
)
from app.domain.message import Message, say
from app.domain.municipality import Country
from app.domain.naming.spelling import Collation
from app.domain.statistics import Rank, rank
from app.domain.wording.distribution import best_words, median_words
from app.web.words.languages import translate
from tests.domain.examples import summary

NO_LIMIT = Decimal(0)
HUNDRED = Decimal(100)
BEST_OF_FIVE = (
    "Norway: No0 2018 has the most points of the 5 municipalities listed here, 80 out of 100."
)
VERSIONS = say("versions 2.0 and 2.1")


def scored(
    municipality: str, score: str | int, *, year: int = 2018, country: Country = Country.NORWAY
) -> Scored:
    return Scored(summary(municipality, year=year, country=country), Decimal(score))


def several(scores: Sequence[str | int], country: Country = Country.NORWAY) -> tuple[Scored, ...]:
    named = [
        scored(f"{country.value.lower()}{at}", s, country=country) for at, s in enumerate(scores)
    ]
    return latest_scored(named, Collation.NORWEGIAN)


def spread_of(listed: Sequence[Scored], evaluated: int | None = None) -> tuple[Spread, ...]:
    """Countries apart; `evaluated` in each are known to be, without it those that are listed."""

    def known(country: Country) -> Coverage:
        own = sum(found.evaluation.country is country for found in listed)
        return Coverage(0, own if evaluated is None else evaluated)

    return spreads(listed, known)


def places_of(listed: Sequence[Scored], limit: Decimal) -> Mapping[str, Rank]:
    return places(spread_of(listed), limit)


def english(message: Message) -> str:
    return translate(message, "en")


def test_each_municipality_counts_once_with_its_latest_result() -> None:
    found = latest_scored(
        [scored("a", 90, year=2012), scored("a", 40), scored("b", 60)], Collation.NORWEGIAN
    )
    assert [(r.evaluation.municipality, r.evaluation.year, r.score) for r in found] == [
        ("b", 2018, 60),
        ("a", 2018, 40),
    ]


def test_countries_are_never_mixed() -> None:
    both = several([10, 20, 30, 40, 50]) + several([60, 70], Country.SWEDEN)
    norway, sweden = spread_of(both)
    assert (norway.country, norway.n) == (Country.NORWAY, 5)
    assert norway.statistics is not None
    assert norway.statistics.median == 30
    assert (sweden.n, sweden.statistics) == (2, None)
    assert places_of(both, NO_LIMIT) == {}
    assert [spread.country for spread in spread_of(several([1], Country.SWEDEN))] == [
        Country.SWEDEN
    ]


@pytest.mark.parametrize("n, median, lower", [(4, None, None), (7, 40, None), (8, 45, "27.5")])
def test_a_median_needs_five_and_quartiles_eight(
    n: int, median: int | None, lower: str | None
) -> None:
    (spread,) = spread_of(several([10 * (i + 1) for i in range(n)]))
    found = spread.statistics
    assert (found and found.median) == median
    assert (found and found.lower_quartile) == (None if lower is None else Decimal(lower))


def test_those_with_the_same_points_share_a_place() -> None:
    assert places_of(several([50, 40, 30, 20, 10]), NO_LIMIT) == {}
    found = places_of(several([50, 70, 60, 60, 40, 30]), NO_LIMIT)
    assert {slug: (r.place, r.of, r.shared) for slug, r in found.items()} == {
        "no0": (4, 6, False),
        "no1": (1, 6, False),
        "no2": (2, 6, True),
        "no3": (2, 6, True),
        "no4": (5, 6, False),
        "no5": (6, 6, False),
    }


@given(st.lists(st.integers(0, 20), min_size=6, max_size=30))
def test_places_are_those_that_each_would_be_given_alone(scores: list[int]) -> None:
    listed = several(scores)
    given_places = places_of(listed, Decimal(3))
    for one in listed:
        others = [other.score for other in listed if other is not one]
        assert given_places[one.evaluation.municipality] == rank(one.score, others, Decimal(3))


@pytest.mark.parametrize(
    "coverage, lack, why",
    [
        (
            Coverage(0, 13),
            Unrepresentative.BELOW_LIMIT,
            (
                "Norway: We have figures for 6 of 13 evaluated. That is too few for an average or "
                "a rank."
            ),
        ),
        (
            Coverage(0, None),
            Unrepresentative.UNKNOWN,
            (
                "Norway: We have figures for 6; how many were evaluated is not known. So there is "
                "no average or rank."
            ),
        ),
    ],
)
def test_where_too_few_are_known_there_is_no_middle_no_place_and_no_best(
    coverage: Coverage, lack: Unrepresentative, why: str
) -> None:
    found = spreads(several([90, 80, 70, 60, 50, 40]), lambda country: coverage)
    (spread,) = found
    assert spread.unrepresentative is lack
    assert spread.statistics is None
    assert places(found, NO_LIMIT) == {}
    assert leaders(spread, NO_LIMIT) is None
    (nobody,) = best_words(spread, HUNDRED, Decimal(3))
    assert english(nobody).startswith("Norway: we have figures for 6")
    assert "best" in english(nobody)
    assert english(median_words(spread, HUNDRED, VERSIONS)) == why
    assert len(spread.results) == 6, "who they are is known all the same"


def test_half_of_those_evaluated_is_enough() -> None:
    (spread,) = spread_of(several([90, 80, 70, 60, 50]), 10)
    assert spread.statistics is not None
    (spread,) = spread_of(several([90, 80, 70, 60, 50]), 11)
    assert spread.statistics is None


def test_nobody_is_best_among_four() -> None:
    (spread,) = spread_of(several([90, 10, 10, 10]))
    assert leaders(spread, NO_LIMIT) is None
    (sentence,) = best_words(spread, HUNDRED, Decimal(3))
    assert english(sentence) == (
        "Norway: we have figures for too few to say who does it best. That needs at least 5 "
        "municipalities, and at least half of those evaluated."
    )


@pytest.mark.parametrize(
    "scores, said",
    [
        (
            ["80", "77", "70", "60", "50"],
            [BEST_OF_FIVE],
        ),
        (
            ["80", "77.1", "70", "60", "50"],
            [
                BEST_OF_FIVE,
                "1 other is about the same, less than 3 points behind.",
            ],
        ),
        (
            ["80", "80", "79", "78", "50"],
            [
                (
                    "Norway: No0 2018 and No1 2018 share first place among the 5 "
                    "municipalities listed here, with 80 out of 100 points."
                ),
                "2 others are about the same, less than 3 points behind.",
            ],
        ),
        (
            ["7.5"] * 6,
            [
                (
                    "Norway: 6 of the 6 municipalities listed here share first place, with 7.5 "
                    "out of 100 points."
                )
            ],
        ),
    ],
)
def test_who_does_it_best_in_words(scores: list[str], said: list[str]) -> None:
    (spread,) = spread_of(several(scores))
    assert [english(words) for words in best_words(spread, HUNDRED, Decimal(3))] == said


def test_without_a_limit_nobody_is_called_about_the_same() -> None:
    (spread,) = spread_of(several(["8", "7.9", "7.8", "7", "6"]))
    assert len(best_words(spread, Decimal(15), NO_LIMIT)) == 1


@pytest.mark.parametrize(
    "scores, said",
    [
        (
            ["10.5"],
            (
                "Sweden: we have figures only for Se0 2018 (10.5). A median needs at least 5 "
                "municipalities, and at least half of those evaluated."
            ),
        ),
        (
            ["40", "20", "30"],
            (
                "Sweden: we have figures only for Se0 2018 (40), Se2 2018 (30) and Se1 2018 (20). "
                "A median needs at least 5 municipalities, and at least half of those evaluated."
            ),
        ),
        (
            ["10", "20", "30", "40", "50"],
            (
                "Sweden: the median is 30 out of 100 points, over the latest results of 5 of 5 "
                "evaluated (versions 2.0 and 2.1, 2018)."
            ),
        ),
        (
            [str(10 * i) for i in range(1, 9)],
            (
                "Sweden: the median is 45 out of 100 points, over the latest results of 8 of 8 "
                "evaluated (versions 2.0 and 2.1, 2018). The middle half of them "
                "got between 27.5 and 62.5 points."
            ),
        ),
    ],
)
def test_the_middle_in_words(scores: list[str], said: str) -> None:
    (spread,) = spread_of(several(scores, Country.SWEDEN))
    assert english(median_words(spread, HUNDRED, VERSIONS)) == said
