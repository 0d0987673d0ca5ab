"""The instrument: one document for each method version, and one for the rules between them."""

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field

from app.models.base import Revision, revision_rules


class MethodVersionRevision(Revision, table=True):
    """A method version, whole; its key is the version's name."""

    __tablename__ = "method_version"
    __table_args__ = revision_rules("method_version")

    document: dict[str, Any] = Field(sa_type=JSON)


class InstrumentRevision(Revision, table=True):
    """Comparability, size groups and scoring criteria; the one key is `instrument`."""

    __tablename__ = "instrument"
    __table_args__ = revision_rules("instrument")

    document: dict[str, Any] = Field(sa_type=JSON)
