"""Which evaluation: enough to name it, to place it in time and method, and to ask for it whole."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import Field

from app.domain.evaluation import EvaluationSummary
from app.domain.score import AREA_MEASURES, Measure
from app.web.addresses import evaluation_page
from app.web.api.evaluation_document import CodeInYear, MunicipalityOf
from app.web.api.schemas import Context, Joined, Of, Out, Points

TotalOf = Annotated[Points | None, Of(lambda evaluation: evaluation.score(Measure.TOTAL))]
"""The total of an evaluation that is listed."""

AreasOf = Annotated[
    dict[Measure, Points | None],
    Of(lambda evaluation: {measure: evaluation.score(measure) for measure in AREA_MEASURES}),
    Field(description="Points by the number of the area."),
]
"""The areas of an evaluation that is listed."""


def page_of(evaluation: Callable[[Any], EvaluationSummary]) -> Joined:
    """Marks a field with the address of the page of an evaluation."""

    def address(source: Any, context: Context) -> str:
        found = evaluation(source)
        return evaluation_page(found.municipality, found.path, context.language)

    return Joined(address)


class NamedOut(Out):
    """How the municipality of an evaluation is called."""

    name: str = Field(validation_alias="official_name", description="The official name.")
    label: str = Field(
        validation_alias="name",
        description="The name with what tells it from its namesakes, as pages show it.",
    )


class EvaluationRef(Out):
    """An evaluation by its id, with what is needed to read a figure of it right."""

    id: str
    municipality: MunicipalityOf
    code_in_year: CodeInYear
    county: str
    year: int
    method_version: str = Field(validation_alias="version")
    family: str
