"""What the API answers of gold stars, and of the findings that have the same words."""

from datetime import datetime
from typing import Annotated

from pydantic import AliasPath, Field

from app.web.api.evaluation_document import FigureOut, GoldStarOut, SourceOut
from app.web.api.evaluation_reference import EvaluationRef, page_of
from app.web.api.finding_document import FoundFindingOut
from app.web.api.schemas import Links, Listing, Said, Text


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
    page: Annotated[str, page_of(lambda star: star.evaluation)] = Field(
        description="Where people read the evaluation."
    )
    changed_in: int = Field(
        validation_alias=AliasPath("change", "release"),
        description="The release in which the gold star came or last changed.",
    )
    updated: datetime = Field(
        validation_alias=AliasPath("change", "at"), description="When that was published (UTC)."
    )


class GoldStarListing(Listing[GivenStarOut]):
    """The gold stars that fit and, in a search, the findings that have the words."""

    findings: list[FoundFindingOut] = Field(
        deprecated=True,
        description="In a search, the newest that fit, at most `limit`, and on the first page "
        "alone. Ask `findings_url` for all of them, page by page.",
    )
    findings_total: int = Field(
        ge=0, deprecated=True, description="How many there are at `findings_url`."
    )
    findings_url: str | None = Field(
        description="The list of the findings that fit; null without a search."
    )
    remarks: list[Said] = Field(description="What must be known to read the list right.")
    links: Links
