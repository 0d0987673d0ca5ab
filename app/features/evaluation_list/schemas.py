"""What the API answers of a list of evaluations: their figures without their story."""

from pydantic import Field

from app.domain.evaluation import DetailLevel
from app.domain.score import Measure
from app.web.api.evaluation_document import MissingOut
from app.web.api.evaluation_reference import AreasOf, EvaluationRef, TotalOf
from app.web.api.group_document import GroupKeysOf
from app.web.api.schemas import Links, Listing, Said


class EvaluationItem(EvaluationRef):
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


class EvaluationListing(Listing[EvaluationItem]):
    """The evaluations that fit."""

    remarks: list[Said] = Field(description="What must be known to read the list right.")
    links: Links
