"""Fixtures that all tests share, and on which databases a test is run."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy import Engine

from app.config import settings
from app.database import close_connections, create, session_factory
from app.publishing.demo import publish_demo
from app.publishing.seed import seed
from app.queries.reading import Reading, open_reading
from tests import databases
from tests.databases import SEED, Backend

TESTS = Path(__file__).parent

os.environ["RATE_LIMIT"] = "0"  # the test client has no address that could be told from others

hypothesis_settings.register_profile(
    "gate",
    derandomize=True,
    database=None,
    print_blob=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
hypothesis_settings.register_profile(
    "fuzz",
    print_blob=True,
    deadline=None,
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "10000")),
    suppress_health_check=[HealthCheck.too_slow],
)
# The same examples in every run: what is red is red because of a change. `make fuzz` looks further.
hypothesis_settings.load_profile("gate")


SQL_DIFFERS = {"database", "editorial", "faults", "publishing", "queries", "soak", "upkeep"}
"""Folders whose tests speak to the database itself, and so are run on SQLite and on PostgreSQL.

What stands above the queries sees records alone, which are the same: `on_both_databases` marks the
few tests there that see a difference, and `pages/test_both_databases.py` compares whole answers.
"""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Runs what needs a database on SQLite, and what can differ on PostgreSQL too."""
    if "backend" not in metafunc.fixturenames:
        return
    kinds = [pytest.param("sqlite", id=pytest.HIDDEN_PARAM)]
    if _is_on_both(metafunc.definition):
        kinds = [pytest.param("sqlite"), pytest.param("postgres", marks=pytest.mark.postgres)]
    metafunc.parametrize("backend", kinds, indirect=True, scope="session")


def _is_on_both(item: pytest.Item) -> bool:
    folder = item.path.relative_to(TESTS).parts[0]
    return folder in SQL_DIFFERS or item.get_closest_marker("on_both_databases") is not None


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what takes minutes, where it is not asked for, and what is of the other kind of
    database."""
    left_out = [item for item in items if _is_left_out(item, config.option.markexpr)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def _is_left_out(item: pytest.Item, asked_for: str) -> bool:
    if item.get_closest_marker("soak") and "soak" not in asked_for:
        return True
    only = item.get_closest_marker("only_on")
    if only is None:
        return False
    assert isinstance(item, pytest.Function)
    return item.callspec.params["backend"] not in only.args


@pytest.fixture(scope="session")
def sqlite_backend(tmp_path_factory: pytest.TempPathFactory) -> Backend:
    return databases.Sqlite(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture(scope="session")
def postgres_backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Backend]:
    with databases.postgres(tmp_path_factory.mktemp("postgres")) as server:
        yield server


@pytest.fixture(scope="session")
def backend(request: pytest.FixtureRequest) -> Backend:
    """The kind of database of a test: SQLite, or each in turn (see `pytest_generate_tests`)."""
    kind: Backend = request.getfixturevalue(f"{request.param}_backend")
    return kind


@pytest.fixture(scope="session")
def empty_url(backend: Backend) -> str:
    """A database with tables and nothing in them. Not to be written to: copy it."""
    return backend.once("empty", backend.new, databases.migrate)


@pytest.fixture(scope="session")
def real_url(backend: Backend, empty_url: str) -> str:
    """A database with the real data in release 1. Not to be written to: copy it."""
    return backend.once("real", lambda _: backend.copy(empty_url), lambda e: seed(e, SEED))


@pytest.fixture(scope="session")
def demo_url(backend: Backend, empty_url: str) -> str:
    """A database with made-up municipalities. Not to be written to: copy it."""
    return backend.once("demo", lambda _: backend.copy(empty_url), lambda e: publish_demo(e, SEED))


@pytest.fixture
def empty(backend: Backend, empty_url: str) -> Iterator[Engine]:
    """A database of the test's own, with tables and nothing in them."""
    yield from _copied(backend, empty_url)


@pytest.fixture
def seeded(backend: Backend, real_url: str) -> Iterator[Engine]:
    """A database of the test's own with the real data."""
    yield from _copied(backend, real_url)


def _copied(backend: Backend, url: str) -> Iterator[Engine]:
    own = backend.copy(url)
    with databases.writing(own) as engine:
        yield engine
    backend.drop(own)


@pytest.fixture
def real(real_url: str) -> Iterator[Reading]:
    """Reads the real data."""
    yield from _reading(real_url)


@pytest.fixture
def demo_reading(demo_url: str) -> Iterator[Reading]:
    """Reads the made-up data."""
    yield from _reading(demo_url)


def _reading(url: str) -> Iterator[Reading]:
    engine = create(url)
    with session_factory(engine)() as session:
        yield open_reading(session)
    engine.dispose()


@pytest.fixture
def use_database(monkeypatch: pytest.MonkeyPatch) -> Iterator["UseDatabase"]:
    """Points the settings of this process at a database for the length of a test."""
    chosen = UseDatabase(monkeypatch)
    yield chosen
    chosen.close()


class UseDatabase:
    """Called with an address, it makes that the configured database."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def __call__(self, url: str) -> None:
        self._monkeypatch.setenv("DATABASE_URL", url)
        settings.cache_clear()

    def close(self) -> None:
        close_connections()
        self._monkeypatch.undo()
        settings.cache_clear()


@pytest.fixture
def seed_copy(tmp_path: Path) -> Path:
    """A copy of the seed folder that a test may spoil."""
    return Path(shutil.copytree(SEED, tmp_path / "seed"))
