"""`/api/v1/evaluations`: all that fit, and one with everything that is known of it."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.features.dependencies import ReadingDep
from app.features.evaluations.content import content_of
from app.features.evaluations.list_content import (
    EvaluationListFilterParameters,
    evaluation_list,
    municipalities_of,
)
from app.features.evaluations.list_schemas import EvaluationListing, evaluation_item
from app.features.evaluations.list_tables import evaluation_list_cube, evaluation_list_table
from app.features.evaluations.schemas import EvaluationAnswer, evaluation_answer
from app.features.evaluations.tables import evaluation_figures, evaluation_table
from app.web.api.answers import PROBLEMS, Offer, alternates, answer, page_of
from app.web.api.description import file_formats
from app.web.api.formats import CUBES
from app.web.api.parameters import ApiParameters, ListingParameters
from app.web.api.schemas import Link, released
from app.web.languages import language_of, words

router = APIRouter(tags=["Evaluations"])

EvaluationId = Annotated[
    str,
    Path(
        description="The municipality and the year; with the method version behind it where the "
        "year has a second evaluation.",
        examples=["hemne-2018"],
    ),
]


class EvaluationListParameters(EvaluationListFilterParameters, ListingParameters):
    """The filters, and what every list of the API takes."""


@router.get(
    "/api/v1/evaluations",
    response_model=EvaluationListing,
    responses={**PROBLEMS, **file_formats()},
    operation_id="listEvaluations",
    summary="Evaluations by place, size, method, year and what is known of them",
)
def evaluations(
    request: Request,
    reading: ReadingDep,
    parameters: Annotated[EvaluationListParameters, Query()],
) -> Response:
    found, language = evaluation_list(reading, parameters), language_of(request)
    shown, listing, links = page_of(request, reading.release, found.evaluations, parameters)
    part = replace(found, evaluations=tuple(shown))
    municipalities = municipalities_of(reading, shown)
    offer = Offer(
        json=lambda: EvaluationListing(
            **released(reading.release),
            **listing,
            items=[
                evaluation_item(e, found.missing_of(e), municipalities[e.municipality], language)
                for e in shown
            ],
            remarks=[words(language)(remark) for remark in found.remarks],
            links=Link(**alternates(request, reading.release, "/kommuner", offer.formats)),
        ),
        table=lambda: evaluation_list_table(part, municipalities),
        cube=lambda: evaluation_list_cube(part, words(language)),
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect, links=links)


@router.get(
    "/api/v1/evaluations/{id}",
    response_model=EvaluationAnswer,
    responses={**PROBLEMS, **file_formats()},
    operation_id="getEvaluation",
    summary="One evaluation: total, areas, questions, findings, gold stars and what disagrees",
)
def evaluation(
    request: Request,
    reading: ReadingDep,
    id: EvaluationId,
    parameters: Annotated[ApiParameters, Query()],
) -> Response:
    found = content_of(reading, id)
    language = language_of(request)
    links = Link(**alternates(request, reading.release, found.path, CUBES))
    offer = Offer(
        json=lambda: evaluation_answer(found, reading.release, links, language),
        table=lambda: evaluation_table(found, words(language)),
        cube=lambda: evaluation_figures(found, words(language)),
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect)
