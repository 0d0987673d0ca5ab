"""What the API answers of one evaluation: the evaluation, and what its page sets beside it."""

from typing import Annotated

from pydantic import AliasPath, Field

from app.contents.evaluations.content import EvaluationContent
from app.web.api.comparing import ComparabilityOut
from app.web.api.evaluation_document import EvaluationOut
from app.web.api.schemas import Links, Of, Out, Points, Released, Said, With


class EarlierAreaOut(Out):
    """An area in the earlier evaluation, and what may be said of the change since."""

    score: Annotated[Points | None, Of(lambda part: part.before and part.before.score)]
    change: Said | None


class EarlierOut(Out):
    """The earlier evaluation of the same method family that this one is set beside."""

    id: str = Field(validation_alias=AliasPath("evaluation", "id"))
    year: int = Field(validation_alias=AliasPath("evaluation", "year"))
    comparability: ComparabilityOut
    total: Points | None = Field(validation_alias=AliasPath("evaluation", "total", "score"))
    areas: dict[str, EarlierAreaOut]


def _earlier(content: EvaluationContent) -> With | None:
    if content.earlier is None:
        return None
    return With(content.earlier, areas={str(area.definition.no): area for area in content.areas})


class EvaluationAnswer(EvaluationOut, Released):
    """One evaluation. `answer` is what its page says first, `unknown` what is missing and why."""

    inherited_from = "evaluation"

    answer: list[Said] = Field(validation_alias="lead")
    earlier: Annotated[EarlierOut | None, Of(_earlier)]
    unknown: list[Said]
    others: Annotated[list[str], Of(lambda content: [other.id for other in content.others])]
    """The ids of all other evaluations of the municipality, newest first."""
    links: Links
