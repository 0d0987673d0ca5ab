"""What there is around a municipality: its county, the nearest that are evaluated, and those most
like it that have totals. It answers where the municipality itself has no result."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.contents.municipalities.alike import Alike, alike
from app.contents.municipalities.nearby import NearbyEvaluated, nearby_evaluated
from app.domain.county import CountyCount
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import Message
from app.domain.method import MethodVersion
from app.domain.municipality import Lineage, Municipality, Population
from app.domain.rules import Rules
from app.domain.wording.context import county_words
from app.queries.counties import county_counts
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The context of one municipality."""

    county: CountyCount
    nearest: tuple[NearbyEvaluated, ...]
    alike: Alike

    @property
    def county_words(self) -> tuple[Message, ...]:
        return county_words(self.county)


def surroundings(
    reading: Reading,
    municipality: Municipality,
    populations: Sequence[Population],
    table: EvaluationTable,
    lineage: Lineage,
    rules: Rules,
) -> Surroundings:
    """Reads the context. All of it is remembered for the release."""
    return Surroundings(
        county=county_counts(reading)[municipality.country, municipality.county],
        nearest=nearby_evaluated(reading, municipality, table, lineage),
        alike=alike(reading, municipality, populations, table, lineage, rules),
    )


def described_version(rules: Rules, version: str | None) -> MethodVersion:
    """The version whose areas tell what an evaluation looks at: the one given where its areas are
    described, else one of its family, else the newest of which we have descriptions."""
    instrument = rules.instrument
    described = [one for one in instrument.versions.values() if _is_described(one)]
    if version is not None:
        own = instrument.version(version)
        same = [one for one in described if one.family == own.family]
        return own if own in same or not same else same[-1]
    newest = max(described, key=lambda one: one.year_from, default=None)
    return newest or instrument.newest_of(instrument.default_family)


def _is_described(version: MethodVersion) -> bool:
    return all(area.definition is not None for area in version.areas)
