"""A version to come that only adds: code of 0003 reads on."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None
oldest_reader = "0003"


def upgrade() -> None:
    op.create_table("remark", sa.Column("id", sa.Integer(), primary_key=True))
    op.add_column("evaluation", sa.Column("remark", sa.String(), nullable=True))
    op.create_index("ix_evaluation_year", "evaluation", ["year"])


def downgrade() -> None:
    op.drop_index("ix_evaluation_year", "evaluation")
    op.drop_column("evaluation", "remark")
    op.drop_table("remark")
