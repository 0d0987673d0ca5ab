"""What the figures can carry: whether eight areas measure eight things, and what a sum can hide.

The checks are those that the OECD and the JRC ask of composite indicators (Handbook on
Constructing Composite Indicators, 2008): relations between the parts, and compensability.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from statistics import StatisticsError, correlation, fmean
from typing import Final

from app.domain.evaluation import EvaluationSummary
from app.domain.score import AREA_MEASURES, Measure

FEWEST_CORRELATED: Final = 5
"""Evaluations that a correlation needs at least; under that nothing is said at all."""


@dataclass(frozen=True, slots=True)
class AreaCorrelation:
    """Pearson's correlation of the points of two areas, -1 to 1."""

    first: Measure
    second: Measure
    value: float


@dataclass(frozen=True, slots=True)
class AreaCorrelations:
    """How the areas of a family go together, over the evaluations with points in all of them.

    `n` are evaluations, of `municipalities` municipalities. `pairs` is empty where they are fewer
    than five.
    """

    family: str
    n: int
    municipalities: int
    pairs: tuple[AreaCorrelation, ...]

    @property
    def mean(self) -> float | None:
        return fmean(pair.value for pair in self.pairs) if self.pairs else None

    @property
    def lowest(self) -> AreaCorrelation | None:
        return min(self.pairs, key=lambda pair: pair.value, default=None)

    @property
    def highest(self) -> AreaCorrelation | None:
        return max(self.pairs, key=lambda pair: pair.value, default=None)


@dataclass(frozen=True, slots=True)
class Compensation:
    """The evaluation whose sum hides most: its highest and its lowest area."""

    evaluation: EvaluationSummary
    highest: Measure
    lowest: Measure

    @property
    def difference(self) -> Decimal:
        figures = self.evaluation.figures
        return figures[self.highest] - figures[self.lowest]


def area_correlations(evaluations: Iterable[EvaluationSummary], family: str) -> AreaCorrelations:
    """The correlation of each two areas. Two areas of which one has the same points everywhere have
    none, and are left out."""
    whole = [e for e in evaluations if e.family == family and _has_every_area(e)]
    pairs = []
    if len(whole) >= FEWEST_CORRELATED:
        columns = {m: [float(e.figures[m]) for e in whole] for m in AREA_MEASURES}
        for first, second in combinations(AREA_MEASURES, 2):
            try:
                value = correlation(columns[first], columns[second])
            except StatisticsError:
                continue
            pairs.append(AreaCorrelation(first, second, value))
    return AreaCorrelations(family, len(whole), len({e.municipality for e in whole}), tuple(pairs))


def greatest_compensation(
    evaluations: Iterable[EvaluationSummary], family: str
) -> Compensation | None:
    """The evaluation with all eight areas in which they lie furthest apart, the newest of equals;
    None where no evaluation has all."""
    found = [_compensation(e) for e in evaluations if e.family == family and _has_every_area(e)]
    return max(
        found, key=lambda c: (c.difference, c.evaluation.year, c.evaluation.id), default=None
    )


def _has_every_area(evaluation: EvaluationSummary) -> bool:
    return all(measure in evaluation.figures for measure in AREA_MEASURES)


def _compensation(evaluation: EvaluationSummary) -> Compensation:
    in_order = sorted(AREA_MEASURES, key=lambda measure: evaluation.figures[measure])
    return Compensation(evaluation, in_order[-1], in_order[0])
