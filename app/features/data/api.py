"""`/api/v1/config`, `/api/v1/releases` and `/api/v1/changes`."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.config import settings
from app.features.data.changes_content import differing
from app.features.data.config_answer import config_answer
from app.features.data.schemas import (
    ChangeListing,
    ConfigAnswer,
    ReleaseListing,
    change_out,
    release_out,
)
from app.features.data.tables import change_table, release_table
from app.features.dependencies import ReadingDep
from app.queries import history, method
from app.web.api.answers import PROBLEMS, Offer, alternates, answer, page_of
from app.web.api.description import file_formats
from app.web.api.formats import TABLES
from app.web.api.parameters import ApiParameters, ListingParameters
from app.web.api.schemas import Link, released
from app.web.languages import language_of

router = APIRouter(tags=["Data"])


class ChangeParameters(ListingParameters):
    """Since when."""

    since: int = Field(
        ge=0,
        le=2**31 - 1,
        description="The release to compare with; 0 answers everything that there is.",
        examples=[1],
    )


@router.get(
    "/api/v1/config",
    response_model=ConfigAnswer,
    responses=PROBLEMS,
    operation_id="getConfig",
    summary="Method versions, languages, formats, limits, licence, citation and contact",
)
def config(
    request: Request, reading: ReadingDep, parameters: Annotated[ApiParameters, Query()]
) -> Response:
    instrument, language = method.instrument(reading), language_of(request)
    offer = Offer(json=lambda: config_answer(reading.release, instrument, settings(), language))
    return answer(request, reading.release, offer, dialect=parameters.dialect)


@router.get(
    "/api/v1/releases",
    response_model=ReleaseListing,
    responses={**PROBLEMS, **file_formats()},
    operation_id="listReleases",
    summary="Every release with its time, summary, SHA-256 and file",
)
def releases(
    request: Request, reading: ReadingDep, parameters: Annotated[ListingParameters, Query()]
) -> Response:
    known = history.known_releases(reading)
    shown, listing, links = page_of(request, reading.release, known, parameters)
    offer = Offer(
        json=lambda: ReleaseListing(
            **released(reading.release),
            **listing,
            items=[release_out(release) for release in shown],
            links=Link(**alternates(request, reading.release, "/data/endringer", TABLES)),
        ),
        table=lambda: release_table(shown),
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect, links=links)


@router.get(
    "/api/v1/changes",
    response_model=ChangeListing,
    responses={**PROBLEMS, **file_formats()},
    operation_id="listChanges",
    summary="Records that came, changed or left since a release",
)
def changes(
    request: Request, reading: ReadingDep, parameters: Annotated[ChangeParameters, Query()]
) -> Response:
    found, language = differing(reading, parameters.since), language_of(request)
    shown, listing, links = page_of(request, reading.release, found, parameters)
    offer = Offer(
        json=lambda: ChangeListing(
            **released(reading.release),
            **listing,
            since=parameters.since,
            items=[change_out(one, language) for one in shown],
            links=Link(**alternates(request, reading.release, "/data/endringer", TABLES, "since")),
        ),
        table=lambda: change_table(shown, parameters.since),
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect, links=links)
