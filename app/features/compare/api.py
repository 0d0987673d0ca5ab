"""`/api/v1/compare`: evaluations side by side, as far as their methods allow."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.responses import Response

from app.contents.comparisons.content import CompareContent, content
from app.features.compare.schemas import CompareAnswer
from app.features.compare.tables import compare_cube, compare_table, has_cube
from app.features.dependencies import ReadingDep
from app.queries import register
from app.web.api.answers import Offer, answer, answers_in
from app.web.api.formats import CUBES
from app.web.api.parameters import ApiParameters
from app.web.words.languages import language_of, words


def _reports(found: CompareContent) -> dict[str, str]:
    """The joint report of those compared, where there can be one."""
    if not found.has_joint_report:
        return {}
    names = {"report": "", "report_pdf": ".pdf", "report_docx": ".docx"}
    return {name: f"/fellesrapport{suffix}" for name, suffix in names.items()}


router = APIRouter(tags=["Compare"])


class CompareApiParameters(ApiParameters):
    """`e` is given once for each evaluation."""

    e: list[str] = Field(
        description="The id of an evaluation; given once for each, at most six.",
        examples=[["hemne-2018", "hareid-2019"]],
    )


@router.get(
    "/api/v1/compare",
    response_model=CompareAnswer,
    responses=answers_in(CUBES),
    operation_id="compareEvaluations",
    summary="Evaluations side by side: total, areas and questions, and what may not be compared",
)
def compare(
    request: Request, reading: ReadingDep, parameters: Annotated[CompareApiParameters, Query()]
) -> Response:
    """Each figure in points, and the gap from the first to the second where there are two.

    What the methods do not allow to be compared is left out, line by line: `comparability` says
    why, and `parts` which of those chosen may be compared with each other. Nobody is called the
    best across countries, whose levels differ, across methods, nor on a single question.
    """
    found = content(reading, parameters.e, "")
    language = language_of(request)
    slugs = [one.summary.municipality for one in found.compared]
    known = register.municipalities(reading, slugs)
    offer = Offer(
        CompareAnswer,
        found,
        page="/sammenlign",
        reports=_reports(found),
        municipalities=known,
        table=lambda: compare_table(found, words(language)),
        cube=(lambda: compare_cube(found, known, words(language))) if has_cube(found) else None,
    )
    return answer(request, reading.release, offer, parameters.dialect)
