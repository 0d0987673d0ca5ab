"""What a source says of itself: every branch whole, and nothing lost on the way."""

from dataclasses import replace
from itertools import product

import pytest

from app.domain.evaluation import (
    Direction,
    PlacingBand,
    PlacingScope,
    StatedComparison,
    StatedPlacing,
    StatedStanding,
)
from app.domain.message import LocalText
from app.domain.municipality import Country
from app.domain.score import Measure
from app.domain.wording.stated import (
    comparison_stated_words,
    direction_words,
    placing_words,
    stated_words,
)
from tests.domain.examples import evaluation, said

ABOVE, ABOUT, BELOW = StatedStanding
AVERAGE = LocalText({"en": "Norwegian average"})
ALL = range(1, 9)


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
            {1: ABOVE, 4: BELOW, 2: ABOUT, 3: ABOVE},
            (),
            "Beside the Norwegian average: above in areas 1 and 3, about the same in 2, below in 4",
        ),
        (
            dict.fromkeys(range(1, 8), ABOVE),
            (),
            (
                "Beside the Norwegian average: above in areas 1, 2, 3, 4, 5, 6 and 7, "
                "about the same in –, below in –"
            ),
        ),
    ],
)
def test_standings_beside_an_average(
    areas: dict[int, StatedStanding], clearly: tuple[int, ...], words: str
) -> None:
    assert said(comparison_stated_words(StatedComparison(AVERAGE, areas, clearly))) == words


@pytest.mark.parametrize("direction,word", [*zip(Direction, ("up", "stable", "down"), strict=True)])
def test_directions_are_the_sources_own(direction: Direction, word: str) -> None:
    assert said(direction_words(direction, 2011)) == f"{word} since 2011, says the source"


@pytest.mark.parametrize(
    "placing,country,words",
    [
        (
            StatedPlacing(PlacingScope.COUNTRY, Measure.TOTAL, rank=3, of=58),
            Country.NORWAY,
            "Total: place 3 of the 58 evaluated Norwegian municipalities",
        ),
        (
            StatedPlacing(PlacingScope.COUNTRY_ALL_TIME, Measure.AREA_3, rank=5),
            Country.NORWAY,
            "Area 3: place 5 among Norwegian evaluations until then",
        ),
        (
            StatedPlacing(PlacingScope.SCANDINAVIA, Measure.TOTAL, rank=9),
            Country.SWEDEN,
            "Total: place 9 among evaluated Scandinavian municipalities",
        ),
        (
            StatedPlacing(
                PlacingScope.COUNTRY_SINCE_2010, Measure.TOTAL, band=PlacingBand.TOP_TENTH, of=55
            ),
            Country.NORWAY,
            "Total: in the top tenth of the 55 Norwegian municipalities evaluated since 2010",
        ),
        (
            StatedPlacing(PlacingScope.COUNTRY, Measure.TOTAL, band=PlacingBand.TOP_TENTH),
            Country.SWEDEN,
            "Total: in the top tenth of evaluated Swedish municipalities",
        ),
        (
            StatedPlacing(
                PlacingScope.COUNTRY_SIZE_GROUP, Measure.TOTAL, band=PlacingBand.TOP_QUARTER
            ),
            Country.SWEDEN,
            "Total: in the top quarter of evaluated Swedish municipalities of its size",
        ),
        (
            StatedPlacing(PlacingScope.COUNTRY, Measure.TOTAL, band=PlacingBand.TOP_QUARTER, of=58),
            Country.NORWAY,
            "Total: in the top quarter of the 58 evaluated Norwegian municipalities",
        ),
    ],
)
def test_placings_in_words(placing: StatedPlacing, country: Country, words: str) -> None:
    assert said(placing_words(placing, country)) == words


def test_whatever_a_placing_states_is_in_its_words() -> None:
    heads = [(7, None), (None, PlacingBand.TOP_QUARTER), (None, PlacingBand.TOP_TENTH)]
    seen = set()
    for scope, (rank, band), of, country in product(PlacingScope, heads, (None, 46), Country):
        placing = StatedPlacing(scope, Measure.AREA_2, rank=rank, band=band, of=of)
        words = said(placing_words(placing, country))
        assert words.startswith("Area 2: ")
        assert ("place 7" in words) == (rank is not None)
        assert ("quarter" in words) == (band is PlacingBand.TOP_QUARTER)
        assert ("tenth" in words) == (band is PlacingBand.TOP_TENTH)
        assert ("46" in words) == (of is not None)
        if scope is not PlacingScope.SCANDINAVIA:
            assert ("Swedish" if country is Country.SWEDEN else "Norwegian") in words
            seen.add(words)
    assert len(seen) == (len(PlacingScope) - 1) * len(heads) * 2 * len(Country)


def test_all_that_a_source_states_is_said_comparisons_first() -> None:
    found = replace(
        evaluation(),
        stated_placings=(StatedPlacing(PlacingScope.COUNTRY, Measure.TOTAL, rank=1),),
        stated_comparisons=(StatedComparison(AVERAGE, dict.fromkeys(ALL, ABOVE)),),
    )
    assert [said(message) for message in stated_words(found)] == [
        "Above the Norwegian average in all eight areas",
        "Total: place 1 among evaluated Norwegian municipalities",
    ]
    assert stated_words(evaluation()) == ()
