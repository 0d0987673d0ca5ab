"""`/api/v1/methods/{version}/questions/{code}`: one question, and how its points are spread."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.domain.message import Message, say
from app.features.dependencies import ReadingDep
from app.features.questions.content import QuestionContent, question_content
from app.features.questions.schemas import QuestionAnswer, question_answer
from app.queries import register
from app.web.api.answers import PROBLEMS, Offer, alternates, answer
from app.web.api.description import file_formats
from app.web.api.results_document import ResultApiParameters
from app.web.api.results_files import metric, results_cube, results_table
from app.web.api.schemas import Link
from app.web.languages import language_of, words

router = APIRouter(tags=["Method"])


@router.get(
    "/api/v1/methods/{version}/questions/{code}",
    response_model=QuestionAnswer,
    responses={**PROBLEMS, **file_formats()},
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
    found = question_content(reading, version, code, parameters.of_page)
    language = language_of(request)
    listed = [row.result.evaluation.municipality for row in found.results.every]
    starred = [given.evaluation.municipality for given in found.stars]
    municipalities = register.municipalities(reading, (*listed, *starred))
    notes = _notes(found)
    measured = metric("question", say("Question"), code, words(language)(found.question.label))
    offer = Offer(
        json=lambda: question_answer(
            found,
            municipalities,
            reading.release,
            Link(**alternates(request, reading.release, found.path, offer.formats)),
            language,
        ),
        table=lambda: results_table(
            f"question-{version}-{code}",
            found.title,
            found.results,
            found.question.max,
            municipalities,
            notes,
        ),
        cube=(lambda: results_cube(found.title, measured, found.results, notes))
        if found.results.every
        else None,
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect)


def _notes(found: QuestionContent) -> tuple[Message, ...]:
    """What is listed, and what it says together."""
    best = (sentence for sentences in found.best for sentence in sentences)
    return (found.results.count, *found.medians, *best)
