"""`/api/v1/municipalities/{slug}`: one municipality with its evaluations and its history."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.contents.municipalities.content import content
from app.domain.comparison_choice import ComparisonKind
from app.features.dependencies import BY_CODE, MunicipalityDep, ReadingDep
from app.features.municipalities.schemas import MunicipalityAnswer
from app.features.municipalities.tables import municipality_cube, municipality_table
from app.web.api.answers import Offer, answer, answers_in
from app.web.api.formats import CUBES
from app.web.api.parameters import ApiParameters
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Municipalities"])


class MunicipalityApiParameters(ApiParameters):
    """`set` chooses whom the municipality is compared with."""

    set: ComparisonKind | None = Field(
        None,
        description="What the result is compared with. Default: the usual comparison.",
        examples=["computed"],
    )


@router.get(
    "/api/v1/municipalities/{slug}",
    response_model=MunicipalityAnswer,
    responses={**answers_in(CUBES), **BY_CODE},
    operation_id="getMunicipality",
    summary="One municipality: who it is and was, its evaluations, and how it compares",
)
def municipality(
    request: Request,
    reading: ReadingDep,
    municipality: MunicipalityDep,
    parameters: Annotated[MunicipalityApiParameters, Query()],
) -> Response:
    """Its own evaluations are answered whole; those of predecessors and successors by their ids.

    The result that its page shows first is set beside an average of others, or beside others by
    name, wherever methods and numbers allow one; where not, `unknown` and `too_few` say why.
    Gaps are in points, inhabitants are of the year given.
    """
    found = content(reading, municipality, parameters.set)
    language = language_of(request)
    offer = Offer(
        MunicipalityAnswer,
        found,
        page=f"/kommuner/{municipality.slug}",
        municipalities={municipality.slug: municipality},
        versions=found.instrument.versions,
        table=lambda: municipality_table(found, words(language)),
        cube=(lambda: municipality_cube(found, words(language))) if found.evaluations else None,
    )
    return answer(request, reading.release, offer, parameters.dialect)
