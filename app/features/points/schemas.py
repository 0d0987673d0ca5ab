"""What the API answers of points: a figure at a time, with all that is needed to read it."""

from datetime import datetime
from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.score import Level
from app.web.api.evaluation_document import FigureOut, SourceOut
from app.web.api.evaluation_reference import EvaluationRef, page_of
from app.web.api.schemas import Links, Listing, Said


class PointItem(FigureOut):
    """One figure of one evaluation."""

    inherited_from = "figure"

    evaluation: EvaluationRef = Field(validation_alias="summary")
    level: Level = Field(validation_alias=AliasPath("place", "level"))
    measure: str = Field(
        validation_alias=AliasPath("place", "measure"),
        description="`total`, the number of an area, or the code of a question: what a code means "
        "depends on the method version.",
    )
    area: int | None = Field(
        validation_alias=AliasPath("place", "area"),
        description="The area, also that of a question; null for the total.",
    )
    label: Said = Field(description="What the figure is of: the total, an area or a question.")
    reconstructed: bool = Field(description="Whether a digit was lost in print and worked out.")
    source: SourceOut = Field(validation_alias=AliasPath("evaluation", "source"))
    changed_in: int = Field(
        validation_alias=AliasPath("change", "release"),
        description="The release in which the evaluation came or last changed.",
    )
    updated: datetime = Field(
        validation_alias=AliasPath("change", "at"), description="When that was published (UTC)."
    )
    page: Annotated[str, page_of(lambda point: point.summary)] = Field(
        description="Where people read the evaluation."
    )


class PointListing(Listing[PointItem]):
    """The figures that fit."""

    links: Links
