"""Which rules the words to search for were made by."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

oldest_reader = "0002"
"""It adds a table, which code of 0002 does not look at."""


def upgrade() -> None:
    """Leaves the table empty: nobody knows yet, so the program makes the words anew by its own."""
    op.create_table(
        "word_rules",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.String(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_word_rules_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_word_rules")),
    )


def downgrade() -> None:
    op.drop_table("word_rules")
