"""Ready means able: `/readyz` names what stands in the way, always as JSON."""

from collections.abc import Iterator
from time import monotonic

import pytest
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from app import bounds
from app.database import create
from app.domain.search_words import rules
from app.main import create_app
from app.upkeep.readiness import Readiness, readiness_of
from tests import databases
from tests.conftest import UseDatabase
from tests.databases import Backend
from tests.publishing.changing import sha256s
from tests.upkeep.spoiled import BEFORE, EITHER, FILES, NOW, Fault, statements


def asked(url: str) -> Readiness:
    engine = create(url)
    try:
        return readiness_of(engine)
    finally:
        engine.dispose()


@pytest.fixture
def own_url(backend: Backend, real_url: str) -> Iterator[str]:
    url = backend.copy(real_url)
    yield url
    backend.drop(url)


def test_what_is_published_is_named(
    seeded: Engine, real_url: str, use_database: UseDatabase
) -> None:
    use_database(real_url)
    with TestClient(create_app(), follow_redirects=False) as http:
        answered = http.get("/readyz")
    assert answered.status_code == 200
    assert answered.json() == {
        "status": "ready",
        "release": 1,
        "sha256": sha256s(seeded)[1],
        "schema": NOW,
        "causes": [],
        "remarks": [],
    }


@pytest.mark.parametrize("fault", EITHER.values(), ids=EITHER)
def test_a_database_that_pages_cannot_be_made_from_is_not_ready(own_url: str, fault: Fault) -> None:
    fault.spoil(own_url)
    found = asked(own_url)
    assert not found.is_ready
    assert [cause.slug for cause in found.causes] == [fault.slug]


@pytest.mark.parametrize(
    "change, made_by",
    [
        ("UPDATE word_rules SET made_by = 'snowballstemmer 0.1, words 1'", "snowballstemmer 0.1"),
        ("DELETE FROM word_rules", "rules that nobody noted"),
    ],
)
def test_words_of_other_rules_are_remarked_on(own_url: str, change: str, made_by: str) -> None:
    """A search may miss some; everything else can be answered."""
    statements(change)(own_url)
    found = asked(own_url)
    assert (found.is_ready, found.release) == (True, 1)
    (remark,) = found.document["remarks"]
    assert remark["cause"] == "other-words"
    assert f"made by {made_by}" in remark["detail"]
    assert rules() in remark["detail"]


@pytest.mark.parametrize("fault", FILES.values(), ids=FILES)
def test_a_file_that_pages_cannot_be_made_from_is_not_ready(
    sqlite_backend: Backend, fault: Fault
) -> None:
    url = sqlite_backend.new(f"file-{fault.slug}-{id(fault)}")
    with databases.writing(url) as engine:
        databases.migrate(engine)
        with engine.begin() as connection:
            columns = "number, published_at, summary, sha256"
            values = "1, '2026-01-01', '', ''"
            connection.execute(text(f"INSERT INTO release ({columns}) VALUES ({values})"))
    assert asked(url).is_ready
    fault.spoil(url)
    assert [cause.slug for cause in asked(url).causes] == [fault.slug]


@pytest.mark.postgres
def test_a_table_that_may_not_be_read_is_named(postgres_backend: Backend) -> None:
    url = postgres_backend.new("rights")
    with databases.writing(url) as engine:
        databases.migrate(engine)
        with engine.begin() as connection:
            connection.execute(text("CREATE ROLE guest LOGIN"))
            connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest"))
            connection.execute(text("REVOKE SELECT ON finding FROM guest"))
    try:
        found = asked(url.replace("postgres:@", "guest:@"))
        assert [cause.slug for cause in found.causes] == ["no-rights"]
    finally:
        with databases.writing(url) as engine, engine.begin() as connection:
            connection.execute(text("DROP OWNED BY guest"))
            connection.execute(text("DROP ROLE guest"))
        postgres_backend.drop(url)


def test_what_is_wrong_is_answered_as_json(own_url: str, use_database: UseDatabase) -> None:
    EITHER["a schema before"].spoil(own_url)
    use_database(own_url)
    with TestClient(create_app(), follow_redirects=False) as http:
        answered = http.get("/readyz", headers={"Accept": "text/html"})
        assert http.get("/healthz").json() == {"status": "ok"}
        assert http.get("/readyz?verbose=1").headers["location"] == "/readyz"
        for odd in (http.post("/readyz"), http.put("/healthz")):
            assert odd.headers["content-type"] == "application/problem+json"
    assert answered.status_code == 503
    assert answered.headers["retry-after"] == str(bounds.RETRY_AFTER_SECONDS)
    words = f"The tables are at {BEFORE}, and this program needs {NOW}."
    assert answered.json() == {
        "status": "not-ready",
        "release": None,
        "sha256": None,
        "schema": BEFORE,
        "causes": [{"cause": "older-schema", "detail": words}],
        "remarks": [],
    }


@pytest.mark.postgres
def test_a_database_that_hangs_is_not_waited_for(
    postgres_backend: Backend, use_database: UseDatabase
) -> None:
    """A lock that a migration takes keeps the answer away: it is given up within the bound."""
    url = postgres_backend.new("hanging")
    with databases.writing(url) as engine:
        databases.migrate(engine)
        use_database(url)
        with TestClient(create_app(), follow_redirects=False) as http:
            with engine.begin() as connection:
                connection.execute(text("LOCK TABLE evaluation IN ACCESS EXCLUSIVE MODE"))
                answered = http.get("/readyz")
                assert answered.status_code == 503
                (cause,) = answered.json()["causes"]
                assert cause["cause"] in ("unreachable", "locked", "too-slow")
                assert answered.elapsed.total_seconds() < bounds.PROMISE_SECONDS
            end = monotonic() + bounds.PROMISE_SECONDS
            while http.get("/readyz").json()["causes"][0]["cause"] != "unpublished":
                assert monotonic() < end
    use_database.close()
    postgres_backend.drop(url)
