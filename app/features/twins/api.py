"""`/api/v1/municipalities/{slug}/peers`: who is called alike, and whom to learn from."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.contents.twins.content import content
from app.contents.twins.parameters import LikenessWeight, TwinsParameters
from app.features.dependencies import BY_CODE, MunicipalityDep, ReadingDep
from app.features.twins.schemas import PeersAnswer, slugs_of
from app.features.twins.tables import peers_table
from app.queries import register
from app.web.api.answers import Offer, answer, answers_in
from app.web.api.formats import TABLES
from app.web.api.parameters import ApiParameters
from app.web.parameters import LONGEST_TEXT

router = APIRouter(tags=["Municipalities"])


class PeersParameters(TwinsParameters, ApiParameters):
    """The choices of the page."""

    scheme: str | None = Field(
        None,
        max_length=LONGEST_TEXT,
        description="What similarity is based on: an official grouping of the country by its "
        "id, in Sweden also `kolada` or `kolada-socioeconomic`, or `own` for our "
        "own measure. Without it, the first official group in which anybody is "
        "evaluated with figures that may be compared.",
        examples=["own"],
    )
    w_population: LikenessWeight = Field(
        "2", description="How much the number of inhabitants counts in our own measure."
    )
    w_conditions: LikenessWeight = Field(
        "1",
        description="How much centrality counts in Norway, and in Sweden the tax base.",
    )
    w_distance: LikenessWeight = Field("1", description="How much the distance on the map counts.")


@router.get(
    "/api/v1/municipalities/{slug}/peers",
    response_model=PeersAnswer,
    responses={**answers_in(TABLES), **BY_CODE},
    operation_id="getPeers",
    summary="Municipalities like one, what that rests on, and whom it can learn from",
)
def peers(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    parameters: Annotated[PeersParameters, Query()],
) -> Response:
    """Those in the same official group, or those most alike by our own measure: inhabitants,
    centrality or tax base, and distance, as far as each is known and counts.

    Likeness is 0–1, distances are kilometres; under `least_likeness` our own measure calls nobody
    alike. Only municipalities of the same country that we know an evaluation of are in `peers`, and
    only those that may be compared are named as better; `left_out` says how many more there are.
    """
    found = content(reading, municipality, parameters)
    municipalities = register.municipalities(reading, slugs_of(found))
    offer = Offer(
        PeersAnswer,
        found,
        page=f"/kommuner/{municipality.slug}/tvillinger",
        municipalities={**municipalities, municipality.slug: municipality},
        table=lambda: peers_table(found, municipalities),
    )
    return answer(request, reading.release, offer, parameters.dialect)
