"""Terms lead to their explanation, on every page that uses them and in every language."""

import pytest

from app.domain.explained import EXPLAINED
from app.domain.language import LANGUAGES
from tests.pages.client import Client

USED = {
    "/kommuner/hemne/2018": {"method-version", "size-group", "gold-star"},
    "/omrader/2.1/2": {"method-version", "median", "published-average"},
    "/kommuner": {"published-average"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_terms_are_explained_on_the_page_of_the_method(site: Client, language: str) -> None:
    page = site.get("/metode" if language == "nb" else f"/{language}/metode")
    for term in EXPLAINED:
        assert page.by_id(term.anchor).tag.endswith("dt")


@pytest.mark.parametrize("address", USED)
def test_a_term_leads_there_where_it_is_first_used(site: Client, address: str) -> None:
    page = site.get(f"/en{address}")
    links = [a.get("href") or "" for a in page.find_all("a", class_="term")]
    names = {link.partition("#term-")[2] for link in links}
    assert USED[address] | {"release"} <= names
    assert all(link.startswith("/en/metode#term-") for link in links)


def test_what_is_frozen_leads_to_what_was_said_then(site: Client) -> None:
    page = site.get("/en/omrader/2.1/2?release=1")
    links = [a.get("href") for a in page.find_all("a", class_="term")]
    assert links
    assert all(link and link.startswith("/en/metode?release=1#term-") for link in links)
