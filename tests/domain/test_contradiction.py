"""Where a source's place and ours are of the same thing, and whether they can both be told."""

import pytest

from app.domain.contradiction import comparable, contradiction, contradicts, stated_places
from app.domain.municipality import Country
from app.domain.peers import SetScope
from app.domain.score import Measure
from app.domain.stated import (
    PeriodKind,
    PlacingBand,
    PlacingPeriod,
    PlacingScope,
    SizeLimit,
    StatedPlacing,
    Territory,
)
from app.domain.statistics import Rank
from tests.publishing.changing import evaluation_of, real_state

NORWAY = SetScope(frozenset({Country.NORWAY}), "2")
SWEDEN = SetScope(frozenset({Country.SWEDEN}), "2")
BOTH = SetScope(frozenset(Country), "2")
COUNTRY = PlacingScope(Territory.COUNTRY)
TOTAL = Measure.TOTAL


def exactly(place: int, of: int) -> Rank:
    return Rank(place, of, shared=False, place_from=place, place_to=place)


@pytest.mark.parametrize(
    "evaluation,computed,scope,differs",
    [
        # Places that were shown beside the sources' own (findings on honesty, B2).
        ("ulstein-2019", exactly(1, 6), NORWAY, True),  # third of 58
        ("ovre-eiker-2015", exactly(5, 6), NORWAY, True),  # 15th
        ("lidkoping-2014", exactly(5, 12), SWEDEN, True),  # tenth
        ("roros-2017", exactly(4, 6), NORWAY, True),  # best quarter
        ("hemne-2018", exactly(14, 18), NORWAY, True),  # best quarter
        ("hareid-2017", exactly(6, 6), NORWAY, False),  # near the bottom
        ("helsingborg-2017", exactly(1, 12), SWEDEN, False),  # highest ever
        ("nesodden-2014", exactly(6, 50), NORWAY, False),  # sixth of 46
        ("grastorp-2014", exactly(9, 12), SWEDEN, False),  # of those under 15,000
        ("kristiansund-2016", exactly(3, 60), NORWAY, False),  # third; best of one year
        ("ulstein-2019", exactly(1, 6), BOTH, False),
    ],
)
def test_what_the_sources_state_and_what_was_computed(
    evaluation: str, computed: Rank, scope: SetScope, differs: bool
) -> None:
    placings = evaluation_of(real_state(), evaluation).stated_placings
    found = contradiction(placings, TOTAL, computed, scope)
    assert (found is not None) == differs
    assert found is None or found in placings


def test_those_about_the_same_share_their_places() -> None:
    third = StatedPlacing(COUNTRY, TOTAL, rank=3)
    for first, last, differs in ((1, 2, True), (2, 3, False), (3, 5, False), (4, 5, True)):
        rank = Rank(first, 40, shared=False, place_from=first, place_to=last)
        assert contradicts(third, TOTAL, rank, NORWAY) == differs
    assert not contradicts(third, Measure.AREA_1, exactly(9, 40), NORWAY)


@pytest.mark.parametrize(
    "stated,computed,alike",
    [
        (COUNTRY, SWEDEN, True),
        (COUNTRY, BOTH, False),
        (PlacingScope(Territory.SCANDINAVIA), BOTH, True),
        (PlacingScope(Territory.SCANDINAVIA), SWEDEN, False),
        (PlacingScope(Territory.COUNTRY, PlacingPeriod(PeriodKind.ALL_TIME)), SWEDEN, True),
        (PlacingScope(Territory.COUNTRY, PlacingPeriod(PeriodKind.YEAR, 2016)), SWEDEN, False),
        (
            PlacingScope(Territory.COUNTRY, PlacingPeriod(PeriodKind.YEAR, 2016)),
            SetScope(frozenset({Country.SWEDEN}), "2", year_from=2016, year_to=2016),
            True,
        ),
        (COUNTRY, SetScope(frozenset({Country.SWEDEN}), "2", "small"), False),
        (
            PlacingScope(Territory.COUNTRY, size=SizeLimit("small")),
            SetScope(frozenset({Country.SWEDEN}), "2", "small"),
            True,
        ),
        (
            PlacingScope(Territory.COUNTRY, size=SizeLimit("medium")),
            SetScope(frozenset({Country.SWEDEN}), "2", "small"),
            False,
        ),
        (
            PlacingScope(Territory.COUNTRY, size=SizeLimit(own=True)),
            SetScope(frozenset({Country.SWEDEN}), "2", "small"),
            True,
        ),
        (PlacingScope(Territory.COUNTRY, size=SizeLimit(own=True)), SWEDEN, False),
        (PlacingScope(Territory.COUNTRY, size=SizeLimit(below=15_000)), SWEDEN, False),
    ],
)
def test_only_like_is_compared_with_like(
    stated: PlacingScope, computed: SetScope, alike: bool
) -> None:
    assert comparable(stated, computed) == alike


@pytest.mark.parametrize(
    "band,of,places",
    [
        (PlacingBand.TOP_TENTH, 55, range(1, 7)),
        (PlacingBand.TOP_TENTH, 6, range(1, 2)),
        (PlacingBand.TOP_QUARTER, 6, range(1, 3)),
        (PlacingBand.TOP_THREE, 40, range(1, 4)),
        (PlacingBand.UPPER_HALF, 7, range(1, 5)),
        (PlacingBand.ABOVE_MIDDLE, 40, range(11, 21)),
        (PlacingBand.MIDDLE, 40, range(11, 31)),
        (PlacingBand.NEAR_BOTTOM, 40, range(31, 41)),
        (PlacingBand.NEAR_BOTTOM, 3, range(3, 4)),
    ],
)
def test_a_band_allows_some_places(band: PlacingBand, of: int, places: range) -> None:
    assert stated_places(StatedPlacing(COUNTRY, TOTAL, band=band), of) == places


def test_how_many_did_better_is_a_place() -> None:
    assert stated_places(StatedPlacing(COUNTRY, TOTAL, better=22), 80) == range(23, 24)
    with pytest.raises(ValueError, match="a place or a band"):
        stated_places(StatedPlacing(COUNTRY, TOTAL), 80)
