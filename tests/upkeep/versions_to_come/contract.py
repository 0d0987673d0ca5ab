"""One after it that takes something away: the code of now reads no more."""

from alembic import op

from tests.upkeep.spoiled import LATER, NEXT

revision = LATER
down_revision = NEXT
branch_labels = None
depends_on = None
oldest_reader = NEXT


def upgrade() -> None:
    op.drop_table("finding_word")


def downgrade() -> None:
    raise NotImplementedError("there is no way back from here")
