"""What the API answers of one area: what it asks, how its points are spread, its gold stars."""

from pydantic import AliasPath, Field

from app.web.api.evaluation_document import SourceOut
from app.web.api.method_document import (
    QuestionDefinitionOut,
    VersionApartOut,
    VersionRelativeOut,
)
from app.web.api.results_document import ResultsOut, StarsOf
from app.web.api.schemas import Links, Points, Released, Said, Text


class AreaAnswer(ResultsOut, Released):
    """One area of a method version. Its results are those of the whole method family."""

    version: str = Field(validation_alias=AliasPath("version", "version"))
    family: str = Field(validation_alias=AliasPath("version", "family"))
    no: int = Field(validation_alias=AliasPath("area", "no"))
    name: Text = Field(validation_alias=AliasPath("area", "name"))
    max: Points = Field(validation_alias=AliasPath("area", "max"))
    definition: Text | None = Field(validation_alias=AliasPath("area", "definition"))
    note: Text | None = Field(validation_alias=AliasPath("area", "note"))
    questions: list[QuestionDefinitionOut] = Field(
        validation_alias=AliasPath("area", "questions"),
        description="Empty where the questions of the version are not known.",
    )
    points_not_shown: Points = Field(
        validation_alias=AliasPath("area", "points_not_shown"),
        description="What no known question carries; 0 without any.",
    )
    caution: list[Said] = Field(description="What to know where results of several versions fit.")
    gold_stars: StarsOf
    relatives: list[VersionRelativeOut]
    apart: list[VersionApartOut]
    sources: list[SourceOut]
    links: Links
