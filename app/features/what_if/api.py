"""`/api/v1/municipalities/{slug}/what-if`: scenarios, never results."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.features.dependencies import BY_CODE, MunicipalityDep, ReadingDep
from app.features.what_if.content import content
from app.features.what_if.parameters import MEDIAN, Area, Tried, Weight, WhatIfParameters
from app.features.what_if.schemas import WhatIfAnswer
from app.web.api.answers import PROBLEMS, Offer, answer
from app.web.api.parameters import ApiParameters
from app.web.parameters import LONGEST_TEXT

router = APIRouter(tags=["Municipalities"])


def _weight(no: int) -> Weight:
    found: Weight = Field("1", description=f"How often area {no} counts, 0–3.")
    return found


def _points(no: int) -> Tried:
    found: Tried = Field(
        None,
        max_length=LONGEST_TEXT,
        description=f"Points that area {no} would have, 0–100. "
        "No more than it has changes nothing.",
        json_schema_extra={"pattern": r"^(100(\.0)?|[0-9]{1,2}(\.[0-9])?)$"},
    )
    return found


class WhatIfApiParameters(WhatIfParameters, ApiParameters):
    """What is tried: an area with a target, points for areas one by one, and how often each area
    counts."""

    area: Area | None = Field(
        None,
        description="The area that gets more points. Default: the one furthest behind.",
    )
    target: str = Field(
        MEDIAN,
        max_length=LONGEST_TEXT,
        description="What the area reaches: `median`, or points of 0–100.",
        examples=["70"],
        json_schema_extra={"pattern": r"^(median|100(\.0)?|[0-9]{1,2}(\.[0-9])?)$"},
    )
    p1: Tried = _points(1)
    p2: Tried = _points(2)
    p3: Tried = _points(3)
    p4: Tried = _points(4)
    p5: Tried = _points(5)
    p6: Tried = _points(6)
    p7: Tried = _points(7)
    p8: Tried = _points(8)
    w1: Weight = _weight(1)
    w2: Weight = _weight(2)
    w3: Weight = _weight(3)
    w4: Weight = _weight(4)
    w5: Weight = _weight(5)
    w6: Weight = _weight(6)
    w7: Weight = _weight(7)
    w8: Weight = _weight(8)


@router.get(
    "/api/v1/municipalities/{slug}/what-if",
    response_model=WhatIfAnswer,
    responses={**PROBLEMS, **BY_CODE},
    operation_id="getWhatIf",
    summary="Scenarios for a municipality: an area with other points, areas with other weights",
)
def what_if(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    parameters: Annotated[WhatIfApiParameters, Query()],
) -> Response:
    """What would follow if one area got more points, or if the areas counted differently.

    Points, places and quarters are those of the scenario, among the same evaluations that the
    result is compared with. Nothing in it is a result, and `scenario` says so.
    """
    found = content(reading, municipality, parameters)
    offer = Offer(
        WhatIfAnswer,
        found,
        page=f"/kommuner/{municipality.slug}/hva-om",
        municipalities={municipality.slug: municipality},
    )
    return answer(request, reading.release, offer)
