"""A municipality's own areas over its evaluations: those of one method family, and never joined to
those of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.comparability import Comparability
from app.domain.evaluation import Evaluation
from app.domain.gap import Standing, gap
from app.domain.method import MethodVersion
from app.domain.rules import Rules
from app.domain.score import AREA_MEASURES, Level

FEWEST_YEARS = 2


@dataclass(frozen=True, slots=True)
class AreaYears:
    """The evaluations of one family in which any area is known, the oldest first; `version` is the
    newest of them. `standings` say of each area known in the first and the last how it changed."""

    version: MethodVersion
    evaluations: tuple[Evaluation, ...]
    comparability: Comparability
    standings: tuple[Standing, ...]


def area_years(own: Sequence[Evaluation], rules: Rules) -> tuple[AreaYears, ...]:
    """Of each family with at least two such evaluations whose areas may be set side by side; the
    newest family first."""
    instrument = rules.instrument
    with_areas = [one for one in own if any(value is not None for value in area_values(one))]
    ordered = sorted(with_areas, key=lambda one: (one.year, one.id))
    families = dict.fromkeys(instrument.family_of(one.version) for one in reversed(ordered))
    found = []
    for family in families:
        shown = tuple(one for one in ordered if instrument.family_of(one.version) == family)
        versions = [one.version for one in shown]
        comparability = instrument.comparability.among(versions, Level.AREA)
        if len(shown) >= FEWEST_YEARS and comparability.allowed:
            version = instrument.version(shown[-1].version)
            found.append(AreaYears(version, shown, comparability, _standings(shown, rules)))
    return tuple(found)


def area_values(evaluation: Evaluation) -> tuple[Decimal | None, ...]:
    """The points of the eight areas."""
    return tuple(evaluation.figure(measure).score for measure in AREA_MEASURES)


def _standings(shown: Sequence[Evaluation], rules: Rules) -> tuple[Standing, ...]:
    pairs = zip(AREA_MEASURES, area_values(shown[0]), area_values(shown[-1]), strict=True)
    return tuple(
        gap(last, first, measure, rules.small.over_time).standing
        for measure, first, last in pairs
        if first is not None and last is not None
    )
