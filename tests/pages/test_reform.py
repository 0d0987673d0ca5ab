"""After a reform every address that has been public leads to what it named, on both databases."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import Engine

from app.config import settings
from app.domain.language import LANGUAGES
from tests.conftest import UseDatabase
from tests.contract.routes import addresses
from tests.pages.client import Client, opened
from tests.pages.reformed import NEW, NEW_ID, OLD, OLD_ID, publish_reform
from tests.pages.test_feeds import read

OTHER_PARTS = {"year": "2018", "name": "spider"}
SUFFIXES = ("", ".json", ".csv", ".xlsx")
FILES = (".pdf", ".docx", ".pptx")


@pytest.fixture
def reformed_site(
    use_database: UseDatabase, seeded: Engine, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "0")
    publish_reform(seeded)
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        yield client


def named_addresses() -> Iterator[tuple[str, str]]:
    """Every address with a municipality or an evaluation in it, as it was and as it is."""
    for address in addresses():
        path = address.path
        prefixes = [""] if path.startswith("/api/") else [f.prefix for f in LANGUAGES.values()]
        suffixes = SUFFIXES if path.startswith("/api/") else ("",)
        for prefix in prefixes:
            for suffix in suffixes:
                whole = f"{prefix}{path}{suffix}"
                if "/kommuner/{slug}" in path or "/municipalities/{slug}" in path:
                    yield tuple(whole.format(slug=s, **OTHER_PARTS) for s in (OLD, NEW))  # type: ignore[misc]
                elif "/evaluations/{id}" in path:
                    yield tuple(whole.format(id=f"{s}-2018") for s in (OLD, NEW))  # type: ignore[misc]
                    yield tuple(whole.format(id=id) for id in (OLD_ID, NEW_ID))  # type: ignore[misc]
                if "/kommuner/{slug}/{year}" in path:
                    yield (
                        whole.format(slug="kramfors", year="2013", name="spider"),
                        whole.format(slug="kramfors", year="2013-v2.0", name="spider"),
                    )


ADDRESSES = sorted(set(named_addresses()))


def test_every_address_of_what_was_renamed_leads_there(
    reformed_site: Client, subtests: pytest.Subtests
) -> None:
    assert len(ADDRESSES) > 60
    for old, new in ADDRESSES:
        with subtests.test(old):
            assert reformed_site.redirect(old) == (308, new)
            was = reformed_site.http.get(f"{old}?release=1").status_code
            if new.endswith(FILES):  # made beside the site, and perhaps not there yet
                assert {was, reformed_site.http.get(new).status_code} <= {200, 202}
                continue
            assert reformed_site.http.get(new).status_code == was
            if not new.endswith(tuple(SUFFIXES[2:])):  # not everything has a table
                assert was == 200


@pytest.mark.parametrize(
    "old,new",
    [
        (f"/sammenlign?e={OLD}-2018&e=hareid-2019", f"/sammenlign?e={NEW}-2018&e=hareid-2019"),
        (
            f"/api/v1/compare.csv?e=hareid-2019&e={OLD_ID}",
            f"/api/v1/compare.csv?e=hareid-2019&e={NEW_ID}",
        ),
        (
            f"/embed/sammenlign/spider?e={OLD}-2018&e=hareid-2019",
            f"/embed/sammenlign/spider?e={NEW}-2018&e=hareid-2019",
        ),
        (f"/en/kart?min={OLD}", f"/en/kart?min={NEW}"),
    ],
)
def test_names_in_choices_lead_there_too(reformed_site: Client, old: str, new: str) -> None:
    assert reformed_site.redirect(old) == (308, new)
    assert reformed_site.http.get(new).status_code == 200


@pytest.mark.parametrize(
    "path", [f"/kommuner/{OLD}", f"/kommuner/{OLD}/2018", f"/api/v1/evaluations/{OLD_ID}"]
)
def test_an_earlier_release_knows_the_earlier_name(reformed_site: Client, path: str) -> None:
    assert reformed_site.http.get(f"{path}?release=1").status_code == 200
    new = path.replace(OLD_ID, NEW_ID) if OLD_ID in path else path.replace(OLD, NEW)
    assert reformed_site.http.get(f"{new}?release=1").status_code == 404


@pytest.mark.parametrize("slug", ["baerum", "asker", "heim"])
def test_what_merged_or_was_divided_keeps_its_name(reformed_site: Client, slug: str) -> None:
    page = reformed_site.get(f"/en/kommuner/{slug}")
    assert reformed_site.json(f"/api/v1/municipalities/{slug}")["valid_to"] == "2025-12-31"
    heirs = {"heim": {"kyrksaeterora", "halsa-2026"}}.get(slug, {"baerum-2026"})
    links = {urlsplit(link).path for link in page.links()}
    assert {f"/en/kommuner/{heir}" for heir in heirs} <= links


def test_the_evaluation_stays_with_the_municipality_it_was_of(reformed_site: Client) -> None:
    """Bærum 2012 is no result of the new Bærum (design rule 8)."""
    assert reformed_site.json("/api/v1/evaluations/baerum-2012")["municipality"]["code"] == "3201"
    new = reformed_site.json("/api/v1/municipalities/baerum-2026")
    assert new["evaluations"] == []
    assert reformed_site.http.get("/kommuner/baerum-2026/2012").status_code == 404
    assert reformed_site.redirect("/kommuner/3299") == (307, "/kommuner/baerum-2026")


def test_feeds_say_renamed_and_nothing_was_withdrawn(reformed_site: Client) -> None:
    for feed in ("/en/feed.atom", f"/en/kommuner/{NEW}/feed.atom"):
        titles = [entry.title for entry in read(reformed_site, feed).entries]
        assert "Hemne: evaluation of 2018 renamed" in titles
        assert "Added: the 2018 evaluation of Hemne" in titles
        assert not [title for title in titles if "withdrawn" in title]
    content = next(
        entry.content[0].value
        for entry in read(reformed_site, "/en/feed.atom").entries
        if entry.title == "Hemne: evaluation of 2018 renamed"
    )
    assert "hemne-til-2019-2018" in content
    assert len(read(reformed_site, f"/en/kommuner/{NEW}/feed.atom").entries) == 3 + 3 + 1


def test_changes_join_the_old_name_to_the_new(reformed_site: Client) -> None:
    found: list[dict[str, Any]] = reformed_site.json("/api/v1/changes?since=1&limit=1000")["items"]
    moved = {one["key"]: one["to"] for one in found if one["change"] == "moved"}
    assert moved[OLD] == NEW
    assert moved["hemne-2018"] == "hemne-til-2019-2018"
    assert moved[OLD_ID] == NEW_ID
    kinds = {(one["kind"], one["change"]) for one in found}
    assert ("evaluation", "removed") not in kinds
    assert ("evaluation", "added") not in kinds


def test_the_page_of_changes_tells_of_it(reformed_site: Client) -> None:
    page = reformed_site.get("/en/data/endringer")
    assert "Hemne: evaluation of 2018 renamed" in page.words
    assert page.table("changed-2").heads[3] == "Renamed"


def test_share_images_move_too(reformed_site: Client) -> None:
    assert settings().site_url
    for path in (f"/embed/kommuner/{OLD}/share.png", f"/embed/kommuner/{OLD}/2018/share.png"):
        assert reformed_site.redirect(path) == (308, path.replace(OLD, NEW))
