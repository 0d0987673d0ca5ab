"""The table of those most alike: what the likeness rests on, and how they did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.comparability import difference
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import Gap, gap
from app.domain.learning import Twin
from app.domain.likeness import Component
from app.domain.message import Message, say
from app.domain.rules import Rules
from app.domain.score import Level, Measure
from app.domain.wording.standing import gap_words
from app.queries.register import Place


@dataclass(frozen=True, slots=True)
class TwinRow:
    """One twin as it is shown. `gap` is how far its total lies from one's own."""

    twin: Twin
    likeness: Decimal
    until: date | None
    gap: Gap | None
    compare: tuple[str, str] | None
    """The evaluations to set side by side, where both have figures."""

    @property
    def summary(self) -> EvaluationSummary:
        return self.twin.summary

    @property
    def km(self) -> int | None:
        """The distance in whole kilometres: the middle of an area is no more exact than that."""
        km = self.twin.likeness.km
        return None if km is None else int(km.to_integral_value())

    @property
    def total(self) -> Decimal | None:
        return self.summary.score(Measure.TOTAL)

    @property
    def gap_words(self) -> Message | None:
        return gap_words(self.gap) if self.gap else None

    @property
    def county_words(self) -> Message:
        return say("same county") if self.twin.likeness.county else say("another county")

    @property
    def left_out(self) -> tuple[Message, ...]:
        """What would count and is not known."""
        words = {
            Component.POPULATION: say("inhabitants not known"),
            Component.COUNTY: say("county not known"),
            Component.DISTANCE: say("distance not known"),
        }
        return tuple(words[component] for component in self.twin.likeness.left_out)


def rows(
    own: EvaluationSummary | None,
    twins: Sequence[Twin],
    places: Mapping[str, Place],
    rules: Rules,
) -> tuple[TwinRow, ...]:
    """A row for each twin, in the order given."""
    return tuple(
        TwinRow(
            twin,
            total,
            places[twin.municipality].valid_to,
            _gap(own, twin.summary, rules),
            _pair(own, twin.summary),
        )
        for twin in twins
        if (total := twin.likeness.total) is not None
    )


def _gap(own: EvaluationSummary | None, other: EvaluationSummary, rules: Rules) -> Gap | None:
    if own is None:
        return None
    theirs, ours = other.score(Measure.TOTAL), own.score(Measure.TOTAL)
    allowed = rules.instrument.comparability.between(own.version, other.version, Level.TOTAL)
    if theirs is None or ours is None or difference(theirs, ours, allowed) is None:
        return None
    return gap(theirs, ours, Measure.TOTAL, rules.small)


def _pair(own: EvaluationSummary | None, other: EvaluationSummary) -> tuple[str, str] | None:
    if own is None or not own.figures or not other.figures:
        return None
    return own.id, other.id
