"""How many were evaluated, as sources say."""

from typing import Any

from sqlmodel import Field

from app.models.base import OPTIONAL_JSON, Revision, revision_rules


class KnownEvaluatedRevision(Revision, table=True):
    """A count of those evaluated; its key is its id."""

    __tablename__ = "known_evaluated"
    __table_args__ = revision_rules("known_evaluated")

    country: str
    family: str | None = None
    unit: str
    since: int | None = None
    as_of: int
    n: int
    at_least: bool
    approximate: bool
    source_title: str | None = None
    source_url: str | None = None
    note: dict[str, Any] | None = Field(default=None, sa_type=OPTIONAL_JSON)
