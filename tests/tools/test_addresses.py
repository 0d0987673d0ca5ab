"""The pages that are measured cold are there."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.publishing.seed import seed
from tests import databases
from tests.conftest import UseDatabase
from tests.databases import SEED, Backend
from tools.bench.addresses import FILTERS, KINDS, LANGUAGES, all_pages, evaluations


@pytest.fixture(scope="module")
def url(sqlite_backend: Backend) -> str:
    """A file with the real data, as the benchmark has one."""
    url = sqlite_backend.new("bench")
    with databases.writing(url) as engine:
        databases.migrate(engine)
        seed(engine, SEED)
    return url


@pytest.fixture
def client(url: str, use_database: UseDatabase) -> Iterator[TestClient]:
    use_database(url)
    with TestClient(create_app()) as client:
        yield client


def test_evaluations_are_spread_over_all_there_are(url: str) -> None:
    everything = evaluations(url, 1_000)
    ids = [one.id for one in everything]
    assert "hemne-2018" in ids
    assert len(set(ids)) == len(ids)
    few = [one.id for one in evaluations(url, 5)]
    assert len(few) == 5
    assert few[0] == ids[0]
    assert ids.index(few[-1]) >= 4 * (len(ids) // 5)


@pytest.mark.parametrize("kind", KINDS)
def test_pages_of_every_kind_are_there(kind: str, url: str, client: TestClient) -> None:
    paths = KINDS[kind](evaluations(url, 6))
    assert len(set(paths)) == len(paths) >= 2
    assert [path for path in paths if client.get(path).status_code != 200] == []


def test_a_filter_finds_something(client: TestClient) -> None:
    for filters in FILTERS:
        listed = client.get(f"/api/v1/municipalities?{filters}")
        assert (listed.status_code, listed.json()["items"] != []) == (200, True), filters


def test_pages_come_in_every_language(url: str, client: TestClient) -> None:
    paths = all_pages(evaluations(url, 2))
    assert len(paths) == len(set(paths)) >= 2 * 2 * len(LANGUAGES)
    assert [path for path in paths if client.get(path).status_code != 200] == []
