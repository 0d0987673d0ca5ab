"""By what municipalities are called alike, on made-up groups."""

from datetime import date

import pytest

from app.domain.alike import (
    CountingGroup,
    OfficialGroup,
    counting_group,
    first_scheme,
    likeness_schemes,
)
from app.domain.groups import GroupScheme
from app.domain.municipality import Country, GroupMembership

NORWAY, SWEDEN = Country


def grouping(id: str, country: Country | None) -> GroupScheme:
    return GroupScheme(id, country, None, None, (), ())


def group(scheme: str, others: str) -> OfficialGroup:
    return OfficialGroup(scheme, None, "2020", frozenset(others))


def test_official_groups_come_first_in_the_order_of_the_field() -> None:
    groupings = [
        grouping("kostra", NORWAY),
        grouping("centrality", NORWAY),
        grouping("skr", SWEDEN),
        grouping("nordic", None),
    ]
    assert likeness_schemes(NORWAY, groupings) == ("kostra", "centrality", "nordic", "own")
    assert likeness_schemes(SWEDEN, groupings) == (
        "kolada",
        "kolada-socioeconomic",
        "skr",
        "nordic",
        "own",
    )


def test_everybody_in_a_group_is_evaluated_or_not() -> None:
    found = group("skr", "abcd")
    assert found.evaluated("bdx") == set("bd")
    assert found.not_evaluated("bdx") == set("ac")


@pytest.mark.parametrize(
    "with_figures, evaluated, first",
    [
        ("abc", "abc", "kolada"),
        ("c", "abc", "skr"),
        ("", "abc", "kolada"),
        ("", "bc", "skr"),
        ("x", "xyz", "own"),
        ("", "", "own"),
    ],
)
def test_the_first_with_something_to_learn_from_is_shown_first(
    with_figures: str, evaluated: str, first: str
) -> None:
    known = [group("kolada", "a"), group("skr", "bc")]
    assert first_scheme(known, with_figures, evaluated) == first


OLD = GroupMembership("skr", "2017", "B5", date(2017, 1, 1), date(2022, 12, 31))
NEW = GroupMembership("skr", "2023", "B3", date(2023, 1, 1), None)
OTHER = GroupMembership("other", "2023", "1", date(2023, 1, 1), None)
ENDED = GroupMembership("skr", "2020", "1", date(2020, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    "held, year, counts",
    [
        ([OLD, NEW, OTHER], 2022, CountingGroup(OLD, date(2022, 12, 31))),
        ([NEW, OLD], 2023, CountingGroup(NEW, date(2023, 12, 31))),
        ([NEW, OLD], 2014, CountingGroup(OLD, date(2017, 1, 1), is_later=True)),
        ([NEW], 2022, CountingGroup(NEW, date(2023, 1, 1), is_later=True)),
        ([OLD, NEW], None, CountingGroup(NEW, date.max)),
        ([ENDED], None, CountingGroup(ENDED, date(2023, 12, 31))),
        ([ENDED], 2024, None),
        ([OTHER], 2024, None),
        ([], None, None),
    ],
)
def test_the_group_in_force_at_the_evaluation_counts(
    held: list[GroupMembership], year: int | None, counts: CountingGroup | None
) -> None:
    assert counting_group("skr", held, year) == counts
