"""Migrations, one at a time: whole or not at all, and never while somebody publishes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from app.config import ROOT
from app.publishing.turn import take_turn
from app.publishing.word_index import renew_words
from app.upkeep.causes import UpkeepError, known_cause
from app.upkeep.schema import schema_of

if TYPE_CHECKING:
    from alembic.config import Config


@dataclass(frozen=True, slots=True)
class Migrated:
    """From which version to which; None stands for a database without tables.

    `words_renewed`: the words to search for had been made by other rules than this program's.
    """

    before: str | None
    after: str | None
    words_renewed: bool = False


def upgrade(engine: Engine) -> Migrated:
    """Brings the tables, and the words to search for, up to date, in one transaction.

    Raises:
        UpkeepError: they are newer than this program.
        DBAPIError: the database cannot be used, or another writer has not ended in time.
    """
    with engine.connect() as connection, connection.begin():
        take_turn(connection)
        before = schema_of(connection)
        if before.is_newer:
            raise UpkeepError(before.write_fault or known_cause("newer-schema"))
        if before.revision != before.program.head:
            migrate(connection, before.program.head)
        renewed = renew_words(connection) and before.revision is not None
        return Migrated(before.revision, before.program.head, renewed)


def migrate(connection: Connection, revision: str) -> None:
    """Brings the tables up to a version, within the transaction of the connection."""
    from alembic import command  # slow to load, and few starts need it

    command.upgrade(migrations(connection), revision)


def unmake(connection: Connection) -> None:
    """Takes all tables away, with what they hold, within the transaction of the connection."""
    from alembic import command

    command.downgrade(migrations(connection), "base")


def migrations(connection: Connection) -> "Config":
    """The configuration of the migrations, for a connection."""
    from alembic.config import Config

    config = Config(ROOT / "alembic.ini")
    config.attributes["connection"] = connection
    return config
