"""Averages over time and records, against a computation of the test's own."""

from dataclasses import replace
from decimal import Decimal
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.coverage import Unrepresentative
from app.domain.development import development, record
from app.domain.evaluation import EvaluationSummary
from app.domain.municipality import Country
from app.domain.rules import Rules
from app.domain.score import Measure
from tests.domain.counts import EVERYBODY_KNOWN, NOBODY_COUNTED, count, coverage_rules
from tests.domain.examples import summary

NO, SE = Country.NORWAY, Country.SWEDEN
FAMILIES = ["1", "2", "3"]


def five(year: int = 2015, **others: object) -> list[EvaluationSummary]:
    """a–e with 310, 320, … 350 points."""
    return [
        summary(name, 310 + 10 * at, year=year, **others)  # type: ignore[arg-type]
        for at, name in enumerate("abcde")
    ]


def test_an_average_of_a_year_needs_five_of_that_year() -> None:
    (family,) = development(
        [*five(), summary("f", 900, year=2016)], NO, FAMILIES, EVERYBODY_KNOWN
    ).families
    first, second = family.years
    assert (first.year, second.year) == (2015, 2016)
    assert first.of_year.statistics is not None
    assert first.of_year.statistics.mean == 330
    assert second.of_year.statistics is None
    assert [m.municipality for m in second.of_year.members] == ["f"]
    assert second.until_then.statistics is not None
    assert second.until_then.statistics.mean == mean([310, 320, 330, 340, 350, 900])


def test_each_municipality_counts_once_with_its_latest_total() -> None:
    shown = [*five(), summary("a", 610, year=2018), summary("b", year=2019)]
    (family,) = development(shown, NO, FAMILIES, EVERYBODY_KNOWN).families
    last = family.years[-1]
    assert last.year == 2019
    assert len(last.evaluated) == 1, "an evaluation without figures is counted as one"
    assert last.of_year.members == ()
    assert last.until_then.statistics is not None
    assert last.until_then.statistics.mean == mean([610, 320, 330, 340, 350])


def test_countries_and_families_are_never_mixed() -> None:
    shown = [*five(), *five(year=2021, family="3"), *five(year=2015, country=SE)]
    found = development(shown, NO, FAMILIES, EVERYBODY_KNOWN)
    assert [one.family for one in found.families] == ["2", "3"], "1 was not used in the country"
    for one in found.families:
        for year in one.years:
            assert {m.country for m in year.until_then.members} == {NO}
            assert {m.family for m in year.until_then.members} == {one.family}
            assert year.until_then.n == 5


evaluated = st.builds(
    lambda name, year, points, family, country: summary(
        f"{country}{name}", points, year=year, family=family, country=Country(country)
    ),
    st.sampled_from("abcdefghi"),
    st.integers(2004, 2012),
    st.integers(0, 800) | st.none(),
    st.sampled_from(FAMILIES),
    st.sampled_from(["NO", "SE"]),
)
several = st.lists(evaluated, max_size=60, unique_by=lambda e: (e.municipality, e.year))


@given(several)
def test_every_average_is_over_those_it_says(shown: list[EvaluationSummary]) -> None:
    found = development(shown, NO, FAMILIES, EVERYBODY_KNOWN)
    counted = 0
    for one in found.families:
        own = [e for e in shown if e.country is NO and e.family == one.family]
        assert [year.year for year in one.years] == sorted({e.year for e in own})
        for year in one.years:
            counted += len(year.evaluated)
            latest = {}
            for e in sorted(own, key=lambda e: e.year):
                if e.year <= year.year and Measure.TOTAL in e.figures:
                    latest[e.municipality] = e.figures[Measure.TOTAL]
            now = [
                e.figures[Measure.TOTAL]
                for e in own
                if e.year == year.year and Measure.TOTAL in e.figures
            ]
            until_then = {e.municipality for e in own if e.year <= year.year}
            of_year = {e.municipality for e in own if e.year == year.year}
            for part, figures, evaluated in (
                (year.until_then, [*latest.values()], until_then),
                (year.of_year, now, of_year),
            ):
                assert sorted(m.figures[Measure.TOTAL] for m in part.members) == sorted(figures)
                if len(figures) < 5 or 2 * len(figures) < len(evaluated):
                    assert part.statistics is None
                else:
                    assert part.statistics is not None
                    assert float(part.statistics.mean) == pytest.approx(
                        sum(map(float, figures)) / len(figures)
                    )
    assert counted == sum(e.country is NO for e in shown)


