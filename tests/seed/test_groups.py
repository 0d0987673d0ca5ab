"""Groups of municipalities and what else tells who is alike, against what their sources say."""

import csv
from collections import Counter
from datetime import date
from operator import itemgetter

import pytest

from app.domain.groups import GroupBasis, groups_for
from app.domain.municipality import Country, LanguageForm, Municipality
from tests.databases import SEED
from tests.publishing.changing import evaluation_of, real_state

KOSTRA = (40, 18, 9, 39, 33, 28, 38, 13, 27, 13, 10, 11, 1, 25, 36, 8, 8)
"""Municipalities in the groups 1 to 17 as SSB's page has them for 2024; 39 in the first in 2020."""
CENTRALITY = (5, 21, 54, 65, 104, 108)
SKR = {
    2017: {"A1": 3, "A2": 43, "B3": 21, "B4": 52, "B5": 35, "C6": 29, "C7": 52, "C8": 40, "C9": 15},
    2023: {"A1": 3, "A2": 43, "B3": 23, "B4": 63, "B5": 24, "C6": 27, "C7": 51, "C8": 35, "C9": 21},
}
LIMITS = {"01": 925, "02": 870, "03": 775, "04": 670, "05": 565, "06": 0}
"""The lowest index of each class of centrality."""


def municipalities() -> list[Municipality]:
    return list(real_state().register.municipalities.values())


def in_force(scheme: str, day: date) -> dict[str, str]:
    """The group of everybody on a day."""
    return {
        held.slug: one.code
        for held in municipalities()
        for one in held.groups
        if one.scheme == scheme and one.holds_at(day)
    }


@pytest.mark.parametrize("day,first", [(date(2020, 1, 1), 39), (date(2024, 1, 1), 40)])
def test_kostra_groups_are_as_large_as_their_publisher_says(day: date, first: int) -> None:
    counted = Counter(in_force("kostra-2020", day).values())
    assert [counted[f"EKG{number:02}"] for number in range(1, 18)] == [first, *KOSTRA[1:]]


def test_kostra_groups_that_the_source_names() -> None:
    before, after = (in_force("kostra-2020", date(year, 6, 1)) for year in (2021, 2024))
    assert before["oslo"] == after["oslo"] == "EKG13"
    assert before["alesund-2020-2023"] == after["alesund"] == "EKG11"
    assert "haram" not in before
    assert after["haram"] == "EKG01"


def test_kostra_groups_before_2024_are_derived() -> None:
    for held in municipalities():
        for one in held.groups:
            expected = one.scheme == "kostra-2020" and one.valid_from < date(2024, 1, 1)
            assert one.derived is expected, (held.slug, one)


def test_classes_of_centrality_follow_from_the_index() -> None:
    found = [m for held in municipalities() for m in held.groups if m.scheme == "centrality-2024"]
    counted = Counter(one.code for one in found)
    assert [counted[f"{number:02}"] for number in range(1, 7)] == [*CENTRALITY]
    for one in found:
        assert one.index is not None
        assert one.code == next(code for code, least in LIMITS.items() if one.index >= least)


@pytest.mark.parametrize("year", SKR)
def test_swedish_groups_are_as_large_as_their_publisher_says(year: int) -> None:
    assert Counter(in_force("skr", date(year, 1, 1)).values()) == SKR[year]


def test_thirty_three_swedish_municipalities_changed_group() -> None:
    before, after = (in_force("skr", date(year, 7, 1)) for year in (2022, 2023))
    assert sum(before[slug] != after[slug] for slug in before) == 33


def test_the_grouping_in_force_at_the_evaluation_counts() -> None:
    """Enköping went from B5 to B4 in 2023."""
    enkoping = real_state().register.municipalities["enkoping"]
    counted = {year: groups_for(year, enkoping.groups)[0] for year in (2016, 2017, 2022, 2023)}
    assert {year: one.code for year, one in counted.items()} == {
        2016: "B5",
        2017: "B5",
        2022: "B5",
        2023: "B4",
    }
    assert [year for year, one in counted.items() if one.basis is GroupBasis.LATER] == [2016]
    assert {one.code for one in evaluation_of(real_state(), "enkoping-2018").groups} == {"B5"}


