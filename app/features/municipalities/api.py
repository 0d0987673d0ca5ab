"""`/api/v1/municipalities`: who fits, and one municipality with its evaluations and its history."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.domain.peers import ComparisonKind
from app.features.dependencies import BY_CODE, MunicipalityDep, ReadingDep
from app.features.municipalities.content import content
from app.features.municipalities.list_filters import MunicipalityFilterParameters
from app.features.municipalities.list_found import find
from app.features.municipalities.list_schemas import MunicipalityListing
from app.features.municipalities.list_tables import (
    municipality_list_cube,
    municipality_list_table,
)
from app.features.municipalities.schemas import MunicipalityAnswer
from app.features.municipalities.tables import municipality_cube, municipality_table
from app.queries import evaluations as evaluation_queries
from app.queries import register
from app.web.api.answers import PROBLEMS, Offer, answer, part_of
from app.web.api.description import file_formats
from app.web.api.parameters import ApiParameters, ListingParameters
from app.web.api.schemas import With
from app.web.languages import language_of, words

router = APIRouter(tags=["Municipalities"])


class MunicipalityListParameters(MunicipalityFilterParameters, ListingParameters):
    """The filters of the page, and those that no longer exist."""

    former: bool = Field(
        False,
        description="With `detail=none`, also municipalities without an evaluation that no longer "
        "exist: every identity of the register.",
    )


class MunicipalityApiParameters(ApiParameters):
    """`set` chooses whom the municipality is compared with."""

    set: ComparisonKind | None = Field(
        None,
        description="Whom the result is set beside; the usual one without.",
        examples=["computed"],
    )


@router.get(
    "/api/v1/municipalities",
    response_model=MunicipalityListing,
    responses={**PROBLEMS, **file_formats()},
    operation_id="listMunicipalities",
    summary="Municipalities with codes, coordinates, inhabitants and their latest result",
)
def municipalities(
    request: Request,
    reading: ReadingDep,
    parameters: Annotated[MunicipalityListParameters, Query()],
) -> Response:
    """Each with the evaluation that stands for it: the latest that fits the filters.

    Those that were never evaluated are left out unless `detail=none` asks for them. Coordinates
    are degrees (WGS84); places and averages are given within one country and method family only.
    """
    found, language = find(reading, parameters, former=parameters.former), language_of(request)
    part = part_of(request, reading.release, found.entries, parameters)
    shown = replace(found, entries=part.items)
    slugs = [entry.slug for entry in part.items]
    known = register.municipalities(reading, slugs)
    populations = register.all_populations(reading, slugs)
    items = [
        With(
            entry,
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
        not_of_page=("former",),
        part=part.holding(items),
        table=lambda: municipality_list_table(shown, known, populations),
        cube=lambda: municipality_list_cube(
            shown, evaluation_queries.missing_kinds(reading), words(language)
        ),
    )
    return answer(request, reading.release, offer, parameters.dialect)


@router.get(
    "/api/v1/municipalities/{slug}",
    response_model=MunicipalityAnswer,
    responses={
        **PROBLEMS,
        **file_formats(),
        **BY_CODE,
    },
    operation_id="getMunicipality",
    summary="One municipality: who it is and was, its evaluations, and how it stands",
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
