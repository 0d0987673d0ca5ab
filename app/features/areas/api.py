"""`/api/v1/methods/{version}/areas/{no}`: one area, and how its points are spread."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from app.domain.message import LocalText, Message, say
from app.features.areas.content import AreaContent, area_content
from app.features.areas.schemas import AreaAnswer, area_answer
from app.features.dependencies import ReadingDep
from app.queries import register
from app.web.api.answers import PROBLEMS, Offer, alternates, answer
from app.web.api.description import file_formats
from app.web.api.results_document import ResultApiParameters
from app.web.api.results_files import metric, results_cube, results_table
from app.web.api.schemas import Link
from app.web.languages import language_of, words

router = APIRouter(tags=["Method"])


@router.get(
    "/api/v1/methods/{version}/areas/{no}",
    response_model=AreaAnswer,
    responses={**PROBLEMS, **file_formats()},
    operation_id="getArea",
    summary="One area: what it asks, its questions, how the points are spread, its gold stars",
)
def area(
    request: Request,
    reading: ReadingDep,
    version: Annotated[str, Path(description="The method version.", examples=["2.1"])],
    no: Annotated[str, Path(description="The number of the area, 1–8.", examples=["5"])],
    parameters: Annotated[ResultApiParameters, Query()],
) -> Response:
    found = area_content(reading, version, no, parameters.of_page)
    language = language_of(request)
    listed = [row.result.evaluation.municipality for row in found.results.every]
    starred = [given.evaluation.municipality for given in found.stars]
    municipalities = register.municipalities(reading, (*listed, *starred))
    notes = _notes(found)
    measured = metric("area", say("Area"), no, words(language)(found.area.name))
    offer = Offer(
        json=lambda: area_answer(
            found,
            municipalities,
            reading.release,
            Link(**alternates(request, reading.release, found.path, offer.formats)),
            language,
        ),
        table=lambda: results_table(
            f"area-{version}-{no}",
            found.title,
            found.results,
            found.area.max,
            municipalities,
            notes,
        ),
        cube=(lambda: results_cube(found.title, measured, found.results, notes))
        if found.results.every
        else None,
    )
    return answer(request, reading.release, offer, dialect=parameters.dialect)


def _notes(found: AreaContent) -> tuple[Message | LocalText, ...]:
    """What is listed, what it says together, and what to be careful about."""
    best = (sentence for sentences in found.best for sentence in sentences)
    return (found.results.count, *found.medians, *best, *found.caution)
