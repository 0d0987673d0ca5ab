"""`/api/v1/findings`: what reports say in words."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.features.dependencies import ReadingDep
from app.features.findings.content import (
    FindingFilterParameters,
    fitting_findings,
    listed_findings,
)
from app.features.findings.schemas import FindingListing
from app.features.findings.tables import findings_table
from app.queries import register
from app.web.api.answers import Offer, answer, answers_in, part_of
from app.web.api.formats import TABLES
from app.web.api.parameters import ListingParameters
from app.web.filters.named import NAMES_EVALUATIONS
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Findings"])

NOT_OF_THE_PAGE: Final = ("family", "kind", *NAMES_EVALUATIONS)
"""The page that finds findings is that of the gold stars, beside which it shows them."""


class FindingApiParameters(FindingFilterParameters, ListingParameters):
    """The filters, and what every list of the API takes."""


@router.get(
    "/api/v1/findings",
    response_model=FindingListing,
    responses=answers_in(TABLES),
    operation_id="listFindings",
    summary="Strengths, challenges and weaknesses by kind, area, place, size and year, or by words",
)
def findings(
    request: Request, reading: ReadingDep, parameters: Annotated[FindingApiParameters, Query()]
) -> Response:
    """Each finding of each report, with whose it is. Texts are retold, not quoted.

    The newest evaluations come first, the findings of one in the order of its report. Where an area
    is chosen and no method family, it is that of the family in use.
    """
    fitting, language = fitting_findings(reading, parameters), language_of(request)
    part = part_of(request, reading.release, fitting.places, parameters)
    listed = listed_findings(reading, part.items)
    municipalities = register.listed_municipalities(
        reading, [finding.evaluation.municipality for finding in listed]
    )
    offer = Offer(
        FindingListing,
        fitting,
        page="/gullstjerner",
        not_of_page=NOT_OF_THE_PAGE,
        part=part.holding(listed),
        municipalities=municipalities,
        table=lambda: findings_table(
            listed, municipalities, fitting.remarks, words(language), language
        ),
    )
    return answer(request, reading.release, offer, parameters.dialect)
