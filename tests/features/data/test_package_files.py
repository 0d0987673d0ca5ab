"""The files of releases: the same wherever they are made, made once, and honest meanwhile."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from httpx2 import Response
from sqlalchemy import Engine

from app.config import ROOT, settings
from app.database import create, engine_for, session_factory
from app.features.data import package_files
from app.features.data.package import write_package
from app.features.data.package_files import kept_name, package_file, prepare
from app.models import DatasetKind, Origin
from app.publishing.release import Publication, publish
from app.publishing.seed import seed
from app.queries.reading import Reading, open_reading
from app.web.answering.release_files import kept_files
from tests import databases
from tests.conftest import UseDatabase
from tests.databases import Backend
from tests.pages.client import Client, opened
from tests.publishing.changing import edit, real_state
from tests.statements import count_queries, forgetting

LONGEST = 60


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for the files of this test alone."""
    folder = tmp_path / "files"
    monkeypatch.setenv("CACHE_FOLDER", str(folder))
    settings.cache_clear()
    yield folder
    monkeypatch.undo()
    settings.cache_clear()


def until(true: Callable[[], bool]) -> None:
    """Waits for something that happens in the background."""
    end = time.monotonic() + LONGEST
    while not true():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.02)


AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
OUTSIDE = """
import sys
from app.database import open_session
from app.features.data.package_files import prepare_now
from tests.statements import forgetting
from app.queries.reading import open_reading

with open_session() as session:
    print(prepare_now(open_reading(session)).sha256)
"""


@pytest.mark.postgres
def test_both_databases_and_another_process_make_the_same_bytes(
    sqlite_backend: Backend, postgres_backend: Backend, own_folder: Path, tmp_path: Path
) -> None:
    found = set()
    for backend in (sqlite_backend, postgres_backend):
        url = backend.new("same")
        with databases.writing(url) as engine:
            databases.migrate(engine)
            publish(engine, Publication(real_state(), Origin.SEED, DatasetKind.REAL), now=AT)
            with session_factory(engine)() as session:
                write_package(open_reading(session), tmp_path / backend.kind)
        found.add(hashlib.sha256((tmp_path / backend.kind).read_bytes()).hexdigest())
        outside = subprocess.run(
            [sys.executable, "-c", OUTSIDE],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": url, "CACHE_FOLDER": str(tmp_path / "outside")},
            capture_output=True,
            check=True,
            text=True,
            timeout=LONGEST,
        )
        found.add(outside.stdout.strip())
        backend.drop(url)
    assert len(found) == 1
    assert not own_folder.exists()


def test_a_release_of_another_database_has_a_file_of_its_own(
    own_folder: Path, seeded: Engine, seed_copy: Path
) -> None:
    """Restored, edited, and published again, the second release is another one."""
    edit(seed_copy / "evaluations/kramfors-2013.json", '"total": 448', '"total": 449')
    seed(seeded, seed_copy)
    with session_factory(seeded)() as session:
        readings = [open_reading(session, number) for number in (1, 2)]
        names = {kept_name(reading.release) for reading in readings}
        files = [package_file(reading) for reading in readings]
    assert len(names) == 2
    assert len({found.sha256 for found in files if found}) == 2
    assert sorted(p.name for p in own_folder.glob("*.zip")) == sorted(names)


