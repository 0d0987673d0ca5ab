"""Engines for those who keep the database, and what has to hold before one of them writes."""

from sqlalchemy import Engine

from app.config import settings
from app.database import AT_LENGTH, engine_for
from app.upkeep.causes import UpkeepError, known_cause
from app.upkeep.schema import schema_of


def writing() -> Engine:
    """The engine that writes to the configured database.

    Raises:
        UpkeepError: this place is set to be read-only.
    """
    if settings().read_only:
        raise UpkeepError(
            known_cause("read-only", "READ_ONLY is set: nothing is migrated or published here.")
        )
    return engine_for(settings().database_url, writes=True)


def reading_at_length() -> Engine:
    """The engine for those who read everything: it sees one state, and takes longer than readers
    of pages may."""
    return engine_for(settings().database_url, purpose=AT_LENGTH)


def up_to_date() -> Engine:
    """The same, where the tables are those that this program writes to.

    Raises:
        UpkeepError: they are missing, older or newer.
        DBAPIError: the database cannot be used.
    """
    engine = writing()
    with engine_for(settings().database_url).connect() as connection:
        fault = schema_of(connection).write_fault
    if fault is not None:
        raise UpkeepError(fault)
    return engine
