"""Which marks municipalities have on maps, and what is said of them."""

from decimal import Decimal
from functools import partial

import pytest

from app.charts.map.bands import band_of, band_words
from app.charts.map.drawing import MapMark
from app.charts.map.members import EVALUATED, NOT_EVALUATED, member_points
from app.web.words.languages import translate
from tests.domain.examples import said
from tests.domain.test_municipality import municipality

english = partial(translate, language="en")


@pytest.mark.parametrize(
    "total, mark",
    [
        ("299.9", MapMark.BAND_1),
        ("300", MapMark.BAND_2),
        ("499.9", MapMark.BAND_3),
        ("599", MapMark.BAND_4),
        ("600", MapMark.BAND_5),
        (None, MapMark.UNKNOWN),
    ],
)
def test_a_total_on_a_limit_belongs_to_the_band_above(total: str | None, mark: MapMark) -> None:
    assert band_of(Decimal(total) if total else None) is mark


def test_bands_are_told_highest_first_and_what_is_not_known_last() -> None:
    told = [said(words) for words in band_words().values()]
    assert told == [
        "600 points or more",
        "from 500 to under 600 points",
        "from 400 to under 500 points",
        "from 300 to under 400 points",
        "under 300 points",
        "evaluated, but the total is not known",
    ]


def test_members_whose_place_is_known_are_points_and_those_evaluated_bear_names() -> None:
    members = [
        municipality("Røros", slug="roros", latitude=62.6, longitude=11.4),
        municipality("Holtålen", slug="holtalen", latitude=62.9, longitude=11.2),
        municipality("Nowhere", slug="nowhere"),
    ]
    evaluated, other = member_points(
        members, {"roros": 2021, "nowhere": 2020}, english, lambda path: f"/en{path}", "holtalen"
    )
    assert (evaluated.name, evaluated.point.mark) == ("Røros", EVALUATED)
    assert evaluated.point.said == "Røros: evaluated in 2021"
    assert evaluated.point.url == "/en/kommuner/roros"
    assert not evaluated.point.own
    assert (other.name, other.point.mark) == (None, NOT_EVALUATED)
    assert other.point.said == "Holtålen: no evaluation that we know of"
    assert other.point.own
