"""What the API answers of the result that a page shows first, and of what it is set beside."""

from pydantic import Field

from app.domain.peers import Comparison
from app.domain.score import Measure
from app.features.municipalities.beside import Beside
from app.features.municipalities.result import Result
from app.web.api.comparing import (
    ComparisonSetOut,
    GapOut,
    RankOut,
    comparison_set_out,
    gap_out,
    rank_out,
)
from app.web.api.schemas import Out, Points, said
from app.web.languages import translate


class BesideOut(Out):
    """A figure that the result is set beside: an average, or that of one member by name."""

    name: str
    value: Points
    n: int | None = Field(description="How many an average is made of; null for a single one.")
    gap: GapOut
    rank: RankOut | None
    band: str | None


class ComparisonOut(ComparisonSetOut):
    """A comparison, with its figures by `total` or the number of the area."""

    figures: dict[str, list[BesideOut]]


class ResultOut(Out):
    """The evaluation that the page shows first, and what it is set beside."""

    evaluation: str
    total: list[ComparisonOut]
    areas: list[ComparisonOut]
    too_few: str | None = Field(description="Why there is no average, where there is none.")
    sets: list[str] = Field(description="What `set` can be.")


def result_out(result: Result, language: str) -> ResultOut:
    areas = {Measure.of_area(row.definition.no): row.beside for row in result.areas}
    return ResultOut(
        evaluation=result.evaluation.id,
        total=_comparisons({Measure.TOTAL: result.total}, language),
        areas=_comparisons(areas, language),
        too_few=said(result.too_few, language),
        sets=[choice.kind.value for choice in result.choices],
    )


def _comparisons(beside: dict[Measure, tuple[Beside, ...]], language: str) -> list[ComparisonOut]:
    """The comparisons in the order of the page, each with its figures."""
    found: list[tuple[Beside, dict[str, list[BesideOut]]]] = []
    for measure, figures in beside.items():
        for figure in figures:
            held = next((f for first, f in found if first.comparison is figure.comparison), None)
            if held is None:
                held = {}
                found.append((figure, held))
            held.setdefault(measure.value, []).append(_beside(figure, measure, language))
    return [
        ComparisonOut(
            **comparison_set_out(first.comparison, first.words, language).model_dump(),
            figures=held,
        )
        for first, held in found
    ]


def _beside(figure: Beside, measure: Measure, language: str) -> BesideOut:
    return BesideOut(
        name=translate(figure.name, language),
        value=figure.value,
        n=None if figure.by_name else _n(figure.comparison, measure),
        gap=gap_out(figure.gap, language),
        rank=rank_out(figure.rank, language) if figure.rank else None,
        band=figure.band.value if figure.band else None,
    )


def _n(comparison: Comparison, measure: Measure) -> int | None:
    if comparison.reference is not None:
        return comparison.reference.n
    return comparison.set.measures[measure].n
