"""Migrations and models say the same, on both databases, up and down."""

import ast
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import CheckConstraint, Connection, Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from app.config import ROOT
from app.models import metadata
from app.publishing.seed import seed
from tests.databases import SEED, Backend, writing


def _config(connection: Connection) -> Config:
    config = Config(ROOT / "alembic.ini")
    config.attributes["connection"] = connection
    return config


def _tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_the_migrations_build_what_the_models_say(empty: Engine) -> None:
    with empty.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    assert _tables(empty) == set(metadata.tables)


def test_constraints_are_those_of_the_models(empty: Engine) -> None:
    """What the comparison above leaves out: checks by name, and every foreign key."""
    inspector = inspect(empty)
    for name, table in metadata.tables.items():
        checks = {c.name for c in table.constraints if isinstance(c, CheckConstraint)}
        assert {found["name"] for found in inspector.get_check_constraints(name)} == checks
        keys: Any = {tuple(key.columns.keys()) for key in table.foreign_key_constraints}
        found = {tuple(key["constrained_columns"]) for key in inspector.get_foreign_keys(name)}
        assert found == keys


def test_there_is_one_line_of_migrations() -> None:
    scripts = ScriptDirectory.from_config(Config(ROOT / "alembic.ini"))
    assert len(scripts.get_heads()) == 1
    for script in scripts.walk_revisions():
        assert script.doc
        assert not script.is_merge_point


def test_migrations_outlive_the_code() -> None:
    """They import nothing of it: what it is called today, a new database must not rest on."""
    for script in sorted((ROOT / "migrations" / "versions").glob("*.py")):
        imported = [
            name
            for node in ast.walk(ast.parse(script.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for name in (
                [node.module or "."]
                if isinstance(node, ast.ImportFrom)
                else [alias.name for alias in node.names]
            )
        ]
        assert {name.partition(".")[0] for name in imported} <= {
            "alembic",
            "collections",
            "sqlalchemy",
            "typing",
        }, script.name


def test_down_to_nothing_and_up_again(empty: Engine) -> None:
    with empty.connect() as connection:
        command.downgrade(_config(connection), "base")
    assert _tables(empty) == set()
    with empty.connect() as connection:
        command.upgrade(_config(connection), "head")
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    published = seed(empty, SEED)
    assert published.release is not None


def test_an_upgrade_of_what_is_up_to_date_changes_nothing(seeded: Engine) -> None:
    def contents() -> list[Any]:
        with seeded.connect() as connection:
            return list(connection.execute(text("SELECT number, sha256 FROM release")))

    before = contents()
    with seeded.connect() as connection:
        command.upgrade(_config(connection), "head")
    assert contents() == before


def test_a_migration_that_is_broken_off_leaves_nothing(backend: Backend) -> None:
    """Both databases can take back the making of tables."""
    url = backend.new("broken_off")
    with writing(url) as engine:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE gold_star (id INTEGER)"))
        with engine.connect() as connection, pytest.raises(Exception, match="gold_star"):
            command.upgrade(_config(connection), "head")
        assert _tables(engine) == {"gold_star"}
    backend.drop(url)


BROKEN_RULES = {
    "a second kind of data": "INSERT INTO dataset (id, kind) VALUES (2, 'demo')",
    "an unknown kind of data": "UPDATE dataset SET kind = 'mixed'",
    "a second current revision": (
        "INSERT INTO change (key, release_in, origin, sha256, day, kind, before, after, part,"
        " source) SELECT key, release_in, origin, sha256, day, kind, before, after, part, source"
        " FROM change WHERE release_out IS NULL"
    ),
    "an end before the beginning": "UPDATE evaluation SET release_out = release_in",
    "a release that is not there": "UPDATE evaluation SET release_out = 99",
    "an unknown origin": "UPDATE evaluation SET origin = 'rumour'",
    "a score and a reason": "UPDATE area_result SET missing = 'not-found' WHERE score > 0",
    "neither score nor reason": "UPDATE evaluation SET total_missing = NULL WHERE detail = 'known'",
    "an area of no evaluation": "UPDATE area_result SET evaluation_id = 999999",
}


@pytest.mark.parametrize("rule", BROKEN_RULES)
def test_the_database_itself_keeps_the_rules(seeded: Engine, rule: str) -> None:
    with pytest.raises(IntegrityError), seeded.begin() as connection:
        connection.execute(text(BROKEN_RULES[rule]))
