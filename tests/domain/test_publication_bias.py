"""By how much the results found lie above published averages, against the table that a review made
by hand from the data package."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.coverage import CoverageRules, CoverageUnit, KnownEvaluated
from app.domain.municipality import Country
from app.domain.publication_bias import publication_bias
from app.domain.reference import ReferenceAverage, ReferenceStatistic
from app.domain.score import Measure
from app.domain.wording.bias import bias_words
from app.queries.bias import publication_biases
from app.queries.reading import Reading
from tests.domain.examples import reference, said, several, summary

NO, SE = Country.NORWAY, Country.SWEDEN


def rules(known: int | None, country: Country = NO) -> CoverageRules:
    counts = []
    if known is not None:
        counts.append(
            KnownEvaluated(
                "c", country, "2", CoverageUnit.MUNICIPALITIES, None, 2018, known, True, False, None
            )
        )
    return CoverageRules(tuple(counts), Decimal("0.5"), {"2": 2010, "3": 2020})


BY_HAND = {
    "no-2018": ("407.3", 6, "48", "431.3", 6, "72"),
    "se-2014-latest-40": ("518.4", 8, "63", "537.0", 12, "82"),
    "se-2017-april": ("534.3", 11, "58", "537.0", 12, "61"),
    "se-2017-participants": ("534.3", 11, "68", "537.0", 12, "71"),
    "se-2018-august": ("533.0", 12, "58", "537.0", 12, "62"),
}
"""Mean of those found up to the year, how many, and how far above; and the same of today."""


def test_the_bias_is_that_of_the_table_made_by_hand(real: Reading) -> None:
    found = {one.reference.id: one for one in publication_biases(real)}
    assert found.keys() == BY_HAND.keys()
    for key, (then, n, above, now, n_now, above_now) in BY_HAND.items():
        one = found[key]
        assert one.few
        for measured, difference, mean, members, by in (
            (one.then, one.difference, then, n, above),
            (one.now, one.difference_now, now, n_now, above_now),
        ):
            assert measured.of_the_few is not None
            assert difference is not None
            assert round(measured.of_the_few.mean, 1) == Decimal(mean)
            assert measured.n == members
            assert round(difference) == int(by)
            assert measured.statistics is None, "it stands for nobody else"


def test_a_published_average_counts_with_those_found_up_to_its_year() -> None:
    early = [summary(name, 400, year=2014) for name in "abcde"]
    late = [summary("a", 500, year=2018), summary("f", 600, year=2019)]
    (bias,) = publication_bias(
        [reference(as_of=2018, figures={Measure.TOTAL: 359})], [*early, *late], rules(58)
    )
    assert bias.then.n == 5
    assert bias.difference == Decimal(420) - 359
    assert bias.now.n == 6
    assert bias.difference_now == Decimal(450) - 359


@pytest.mark.parametrize(
    "other",
    [
        reference(size_group="small"),
        reference(figures={Measure.AREA_1: 50}),
        reference(country=SE),
        reference(family="3"),
        reference(as_of=2010),
    ],
)
def test_it_is_of_totals_over_all_sizes_where_five_were_found(other: ReferenceAverage) -> None:
    shown = several(6, year=2015)
    assert publication_bias([other], shown, rules(58)) == ()


def test_a_median_is_no_mean() -> None:
    median = replace(reference(), statistic=ReferenceStatistic.MEDIAN)
    assert publication_bias([median], several(6), rules(58)) == ()


def test_where_nearly_all_are_found_a_difference_is_no_bias() -> None:
    found = publication_bias([reference()], several(6), rules(8))
    assert [one.few for one in found] == [False]
    assert bias_words(found) is None


def test_the_sentence_gives_each_country_its_span() -> None:
    norway = publication_bias(
        [reference("a", as_of=2018, figures={Measure.TOTAL: 260})], several(6), rules(58)
    )
    sweden = publication_bias(
        [
            reference("b", country=SE, figures={Measure.TOTAL: 240}),
            reference("c", country=SE, figures={Measure.TOTAL: 250}),
        ],
        several(5, country=SE),
        rules(140, SE),
    )
    words = bias_words([*norway, *sweden])
    assert words is not None
    assert said(words) == (
        "The results that we have found lie above the published averages: 43 points in Norway "
        "and 52 to 62 points in Sweden. It seems that those who do well publish more often."
    )


def test_results_below_are_not_said_to_lie_above() -> None:
    words = bias_words(publication_bias([reference()], several(6), rules(58)))
    assert words is not None
    assert said(words) == (
        "The average of the results that we have found differs from the published "
        "averages: −57 points in Norway."
    )
