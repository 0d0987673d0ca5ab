"""Tables of the words that gold stars and findings are found by.

They stay empty here. The words follow from texts and from rules that change with the program, so
the program fills them once the tables are those of its version.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def word_table(name: str, owner: str, parent: str, *keys: Any) -> None:
    """A table of words that belong to one revision of `parent`."""
    names = [key.name for key in keys]
    op.create_table(
        name,
        sa.Column(owner, sa.Integer(), nullable=False),
        *keys,
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("stem", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            [owner], [f"{parent}.id"], name=op.f(f"fk_{name}_{owner}_{parent}")
        ),
        sa.PrimaryKeyConstraint(owner, *names, "language", "word", name=op.f(f"pk_{name}")),
    )
    op.create_index(f"ix_{name}_stem", name, ["stem"])


def upgrade() -> None:
    word_table(
        "gold_star_word",
        "gold_star_id",
        "gold_star",
        sa.Column("field", sa.String(), nullable=False),
    )
    word_table(
        "finding_word",
        "evaluation_id",
        "evaluation",
        sa.Column("area", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("finding_word")
    op.drop_table("gold_star_word")
