"""A backup holds everything, belongs to neither database, and is put back whole or not at all."""

import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, event, text

from app.database import AT_LENGTH, create
from app.models import DatasetKind, Origin, metadata
from app.publishing.release import Publication, publish
from app.publishing.seed import seed
from app.upkeep.archive import Manifest
from app.upkeep.backing_up import BackedUp, back_up, read_through
from app.upkeep.causes import UpkeepError
from app.upkeep.migrating import migrations
from app.upkeep.restoring import restore
from app.upkeep.verifying import verify_backup, verify_database
from tests import databases
from tests.databases import SEED, Backend
from tests.publishing.changing import (
    edit,
    everything,
    exported,
    numbers,
    of_older_tables,
    sha256s,
)
from tests.upkeep.spoiled import NEXT, NOW

TOTAL = '"total": 448'


@pytest.fixture
def blank(backend: Backend) -> Iterator[Engine]:
    """A database without tables."""
    url = backend.new("blank")
    with databases.writing(url) as engine:
        yield engine
    backend.drop(url)


@contextmanager
def reading(of: Engine | str) -> Iterator[Engine]:
    """An engine for reading at length, as the commands have it."""
    url = of if isinstance(of, str) else of.url.render_as_string(hide_password=False)
    engine = create(url, purpose=AT_LENGTH)
    try:
        yield engine
    finally:
        engine.dispose()


def backed_up(of: Engine | str, target: Path, *, replace: bool = False) -> BackedUp:
    with reading(of) as engine:
        return back_up(engine, target, replace=replace)


def faults_of(of: Engine | str) -> list[str]:
    with reading(of) as engine:
        return list(verify_database(engine))


@pytest.fixture
def made(seeded: Engine, tmp_path: Path) -> Path:
    """A backup of the real data."""
    return backed_up(seeded, tmp_path / "made.zip").file


def spoilt(file: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """The backup with some of its entries changed, in a zip file that is sound."""
    target = file.with_name("spoilt.zip")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def cause_of(raised: pytest.ExceptionInfo[UpkeepError]) -> str:
    return raised.value.cause.slug


def test_every_table_is_in_it(made: Path) -> None:
    manifest = read_through(made)
    assert {table.name for table in manifest.tables} == set(metadata.tables)
    assert made.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in made.parent.iterdir()] == [made.name]


@pytest.mark.postgres
def test_it_goes_from_either_database_to_either(
    sqlite_backend: Backend, postgres_backend: Backend, seeded: Engine, made: Path, tmp_path: Path
) -> None:
    wanted, held = read_through(made).contents_sha256, everything(seeded)
    for backend in (sqlite_backend, postgres_backend):
        url = backend.new("moved")
        with databases.writing(url) as engine:
            restore(engine, made)
            assert everything(engine) == held
            assert exported(engine) == exported(seeded)
        again = backed_up(url, tmp_path / f"{backend.kind}.zip").manifest
        assert again.contents_sha256 == wanted
        backend.drop(url)


def test_publishing_goes_on_after_it(blank: Engine, made: Path, seed_copy: Path) -> None:
    restore(blank, made)
    assert seed(blank, SEED).release is None
    edit(seed_copy / "evaluations/kramfors-2013.json", TOTAL, '"total": 449')
    published = seed(blank, seed_copy)
    assert published.release is not None
    assert published.release.number == 2
    assert faults_of(blank) == []


def test_a_number_that_was_used_is_not_used_again(
    seeded: Engine, made: Path, seed_copy: Path
) -> None:
    edit(seed_copy / "evaluations/kramfors-2013.json", TOTAL, '"total": 449')
    seed(seeded, seed_copy)
    with pytest.raises(UpkeepError) as refused:
        restore(seeded, made)
    assert cause_of(refused) == "not-empty"
    assert numbers(seeded) == [2, 1]
    assert restore(seeded, made, replace=True).highest == 2
    assert numbers(seeded) == [1]
    published = seed(seeded, seed_copy)
    assert published.release is not None
    assert published.release.number == 3


def test_the_next_number_can_be_set_by_hand(blank: Engine, made: Path, seed_copy: Path) -> None:
    restore(blank, made, continue_after=11)
    edit(seed_copy / "evaluations/kramfors-2013.json", TOTAL, '"total": 449')
    published = seed(blank, seed_copy)
    assert published.release is not None
    assert (published.release.number, published.release.summary) == (12, "Endret: 1 evaluering.")


def test_what_is_put_back_has_the_versions_of_now(
    empty: Engine, blank: Engine, tmp_path: Path
) -> None:
    """A backup of tables of an older version, into nothing and over what is there."""
    publish(empty, Publication(of_older_tables(), Origin.SEED, DatasetKind.REAL))
    held = everything(empty)
    with empty.connect() as connection:
        command.downgrade(migrations(connection), "0002")
    made = backed_up(empty, tmp_path / "older.zip")
    assert made.manifest.schema_revision == "0002"
    assert made.unchecked is not None
    assert made.unchecked.slug == "older-schema"
    restore(blank, made.file)
    assert everything(blank) == held
    restore(blank, made.file, replace=True)
    assert everything(blank) == held


