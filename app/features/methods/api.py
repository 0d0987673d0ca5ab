"""`/api/v1/methods`: the versions and the rules between them, and one version."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.features.dependencies import ReadingDep
from app.features.methods.content import methods_content
from app.features.methods.schemas import MethodListing
from app.features.methods.tables import method_table, methods_table
from app.features.methods.version.content import version_content
from app.features.methods.version.schemas import MethodAnswer
from app.web.api.answers import Offer, answer, answers_in, part_of
from app.web.api.formats import TABLES
from app.web.api.parameters import ApiParameters, ListingParameters
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Method"])


@router.get(
    "/api/v1/methods",
    response_model=MethodListing,
    responses=answers_in(TABLES),
    operation_id="listMethods",
    summary="The versions of the method, and which of their results may be compared",
)
def methods(
    request: Request, reading: ReadingDep, parameters: Annotated[ListingParameters, Query()]
) -> Response:
    """What each version asks, how many evaluations here used it, and which may be set beside which.

    The verdicts are those of the method data, for totals, areas and questions apart. Questions are
    answered with a single version. `editorial_choices` are this site's own limits.
    """
    found, language = methods_content(reading), language_of(request)
    part = part_of(request, reading.release, found.versions, parameters)
    offer = Offer(
        MethodListing,
        found,
        page="/metode",
        part=part,
        table=lambda: methods_table(found, part.items, words(language)),
    )
    return answer(request, reading.release, offer, parameters.dialect)


@router.get(
    "/api/v1/methods/{version}",
    response_model=MethodAnswer,
    responses=answers_in(TABLES),
    operation_id="getMethod",
    summary="One version of the method: its areas, its questions, and what it may be compared with",
)
def method(
    request: Request,
    reading: ReadingDep,
    version: Annotated[str, Path(description="The method version.", examples=["2.1"])],
    parameters: Annotated[ApiParameters, Query()],
) -> Response:
    """What the version asks, area by area, in every language that its names are kept in.

    Questions are left out where the version's list of them is not known. `max` is in points;
    `comparability` says of every version whether results may be set beside those of this one.
    """
    found, language = version_content(reading, version), language_of(request)
    offer = Offer(
        MethodAnswer,
        found,
        page=f"/metode/{version}",
        table=lambda: method_table(found, words(language)),
    )
    return answer(request, reading.release, offer, parameters.dialect)
