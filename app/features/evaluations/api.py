"""`/api/v1/evaluations`: one evaluation with everything that is known of it."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.features.dependencies import ReadingDep, small_difference
from app.features.evaluations.content import content_of
from app.features.evaluations.schemas import EvaluationAnswer, evaluation_answer
from app.features.evaluations.tables import evaluation_figures, evaluation_table
from app.web.api.answers import PROBLEMS, Offer, alternates, answer
from app.web.api.description import file_formats
from app.web.api.parameters import ApiParameters
from app.web.api.schemas import Link
from app.web.api.suffixes import Format
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
    found = content_of(reading, id, small_difference())
    language = language_of(request)
    links = Link(**alternates(request, reading.release, found.path, tuple(Format)))
    offer = Offer(
        json=lambda: evaluation_answer(found, reading.release, links, language),
        table=lambda: evaluation_table(found, words(language)),
        cube=lambda: evaluation_figures(found, words(language)),
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect)
