"""Indexes for what pages ask of a large database."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

oldest_reader = "0002"
"""It adds indexes, which no statement names."""


def upgrade() -> None:
    op.create_index("ix_question_result_code", "question_result", ["code", "evaluation_id"])
    op.create_index("ix_change_before", "change", ["before"])
    for table in ("gold_star_word", "finding_word"):
        op.create_index(
            f"ix_{table}_word", table, ["word"], postgresql_ops={"word": "text_pattern_ops"}
        )


def downgrade() -> None:
    for table in ("finding_word", "gold_star_word"):
        op.drop_index(f"ix_{table}_word", table)
    op.drop_index("ix_change_before", "change")
    op.drop_index("ix_question_result_code", "question_result")
