"""How far results that were found lie from averages that were published of all.

Who does well tells of it more often, so the mean of the results that can be found is no estimate of
the average of all who were evaluated. By how much it is off can be measured wherever somebody has
published an average of all: the mean of those we have figures for, as they stood then, minus the
published one. In points; nothing here is corrected by it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.domain.coverage import CoverageRules
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.peers import MeasureSet, SetScope, comparison_set
from app.domain.reference import ReferenceAverage, ReferenceStatistic
from app.domain.score import Measure


@dataclass(frozen=True, slots=True)
class PublicationBias:
    """A published average of all totals beside the results that were found.

    `then` holds each municipality's latest result up to the year of the published average, `now`
    the latest result of all.
    """

    reference: ReferenceAverage
    then: MeasureSet
    now: MeasureSet

    @property
    def published(self) -> Decimal:
        return self.reference.figures[Measure.TOTAL]

    @property
    def difference(self) -> Decimal | None:
        """By how many points the mean of those found up to the year lies above the published
        average; negative below. None under five."""
        return _above(self.then, self.published)

    @property
    def difference_now(self) -> Decimal | None:
        """The same of the latest result of all who are found today."""
        return _above(self.now, self.published)

    @property
    def few(self) -> bool:
        """Whether those found stand for nobody but themselves, so that the difference is a bias
        and not a difference between two counts of the same."""
        return self.then.coverage.lack is not None


def publication_bias(
    references: Iterable[ReferenceAverage],
    evaluations: Iterable[EvaluationSummary],
    coverage: CoverageRules,
) -> tuple[PublicationBias, ...]:
    """Each published mean of totals over all sizes, by country, family and year, where at least
    five results of its family were found up to its year."""
    table = EvaluationTable.of(evaluations)
    found = []
    for reference in references:
        if (
            reference.statistic is not ReferenceStatistic.MEAN
            or reference.size_group is not None
            or Measure.TOTAL not in reference.figures
        ):
            continue
        then = _found(reference, table, coverage, reference.as_of)
        if then.of_the_few is not None:
            found.append(PublicationBias(reference, then, _found(reference, table, coverage, None)))
    return tuple(
        sorted(
            found,
            key=lambda b: (
                b.reference.country,
                b.reference.family,
                b.reference.as_of,
                b.reference.id,
            ),
        )
    )


def _found(
    reference: ReferenceAverage, table: EvaluationTable, coverage: CoverageRules, until: int | None
) -> MeasureSet:
    scope = SetScope(frozenset((reference.country,)), reference.family, year_to=until)
    return comparison_set(scope, table.all, (Measure.TOTAL,), coverage).measures[Measure.TOTAL]


def _above(measure_set: MeasureSet, published: Decimal) -> Decimal | None:
    found = measure_set.of_the_few
    return None if found is None else found.mean - published
