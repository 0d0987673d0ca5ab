"""One after it that takes something away: code of 0003 reads no more."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None
oldest_reader = "0004"


def upgrade() -> None:
    op.drop_table("finding_word")


def downgrade() -> None:
    raise NotImplementedError("there is no way back from here")
