"""What evaluators write of single questions for the report."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

oldest_reader = "0008"
"""It adds a column that may be empty, which earlier code does not look at."""


def upgrade() -> None:
    """Leaves the column empty. A preface and a closing part stand in `told`, and need no more."""
    op.add_column("question_result", sa.Column("text", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("question_result", "text")
