"""Error pages help: they say what happened, whose fault it is, and where to go on."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from app.domain.language import LANGUAGES
from app.domain.message import say
from app.errors import Gone, NotFound, Unavailable
from app.web.addresses import Addresses
from app.web.errors import pages as error_pages
from app.web.headers import SecurityHeaders
from tests.in_turn import in_turn
from tests.pages.client import Client

RAISED: dict[str, tuple[int, Exception]] = {
    "gone": (410, Gone(say("not known"))),
    "bug": (500, RuntimeError("inside")),
    "unavailable": (503, Unavailable(say("not known"))),
    "lost": (404, NotFound(say("not known"), (("Hemne", "/kommuner/hemne"),))),
}
PREFIXES = ["" if language == "nb" else f"/{language}" for language in LANGUAGES]


@pytest.fixture
def without_database() -> Iterator[Client]:
    """The error pages alone: there is no database behind them."""
    app = FastAPI(openapi_url=None)

    @app.get("/fail/{name}")
    def fail(name: str) -> None:
        raise RAISED[name][1]

    error_pages.install(app, (), lambda words, language: ())
    app.add_middleware(error_pages.UnexpectedErrors)
    app.add_middleware(Addresses)
    app.add_middleware(SecurityHeaders)
    with TestClient(app, follow_redirects=False) as http:
        yield Client(http)


@in_turn("prefix", PREFIXES)
@in_turn("name", RAISED)
def test_every_error_page_is_right_in_every_language(
    without_database: Client, name: str, prefix: str
) -> None:
    status, _ = RAISED[name]
    page = without_database.get(f"{prefix}/fail/{name}", status)
    assert page.meta("robots") == "noindex"
    assert str(status) in page.words
    assert (prefix or "/") in page.links() or name == "unavailable"


def test_a_lost_reader_finds_a_search_and_what_is_near(without_database: Client) -> None:
    page = without_database.get("/en/fail/lost", 404)
    (form,) = page.find_all("form", role="search")
    assert form.get("action") == "/en/kommuner/sok"
    assert "/en/kommuner/hemne" in page.links()


@pytest.mark.parametrize(
    "path, guess",
    [
        ("/nothing/nord-froya", "nord froya"),
        ("/nothing/r%C3%B8ros", "røros"),
        ("/nothing/2018", ""),
        ("/nothing/index.php", ""),
        ("/nothing/" + "a" * 60, ""),
    ],
)
def test_the_search_begins_with_the_name_in_the_address(
    without_database: Client, path: str, guess: str
) -> None:
    page = without_database.get(f"/en{path}", 404)
    assert page.by_id("find-q").get("value") == guess


def test_what_is_withdrawn_is_not_to_be_passed_on(without_database: Client) -> None:
    page = without_database.get("/en/fail/gone", 410)
    assert page.heading == "This has been withdrawn"
    assert "do not pass on the figures" in page.words


@pytest.mark.parametrize("name", ["bug", "unavailable"])
def test_what_is_our_fault_can_be_tried_again(without_database: Client, name: str) -> None:
    page = without_database.get(f"/en/fail/{name}", RAISED[name][0])
    assert f"/en/fail/{name}" in page.links()
    assert not page.find_all("form", role="search"), "a search would fail as well"


def test_a_refused_choice_leads_to_the_page_without_choices(site: Client) -> None:
    page = site.get("/en/kommuner?country=DK", 400)
    assert "/en/kommuner" in page.links()
    assert [code.text for code in page.main.iter("code")] == ["NO", "SE"]
