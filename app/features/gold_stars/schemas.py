"""What the API answers of gold stars, and of the findings that have the same words."""

from pydantic import AliasPath, Field

from app.domain.evaluation import FindingKind
from app.web.api.evaluation_document import FigureOut, GoldStarOut, SourceOut
from app.web.api.evaluation_reference import EvaluationRef
from app.web.api.schemas import Links, Listing, Out, Said, Text


class GivenStarOut(GoldStarOut):
    """A gold star with its evaluation, and the figure that it stood beside."""

    inherited_from = "star"

    area: int | None
    year: int = Field(validation_alias=AliasPath("evaluation", "year"))
    id: str
    evaluation: EvaluationRef
    area_name: Text | None
    question_label: Text | None
    figure: FigureOut | None = Field(
        validation_alias=AliasPath("given", "figure"),
        description="That of the question or area that it was given for; null where not known.",
    )
    reconstructed: bool = Field(
        validation_alias=AliasPath("given", "reconstructed"),
        description="Whether a digit of the figure was worked out.",
    )
    source: SourceOut


class FoundFindingOut(Out):
    """A strength, challenge or weakness in a report, retold in our own words."""

    evaluation: EvaluationRef
    area: int
    area_name: Text
    kind: FindingKind = Field(validation_alias=AliasPath("found", "finding", "kind"))
    text: str = Field(validation_alias=AliasPath("found", "finding", "text"))
    lang: str = Field(validation_alias=AliasPath("found", "finding", "language"))


class GoldStarListing(Listing[GivenStarOut]):
    """The gold stars that fit and, in a search, the findings that have the words."""

    findings: list[FoundFindingOut] = Field(
        description="In a search, the newest that fit, at most `limit`; the same on every page."
    )
    findings_total: int = Field(ge=0)
    remarks: list[Said] = Field(description="What must be known to read the list right.")
    links: Links
