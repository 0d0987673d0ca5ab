"""The register: municipalities with their codes and inhabitants, and how they became others."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Date, Index
from sqlmodel import Field, SQLModel

from app.models.base import OPTIONAL_JSON, Revision, revision_rules


class MunicipalityRevision(Revision, table=True):
    """A municipality; its key is the slug.

    `search_terms` is no longer read: the code of before finds municipalities by it, and may answer
    while a new version is rolled out. It can be taken away with the next one.
    """

    __tablename__ = "municipality"
    __table_args__ = revision_rules("municipality")

    country: str
    name: str
    other_names: list[str] = Field(sa_type=JSON)
    earlier_names: list[str] = Field(sa_type=JSON)
    qualifier: str | None = None
    county: str
    valid_from: date | None = Field(default=None, sa_type=Date)
    valid_to: date | None = Field(default=None, sa_type=Date)
    latitude: float | None = None
    longitude: float | None = None
    names: list[dict[str, Any]] | None = Field(default=None, sa_type=OPTIONAL_JSON)
    peers: list[dict[str, Any]] | None = Field(default=None, sa_type=OPTIONAL_JSON)
    tax_bases: list[dict[str, Any]] | None = Field(default=None, sa_type=OPTIONAL_JSON)
    area_year: int | None = None
    area_total: float | None = None
    area_land: float | None = None
    area_inland_water: float | None = None
    area_sea: float | None = None
    language_form: str | None = None
    search_terms: str


class MunicipalityCodeRow(SQLModel, table=True):
    """An official code of a municipality; `position` counts from the oldest."""

    __tablename__ = "municipality_code"

    municipality_id: int = Field(foreign_key="municipality.id", primary_key=True)
    position: int = Field(primary_key=True)
    code: str = Field(index=True)
    valid_from: date | None = Field(default=None, sa_type=Date)
    valid_to: date | None = Field(default=None, sa_type=Date)
    scheme: str


class GroupMembershipRow(SQLModel, table=True):
    """A group that a scheme put a municipality in, with the days it held; `position` counts from
    the first scheme and its oldest group."""

    __tablename__ = "group_membership"

    municipality_id: int = Field(foreign_key="municipality.id", primary_key=True)
    position: int = Field(primary_key=True)
    scheme: str
    version: str
    code: str
    valid_from: date = Field(sa_type=Date)
    valid_to: date | None = Field(default=None, sa_type=Date)
    derived: bool
    index: int | None = None


class PopulationRow(SQLModel, table=True):
    """Inhabitants of a municipality in a year."""

    __tablename__ = "population"

    municipality_id: int = Field(foreign_key="municipality.id", primary_key=True)
    year: int = Field(primary_key=True)
    inhabitants: int
    source: str


class ChangeRevision(Revision, table=True):
    """A merge, split or rename; its key is `<day>/<before>/<after>`."""

    __tablename__ = "change"
    __table_args__ = revision_rules("change", Index("ix_change_before", "before"))

    day: date = Field(sa_type=Date)
    kind: str
    before: str
    after: str
    part: bool
    source: str
    note: str | None = None
