"""`/api/v1/methods`: the versions and the rules between them, and one version."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.features.dependencies import ReadingDep
from app.features.methods.content import methods_content
from app.features.methods.schemas import MethodListing, method_listing
from app.features.methods.tables import method_table, methods_table
from app.features.methods.version_content import version_content
from app.features.methods.version_schemas import MethodAnswer, method_answer
from app.web.api.answers import PROBLEMS, Offer, alternates, answer, page_of
from app.web.api.description import file_formats
from app.web.api.parameters import ApiParameters, ListingParameters
from app.web.api.schemas import Link
from app.web.languages import language_of, words

router = APIRouter(tags=["Method"])


@router.get(
    "/api/v1/methods",
    response_model=MethodListing,
    responses={**PROBLEMS, **file_formats()},
    operation_id="listMethods",
    summary="The versions of the method, and which of their results may be compared",
)
def methods(
    request: Request, reading: ReadingDep, parameters: Annotated[ListingParameters, Query()]
) -> Response:
    found, language = methods_content(reading), language_of(request)
    shown, listing, links = page_of(request, reading.release, found.versions, parameters)
    offer = Offer(
        json=lambda: method_listing(
            found,
            shown,
            listing,
            reading.release,
            Link(**alternates(request, reading.release, "/metode", offer.formats)),
            language,
        ),
        table=lambda: methods_table(found, shown, words(language)),
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect, links=links)


@router.get(
    "/api/v1/methods/{version}",
    response_model=MethodAnswer,
    responses={**PROBLEMS, **file_formats()},
    operation_id="getMethod",
    summary="One version of the method: its areas, its questions, and what it may be compared with",
)
def method(
    request: Request,
    reading: ReadingDep,
    version: Annotated[str, Path(description="The method version.", examples=["2.1"])],
    parameters: Annotated[ApiParameters, Query()],
) -> Response:
    found, language = version_content(reading, version), language_of(request)
    page = f"/metode/{version}"
    offer = Offer(
        json=lambda: method_answer(
            found,
            reading.release,
            Link(**alternates(request, reading.release, page, offer.formats)),
            language,
        ),
        table=lambda: method_table(found, words(language)),
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect)
