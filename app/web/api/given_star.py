"""A gold star with whom it was given to, and the figure that it stood beside."""

from collections.abc import Mapping
from typing import Protocol

from pydantic import Field

from app.domain.evaluation import EvaluationSummary, GoldStar, Source
from app.domain.municipality import Municipality
from app.domain.score import Figure
from app.web.api.evaluation_document import (
    FigureOut,
    GoldStarOut,
    SourceOut,
    figure_fields,
    gold_star_out,
)
from app.web.api.evaluation_reference import EvaluationRef, evaluation_ref


class Given(Protocol):
    """A gold star as it is read, with its evaluation."""

    @property
    def star(self) -> GoldStar: ...
    @property
    def evaluation(self) -> EvaluationSummary: ...
    @property
    def source(self) -> Source: ...
    @property
    def figure(self) -> Figure | None: ...
    @property
    def reconstructed(self) -> bool: ...


class StarWithHolderOut(GoldStarOut):
    """A gold star beside what it has to do with."""

    id: str
    evaluation: EvaluationRef
    figure: FigureOut | None = Field(
        description="That of the question or area that it was given for; null where not known."
    )
    reconstructed: bool = Field(description="Whether a digit of the figure was worked out.")
    source: SourceOut


def star_with_holder_out(
    given: Given,
    municipalities: Mapping[str, Municipality],
    language: str,
    area: int | None = None,
) -> StarWithHolderOut:
    """`area` is the area that it belongs to, where its question says so."""
    evaluation, figure = given.evaluation, given.figure
    star = gold_star_out(given.star, evaluation.year, language)
    return StarWithHolderOut(
        **star.model_dump(exclude={"area"}),
        area=star.area if area is None else area,
        id=given.star.id,
        evaluation=evaluation_ref(evaluation, municipalities[evaluation.municipality]),
        figure=None if figure is None else FigureOut(**figure_fields(figure, language)),
        reconstructed=given.reconstructed,
        source=SourceOut(title=given.source.title, url=given.source.url),
    )
