"""Runs migrations on the configured database, or on a connection handed over in the config."""

from typing import Any

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from app.config import settings
from app.database import create
from app.models import metadata


def plain_type(kind: str, obj: Any, _context: Any) -> str | bool:
    """Migrations name the type that the database sees, not our own: they outlive the code."""
    if kind == "type" and isinstance(obj, TypeDecorator):
        return f"sa.{obj.impl_instance!r}"
    if kind == "type" and obj.__class__.__name__ == "AutoString":
        return "sa.String()"
    return False


def run(connection: Connection) -> None:
    """Runs the migrations in one transaction, where the database allows it."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        render_item=plain_type,
        compare_type=True,
        transactional_ddl=True,  # the engine begins SQLite's transactions itself
    )
    with context.begin_transaction():
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
