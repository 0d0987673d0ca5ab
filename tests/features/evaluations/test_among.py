"""An evaluation among the others: who they are, in which order, and whether a place may be said."""

from app.domain.municipality import Country
from app.domain.rules import Rules
from app.features.evaluations.among import among
from tests.domain.conftest import instrument, rules
from tests.domain.counts import NOBODY_COUNTED
from tests.domain.examples import several, summary

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