def test_another_version_of_the_program_makes_its_own(
    own_folder: Path, real: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept_name(real.release)
    monkeypatch.setattr(package_files, "fingerprint", lambda: "another")
    assert kept_name(real.release) != before


@pytest.fixture
def large(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, use_database: UseDatabase, real_url: str
) -> Iterator[Client]:
    """A site whose release is too large to be made while a reader waits, and nothing is made."""
    monkeypatch.setattr(package_files, "FILE_AT_ONCE", 10)
    monkeypatch.setattr(package_files, "prepare", lambda release: None)
    use_database(real_url)
    with opened() as client:
        yield client


def test_while_it_is_made_that_is_said(large: Client) -> None:
    for prefix, words in {
        "": "Filen for denne utgaven blir laget nå",
        "/nn": "Fila for denne utgåva blir laga no",
        "/sv": "Filen för den här utgåvan håller på att skapas",
        "/en": "The file of this release is being made",
    }.items():
        page = large.get(f"{prefix}/data")
        assert words in page.words
        assert "102" in page.words
    answered = large.http.get("/en/data")
    assert answered.headers["cache-control"] == "no-store"
    assert {cells[1] for cells in large.get("/en/data").table("tables-table").rows} == {
        "being counted"
    }
    for address in ("/dcat", "/dcat.ttl", "/dcat.jsonld"):
        answered = large.http.get(address)
        assert answered.status_code == 200
        assert answered.headers["cache-control"] == "no-store"
        assert "byteSize" not in answered.text
    answered = large.http.get("/data/kommunekompasset-r1.zip")
    assert answered.status_code == 503
    assert int(answered.headers["retry-after"]) > 0
    assert "no-store" in answered.headers["cache-control"]


def test_made_in_the_background_it_is_shown_at_once(
    own_folder: Path, monkeypatch: pytest.MonkeyPatch, use_database: UseDatabase, real_url: str
) -> None:
    monkeypatch.setattr(package_files, "FILE_AT_ONCE", 10)
    use_database(real_url)
    engine = create(real_url)
    with session_factory(engine)() as session:
        release = open_reading(session).release
    engine.dispose()
    prepare(release)
    prepare(release)
    until(lambda: kept_files().get(kept_name(release)) is not None)
    found = kept_files().get(kept_name(release))
    assert found is not None
    with opened() as client:
        page = client.get("/en/data")
        assert found.sha256 in page.text
        assert page.table("tables-table").rows[0][1] == "102"
        answered = client.http.get("/data/kommunekompasset-r1.zip")
        assert hashlib.sha256(answered.content).hexdigest() == found.sha256
        assert found.sha256 in client.http.get("/dcat.ttl").text
    assert len(list(own_folder.glob("*.zip"))) == 1


def test_the_file_is_sent_as_it_lies_on_disk(
    own_folder: Path, use_database: UseDatabase, real_url: str
) -> None:
    use_database(real_url)
    address = "/data/kommunekompasset-r1.zip"
    with opened() as client:
        whole = client.http.get(address)
        (path,) = own_folder.glob("*.zip")
        assert whole.content == path.read_bytes()
        assert whole.headers["content-length"] == str(path.stat().st_size)
        assert whole.headers["content-type"] == "application/zip"
        assert "immutable" in whole.headers["cache-control"]
        head = client.http.head(address)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-length"] == whole.headers["content-length"]
        known = {"If-None-Match": whole.headers["etag"]}
        assert client.http.get(address, headers=known).status_code == 304


@pytest.mark.usefixtures("own_folder")
def test_parts_of_the_file_can_be_asked_for(use_database: UseDatabase, real_url: str) -> None:
    use_database(real_url)
    address = "/en/data/kommunekompasset-r1.zip"
    with opened() as client:

        def part(asked: str) -> Response:
            return client.http.get(address, headers={"Range": asked})

        whole = client.http.get(address).content
        first = part("bytes=0-9")
        assert (first.status_code, first.content) == (206, whole[:10])
        assert part("bytes=-7").content == whole[-7:]
        long = "bytes=0-" + "9" * 5000
        many = "bytes=" + ",".join(f"{n}-{n}" for n in range(150))
        odd = ("bytes=abc", "items=0-1", "bytes=5-1", "bytes=", "bytes=,", "bytes=-", long, many)
        for nothing in odd:
            assert (part(nothing).status_code, part(nothing).content) == (200, whole), nothing
        beyond = part("bytes=99999999999-")
        assert beyond.status_code == 416
        assert "There is no such part" in beyond.text
        assert beyond.headers["content-security-policy"]
        assert beyond.headers["cache-control"] == "no-store"


@pytest.mark.usefixtures("own_folder")
@pytest.mark.parametrize("address", ["/en/data", "/dcat.ttl", "/data/kommunekompasset-r1.zip"])
def test_where_the_file_is_there_little_is_asked(
    use_database: UseDatabase,
    monkeypatch: pytest.MonkeyPatch,
    real_url: str,
    demo_url: str,
    address: str,
) -> None:
    monkeypatch.setenv("RELEASE_TTL_SECONDS", "3600")
    for url in (real_url, demo_url):
        use_database(url)
        with opened() as client:
            client.http.get("/dcat.jsonld")  # makes the file
            with forgetting(), count_queries(engine_for(settings().database_url)) as count:
                assert client.http.get(address).status_code == 200
            assert 0 < int(count) <= 7
