"""The instrument: a document for each method version and each grouping, and one for the rules."""

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from app.models.base import Revision, revision_rules


class MethodVersionRevision(Revision, table=True):
    """A method version, whole; its key is the version's name."""

    __tablename__ = "method_version"
    __table_args__ = revision_rules("method_version")

    document: dict[str, Any] = Field(sa_type=JSON)


class GroupSchemeRevision(Revision, table=True):
    """A grouping of municipalities that others publish, with its versions and groups but not who is
    in them; its key is the scheme's name."""

    __tablename__ = "group_scheme"
    __table_args__ = revision_rules("group_scheme")

    document: dict[str, Any] = Field(sa_type=JSON)


class InstrumentRevision(Revision, table=True):
    """Comparability, size groups and scoring criteria; the one key is `instrument`."""

    __tablename__ = "instrument"
    __table_args__ = revision_rules("instrument")

    document: dict[str, Any] = Field(sa_type=JSON)
