"""Who is in a comparison set, against a plain count over the same evaluations."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.coverage import CoverageRules, Unrepresentative
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import SmallDifference
from app.domain.municipality import Country
from app.domain.peers import ComparisonSet, SetScope, comparison_set
from app.domain.score import Measure
from app.domain.statistics import Band
from tests.domain.counts import EVERYBODY_KNOWN, NOBODY_COUNTED, count, coverage_rules
from tests.domain.examples import several, summary

NORWAY = frozenset({Country.NORWAY})
BOTH = frozenset(Country)
SCOPE = SetScope(NORWAY, "2")
SMALL = SmallDifference()
MEASURES = (Measure.TOTAL, Measure.AREA_1)


def set_of(
    scope: SetScope,
    field: list[EvaluationSummary],
    measures: Sequence[Measure],
    own: EvaluationSummary | None = None,
    coverage: CoverageRules = EVERYBODY_KNOWN,
) -> ComparisonSet:
    return comparison_set(scope, field, measures, coverage, own)


@st.composite
def evaluations(draw: st.DrawFn) -> list[EvaluationSummary]:
    """Some municipalities with evaluations of several years, figures missing here and there."""
    points = st.none() | st.integers(0, 100)
    found = {}
    for _ in range(draw(st.integers(0, 25))):
        name = draw(st.sampled_from("abcdefghij"))
        country = Country.SWEDEN if name in "hij" else Country.NORWAY
        area, year = draw(points), draw(st.integers(2010, 2019))
        found[name, year] = summary(
            name,
            draw(points),
            year=year,
            areas={} if area is None else {1: area},
            country=country,
            family=draw(st.sampled_from(["2", "2", "2020"])),
            size_group=draw(st.sampled_from(["small", "large"])),
        )
    return list(found.values())


SCOPES = st.builds(
    SetScope,
    st.sampled_from([NORWAY, BOTH]),
    st.just("2"),
    st.sampled_from([None, "small"]),
    st.sampled_from([None, 2013]),
    st.sampled_from([None, 2016]),
)


def counted(
    scope: SetScope, field: list[EvaluationSummary], own: str, measure: Measure
) -> dict[str, EvaluationSummary]:
    """The rule as it reads: each other municipality's latest evaluation with the measure."""
    latest: dict[str, EvaluationSummary] = {}
    for one in sorted(field, key=lambda e: e.year):
        if (
            one.municipality != own
            and one.country in scope.countries
            and one.family == scope.family
            and scope.size_group in (None, one.size_group)
            and (scope.year_from or 0) <= one.year <= (scope.year_to or 9999)
            and measure in one.figures
        ):
            latest[one.municipality] = one
    return latest


def is_covered(scope: SetScope, field: list[EvaluationSummary], measure: Measure) -> bool:
    """Whether half of those evaluated have the figure, oneself counted. Where nobody was evaluated,
    one is counted for the country (`EVERYBODY_KNOWN`)."""
    with_figure, evaluated = {*counted(scope, field, "", measure)}, 0
    for country in scope.countries:
        of_family = [
            one
            for one in field
            if one.country is country
            and one.family == scope.family
            and (scope.year_from or 0) <= one.year <= (scope.year_to or 9999)
        ]
        fitting = {e.municipality for e in of_family if scope.size_group in (None, e.size_group)}
        evaluated += len(fitting) + (0 if of_family else 1)
    return 2 * len(with_figure) >= evaluated


@given(SCOPES, evaluations(), st.sampled_from("abh"))
def test_members_are_the_latest_of_each_other_municipality(
    scope: SetScope, field: list[EvaluationSummary], own: str
) -> None:
    found = set_of(scope, field, MEASURES, summary(own, 50))
    for measure in MEASURES:
        wanted = counted(scope, field, own, measure)
        held = found.measures[measure]
        assert {m.municipality: m for m in held.members} == wanted
        assert held.n == len(wanted)
        scores = [member.figures[measure] for member in wanted.values()]
        average = found.average(measure)
        stands = len(scores) >= 5 and is_covered(scope, field, measure)
        assert average == (sum(scores) / len(scores) if stands else None)
        place = found.rank_of(measure, Decimal(50), SMALL)
        assert (place is not None) == stands
        if place is not None:
            assert place.place == 1 + len([score for score in scores if score > 50])
            assert place.of == len(scores) + 1


