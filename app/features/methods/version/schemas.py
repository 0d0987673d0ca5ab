"""What the API answers of one method version: its areas, its questions, and its kin."""

from typing import Annotated

from pydantic import AliasPath, Field

from app.features.methods.pairs import VersionPair
from app.features.methods.schemas import MethodItem
from app.web.api.comparing import ComparabilityOut
from app.web.api.method_document import QuestionDefinitionOut
from app.web.api.schemas import Links, Of, Out, Points, Released, Said, Text, With


class AreaNameOut(Out):
    """What an area is called in a language."""

    lang: str = Field(validation_alias="language")
    text: str
    unofficial: bool = Field(validation_alias="ours")


class AreaDefinitionOut(Out):
    """An area as the version defines it."""

    no: int = Field(validation_alias=AliasPath("definition", "no"))
    name: Text = Field(validation_alias=AliasPath("definition", "name"))
    names: list[AreaNameOut] = Field(description="In every language that it is kept in.")
    short: Text | None = Field(validation_alias=AliasPath("definition", "short"))
    max: Points = Field(validation_alias=AliasPath("definition", "max"))
    definition: Text | None = Field(validation_alias=AliasPath("definition", "definition"))
    note: Text | None = Field(validation_alias=AliasPath("definition", "note"))
    questions: list[QuestionDefinitionOut] = Field(
        validation_alias=AliasPath("definition", "questions")
    )
    questions_max: Points = Field(
        description="What the known questions can give together; the area's maximum without any."
    )


class DetailOut(Out):
    """How much is public of the evaluations that used the version."""

    text: Said
    n: int


class BesideVersionOut(Out):
    """May results be set beside those of another version (or of the same)?"""

    version: str = Field(validation_alias="other")
    total: ComparabilityOut
    area: ComparabilityOut
    question: ComparabilityOut


def _beside(beside: VersionPair) -> With:
    return With(beside, **{cell.found.level.value: cell.found for cell in beside.cells})


class MethodAnswer(MethodItem, Released):
    """One version of the method."""

    inherited_from = "line"

    area_definitions: Annotated[list[AreaDefinitionOut], Of(lambda content: content.areas)]
    details: Annotated[
        list[DetailOut],
        Of(lambda content: [{"text": words, "n": n} for words, n in content.details]),
    ]
    comparability: Annotated[
        list[BesideVersionOut], Of(lambda content: map(_beside, content.beside))
    ]
    earlier: str | None = Field(description="The version before.")
    later: str | None = Field(description="The version after.")
    links: Links
