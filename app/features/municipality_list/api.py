"""`/api/v1/municipalities`: those that fit, each with the evaluation that stands for it."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.domain.changes import RecordKind
from app.features.dependencies import ReadingDep
from app.features.municipality_list.matches import find
from app.features.municipality_list.parameters import MunicipalityFilterParameters
from app.features.municipality_list.schemas import MunicipalityListing
from app.features.municipality_list.tables import municipality_list_cube, municipality_list_table
from app.queries import register
from app.queries.named import named_municipalities
from app.queries.provenance import last_changes, provenances
from app.web.api.answers import Offer, answer, answers_in, part_of
from app.web.api.formats import CUBES
from app.web.api.parameters import ListingParameters
from app.web.api.provenance_document import with_provenance
from app.web.api.schemas import With
from app.web.filters.named import NAMES_MUNICIPALITIES, MunicipalityNames
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Municipalities"])


class MunicipalityListParameters(
    MunicipalityFilterParameters, MunicipalityNames, ListingParameters
):
    """The filters of the page, those that no longer exist, and some that are named."""

    former: bool = Field(
        False,
        description="Adds municipalities without an evaluation that no longer exist; `detail=none` "
        "adds those that exist. With both, every identity of the register is listed.",
    )
    members: bool = Field(
        True,
        description="Whether to name the evaluations that the averages are over, on every page "
        "of the list.",
    )


@router.get(
    "/api/v1/municipalities",
    response_model=MunicipalityListing,
    responses=answers_in(CUBES),
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
    named = named_municipalities(reading, parameters.municipality, parameters.code)
    found = find(reading, parameters, former=parameters.former, named=named)
    found = replace(found, names_members=parameters.members)
    language = language_of(request)
    part = part_of(request, reading.release, found.entries, parameters)
    shown = replace(found, entries=part.items)
    slugs = [entry.slug for entry in part.items]
    known = register.listed_municipalities(reading, slugs)
    populations = register.all_populations(reading, slugs)
    ids = [entry.evaluation.id for entry in part.items if entry.evaluation]
    read = provenances(reading, ids)
    changes = last_changes(reading, RecordKind.MUNICIPALITY, slugs)
    items = [
        With(
            entry,
            evaluation=(e := entry.evaluation) and with_provenance(e, read[e.id]),
            change=changes[entry.slug],
            municipality=known[entry.slug],
            inhabitants=next(reversed(populations.get(entry.slug, ())), None),
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
        table=lambda: municipality_list_table(shown, known, populations, read, changes, language),
        cube=lambda: municipality_list_cube(shown, known, words(language)),
    )
    return answer(request, reading.release, offer, parameters.dialect)
