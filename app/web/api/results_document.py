"""How points are spread, as the API answers it: of an area or of a question."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Protocol

from pydantic import AliasPath, Field

from app.domain.evaluation import EvaluationSummary, GoldStar
from app.domain.message import Message
from app.domain.method import AreaDefinition, MethodVersion
from app.domain.municipality import Country
from app.web.api.comparing import (
    PublishedAverageOut,
    PublishedFigureOut,
    RankOut,
    published_figures,
)
from app.web.api.coverage_document import RepresentedOut
from app.web.api.evaluation_reference import EvaluationRef
from app.web.api.given_star import StarWithHolderOut
from app.web.api.parameters import ApiParameters
from app.web.api.schemas import Of, Out, Points, Said, With
from app.web.api.statistics_document import StatisticsOut
from app.web.results import ResultFilters, ResultList


class ResultApiParameters(ResultFilters, ApiParameters):
    """The filters of the page. The list is answered whole."""


class ListedResultOut(EvaluationRef):
    """The latest evaluation of a municipality that has the figure."""

    inherited_from = "result.evaluation"

    size_group: str | None = Field(validation_alias=AliasPath("result", "evaluation", "size_group"))
    score: Points = Field(validation_alias=AliasPath("result", "score"))
    reconstructed: bool = Field(
        validation_alias=AliasPath("result", "reconstructed"),
        description="Whether a digit was lost in print and worked out.",
    )
    place: RankOut | None = Field(
        description="Among those listed; null where several countries or too few are listed."
    )


class SpreadOut(RepresentedOut):
    """The results of one country together. Countries are never mixed."""

    country: Country
    n: int
    first_year: int = Field(validation_alias=AliasPath("years", 0))
    last_year: int = Field(validation_alias=AliasPath("years", 1))
    members: Annotated[
        list[str], Of(lambda spread: [result.evaluation.id for result in spread.results])
    ] = Field(description="The ids of the evaluations, highest first.")
    statistics: StatisticsOut | None = Field(
        description="Null where they stand for nobody but their own municipalities."
    )
    text: Said = Field(description="What is computed over whom, or why nothing is.")
    published: list[PublishedFigureOut] = Field(
        description="Averages of the country that others have published."
    )
    best: list[Said] = Field(description="Who has the most points, or why nobody is named.")


class Given(Protocol):
    """A gold star as it is read, with its evaluation."""

    @property
    def star(self) -> GoldStar: ...
    @property
    def evaluation(self) -> EvaluationSummary: ...


class SpreadContent(Protocol):
    """An area or a question: how its points are spread, and what is said of that by country."""

    @property
    def version(self) -> MethodVersion: ...
    @property
    def area(self) -> AreaDefinition: ...
    @property
    def path(self) -> str: ...
    @property
    def title(self) -> Message: ...
    @property
    def results(self) -> ResultList: ...
    @property
    def stars(self) -> Sequence[Given]: ...


def _spreads(content: SpreadContent) -> Iterator[With]:
    results = content.results
    sentences = zip(results.spreads, results.medians, results.best, strict=True)
    return (
        With(
            spread,
            text=text,
            best=best,
            published=published_figures(results.published_of(spread.country), results.measure)
            if results.measure
            else [],
        )
        for spread, text, best in sentences
    )


class ResultsOut(Out):
    """The results of an area or a question, and what they say together."""

    known: int = Field(
        validation_alias=AliasPath("results", "known"),
        description="Municipalities with a figure, whether they fit or not.",
    )
    n: int = Field(
        validation_alias=AliasPath("results", "n"),
        description="Municipalities with a figure that fit.",
    )
    count: Said = Field(validation_alias=AliasPath("results", "count"))
    spreads: Annotated[list[SpreadOut], Of(_spreads)]
    references: list[PublishedAverageOut] = Field(
        validation_alias=AliasPath("results", "published"),
        description="What others have published of those chosen; of questions nobody has.",
    )
    results: list[ListedResultOut] = Field(validation_alias=AliasPath("results", "every"))
    levels: Said | None = Field(
        validation_alias=AliasPath("results", "levels"),
        description="What must be known of the levels, where countries are mixed.",
    )
    why_no_places: Said | None = Field(validation_alias=AliasPath("results", "why_no_places"))


def _stars(content: SpreadContent) -> Iterator[With]:
    """The gold stars; those of a question name its area too."""
    for given in content.stars:
        yield With(given, star=With(given.star, area=content.area.no))


StarsOf = Annotated[list[StarWithHolderOut], Of(_stars)]
"""The gold stars of an area or a question."""


def slugs_of(content: SpreadContent) -> list[str]:
    """Everybody who is named in the answer."""
    listed = [row.result.evaluation.municipality for row in content.results.every]
    return [*listed, *(given.evaluation.municipality for given in content.stars)]
