"""Whether the clock that a release is dated by can be right."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, text

TOLERANCE = timedelta(minutes=1)
"""How far two clocks may be apart."""

LONG_SILENCE = timedelta(days=3 * 365)
"""Longer than this between two releases, a clock that runs ahead is the likelier."""


def clock_remarks(
    now: datetime, last: datetime | None, database: datetime | None = None
) -> tuple[str, ...]:
    """What speaks against the time `now`: the last release's time, and the database's own clock."""
    remarks = []
    if last is not None and now < last:
        remarks.append(f"The clock says {_shown(now)}, before the last release of {_shown(last)}.")
    elif last is not None and now - last > LONG_SILENCE:
        remarks.append(f"The clock says {_shown(now)}, years after the last release.")
    if database is not None and abs(now - database) > TOLERANCE:
        remarks.append(f"The clock says {_shown(now)}, the database's says {_shown(database)}.")
    return tuple(remarks)


def database_time(connection: Connection) -> datetime | None:
    """The time on the machine of the database; None on SQLite, which has no clock of its own."""
    if connection.dialect.name != "postgresql":
        return None
    time: datetime | None = connection.scalar(text("SELECT clock_timestamp()"))
    return time


def _shown(time: datetime) -> str:
    return time.strftime("%Y-%m-%d %H:%M UTC")
