"""What a source says of itself: every branch whole, and nothing lost on the way."""

from dataclasses import replace
from itertools import product

import pytest

from app.domain.message import LocalText
from app.domain.municipality import Country
from app.domain.score import Measure
from app.domain.stated import (
    Direction,
    PeriodKind,
    PlacingBand,
    PlacingPeriod,
    PlacingScope,
    ScopeCode,
    SizeLimit,
    StatedComparison,
    StatedDegree,
    StatedPlacing,
    StatedStanding,
    Territory,
)
from app.domain.wording.placings import placing_words
from app.domain.wording.stated import comparison_stated_words, direction_words, stated_words
from tests.domain.examples import evaluation, said

ABOVE, ABOUT, BELOW = StatedStanding
AVERAGE = LocalText({"en": "Norwegian average"})
ALL = range(1, 9)
_scope = PlacingScope.of_code


@pytest.mark.parametrize(
    "areas,clearly,words",
    [
        (
            dict.fromkeys(ALL, ABOVE),
            (3, 4, 5),
            "Above the Norwegian average in all eight areas, clearly so in areas 3, 4 and 5",
        ),
        (dict.fromkeys(ALL, ABOVE), (), "Above the Norwegian average in all eight areas"),
        (dict.fromkeys(ALL, BELOW), (), "Below the Norwegian average in all eight areas"),
        (
            dict.fromkeys(ALL, ABOUT),
            (),
            "About the same as the Norwegian average in all eight areas",
        ),
        ({6: ABOUT}, (), "About the same as the Norwegian average in area 6"),
        ({1: BELOW, 2: BELOW}, (), "Below the Norwegian average in areas 1 and 2"),
        (
            {1: ABOVE, 4: BELOW, 2: ABOUT, 3: ABOVE},
            (),
            (
                "Compared with the Norwegian average: above in areas 1 and 3, about the "
                "same in area 2 and below in area 4"
            ),
        ),
        (
            dict.fromkeys(range(1, 8), ABOVE),
            (),
            "Above the Norwegian average in areas 1, 2, 3, 4, 5, 6 and 7",
        ),
    ],
)
def test_standings_beside_an_average(
    areas: dict[int, StatedStanding], clearly: tuple[int, ...], words: str
) -> None:
    assert said(comparison_stated_words(StatedComparison(AVERAGE, areas, clearly))) == words


@pytest.mark.parametrize("direction,word", [*zip(Direction, ("up", "stable", "down"), strict=True)])
def test_directions_are_the_sources_own(direction: Direction, word: str) -> None:
    assert said(direction_words(direction, 2011)) == f"{word} since 2011, according to the source"


@pytest.mark.parametrize(
    "placing,country,words",
    [
        (
            StatedPlacing(_scope(ScopeCode.COUNTRY), Measure.TOTAL, rank=3, of=58),
            Country.NORWAY,
            "Total: ranked 3 of the 58 evaluated Norwegian municipalities",
        ),
        (
            StatedPlacing(_scope(ScopeCode.COUNTRY_ALL_TIME), Measure.AREA_3, rank=5),
            Country.NORWAY,
            "Area 3: ranked 5 among Norwegian municipalities ever evaluated by then",
        ),
        (
            StatedPlacing(_scope(ScopeCode.SCANDINAVIA), Measure.TOTAL, rank=9),
            Country.SWEDEN,
            "Total: ranked 9 among evaluated Scandinavian municipalities",
        ),
        (
            StatedPlacing(
                _scope(ScopeCode.COUNTRY_SINCE_2010),
                Measure.TOTAL,
                band=PlacingBand.TOP_TENTH,
                of=55,
            ),
            Country.NORWAY,
            "Total: in the top tenth of the 55 Norwegian municipalities evaluated since 2010",
        ),
        (
            StatedPlacing(_scope(ScopeCode.COUNTRY), Measure.TOTAL, band=PlacingBand.TOP_TENTH),
            Country.SWEDEN,
            "Total: in the top tenth of evaluated Swedish municipalities",
        ),
        (
            StatedPlacing(
                _scope(ScopeCode.COUNTRY_SIZE_GROUP),
                Measure.TOTAL,
                band=PlacingBand.TOP_QUARTER,
            ),
            Country.SWEDEN,
            "Total: in the top quarter of evaluated Swedish municipalities of its size",
        ),
        (
            StatedPlacing(
                _scope(ScopeCode.COUNTRY),
                Measure.TOTAL,
                band=PlacingBand.TOP_QUARTER,
                of=58,
            ),
            Country.NORWAY,
            "Total: in the top quarter of the 58 evaluated Norwegian municipalities",
        ),
    ],
)
def test_placings_in_words(placing: StatedPlacing, country: Country, words: str) -> None:
    assert said(placing_words(placing, country)) == words


