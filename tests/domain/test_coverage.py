"""Of how many known to be evaluated a set has figures, by counts that are made up here."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.coverage import (
    Coverage,
    CoverageRules,
    CoverageUnit,
    KnownEvaluated,
    Unrepresentative,
)
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.municipality import Country
from app.domain.peers import SetScope
from app.domain.wording.coverage import coverage_words, lack_words
from tests.domain.counts import NOBODY_COUNTED, count, coverage_rules
from tests.domain.examples import said, several, summary

NORWAY, SWEDEN = Country.NORWAY, Country.SWEDEN
Years = tuple[int | None, int | None]
ALWAYS: Years = (None, None)


def coverage(
    rules: CoverageRules,
    *,
    country: Country = NORWAY,
    family: str = "2",
    years: Years = ALWAYS,
    field: list[EvaluationSummary] | None = None,
) -> Coverage:
    """Of a whole country, where only those given are known by name."""
    scope = SetScope(frozenset((country,)), family, None, *years)
    everybody = scope.admitted(EvaluationTable.of(field or []))
    return rules.coverage(everybody, (country,), family, years)


def chosen(rules: CoverageRules, years: Years = ALWAYS, family: str = "2") -> str | None:
    """The id of the count that a coverage rests on."""
    found = coverage(rules, years=years, family=family)
    return found.basis[0].id if found.basis else None


UNTIL_2012 = count(30, since=2010, as_of=2012, at_least=True)
UNTIL_2015 = count(46, since=2010, as_of=2015)
UNTIL_2019 = count(58, since=2010, as_of=2019)
IN_2014 = count(13, since=2014, as_of=2014)
ANY_2010 = count(65, family=None, as_of=2010)
ANY_2016 = count(100, family=None, as_of=2016, at_least=True)
EVALUATIONS = count(170, family=None, as_of=2017, unit=CoverageUnit.EVALUATIONS)
SEVERAL = coverage_rules(
    UNTIL_2012, UNTIL_2015, UNTIL_2019, IN_2014, ANY_2010, ANY_2016, EVALUATIONS
)


@pytest.mark.parametrize(
    "years, wanted",
    [
        ((None, None), UNTIL_2019),
        ((2010, None), UNTIL_2019),
        ((2005, 2019), UNTIL_2019),
        ((None, 2030), UNTIL_2019),
        ((None, 2018), UNTIL_2015),
        ((None, 2015), UNTIL_2015),
        ((None, 2014), UNTIL_2012),
        ((None, 2012), UNTIL_2012),
        ((2014, 2014), IN_2014),
        # Those of one year say nothing of how many were evaluated in two.
        ((2014, 2015), None),
        ((2014, 2030), None),
        ((2013, 2014), None),
        ((2015, 2015), None),
        ((2018, 2018), None),
        ((2011, None), None),
        # No count of the family is so early: that of every version nearest in time is taken.
        ((None, 2011), ANY_2010),
        ((None, 2010), ANY_2010),
    ],
)
def test_which_count_a_span_of_years_rests_on(years: Years, wanted: KnownEvaluated | None) -> None:
    assert chosen(SEVERAL, years) == (wanted.id if wanted else None)


# As sources count them in Sweden, where the first evaluation was in 2002.
SWEDISH_FIRST = count(38, country=SWEDEN, family="1", since=2002, as_of=2006)
SWEDISH_2010 = count(75, country=SWEDEN, family=None, since=2002, as_of=2010)
SWEDISH_2021 = count(140, country=SWEDEN, family=None, since=2002, as_of=2021, approximate=True)
SWEDISH = CoverageRules(
    (SWEDISH_FIRST, SWEDISH_2010, SWEDISH_2021),
    Decimal("0.5"),
    {"1": 1997, "2": 2010, "2020": 2020},
)


@pytest.mark.parametrize(
    "family, last, words",
    [
        # The count from 2002 on begins with the first evaluation in the country.
        ("1", 2006, "1 of 38 evaluated"),
        ("1", 2009, "1 of at least 38 evaluated"),
        ("1", None, "1 of at least 38 evaluated"),
        ("1", 2005, "1 of 75 evaluated by 2010 with any version of the method"),
        ("2", 2010, "1 of at least 75 evaluated with any version of the method"),
        ("2", 2011, "1 of 75 evaluated by 2010 with any version of the method"),
        ("2", 2019, "1 of about 140 evaluated by 2021 with any version of the method"),
        ("2", 2021, "1 of about 140 evaluated with any version of the method"),
        ("2", None, "1 of about 140 evaluated with any version of the method"),
    ],
)
def test_a_count_from_another_year_says_which(family: str, last: int | None, words: str) -> None:
    found = coverage(SWEDISH, country=SWEDEN, family=family, years=(None, last)).of(1)
    assert said(coverage_words(found)) == words


def test_a_family_that_has_ended_is_not_held_against_those_evaluated_later() -> None:
    """1.0 gave way in 2010: 65 had been evaluated then, 100 of 2016 count six years of others."""
    rules = CoverageRules((ANY_2010, ANY_2016), Decimal("0.5"), {"1": 1997, "2": 2010})
    found = coverage(rules, family="1").of(0)
    assert said(coverage_words(found)) == (
        "none of 65 evaluated by 2010 with any version of the method"
    )


@pytest.mark.parametrize(
    "last, n, shown, enough",
    [
        # 46 were evaluated by 2015, 58 by 2019: half of both is 29.
        (2018, 22, 46, False),
        (2018, 23, 58, False),
        (2018, 28, 58, False),
        (2018, 29, 46, True),
        # A count of the year itself has no later one to answer to.
        (2015, 23, 46, True),
    ],
)
def test_an_older_count_makes_nothing_representative_that_is_not_so_by_the_next(
    last: int, n: int, shown: int, enough: bool
) -> None:
    found = coverage(coverage_rules(UNTIL_2015, UNTIL_2019), years=(None, last)).of(n)
    assert (found.known, found.is_enough) == (shown, enough)


def test_an_older_count_of_every_version_answers_to_the_next_as_well() -> None:
    found = coverage(SWEDISH, country=SWEDEN, years=(None, 2011))
    assert (found.of(37).known, found.of(37).is_enough) == (75, False)
    assert (found.of(69).known, found.of(69).is_enough) == (140, False)
    assert (found.of(70).known, found.of(70).is_enough) == (75, True)


def test_a_count_of_one_year_serves_an_open_end_only_while_nobody_came_later() -> None:
    rules = coverage_rules(IN_2014)
    in_year = [summary("a", year=2014)]
    assert coverage(rules, years=(2014, None), field=in_year).known == 13
    later = [*in_year, summary("b", year=2016)]
    assert coverage(rules, years=(2014, None), field=later).known is None
    elsewhere = [*in_year, summary("b", year=2016, country=SWEDEN)]
    assert coverage(rules, years=(2014, None), field=elsewhere).known == 13


def test_a_count_from_before_the_family_says_nothing_of_it() -> None:
    rules = coverage_rules(ANY_2010, ANY_2016)
    assert coverage(rules, family="2020").known is None
    assert coverage(rules, family="2").known == 100


@pytest.mark.parametrize("country, known", [(NORWAY, None), (SWEDEN, 140)])
def test_a_count_is_of_its_own_country(country: Country, known: int | None) -> None:
    rules = coverage_rules(count(140, country=SWEDEN, family=None, as_of=2021))
    assert coverage(rules, country=country).known == known


def test_evaluations_are_not_municipalities() -> None:
    assert coverage(coverage_rules(EVALUATIONS)).known is None


def test_nobody_counted_is_unknown_and_never_enough() -> None:
    found = coverage(NOBODY_COUNTED, field=several(9)).of(9)
    assert (found.known, found.share, found.is_enough) == (None, None, False)
    assert found.lack is Unrepresentative.UNKNOWN


@pytest.mark.parametrize(
    "n, known, least, enough",
    [
        (29, 58, "0.5", True),
        (28, 58, "0.5", False),
        (30, 58, "0.5", True),
        (1, 2, "0.5", True),
        (6, 13, "0.5", False),
        (7, 13, "0.5", True),
        (0, 5, "0.5", False),
        (6, 58, "0.1", True),
        (57, 58, "1", False),
        (58, 58, "1", True),
    ],
)
def test_exactly_the_share_is_enough(n: int, known: int, least: str, enough: bool) -> None:
    found = coverage(coverage_rules(count(known), least_share=least)).of(n)
    assert found.share == Decimal(n) / known
    assert found.is_enough is enough
    assert found.lack is (None if enough else Unrepresentative.BELOW_LIMIT)


def test_in_a_narrower_set_the_unknown_are_counted_in_full() -> None:
    """Of 58 ten are known by name, three of them small. All the 48 others may be small."""
    field = [*several(3), *several(7, named="l", size_group="large")]
    table = EvaluationTable.of(field)
    rules = coverage_rules(count(58))
    small = rules.coverage(table.where("size_group", "small"), (NORWAY,), "2")
    assert small.known == 3 + 48
    assert rules.coverage(table.all, (NORWAY,), "2").known == 58
    assert rules.coverage(table.where("size_group", "medium"), (NORWAY,), "2").known == 48


def test_where_more_are_known_by_name_than_were_counted_they_are_the_count() -> None:
    found = coverage(coverage_rules(count(5)), field=several(9))
    assert found.known == 9
    assert found.at_least
    narrow = EvaluationTable.of([*several(6), *several(3, named="l", size_group="large")])
    rules = coverage_rules(count(5))
    assert rules.coverage(narrow.where("size_group", "large"), (NORWAY,), "2").known == 3


def test_known_by_name_are_those_of_the_family_and_the_years() -> None:
    field = [
        *several(9, family="2020"),
        *several(9, named="s", country=SWEDEN),
        *several(3, named="t", year=2014),
        *several(2, named="u", year=2015),
    ]
    rules = coverage_rules(count(1, since=2014, as_of=2014), count(1, since=2010, as_of=2015))
    assert coverage(rules, years=(2014, 2014), field=field).known == 3
    assert coverage(rules, years=(None, 2015), field=field).known == 5


def test_counts_of_two_countries_are_never_added() -> None:
    """58 by one family in one country and 140 by any version in another are not 198 of anything."""
    counts = (
        count(58, at_least=True),
        count(140, country=SWEDEN, family=None, as_of=2021, approximate=True),
    )
    everything = EvaluationTable.of([]).all
    found = coverage_rules(*counts).coverage(everything, (NORWAY, SWEDEN), "2")
    found = found.of(18, {NORWAY: 6, SWEDEN: 12})
    assert (found.n, found.known, found.share, found.as_of) == (18, None, None, None)
    assert [part.coverage.known for part in found.by_country] == [58, 140]
    assert found.basis == counts
    assert found.lack is Unrepresentative.BELOW_LIMIT
    assert said(coverage_words(found)) == (
        "6 of at least 58 evaluated in Norway and 12 of about 140 evaluated with any version of "
        "the method in Sweden"
    )


def test_two_countries_are_enough_where_each_is() -> None:
    rules = coverage_rules(count(10), count(20, country=SWEDEN))
    both = rules.coverage(EvaluationTable.of([]).all, (NORWAY, SWEDEN), "2")
    assert both.of(15, {NORWAY: 5, SWEDEN: 10}).is_enough
    assert not both.of(15, {NORWAY: 4, SWEDEN: 11}).is_enough
    assert not both.of(15, {NORWAY: 6, SWEDEN: 9}).is_enough
    only_one = coverage_rules(count(10)).coverage(EvaluationTable.of([]).all, (NORWAY, SWEDEN), "2")
    found = only_one.of(20, {NORWAY: 10, SWEDEN: 10})
    assert found.lack is Unrepresentative.UNKNOWN
    assert said(coverage_words(found)) == (
        "10 of at least 10 evaluated in Norway and 10 in Sweden (how many were evaluated is not "
        "known)"
    )


@pytest.mark.parametrize(
    "years, at_least",
    [((None, 2015), False), ((None, 2016), True), ((None, None), True), ((None, 2014), True)],
)
def test_only_a_count_to_the_end_of_the_span_is_exact(years: Years, at_least: bool) -> None:
    assert coverage(coverage_rules(UNTIL_2012, UNTIL_2015), years=years).at_least is at_least


@given(
    st.integers(1, 60),
    st.lists(st.sampled_from(["small", "large"]), max_size=40),
    st.integers(0, 40),
)
def test_the_share_is_never_taken_for_higher_than_it_can_be(
    counted: int, groups: list[str], with_figure: int
) -> None:
    """Whoever of those not known by name is small, the share of the small is at least as low."""
    field = [summary(f"m{i}", size_group=group) for i, group in enumerate(groups)]
    small = groups.count("small")
    have = min(with_figure, small)
    table = EvaluationTable.of(field)
    rules = coverage_rules(count(counted))
    found = rules.coverage(table.where("size_group", "small"), (NORWAY,), "2").of(have)
    for small_among_the_unknown in range(max(0, counted - len(field)) + 1):
        really = small + small_among_the_unknown
        if found.share is not None and really:
            assert found.share <= Decimal(have) / really


@pytest.mark.parametrize(
    "found, words",
    [
        (Coverage(6, 58, at_least=True), "6 of at least 58 evaluated"),
        (Coverage(6, 58), "6 of 58 evaluated"),
        (Coverage(6, None), "6; how many were evaluated is not known"),
        (
            Coverage(8, 140, any_version=True, basis=(count(140, approximate=True),)),
            "8 of about 140 evaluated with any version of the method",
        ),
        (
            Coverage(8, 100, any_version=True, basis=(count(100),)),
            "8 of at least 100 evaluated with any version of the method",
        ),
    ],
)
def test_a_coverage_in_words(found: Coverage, words: str) -> None:
    assert said(coverage_words(found)) == words


@pytest.mark.parametrize("lack", list(Unrepresentative))
def test_why_there_is_no_average_is_a_sentence_of_its_own(lack: Unrepresentative) -> None:
    words = said(lack_words(Coverage(6, 58, at_least=True), lack))
    assert words.endswith(".")
    assert ("6 of at least 58 evaluated" in words) == (lack is not Unrepresentative.TOO_FEW)
    assert len({said(lack_words(Coverage(6, 58), one)) for one in Unrepresentative}) == 3
