"""What the API answers of the method: its versions, and what may be compared."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.score import Level
from app.features.methods.pairs import LevelMatrix
from app.web.api.comparing import ComparabilityOut
from app.web.api.evaluation_document import SourceOut
from app.web.api.schemas import Links, Listing, Of, Out, Points, Said, Text, With


class MethodItem(Out):
    """One version of the method."""

    version: str = Field(validation_alias=AliasPath("definition", "version"))
    family: str = Field(validation_alias=AliasPath("definition", "family"))
    family_versions: list[str] = Field(
        validation_alias="family", description="Those that share its areas, oldest first."
    )
    year_from: int = Field(validation_alias=AliasPath("definition", "year_from"))
    year_to: int | None = Field(
        validation_alias=AliasPath("definition", "year_to"),
        description="Null where it is in use.",
    )
    max: Points = Field(validation_alias=AliasPath("definition", "max"))
    areas: Annotated[int, Of(lambda line: len(line.definition.areas))]
    questions: int = Field(description="How many questions are known here; 0 where none is.")
    indicators: int | None = Field(validation_alias=AliasPath("definition", "indicator_count"))
    evaluations: int = Field(description="How many evaluations here used it.")
    summary: Text = Field(validation_alias=AliasPath("definition", "summary"))
    source: SourceOut | None


class PairOut(Out):
    """May results of two versions be compared? The order of the two makes no difference."""

    versions: list[str] = Field(min_length=2, max_length=2)
    comparability: ComparabilityOut = Field(validation_alias="found")


def _pairs(matrix: LevelMatrix) -> Iterator[With]:
    """Each pair once: a version is set beside itself and those after it."""
    for at, row in enumerate(matrix.rows):
        for cell in row.cells[at:]:
            yield With(cell, versions=(row.version, cell.other))


class MatrixOut(Out):
    """Every version with itself and with each other, at one level."""

    level: Level
    pairs: Annotated[list[PairOut], Of(_pairs)]


class CriterionOut(Out):
    """One of the criteria that together decide a question's points."""

    code: str
    name: Text
    asks: Text


class SizeGroupOut(Out):
    """Both ends belong to the group; `maximum` null is without end."""

    code: str = Field(validation_alias=AliasPath("group", "code"))
    text: Said = Field(validation_alias="span")
    minimum: int = Field(validation_alias=AliasPath("group", "minimum"))
    maximum: int | None = Field(validation_alias=AliasPath("group", "maximum"))
    evaluations: int


class ChoiceOut(Out):
    """What this site has decided itself."""

    about: Said
    rule: Said


class MethodListing(Listing[MethodItem]):
    """The versions, oldest first, and the rules between them."""

    comparability: list[MatrixOut] = Field(validation_alias="matrices")
    scoring: Text = Field(validation_alias="scoring_note")
    criteria: list[CriterionOut]
    size_groups: list[SizeGroupOut] = Field(validation_alias="sizes")
    size_basis: Text
    evaluations_without_size: int = Field(validation_alias="without_size")
    editorial_choices: list[ChoiceOut] = Field(validation_alias="choices")
    links: Links
