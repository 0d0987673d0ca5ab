"""An evaluation among the others: who they are, in which order, and whether a place may be said."""

from dataclasses import replace
from decimal import Decimal

from app.contents.evaluations.among import among, areas_among
from app.domain.municipality import Country
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.stated import PlacingScope, StatedPlacing, Territory
from tests.domain.conftest import instrument, rules
from tests.domain.counts import NOBODY_COUNTED
from tests.domain.examples import evaluation, several, summary

__all__ = ["instrument", "rules"]


def test_everybody_of_its_country_and_family_with_the_latest_total(rules: Rules) -> None:
    """300 to 305 and the own 302.5: the third from below of seven. Under ten points apart, nobody
    is told from another."""
    own = summary("own", "302.5", year=2019)
    earlier = summary("own", 290, year=2015)
    strangers = [
        summary("swedish", 310, country=Country.SWEDEN),
        summary("newer", 320, family="2020"),
        summary("unknown"),
        summary("own", 330, year=2021, family="2020"),
    ]
    older = summary("m00", 700, year=2012)
    found = among(own.id, [own, earlier, older, *several(6), *strangers], rules)
    assert found is not None
    assert [one.id for one in found.all] == [
        *(f"m{at:02}-2018" for at in (5, 4, 3)),
        own.id,
        *(f"m{at:02}-2018" for at in (2, 1, 0)),
        earlier.id,
    ]
    assert found.earlier == (earlier,)
    assert found.rank is not None
    assert (found.rank.place, found.rank.of) == (4, 7)
    assert (found.rank.place_from, found.rank.place_to) == (1, 7)
    assert earlier not in found.sized
    assert len(found.sized) == 7


def test_no_place_is_said_where_the_results_stand_for_nobody_else(rules: Rules) -> None:
    own = summary("own", 302)
    nobody = Rules(rules.instrument, rules.small, NOBODY_COUNTED)
    found = among(own.id, [own, *several(8)], nobody)
    assert found is not None
    assert found.rank is None
    assert len(found.all) == 9


def test_without_a_total_or_with_too_few_there_is_nothing_to_look_at(rules: Rules) -> None:
    unknown = summary("unknown")
    assert among(unknown.id, [unknown, *several(8)], rules) is None
    own = summary("own", 300)
    assert among(own.id, [own, *several(1)], rules) is None
    assert among("nowhere-2018", several(8), rules) is None


OTHERS = (10, 20, 30, 60, 70, 80, 90, 100)
FIRST = Measure.of_area(1)


def test_the_others_lie_around_each_area_that_is_known(rules: Rules) -> None:
    """45 is the sixth of nine. Of the eight others the quarters end at 20 + 3/4 of 10 and at
    80 + 1/4 of 10 (type 7)."""
    table = [
        summary("hemne", areas={1: 45}),
        *(summary(f"m{at}", areas={1: points, 2: 50}) for at, points in enumerate(OTHERS)),
        summary("newer", areas={1: 99}, family="2020"),
        summary("swedish", areas={1: 99}, country=Country.SWEDEN),
    ]
    found = areas_among(evaluation({1: 45}), table, rules)
    assert found is not None
    assert sorted(found.spread.members[FIRST]) == list(OTHERS)
    assert Measure.of_area(2) not in found.spread.members
    assert (found.ranks[FIRST].place, found.ranks[FIRST].of) == (6, 9)
    assert found.spread.middle is not None
    assert found.spread.middle.limits[FIRST] == (Decimal("27.5"), Decimal("82.5"))


def test_of_areas_no_place_is_said_that_the_source_contradicts_or_that_stands_for_nobody(
    rules: Rules,
) -> None:
    table = [
        summary("hemne", areas={1: 45}),
        *(summary(f"m{at}", areas={1: points}) for at, points in enumerate(OTHERS)),
    ]
    first = StatedPlacing(PlacingScope(Territory.COUNTRY), FIRST, rank=1)
    stated = areas_among(replace(evaluation({1: 45}), stated_placings=(first,)), table, rules)
    assert stated is not None
    assert not stated.ranks
    nobody = Rules(rules.instrument, rules.small, NOBODY_COUNTED)
    few = areas_among(evaluation({1: 45}), table, nobody)
    assert few is not None
    assert (few.ranks, few.spread.middle) == ({}, None)
    assert len(few.spread.members[FIRST]) == len(OTHERS)