PERIODS = {
    None: "",
    PlacingPeriod(PeriodKind.ALL_TIME): "ever evaluated by then",
    PlacingPeriod(PeriodKind.SINCE, year=2012): "evaluated since 2012",
    PlacingPeriod(PeriodKind.SINCE): "evaluated since a year that cannot be read in the source",
    PlacingPeriod(PeriodKind.LAST_YEARS, years=5): "evaluated in the 5 years up to then",
    PlacingPeriod(PeriodKind.VERSION, version="2020"): "evaluated with version 2020",
    PlacingPeriod(PeriodKind.YEAR, year=2016): "evaluated in 2016",
}
SIZES = {
    None: "",
    SizeLimit(own=True): "municipalities of its size",
    SizeLimit("medium"): "municipalities with 5,000–9,999 inhabitants",
    SizeLimit(below=15_000): "municipalities with under 15,000 inhabitants",
}
PLACES = {
    (7, None, None): "ranked 7",
    (None, 0, None): "none had done better",
    (None, 22, None): "22 had done better",
    (None, None, PlacingBand.TOP_TENTH): "in the top tenth",
    (None, None, PlacingBand.TOP_QUARTER): "in the top quarter",
    (None, None, PlacingBand.TOP_THREE): "one of the three best",
    (None, None, PlacingBand.UPPER_HALF): "in the upper half",
    (None, None, PlacingBand.ABOVE_MIDDLE): "slightly above the middle",
    (None, None, PlacingBand.MIDDLE): "about the middle",
    (None, None, PlacingBand.NEAR_BOTTOM): "near the bottom",
}


def test_whatever_a_placing_states_is_in_its_words_and_nothing_else() -> None:
    """Every combination says its own period, size, place and number, and none of the others'."""
    seen = set()
    for period, size, (rank, better, band), of, territory in product(
        PERIODS, SIZES, PLACES, (None, 46), Territory
    ):
        scope = PlacingScope(territory, period, size)
        placing = StatedPlacing(scope, Measure.AREA_2, rank, band, of, better)
        words = said(placing_words(placing, Country.SWEDEN))
        assert words.startswith("Area 2: ")
        assert ("Scandinavian" in words) == (territory is Territory.SCANDINAVIA)
        assert ("Swedish" in words) == (territory is Territory.COUNTRY)
        assert {when for when, phrase in PERIODS.items() if phrase and phrase in words} == (
            {period} - {None}
        )
        assert {limit for limit, phrase in SIZES.items() if phrase and phrase in words} == (
            {size} - {None}
        )
        assert [p for p, phrase in PLACES.items() if f": {phrase} " in words] == [
            (rank, better, band)
        ]
        assert ("46" in words) == (of is not None)
        seen.add(words)
    assert len(seen) == len(PERIODS) * len(SIZES) * len(PLACES) * 2 * len(Territory)


def test_whose_words_they_are_is_said() -> None:
    opinion = LocalText({"en": "an opinion piece"})
    scope = PlacingScope(Territory.COUNTRY)
    placing = StatedPlacing(scope, Measure.TOTAL, better=22, teller=opinion)
    assert said(placing_words(placing, Country.SWEDEN)) == (
        "Total: 22 had done better among evaluated Swedish municipalities, "
        "according to an opinion piece"
    )
    comparison = StatedComparison(AVERAGE, {}, total=ABOVE, teller=opinion)
    assert said(comparison_stated_words(comparison)) == (
        "The total is above the Norwegian average, according to an opinion piece"
    )


@pytest.mark.parametrize(
    "total,degree,words",
    [
        (ABOVE, StatedDegree.CLEARLY, "The total is clearly above the Norwegian average"),
        (ABOVE, StatedDegree.SLIGHTLY, "The total is slightly above the Norwegian average"),
        (ABOVE, None, "The total is above the Norwegian average"),
        (ABOUT, None, "The total is about the same as the Norwegian average"),
        (BELOW, StatedDegree.CLEARLY, "The total is clearly below the Norwegian average"),
        (BELOW, StatedDegree.SLIGHTLY, "The total is slightly below the Norwegian average"),
        (BELOW, None, "The total is below the Norwegian average"),
    ],
)
def test_a_comparison_can_be_of_the_total(
    total: StatedStanding, degree: StatedDegree | None, words: str
) -> None:
    alone = StatedComparison(AVERAGE, {}, total=total, degree=degree)
    assert said(comparison_stated_words(alone)) == words
    both = replace(alone, areas=dict.fromkeys(ALL, ABOVE))
    assert said(comparison_stated_words(both)) == (
        f"{words}. Above the Norwegian average in all eight areas"
    )


def test_all_that_a_source_states_is_said_comparisons_first() -> None:
    found = replace(
        evaluation(),
        stated_placings=(StatedPlacing(_scope(ScopeCode.COUNTRY), Measure.TOTAL, rank=1),),
        stated_comparisons=(StatedComparison(AVERAGE, dict.fromkeys(ALL, ABOVE)),),
    )
    assert [said(message) for message in stated_words(found)] == [
        "Above the Norwegian average in all eight areas",
        "Total: ranked 1 among evaluated Norwegian municipalities",
    ]
    assert stated_words(evaluation()) == ()
