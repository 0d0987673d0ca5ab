"""Averages that somebody else published."""

from decimal import Decimal
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from app.models.base import OPTIONAL_JSON, Revision, Tenths, revision_rules


class ReferenceAverageRevision(Revision, table=True):
    """A published average; its key is its id."""

    __tablename__ = "reference_average"
    __table_args__ = revision_rules("reference_average")

    label: dict[str, Any] = Field(sa_type=JSON)
    country: str
    family: str
    as_of: int
    statistic: str
    n: int | None = None
    size_group: str | None = None
    source_title: str
    source_url: str | None = None
    basis: str | None = None
    n_basis: str | None = None
    n_source_title: str | None = None
    n_source_url: str | None = None
    breadth: str | None = None
    note: dict[str, Any] | None = Field(default=None, sa_type=OPTIONAL_JSON)


class ReferenceFigureRow(SQLModel, table=True):
    """One figure of a published average: `total` or the number of an area."""

    __tablename__ = "reference_figure"

    reference_average_id: int = Field(foreign_key="reference_average.id", primary_key=True)
    measure: str = Field(primary_key=True)
    points: Decimal = Field(sa_type=Tenths)
