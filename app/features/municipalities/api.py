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
from app.features.municipalities.list_schemas import (
    MunicipalityListing,
    average_out,
    municipality_item,
)
from app.features.municipalities.list_tables import (
    municipality_list_cube,
    municipality_list_table,
)
from app.features.municipalities.schemas import MunicipalityAnswer, municipality_answer
from app.features.municipalities.tables import municipality_cube, municipality_table
from app.queries import evaluations as evaluation_queries
from app.queries import register
from app.web.api.answers import PROBLEMS, Offer, alternates, answer, page_of
from app.web.api.description import file_formats
from app.web.api.parameters import ApiParameters, ListingParameters
from app.web.api.schemas import Link, released
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
    found = find(reading, parameters, former=parameters.former)
    language = language_of(request)
    shown, listing, links = page_of(request, reading.release, found.entries, parameters)
    part = replace(found, entries=tuple(shown))
    slugs = [entry.slug for entry in shown]
    known = register.municipalities(reading, slugs)
    populations = register.all_populations(reading, slugs)
    measure = found.average_measure
    offer = Offer(
        json=lambda: MunicipalityListing(
            **released(reading.release),
            **listing,
            items=[
                municipality_item(
                    entry, known[entry.slug], populations.get(entry.slug, ()), found, language
                )
                for entry in shown
            ],
            averages=[average_out(average, measure, language) for average in found.averages],
            remarks=[words(language)(remark) for remark in found.remarks],
            links=Link(
                **alternates(request, reading.release, "/kommuner", offer.formats, "former")
            ),
        ),
        table=lambda: municipality_list_table(part, known, populations),
        cube=lambda: municipality_list_cube(
            part, evaluation_queries.missing_kinds(reading), words(language)
        ),
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect, links=links)


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
    found = content(reading, municipality, parameters.set)
    language, page = language_of(request), f"/kommuner/{municipality.slug}"
    offer = Offer(
        json=lambda: municipality_answer(
            found,
            reading.release,
            Link(**alternates(request, reading.release, page, offer.formats)),
            language,
        ),
        table=lambda: municipality_table(found, words(language)),
        cube=(lambda: municipality_cube(found, words(language))) if found.evaluations else None,
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect)
