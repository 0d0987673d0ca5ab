"""One writer at a time: those who publish, migrate or restore wait for each other, not for ever."""

from sqlalchemy import Connection, text

from app import bounds

WRITERS_LOCK = 7_364_019
"""The advisory lock that writers on PostgreSQL wait for. Any number will do."""


def take_turn(connection: Connection) -> None:
    """Waits until no other writer is at work, and keeps others waiting until the transaction ends.

    SQLite's writing transaction has taken the write lock by itself when it began.

    Raises:
        OperationalError: another writer has not ended within `bounds.WRITER_LOCK_SECONDS`.
    """
    if connection.dialect.name != "postgresql":
        return
    before = connection.scalar(text("SHOW lock_timeout"))
    bound = text("SELECT set_config('lock_timeout', :bound, true)")
    connection.execute(bound, {"bound": f"{bounds.WRITER_LOCK_SECONDS}s"})
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITERS_LOCK})
    connection.execute(bound, {"bound": before})
