"""How a published average is known, its number, and the year of an evaluation."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

oldest_reader = "0002"
"""It adds columns that may be empty, which code of 0002 does not look at."""

AVERAGE = ("basis", "n_basis", "n_source_title", "n_source_url", "breadth")


def upgrade() -> None:
    """Leaves the columns empty: what was published before says nothing of this, and stays so."""
    for name in AVERAGE:
        op.add_column("reference_average", sa.Column(name, sa.String(), nullable=True))
    op.add_column("evaluation", sa.Column("year_basis", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("evaluation", "year_basis")
    for name in AVERAGE:
        op.drop_column("reference_average", name)
