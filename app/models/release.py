"""Releases, what kind of data the database holds, and which versions of the code may read it."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from app.models.base import UtcTime


class DatasetRow(SQLModel, table=True):
    """One row, written with the first release: `real` or `demo`."""

    __tablename__ = "dataset"
    __table_args__ = (
        CheckConstraint("id = 1", name="one_row"),
        CheckConstraint("kind IN ('real', 'demo')", name="kind"),
    )

    id: int = Field(default=1, primary_key=True)
    kind: str


class ReleaseRow(SQLModel, table=True):
    """A release; `sha256` is that of its canonical export. `reason` is why it was made, in the
    words of whoever published, and in their language; `office` is which office did, and
    `ledger_hash` the hash of the ledger's last line about it."""

    __tablename__ = "release"

    number: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    published_at: datetime = Field(sa_type=UtcTime)
    summary: str
    sha256: str
    reason: str | None = None
    reason_language: str | None = None
    office: str | None = None
    ledger_hash: str | None = None


class NumberingRow(SQLModel, table=True):
    """One row: the highest number that any release ever had, also one that is here no more."""

    __tablename__ = "numbering"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(default=1, primary_key=True)
    highest: int


class SchemaSupportRow(SQLModel, table=True):
    """One row, written by migrations: the oldest migration whose code may still read the tables."""

    __tablename__ = "schema_support"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(default=1, primary_key=True)
    oldest_reader: str
