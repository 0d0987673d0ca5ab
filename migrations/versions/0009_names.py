"""Names in addresses that records had before."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

oldest_reader = "0008"
"""Earlier code has no names of before, and finds everything that is called as it is now."""


CURRENT = sa.text("release_in IS NOT NULL AND release_out IS NULL")


def upgrade() -> None:
    name = "alias"
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("release_in", sa.Integer(), nullable=True),
        sa.Column("release_out", sa.Integer(), nullable=True),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("old", sa.String(), nullable=False),
        sa.Column("new", sa.String(), nullable=False),
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
    op.drop_index("uq_alias_current", "alias")
    op.drop_index("ix_alias_key", "alias")
    op.drop_table("alias")
