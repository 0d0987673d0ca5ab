"""`/api/v1/evaluations/{id}`: one evaluation with everything that is known of it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from app.contents.evaluations.content import content_of
from app.features.dependencies import BY_CODE, EvaluationIdDep, ReadingDep
from app.features.evaluations.schemas import EvaluationAnswer
from app.features.evaluations.tables import evaluation_figures, evaluation_table
from app.web.api.answers import Offer, answer, answers_in
from app.web.api.formats import CUBES
from app.web.api.parameters import ApiParameters
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Evaluations"])


@router.get(
    "/api/v1/evaluations/{id}",
    response_model=EvaluationAnswer,
    responses={**answers_in(CUBES), **BY_CODE},
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
        reports={
            "report": f"{found.path}/rapport",
            "report_pdf": f"{found.path}/rapport.pdf",
            "report_docx": f"{found.path}/rapport.docx",
            "sheet_pdf": f"{found.path}/ark.pdf",
            "sheet_docx": f"{found.path}/ark.docx",
            "slides_pptx": f"{found.path}/lysbilder.pptx",
        },
        municipalities={found.municipality.slug: found.municipality},
        versions={found.version.version: found.version},
        table=lambda: evaluation_table(found, words(language)),
        cube=lambda: evaluation_figures(found, words(language)),
    )
    return answer(request, reading.release, offer, parameters.dialect)
