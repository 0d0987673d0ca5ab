"""Counties in addresses: one name each, and other names that lead there."""

import csv

import pytest

from app.domain.county import County, county_called, county_path, county_slug
from app.domain.municipality import Country
from tests.databases import SEED


def county(name: str, country: Country = Country.NORWAY) -> County:
    return County(country, name, (), ())


COUNTIES = (
    county("Møre og Romsdal"),
    county("Nordland"),
    county("Trøndelag"),
    county("Hallands län", Country.SWEDEN),
    county("Skåne län", Country.SWEDEN),
    county("Västra Götalands län", Country.SWEDEN),
)


def test_a_county_is_found_by_its_name() -> None:
    assert county_slug("Møre og Romsdal") == "more-og-romsdal"
    assert county_path("Västra Götalands län") == "/fylker/vastra-gotalands-lan"
    for one in COUNTIES:
        assert county_called(one.slug, COUNTIES) is one


@pytest.mark.parametrize(
    "written,slug",
    [
        ("skane", "skane-lan"),
        ("halland", "hallands-lan"),
        ("hallands", "hallands-lan"),
        ("vastra-gotaland", "vastra-gotalands-lan"),
        ("Trøndelag", "trondelag"),
        ("trööndelage", "trondelag"),
        ("nordlannda", "nordland"),
    ],
)
def test_other_names_mean_the_same(written: str, slug: str) -> None:
    found = county_called(written, COUNTIES)
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize("written", ["", "lan", "more", "oslo", "nordlands", "../kommuner"])
def test_what_names_no_county_is_none(written: str) -> None:
    assert county_called(written, COUNTIES) is None


def test_no_two_counties_of_the_register_have_the_same_address() -> None:
    with (SEED / "register/municipalities.csv").open(encoding="utf-8", newline="") as opened:
        names = {(row["country"], row["county"]) for row in csv.DictReader(opened)}
    assert len({county_slug(name) for _, name in names}) == len(names) > 40
