"""What municipalities are found by is no longer kept beside them: it follows from the register."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

oldest_reader = "0009"
"""Earlier code asks for the column."""


def upgrade() -> None:
    op.drop_column("municipality", "search_terms")


def downgrade() -> None:
    """Leaves the texts empty: earlier code finds nobody by name until the next publication."""
    op.add_column(
        "municipality",
        sa.Column("search_terms", sa.String(), nullable=False, server_default=""),
    )
