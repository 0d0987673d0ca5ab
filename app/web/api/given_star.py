"""A gold star with whom it was given to, and the figure that it stood beside."""

from pydantic import AliasPath, Field

from app.web.api.evaluation_document import FigureOut, GoldStarOut, SourceOut
from app.web.api.evaluation_reference import EvaluationRef


class StarWithHolderOut(GoldStarOut):
    """A gold star beside what it has to do with."""

    inherited_from = "star"

    year: int = Field(validation_alias=AliasPath("evaluation", "year"))
    id: str = Field(validation_alias=AliasPath("star", "id"))
    evaluation: EvaluationRef
    figure: FigureOut | None = Field(
        description="That of the question or area that it was given for; null where not known."
    )
    reconstructed: bool = Field(description="Whether a digit of the figure was worked out.")
    source: SourceOut
