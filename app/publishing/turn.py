"""One writer at a time: those who publish, migrate or restore wait for each other, not for ever."""

from sqlalchemy import Connection, func, select

from app.queries.watching import CHANNEL

WRITERS_LOCK = 7_364_019
"""The advisory lock that writers on PostgreSQL wait for. Any number will do."""


def take_turn(connection: Connection) -> None:
    """Waits until no other writer is at work, and keeps others waiting until the transaction ends.

    The engine bounds the wait. SQLite's writing transaction has taken the write lock by itself when
    it began.

    Raises:
        OperationalError: another writer has not ended within `bounds.WRITER_LOCK_SECONDS`.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(WRITERS_LOCK)))


def tell_readers(connection: Connection) -> None:
    """Tells the processes that show the site, once the transaction has come to its end: what is
    public has changed. Those on SQLite look for themselves."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_notify(CHANNEL, "")))
