"""Who a municipality was and became, and with whom it shares an area without being one's heir."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from app.domain.evaluation import EvaluationSummary
from app.domain.evaluation_table import EvaluationTable
from app.domain.message import Message, say
from app.domain.municipality import Change, ChangeKind, Lineage, Municipality
from app.queries import register
from app.queries.reading import Reading


@dataclass(frozen=True, slots=True)
class RelatedMunicipality:
    """An earlier or later municipality, how it relates, and its own evaluations."""

    municipality: Municipality
    change: Message
    evaluations: tuple[EvaluationSummary, ...]


@dataclass(frozen=True, slots=True)
class Relatives:
    """The municipalities before and after. Only `predecessors` went on in this one and this one in
    its `successors`; of a municipality that was divided, each got a part (design rule 8)."""

    predecessors: tuple[RelatedMunicipality, ...]
    successors: tuple[RelatedMunicipality, ...]
    parts_from: tuple[RelatedMunicipality, ...]
    parts_to: tuple[RelatedMunicipality, ...]

    def __bool__(self) -> bool:
        return bool(self.predecessors or self.successors or self.parts_from or self.parts_to)


def relatives(reading: Reading, slug: str, lineage: Lineage, table: EvaluationTable) -> Relatives:
    """Reads all that are related, however many, those of one day by name. Three statements."""
    known = register.municipalities(reading, lineage.relatives(slug))

    by_name = table.collation.key

    def related(changes: Iterable[tuple[str, Change]]) -> tuple[RelatedMunicipality, ...]:
        return tuple(
            RelatedMunicipality(known[other], _change_words(change), _of(other, table))
            for _, of_a_day in groupby(changes, key=lambda one: one[1].day)
            for other, change in sorted(of_a_day, key=lambda one: by_name(known[one[0]].label))
        )

    return Relatives(
        predecessors=related(_into(slug, lineage).items()),
        successors=related((change.after, change) for change in lineage.successors(slug)),
        parts_from=related((change.before, change) for change in lineage.parts_from(slug)),
        parts_to=related((change.after, change) for change in lineage.parts_to(slug)),
    )


def _into(slug: str, lineage: Lineage) -> Mapping[str, Change]:
    """Each ancestor with the change in which it ended: that into this one, where it was that."""
    found = {}
    for ancestor in lineage.ancestors(slug):
        changes = lineage.successors(ancestor)
        found[ancestor] = next((c for c in changes if c.after == slug), changes[0])
    return found


def _of(slug: str, table: EvaluationTable) -> tuple[EvaluationSummary, ...]:
    return tuple(sorted(table.of_municipality(slug), key=lambda s: (-s.year, s.id)))


def _change_words(change: Change) -> Message:
    """What happened on the day, without names: those stand beside it."""
    if change.part:
        return say("a part, from %(day)s", day=change.day)
    if change.kind is ChangeKind.SPLIT:
        return say("divided, from %(day)s", day=change.day)
    return say("merged, from %(day)s", day=change.day)
