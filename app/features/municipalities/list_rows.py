"""The rows of the list of municipalities: one each, in order, with places where they are given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.domain.evaluation import EvaluationSummary
from app.domain.listing import standing_for
from app.domain.municipality import Country, Municipality, alphabetical
from app.domain.score import Measure
from app.domain.statistics import Rank, rank


@dataclass(frozen=True, slots=True)
class Entry:
    """A municipality that is listed, with the evaluation that stands for it, if there is one."""

    slug: str
    name: str
    country: Country
    county: str
    evaluation: EvaluationSummary | None

    def score(self, measure: Measure) -> Decimal | None:
        return self.evaluation.score(measure) if self.evaluation else None


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it is shown. `until` is the day on which the municipality ceased to exist."""

    entry: Entry
    until: date | None
    place: Rank | None


def entries(
    admitted: Sequence[EvaluationSummary],
    without_evaluation: Iterable[Municipality],
    measure: Measure | None,
) -> list[Entry]:
    """One entry a municipality: the latest evaluation with the measure, else the latest of all."""
    shown = standing_for(admitted, measure)
    evaluated = [Entry(e.municipality, e.name, e.country, e.county, e) for e in shown.values()]
    others = [Entry(m.slug, m.label, m.country, m.county, None) for m in without_evaluation]
    return evaluated + others


def ordered(found: Iterable[Entry], sort: str, measure: Measure | None) -> list[Entry]:
    """The entries in the order asked for; those without what is sorted by come last, by name."""
    by_name = sorted(found, key=lambda entry: (alphabetical(entry.name), entry.slug))
    if measure is not None:
        return sorted(by_name, key=lambda entry: _highest_first(entry.score(measure)))
    if sort == "year":
        return sorted(by_name, key=lambda e: -(e.evaluation.year if e.evaluation else 0))
    return by_name


def _highest_first(score: Decimal | None) -> tuple[bool, Decimal]:
    return (score is None, -(score or Decimal(0)))


def places(found: Sequence[Entry], measure: Measure | None) -> Mapping[str, Rank]:
    """The places by a measure, by slug. None across countries, and none where too few have it."""
    if measure is None or len({entry.country for entry in found if entry.evaluation}) > 1:
        return {}
    scored = {e.slug: score for e in found if (score := e.score(measure)) is not None}
    given = {}
    for slug, score in scored.items():
        place = rank(score, (other for key, other in scored.items() if key != slug))
        if place is not None:
            given[slug] = place
    return given
