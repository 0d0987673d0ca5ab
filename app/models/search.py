"""The words that gold stars and findings are found by. They follow from the texts, and are no part
of what a release is signed for."""

from sqlmodel import Field, SQLModel


class GoldStarWordRow(SQLModel, table=True):
    """A word of a gold star: `field` says where it stands, `language` whose rules cut the stem."""

    __tablename__ = "gold_star_word"

    gold_star_id: int = Field(foreign_key="gold_star.id", primary_key=True)
    field: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    word: str = Field(primary_key=True)
    stem: str = Field(index=True)


class FindingWordRow(SQLModel, table=True):
    """A word of a finding."""

    __tablename__ = "finding_word"

    evaluation_id: int = Field(foreign_key="evaluation.id", primary_key=True)
    area: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    language: str = Field(primary_key=True)
    word: str = Field(primary_key=True)
    stem: str = Field(index=True)
