"""A new release on the whole site: pages follow it, and old ones stay as they were."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.config import settings
from app.database import engine_for
from app.publishing.seed import seed
from tests.conftest import UseDatabase
from tests.pages.checks import text_of
from tests.pages.client import Client, Page, opened
from tests.statements import count_queries

TOTAL = '"total": 448'


@pytest.fixture
def own_site(
    use_database: UseDatabase, seeded: Engine, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    """The site on a database of the test's own; every request looks for a new release."""
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "0")
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        yield client


def publish_other_total(engine: Engine, folder: Path) -> None:
    """Kramfors 2013 is stated with 441 points instead of 448."""
    file = folder / "evaluations" / "kramfors-2013.json"
    before = file.read_text(encoding="utf-8")
    assert before.count(TOTAL) == 1
    file.write_text(before.replace(TOTAL, '"total": 441'), encoding="utf-8")
    published = seed(engine, folder)
    assert published.release is not None
    assert published.release.number == 2


def total(page: Page) -> str:
    return text_of(page.find_all("strong", class_="score__value")[0])


def test_pages_follow_a_new_release(own_site: Client, seeded: Engine, seed_copy: Path) -> None:
    before = own_site.get("/kommuner/kramfors")
    assert total(before) == "448"
    publish_other_total(seeded, seed_copy)
    after = own_site.get("/kommuner/kramfors")
    assert total(after) == "441"
    assert after.headers["etag"] != before.headers["etag"]
    old = {"If-None-Match": before.headers["etag"]}
    assert own_site.http.get("/kommuner/kramfors", headers=old).status_code == 200


def test_a_frozen_page_stays_as_it_was(own_site: Client, seeded: Engine, seed_copy: Path) -> None:
    before = own_site.get("/en/kommuner/kramfors?release=1")
    assert before.headers["cache-control"] == "public, max-age=0, must-revalidate"
    publish_other_total(seeded, seed_copy)
    after = own_site.get("/en/kommuner/kramfors?release=1")
    assert after.text == before.text
    assert total(after) == "448"
    assert total(own_site.get("/en/kommuner/kramfors?release=2")) == "441"
    own_site.get("/en/kommuner/kramfors?release=3", 404)


def test_a_release_that_does_not_exist_yet_is_not_remembered_as_missing(
    own_site: Client, seeded: Engine, seed_copy: Path
) -> None:
    own_site.get("/kommuner?release=2", 404)
    publish_other_total(seeded, seed_copy)
    own_site.get("/kommuner?release=2")


@pytest.mark.parametrize("address", ["/", "/kommuner", "/en/kommuner/hemne"])
def test_a_page_that_has_not_changed_takes_no_statement(own_site: Client, address: str) -> None:
    first = own_site.get(address)
    assert first.headers["etag"].startswith('"')
    assert "max-age=0" in first.headers["cache-control"]
    known = {"If-None-Match": first.headers["etag"]}
    with count_queries(engine_for(settings().database_url)) as count:
        again = own_site.http.get(address, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert count.statements == []


def test_head_answers_as_get_without_a_body(own_site: Client) -> None:
    for address in ("/", "/kommuner?q=hei", "/kommuner/hemne", "/nothing", "/kommuner?page=0"):
        get, head = own_site.http.get(address), own_site.http.head(address)
        assert (head.status_code, head.content) == (get.status_code, b"")
        assert _of_all(head.headers) == _of_all(get.headers)


def _of_all(headers: Mapping[str, str]) -> dict[str, str]:
    """Headers without the one that is each request's own."""
    return {name: value for name, value in headers.items() if name != "x-request-id"}


def test_languages_have_their_own_tags(own_site: Client) -> None:
    tags = {own_site.get(a).headers["etag"] for a in ("/kommuner", "/en/kommuner", "/", "/en")}
    assert len(tags) == 4
