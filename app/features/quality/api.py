"""`/api/v1/quality`: what the figures can carry."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.features.dependencies import ReadingDep
from app.features.quality.content import quality_content
from app.features.quality.schemas import QualityAnswer
from app.features.quality.tables import coverage_table
from app.web.api.answers import Offer, answer, answers_in
from app.web.api.formats import TABLES
from app.web.api.parameters import ApiParameters

router = APIRouter(tags=["Data"])


@router.get(
    "/api/v1/quality",
    response_model=QualityAnswer,
    responses=answers_in(TABLES),
    operation_id="getQuality",
    summary="Coverage, counts of those evaluated, weights, and how the areas go together",
)
def quality(
    request: Request, reading: ReadingDep, parameters: Annotated[ApiParameters, Query()]
) -> Response:
    """What the page on quality says in figures. `coverage` says of how many known to be evaluated
    the total is known here, by country and method family; `counts` are what sources say of how
    many were evaluated. Shares are 0–1."""
    found = quality_content(reading)
    offer = Offer(
        QualityAnswer, found, page="/om/kvalitet", table=lambda: coverage_table(found.coverage)
    )
    return answer(request, reading.release, offer, parameters.dialect)
