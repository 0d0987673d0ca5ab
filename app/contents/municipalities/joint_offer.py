"""Which joint report those offer that merged: of their own evaluations, side by side."""

from dataclasses import dataclass

from app import bounds
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.learning import latest_evaluation
from app.domain.method import Instrument
from app.domain.municipality import Lineage
from app.domain.score import Level
from app.queries import evaluations, method, register
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class JointOffer:
    """The evaluations of those that became one municipality, `merged` by slug, as they were before
    it. Of the `partly` among them, by name, only a part came to it."""

    merged: str
    evaluations: tuple[EvaluationSummary, ...]
    partly: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(one.id for one in self.evaluations)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.evaluations)


def offered_joint(reading: Reading, slug: str) -> tuple[JointOffer, ...]:
    """The joint reports that the page of a municipality offers: of those that it was made of, and
    of those that it was merged with. None where nothing would stand in it."""
    return joint_offers(
        slug,
        register.lineage(reading),
        evaluations.summaries(reading),
        method.rules(reading).instrument,
    )


def joint_offers(
    slug: str, lineage: Lineage, table: EvaluationTable, instrument: Instrument
) -> tuple[JointOffer, ...]:
    """The same from what is known already."""
    after = (*lineage.successors(slug), *lineage.parts_to(slug))
    merged = dict.fromkeys((slug, *(change.after for change in after)))
    found = (_offer(one, lineage, table, instrument) for one in merged)
    return tuple(offer for offer in found if offer is not None)


def _offer(
    merged: str, lineage: Lineage, table: EvaluationTable, instrument: Instrument
) -> JointOffer | None:
    """That of one merger: the latest evaluation of each, those with figures before others where
    there are more than a report has room for. What only a part came from does not make a merger of
    it, but was planned with."""
    whole = tuple(dict.fromkeys(change.before for change in lineage.predecessors(merged)))
    if len(whole) < 2:
        return None
    parts = tuple(dict.fromkeys(change.before for change in lineage.parts_from(merged)))
    latest = [
        found
        for slug in (*whole, *(slug for slug in parts if slug not in whole))
        if (found := latest_evaluation(slug, table)) is not None
    ]
    most = bounds.MOST_IN_JOINT_REPORT
    first = sorted(latest, key=lambda one: not one.figures)[:most]
    chosen = tuple(one for one in latest if one in first)
    if len(chosen) < bounds.FEWEST_IN_JOINT_REPORT or not any(one.figures for one in chosen):
        return None
    versions = {one.version for one in chosen}
    if not instrument.comparability.among(versions, Level.TOTAL).allowed:
        return None
    partly = tuple(one.name for one in chosen if one.municipality not in whole)
    return JointOffer(merged, chosen, partly)
