"""What stands in each column of an area's row: every figure that is known, or why there is none.

An area that one has no points for oneself is compared with nothing, but the others' figures are
known all the same, and stand there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.absence import Absence, NotCompared
from app.domain.comparison_choice import Comparison, ComparisonKind
from app.domain.coverage import CoverageRules
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import Message
from app.domain.peers import comparison_set
from app.domain.score import AREA_MEASURES, Measure
from app.domain.wording.sets import comparison_name, comparison_phrase, member_name


@dataclass(frozen=True, slots=True)
class BesideCell:
    """One figure that an area is set beside. Exactly one of `value` and `why` is given."""

    name: Message | str
    """Whose figure it is: the head of the column."""
    comparison: Comparison
    value: Decimal | None
    why: Absence | None
    member: EvaluationSummary | None = None
    """The single evaluation whose figure it is; None of an average."""

    @property
    def by_name(self) -> bool:
        """Whether it is the figure of a single municipality."""
        return self.member is not None

    @property
    def phrase(self) -> Message | str:
        """Whose figure it is, as it stands in a sentence."""
        return self.name if self.by_name else comparison_phrase(self.comparison)


def widened(
    comparison: Comparison,
    table: EvaluationTable,
    subject: EvaluationSummary,
    coverage: CoverageRules,
) -> Comparison:
    """The comparison with every area that enough others have, also those that the subject lacks."""
    if comparison.kind in (ComparisonKind.NAMED, ComparisonKind.PUBLISHED):
        return comparison
    found = comparison_set(comparison.scope, table, AREA_MEASURES, coverage, subject)
    wide = replace(comparison, set=found)
    known = {
        measure: some
        for measure, some in found.measures.items()
        if measure in comparison.measures or wide.value(measure) is not None
    }
    return replace(comparison, set=replace(found, measures=known))


def cells(comparisons: Sequence[Comparison], measure: Measure) -> tuple[BesideCell, ...]:
    """A cell for each column: for each average, and for each member by name."""
    return tuple(cell for comparison in comparisons for cell in _cells(comparison, measure))


def _cells(comparison: Comparison, measure: Measure) -> Iterator[BesideCell]:
    if comparison.kind is ComparisonKind.NAMED:
        for member in comparison.named:
            value, missing = member.score(measure), member.why_missing(measure)
            yield BesideCell(member_name(member), comparison, value, missing, member)
        return
    published = comparison.kind is ComparisonKind.PUBLISHED
    held = published or measure in comparison.set.measures
    average = comparison.value(measure) if held else None
    why = None
    if average is None:
        why = NotCompared.NOT_IN_AVERAGE if published else NotCompared.TOO_FEW
    yield BesideCell(comparison_name(comparison), comparison, average, why)
