"""What the API answers of the result that a page shows first, and of what it is set beside."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import AliasPath, Field

from app.domain.peers import ComparisonKind
from app.domain.score import Measure
from app.domain.statistics import Band
from app.features.municipalities.beside import Beside
from app.features.municipalities.result import Result
from app.web.api.comparing import ComparisonSetOut, GapOut, RankOut
from app.web.api.schemas import Of, Out, Points, Said, With


class BesideOut(Out):
    """A figure that the result is set beside: an average, or that of one member by name."""

    name: Said
    value: Points
    n: int | None = Field(description="How many an average is made of; null for a single one.")
    gap: GapOut
    rank: RankOut | None
    band: Band | None


class ComparisonOut(ComparisonSetOut):
    """A comparison, with its figures by `total` or the number of the area."""

    inherited_from = "comparison"

    text: Said = Field(validation_alias="words")
    figures: dict[Measure, list[BesideOut]]


def _total(result: Result) -> list[With]:
    return _comparisons({Measure.TOTAL: result.total})


def _areas(result: Result) -> list[With]:
    return _comparisons({Measure.of_area(row.definition.no): row.beside for row in result.areas})


def _comparisons(beside: Mapping[Measure, Sequence[Beside]]) -> list[With]:
    """The comparisons in the order of the page, each with its figures."""
    first: dict[int, Beside] = {}
    figures: dict[int, dict[Measure, list[With]]] = {}
    for measure, some in beside.items():
        for one in some:
            key = id(one.comparison)
            first.setdefault(key, one)
            by_measure = figures.setdefault(key, {})
            by_measure.setdefault(measure, []).append(With(one, n=_n(one, measure)))
    return [With(one, figures=figures[key]) for key, one in first.items()]


def _n(beside: Beside, measure: Measure) -> int | None:
    comparison = beside.comparison
    if beside.by_name:
        return None
    if comparison.reference is not None:
        return comparison.reference.n
    return comparison.set.measures[measure].n


class ResultOut(Out):
    """The evaluation that the page shows first, and what it is set beside."""

    evaluation: str = Field(validation_alias=AliasPath("evaluation", "id"))
    total: Annotated[list[ComparisonOut], Of(_total)]
    areas: Annotated[list[ComparisonOut], Of(_areas)]
    too_few: Said | None = Field(description="Why there is no average, where there is none.")
    sets: Annotated[
        list[ComparisonKind], Of(lambda result: [choice.kind for choice in result.choices])
    ] = Field(description="What `set` can be.")
