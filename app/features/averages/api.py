"""`/api/v1/averages`: averages over any comparison set."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.features.averages.parameters import AverageParameters
from app.features.averages.schemas import AveragesAnswer
from app.features.averages.sets import averages_asked
from app.features.averages.tables import averages_cube, averages_table
from app.features.dependencies import ReadingDep
from app.web.api.answers import Offer, answer, answers_in
from app.web.api.formats import CUBES
from app.web.api.schemas import With
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Averages"])

NOT_OF_THE_PAGE: Final = (
    "country",
    "family",
    "size_group",
    "group",
    "from",
    "to",
    "as_of",
    "without",
    "few",
    "members",
)
"""The page shows every year of each country, and takes no choices."""


@router.get(
    "/api/v1/averages",
    response_model=AveragesAnswer,
    responses=answers_in(CUBES),
    operation_id="getAverages",
    summary="Averages, medians and quartiles over any comparison set, with published ones beside",
)
def averages(
    request: Request, reading: ReadingDep, parameters: Annotated[AverageParameters, Query()]
) -> Response:
    """Mean, median, quartiles, lowest and highest of the total and of each area, in points.

    A set holds each municipality's latest evaluation that has the figure. Under five members, and
    where it holds less than half of those known to be evaluated, there are no statistics and
    `representative` is false; under eight no quartiles. The members are named
    unless `members=false` leaves them out. Averages that others have published stand beside, with
    their source.
    """
    found, language = averages_asked(reading, parameters), language_of(request)
    version = found.version
    offer = Offer(
        AveragesAnswer,
        With(
            found,
            scope=With(parameters, family=version.family, without=found.left_out),
        ),
        page="/utvikling",
        not_of_page=NOT_OF_THE_PAGE,
        versions={version.version: version},
        table=lambda: averages_table(found, words(language)),
        cube=lambda: averages_cube(found, words(language)),
    )
    return answer(request, reading.release, offer, parameters.dialect)
