"""The words that gold stars and findings are found by, also of what is already published."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.domain.search_words import text_words

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ROWS_AT_ONCE = 500

STARS = sa.table(
    "gold_star", sa.column("id"), *(sa.column(c, sa.JSON) for c in ("practice", "why"))
)
FINDINGS = sa.table(
    "finding", *(sa.column(c) for c in ("evaluation_id", "area", "position", "language", "text"))
)


def word_table(name: str, owner: str, parent: str, *keys: Any) -> sa.Table:
    """A table of words that belong to one revision of `parent`."""
    names = [key.name for key in keys]
    table = op.create_table(
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
    return table


def upgrade() -> None:
    stars = word_table(
        "gold_star_word",
        "gold_star_id",
        "gold_star",
        sa.Column("field", sa.String(), nullable=False),
    )
    findings = word_table(
        "finding_word",
        "evaluation_id",
        "evaluation",
        sa.Column("area", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
    )
    connection = op.get_bind()
    fill(stars, list(star_words(connection.execute(sa.select(STARS)).mappings())))
    fill(findings, list(finding_words(connection.execute(sa.select(FINDINGS)).mappings())))


def fill(table: sa.Table, rows: list[dict[str, Any]]) -> None:
    for start in range(0, len(rows), ROWS_AT_ONCE):
        op.get_bind().execute(sa.insert(table), rows[start : start + ROWS_AT_ONCE])


def star_words(stars: Iterable[Mapping[Any, Any]]) -> Iterable[dict[str, Any]]:
    for star in stars:
        for field in ("practice", "why"):
            texts = star[field]["texts"] if star[field] else {}
            words = {w for language, text in texts.items() for w in text_words(text, language)}
            for held in words:
                yield {"gold_star_id": star["id"], "field": field, **columns(held)}


def finding_words(findings: Iterable[Mapping[Any, Any]]) -> Iterable[dict[str, Any]]:
    for finding in findings:
        place = {name: finding[name] for name in ("evaluation_id", "area", "position")}
        for held in text_words(finding["text"], finding["language"]):
            yield {**place, **columns(held)}


def columns(held: Any) -> dict[str, str]:
    return {"language": held.language.value, "word": held.word, "stem": held.stem}


def downgrade() -> None:
    op.drop_table("finding_word")
    op.drop_table("gold_star_word")
