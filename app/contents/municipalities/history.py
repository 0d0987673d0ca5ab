"""A municipality's own evaluations over time: development first, comparison second."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from app.domain.absence import NotCompared
from app.domain.comparability import Comparability, tells_gap
from app.domain.evaluation import Evaluation, VersionBasis
from app.domain.gap import Gap, gap
from app.domain.message import Message
from app.domain.rules import Rules
from app.domain.score import Level, Measure
from app.domain.wording.standing import absence_words, change_words


@dataclass(frozen=True, slots=True)
class TotalChange:
    """The change of the total since an earlier evaluation; `gap` None where it is forbidden."""

    since: int
    gap: Gap | None
    comparability: Comparability


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One evaluation in time order, with the change since the one before it that has a total."""

    evaluation: Evaluation
    family: str
    starts_family: bool
    change: TotalChange | None

    @property
    def change_words(self) -> Message:
        """The change of the total in words, or why there is none; small ones are not called a rise
        or a fall."""
        if self.evaluation.total.score is None:
            return absence_words(NotCompared.OWN_MISSING)
        if self.change is None:
            return absence_words(NotCompared.FIRST)
        if self.change.gap is None:
            return absence_words(NotCompared.NOT_COMPARABLE)
        return change_words(self.change.gap, self.change.since)


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """Two neighbouring evaluations whose line must not be joined, and why."""

    before: Evaluation
    after: Evaluation
    comparability: Comparability


@dataclass(frozen=True, slots=True)
class History:
    """Own evaluations, oldest first, with the breaks between method families."""

    rows: tuple[HistoryRow, ...]
    breaks: tuple[BrokenLine, ...]
    maximum: Decimal

    @property
    def has_figures(self) -> bool:
        return any(row.evaluation.total.score is not None for row in self.rows)

    @property
    def infers_versions(self) -> bool:
        """Whether the method version of any is only known from its year."""
        return any(row.evaluation.version_basis is VersionBasis.INFERRED for row in self.rows)

    @property
    def cautions(self) -> tuple[Comparability, ...]:
        """Every reason to read a change with care, once."""
        found = [
            row.change.comparability
            for row in self.rows
            if row.change and row.change.comparability.reason
        ]
        found += [b.comparability for b in self.breaks if b.comparability.reason]
        return tuple(dict.fromkeys(found))


def history(evaluations: Sequence[Evaluation], rules: Rules) -> History:
    """The history of one municipality. Changes are given only where the versions allow them."""
    instrument = rules.instrument
    ordered = sorted(evaluations, key=lambda e: (e.year, e.id))
    rows = []
    for index, evaluation in enumerate(ordered):
        rows.append(
            HistoryRow(
                evaluation,
                instrument.family_of(evaluation.version),
                index > 0
                and instrument.family_of(evaluation.version)
                != instrument.family_of(ordered[index - 1].version),
                _change(evaluation, ordered[:index], rules),
            )
        )
    breaks = tuple(
        BrokenLine(
            before,
            after,
            instrument.comparability.between(before.version, after.version, Level.TOTAL),
        )
        for before, after in pairwise(ordered)
        if instrument.family_of(before.version) != instrument.family_of(after.version)
    )
    newest = instrument.version(ordered[-1].version)
    return History(tuple(rows), breaks, newest.max)


def _change(
    evaluation: Evaluation, earlier: Sequence[Evaluation], rules: Rules
) -> TotalChange | None:
    """The change since the latest earlier evaluation with a total.

    Where no gap is told there is no line either: the reader would join what must not be joined.
    """
    own, instrument = evaluation.total.score, rules.instrument
    before = next((e for e in reversed(earlier) if e.total.score is not None), None)
    if own is None or before is None or before.total.score is None:
        return None
    found = instrument.comparability.between(before.version, evaluation.version, Level.TOTAL)
    families = [instrument.family_of(one.version) for one in (before, evaluation)]
    small = rules.small.over_time
    distance = (
        gap(own, before.total.score, Measure.TOTAL, small) if tells_gap(found, families) else None
    )
    return TotalChange(before.year, distance, found)
