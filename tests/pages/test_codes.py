"""A code in the place of a municipality's name leads to the owner, at every address there is."""

from urllib.parse import urlsplit

import pytest

from app.domain.language import LANGUAGES
from tests.contract.routes import addresses
from tests.pages.client import Client

PLACES = ("/kommuner/{slug}", "/municipalities/{slug}")
"""What stands in an address that names a municipality."""
OTHER_PARTS = {"year": "2018", "name": "spider"}
HEMNE, NOBODY = "1612", "9999"
OF_TWO = "1103"
"""Stavanger before and after 2020."""


def named(path: str, who: str) -> str:
    return path.format(slug=who, **OTHER_PARTS)


PATHS = [address.path for address in addresses() if any(place in address.path for place in PLACES)]
OF_PEOPLE = [path for path in PATHS if path.startswith("/kommuner/")]
OF_PROGRAMS = [path for path in PATHS if not path.startswith("/kommuner/")]
OF_API = [path for path in PATHS if path.startswith("/api/")]
each_path = pytest.mark.parametrize("path", PATHS)


@each_path
def test_a_code_leads_to_the_same_address_of_its_owner(site: Client, path: str) -> None:
    target = named(path, "hemne") + "?release=1"
    assert site.redirect(named(path, HEMNE) + "?release=1") == (307, target)
    assert site.http.get(target).status_code == 200


@pytest.mark.parametrize("path", sorted(set(PATHS) - set(OF_API)))
def test_the_language_stays(site: Client, path: str) -> None:
    for prefix in (language.prefix for language in LANGUAGES.values()):
        assert site.redirect(prefix + named(path, HEMNE)) == (307, prefix + named(path, "hemne"))


@pytest.mark.parametrize("path", OF_API)
def test_the_format_and_the_choices_stay(site: Client, path: str) -> None:
    for rest in (".json?lang=sv&release=1", ".csv?release=1", ".xlsx?lang=en", ".jsonstat"):
        assert site.redirect(named(path, HEMNE) + rest) == (307, named(path, "hemne") + rest)


@each_path
def test_a_code_that_nobody_had_is_not_found(site: Client, path: str) -> None:
    assert site.http.get(named(path, NOBODY)).status_code == 404


@pytest.mark.parametrize("path", OF_PEOPLE)
def test_a_code_of_several_leads_to_the_choice(site: Client, path: str) -> None:
    answer = site.http.get("/en" + named(path, OF_TWO) + "?release=1", follow_redirects=True)
    assert urlsplit(str(answer.url)).path == f"/en/kommuner/{OF_TWO}"
    assert urlsplit(str(answer.url)).query == "release=1"


def test_the_choice_is_between_all_owners(site: Client) -> None:
    page = site.get(f"/kommuner/{OF_TWO}")
    choices = [link for link in page.links() if link.startswith("/kommuner/stav")]
    assert choices == ["/kommuner/stavanger", "/kommuner/stavanger-til-2019"]


@pytest.mark.parametrize("path", OF_PROGRAMS)
def test_programs_are_given_the_choices(site: Client, path: str) -> None:
    answer = site.http.get(named(path, OF_TWO), headers={"Accept": "application/json"})
    assert answer.status_code == 300
    choices = [choice["url"] for choice in answer.json()["choices"]]
    assert choices == [named(path, slug) for slug in ("stavanger", "stavanger-til-2019")]


def test_the_id_of_an_evaluation_may_begin_with_a_code(site: Client) -> None:
    ids = "/api/v1/evaluations"
    assert site.redirect(f"{ids}/1612-2018") == (307, f"{ids}/hemne-2018")
    assert site.redirect(f"{ids}/1612-2018.csv?release=1")[1] == f"{ids}/hemne-2018.csv?release=1"
    choices = site.problem(f"{ids}/{OF_TWO}-2018", 300)["choices"]
    assert choices[0]["url"] == f"{ids}/stavanger-2018"
    assert site.problem(f"{ids}/{NOBODY}-2018", 404)["detail"]
