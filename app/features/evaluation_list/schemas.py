"""What the API answers of a list of evaluations: their figures without their story."""

from typing import Annotated

from pydantic import Field

from app.domain.evaluation import DetailLevel
from app.domain.score import Measure
from app.web.api.evaluation_document import MissingOut, SourceOut
from app.web.api.evaluation_reference import AreasOf, EvaluationRef, TotalOf, page_of
from app.web.api.group_document import GroupKeysOf
from app.web.api.provenance_document import ChangedOut, StatedOf
from app.web.api.schemas import Links, Listing, Said


class EvaluationItem(EvaluationRef, ChangedOut):
    """One evaluation in a list. What is null in `total` and `areas` has its reason in `missing`."""

    detail: DetailLevel
    size_group: str | None
    groups: GroupKeysOf
    inhabitants: int | None
    total: TotalOf
    areas: AreasOf
    missing: dict[Measure, MissingOut] = Field(
        description="Why points are absent, by the number of the area or `total`."
    )
    stated_points: StatedOf
    source: SourceOut
    page: Annotated[str, page_of(lambda evaluation: evaluation)] = Field(
        description="Where people read the evaluation."
    )


class EvaluationListing(Listing[EvaluationItem]):
    """The evaluations that fit."""

    remarks: list[Said] = Field(description="What must be known to read the list right.")
    links: Links
