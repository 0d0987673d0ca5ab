"""What the API answers of the result that a page shows first, and of what it is set beside."""

from collections.abc import Mapping, Sequence
from typing import Annotated

from pydantic import AliasPath, Field

from app.contents.municipalities.beside import Beside
from app.contents.municipalities.cells import BesideCell
from app.contents.municipalities.result import Result
from app.domain.absence import NotCompared
from app.domain.comparison_choice import ComparisonKind
from app.domain.score import Measure
from app.domain.statistics import Band
from app.web.api.comparing import AbsenceOut, ComparisonSetOut, GapOut, RankOut, absence_fields
from app.web.api.schemas import Of, Out, Points, Said, With


class BesideOut(Out):
    """A figure that the result is set beside: an average, or that of one member by name."""

    name: Said
    value: Points
    n: int | None = Field(description="How many an average is made of; null for a single one.")
    gap: GapOut
    rank: RankOut | None
    band: Band | None = Field(
        description="The quarter that it lies in, or the half where the quarter is not clear: at "
        "least a small difference from where that ends. Null so close to the median that neither "
        "is clear, or where the set is too small."
    )


class NotComparedOut(Out):
    """A figure that nothing is compared with."""

    name: Said
    value: Points | None
    reason: AbsenceOut


class ComparisonOut(ComparisonSetOut):
    """A comparison, with its figures by `total` or the number of the area."""

    inherited_from = "comparison"

    text: Said = Field(validation_alias="words")
    figures: dict[Measure, list[BesideOut]]
    not_compared: dict[Measure, list[NotComparedOut]] = Field(
        description="What the others have where nothing is compared, and why nothing is."
    )


def _total(result: Result) -> list[With]:
    return _comparisons({Measure.TOTAL: result.total}, {})


def _areas(result: Result) -> list[With]:
    by_measure = {Measure.of_area(row.definition.no): row for row in result.areas}
    return _comparisons(
        {measure: row.beside for measure, row in by_measure.items()},
        {measure: row.cells for measure, row in by_measure.items() if not row.beside},
    )


def _comparisons(
    beside: Mapping[Measure, Sequence[Beside]], alone: Mapping[Measure, Sequence[BesideCell]]
) -> list[With]:
    """The comparisons in the order of the page, each with its figures."""
    first: dict[int, Beside] = {}
    figures: dict[int, dict[Measure, list[With]]] = {}
    for measure, some in beside.items():
        for one in some:
            key = id(one.comparison)
            first.setdefault(key, one)
            by_measure = figures.setdefault(key, {})
            by_measure.setdefault(measure, []).append(With(one, n=_n(one, measure)))
    not_compared: dict[int, dict[Measure, list[With]]] = {}
    for measure, cells in alone.items():
        for cell in cells:
            of_measure = not_compared.setdefault(id(cell.comparison), {})
            of_measure.setdefault(measure, []).append(With(cell, reason=_reason(cell)))
    return [
        With(one, figures=figures[key], not_compared=not_compared.get(key, {}))
        for key, one in first.items()
    ]


def _reason(cell: BesideCell) -> Mapping[str, object]:
    return absence_fields(cell.why or NotCompared.OWN_MISSING)


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
    bias: Said | None = Field(
        description="How far the results that were found lie from published averages, where a mean "
        "of the few is answered."
    )
    sets: Annotated[
        list[ComparisonKind], Of(lambda result: [choice.kind for choice in result.choices])
    ] = Field(description="What `set` can be.")
