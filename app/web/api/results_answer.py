"""The answer of an address that has results: of an area or of a question."""

from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response

from app.domain.message import LocalText, Message
from app.domain.municipality import Municipality
from app.domain.release import Release
from app.web.api.answers import Offer, answer
from app.web.api.jsonstat import Dimension
from app.web.api.parameters import ApiParameters
from app.web.api.results_document import SpreadContent
from app.web.api.results_files import results_cube, results_table
from app.web.api.schemas import Released


def results_answer(
    request: Request,
    release: Release,
    parameters: ApiParameters,
    schema: type[Released],
    content: SpreadContent,
    municipalities: Mapping[str, Municipality],
    measured: Dimension,
    cautions: Sequence[Message | LocalText] = (),
) -> Response:
    """The results with what they say together. `cautions` is what to know besides,
    `municipalities` those who are named (`slugs_of`)."""
    results = content.results
    best = (sentence for sentences in results.best for sentence in sentences)
    levels = () if results.levels is None else (results.levels,)
    notes = (results.count, *results.middle_words, *best, *levels, *cautions)
    ((code, _),) = measured.categories
    name = f"{measured.id}-{content.version.version}-{code}"
    offer = Offer(
        schema,
        content,
        page=content.path,
        not_of_page=results.parameters.not_of_page,
        municipalities=municipalities,
        table=lambda: results_table(name, content.title, results, municipalities, notes),
        cube=(lambda: results_cube(content.title, measured, results, municipalities, notes))
        if results.every
        else None,
    )
    return answer(request, release, offer, parameters.dialect)
