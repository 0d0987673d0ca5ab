"""Finding municipalities by what people write, with the real register."""

import pytest

from app.domain.municipality import Country, Municipality
from app.domain.naming.counties import COUNTIES_BY_NUMBER, counties_after, counties_of
from app.domain.naming.index import Match, NameIndex
from app.domain.naming.query import MOST_READINGS, MOST_WORDS, readings
from app.domain.naming.spelling import Collation
from tests.in_turn import in_turn
from tests.publishing.changing import real_state

REGISTER = real_state().register.municipalities
EVALUATED = {evaluation.municipality for evaluation in real_state().evaluations}


@pytest.fixture(scope="module")
def names() -> NameIndex:
    return NameIndex(REGISTER.values(), Collation.NORWEGIAN, EVALUATED)


def slugs(names: NameIndex, text: str) -> list[str]:
    return [found.slug for found in names.find(text)]


@in_turn(
    "text, slug",
    [
        ("Hemne kommune", "hemne"),
        ("Ulstein kommune", "ulstein"),
        ("Marks kommun", "mark"),
        ("Ängelholms kommun", "angelholm"),
        ("Köpings kommun", "koping"),
        ("Helsingborgs stad", "helsingborg"),
        ("Göteborgs stad", "goteborg"),
        ("City of Gothenburg", "goteborg"),
        ("Höganäs kommun", "hoganas"),
        ("Region Gotland", "gotland"),
        ("Voss herad", "voss"),
        ("Porsgrunn municipality", "porsgrunn"),
        ("Stad kommune", "stad"),
        ("Bø’s kommune, Nordland", "bo-nordland"),
        ("Herøy Nordland", "heroy-nordland"),
        ("Herøy (Møre og Romsdal)", "heroy-more-og-romsdal"),
        ("Herøy i Møre & Romsdal", "heroy-more-og-romsdal"),
        ("Nordland: Herøy", "heroy-nordland"),
        ("Nes Buskerud", "nesbyen"),
        ("Våler (Hedmark)", "valer-innlandet"),
        ("Lindesnes (–2019)", "lindesnes-til-2019"),
        ("Ålesund (2020–2023)", "alesund-2020-2023"),
        ("Kárášjohka - Karasjok", "karasjok"),
        ("Karasjok/Kárášjohka", "karasjok"),
        ("Deatnu Tana", "tana"),
        ("DeatnuTana", "tana"),
        ("Unjárga – Nesseby", "nesseby"),
        ("Trondheim - Tråante", "trondheim"),
        ("Storfjord - Omasvuotna - Omasvuono", "storfjord"),
        ("raarvihke", "royrvik"),
        ("Aurskog Høland", "aurskog-holand"),
        ("NordAurdal", "nord-aurdal"),
        ("Aalesund", "alesund"),
        ("Vaaler Østfold", "valer-ostfold"),
        ("Tromsoe", "tromso"),
        ("Barum", "baerum"),
        ("301", "oslo"),
        ("0301", "oslo"),
        ("381", "enkoping"),
        ("NO-1444", "hornindal"),
        ("SE 1444", "grastorp"),
        ("Knr 101 Halden", "halden"),
        ("ÅLESUND", "alesund"),
    ],
)
def test_a_municipality_is_found_as_people_write_it(names: NameIndex, text: str, slug: str) -> None:
    assert slugs(names, text)[0] == slug
    assert slug in names.named(text)


@in_turn(
    "text, first, then",
    [
        ("Bø", {"bo-nordland", "bo-telemark"}, "bomlo"),
        ("Os", {"os-innlandet", "os-hordaland"}, "osby"),
        ("Nes", {"nes-akershus", "nesbyen"}, "nesodden"),
        ("Ål", {"al"}, "alesund"),
        ("Ås", {"as"}, "asele"),
        ("Re", {"re"}, "rendalen"),
    ],
)
def test_exact_comes_before_beginning_before_inside(
    names: NameIndex, text: str, first: set[str], then: str
) -> None:
    found = names.find(text)
    assert {one.slug for one in found[: len(first)]} == first
    assert found[len(first)].slug == then
    assert [one.match for one in found] == sorted(one.match for one in found)


