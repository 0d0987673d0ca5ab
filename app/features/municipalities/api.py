"""`/api/v1/municipalities`: who fits, and one municipality with its evaluations and its history."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from pydantic import Field
from starlette.responses import RedirectResponse, Response

from app.domain.message import say
from app.domain.peers import ComparisonKind
from app.errors import NotFound
from app.features.dependencies import CODE, ReadingDep, municipality_at, small_difference
from app.features.municipalities.code_content import code_content
from app.features.municipalities.content import content
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
from app.queries.reading import Reading
from app.web.api.answers import PROBLEMS, Offer, alternates, answer, elsewhere, page_of
from app.web.api.description import file_formats
from app.web.api.parameters import ApiParameters, FilteredListingParameters
from app.web.api.schemas import Link, released
from app.web.languages import language_of, words

router = APIRouter(tags=["Municipalities"])


class MunicipalityListParameters(FilteredListingParameters):
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


Slug = Annotated[
    str,
    Path(
        description="The name of the municipality in addresses. An official code leads to it.",
        examples=["hemne"],
    ),
]


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
        307: {"description": "An official code leads to the municipality that has or had it."},
    },
    operation_id="getMunicipality",
    summary="One municipality: who it is and was, its evaluations, and how it stands",
)
def municipality(
    request: Request,
    reading: ReadingDep,
    slug: Slug,
    parameters: Annotated[MunicipalityApiParameters, Query()],
) -> Response:
    if CODE.fullmatch(slug):
        owner = _owner_of(reading, slug)
        return RedirectResponse(elsewhere(request, f"/api/v1/municipalities/{owner}"), 307)
    found = content(reading, municipality_at(reading, slug), parameters.set, small_difference())
    language = language_of(request)
    offer = Offer(
        json=lambda: municipality_answer(
            found,
            reading.release,
            Link(**alternates(request, reading.release, f"/kommuner/{slug}", offer.formats)),
            language,
        ),
        table=lambda: municipality_table(found, words(language)),
        cube=(lambda: municipality_cube(found, words(language))) if found.evaluations else None,
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect)


def _owner_of(reading: Reading, code: str) -> str:
    """The slug of the one municipality that has or had a code (design rule 8).

    Raises:
        NotFound: nobody here has or had it, or several did.
    """
    slugs = dict.fromkeys(o.municipality.slug for o in code_content(reading, code).owners)
    if not slugs:
        raise NotFound(say("No municipality here has or had the code %(code)s.", code=code))
    if len(slugs) > 1:
        raise NotFound(
            say(
                "Several municipalities have or had the code %(code)s: %(names)s. "
                "Ask for one of them by its name.",
                code=code,
                names=tuple(slugs),
            )
        )
    return next(iter(slugs))
