"""An evaluation among those that it may be set beside: same country, same method family, each
municipality with its latest total, and the own earlier ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.charts.spread import AreaSpread
from app.domain.contradiction import contradiction
from app.domain.coverage import Coverage
from app.domain.evaluation import Evaluation, EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.municipality import Country
from app.domain.naming.spelling import Collation
from app.domain.peers import SetScope, comparison_set
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Measure
from app.domain.statistics import Rank

FEWEST: int = 3
"""Fewer results have no order to look at."""


@dataclass(frozen=True, slots=True)
class Among:
    """The results, the highest first, with the coverage of the set and the place where one may be
    said (design rule 5). `subject` and those of `earlier` are the municipality's own."""

    subject: EvaluationSummary
    others: tuple[EvaluationSummary, ...]
    earlier: tuple[EvaluationSummary, ...]
    coverage: Coverage
    rank: Rank | None
    collation: Collation
    """The order of names."""
    size_group: str | None = None
    """Of whose size they all are; None where they are of every size."""

    @property
    def country(self) -> Country:
        return self.subject.country

    @property
    def all(self) -> tuple[EvaluationSummary, ...]:
        """Everybody with the own earlier ones, the highest first, then by name and year."""
        found, by_name = (self.subject, *self.others, *self.earlier), self.collation.key
        return tuple(
            sorted(found, key=lambda e: (-e.figures[Measure.TOTAL], by_name(e.name), e.year))
        )

    @property
    def sized(self) -> tuple[EvaluationSummary, ...]:
        """Those whose size is known, the earlier ones of the same municipality left out."""
        found = (self.subject, *self.others)
        return tuple(e for e in found if e.inhabitants)


def among(
    id: str, evaluations: Iterable[EvaluationSummary], rules: Rules, *, of_its_size: bool = False
) -> Among | None:
    """None where the total is not known, or where too few are. `of_its_size` looks among those of
    the same size group alone, None where that is not known."""
    table = EvaluationTable.of(evaluations)
    subject = table.by_id.get(id)
    if subject is None or subject.score(Measure.TOTAL) is None:
        return None
    size = subject.size_group if of_its_size else None
    if of_its_size and size is None:
        return None
    scope = SetScope(frozenset((subject.country,)), subject.family, size)
    found = comparison_set(scope, table, (Measure.TOTAL,), rules.coverage, subject)
    totals = found.measures[Measure.TOTAL]
    earlier = tuple(
        one
        for one in table.of_municipality(subject.municipality)
        if one.family == subject.family
        and one.id != subject.id
        and one.year < subject.year
        and Measure.TOTAL in one.figures
    )
    if totals.n + 1 < FEWEST:
        return None
    return Among(
        subject,
        totals.members,
        earlier,
        totals.coverage,
        totals.rank(subject.figures[Measure.TOTAL], rules.small),
        table.collation,
        size,
    )


@dataclass(frozen=True, slots=True)
class AreasAmong:
    """How the others of the same country and method family lie around each area, the place in it
    where one may be said, and the coverage of the area that is least known."""

    spread: AreaSpread
    ranks: Mapping[Measure, Rank]
    country: Country
    coverage: Coverage | None


def areas_among(
    evaluation: Evaluation, evaluations: Iterable[EvaluationSummary], rules: Rules
) -> AreasAmong | None:
    """None where the evaluation is not among them. Where the source states another place than the
    one computed, ours is not given."""
    table = EvaluationTable.of(evaluations)
    subject = table.by_id.get(evaluation.id)
    if subject is None:
        return None
    scope = SetScope(frozenset((subject.country,)), subject.family)
    known = [measure for measure in AREA_MEASURES if subject.score(measure) is not None]
    found = comparison_set(scope, table, known, rules.coverage, subject)
    placings = evaluation.stated_placings
    ranks = {
        measure: rank
        for measure in known
        if (rank := found.rank_of(measure, subject.score(measure), rules.small)) is not None
        and not contradiction(placings, measure, rank, scope)
    }
    return AreasAmong(AreaSpread.of(found.measures), ranks, subject.country, found.coverage)
