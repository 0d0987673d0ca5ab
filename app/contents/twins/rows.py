"""The table of those most alike: what the likeness rests on, and how they did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.absence import NotCompared
from app.domain.comparability import tells_gap
from app.domain.evaluation import EvaluationSummary
from app.domain.gap import Gap, gap
from app.domain.learning import Twin
from app.domain.likeness import Component
from app.domain.message import Message, say
from app.domain.rules import Rules
from app.domain.score import Level, Measure
from app.domain.wording.standing import absence_words, gap_words
from app.queries.register import Place


@dataclass(frozen=True, slots=True)
class TwinRow:
    """One twin as it is shown. `gap` is how far its total lies from one's own."""

    twin: Twin
    likeness: Decimal | None
    """As a whole; None where nothing that counts is known, as may be in an official group."""
    place: Place
    gap: Gap | None
    compare: tuple[str, str] | None
    """The evaluations to set side by side, where both have figures."""
    not_compared: NotCompared | None = None
    """Why there is no gap; None where there is one, and where there is nothing of one's own."""

    @property
    def until(self) -> date | None:
        """Its last day; None where it exists today."""
        return self.place.valid_to

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
        """How far its total lies from one's own, or why that is not said."""
        if self.gap:
            return gap_words(self.gap)
        return absence_words(self.not_compared) if self.not_compared else None

    @property
    def left_out(self) -> tuple[Message, ...]:
        """What would count and is not known."""
        words = {
            Component.POPULATION: say("inhabitants not known"),
            Component.CENTRALITY: say("centrality not known"),
            Component.TAX_BASE: say("tax base not known"),
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
    return tuple(_row(own, twin, places[twin.municipality], rules) for twin in twins)


def _row(own: EvaluationSummary | None, twin: Twin, place: Place, rules: Rules) -> TwinRow:
    other, total = twin.summary, twin.likeness.total
    if own is None:
        return TwinRow(twin, total, place, None, None)
    found = _gap_or_why_not(own, other, rules)
    pair = (own.id, other.id) if own.figures and other.figures else None
    if isinstance(found, Gap):
        return TwinRow(twin, total, place, found, pair)
    return TwinRow(twin, total, place, None, pair, found)


def _gap_or_why_not(
    own: EvaluationSummary, other: EvaluationSummary, rules: Rules
) -> Gap | NotCompared:
    ours, theirs = own.score(Measure.TOTAL), other.score(Measure.TOTAL)
    if ours is None:
        return NotCompared.OWN_MISSING
    if theirs is None:
        return NotCompared.OTHER_MISSING
    found = rules.instrument.comparability.between(own.version, other.version, Level.TOTAL)
    if not tells_gap(found, (own.family, other.family)):
        return NotCompared.NOT_COMPARABLE
    return gap(theirs, ours, Measure.TOTAL, rules.small)
