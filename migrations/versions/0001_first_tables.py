"""Releases, revisions and all that belongs to them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

CURRENT = sa.text("release_in IS NOT NULL AND release_out IS NULL")


def revision_table(name: str, *rest: Any) -> None:
    """A table of records that are never overwritten: at most one revision of a key is current."""
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("release_in", sa.Integer(), nullable=True),
        sa.Column("release_out", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        *rest,
        sa.CheckConstraint("origin IN ('seed', 'editor', 'demo')", name=op.f(f"ck_{name}_origin")),
        sa.CheckConstraint(
            "release_out IS NULL OR release_out > release_in", name=op.f(f"ck_{name}_releases")
        ),
        sa.ForeignKeyConstraint(
            ["release_in"], ["release.number"], name=op.f(f"fk_{name}_release_in_release")
        ),
        sa.ForeignKeyConstraint(
            ["release_out"], ["release.number"], name=op.f(f"fk_{name}_release_out_release")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    op.create_index(f"ix_{name}_key", name, ["key"])
    op.create_index(
        f"uq_{name}_current",
        name,
        ["key"],
        unique=True,
        sqlite_where=CURRENT,
        postgresql_where=CURRENT,
    )


def child_table(name: str, parent: str, keys: tuple[str, ...], *columns: Any) -> None:
    """A table whose rows belong to one revision of `parent`."""
    owner = f"{parent}_id"
    op.create_table(
        name,
        sa.Column(owner, sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            [owner], [f"{parent}.id"], name=op.f(f"fk_{name}_{owner}_{parent}")
        ),
        sa.PrimaryKeyConstraint(owner, *keys, name=op.f(f"pk_{name}")),
    )


def score_or_reason(table: str, prefix: str = "") -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"({prefix}score IS NULL) = ({prefix}missing IS NOT NULL)",
        name=op.f(f"ck_{table}_score_or_reason"),
    )


def upgrade() -> None:
    op.create_table(
        "dataset",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.CheckConstraint("kind IN ('real', 'demo')", name=op.f("ck_dataset_kind")),
        sa.CheckConstraint("id = 1", name=op.f("ck_dataset_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dataset")),
    )
    op.create_table(
        "release",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_release")),
    )
    revision_table("method_version", sa.Column("document", sa.JSON(), nullable=False))
    revision_table("instrument", sa.Column("document", sa.JSON(), nullable=False))
    create_register()
    create_reference_averages()
    create_evaluations()


def create_register() -> None:
    revision_table(
        "municipality",
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("other_names", sa.JSON(), nullable=False),
        sa.Column("earlier_names", sa.JSON(), nullable=False),
        sa.Column("qualifier", sa.String(), nullable=True),
        sa.Column("county", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("search_terms", sa.String(), nullable=False),
    )
    child_table(
        "municipality_code",
        "municipality",
        ("position",),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("scheme", sa.String(), nullable=False),
    )
    op.create_index("ix_municipality_code_code", "municipality_code", ["code"])
    child_table(
        "population",
        "municipality",
        ("year",),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("inhabitants", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
    )
    revision_table(
        "change",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("part", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
    )


def create_reference_averages() -> None:
    revision_table(
        "reference_average",
        sa.Column("label", sa.JSON(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("as_of", sa.Integer(), nullable=False),
        sa.Column("statistic", sa.String(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("size_group", sa.String(), nullable=True),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_url", sa.String(), nullable=True),
        sa.Column("note", sa.JSON(), nullable=True),
    )
    child_table(
        "reference_figure",
        "reference_average",
        ("measure",),
        sa.Column("measure", sa.String(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
    )


def create_evaluations() -> None:
    revision_table(
        "evaluation",
        sa.Column("municipality", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("version_basis", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("total_score", sa.Integer(), nullable=True),
        sa.Column("total_stated", sa.Integer(), nullable=True),
        sa.Column("total_max", sa.Integer(), nullable=False),
        sa.Column("total_missing", sa.String(), nullable=True),
        sa.Column("population_year", sa.Integer(), nullable=True),
        sa.Column("population_inhabitants", sa.Integer(), nullable=True),
        sa.Column("population_source", sa.String(), nullable=True),
        sa.Column("population_basis", sa.String(), nullable=True),
        sa.Column("size_group", sa.String(), nullable=True),
        sa.Column("source_title", sa.String(), nullable=False),
        sa.Column("source_url", sa.String(), nullable=True),
        sa.Column("report_number", sa.String(), nullable=True),
        sa.Column("told", sa.JSON(), nullable=False),
        score_or_reason("evaluation", "total_"),
    )
    op.create_index("ix_evaluation_municipality", "evaluation", ["municipality"])
    child_table(
        "area_result",
        "evaluation",
        ("area",),
        sa.Column("area", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("stated", sa.Integer(), nullable=True),
        sa.Column("max", sa.Integer(), nullable=False),
        sa.Column("missing", sa.String(), nullable=True),
        score_or_reason("area_result"),
    )
    child_table(
        "question_result",
        "evaluation",
        ("area", "position"),
        sa.Column("area", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("stated", sa.Integer(), nullable=True),
        sa.Column("max", sa.Integer(), nullable=False),
        sa.Column("missing", sa.String(), nullable=True),
        sa.Column("reconstructed", sa.Boolean(), nullable=False),
        sa.Column("note", sa.JSON(), nullable=True),
        score_or_reason("question_result"),
    )
    child_table(
        "finding",
        "evaluation",
        ("area", "position"),
        sa.Column("area", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
    )
    revision_table(
        "gold_star",
        sa.Column("evaluation", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("area", sa.Integer(), nullable=True),
        sa.Column("question", sa.String(), nullable=True),
        sa.Column("practice", sa.JSON(), nullable=False),
        sa.Column("why", sa.JSON(), nullable=True),
    )
    op.create_index("ix_gold_star_evaluation", "gold_star", ["evaluation"])


def downgrade() -> None:
    for table in (
        "gold_star",
        "finding",
        "question_result",
        "area_result",
        "evaluation",
        "reference_figure",
        "reference_average",
        "change",
        "population",
        "municipality_code",
        "municipality",
        "instrument",
        "method_version",
        "release",
        "dataset",
    ):
        op.drop_table(table)
