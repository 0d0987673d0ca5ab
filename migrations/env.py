"""Runs migrations on the configured database, or on a connection handed over in the config."""

from typing import Any

from alembic import context
from sqlalchemy import Connection, text
from sqlalchemy.types import TypeDecorator

from app.config import settings
from app.database import create
from app.models import metadata
from app.publishing.turn import take_turn


def plain_type(kind: str, obj: Any, _context: Any) -> str | bool:
    """Migrations name the type that the database sees, not our own: they outlive the code."""
    if kind == "type" and isinstance(obj, TypeDecorator):
        return f"sa.{obj.impl_instance!r}"
    if kind == "type" and obj.__class__.__name__ == "AutoString":
        return "sa.String()"
    return False


def note_support(*, ctx: Any, step: Any, **_rest: Any) -> None:
    """Writes into the database which code may still read it: what the newest script declares."""
    script = step.up_revision if step.is_upgrade else next(iter(step.down_revisions), None)
    oldest_reader = getattr(script.module, "oldest_reader", None) if script else None
    if oldest_reader is not None:
        statement = text("UPDATE schema_support SET oldest_reader = :oldest_reader")
        ctx.connection.execute(statement, {"oldest_reader": oldest_reader})


def run(connection: Connection) -> None:
    """Runs the migrations in one transaction, where the database allows it."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=plain_type,
        compare_type=True,
        transactional_ddl=True,  # the engine begins SQLite's transactions itself
        on_version_apply=note_support,
    )
    with context.begin_transaction():
        take_turn(connection)
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    engine = create(
        context.config.get_main_option("sqlalchemy.url") or settings().database_url, writes=True
    )
    with engine.connect() as connection:
        run(connection)
    engine.dispose()
