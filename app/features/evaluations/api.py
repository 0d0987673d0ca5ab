"""`/api/v1/evaluations`: all that fit, and one with everything that is known of it."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.features.dependencies import BY_CODE, EvaluationIdDep, ReadingDep
from app.features.evaluations.content import content_of
from app.features.evaluations.list_content import (
    EvaluationListFilterParameters,
    evaluation_list,
    municipalities_of,
)
from app.features.evaluations.list_schemas import EvaluationListing
from app.features.evaluations.list_tables import evaluation_list_cube, evaluation_list_table
from app.features.evaluations.schemas import EvaluationAnswer
from app.features.evaluations.tables import evaluation_figures, evaluation_table
from app.web.api.answers import PROBLEMS, Offer, answer, part_of
from app.web.api.description import file_formats
from app.web.api.parameters import ApiParameters, ListingParameters
from app.web.api.schemas import With
from app.web.languages import language_of, words

router = APIRouter(tags=["Evaluations"])


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
    """The figures of each evaluation without its story: the total and the areas, not the questions.

    They come by the name of the municipality, its oldest first, unless `sort` says otherwise.
    Points are exact; where they are null, `missing` says why.
    """
    found, language = evaluation_list(reading, parameters), language_of(request)
    part = part_of(request, reading.release, found.evaluations, parameters)
    municipalities = municipalities_of(reading, part.items)
    listed = replace(found, evaluations=part.items)
    offer = Offer(
        EvaluationListing,
        found,
        page="/kommuner",
        part=part.holding([With(e, missing=found.missing_of(e)) for e in part.items]),
        municipalities=municipalities,
        table=lambda: evaluation_list_table(listed, municipalities),
        cube=lambda: evaluation_list_cube(listed, words(language)),
    )
    return answer(request, reading.release, offer, parameters.dialect)


@router.get(
    "/api/v1/evaluations/{id}",
    response_model=EvaluationAnswer,
    responses={**PROBLEMS, **file_formats(), **BY_CODE},
    operation_id="getEvaluation",
    summary="One evaluation: total, areas, questions, findings, gold stars and what disagrees",
)
def evaluation(
    request: Request,
    reading: ReadingDep,
    id: EvaluationIdDep,
    parameters: Annotated[ApiParameters, Query()],
) -> Response:
    """Everything public about it. Points are exact, with one decimal where the source has one.

    What the source states is kept beside what follows from its questions, and `discrepancies` says
    where they disagree. The earlier evaluation is given only where the methods allow a comparison.
    """
    found, language = content_of(reading, id), language_of(request)
    offer = Offer(
        EvaluationAnswer,
        found,
        page=found.path,
        municipalities={found.municipality.slug: found.municipality},
        versions={found.version.version: found.version},
        table=lambda: evaluation_table(found, words(language)),
        cube=lambda: evaluation_figures(found, words(language)),
    )
    return answer(request, reading.release, offer, parameters.dialect)
