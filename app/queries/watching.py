"""The look at the newest release, on a connection of its own that no reader waits for."""

from typing import TYPE_CHECKING, Final

from sqlalchemy import Engine

from app.database import WATCHING, engine_for, listener, readers_url, session_factory
from app.domain.release import DatabaseState
from app.queries.reading import standing

if TYPE_CHECKING:
    from app.database.postgresql import Listener

CHANNEL: Final = "kompass_release"
"""What PostgreSQL tells those who listen when something has been published."""


class ReleaseWatch:
    """Asks the configured database where it stands, and hears of news where it can."""

    def __init__(self) -> None:
        self._listener: Listener | None = None

    def look_up(self) -> DatabaseState | None:
        """Where the database stands; None where nothing is published.

        Raises:
            sqlalchemy.exc.SQLAlchemyError: the database does not answer, or not so.
        """
        with session_factory(_engine())() as session:
            return standing(session)

    def listen(self) -> int | None:
        """Begins to listen: the file descriptor that becomes readable at news, None where the
        database cannot tell."""
        self._listener = listener(_engine())
        try:
            return self._listener.open(CHANNEL) if self._listener else None
        except ConnectionError:
            self._listener = None
            return None

    def hear(self) -> bool:
        """Takes the news that have come. False where the connection is gone."""
        try:
            if self._listener is not None:
                self._listener.hear()
                return True
        except ConnectionError:
            self._listener = None
        return False

    def close(self) -> None:
        """Listens no more."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None


def _engine() -> Engine:
    return engine_for(readers_url(), purpose=WATCHING)
