"""How points are spread, as the API answers it: of an area or of a question."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pydantic import Field

from app.domain.distribution import Spread
from app.domain.message import Message
from app.domain.municipality import Municipality
from app.web.api.comparing import RankOut, rank_out
from app.web.api.evaluation_reference import EvaluationRef, evaluation_ref
from app.web.api.parameters import ApiParameters
from app.web.api.schemas import Out, Points, said
from app.web.api.statistics_document import StatisticsOut, statistics_out
from app.web.languages import translate
from app.web.results import ResultFilters, ResultList, ResultParameters, ResultRow


class ResultApiParameters(ResultFilters, ApiParameters):
    """The filters of the page. The list is answered whole."""

    @property
    def of_page(self) -> ResultParameters:
        """The same choices as a page takes them."""
        return ResultParameters(**self.model_dump(include=set(ResultFilters.model_fields)))


class ListedResultOut(EvaluationRef):
    """The latest evaluation of a municipality that has the figure."""

    size_group: str | None
    score: Points
    reconstructed: bool = Field(description="Whether a digit was lost in print and worked out.")
    place: RankOut | None = Field(
        description="Among those listed; null where several countries or too few are listed."
    )


class SpreadOut(Out):
    """The results of one country together. Countries are never mixed."""

    country: str
    n: int
    first_year: int
    last_year: int
    members: list[str] = Field(description="The ids of the evaluations, highest first.")
    statistics: StatisticsOut | None = Field(description="Null under five members.")
    text: str = Field(
        description="What is computed over whom; under five members why nothing is, and who they "
        "are."
    )
    best: list[str] = Field(description="Who has the most points, or why nobody is named.")


def results_fields(
    results: ResultList,
    medians: Sequence[Message],
    best: Sequence[Sequence[Message]],
    municipalities: Mapping[str, Municipality],
    language: str,
) -> dict[str, Any]:
    """The fields of an answer that has results."""
    return {
        "known": results.known,
        "n": results.n,
        "count": translate(results.count, language),
        "spreads": [
            _spread(spread, text, sentences, language)
            for spread, text, sentences in zip(results.spreads, medians, best, strict=True)
        ],
        "results": [_result(row, municipalities, language) for row in results.every],
        "why_no_places": said(results.why_no_places, language),
    }


class ResultsOut(Out):
    """The results of an area or a question, and what they say together."""

    known: int = Field(description="Municipalities with a figure, whether they fit or not.")
    n: int = Field(description="Municipalities with a figure that fit.")
    count: str
    spreads: list[SpreadOut]
    results: list[ListedResultOut]
    why_no_places: str | None


def _spread(spread: Spread, text: Message, best: Iterable[Message], language: str) -> SpreadOut:
    first, last = spread.years
    return SpreadOut(
        country=spread.country.value,
        n=spread.n,
        first_year=first,
        last_year=last,
        members=[result.evaluation.id for result in spread.results],
        statistics=statistics_out(spread.statistics) if spread.statistics else None,
        text=translate(text, language),
        best=[translate(sentence, language) for sentence in best],
    )


def _result(
    row: ResultRow, municipalities: Mapping[str, Municipality], language: str
) -> ListedResultOut:
    found = row.result.evaluation
    return ListedResultOut(
        **evaluation_ref(found, municipalities[found.municipality]).model_dump(),
        size_group=found.size_group,
        score=row.result.score,
        reconstructed=row.result.reconstructed,
        place=rank_out(row.place, language) if row.place else None,
    )