def test_every_evaluation_counts_in_the_groups_of_its_municipality() -> None:
    """Independent of the rule: by the rows of the file, and none where there is no row."""
    with (SEED / "register/group_memberships.csv").open(encoding="utf-8", newline="") as opened:
        rows = sorted(csv.DictReader(opened), key=itemgetter("valid_from"), reverse=True)
    for found in real_state().evaluations:
        day, expected = f"{found.year}-12-31", {}
        for row in rows:  # the newest first, so that the earliest that has not ended stays
            if row["slug"] == found.municipality and (row["valid_to"] or day) >= day:
                basis = "derived" if row["derived"] == "yes" else "in-force"
                later = row["valid_from"] > day
                expected[row["scheme"]] = (row["code"], "later" if later else basis)
        counted = {one.scheme: (one.code, one.basis.value) for one in found.groups}
        assert counted == expected, found.id


def test_groups_are_of_the_country_of_their_scheme() -> None:
    schemes = {scheme.id: scheme for scheme in real_state().instrument.official_schemes}
    assert [*schemes] == ["kostra-2020", "centrality-2024", "skr"]
    for held in municipalities():
        assert {one.scheme for one in held.groups} <= {
            id for id, scheme in schemes.items() if scheme.country is held.country
        }


def test_everybody_of_today_is_in_a_group_of_every_scheme_of_the_country() -> None:
    for held in municipalities():
        if held.is_current:
            assert len(held.present_groups) == (2 if held.country is Country.NORWAY else 1)


def test_official_peers() -> None:
    """Seven others of both kinds for each of the 290, never oneself."""
    register = real_state().register.municipalities
    for held in register.values():
        if held.country is Country.NORWAY:
            assert held.peers == ()
            continue
        assert [(one.kind, one.year) for one in held.peers] == [
            ("overall", 2025),
            ("socioeconomic", 2024),
        ]
        for one in held.peers:
            assert len(set(one.peers)) == 7
            assert held.slug not in one.peers
            assert {register[peer].country for peer in one.peers} == {Country.SWEDEN}


def test_areas_add_up_to_the_country() -> None:
    swedish = [m.area.land for m in municipalities() if m.area and m.area.land is not None]
    norwegian = [m.area.total for m in municipalities() if m.area and m.country is Country.NORWAY]
    assert len(swedish) == 290
    assert sum(swedish) == pytest.approx(407_310.56)
    assert len(norwegian) == 357
    assert sum(total or 0 for total in norwegian) == pytest.approx(323_804.56)


def test_tax_bases_are_of_sweden_and_in_order() -> None:
    last = [m.tax_bases[-1] for m in municipalities() if m.tax_bases]
    assert len(last) == 290
    assert {one.year for one in last} == {2022}
    amounts = {m.slug: m.tax_bases[-1].per_inhabitant for m in municipalities() if m.tax_bases}
    assert min(amounts, key=amounts.__getitem__) == "eda"
    assert max(amounts, key=amounts.__getitem__) == "danderyd"
    assert (amounts["eda"], amounts["danderyd"]) == (173_218, 441_144)


def test_language_forms() -> None:
    forms = Counter(m.language_form for m in municipalities() if m.is_current)
    assert forms == {
        LanguageForm.BOKMAL: 119,
        LanguageForm.NYNORSK: 88,
        LanguageForm.NEUTRAL: 150,
        None: 290,
    }


def test_names_in_several_languages() -> None:
    several = {m.slug: m for m in municipalities() if m.names}
    assert len(several) == 29
    assert [(n.name, n.language) for n in several["kafjord"].names] == [
        ("Gáivuotna", "se"),
        ("Kåfjord", "no"),
        ("Kaivuono", "fkv"),
    ]
    assert {n.language for n in several["oslo"].names} == {None}
    for held in several.values():
        assert {n.name for n in held.names} == {held.name, *held.other_names}, held.slug


def test_codes_of_heby_and_knivsta() -> None:
    register = real_state().register.municipalities
    assert [(c.code, c.valid_from, c.valid_to) for c in register["heby"].codes] == [
        ("1917", None, date(2006, 12, 31)),
        ("0331", date(2007, 1, 1), None),
    ]
    assert [(c.code, c.valid_from) for c in register["knivsta"].codes] == [
        ("0330", date(2003, 1, 1))
    ]
