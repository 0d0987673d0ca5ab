"""A guarded start: what could not be done is said, and what was published before is shown."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from app.config import ROOT, settings
from app.database import READING, engine_for
from app.publishing.turn import take_turn
from app.upkeep.causes import UpkeepError
from app.upkeep.readiness import Readiness
from app.upkeep.starting import prepare
from tests import databases
from tests.conftest import UseDatabase
from tests.databases import SEED, Backend
from tests.publishing.changing import edit, numbers
from tests.upkeep.spoiled import file_of

LONGEST = 60


def prepared(folder: Path = SEED) -> tuple[Readiness, list[str]]:
    said: list[str] = []
    found = prepare(folder, said.append, lambda published: said.append(str(published.release)))
    return found, said


@pytest.fixture
def own_url(backend: Backend, use_database: UseDatabase) -> Iterator[str]:
    """The configured database, without tables."""
    url = backend.new("started")
    use_database(url)
    yield url
    closed(url)
    backend.drop(url)


def closed(url: str) -> None:
    engine_for(url, purpose=READING).dispose()
    engine_for(url, writes=True).dispose()


@pytest.fixture
def used(seeded: Engine, use_database: UseDatabase) -> Iterator[Engine]:
    url = seeded.url.render_as_string(hide_password=False)
    use_database(url)
    yield seeded
    closed(url)


@pytest.fixture
def wrong_folder(seed_copy: Path) -> Path:
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 801')
    return seed_copy


def test_from_nothing_everything_is_made(own_url: str) -> None:
    found, said = prepared()
    assert (found.is_ready, found.release) == (True, 1)
    assert said[0].startswith("The tables are now at ")
    assert said[1].startswith("Release(number=1,")
    assert prepared()[1] == ["None"]


def test_a_seed_that_is_refused_leaves_what_was_published(used: Engine, wrong_folder: Path) -> None:
    found, said = prepared(wrong_folder)
    assert found.release == 1
    (words,) = said
    assert words.startswith("NOT PUBLISHED: what stands in seed/ has been left.\n")
    assert words.endswith("1 fault. Nothing has been written.")
    assert numbers(used) == [1]


def test_a_seed_that_is_refused_where_nothing_was_published_ends_the_start(
    own_url: str, wrong_folder: Path
) -> None:
    with pytest.raises(UpkeepError) as ended:
        prepared(wrong_folder)
    assert ended.value.cause.slug == "unpublished"


def test_a_database_that_somebody_writes_to_is_shown_as_it_is(used: Engine) -> None:
    with used.begin() as connection:
        take_turn(connection)
        found, said = prepared()
    assert found.release == 1
    (words,) = said
    assert words.startswith("NOT MIGRATED: the tables have been left as they are.\nAnother process")


def test_a_read_only_place_is_left_as_it_is(
    used: Engine, wrong_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READ_ONLY", "true")
    settings.cache_clear()
    found, said = prepared(wrong_folder)
    assert (found.release, said) == (1, [])


def test_a_read_only_place_without_a_database_gets_none(
    tmp_path: Path, use_database: UseDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READ_ONLY", "true")
    use_database(f"sqlite:///{tmp_path}/none.db")
    with pytest.raises(UpkeepError) as ended:
        prepared()
    assert ended.value.cause.slug == "no-database"
    assert os.listdir(tmp_path) == []


def _kompass(url: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", "from app.cli import app; app()", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url},
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.postgres
def test_one_that_is_told_to_end_while_it_waits_ends(postgres_backend: Backend) -> None:
    url = postgres_backend.new("told_to_end")
    waiting = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    with databases.writing(url) as engine:
        with engine.begin() as connection:
            take_turn(connection)
            process = _kompass(url, "start", "--port", "0")
            end = time.monotonic() + LONGEST
            while not connection.scalar(waiting):
                assert time.monotonic() < end
            process.send_signal(signal.SIGTERM)
            said = process.communicate(timeout=5)[1]
        assert process.returncode == 128 + signal.SIGTERM
        assert said == "Told to end while preparing. Nothing has been left half done.\n"
    postgres_backend.drop(url)


def test_one_that_is_told_to_end_while_a_file_is_locked_ends(sqlite_backend: Backend) -> None:
    url = sqlite_backend.new("told_to_end")
    with databases.writing(url) as engine:
        databases.migrate(engine)
        with engine.begin():
            process = _kompass(url, "start", "--port", "0")
            opened = Path(f"/proc/{process.pid}/fd")
            end = time.monotonic() + LONGEST
            while not _holds(opened, file_of(url)):
                assert time.monotonic() < end
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=5)
    assert process.returncode == 128 + signal.SIGTERM
    sqlite_backend.drop(url)


def _holds(descriptors: Path, file: Path) -> bool:
    """Whether a process has a file open."""
    for descriptor in descriptors.iterdir():
        try:
            if descriptor.readlink() == file:
                return True
        except FileNotFoundError:
            continue
    return False


def test_a_machine_can_read_what_was_not_done(wrong_folder: Path, tmp_path: Path) -> None:
    environment = {"DATABASE_URL": f"sqlite:///{tmp_path}/none.db", "LOG_FORMAT": "json"}
    ended = subprocess.run(
        [sys.executable, "-m", "app.cli", "start", "--seed", str(wrong_folder), "--port", "0"],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    assert ended.returncode == 1
    migrated, refused = map(json.loads, ended.stderr.splitlines()[:2])
    assert migrated["message"].startswith("The tables are now at ")
    assert refused["level"] == "WARNING"
    assert refused["message"].startswith("NOT PUBLISHED: what stands in ")
