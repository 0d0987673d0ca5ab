"""What belongs to an editor: what an editor has published or withdrawn, nobody else changes.

An evaluation and its gold stars are one: stars are counted through, so that one that is taken out
moves the others. And what rests on a record that an editor has withdrawn stays out with it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from sqlmodel import Session

from app.domain.changes import RecordKind
from app.models import (
    AliasRevision,
    ChangeRevision,
    EvaluationRevision,
    GoldStarRevision,
    MethodVersionRevision,
    MunicipalityRevision,
    Origin,
    Revision,
)
from app.publishing.state import State
from app.publishing.writing import slices
from app.queries.revisions import CurrentRevision, closed_by_editors, evaluated
from app.records.alias import alias_document
from app.records.register import change_document

RecordKey: TypeAlias = tuple[type[Revision], str]
"""A record: the table it belongs to and its key there."""


class LeftBecause(StrEnum):
    """Why a record does not become public, as it is told to those who wanted it."""

    WITHDRAWN = "Left as an editor withdrew it"
    SAME_EVALUATION = "Left out, because an editor has it under another id"
    NAME_TAKEN = "Left out, because an editor has published something under that name"
    RESTS_ON_WITHDRAWN = "Left out, because an editor withdrew what it rests on"


@dataclass(frozen=True, slots=True)
class OmittedRecord:
    """A record that was wanted and does not become public."""

    table: type[Revision]
    key: str
    why: LeftBecause


@dataclass(frozen=True, slots=True)
class EditorsOwn:
    """`evaluations` are the ids of those that editors have a hand in, themselves or by a gold
    star. `needed` is what public records of theirs rest on: others may change it, but not take it
    away."""

    evaluations: frozenset[str]
    left_out: Mapping[RecordKey, LeftBecause]
    needed: frozenset[RecordKey] = frozenset()

    def has_a_hand_in(self, table: type[Revision], key: str) -> bool:
        """Whether a record is an evaluation, or belongs to one, that an editor decides about."""
        return _evaluation_of(table, key) in self.evaluations

    def why_left_out(self, table: type[Revision], key: str) -> LeftBecause | None:
        """Why a record that is not public stays so; None where it may become public."""
        why = self.left_out.get((table, key))
        if why is not None or table is not GoldStarRevision:
            return why
        evaluation = str(_evaluation_of(table, key))
        if evaluation in self.evaluations:
            return LeftBecause.WITHDRAWN
        return self.left_out.get((EvaluationRevision, evaluation))


NOTHING_OF_EDITORS: Final = EditorsOwn(frozenset(), {})


def editors_own(
    session: Session, current: Collection[CurrentRevision], wanted: State
) -> EditorsOwn:
    """What editors have published or withdrawn, seen from what somebody else wants."""
    public = {(revision.table, revision.key) for revision in current}
    closed = closed_by_editors(session)
    theirs = {(r.table, r.key) for r in current if r.origin == Origin.EDITOR} | closed
    if not theirs:
        return NOTHING_OF_EDITORS
    evaluations = frozenset(filter(None, (_evaluation_of(*record) for record in theirs)))
    left_out = dict.fromkeys(closed - public, LeftBecause.WITHDRAWN)
    left_out |= _the_same(session, evaluations, public, wanted)
    left_out |= _resting_on(left_out, public, wanted)
    left_out |= _misleading(left_out, public, theirs, wanted)
    needed = frozenset(_needed(session, theirs & public, evaluations))
    return EditorsOwn(evaluations, left_out, needed)


def _evaluation_of(table: type[Revision], key: str) -> str | None:
    """The evaluation that a record is or belongs to."""
    if table is EvaluationRevision:
        return key
    return key.rpartition("/")[0] if table is GoldStarRevision else None


def _needed(
    session: Session, theirs: Collection[RecordKey], evaluations: Collection[str]
) -> Iterator[RecordKey]:
    """The municipalities and method versions that public records of editors name."""
    for _, key in (record for record in theirs if record[0] is ChangeRevision):
        yield from ((MunicipalityRevision, slug) for slug in key.split("/")[1:])
    for some in slices(sorted(evaluations)):
        for slug, _, version in evaluated(session, some, public=True):
            yield MunicipalityRevision, slug
            yield MethodVersionRevision, version


def _the_same(
    session: Session, evaluations: Collection[str], public: Collection[RecordKey], wanted: State
) -> Mapping[RecordKey, LeftBecause]:
    """Evaluations that an editor has published or withdrawn under another id."""
    known: dict[tuple[str, int, str], str] = {}
    for some in slices(sorted(evaluations)):
        known |= evaluated(session, some)
    return {
        (EvaluationRevision, e.id): LeftBecause.SAME_EVALUATION
        for e in (wanted.evaluations if known else ())
        if known.get((e.municipality, e.year, e.version), e.id) != e.id
        and (EvaluationRevision, e.id) not in public
    }


def _resting_on(
    gone: Collection[RecordKey], public: Collection[RecordKey], wanted: State
) -> Mapping[RecordKey, LeftBecause]:
    """What rests on records that stay out, and is not public already."""
    slugs = _keys(MunicipalityRevision, gone)
    versions = _keys(MethodVersionRevision, gone)
    if not slugs and not versions:
        return {}
    found: list[RecordKey] = [
        (EvaluationRevision, e.id)
        for e in wanted.evaluations
        if e.municipality in slugs or e.version in versions
    ]
    found += [
        (ChangeRevision, change_document(change).key)
        for change in wanted.register.changes
        if change.before in slugs or change.after in slugs
    ]
    return {
        record: LeftBecause.RESTS_ON_WITHDRAWN
        for record in found
        if record not in public and record not in gone
    }


def _misleading(
    gone: Collection[RecordKey],
    public: Collection[RecordKey],
    theirs: Collection[RecordKey],
    wanted: State,
) -> Mapping[RecordKey, LeftBecause]:
    """Names of before that an editor's record has now, or that lead to what stays out."""
    found: dict[RecordKey, LeftBecause] = {}
    for alias in wanted.aliases:
        record: RecordKey = (AliasRevision, alias_document(alias).key)
        table = _CALLED[alias.kind]
        if record in public or record in gone:
            continue
        if (table, alias.old) in theirs and (table, alias.old) in public:
            found[record] = LeftBecause.NAME_TAKEN
        elif (table, alias.new) in gone and (table, alias.new) not in public:
            found[record] = LeftBecause.RESTS_ON_WITHDRAWN
    return found


_CALLED: Final[Mapping[RecordKind, type[Revision]]] = {
    RecordKind.MUNICIPALITY: MunicipalityRevision,
    RecordKind.EVALUATION: EvaluationRevision,
    RecordKind.GOLD_STAR: GoldStarRevision,
    RecordKind.LINEAGE: ChangeRevision,
}


def _keys(table: type[Revision], records: Iterable[RecordKey]) -> frozenset[str]:
    return frozenset(key for found, key in records if found is table)
