"""The register: who exists, since when, under which number, and what became of whom."""

import csv
import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.domain.municipality import ChangeKind, Country, Lineage, Municipality
from app.domain.naming.spelling import fold
from app.publishing.state import Register
from tests.databases import SEED
from tests.publishing.changing import real_state

BOUNDS = {Country.NORWAY: ((57.9, 71.2), (4.0, 31.2)), Country.SWEDEN: ((55.3, 69.1), (10.9, 24.2))}
"""Latitudes and longitudes of the mainland's outermost points, rounded outwards."""

POPULATIONS = {("NO", 2018): 5_295_619, ("NO", 2020): 5_367_580, ("NO", 2024): 5_550_203}
POPULATIONS |= {("NO", 2025): 5_594_340, ("SE", 2021): 10_452_326, ("SE", 2024): 10_587_710}
POPULATIONS |= {("SE", 2010): 9_415_570, ("SE", 2019): 10_327_589}
"""Official numbers of inhabitants of the whole country."""


@pytest.fixture(scope="module")
def register() -> Register:
    return real_state().register


@pytest.fixture(scope="module")
def municipalities(register: Register) -> list[Municipality]:
    return list(register.municipalities.values())


def test_identities(municipalities: list[Municipality]) -> None:
    assert len(municipalities) == 768
    assert sum(held.is_current for held in municipalities) == 647
    current = Counter(held.country for held in municipalities if held.is_current)
    assert current == {Country.NORWAY: 357, Country.SWEDEN: 290}


def test_slugs_are_unique_and_folded(municipalities: list[Municipality]) -> None:
    slugs = [held.slug for held in municipalities]
    assert len(slugs) == len(set(slugs))
    for held in municipalities:
        assert re.fullmatch("[a-z]+(-[a-z0-9]+)*", held.slug)
        name = fold(held.name).replace(" ", "-")
        assert held.slug == name or held.slug.startswith(f"{name}-"), held.slug


def test_no_two_are_called_the_same(municipalities: list[Municipality]) -> None:
    labels = Counter((held.label, held.country) for held in municipalities)
    assert [label for label, n in labels.items() if n > 1] == []


def test_codes_are_strings_of_four_digits(municipalities: list[Municipality]) -> None:
    codes = [code.code for held in municipalities for code in held.codes]
    assert all(re.fullmatch("[0-9]{4}", code) for code in codes)
    assert "0301" in codes  # Oslo keeps its zero
    assert all(held.codes for held in municipalities)


def test_codes_follow_each_other_without_overlap(municipalities: list[Municipality]) -> None:
    for held in municipalities:
        for code in held.codes:
            assert not (code.valid_from and code.valid_to) or code.valid_from <= code.valid_to
        for earlier, later in pairwise(held.codes):
            assert earlier.valid_to is not None, held.slug
            assert later.valid_from == earlier.valid_to + timedelta(days=1), held.slug
        assert held.codes[-1].valid_to == held.valid_to, held.slug


def test_a_code_has_one_owner_at_a_time(municipalities: list[Municipality]) -> None:
    owners: dict[tuple[str, str], list[tuple[date, date]]] = defaultdict(list)
    for held in municipalities:
        for code in held.codes:
            span = (code.valid_from or date.min, code.valid_to or date.max)
            owners[held.country, code.code].append(span)
    for owned, spans in owners.items():
        for (_, end), (start, _) in pairwise(sorted(spans)):
            assert end < start, owned


def test_codes_of_hemne() -> None:
    hemne = real_state().register.municipalities["hemne"]
    assert [(c.code, c.valid_from, c.valid_to) for c in hemne.codes] == [
        ("1612", None, date(2017, 12, 31)),
        ("5011", date(2018, 1, 1), date(2019, 12, 31)),
    ]


def test_changes_lead_from_and_to_those_who_exist(register: Register) -> None:
    assert len(register.changes) == 126
    for change in register.changes:
        before = register.municipalities[change.before]
        after = register.municipalities[change.after]
        assert before.country is after.country
        if change.kind is ChangeKind.RENAME:
            assert before is after
        else:
            assert before.valid_to == change.day - timedelta(days=1), change
            assert after.valid_from == change.day, change


def test_everybody_who_ended_became_somebody(register: Register) -> None:
    followed = {c.before for c in register.changes if c.kind is not ChangeKind.RENAME}
    ended = {slug for slug, held in register.municipalities.items() if held.valid_to}
    assert followed == ended


def test_everybody_who_began_came_from_somebody(register: Register) -> None:
    made = {c.after for c in register.changes if c.kind is not ChangeKind.RENAME}
    began = {slug for slug, held in register.municipalities.items() if held.valid_from}
    assert made == began


def test_nobody_in_the_register_is_an_heir_through_a_part(register: Register) -> None:
    """Read from the file itself, event by event: who is reached by whole municipalities alone."""
    with (SEED / "register" / "changes.csv").open(encoding="utf-8") as file:
        events = [row for row in csv.DictReader(file) if row["kind"] != "rename"]
    lineage, parts = Lineage(register.changes), 0
    for slug in register.municipalities:
        reached: set[str] = set()
        todo = {slug}
        while todo:
            now = todo.pop()
            found = {e["from_slug"] for e in events if e["to_slug"] == now}
            whole = {
                e["from_slug"] for e in events if e["to_slug"] == now and e["share_note"] != "part"
            }
            parts += len(found - whole)
            todo |= whole - reached
            reached |= whole
        assert set(lineage.ancestors(slug)) == reached, slug
    assert parts > 0
    assert lineage.ancestors("haram") == lineage.ancestors("alesund") == ()
    assert "sandoy" in lineage.ancestors("alesund-2020-2023")


def test_those_that_bore_a_name_one_after_the_other_are_told_apart_by_years(
    register: Register,
) -> None:
    """However they are related: the later Haram is no heir of the earlier."""
    pairs = 0
    for earlier in register.municipalities.values():
        for later in register.municipalities.values():
            if (
                earlier.name == later.name
                and earlier.country is later.country
                and earlier.valid_to
                and later.valid_from
                and earlier.valid_to < later.valid_from
            ):
                pairs += 1
                assert str(earlier.valid_to.year) in earlier.label, earlier.slug
    assert pairs > 10
    assert str(2019) in register.municipalities["haram-til-2019"].label


def test_coordinates_lie_in_their_country(municipalities: list[Municipality]) -> None:
    placed = [held for held in municipalities if held.latitude is not None]
    assert len(municipalities) - len(placed) == 11  # ended before the oldest map that was found
    for held in placed:
        (south, north), (west, east) = BOUNDS[held.country]
        assert held.latitude is not None
        assert held.longitude is not None
        assert south < held.latitude < north, held.slug
        assert west < held.longitude < east, held.slug


@pytest.mark.parametrize("country,year", POPULATIONS)
def test_inhabitants_add_up_to_the_country(register: Register, country: str, year: int) -> None:
    found = [
        population.inhabitants
        for slug, series in register.populations.items()
        for population in series
        if population.year == year and register.municipalities[slug].country == country
    ]
    assert sum(found) == POPULATIONS[country, year]


@pytest.mark.parametrize("file", ["municipalities", "codes", "populations", "changes"])
def test_tables_are_sorted_and_whole(file: str) -> None:
    """So that a change to one row is a change to one line."""
    with (SEED / f"register/{file}.csv").open(encoding="utf-8", newline="") as opened:
        rows = list(csv.reader(opened))
    assert len({len(row) for row in rows}) == 1
    assert len(set(map(tuple, rows))) == len(rows)
