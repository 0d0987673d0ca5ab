"""Engines for PostgreSQL. Every wait for the server ends, even where the server says nothing."""

from typing import Any, Final

import psycopg
from psycopg.errors import OperationalError
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError, SQLAlchemyError

from app import bounds
from app.database.purpose import Purpose

_LATER: Final = 0.5
"""Seconds that the server has to say itself that a statement took too long."""
_KEEPALIVES: Final = {
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
_NEW: Final = "new"
_POOL: Final = "pool"


class _Connection(psycopg.Connection[Any]):
    """A connection that is given up where the server does not answer in time.

    The server's own limits say nothing where the server stands still, and the network may swallow
    what it says.
    """

    patience: float = bounds.STATEMENT_SECONDS

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        if timeout is not None:  # the library's own, which it handles itself
            return super().wait(gen, interval, timeout)
        began = self.patience
        try:
            return super().wait(gen, interval, began)
        except psycopg.errors._WaitTimeout as error:
            self.pgconn.finish()
            raise OperationalError(f"no answer within {began:g} seconds") from error


def create(url: URL, purpose: Purpose) -> Engine:
    """An engine within the bounds of its purpose."""
    engine = create_engine(
        url,
        isolation_level="READ COMMITTED" if purpose.writes else "REPEATABLE READ",
        hide_parameters=True,  # what somebody searched for is nothing for a log
        pool_size=purpose.connections,
        max_overflow=purpose.spare,
        pool_timeout=bounds.POOL_SECONDS,
        connect_args={
            "connect_timeout": bounds.CONNECT_SECONDS,
            "options": f"-c statement_timeout={purpose.statement * 1000:.0f} "
            f"-c lock_timeout={purpose.lock * 1000:.0f}",
            **_KEEPALIVES,
        },
    )
    patience = purpose.statement + _LATER

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: Any, _record: Any, arguments: Any, named: Any) -> _Connection:
        connection = _Connection.connect(*arguments, **named)
        connection.patience = patience
        connection.read_only = not purpose.writes or None
        return connection

    @event.listens_for(engine, "connect")
    def note(_connection: Any, record: Any) -> None:
        record.info[_NEW] = True
        record.info[_POOL] = engine.pool

    @event.listens_for(engine, "checkin")
    def part(_connection: Any, record: Any) -> None:
        """A connection that comes back to a pool that was closed meanwhile is closed as well."""
        if record.info.get(_POOL) is not engine.pool:
            record.invalidate()

    @event.listens_for(engine, "checkout")
    def check(connection: _Connection, record: Any, _proxy: Any) -> None:
        if not record.info.pop(_NEW, False):
            _ping(connection, patience)

    return engine


def _ping(connection: _Connection, patience: float) -> None:
    """Shows that a connection is alive. One that is not takes all those with it that are as old."""
    connection.patience = bounds.PING_SECONDS
    try:
        connection.autocommit = True
        connection.execute("SELECT 1")
        connection.autocommit = False
    except psycopg.Error as error:
        dead = DisconnectionError(str(error))
        dead.invalidate_pool = True
        raise dead from error
    finally:
        connection.patience = patience


class Listener:
    """Hears at once that something has been published, where the server can say so."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._pooled: Any = None

    def open(self, channel: str) -> int:
        """Begins to listen, and returns the file descriptor that becomes readable at news.

        Raises:
            ConnectionError: the server cannot be listened to.
        """
        self.close()
        try:
            self._pooled = self._engine.raw_connection()
            connection: _Connection = self._pooled.driver_connection
            connection.autocommit = True
            connection.execute(f'LISTEN "{channel}"'.encode())
            return connection.fileno()
        except (psycopg.Error, SQLAlchemyError) as error:
            self.close()
            raise ConnectionError(str(error)) from error

    def hear(self) -> None:
        """Takes what has come.

        Raises:
            ConnectionError: the connection is gone.
        """
        try:
            for _ in self._pooled.driver_connection.notifies(timeout=0):
                pass
        except psycopg.Error as error:
            self.close()
            raise ConnectionError(str(error)) from error

    def close(self) -> None:
        if self._pooled is not None:
            pooled, self._pooled = self._pooled, None
            pooled.invalidate()
