"""`/api/v1/methods/{version}/questions/{code}`: one question, and how its points are spread."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.domain.message import say
from app.features.dependencies import ReadingDep
from app.features.questions.content import question_content
from app.features.questions.schemas import QuestionAnswer
from app.queries import register
from app.web.api.answers import answers_in
from app.web.api.formats import CUBES
from app.web.api.results_answer import results_answer
from app.web.api.results_document import ResultApiParameters, slugs_of
from app.web.api.results_files import metric
from app.web.words.languages import language_of, words

router = APIRouter(tags=["Method"])


@router.get(
    "/api/v1/methods/{version}/questions/{code}",
    response_model=QuestionAnswer,
    responses=answers_in(CUBES),
    operation_id="getQuestion",
    summary="One question: what it can give, how the points are spread, its gold stars",
)
def question(
    request: Request,
    reading: ReadingDep,
    version: Annotated[str, Path(description="The method version.", examples=["2.1"])],
    code: Annotated[str, Path(description="The code of the question.", examples=["5.1"])],
    parameters: Annotated[ResultApiParameters, Query()],
) -> Response:
    """Each municipality counts once, with its latest evaluation that used this method version.

    Results of other versions are left out, as questions differ between them. Countries are never
    mixed, and nothing is computed over fewer than five. Points are those of the question, exact.
    """
    found = question_content(reading, version, code, parameters)
    label = words(language_of(request))(found.question.label)
    measured = metric("question", say("Question"), code, label)
    return results_answer(
        request,
        reading.release,
        parameters,
        QuestionAnswer,
        found,
        register.listed_municipalities(reading, slugs_of(found)),
        measured,
    )
