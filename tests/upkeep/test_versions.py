"""Old code on new tables: it reads within the window that migrations declare, and says when not."""

import os
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import Script, ScriptDirectory
from sqlalchemy import Engine, inspect
from starlette.testclient import TestClient

from app.config import ROOT
from app.database import READING, engine_for
from app.main import create_app
from app.upkeep.backing_up import back_up
from app.upkeep.causes import UpkeepError
from app.upkeep.migrating import upgrade
from app.upkeep.opening import up_to_date
from app.upkeep.readiness import readiness_of
from app.upkeep.restoring import restore
from app.upkeep.schema import Program, Schema, schema_of, this_program
from app.upkeep.starting import prepare
from tests.conftest import UseDatabase
from tests.databases import SEED
from tests.publishing.changing import numbers
from tests.upkeep.spoiled import LATER, NEXT

TO_COME = Path(__file__).parent / "versions_to_come"
"""A version that only adds, and one after it that takes something away."""

HOT = [
    "/",
    "/kommuner",
    "/kommuner/hemne",
    "/kommuner/hemne/2018",
    "/sammenlign?e=hemne-2018&e=hareid-2019",
    "/gullstjerner?q=barn",
    "/omrader",
    "/utvikling",
    "/api/v1/evaluations",
    "/api/v1/gold-stars",
]


def scripts() -> list[Script]:
    """The migrations, the oldest first."""
    found = ScriptDirectory.from_config(Config(ROOT / "alembic.ini"))
    return list(reversed(list(found.walk_revisions())))


def moved(engine: Engine, revision: str) -> None:
    """Brings a database to a version, also one that is still to come."""
    config = Config(ROOT / "alembic.ini")
    places = (str(ROOT / "migrations" / "versions"), str(TO_COME))
    config.set_main_option("version_locations", os.pathsep.join(places))
    with engine.connect() as connection:
        config.attributes["connection"] = connection
        known = sorted(script.revision for script in scripts())
        if revision in known and revision < known[-1]:
            command.downgrade(config, revision)
        else:
            command.upgrade(config, revision)


def schema(engine: Engine, program: Program | None = None) -> Schema:
    with engine.connect() as connection:
        return schema_of(connection, program)


@pytest.fixture
def used(seeded: Engine, use_database: UseDatabase) -> Iterator[Engine]:
    """The configured database, with the real data."""
    url = seeded.url.render_as_string(hide_password=False)
    use_database(url)
    yield seeded
    engine_for(url, purpose=READING).dispose()
    engine_for(url, writes=True).dispose()


def test_versions_are_four_digits_that_count_up() -> None:
    numbered = [script.revision for script in scripts()]
    assert numbered == [f"{number:04}" for number in range(1, len(numbered) + 1)]
    assert this_program() == Program(numbered[-1], frozenset(numbered))


def test_each_version_says_who_may_still_read_it(empty: Engine) -> None:
    """In its script, and by that in the database, upwards and downwards."""
    later = [script for script in scripts() if script.revision >= "0003"]
    before = "0001"
    for script in later:
        oldest = script.module.oldest_reader
        assert before <= oldest <= script.revision
        before = oldest
    for script in reversed(later):
        moved(empty, script.revision)
        assert schema(empty).oldest_reader == script.module.oldest_reader


def test_what_the_version_before_reads_and_writes_is_still_there(empty: Engine) -> None:
    """Nothing it knows is gone or of another kind, and nothing new has to be filled by it."""
    found = scripts()
    for older, newer in pairwise(found[1:]):
        if newer.module.oldest_reader > older.revision:
            continue
        moved(empty, newer.revision)
        new = columns(empty)
        moved(empty, older.revision)
        for table, kept in columns(empty).items():
            assert kept.items() <= new[table].items()
            added = set(new[table]) - set(kept)
            assert all(new[table][name].endswith("optional") for name in added)
        moved(empty, found[-1].revision)


def columns(engine: Engine) -> dict[str, dict[str, str]]:
    inspector = inspect(engine)
    return {
        name: {
            column["name"]: f"{column['type']!r} "
            + ("optional" if column["nullable"] or column["default"] else "needed")
            for column in inspector.get_columns(name)
        }
        for name in inspector.get_table_names()
    }


def test_the_version_before_reads_the_tables_of_now(seeded: Engine) -> None:
    """Both are in use for a while when a new version is rolled out."""
    known = sorted(this_program().revisions)
    before = Program(known[-2], frozenset(known[:-1]))
    assert schema(seeded, before).fault is None
    fault = schema(seeded, before).write_fault
    assert fault is not None
    assert fault.slug == "newer-schema"


def test_code_before_the_window_says_that_it_is_too_old(seeded: Engine) -> None:
    fault = schema(seeded, Program("0001", frozenset({"0001"}))).fault
    assert fault is not None
    assert fault.slug == "newer-schema"
    assert "knows 0001: it is too old to read them" in fault.detail


def test_this_code_shows_everything_on_tables_that_have_grown(used: Engine) -> None:
    moved(used, NEXT)
    found = readiness_of(used)
    assert (found.is_ready, found.schema, found.release) == (True, NEXT, 1)
    with TestClient(create_app(), follow_redirects=False) as http:
        assert {address: http.get(address).status_code for address in HOT} == dict.fromkeys(
            HOT, 200
        )
        assert http.get("/readyz").json()["schema"] == NEXT


def test_this_code_writes_nothing_on_tables_that_have_grown(used: Engine) -> None:
    moved(used, NEXT)
    for write in (up_to_date, lambda: upgrade(used)):
        with pytest.raises(UpkeepError, match="it may read them, but not write to them"):
            write()
    said: list[str] = []
    assert prepare(SEED, said.append, lambda _published: said.append("published")).release == 1
    assert [words.partition(":")[0] for words in said] == ["NOT MIGRATED"]
    assert numbers(used) == [1]
    assert schema(used).revision == NEXT


def test_a_backup_is_not_put_on_tables_that_have_grown(used: Engine, tmp_path: Path) -> None:
    file = back_up(used, tmp_path / "before.zip").file
    moved(used, NEXT)
    with pytest.raises(UpkeepError, match="Name a new, empty database in DATABASE_URL"):
        restore(used, file, replace=True)
    assert numbers(used) == [1]


def test_this_code_says_that_it_cannot_read_what_has_lost_a_table(used: Engine) -> None:
    moved(used, LATER)
    found = readiness_of(used)
    assert [cause.slug for cause in found.causes] == ["newer-schema"]
    with pytest.raises(UpkeepError, match="too old to read them"):
        prepare(SEED, lambda _words: None, lambda _published: None)
