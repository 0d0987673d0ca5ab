"""A version to come that only adds: the code of now reads on."""

import sqlalchemy as sa
from alembic import op

from tests.upkeep.spoiled import NEXT, NOW

revision = NEXT
down_revision = NOW
branch_labels = None
depends_on = None
oldest_reader = NOW


def upgrade() -> None:
    op.create_table("remark", sa.Column("id", sa.Integer(), primary_key=True))
    op.add_column("evaluation", sa.Column("remark", sa.String(), nullable=True))
    op.create_index("ix_evaluation_remark", "evaluation", ["remark"])


def downgrade() -> None:
    op.drop_index("ix_evaluation_remark", "evaluation")
    op.drop_column("evaluation", "remark")
    op.drop_table("remark")
