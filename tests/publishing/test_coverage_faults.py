"""Faults in the counts of those evaluated, each where it stands; and what becomes of sound ones."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.database import session_factory
from app.domain.municipality import Country
from app.publishing.demo import made_up_state
from app.publishing.seed import seed
from app.publishing.state import State
from app.queries.coverage import known_evaluated
from app.queries.reading import Reading, open_reading
from tests.known import known
from tests.publishing.changing import edit, real_state
from tests.publishing.spoiling import Spoiled, faults_of, spoiled

COVERAGE = "coverage.json"


def count(old: str, new: str, problem: str) -> Spoiled:
    return spoiled(COVERAGE, old, new, problem)


SPOILED = {
    "an unknown family": count('"family": "1"', '"family": "3"', "there is no family 3"),
    "years in the wrong order": count('"since": 2014', '"since": 2015', "2015 is after 2014"),
    "an id twice": count('"id": "se-2021"', '"id":  "se-2010"', "se-2010 is there twice"),
    "nobody": count('"n": 13', '"n": 0', "8.n: 0 is less than 1."),
}


@pytest.mark.parametrize("name", SPOILED)
def test_a_fault_is_named_by_its_line(name: str, seed_copy: Path) -> None:
    wanted = SPOILED[name].spoil(seed_copy)
    assert faults_of(seed_copy) == wanted


def test_an_unknown_country_and_an_unknown_unit_are_faults(seed_copy: Path) -> None:
    path = seed_copy / COVERAGE
    edit(path, '"id": "no-2-2012",\n  "country": "NO"', '"id": "no-2-2012",\n  "country": "DK"')
    (fault,) = faults_of(seed_copy)
    assert fault.startswith("seed/coverage.json:4: 0.country: ")


def test_they_are_part_of_the_state_and_of_the_release(real: Reading) -> None:
    counts = real_state().counts
    assert len(counts) == 14
    assert known_evaluated(real) == counts


def test_one_that_changes_is_a_release_and_what_was_said_before_stays(
    seeded: Engine, seed_copy: Path
) -> None:
    edit(seed_copy / COVERAGE, '"n": 58', '"n": 60')
    assert known(seed(seeded, seed_copy).release).number == 2
    with session_factory(seeded)() as session:
        newest = open_reading(session)
        assert {c.n for c in known_evaluated(newest) if c.id == "no-2-2019"} == {60}
        before = open_reading(session, 1)
        assert {c.n for c in known_evaluated(before) if c.id == "no-2-2019"} == {58}


@pytest.fixture(scope="module")
def made_up() -> State:
    return made_up_state(real_state().instrument, set())


def test_of_the_made_up_data_everybody_is_counted(made_up: State) -> None:
    """Up to each year, and in each span of years that begins and ends with an evaluation."""
    for country in Country:
        for family in made_up.instrument.families:
            years: dict[int, set[str]] = {}
            for e in made_up.evaluations:
                if e.country is country and made_up.instrument.family_of(e.version) == family:
                    years.setdefault(e.year, set()).add(e.municipality)
            counted = {
                (c.since, c.as_of): c.n
                for c in made_up.counts
                if (c.country, c.family) == (country, family)
            }
            wanted = {
                (first, last): len(set[str]().union(*(years[y] for y in years if lo <= y <= last)))
                for last in years
                for first, lo in [(None, 0), *((y, y) for y in years if y <= last)]
            }
            assert counted == wanted
    assert not any(c.at_least or c.approximate for c in made_up.counts)
    assert all(c.source for c in made_up.counts)