@given(evaluations(), st.randoms(use_true_random=False))
def test_the_order_of_evaluations_makes_no_difference(
    field: list[EvaluationSummary], random: Random
) -> None:
    shuffled = [*field]
    random.shuffle(shuffled)
    assert set_of(SCOPE, field, MEASURES) == set_of(SCOPE, shuffled, MEASURES)


def test_each_measure_takes_the_latest_that_has_it() -> None:
    older = summary("lom", 400, year=2014, areas={1: 40})
    newer = summary("lom", 450, year=2018)
    found = set_of(SCOPE, [newer, older], MEASURES)
    assert found.measures[Measure.TOTAL].members == (newer,)
    assert found.measures[Measure.AREA_1].members == (older,)
    assert found.members == (older, newer)
    assert found.years == (2014, 2018)


def test_a_second_evaluation_in_a_year_is_the_later_one() -> None:
    first, second = summary("lom", 400), summary("lom", 410, second="-v2.1")
    for field in ([second, first], [first, second]):
        found = set_of(SCOPE, field, [Measure.TOTAL])
        assert found.measures[Measure.TOTAL].members == (second,)


def test_oneself_is_left_out_of_averages_and_counted_in_ranks() -> None:
    own, earlier = summary("hemne", 433), summary("hemne", 800, year=2011)
    found = set_of(SCOPE, [own, earlier, *several(5)], [Measure.TOTAL], own)
    assert found.subject == "hemne-2018"
    assert found.average(Measure.TOTAL) == 302
    place = found.rank_of(Measure.TOTAL, Decimal(433), SMALL)
    assert place is not None
    assert (place.place, place.of) == (1, 6)


def test_a_missing_measure_lowers_nothing_and_counts_for_nothing() -> None:
    without = [summary(f"x{i}", areas={1: 10}) for i in range(3)]
    found = set_of(SCOPE, [*several(5), *without], MEASURES)
    assert found.average(Measure.TOTAL) == 302
    assert found.measures[Measure.TOTAL].n == 5
    assert found.average(Measure.AREA_1) is None
    assert (found.smallest_n, found.largest_n, found.serves) == (3, 5, False)


@pytest.mark.parametrize("count,serves", [(4, False), (5, True)])
def test_five_members_serve(count: int, serves: bool) -> None:
    found = set_of(SCOPE, several(count), [Measure.TOTAL])
    assert found.serves is serves
    assert (found.average(Measure.TOTAL) is not None) is serves
    assert (found.rank_of(Measure.TOTAL, Decimal(300), SMALL) is not None) is serves


@pytest.mark.parametrize("count,wanted", [(7, None), (8, Band.TOP)])
def test_a_band_needs_eight_members(count: int, wanted: Band | None) -> None:
    found = set_of(SCOPE, several(count), [Measure.TOTAL])
    assert found.band_of(Measure.TOTAL, Decimal(700), SMALL) is wanted


@pytest.mark.parametrize(
    "evaluated, share, stands",
    [(10, "0.5", True), (11, "0.5", False), (11, "0.45", True), (6, "1", False), (5, "1", True)],
)
def test_half_of_those_known_to_be_evaluated_stand_for_them(
    evaluated: int, share: str, stands: bool
) -> None:
    """Five with a figure, of as many as a source says."""
    rules = coverage_rules(count(evaluated), least_share=share)
    found = set_of(SCOPE, several(5), [Measure.TOTAL], coverage=rules)
    assert found.serves is stands
    assert found.average(Measure.TOTAL) == (302 if stands else None)
    assert (found.rank_of(Measure.TOTAL, Decimal(300), SMALL) is not None) is stands
    few = found.measures[Measure.TOTAL].of_the_few
    assert few is not None
    assert few.mean == 302, "what they say of themselves is known all the same"