@pytest.mark.parametrize(
    "statement", ["DELETE FROM release", "INSERT INTO area_result", "INSERT INTO numbering"]
)
def test_what_is_broken_off_leaves_what_was_there(
    seeded: Engine, made: Path, seed_copy: Path, statement: str
) -> None:
    edit(seed_copy / "evaluations/kramfors-2013.json", TOTAL, '"total": 449')
    seed(seeded, seed_copy)
    before = everything(seeded)

    def stop(_conn: object, _cursor: object, sent: str, *_rest: object) -> None:
        if sent.startswith(statement):
            raise InterruptedError(sent)

    event.listen(seeded, "after_cursor_execute", stop)
    with pytest.raises(InterruptedError):
        restore(seeded, made, replace=True)
    event.remove(seeded, "after_cursor_execute", stop)
    assert everything(seeded) == before


def test_it_is_made_beside_one_who_writes(seeded: Engine, tmp_path: Path) -> None:
    """What is not committed is not in it, and nobody waits."""
    with seeded.begin() as connection:
        connection.execute(text("DELETE FROM finding"))
        manifest = backed_up(seeded, tmp_path / "online.zip").manifest
    findings = next(table for table in manifest.tables if table.name == "finding")
    assert findings.rows > 0
    with seeded.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM finding")) == 0


def _line_of(table: str, old: bytes, new: bytes) -> Callable[[str, bytes], bytes]:
    def change(name: str, content: bytes) -> bytes:
        if name != f"tables/{table}.jsonl":
            return content
        assert old in content
        return content.replace(old, new, 1)

    return change


def _without_rows(name: str, content: bytes) -> bytes:
    return b"" if name == "tables/finding.jsonl" else content


def _signed_anew(name: str, content: bytes) -> bytes:
    """A manifest that names another release than the one that is there."""
    if name != "manifest.json":
        return content
    manifest = json.loads(content)
    manifest["releases"][0]["sha256"] = "0" * 64
    return json.dumps(manifest).encode()


def _of_later(name: str, content: bytes) -> bytes:
    return (
        content.replace(f'"{NOW}"'.encode(), f'"{NEXT}"'.encode())
        if name == "manifest.json"
        else content
    )


@pytest.mark.parametrize(
    "change, slug",
    [
        (_line_of("evaluation", b'"kramfors"', b'"kramfars"'), "damaged-backup"),
        (_without_rows, "damaged-backup"),
        (_signed_anew, "damaged-backup"),
        (_of_later, "newer-schema"),
        (lambda name, content: b"{}" if name == "manifest.json" else content, "not-a-backup"),
    ],
    ids=["a letter", "no rows", "another release", "a version to come", "no manifest"],
)
def test_a_backup_that_was_changed_is_not_put_back(
    seeded: Engine, made: Path, change: Callable[[str, bytes], bytes], slug: str
) -> None:
    before = everything(seeded)
    file = spoilt(made, change)
    for use in (verify_backup, lambda f: restore(seeded, f, replace=True)):
        with pytest.raises(UpkeepError) as refused:
            use(file)
        assert cause_of(refused) == slug
    assert everything(seeded) == before


@pytest.mark.parametrize("cut", [0, 100, 0.5, 0.99], ids=str)
def test_a_backup_that_was_cut_off_is_not_put_back(made: Path, cut: float) -> None:
    content = made.read_bytes()
    made.write_bytes(content[: int(cut if cut > 1 else cut * len(content))])
    with pytest.raises(UpkeepError) as refused:
        verify_backup(made)
    assert cause_of(refused) == "not-a-backup"


def test_a_byte_that_was_changed_is_found(made: Path) -> None:
    content = bytearray(made.read_bytes())
    content[len(content) // 3] ^= 0xFF
    made.write_bytes(bytes(content))
    with pytest.raises(UpkeepError) as refused:
        verify_backup(made)
    assert cause_of(refused) == "damaged-backup"


def test_a_backup_that_is_whole_can_be_put_back(made: Path, seeded: Engine) -> None:
    manifest: Manifest = verify_backup(made)
    assert {part.number: part.sha256 for part in manifest.releases} == sha256s(seeded)


def test_a_file_that_is_there_is_not_overwritten(seeded: Engine, made: Path) -> None:
    made.write_text("kept", encoding="utf-8")
    with pytest.raises(UpkeepError) as refused:
        backed_up(seeded, made)
    assert cause_of(refused) == "target-exists"
    assert made.read_text(encoding="utf-8") == "kept"
    backed_up(seeded, made, replace=True)
    assert read_through(made).newest == 1


def test_a_database_that_is_damaged_is_not_backed_up(seeded: Engine, tmp_path: Path) -> None:
    with seeded.begin() as connection:
        connection.execute(text("UPDATE area_result SET score = score - 10 WHERE score > 500"))
    with pytest.raises(UpkeepError) as refused:
        backed_up(seeded, tmp_path / "damaged.zip")
    assert cause_of(refused) == "corrupt"
    assert os.listdir(tmp_path) == []
    assert faults_of(seeded) == ["Release 1 does not read back as it was published."]


def test_rows_that_belong_to_nobody_are_found(sqlite_backend: Backend) -> None:
    url = sqlite_backend.new("orphans")
    with databases.writing(url) as engine:
        databases.migrate(engine)
        with engine.connect() as connection:
            connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            connection.execute(text("INSERT INTO finding VALUES (9, 1, 0, 'strength', 'nb', 'x')"))
            connection.commit()
    assert faults_of(url) == ["1 rows of finding belong to none of evaluation."]
    sqlite_backend.drop(url)
