"""`/api/v1/averages`: averages over any comparison set."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.features.averages.parameters import AverageParameters
from app.features.averages.schemas import AveragesAnswer, averages_answer
from app.features.averages.sets import averages_asked
from app.features.averages.tables import averages_cube, averages_table
from app.features.dependencies import ReadingDep
from app.web.api.answers import PROBLEMS, Offer, alternates, answer
from app.web.api.description import file_formats
from app.web.api.schemas import Link
from app.web.languages import language_of, words

router = APIRouter(tags=["Averages"])

NOT_OF_THE_PAGE: Final = ("country", "family", "size_group", "from", "to", "as_of", "without")
"""The page shows every year of each country, and takes no choices."""


@router.get(
    "/api/v1/averages",
    response_model=AveragesAnswer,
    responses={**PROBLEMS, **file_formats()},
    operation_id="getAverages",
    summary="Averages, medians and quartiles over any comparison set, with published ones beside",
)
def averages(
    request: Request, reading: ReadingDep, parameters: Annotated[AverageParameters, Query()]
) -> Response:
    found, language = averages_asked(reading, parameters), language_of(request)
    offer = Offer(
        json=lambda: averages_answer(
            found,
            parameters,
            reading.release,
            Link(
                **alternates(
                    request, reading.release, "/utvikling", offer.formats, *NOT_OF_THE_PAGE
                )
            ),
            language,
        ),
        table=lambda: averages_table(found, words(language)),
        cube=lambda: averages_cube(found, words(language)),
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect)
