"""Who has the highest total with the newest method, of those of one country that we have."""

from dataclasses import dataclass
from typing import Final

from app.domain.evaluation import EvaluationSummary
from app.domain.gap import near_extreme
from app.domain.municipality import Country
from app.domain.score import Level, Measure
from app.domain.statistics import MINIMUM_MEMBERS
from app.domain.stories.story import Material, Story, StoryKind

FEWEST: Final = 3
"""Highest of two is no story."""


@dataclass(frozen=True, slots=True)
class Highest(Story):
    """The highest of the latest totals of a country with one family: one, or two about the same.

    `others` are the rest of the set, highest first.
    """

    country: Country
    family: str
    best: tuple[EvaluationSummary, ...]
    others: tuple[EvaluationSummary, ...]

    @property
    def kind(self) -> StoryKind:
        return StoryKind.HIGHEST

    @property
    def about(self) -> tuple[EvaluationSummary, ...]:
        return self.best

    @property
    def beside(self) -> tuple[EvaluationSummary, ...]:
        return self.others

    @property
    def n(self) -> int:
        return len(self.best) + len(self.others)


def highest(material: Material) -> Highest | None:
    """In the newest family with enough totals, of the country that has most of them.

    Countries are never put into one order. None where versions differ by more than nothing, where
    more than two lie at the top, and among fewer than five where one does not stand out.
    """
    for family in material.families():
        sets = [
            (country, _totals(material, family, country))
            for country in Country
            if len(_totals(material, family, country)) >= FEWEST
        ]
        if sets:
            country, totals = max(sets, key=lambda found: len(found[1]))
            return _of(material, family, country, totals)
    return None


def _totals(material: Material, family: str, country: Country) -> tuple[EvaluationSummary, ...]:
    table = material.evaluations
    own = table.where("family", family) & table.where("country", country)
    return tuple(own.latest_with(Measure.TOTAL).highest_first(Measure.TOTAL))


def _of(
    material: Material, family: str, country: Country, totals: tuple[EvaluationSummary, ...]
) -> Highest | None:
    rules = material.rules
    among = rules.instrument.comparability.among((e.version for e in totals), Level.TOTAL)
    if among.reason is not None:
        return None
    limit = rules.small.limit(Measure.TOTAL)
    top = near_extreme({e.id: e.figures[Measure.TOTAL] for e in totals}, limit, highest=True)
    if not top or (len(top) > 1 and len(totals) < MINIMUM_MEMBERS):
        return None
    best = tuple(e for e in totals if e.id in top)
    return Highest(country, family, best, tuple(e for e in totals if e.id not in top))
