"""Readers get the same answers from SQLite as from PostgreSQL."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from tests import databases
from tests.browser.pages import MISSING, PAGES, STATES
from tests.conftest import UseDatabase
from tests.databases import Backend
from tests.publishing.changing import real_state

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
OTHERS = (
    "/kommuner?sort=name&order=desc&page=3",
    "/gullstjerner?q=åpenhet",
    "/kommuner/hemne/figur/spider",
    "/embed/kommuner/hemne/2018/spider",
    "/kommuner/hemne/feed.atom",
    "/sitemap.xml",
    "/llms.txt",
    "/api/v1/averages",
    "/api/v1/changes",
    "/api/v1/compare?e=hemne-2018&e=hareid-2019",
    "/api/v1/evaluations?detail=questions",
    "/api/v1/evaluations.csv?sort=total",
    "/api/v1/evaluations/hemne-2018",
    "/api/v1/gold-stars",
    "/api/v1/methods",
    "/api/v1/methods/2.1/areas/5",
    "/api/v1/methods/2.1/questions/5.1",
    "/api/v1/municipalities?detail=none&former=true",
    "/api/v1/municipalities?q=å",
    "/api/v1/municipalities.jsonstat",
    "/api/v1/municipalities/hemne/peers",
    "/api/v1/municipalities/hemne/what-if",
    "/api/v1/releases",
)
"""Files and data, chosen for what the database itself may do otherwise: order, search, dates."""


def answers(use_database: UseDatabase, backend: Backend) -> Iterator[tuple[str, int, str]]:
    """Address, status and text of each answer to the same release, published at the same time."""
    url = backend.new("answered")
    with databases.writing(url) as engine:
        databases.migrate(engine)
        publish(engine, Publication(real_state(), Origin.SEED, DatasetKind.REAL), now=AT)
    use_database(url)
    site = create_app()
    site.openapi()  # on a busy machine the first one takes longer than a reader waits
    with TestClient(site, follow_redirects=False) as http:
        for address in (*PAGES, *STATES, *MISSING, *OTHERS):
            answer = http.get(address)
            yield address, answer.status_code, answer.text
    backend.drop(url)


@pytest.mark.postgres
def test_every_answer_is_the_same(
    use_database: UseDatabase, sqlite_backend: Backend, postgres_backend: Backend
) -> None:
    on_sqlite = list(answers(use_database, sqlite_backend))
    on_postgres = list(answers(use_database, postgres_backend))
    pairs = zip(on_sqlite, on_postgres, strict=True)
    assert [(*one[:2], *other[:2]) for one, other in pairs if one != other] == []
