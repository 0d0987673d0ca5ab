"""The highest number ever used, and which code may still read the tables."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

oldest_reader = "0002"
"""It adds two tables, which code of 0002 does not look at."""


def one_row_table(name: str, column: sa.Column[int] | sa.Column[str]) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        column,
        sa.CheckConstraint("id = 1", name=op.f(f"ck_{name}_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )


def upgrade() -> None:
    one_row_table("numbering", sa.Column("highest", sa.Integer(), nullable=False))
    op.execute("INSERT INTO numbering SELECT 1, coalesce(max(number), 0) FROM release")
    one_row_table("schema_support", sa.Column("oldest_reader", sa.String(), nullable=False))
    op.execute("INSERT INTO schema_support VALUES (1, '0002')")


def downgrade() -> None:
    op.drop_table("schema_support")
    op.drop_table("numbering")
