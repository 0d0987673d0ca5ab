"""What all tables share: constraint names, exact points, UTC times and revisions."""

from datetime import UTC, datetime
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sqlalchemy import JSON, CheckConstraint, DateTime, Dialect, Index, Integer, text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

metadata = SQLModel.metadata
metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

OPTIONAL_JSON = JSON(none_as_null=True)
"""JSON whose absence is NULL in the database, not the JSON word for it."""


class Origin(StrEnum):
    """Who published a revision."""

    SEED = "seed"
    EDITOR = "editor"
    DEMO = "demo"


class DatasetKind(StrEnum):
    """What a database holds. Real and made-up data never share one."""

    REAL = "real"
    DEMO = "demo"


@lru_cache(maxsize=16_384)
def _points(tenths: int) -> Decimal:
    """Points, the same object for the same points: a release has few that differ."""
    return Decimal(tenths).scaleb(-1)


class Tenths(TypeDecorator[Decimal]):
    """Points with at most one decimal, stored as whole tenths so that both databases are exact."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        """Tenths of the points.

        Raises:
            ValueError: the points have more than one decimal.
        """
        if value is None:
            return None
        tenths = value * 10
        whole = int(tenths)
        if whole != tenths:
            raise ValueError(f"{value} points have more than one decimal")
        return whole

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        return None if value is None else _points(value)


class UtcTime(TypeDecorator[datetime]):
    """A point in time, in UTC. SQLite keeps no time zone, so it is taken off and put back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time in UTC.

        Raises:
            ValueError: the time has no zone.
        """
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time needs a zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Revision(SQLModel):
    """A record as it was from one release (`release_in`) to another (`release_out`).

    A current revision has no `release_out`. When it gets one, `origin_out` says who closed it;
    nothing else of a revision changes after it is written. `sha256` is that of the record's
    canonical document.
    """

    id: int | None = Field(default=None, primary_key=True)
    key: str
    release_in: int | None = Field(default=None, foreign_key="release.number")
    release_out: int | None = Field(default=None, foreign_key="release.number")
    origin: str
    origin_out: str | None = None
    sha256: str


def revision_rules(table: str, *others: Index | CheckConstraint) -> tuple[Any, ...]:
    """Constraints of a revision table: at most one current revision of a key, releases in order."""
    current = text("release_in IS NOT NULL AND release_out IS NULL")
    return (
        Index(
            f"uq_{table}_current",
            "key",
            unique=True,
            sqlite_where=current,
            postgresql_where=current,
        ),
        Index(f"ix_{table}_key", "key"),
        CheckConstraint("release_out IS NULL OR release_out > release_in", name="releases"),
        CheckConstraint("origin IN ('seed', 'editor', 'demo')", name="origin"),
        *others,
    )
