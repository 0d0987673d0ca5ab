"""Evaluations with their areas, questions and findings, and gold stars beside them."""

from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Index
from sqlmodel import Field, SQLModel

from app.models.base import OPTIONAL_JSON, Revision, Tenths, revision_rules


def _score_or_reason(prefix: str = "") -> CheckConstraint:
    """A figure has either a score or a reason why it is missing."""
    return CheckConstraint(
        f"({prefix}score IS NULL) = ({prefix}missing IS NOT NULL)", name="score_or_reason"
    )


class EvaluationRevision(Revision, table=True):
    """An evaluation. Total, detail, family, population and size group are worked out beforehand.

    `told` holds what is only ever read whole: discrepancies, what the source states of its standing
    and its changes, notes, what the municipality replied, the report's preface and closing part.
    """

    __tablename__ = "evaluation"
    __table_args__ = revision_rules(
        "evaluation",
        Index("ix_evaluation_municipality", "municipality"),
        _score_or_reason("total_"),
    )

    municipality: str
    country: str
    year: int
    year_basis: str | None = None
    version: str
    version_basis: str
    family: str
    detail: str
    total_score: Decimal | None = Field(default=None, sa_type=Tenths)
    total_stated: Decimal | None = Field(default=None, sa_type=Tenths)
    total_max: Decimal = Field(sa_type=Tenths)
    total_missing: str | None = None
    population_year: int | None = None
    population_inhabitants: int | None = None
    population_source: str | None = None
    population_basis: str | None = None
    size_group: str | None = None
    source_title: str
    source_url: str | None = None
    report_number: str | None = None
    groups: list[dict[str, Any]] | None = Field(default=None, sa_type=OPTIONAL_JSON)
    told: dict[str, Any] = Field(sa_type=JSON)


class AreaResultRow(SQLModel, table=True):
    """An area of an evaluation: all eight are kept, missing ones with their reason."""

    __tablename__ = "area_result"
    __table_args__ = (_score_or_reason(),)

    evaluation_id: int = Field(foreign_key="evaluation.id", primary_key=True)
    area: int = Field(primary_key=True)
    score: Decimal | None = Field(default=None, sa_type=Tenths)
    stated: Decimal | None = Field(default=None, sa_type=Tenths)
    max: Decimal = Field(sa_type=Tenths)
    missing: str | None = None


class QuestionResultRow(SQLModel, table=True):
    """A question of an area, in the order of the method."""

    __tablename__ = "question_result"
    __table_args__ = (_score_or_reason(), Index("ix_question_result_code", "code", "evaluation_id"))

    evaluation_id: int = Field(foreign_key="evaluation.id", primary_key=True)
    area: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    code: str
    score: Decimal | None = Field(default=None, sa_type=Tenths)
    stated: Decimal | None = Field(default=None, sa_type=Tenths)
    max: Decimal = Field(sa_type=Tenths)
    missing: str | None = None
    reconstructed: bool
    note: dict[str, Any] | None = Field(default=None, sa_type=OPTIONAL_JSON)
    text: dict[str, Any] | None = Field(default=None, sa_type=OPTIONAL_JSON)


class FindingRow(SQLModel, table=True):
    """A strength, challenge or weakness of an area, in the order of the source."""

    __tablename__ = "finding"

    evaluation_id: int = Field(foreign_key="evaluation.id", primary_key=True)
    area: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    kind: str
    language: str
    text: str


class GoldStarRevision(Revision, table=True):
    """A gold star, a record of its own; its key is `<evaluation>/<n>`, counted from 1."""

    __tablename__ = "gold_star"
    __table_args__ = revision_rules("gold_star", Index("ix_gold_star_evaluation", "evaluation"))

    evaluation: str
    position: int
    scope: str
    area: int | None = None
    question: str | None = None
    practice: dict[str, Any] = Field(sa_type=JSON)
    why: dict[str, Any] | None = Field(default=None, sa_type=OPTIONAL_JSON)