def test_own_letters_come_before_folded_ones(names: NameIndex) -> None:
    with_ring = [slug for slug, m in REGISTER.items() if m.name.startswith("Å")]
    assert set(slugs(names, "Å")[: len(with_ring)]) == set(with_ring)
    assert names.named("Åre") == {"are"}


def test_of_those_that_begin_alike_the_evaluated_come_first(names: NameIndex) -> None:
    found = [
        one.slug for one in names.find("Os") if one.match is Match.NAME_BEGINS and one.is_exact
    ]
    assert found == sorted(found, key=lambda slug: slug not in EVALUATED)


@in_turn(
    "text, county, number",
    [("Viken", "Viken", "30"), ("Troms og Finnmark fylke", "Troms og Finnmark", "54")],
)
def test_a_former_county_leads_to_those_that_lay_in_it(
    names: NameIndex, text: str, county: str, number: str
) -> None:
    lay_in_it = {
        slug
        for slug, m in REGISTER.items()
        if m.country is Country.NORWAY and any(held.code.startswith(number) for held in m.codes)
    }
    found = {one.slug for one in names.find(text) if one.match is Match.COUNTY}
    assert lay_in_it - found <= {"tromso"}
    assert found <= lay_in_it
    assert set(counties_after(county, REGISTER.values(), Collation.NORWEGIAN)) >= {
        REGISTER[slug].county for slug in lay_in_it if REGISTER[slug].is_current
    }


def test_viken_became_three_counties_and_a_bit() -> None:
    became = counties_after("Viken", REGISTER.values(), Collation.NORWEGIAN)
    assert became == ("Akershus", "Buskerud", "Østfold")
    assert counties_after("Atlantis", REGISTER.values(), Collation.NORWEGIAN) == ()


def test_the_number_of_a_county_is_that_of_its_municipalities() -> None:
    """The register says of each the county that it lies in, apart from its code."""
    norwegian = [m for m in REGISTER.values() if m.country is Country.NORWAY]
    for m in norwegian:
        assert m.code is not None
        assert COUNTIES_BY_NUMBER[m.code[:2]] == m.county, m.slug
        assert counties_of(m)[0] == m.county


def test_where_one_bears_the_name_a_county_is_not_read(names: NameIndex) -> None:
    assert slugs(names, "Kalmar") == ["kalmar"]
    assert {"kalmar", "torsas"} <= set(slugs(names, "Kalmar län"))
    assert names.named("Kalmar län") == frozenset()


@in_turn("text", ["", " ", "%", "_", "|", "'", "\\", "x" * 5000, "🧭", "kommune", "Hemne Skåne"])
def test_what_is_no_name_finds_nobody(names: NameIndex, text: str) -> None:
    assert names.find(text) == ()
    assert names.named(text) == frozenset()


def ways(m: Municipality) -> list[str]:
    """Ways in which people write the official name of a municipality."""
    kind = "kommune" if m.country is Country.NORWAY else "kommun"
    country = {Country.NORWAY: "NO", Country.SWEDEN: "SE"}[m.country]
    official = [one.name for one in m.names] or [m.name]
    joined = [dash.join(official) for dash in (" - ", "–", " / ", " ", "")]
    return [
        *joined,
        m.name,
        m.label,
        m.name.upper(),
        f"{m.name} {kind}",
        f"{m.name}s {kind}",
        f"{m.name}, {m.county}",
        f"{m.name} i {m.county}",
        m.name.replace("-", " "),
        m.name.replace(" ", "").replace("-", ""),
        f"{country}-{m.code}",
        f"{m.code} {m.name}",
        str(int(m.code or 0)),
    ]


def test_official_names_are_found_in_every_way_of_writing(names: NameIndex) -> None:
    present = [m for m in REGISTER.values() if m.is_current]
    some = present[::3]
    assert len(some) > 200
    for m in some:
        for written in ways(m):
            assert m.slug in names.named(written), f"{written!r} is not {m.slug}"


@pytest.mark.parametrize("text", ["n i " * 20, "i e i n i o i r " * 5, "kommune " * 10, "a " * 40])
def test_few_words_are_read_in_few_ways(text: str) -> None:
    """However a text is made up, looking it up costs no more than a name does by an order."""
    found = readings(text)
    assert len(found) <= MOST_READINGS
    assert all(len(words) <= MOST_WORDS for words in found)
