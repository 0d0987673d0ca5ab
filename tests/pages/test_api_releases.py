"""A new release and the API: answers follow it, and those of an old release stay as they were."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from app.publishing.seed import seed
from tests.conftest import UseDatabase
from tests.pages.client import Client, opened

HEMNE = "/api/v1/evaluations/hemne-2018"
FIRST_QUESTION = '{"code": "1.1", "score": 7.5}'


@pytest.fixture
def own_site(
    use_database: UseDatabase, seeded: Engine, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    """The site on a database of the test's own; every request looks for a new release."""
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "0")
    use_database(seeded.url.render_as_string(hide_password=False))
    with opened() as client:
        yield client


def publish_another_hemne(engine: Engine, folder: Path) -> None:
    """Question 1.1 of Hemne 2018 gets 9.5 points instead of 7.5, so the total becomes 435.0; and
    Kramfors has a second evaluation in 2013, with another method version."""
    evaluations = folder / "evaluations"
    file = evaluations / "hemne-2018.json"
    before = file.read_text(encoding="utf-8")
    assert before.count(FIRST_QUESTION) == 1
    file.write_text(
        before.replace(FIRST_QUESTION, '{"code": "1.1", "score": 9.5}'), encoding="utf-8"
    )
    second = json.loads((evaluations / "kramfors-2013.json").read_text(encoding="utf-8"))
    second |= {"method_version": "2.1", "method_version_basis": "stated", "total": 451}
    (evaluations / "kramfors-2013-v2.1.json").write_text(json.dumps(second), encoding="utf-8")
    published = seed(engine, folder)
    assert published.release is not None
    assert published.release.number == 2


def test_an_evaluation_follows_a_release_and_is_kept_as_it_was(
    own_site: Client, seeded: Engine, seed_copy: Path
) -> None:
    first = own_site.http.get(HEMNE)
    frozen = own_site.http.get(f"{HEMNE}?release=1")
    publish_another_hemne(seeded, seed_copy)

    after = own_site.http.get(HEMNE, headers={"If-None-Match": first.headers["etag"]})
    assert after.status_code == 200
    changed = after.json()
    assert (changed["release"], changed["total"]["score"]) == (2, 435.0)
    assert changed["areas"][0]["score"] == 40.9

    again = own_site.http.get(f"{HEMNE}?release=1")
    assert again.content == frozen.content
    kept = again.json()
    assert (kept["release"], kept["total"]["score"]) == (1, 433.0)
    assert sum(len(area["questions"]) for area in kept["areas"]) == 45
    assert kept["discrepancies"] == first.json()["discrepancies"]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "jsonstat"])
def test_a_frozen_file_is_the_same_byte_for_byte(
    own_site: Client, seeded: Engine, seed_copy: Path, suffix: str
) -> None:
    address = f"/api/v1/evaluations.{suffix}?release=1"
    before = own_site.http.get(address)
    publish_another_hemne(seeded, seed_copy)
    assert own_site.http.get(address).content == before.content
    assert own_site.http.get(address.partition("?")[0]).content != before.content


def test_reading_on_stays_in_the_release_it_began_in(
    own_site: Client, seeded: Engine, seed_copy: Path
) -> None:
    first = own_site.json("/api/v1/evaluations?limit=60&sort=year")
    publish_another_hemne(seeded, seed_copy)
    second = own_site.json(first["next"].removeprefix("http://127.0.0.1:8000"))
    assert (second["release"], second["next"]) == (1, None)
    assert len({item["id"] for item in first["items"] + second["items"]}) == first["total"]
    assert own_site.json("/api/v1/evaluations")["total"] == first["total"] + 1


def test_a_second_evaluation_in_a_year_has_its_version_in_its_id(
    own_site: Client, seeded: Engine, seed_copy: Path
) -> None:
    publish_another_hemne(seeded, seed_copy)
    both = {
        item["id"]: item["total"]
        for item in own_site.json("/api/v1/evaluations?q=kramfors&from=2013&to=2013")["items"]
    }
    assert both == {"kramfors-2013": 448.0, "kramfors-2013-v2.1": 451.0}
    second = "/api/v1/evaluations/kramfors-2013-v2.1"
    assert own_site.json(second)["total"]["score"] == 451.0
    assert own_site.json(f"{second}.json")["method_version"] == "2.1"
    assert own_site.http.get(f"{second}.csv").text.splitlines()[1].startswith("kramfors-2013-v2.1,")
    page = own_site.get(
        own_site.json(second)["links"]["page"].removeprefix("http://127.0.0.1:8000")
    )
    assert "2.1" in page.heading
