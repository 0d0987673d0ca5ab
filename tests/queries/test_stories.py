"""The stories of the shipped data, each worked out by hand from the files of evaluations."""

from decimal import Decimal

import pytest

from app.domain.gap import Standing
from app.domain.score import AREA_MEASURES, Measure
from app.domain.stories.above_average import AboveAverage
from app.domain.stories.areas import Contrast, LowestAreas
from app.domain.stories.climb import Climb
from app.domain.stories.first_of_all import FirstOfAll
from app.domain.stories.gold_stars import MostGoldStars
from app.domain.stories.highest import Highest
from app.domain.stories.small_among_large import SmallAmongLarge
from app.domain.stories.story import Story, StoryKind
from app.queries.reading import Reading
from app.queries.stories import told_stories
from tests.statements import count_queries, forgetting


@pytest.fixture
def told(real: Reading) -> dict[StoryKind, Story]:
    return {story.kind: story for story in told_stories(real)}


def ids(*evaluations: object) -> list[str]:
    return [getattr(evaluation, "id", "") for evaluation in evaluations]


def test_they_come_in_the_order_of_their_kinds(told: dict[StoryKind, Story]) -> None:
    assert list(told) == list(StoryKind)


def test_ulstein_rose_from_361_to_534(told: dict[StoryKind, Story]) -> None:
    """361, 433, 467 and 534 of 2013 to 2019: 72, 34 and 67 more, each at least 14. Two totals
    within a family: Ulstein, Røros, Karlskrona, Hareid, Hemne, Ängelholm, Lidköping, Örebro and
    Vallentuna with 2.0 and 2.1, Höganäs, Mark and Tomelilla with 2020."""
    story = told[StoryKind.CLIMB]
    assert isinstance(story, Climb)
    assert ids(*story.steps) == ["ulstein-2013", "ulstein-2015", "ulstein-2017", "ulstein-2019"]
    assert (story.rise.difference, story.times, story.followed) == (173, 3, 12)
    assert story.comparability.reason is not None


def test_hoganas_is_the_highest_of_four_swedish_ones(told: dict[StoryKind, Story]) -> None:
    """679, 648, 546 and 510; the two Norwegian ones of the family stand in no order with them."""
    story = told[StoryKind.HIGHEST]
    assert isinstance(story, Highest)
    assert ids(*story.best) == ["hoganas-2023"]
    assert ids(*story.others) == ["vallentuna-2021", "tomelilla-2022", "mark-2024"]


def test_vallentuna_is_above_the_average_of_2021_everywhere(told: dict[StoryKind, Story]) -> None:
    """73 75 80 83 86 82 86 83 beside 63 65 73 64 61 59 68 64."""
    story = told[StoryKind.ABOVE_AVERAGE]
    assert isinstance(story, AboveAverage)
    assert story.evaluation.id == "vallentuna-2021"
    gaps = [story.gaps[measure].difference for measure in AREA_MEASURES]
    assert gaps == [10, 10, 7, 19, 25, 23, 18, 19]
    assert story.above == 8


def test_the_sources_say_who_was_first_of_all(told: dict[StoryKind, Story]) -> None:
    norway, sweden = told[StoryKind.FIRST_IN_NORWAY], told[StoryKind.FIRST_IN_SWEDEN]
    assert isinstance(norway, FirstOfAll)
    assert isinstance(sweden, FirstOfAll)
    assert ids(*norway.first) == ["roros-2021"]
    assert ids(*norway.own_before) == ["roros-2013", "roros-2017"]
    assert ids(*sweden.first) == ["orebro-2015", "helsingborg-2017", "hoganas-2023"]
    assert sweden.own_before == ()


def test_the_average_of_2021_is_lowest_in_areas_6_and_5(told: dict[StoryKind, Story]) -> None:
    """59 and 61; the next is 63, four from the lowest. 73 is five above the next highest."""
    story = told[StoryKind.LOWEST_AREAS]
    assert isinstance(story, LowestAreas)
    assert set(story.lowest) == {Measure.AREA_6, Measure.AREA_5}
    assert story.highest == (Measure.AREA_3,)
    assert story.averages[Measure.AREA_6] == 59


def test_hemne_has_forty_points_between_its_areas(told: dict[StoryKind, Story]) -> None:
    """77.4 in area 3 and 37.4 in area 2, with 38.9 in area 1 about the same. All eight areas are
    known of Grästorp, Hareid, Hemne, Karlskrona, Kramfors, Örebro and Vallentuna."""
    story = told[StoryKind.CONTRAST]
    assert isinstance(story, Contrast)
    assert (story.evaluation.id, story.span, story.of) == ("hemne-2018", Decimal("40.0"), 7)
    assert set(story.lowest) == {Measure.AREA_1, Measure.AREA_2}
    assert story.highest == (Measure.AREA_3,)


def test_ovre_eiker_has_two_of_four_gold_stars(told: dict[StoryKind, Story]) -> None:
    story = told[StoryKind.GOLD_STARS]
    assert isinstance(story, MostGoldStars)
    assert story.evaluation.municipality == "ovre-eiker"
    assert (story.stars, story.all, len(story.counts)) == (2, 4, 3)


def test_grastorp_is_ahead_of_four_larger_ones(told: dict[StoryKind, Story]) -> None:
    """506 beside 668 650 644 603 549 519, 509, and 496 450 448 402: the last four lie ten or more
    below, and 509 is about the same."""
    story = told[StoryKind.SMALL_AMONG_LARGE]
    assert isinstance(story, SmallAmongLarge)
    assert story.evaluation.id == "grastorp-2014"
    assert [int(e.figures[Measure.TOTAL]) for e in story.larger] == [
        668, 650, 644, 603, 549, 519, 509, 496, 450, 448, 402,
    ]  # fmt: skip
    counts = [story.count(s) for s in (Standing.ABOVE, Standing.ABOUT_THE_SAME, Standing.BELOW)]
    assert counts == [4, 1, 6]


def test_the_made_up_data_tell_stories_too(demo_reading: Reading) -> None:
    found = told_stories(demo_reading)
    assert len(found) >= 5
    assert {StoryKind.CLIMB, StoryKind.HIGHEST, StoryKind.ABOVE_AVERAGE} <= {s.kind for s in found}


def test_statements(real: Reading, demo_reading: Reading) -> None:
    found = []
    for reading in (real, demo_reading):
        with forgetting(), count_queries(reading.session.get_bind()) as count:
            told_stories(reading)
        found.append(int(count))
    assert found[0] == found[1] <= 14