@pytest.mark.parametrize(
    "members, rules, reason",
    [
        (4, EVERYBODY_KNOWN, Unrepresentative.TOO_FEW),
        (4, NOBODY_COUNTED, Unrepresentative.TOO_FEW),
        (9, NOBODY_COUNTED, Unrepresentative.UNKNOWN),
        (9, coverage_rules(count(19)), Unrepresentative.BELOW_LIMIT),
        (9, coverage_rules(count(18)), None),
        (9, EVERYBODY_KNOWN, None),
    ],
)
def test_why_a_set_stands_for_nobody_else(
    members: int, rules: CoverageRules, reason: Unrepresentative | None
) -> None:
    found = set_of(SCOPE, several(members), [Measure.TOTAL], coverage=rules)
    assert found.unrepresentative is reason
    assert found.band_of(Measure.TOTAL, Decimal(700), SMALL) is (None if reason else Band.TOP)


def test_oneself_is_covered_but_no_member() -> None:
    own = summary("hemne", 433)
    rules = coverage_rules(count(12))
    found = set_of(SCOPE, [own, *several(5)], [Measure.TOTAL], own, rules)
    assert found.coverage is not None
    assert (found.coverage.n, found.coverage.known) == (6, 12)
    assert found.serves
    assert not set_of(SCOPE, several(5), [Measure.TOTAL], coverage=rules).serves


def test_every_measure_must_be_covered() -> None:
    """Nine have a total; four of them areas, and that is too few of twelve."""
    with_areas = [summary(f"a{i}", 400 + i, areas={1: 40 + i}) for i in range(5)]
    field = [*with_areas, *several(4)]
    found = set_of(SCOPE, field, MEASURES, coverage=coverage_rules(count(12)))
    assert found.average(Measure.TOTAL) is not None
    assert found.average(Measure.AREA_1) is None
    assert found.unrepresentative is Unrepresentative.BELOW_LIMIT
    assert found.coverage is not None
    assert (found.coverage.n, found.coverage.known) == (5, 12)


def test_a_missing_score_of_ones_own_has_no_place() -> None:
    found = set_of(SCOPE, several(9), [Measure.TOTAL])
    assert found.rank_of(Measure.TOTAL, None, SMALL) is None
    assert found.band_of(Measure.TOTAL, None, SMALL) is None
    assert found.rank_of(Measure.AREA_1, Decimal(50), SMALL) is None
    assert found.average(Measure.AREA_1) is None


def test_a_set_without_measures_or_members_serves_nobody() -> None:
    assert not set_of(SCOPE, several(9), []).serves
    empty = set_of(SCOPE, [], [Measure.TOTAL])
    assert (empty.smallest_n, empty.largest_n) == (0, 0)
    assert (empty.years, empty.members) == (None, ())
    assert set_of(SCOPE, [], []).largest_n == 0


def test_municipalities_are_counted_by_country_once_each() -> None:
    """One that has its total and its areas in different years is still one municipality."""
    twice = [
        summary("a", 400, year=2018),
        summary("a", year=2014, areas={1: 40}),
        summary("b", 410, areas={1: 41}),
        summary("ystad", 500, areas={1: 50}, country=Country.SWEDEN),
    ]
    found = set_of(SetScope(BOTH, "2"), twice, MEASURES)
    assert (found.smallest_n, found.largest_n) == (3, 3)
    assert found.count_by_country() == {Country.NORWAY: 2, Country.SWEDEN: 1}


def test_a_country_without_members_is_counted_as_none() -> None:
    found = set_of(SetScope(BOTH, "2"), several(5), [Measure.TOTAL])
    assert found.count_by_country() == {Country.NORWAY: 5, Country.SWEDEN: 0}
