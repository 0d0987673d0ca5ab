"""`/api/v1/methods/{version}/areas/{no}`: one area, and how its points are spread."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.domain.message import say
from app.features.areas.content import area_content
from app.features.areas.schemas import AreaAnswer
from app.features.dependencies import ReadingDep
from app.queries import register
from app.web.api.answers import answers_in
from app.web.api.formats import CUBES
from app.web.api.results_answer import results_answer
from app.web.api.results_document import ResultApiParameters, slugs_of
from app.web.api.results_files import metric
from app.web.parameters import whole_number
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Method"])


@router.get(
    "/api/v1/methods/{version}/areas/{no}",
    response_model=AreaAnswer,
    responses=answers_in(CUBES),
    operation_id="getArea",
    summary="One area: what it covers, its questions, how the points are spread, its gold stars",
)
def area(
    request: Request,
    reading: ReadingDep,
    version: Annotated[str, Path(description="The method version.", examples=["2.1"])],
    no: Annotated[str, whole_number(1, 8, 5), Path(description="The number of the area, 1–8.")],
    parameters: Annotated[ResultApiParameters, Query()],
) -> Response:
    """Each municipality counts once, with its latest evaluation of the version's method family.

    Results of versions that may not be compared are left out, countries are never mixed, and
    nothing is computed over fewer than five. Points are those of the area, exact.
    """
    found = area_content(reading, version, no, parameters)
    measured = metric("area", say("Area"), no, words(language_of(request))(found.area.name))
    return results_answer(
        request,
        reading.release,
        parameters,
        AreaAnswer,
        found,
        register.listed_municipalities(reading, slugs_of(found)),
        measured,
        found.caution,
    )
