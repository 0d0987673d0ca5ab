"""The words that gold stars and findings are found by. They follow from the texts, and are no part
of what a release is signed for."""

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel


def _by_beginning(table: str) -> Index:
    """Finds words by how they begin, letter by letter whatever the language of the database."""
    return Index(f"ix_{table}_word", "word", postgresql_ops={"word": "text_pattern_ops"})


class GoldStarWordRow(SQLModel, table=True):
    """A word of a gold star: `field` says where it stands, `language` whose rules cut the stem."""

    __tablename__ = "gold_star_word"
    __table_args__ = (_by_beginning("gold_star_word"),)

    gold_star_id: int = Field(foreign_key="gold_star.id", primary_key=True)
    field: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    word: str = Field(primary_key=True)
    stem: str = Field(index=True)


class FindingWordRow(SQLModel, table=True):
    """A word of a finding."""

    __tablename__ = "finding_word"
    __table_args__ = (_by_beginning("finding_word"),)

    evaluation_id: int = Field(foreign_key="evaluation.id", primary_key=True)
    area: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    language: str = Field(primary_key=True)
    word: str = Field(primary_key=True)
    stem: str = Field(index=True)


class WordRulesRow(SQLModel, table=True):
    """One row: the rules that all these words were made by (`app.domain.search_words.rules`).

    None until somebody has published, or made the words anew.
    """

    __tablename__ = "word_rules"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: int = Field(default=1, primary_key=True)
    made_by: str
