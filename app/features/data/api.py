"""`/api/v1`, `/api/v1/config`, `/api/v1/releases` and `/api/v1/changes`."""

from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.features.data.changes_content import differing
from app.features.data.config_schemas import ConfigAnswer
from app.features.data.index_schemas import IndexAnswer, api_index, relations
from app.features.data.schemas import ChangeListing, ReleaseListing
from app.features.data.tables import change_table, release_table
from app.features.dependencies import ReadingDep
from app.queries import groups, history, method
from app.web.api.answers import PROBLEMS, Offer, answer, answers_in, part_of
from app.web.api.formats import API_ROOT, TABLES
from app.web.api.group_document import schemes_with_counts
from app.web.api.parameters import ApiParameters, ListingParameters
from app.web.api.schemas import With

router = APIRouter(tags=["Data"])


class ChangeParameters(ListingParameters):
    """Since when."""

    since: int = Field(
        ge=0,
        le=2**31 - 1,
        description="The release to compare with; 0 answers everything that there is.",
        examples=[1],
    )


LINK: Final = {"Link": {"$ref": "#/components/headers/Link"}}


@router.get(
    API_ROOT,
    response_model=IndexAnswer,
    responses={**PROBLEMS, 200: {"headers": LINK}},
    operation_id="getIndex",
    summary="Every list, the documentation, the description and the licence",
)
def index(
    request: Request, reading: ReadingDep, parameters: Annotated[ApiParameters, Query()]
) -> Response:
    """Where to begin: the addresses that answer as they are, and those with places to fill in.

    The header `Link` leads to the description, the documentation and the licence (RFC 8631).
    """
    offer = Offer(IndexAnswer, api_index(request.app.openapi()))
    found = answer(request, reading.release, offer, parameters.dialect)
    found.headers["Link"] = relations()
    return found


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
    """What holds for every address. Nothing in it depends on what is asked for but the language
    and the release."""
    instrument = method.instrument(reading)
    schemes = schemes_with_counts(instrument, groups.group_counts(reading))
    offer = Offer(ConfigAnswer, With(instrument, group_schemes=schemes))
    return answer(request, reading.release, offer, parameters.dialect)


@router.get(
    "/api/v1/releases",
    response_model=ReleaseListing,
    responses=answers_in(TABLES),
    operation_id="listReleases",
    summary="Every release with its time, summary, SHA-256 and file",
)
def releases(
    request: Request, reading: ReadingDep, parameters: Annotated[ListingParameters, Query()]
) -> Response:
    """Newest first, up to the release that is read. A release never changes once it is published.

    Times are UTC; summaries are in the language that they were written in.
    """
    known = history.known_releases(reading)
    part = part_of(request, reading.release, known, parameters)
    offer = Offer(
        ReleaseListing,
        known,
        page="/data/endringer",
        part=part,
        table=lambda: release_table(part.items),
    )
    return answer(request, reading.release, offer, parameters.dialect)


@router.get(
    "/api/v1/changes",
    response_model=ChangeListing,
    responses=answers_in(TABLES),
    operation_id="listChanges",
    summary="Records added, changed or removed since a release",
)
def changes(
    request: Request, reading: ReadingDep, parameters: Annotated[ChangeParameters, Query()]
) -> Response:
    """What differs between `since` and the release that is read, each record once.

    What came and left in between, or was changed and changed back, is left out. Figures are in
    points, and are given of changed evaluations only; ask for a record itself, in either release,
    for the rest of it.
    """
    found = differing(reading, parameters.since)
    part = part_of(request, reading.release, found, parameters)
    offer = Offer(
        ChangeListing,
        parameters,
        page="/data/endringer",
        not_of_page=("since",),
        part=part,
        table=lambda: change_table(part.items, parameters.since),
    )
    return answer(request, reading.release, offer, parameters.dialect)
