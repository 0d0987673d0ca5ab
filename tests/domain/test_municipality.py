"""Identity, inhabitants, size groups, and what a municipality is found by."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.groups import size_group_for
from app.domain.method import Instrument
from app.domain.municipality import (
    Code,
    Country,
    EvaluationPopulation,
    Municipality,
    Population,
    PopulationBasis,
    population_for,
)

SAME, EARLIER, LATER = PopulationBasis


def population(year: int, inhabitants: int = 4000) -> Population:
    return Population(year, inhabitants, "a register")


def municipality(name: str = "Røros", **about: object) -> Municipality:
    fields: dict[str, object] = {
        "slug": "roros",
        "country": Country.NORWAY,
        "name": name,
        "other_names": (),
        "county": "Trøndelag",
        "valid_from": None,
        "valid_to": None,
        "latitude": None,
        "longitude": None,
    }
    return Municipality(**{**fields, **about})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "years,wanted,basis",
    [
        ((2017, 2018, 2019), 2018, SAME),
        ((2019, 2015, 2017), 2017, EARLIER),
        ((2000, 2019), 2000, EARLIER),
        ((2025, 2019, 2021), 2019, LATER),
    ],
)
def test_the_population_is_of_the_year_else_earlier_else_later(
    years: tuple[int, ...], wanted: int, basis: PopulationBasis
) -> None:
    found = population_for(2018, [population(year) for year in years], Country.NORWAY)
    assert found is not None
    assert (found.population.year, found.basis) == (wanted, basis)


def test_no_population_is_no_size_group(instrument: Instrument) -> None:
    assert population_for(2018, [], Country.NORWAY) is None
    assert size_group_for(None, instrument.size_scheme) is None


@given(st.integers(2000, 2030), st.sets(st.integers(2000, 2030), min_size=1))
def test_no_year_fits_better_than_the_one_taken(year: int, years: set[int]) -> None:
    """Ordered by the rule: earlier before later, and then the nearest."""
    found = population_for(year, map(population, years), Country.NORWAY)
    assert found is not None
    best = min(years, key=lambda known: (known > year, abs(known - year)))
    assert found.population.year == best
    assert found.basis is (SAME if best == year else EARLIER if best < year else LATER)


@pytest.mark.parametrize(
    "inhabitants,group",
    [
        (0, "small"),
        (4_999, "small"),
        (5_000, "medium"),
        (9_999, "medium"),
        (10_000, "large"),
        (1_000_000, "large"),
    ],
)
def test_size_groups_have_their_limits(
    instrument: Instrument, inhabitants: int, group: str
) -> None:
    held = EvaluationPopulation(population(2018, inhabitants), SAME)
    assert size_group_for(held, instrument.size_scheme) == group


@given(st.integers(0, 2_000_000))
def test_every_number_is_in_one_size_group(instrument: Instrument, inhabitants: int) -> None:
    assert sum(group.holds(inhabitants) for group in instrument.size_scheme.groups) == 1


def test_fewer_than_nobody_are_in_no_group(instrument: Instrument) -> None:
    with pytest.raises(ValueError, match="-1"):
        instrument.size_scheme.group_of(-1)
    with pytest.raises(KeyError):
        instrument.size_scheme.group("huge")


def test_the_newest_code_is_the_code_and_stays_a_string() -> None:
    codes = (
        Code("0219", None, date(2019, 12, 31), "SSB"),
        Code("3201", date(2024, 1, 1), None, "SSB"),
    )
    assert municipality(codes=codes).code == "3201"
    assert municipality(codes=codes[:1]).code == "0219"
    assert municipality().code is None


def test_a_namesake_is_told_apart() -> None:
    assert municipality().label == "Røros"
    assert municipality("Herøy", qualifier="Nordland").label == "Herøy (Nordland)"
    assert municipality().is_current
    assert not municipality(valid_to=date(2019, 12, 31)).is_current


def test_the_code_of_a_year_is_the_one_that_held_as_it_began() -> None:
    """Hemne's, by SSB's classification 131: 1612 until 2017, then 5011 until it ended with 2019."""
    hemne = municipality(
        codes=(
            Code("1612", None, date(2017, 12, 31), "SSB"),
            Code("5011", date(2018, 1, 1), date(2019, 12, 31), "SSB"),
        )
    )
    found = {year: hemne.code_in(year) for year in (2007, 2017, 2018, 2019, 2020)}
    assert found == {2007: "1612", 2017: "1612", 2018: "5011", 2019: "5011", 2020: None}
    assert municipality(codes=()).code_in(2018) is None


def test_a_code_that_came_during_a_year_is_that_of_the_year_where_none_was_before() -> None:
    new = municipality(codes=(Code("3299", date(2026, 7, 1), None, "SSB"),))
    assert (new.code_in(2025), new.code_in(2026)) == (None, "3299")