def test_the_record_is_the_highest_of_all_years_and_is_shared(rules: Rules) -> None:
    shown = [*five(), summary("a", 700, year=2010), summary("f", 700, year=2012)]
    found = record(shown, NO, "2", Measure.TOTAL, rules)
    assert found.highest == 700
    assert [(e.municipality, e.year) for e in found.holders] == [("a", 2010), ("f", 2012)]
    assert found.near == ()
    assert found.n == 6


@pytest.mark.parametrize("points, near", [("340.1", ["f"]), (340, []), (350, [])])
def test_what_is_nearly_as_high_is_about_the_same(
    rules: Rules, points: str | int, near: list[str]
) -> None:
    found = record([*five(), summary("f", points)], NO, "2", Measure.TOTAL, rules)
    assert [e.municipality for e in found.near] == near
    assert len(found.holders) == (2 if points == 350 else 1)


def test_ones_own_other_result_is_not_beside_ones_record(rules: Rules) -> None:
    found = record([*five(), summary("e", 345, year=2017)], NO, "2", Measure.TOTAL, rules)
    assert [(e.municipality, e.year) for e in found.holders] == [("e", 2015)]
    assert found.near == ()


def test_among_fewer_than_five_nobody_has_a_record(rules: Rules) -> None:
    shown = [*five()[:4], summary("a", 500, year=2019), summary("x", 600, country=SE)]
    found = record(shown, NO, "2", Measure.TOTAL, rules)
    assert found.highest is None
    assert found.holders == found.near == ()
    assert found.n == 4
    assert len(found.members) == 5


@pytest.mark.parametrize(
    "evaluated, reason",
    [
        (10, None),
        (11, Unrepresentative.BELOW_LIMIT),
        (None, Unrepresentative.UNKNOWN),
    ],
)
def test_where_too_few_are_known_nothing_is_a_record(
    rules: Rules, evaluated: int | None, reason: Unrepresentative | None
) -> None:
    known = NOBODY_COUNTED if evaluated is None else coverage_rules(count(evaluated))
    found = record(five(), NO, "2", Measure.TOTAL, replace(rules, coverage=known))
    assert found.unrepresentative is reason
    assert found.highest == (None if reason else 350)
    assert [holder.municipality for holder in found.holders] == ([] if reason else ["e"])
    assert len(found.members) == 5
    assert (found.coverage.n, found.coverage.known) == (5, evaluated)


def test_the_average_of_a_year_has_the_coverage_of_that_year() -> None:
    """Ten were evaluated in 2015 and twelve until then; of six we have figures."""
    known = coverage_rules(count(10, since=2015, as_of=2015), count(13, since=2010, as_of=2015))
    shown = [*five(), summary("f", 360, year=2014)]
    (family,) = development(shown, NO, FAMILIES, known).families
    before, year = family.years
    assert year.of_year.coverage.known == 10
    assert year.of_year.statistics is not None
    assert year.until_then.coverage.known == 13
    assert year.until_then.unrepresentative is Unrepresentative.BELOW_LIMIT
    assert year.until_then.statistics is None
    assert before.until_then.unrepresentative is Unrepresentative.TOO_FEW


def test_areas_have_records_of_their_own_and_smaller_limits(rules: Rules) -> None:
    shown = [
        summary(name, 400, areas={3: points})
        for name, points in zip("abcdef", ("50", "60", "70", "80", "87.1", "90"), strict=True)
    ]
    found = record(shown, NO, "2", Measure.AREA_3, rules)
    assert found.highest == Decimal(90)
    assert [e.municipality for e in found.near] == ["e"]
    assert record(shown, NO, "2", Measure.AREA_4, rules).n == 0
