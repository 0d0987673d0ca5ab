"""Which joint report those offer that merged: of their own evaluations, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from app import bounds
from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.learning import latest_evaluation
from app.domain.message import Message, say
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
    def words(self) -> Message:
        """What leads to it."""
        return say("Joint report of %(names)s", names=self.names)

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
    """That of one merger: the latest evaluation of each, or, where the method forbids those, the
    latest by the newest methods that it allows. What only a part came from does not make a merger
    of it, but was planned with."""
    whole = tuple(dict.fromkeys(change.before for change in lineage.predecessors(merged)))
    if len(whole) < 2:
        return None
    parts = tuple(dict.fromkeys(change.before for change in lineage.parts_from(merged)))
    slugs = (*whole, *(slug for slug in parts if slug not in whole))
    families = (None, *reversed(list(instrument.families)))
    chosen = next(
        (
            some
            for family in families
            if _may_stand(some := _latest(slugs, family, table), instrument)
        ),
        None,
    )
    if chosen is None:
        return None
    partly = tuple(one.name for one in chosen if one.municipality not in whole)
    return JointOffer(merged, chosen, partly)


def _latest(
    slugs: Sequence[str], family: str | None, table: EvaluationTable
) -> tuple[EvaluationSummary, ...]:
    """The latest evaluation of each, of one method family where one is given: those with figures
    before others, where there are more than a report has room for."""
    latest = [
        found
        for slug in slugs
        if (found := latest_evaluation(slug, _of_family(slug, family, table))) is not None
    ]
    first = sorted(latest, key=lambda one: not one.figures)[: bounds.MOST_IN_JOINT_REPORT]
    return tuple(one for one in latest if one in first)


def _of_family(slug: str, family: str | None, table: EvaluationTable) -> EvaluationTable:
    if family is None:
        return table
    return EvaluationTable.of(one for one in table.of_municipality(slug) if one.family == family)


def _may_stand(some: Sequence[EvaluationSummary], instrument: Instrument) -> bool:
    """Whether a report of them would say anything, and the method allows it."""
    if len(some) < bounds.FEWEST_IN_JOINT_REPORT or not any(one.figures for one in some):
        return False
    versions = {one.version for one in some}
    return instrument.comparability.among(versions, Level.TOTAL).allowed
