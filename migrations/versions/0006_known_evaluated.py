"""How many were evaluated, as sources say."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

oldest_reader = "0002"
"""It adds a table, which older code does not look at."""

CURRENT = sa.text("release_in IS NOT NULL AND release_out IS NULL")


def upgrade() -> None:
    name = "known_evaluated"
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("release_in", sa.Integer(), nullable=True),
        sa.Column("release_out", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("family", sa.String(), nullable=True),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("since", sa.Integer(), nullable=True),
        sa.Column("as_of", sa.Integer(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("at_least", sa.Boolean(), nullable=False),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("source_title", sa.String(), nullable=True),
        sa.Column("source_url", sa.String(), nullable=True),
        sa.Column("note", sa.JSON(), nullable=True),
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


def downgrade() -> None:
    op.drop_index("uq_known_evaluated_current", "known_evaluated")
    op.drop_index("ix_known_evaluated_key", "known_evaluated")
    op.drop_table("known_evaluated")
