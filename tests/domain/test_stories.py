"""What may be told as a story, and where nothing is told."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.coverage import CoverageRules
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.municipality import Country
from app.domain.reference import ReferenceAverage, ReferenceBasis, ReferenceStatistic
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Measure
from app.domain.stated import (
    PeriodKind,
    PlacingPeriod,
    PlacingScope,
    SizeLimit,
    StatedPlacing,
    Territory,
)
from app.domain.stories.above_average import above_average
from app.domain.stories.areas import contrast, lowest_areas
from app.domain.stories.climb import climb
from app.domain.stories.first_of_all import first_of_all
from app.domain.stories.gold_stars import most_gold_stars
from app.domain.stories.highest import highest
from app.domain.stories.small_among_large import small_among_large
from app.domain.stories.story import Material
from app.domain.stories.telling import stories
from tests.domain.counts import EVERYBODY_KNOWN, NOBODY_COUNTED
from tests.domain.examples import Points, reference, summary
from tests.known import known
from tests.wording.examples import SMALL, instrument

SWEDEN = Country.SWEDEN
EVEN: Mapping[int, Points] = dict.fromkeys(range(1, 9), 50)


def material(
    *evaluations: EvaluationSummary,
    references: Sequence[ReferenceAverage] = (),
    placings: Mapping[str, tuple[StatedPlacing, ...]] | None = None,
    stars: Mapping[str, int] | None = None,
    coverage: CoverageRules = NOBODY_COUNTED,
) -> Material:
    return Material(
        EvaluationTable.of(evaluations),
        tuple(references),
        Rules(instrument(), SMALL, coverage),
        placings or {},
        stars or {},
    )


def new(name: str, total: Points | None, year: int = 2021, **about: object) -> EvaluationSummary:
    """A Swedish one with version 2020."""
    found = summary(name, total, year=year, family="2020", country=SWEDEN, **about)  # type: ignore[arg-type]
    return replace(found, version="2020")


def published(*values: int, family: str = "2020") -> ReferenceAverage:
    figures = dict(zip(AREA_MEASURES, values, strict=True))
    return reference(figures=figures, country=SWEDEN, family=family, as_of=2021)


def test_nothing_is_told_where_nothing_is_known() -> None:
    assert stories(material()) == ()
    assert stories(material(summary("hemne", None))) == ()


@pytest.mark.parametrize("rise, told", [(13, False), (14, True)])
def test_a_climb_is_more_than_a_small_change_over_time(rise: int, told: bool) -> None:
    """Ten points times 1.4."""
    steps = [summary("hemne", 400, year=2016), summary("hemne", 400 + rise, year=2018)]
    assert (climb(material(*steps)) is not None) is told


def test_a_climb_never_crosses_families() -> None:
    old = summary("roros", 396, year=2017)
    assert climb(material(old, replace(new("roros", 593), country=Country.NORWAY))) is None


def test_the_oldest_method_is_left_out_of_every_story() -> None:
    steps = [
        replace(summary("a", p, year=y, family="1"), version="1.0")
        for p, y in ((300, 2004), (500, 2008))
    ]
    assert climb(material(*steps)) is None


def test_a_step_that_is_none_ends_the_row() -> None:
    steps = [summary("hemne", p, year=y) for p, y in ((300, 2012), (305, 2014), (400, 2018))]
    found = known(climb(material(*steps)))
    assert (found.times, found.rise.difference) == (0, 100)


def test_the_highest_are_of_one_country_and_named_with_their_set() -> None:
    swedes = [new("a", 679), new("b", 648), new("c", 546)]
    norwegian = replace(new("d", 700), country=Country.NORWAY)
    found = known(highest(material(*swedes, norwegian)))
    assert ([e.municipality for e in found.best], found.n) == (["a"], 3)


def test_two_are_too_few_for_a_highest() -> None:
    assert highest(material(new("a", 679), new("b", 500))) is None


def test_among_few_the_highest_has_to_stand_out() -> None:
    four = [new("a", 679), new("b", 670), new("c", 500), new("d", 400)]
    assert highest(material(*four)) is None
    found = known(highest(material(*four, new("e", 300))))
    assert [e.municipality for e in found.best] == ["a", "b"]


def test_where_more_than_two_lie_at_the_top_nobody_is_highest() -> None:
    assert highest(material(*(new(name, 600) for name in "abc"), new("d", 1), new("e", 2))) is None


def test_versions_with_a_caution_between_them_have_no_highest() -> None:
    found = [replace(summary("a", 600), version="2.0"), summary("b", 500), summary("c", 400)]
    assert highest(material(*found)) is None


AVERAGE = published(*[47] * 8)


@pytest.mark.parametrize("areas_above, told", [(4, False), (5, True), (8, True)])
def test_above_in_more_than_half_is_a_story(areas_above: int, told: bool) -> None:
    """Three points are no small difference any more; two are."""
    areas = {no: 50 if no <= areas_above else 49 for no in range(1, 9)}
    found = above_average(material(new("a", 400, areas=areas), references=[AVERAGE]))
    assert (found is not None) is told
    assert found is None or found.above == areas_above


@pytest.mark.parametrize(
    "average",
    [
        replace(AVERAGE, country=Country.NORWAY),
        replace(AVERAGE, family="2"),
        replace(AVERAGE, basis=ReferenceBasis.OPINION_PIECE),
        replace(AVERAGE, statistic=ReferenceStatistic.MEDIAN),
    ],
    ids=["of the other country", "of another family", "at second hand", "a median"],
)
def test_only_a_mean_of_the_same_country_and_family_is_gone_by(average: ReferenceAverage) -> None:
    assert above_average(material(new("a", 400, areas=EVEN), references=[average])) is None


def test_what_is_computed_is_gone_by_where_it_stands_for_the_country() -> None:
    others = [new(f"m{i}", 300, areas=dict.fromkeys(range(1, 9), 40)) for i in range(5)]
    own = new("a", 400, areas=EVEN)
    assert above_average(material(own, *others)) is None
    found = known(above_average(material(own, *others, coverage=EVERYBODY_KNOWN)))
    assert (found.evaluation.id, found.above) == ("a-2021", 8)


def place(rank: int = 1, **other: object) -> StatedPlacing:
    scope = PlacingScope(Territory.COUNTRY, PlacingPeriod(PeriodKind.ALL_TIME))
    return replace(StatedPlacing(scope, Measure.TOTAL, rank=rank), **other)  # type: ignore[arg-type]


NARROW = PlacingScope(Territory.COUNTRY, PlacingPeriod(PeriodKind.ALL_TIME), SizeLimit(own=True))


@pytest.mark.parametrize(
    "placing, told",
    [
        (place(), True),
        (place(rank=2), False),
        (place(measure=Measure.AREA_1), False),
        (place(scope=PlacingScope(Territory.COUNTRY)), False),
        (place(scope=NARROW), False),
        (place(source=reference().source), False),
    ],
)
def test_only_first_of_all_ever_counts_as_first(placing: StatedPlacing, told: bool) -> None:
    found = first_of_all(
        material(summary("a", 600), placings={"a-2018": (placing,)}), Country.NORWAY
    )
    assert (found is not None) is told


def test_a_first_place_without_points_is_not_told() -> None:
    given = material(summary("a"), placings={"a-2018": (place(),)})
    assert first_of_all(given, Country.NORWAY) is None


def test_the_lowest_areas_need_an_average_and_stand_out() -> None:
    assert lowest_areas(material(new("a", 400, areas=EVEN))) is None
    even = material(references=[published(*[50] * 8)])
    assert lowest_areas(even) is None
    two = known(lowest_areas(material(references=[published(63, 65, 73, 64, 61, 59, 68, 64)])))
    assert set(two.lowest) == {Measure.AREA_5, Measure.AREA_6}


def test_a_contrast_is_within_one_evaluation() -> None:
    areas: dict[int, Points] = {**EVEN, 2: "37.4", 3: "77.4"}
    found = known(contrast(material(summary("hemne", 433, areas=areas), summary("b", 400))))
    assert (found.span, found.lowest, found.highest, found.of) == (
        Decimal("40.0"),
        (Measure.AREA_2,),
        (Measure.AREA_3,),
        1,
    )
    assert contrast(material(summary("b", 400, areas=EVEN))) is None


@pytest.mark.parametrize(
    "stars, told", [({"a": 1}, False), ({"a": 2, "b": 2}, False), ({"a": 2, "b": 1}, True)]
)
def test_most_gold_stars_is_more_than_anybody_else(stars: dict[str, int], told: bool) -> None:
    given = material(summary("a", 400), summary("b", 400), stars=stars)
    assert (most_gold_stars(given) is not None) is told


def test_a_small_one_is_set_among_at_least_five_large_ones() -> None:
    large = [summary(f"l{i}", 400, size_group="large", inhabitants=20_000) for i in range(5)]
    small = summary("s", 410, size_group="medium", inhabitants=6_000)
    assert small_among_large(material(small, *large[:4])) is None
    found = known(small_among_large(material(small, *large)))
    assert (found.evaluation.id, len(found.larger)) == ("s-2018", 5)
    assert (
        small_among_large(material(replace(small, figures={Measure.TOTAL: Decimal(409)}), *large))
        is None
    )
