"""Names stand in the order of the reader's alphabet: in every list, file and choice the same."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final
from unicodedata import combining, normalize

import pytest

from app.queries.memory import MEMORY
from tests.in_turn import in_turn
from tests.pages.client import Client, Page

NORWEGIAN: Final = "abcdefghijklmnopqrstuvwxyzæøå"
SWEDISH: Final = "abcdefghijklmnopqrstuvwxyzåäö"
ALPHABETS: Final = {"nb": NORWEGIAN, "nn": NORWEGIAN, "sv": SWEDISH, "en": NORWEGIAN}
NEIGHBOURS: Final = {"ä": "æ", "ö": "ø", "æ": "ä", "ø": "ö"}
"""Where an alphabet has not the one, it stands where the other does."""


def in_alphabet(name: str, language: str) -> list[int]:
    """Its letters by their places in the alphabet; what is no letter comes before them."""
    alphabet, places = ALPHABETS[language], []
    for letter in normalize("NFC", name.lower()):
        known = letter if letter in alphabet else NEIGHBOURS.get(letter, letter)
        if known not in alphabet:
            known = "".join(part for part in normalize("NFKD", known) if not combining(part))
        place = alphabet.find(known)
        places.append(place if place >= 0 else ord(known[0]) - 0x110000)
    return places


def in_order(names: Sequence[str], language: str) -> list[str]:
    return sorted(names, key=lambda name: in_alphabet(name, language))


def page_address(language: str, address: str) -> str:
    return address if language == "nb" else f"/{language}{address}"


def once(names: Sequence[str]) -> list[str]:
    """Each that stands several times behind itself once."""
    return [name for name, _ in groupby(names)]


def listed(page: Page) -> list[str]:
    """The municipalities of a list, by the heads of its rows."""
    heads = (row.find("th/a") for body in page.main.iter("tbody") for row in body.iter("tr"))
    return [head.text or "" for head in heads if head is not None]


def municipalities(body: Any) -> list[str]:
    return [one["label"] for one in body["items"]]


def of_evaluations(body: Any) -> list[str]:
    return once([one["municipality"]["label"] for one in body["items"]])


LISTS: Final[dict[str, Callable[[Any], list[str]]]] = {
    "/api/v1/municipalities?limit=1000": municipalities,
    "/api/v1/municipalities?limit=1000&detail=none&former=true": municipalities,
    "/api/v1/evaluations?limit=1000": of_evaluations,
}


@in_turn("language", ALPHABETS)
@in_turn("address, names_in", LISTS.items())
def test_lists_of_the_api_are_in_the_order_of_the_language(
    site: Client, language: str, address: str, names_in: Callable[[Any], list[str]]
) -> None:
    body = site.json(f"{address}&lang={language}")
    names = names_in(body)
    assert body["next"] is None or len(body["items"]) == 1000
    assert len(names) > 50
    assert names == in_order(names, language)
    other = "sv" if language != "sv" else "nb"
    assert names != in_order(names, other), "no name in it tells the orders apart"


@in_turn("language", ALPHABETS)
@in_turn("suffix", [".csv", ".jsonstat", ".geojson"])
def test_files_are_in_the_same_order(site: Client, language: str, suffix: str) -> None:
    query = f"?detail=none&lang={language}"
    names = municipalities(site.json(f"/api/v1/municipalities{query}&limit=1000"))
    answer = site.http.get(f"/api/v1/municipalities{suffix}{query}")
    assert answer.status_code == 200
    if suffix == ".csv":
        found = [row["label"] for row in csv.DictReader(io.StringIO(answer.text))]
    elif suffix == ".geojson":
        found = [one["properties"]["label"] for one in answer.json()["features"]]
        names = [name for name in names if name in set(found)]
    else:
        category = answer.json()["dimension"]["municipality"]["category"]
        found = [category["label"][slug] for slug in category["index"]]
        names = [name for name in names if name in set(found)]
    assert len(found) > 50
    assert found == names


@in_turn("language", ALPHABETS)
@in_turn("address", ["/kommuner", "/kommuner?detail=none&country=SE", "/kommuner?detail=none&q=v"])
def test_the_list_of_municipalities_is_in_the_order_of_the_language(
    site: Client, language: str, address: str
) -> None:
    sort = f"{'&' if '?' in address else '?'}sort=name"
    first = site.get(page_address(language, f"{address}{sort}"))
    names = listed(first)
    for number in range(2, 9):
        page = site.http.get(page_address(language, f"{address}{sort}&page={number}"))
        if page.status_code != 200:
            break
        names += listed(site.get(page_address(language, f"{address}{sort}&page={number}")))
    assert len(names) > 50
    assert names == in_order(names, language)


@pytest.mark.parametrize(
    "prefix, expected",
    [
        ("", ["vannas", "vasteras", "vargarda"]),
        ("/nn", ["vannas", "vasteras", "vargarda"]),
        ("/sv", ["vargarda", "vannas", "vasteras"]),
        ("/en", ["vannas", "vasteras", "vargarda"]),
    ],
)
def test_suggestions_that_fit_as_well_are_in_the_order_of_the_language(
    site: Client, prefix: str, expected: list[str]
) -> None:
    """Vännäs, Västerås and Vårgårda: all three evaluated, all three begin with the letter."""
    links = site.get(f"{prefix}/kommuner/sok?q=v").links()
    slugs = [link.removeprefix(f"{prefix}/kommuner/") for link in links]
    assert [slug for slug in slugs if slug in expected] == expected


@in_turn("language", ["nb", "sv"])
@in_turn("family, sort", [("2", "total"), ("2", "3"), ("2020", "year")])
def test_those_with_equal_points_are_in_the_order_of_the_language(
    site: Client, language: str, family: str, sort: str
) -> None:
    address = f"/api/v1/municipalities?limit=1000&family={family}&sort={sort}&lang={language}"
    tied = [
        [one["label"] for one in some]
        for _, some in groupby(site.json(address)["items"], key=lambda one: points(one, sort))
    ]
    assert any(len(names) > 1 for names in tied)
    for names in tied:
        assert names == in_order(names, language)


def points(item: Any, sort: str) -> Any:
    latest = item["evaluation"]
    return latest[sort] if sort in latest else latest["areas"][sort]


@in_turn("language", ["nb", "nn", "sv"])
@in_turn("form", ["/fylker", "/grupper"])
def test_members_of_counties_and_groups_are_in_the_order_of_the_language(
    site: Client, language: str, form: str
) -> None:
    index = site.get(page_address(language, form))
    beginning = page_address(language, f"{form}/")
    addresses = sorted({link for link in index.links() if link.startswith(beginning)})
    assert len(addresses) > 10
    lengths = []
    for address in addresses[::3]:
        for names in lists_of_municipalities(site.get(address), language):
            assert names == in_order(names, language), address
            lengths.append(len(names))
    assert max(lengths) > 20


def lists_of_municipalities(page: Page, language: str) -> Iterator[list[str]]:
    """The names in each list that has nothing but links to municipalities."""
    beginning = page_address(language, "/kommuner/")
    for found in page.main.iter("ul"):
        links = [item.find("a") for item in found.findall("li")]
        if links and all(
            link is not None and (link.get("href") or "").startswith(beginning) for link in links
        ):
            yield [(link.text or "").strip() for link in links if link is not None]


@in_turn("language", ALPHABETS)
def test_counties_are_in_the_order_of_the_language(site: Client, language: str) -> None:
    chosen = site.get(page_address(language, "/kommuner")).by_id("filter-county")
    offered = [option.get("value") or "" for option in chosen.iter("option")][1:]
    assert len(offered) > 15
    assert offered == in_order(offered, language)
    index = site.get(page_address(language, "/fylker"))
    beginning = page_address(language, "/fylker/")
    for table in index.main.iter("tbody"):
        names = [
            a.text or "" for a in table.iter("a") if (a.get("href") or "").startswith(beginning)
        ]
        assert len(names) > 10
        assert names == in_order(names, language)


def test_no_answer_gets_the_order_of_one_that_was_asked_before(site: Client) -> None:
    """What is remembered for readers of one language is not given to those of another."""
    addresses = [
        *("/kommuner", "/gullstjerner", "/fylker/skane-lan", "/grupper/size/small", "/innsikt"),
        *("/utvikling", "/kommuner/sok?q=v", "/omrader/2.1/3"),
    ]
    bodies = []
    for languages in (("nb", "sv"), ("sv", "nb")):
        MEMORY.clear()
        for language in languages:
            for address in addresses:
                written = site.http.get(page_address(language, address)).text
                bodies.append((language, address, written))
    (nb, sv), (sv_first, nb_after) = (
        (bodies[at : at + 8], bodies[at + 8 : at + 16]) for at in (0, 16)
    )
    assert nb == nb_after
    assert sv == sv_first


@in_turn(
    "prefix, expected",
    [
        ("", ["haram-til-2019", "sandoy", "skodje", "orskog", "alesund-til-2019"]),
        ("/sv", ["haram-til-2019", "sandoy", "skodje", "alesund-til-2019", "orskog"]),
    ],
)
def test_those_who_became_one_on_the_same_day_are_in_the_order_of_the_language(
    site: Client, prefix: str, expected: list[str]
) -> None:
    """Haram, Sandøy, Skodje, Ørskog and Ålesund became Ålesund in 2020 (SSB, Klass 131)."""
    links = site.get(f"{prefix}/kommuner/alesund-2020-2023").links()
    slugs = [link.removeprefix(f"{prefix}/kommuner/") for link in links]
    assert [slug for slug in dict.fromkeys(slugs) if slug in expected] == expected
