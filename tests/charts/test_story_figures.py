"""What the card of each kind of story shows: the values of the results that it is about."""

from functools import partial

from app.charts.columns.figure import ColumnsFigure
from app.charts.small import SmallFigure
from app.charts.spark.figure import SparkFigure
from app.charts.stories import MOST_NAMED, MOST_ROWS, story_figure
from app.charts.strip.figure import StripFigure
from app.charts.tally.figure import TallyFigure
from app.domain.score import AREA_MEASURES
from app.domain.stories.above_average import above_average
from app.domain.stories.areas import lowest_areas
from app.domain.stories.climb import climb
from app.domain.stories.gold_stars import most_gold_stars
from app.domain.stories.highest import highest
from app.domain.stories.small_among_large import small_among_large
from app.domain.stories.story import Story
from app.web.words.languages import translate
from tests.domain.examples import reference, summary
from tests.domain.test_stories import SWEDEN, material, new
from tests.known import known
from tests.wording.examples import instrument


def figure(story: Story | None) -> SmallFigure:
    return story_figure(known(story), instrument(), partial(translate, language="en"))


def test_a_climb_is_a_line_of_its_totals() -> None:
    steps = [summary("ulstein", total, year=year) for year, total in ((2013, 361), (2019, 534))]
    found = figure(climb(material(*steps)))
    assert isinstance(found, SparkFigure)
    assert found.description == "Ulstein 2013: 361. Ulstein 2019: 534."
    drawn = found.drawing("x").__html__()
    assert all(words in drawn for words in ("361", "534", "2013", "2019"))


def test_the_highest_is_marked_among_the_others_between_whole_hundreds() -> None:
    swedes = [new("hoganas", 679), *(new(f"m{at:02}", 505 + at) for at in range(MOST_NAMED))]
    found = figure(highest(material(*swedes)))
    assert isinstance(found, StripFigure)
    drawn = found.drawing("x").__html__()
    assert all(f">{words}<" in drawn for words in ("679", "500", "700"))
    assert found.description.startswith("Hoganas 2021: 679. ")
    assert found.description.endswith(" …"), "no more than a few are told one by one"


def test_a_small_one_is_marked_among_the_large() -> None:
    large = [summary(f"m{at}", 400 + at, inhabitants=50_000, size_group="large") for at in range(6)]
    found = figure(small_among_large(material(summary("small", 500), *large)))
    assert isinstance(found, StripFigure)
    assert found.description.startswith("Small 2018: 500. ")


def test_columns_are_the_areas_with_the_average_where_there_is_one() -> None:
    areas = dict.fromkeys(range(1, 9), 80)
    published = reference(
        country=SWEDEN, family="2020", as_of=2021, figures=dict.fromkeys(AREA_MEASURES, 60)
    )
    above = figure(above_average(material(new("a", 640, areas=areas), references=[published])))
    assert isinstance(above, ColumnsFigure)
    assert above.description.count(": 80, average 60.") == len(AREA_MEASURES)
    uneven = reference(figures={m: 60 if at else 30 for at, m in enumerate(AREA_MEASURES)})
    lowest = figure(lowest_areas(material(references=[uneven])))
    assert isinstance(lowest, ColumnsFigure)
    assert ": 30." in lowest.description
    assert "average" not in lowest.description


def test_gold_stars_are_counted_for_the_first_few() -> None:
    holders = [summary(f"m{at}", 400) for at in range(MOST_ROWS + 2)]
    stars = {one.municipality: 9 - at for at, one in enumerate(holders)}
    found = figure(most_gold_stars(material(*holders, stars=stars)))
    assert isinstance(found, TallyFigure)
    assert found.description == "M0: 9. M1: 8. M2: 7. M3: 6."
