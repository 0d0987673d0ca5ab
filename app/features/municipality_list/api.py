"""`/api/v1/municipalities`: those that fit, each with the evaluation that stands for it."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.features.dependencies import ReadingDep
from app.features.municipality_list.listed import ListedParameters, beside, listed_municipalities
from app.features.municipality_list.schemas import MunicipalityListing
from app.features.municipality_list.tables import municipality_list_cube, municipality_list_table
from app.web.api.answers import Offer, answer, answers_in, part_of
from app.web.api.formats import PLACES
from app.web.api.geojson import PlacedRows
from app.web.api.parameters import ListingParameters
from app.web.api.provenance_document import with_provenance
from app.web.api.schemas import With
from app.web.filters.named import NAMES_MUNICIPALITIES
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Municipalities"])


class MunicipalityListParameters(ListedParameters, ListingParameters):
    """What is listed, and whether the members of averages are named."""

    members: bool = Field(
        True,
        description="Whether to name the evaluations that the averages are over, on every page "
        "of the list.",
    )


@router.get(
    "/api/v1/municipalities",
    response_model=MunicipalityListing,
    responses=answers_in(PLACES),
    operation_id="listMunicipalities",
    summary="Municipalities with codes, coordinates, inhabitants and their latest result",
)
def municipalities(
    request: Request,
    reading: ReadingDep,
    parameters: Annotated[MunicipalityListParameters, Query()],
) -> Response:
    """Each with the evaluation that stands for it: the latest that fits the filters.

    Those that were never evaluated are left out unless `detail=none`, `former`, a search or a name
    asks for them. Coordinates are degrees (WGS84); places and averages are given within one country
    and method family only.
    """
    found = replace(listed_municipalities(reading, parameters), names_members=parameters.members)
    language = language_of(request)
    part = part_of(request, reading.release, found.entries, parameters)
    shown, around = replace(found, entries=part.items), beside(reading, part.items)
    known, read = around.municipalities, around.provenances
    items = [
        With(
            entry,
            evaluation=(e := entry.evaluation) and with_provenance(e, read[e.id]),
            change=around.changes[entry.slug],
            municipality=known[entry.slug],
            inhabitants=next(reversed(around.populations.get(entry.slug, ())), None),
            place=found.places.get(entry.slug),
        )
        for entry in part.items
    ]
    offer = Offer(
        MunicipalityListing,
        found,
        page="/kommuner",
        not_of_page=("former", "members", *NAMES_MUNICIPALITIES, *parameters.not_of_page),
        part=part.holding(items),
        municipalities=known,
        table=lambda: municipality_list_table(shown, around, language),
        cube=lambda: municipality_list_cube(shown, known, words(language)),
        places=lambda: PlacedRows(municipality_list_table(shown, around, language)),
    )
    return answer(request, reading.release, offer, parameters.dialect)
