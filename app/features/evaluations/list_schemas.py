"""What the API answers of a list of evaluations: their figures without their story."""

from collections.abc import Mapping

from pydantic import Field

from app.domain.evaluation import EvaluationSummary
from app.domain.municipality import Municipality
from app.domain.score import AREA_MEASURES, Measure, MissingKind
from app.web.api.evaluation_document import MissingOut, missing_out
from app.web.api.evaluation_reference import EvaluationRef, evaluation_ref
from app.web.api.schemas import Link, Listing, Points


class EvaluationItem(EvaluationRef):
    """One evaluation in a list. What is null in `total` and `areas` has its reason in `missing`."""

    detail: str
    size_group: str | None
    inhabitants: int | None
    total: Points | None
    areas: dict[str, Points | None] = Field(description="Points by the number of the area.")
    missing: dict[str, MissingOut] = Field(
        description="Why points are absent, by the number of the area or `total`."
    )


class EvaluationListing(Listing[EvaluationItem]):
    """The evaluations that fit."""

    remarks: list[str] = Field(description="What must be known to read the list right.")
    links: Link


def evaluation_item(
    evaluation: EvaluationSummary,
    missing: Mapping[Measure, MissingKind],
    municipality: Municipality,
    language: str,
) -> EvaluationItem:
    return EvaluationItem(
        **evaluation_ref(evaluation, municipality).model_dump(),
        detail=evaluation.detail.value,
        size_group=evaluation.size_group,
        inhabitants=evaluation.inhabitants,
        total=evaluation.score(Measure.TOTAL),
        areas={measure.value: evaluation.score(measure) for measure in AREA_MEASURES},
        missing={measure.value: missing_out(kind, language) for measure, kind in missing.items()},
    )
