"""`/api/v1/points`: the figures of all evaluations, tidy."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.features.dependencies import ReadingDep
from app.features.points.content import PointFilterParameters, fitting_points, listed_points
from app.features.points.schemas import PointListing
from app.features.points.tables import points_table
from app.queries import register
from app.web.api.answers import Offer, answer, answers_in, part_of
from app.web.api.formats import TABLES
from app.web.api.parameters import ListingParameters
from app.web.filters.named import NAMES_EVALUATIONS
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Points"])

NOT_OF_THE_PAGE: Final = ("level", "measure", *NAMES_EVALUATIONS)
"""The page lists municipalities, each with one evaluation."""


class PointApiParameters(PointFilterParameters, ListingParameters):
    """The filters, and what every list of the API takes."""


@router.get(
    "/api/v1/points",
    response_model=PointListing,
    responses=answers_in(TABLES),
    operation_id="listPoints",
    summary="Points of totals, areas and questions, a row for each figure of each evaluation",
)
def points(
    request: Request, reading: ReadingDep, parameters: Annotated[PointApiParameters, Query()]
) -> Response:
    """Each total and each area of every evaluation, also where points are missing, and each
    question of those whose questions are public.

    They come by the name of the municipality, its oldest evaluation first, in the order of the
    method. What an area or a question asks may differ between method versions: each row names its
    own.
    """
    places, language = fitting_points(reading, parameters), language_of(request)
    part = part_of(request, reading.release, places, parameters)
    listed = listed_points(reading, part.items)
    municipalities = register.listed_municipalities(
        reading, [point.summary.municipality for point in listed]
    )
    offer = Offer(
        PointListing,
        places,
        page="/kommuner",
        not_of_page=NOT_OF_THE_PAGE,
        part=part.holding(listed),
        municipalities=municipalities,
        table=lambda: points_table(listed, municipalities, words(language), language),
    )
    return answer(request, reading.release, offer, parameters.dialect)
