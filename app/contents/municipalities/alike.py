"""The municipalities most like one that there are totals of, by our own measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable, Selection
from app.domain.learning import Twin, alike_by_own_measure, elsewhere, latest_evaluation
from app.domain.likeness import Weights, likeness
from app.domain.message import Message
from app.domain.municipality import Lineage, Municipality, Population
from app.domain.nearby import nearest
from app.domain.rules import Rules
from app.domain.score import Measure
from app.domain.wording.sets import versions_words
from app.queries.reading import Reading
from app.queries.traits import TraitsAtHand, traits_at_hand

MOST_ALIKE: Final = 5


@dataclass(frozen=True, slots=True)
class AlikeRow:
    """A municipality with its total; `is_subject` for the one that the others are like."""

    evaluation: EvaluationSummary
    total: Decimal
    max: Decimal
    km: int | None
    is_subject: bool = False


@dataclass(frozen=True, slots=True)
class AlikeGroup:
    """Rows of one method family: only these may be set beside one another (design rule 4)."""

    versions: Message
    rows: tuple[AlikeRow, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Totals of those most alike, newest method first; of the nearest where nobody is alike enough
    to be called so."""

    groups: tuple[AlikeGroup, ...]
    by_distance: bool

    def __bool__(self) -> bool:
        return bool(self.groups)


def alike(
    reading: Reading,
    municipality: Municipality,
    populations: Sequence[Population],
    table: EvaluationTable,
    lineage: Lineage,
    rules: Rules,
) -> Alike:
    """Of each other municipality of the country the latest evaluation with a total; of one method
    family where the municipality has a total itself."""
    own = latest_evaluation(municipality.slug, table)
    traits = traits_at_hand(reading, municipality, own, populations)
    candidates = _with_totals(municipality, own, table, lineage)
    twins = alike_by_own_measure(
        traits.own,
        [(one, traits.of(one)) for one in candidates],
        Weights(),
        reading.least_likeness,
        MOST_ALIKE,
    )
    found = twins or _near(traits, candidates)
    rows = [_row(twin, rules) for twin in found]
    if own is not None and rows and (total := own.score(Measure.TOTAL)) is not None:
        rows.insert(0, AlikeRow(own, total, _max(own, rules), None, is_subject=True))
    families = dict.fromkeys(row.evaluation.family for row in rows)
    newest_first = sorted(families, key=list(rules.instrument.families).index, reverse=True)
    return Alike(
        groups=tuple(
            AlikeGroup(
                versions_words(rules.instrument, family),
                tuple(row for row in rows if row.evaluation.family == family),
            )
            for family in newest_first
        ),
        by_distance=not twins,
    )


def _with_totals(
    municipality: Municipality,
    own: EvaluationSummary | None,
    table: EvaluationTable,
    lineage: Lineage,
) -> Selection:
    known = table.where("country", municipality.country).without(municipality.slug)
    if own is not None and own.score(Measure.TOTAL) is not None:
        known = known.where("family", own.family)
    return elsewhere(known, municipality.slug, lineage).latest_with(Measure.TOTAL)


def _near(traits: TraitsAtHand, candidates: Selection) -> tuple[Twin, ...]:
    """The nearest on the map, where nobody is alike enough."""
    own = traits.own
    if own.latitude is None or own.longitude is None:
        return ()
    places = [(one, traits.places[one.municipality].at) for one in candidates]
    found = nearest((own.longitude, own.latitude), places, MOST_ALIKE)
    others = [(near.other, traits.of(near.other)) for near in found]
    return tuple(Twin(one, theirs, likeness(own, theirs, Weights())) for one, theirs in others)


def _row(twin: Twin, rules: Rules) -> AlikeRow:
    total, km = twin.summary.score(Measure.TOTAL), twin.likeness.km
    if total is None:
        raise ValueError(f"{twin.summary.id} has no total")
    return AlikeRow(
        twin.summary,
        total,
        _max(twin.summary, rules),
        None if km is None else int(km.to_integral_value()),
    )


def _max(evaluation: EvaluationSummary, rules: Rules) -> Decimal:
    return rules.instrument.version(evaluation.version).max
