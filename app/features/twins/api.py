"""`/api/v1/municipalities/{slug}/peers`: who is most alike, and whom to learn from."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.features.dependencies import BY_CODE, MunicipalityDep, ReadingDep
from app.features.twins.content import content
from app.features.twins.parameters import LikenessWeight, TwinsParameters
from app.features.twins.schemas import PeersAnswer, slugs_of
from app.features.twins.tables import peers_table
from app.queries import register
from app.web.api.answers import ANSWERS_WITH_FILES, Offer, answer
from app.web.api.parameters import ApiParameters

router = APIRouter(tags=["Municipalities"])


class PeersParameters(TwinsParameters, ApiParameters):
    """The weights of the page, and whether the other country counts."""

    w_population: LikenessWeight = Field(
        "2", description="How much the number of inhabitants counts."
    )
    w_county: LikenessWeight = Field(
        "1", description="How much it counts to be in the same county."
    )
    w_distance: LikenessWeight = Field("1", description="How much the distance on the map counts.")
    country: Literal["both"] | None = Field(
        None,
        description="`both` looks among the municipalities of both countries; else its own only.",
        examples=["both"],
    )


@router.get(
    "/api/v1/municipalities/{slug}/peers",
    response_model=PeersAnswer,
    responses={**ANSWERS_WITH_FILES, **BY_CODE},
    operation_id="getPeers",
    summary="Municipalities most like one, what that rests on, and whom it can learn from",
)
def peers(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    parameters: Annotated[PeersParameters, Query()],
) -> Response:
    """Those most alike in inhabitants, county and distance, as far as each is known and counts.

    Likeness is 0–1, distances are kilometres. Only municipalities with an evaluation are looked
    among, and only those that may be compared are named as better; `left_out` says how many more
    there are.
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
