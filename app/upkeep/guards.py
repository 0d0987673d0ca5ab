"""Triggers by which tables refuse what must not be done to them, out of the way for a restore."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Takes every trigger off the tables and puts it back as it was.

    It is part of the transaction: nobody else ever sees a table without them, and where the work
    fails they were never gone.
    """
    put_aside = list(_triggers(connection))
    for off, _ in put_aside:
        connection.execute(text(off))
    yield
    for _, on in put_aside:
        connection.exec_driver_sql(on)


def _triggers(connection: Connection) -> list[tuple[str, str]]:
    """Statements that take each trigger away, and that bring it back."""
    if connection.dialect.name == "sqlite":
        listed = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name"
        return [(f'DROP TRIGGER "{name}"', sql) for name, sql in connection.execute(text(listed))]
    listed = (
        "SELECT DISTINCT relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
        "WHERE NOT tgisinternal AND relnamespace = current_schema()::regnamespace ORDER BY relname"
    )
    return [
        (
            f'ALTER TABLE "{table}" DISABLE TRIGGER USER',
            f'ALTER TABLE "{table}" ENABLE TRIGGER USER',
        )
        for table in connection.scalars(text(listed))
    ]
