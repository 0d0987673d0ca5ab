"""`/api/v1/evaluations`: all that fit."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.features.dependencies import ReadingDep
from app.features.evaluation_list.content import (
    EvaluationListFilterParameters,
    evaluation_list,
    municipalities_of,
)
from app.features.evaluation_list.schemas import EvaluationListing
from app.features.evaluation_list.tables import evaluation_list_cube, evaluation_list_table
from app.queries.provenance import provenances
from app.web.api.answers import Offer, answer, answers_in, part_of
from app.web.api.formats import CUBES
from app.web.api.parameters import ListingParameters
from app.web.api.provenance_document import with_provenance
from app.web.filters.named import NAMES_EVALUATIONS
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Evaluations"])


class EvaluationListParameters(EvaluationListFilterParameters, ListingParameters):
    """The filters, and what every list of the API takes."""


@router.get(
    "/api/v1/evaluations",
    response_model=EvaluationListing,
    responses=answers_in(CUBES),
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
    read = provenances(reading, [evaluation.id for evaluation in part.items])
    items = [with_provenance(evaluation, read[evaluation.id]) for evaluation in part.items]
    offer = Offer(
        EvaluationListing,
        found,
        page="/kommuner",
        not_of_page=(*NAMES_EVALUATIONS, *parameters.not_of_page),
        part=part.holding(items),
        municipalities=municipalities,
        table=lambda: evaluation_list_table(listed, municipalities, read, language),
        cube=lambda: evaluation_list_cube(listed, municipalities, words(language)),
    )
    return answer(request, reading.release, offer, parameters.dialect)
