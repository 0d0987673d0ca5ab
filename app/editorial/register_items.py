"""Operations on the register in drafts: who merges, is divided, or gets another name or code."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from sqlmodel import Session

from app.domain.aliases import Aliases
from app.domain.changes import RecordKind
from app.domain.evaluation import Evaluation
from app.domain.message import Message, say, say_n
from app.domain.municipality import Change
from app.editorial.building import Building, Ways
from app.editorial.draft import DraftItem
from app.editorial.item_kind import ItemKind, PublicRecord
from app.models import (
    AliasRevision,
    ChangeRevision,
    EvaluationRevision,
    GoldStarRevision,
    MunicipalityRevision,
)
from app.publishing.diff import RecordKey
from app.publishing.faults import Fault
from app.publishing.register_operations import (
    OPERATION,
    OperationKind,
    OperationOutcome,
    OperationShape,
    operate,
    operation_key,
    slugs_in,
)
from app.queries import history
from app.queries.evaluations import evaluations_of
from app.queries.reading import Reading
from app.queries.revisions import current_of
from app.records.alias import alias_document
from app.records.register import change_document

NAME: Final = "register"


def _key_of(document: Mapping[str, Any]) -> str | None:
    operation, day, before = (document.get(name) for name in ("operation", "day", "from"))
    if not (isinstance(operation, str) and isinstance(day, str) and isinstance(before, list)):
        return None
    slugs = [slug for slug in before if isinstance(slug, str)]
    return operation_key(operation, day, slugs) if slugs else None


def _records(session: Session, keys: Collection[str]) -> Iterator[tuple[str, RecordKey, str]]:
    """The municipalities that it happens to: where one has changed, the operation is looked at
    again."""
    by_slug: dict[str, list[str]] = {}
    for key in keys:
        for slug in slugs_in(key):
            by_slug.setdefault(slug, []).append(key)
    for slug, found, sha256 in current_of(session, MunicipalityRevision, "key", [*by_slug]):
        for key in by_slug[slug]:
            yield key, (MunicipalityRevision, found), sha256


def _public(_reading: Reading, _key: str) -> PublicRecord | None:
    """What has happened is not taken back: another operation follows it."""
    return None


def _withdraw(building: Building, item: DraftItem) -> None:
    building.fault(item, say("What has happened is not withdrawn: another operation follows it."))


def _put(building: Building, item: DraftItem) -> None:
    file = building.parsed(item, OPERATION)
    if file is None:
        return
    operation = file.value
    if operation_key(operation.operation, operation.day, operation.before) != item.key:
        building.fault(item, say("The document tells of another operation."), "operation")
        return
    own = evaluations_of(building.reading, operation.before)
    _check_years(building, item, operation, own)
    outcome = operate(
        building.register,
        operation,
        lambda slug: _has_been_public(building, slug),
        lambda problem, way: building.fault(item, problem, *way),
    )
    if outcome is None:
        return
    _take_in(building, item, outcome)
    if outcome.moved is not None:
        _rename_evaluations(building, item, own, *outcome.moved)
    for said in _consequences(operation, outcome, own):
        place = Ways(item.key).at("operation")
        building.remarks.append(Fault(item.key, 0, said, cell=place.cell))


def _has_been_public(building: Building, slug: str) -> bool:
    """Whether a name means a municipality, or has meant one that is gone or renamed."""
    if Aliases.of(building.aliases).resolve(RecordKind.MUNICIPALITY, slug) is not None:
        return True
    return history.left_in(building.reading, RecordKind.MUNICIPALITY, slug) is not None


def _check_years(
    building: Building,
    item: DraftItem,
    operation: OperationShape,
    own: Collection[Evaluation],
) -> None:
    """Who ends has no evaluation of a later year."""
    if operation.operation not in (OperationKind.MERGE, OperationKind.SPLIT):
        return
    late = sorted(
        e.id
        for e in own
        if (e.year, 1, 1) >= (operation.day.year, operation.day.month, operation.day.day)
    )
    if late:
        building.fault(
            item, say("There are evaluations of later years: %(ids)s.", ids=tuple(late)), "day"
        )


def _take_in(building: Building, item: DraftItem, outcome: OperationOutcome) -> None:
    register = outcome.register
    lineage = {_key(change): change for change in register.changes}
    touched = {*building.changes.items()} ^ {*lineage.items()}
    building.mean(item, [(MunicipalityRevision, slug) for slug in outcome.touched])
    building.mean(item, [(ChangeRevision, key) for key, _ in touched])
    building.mean(item, [(AliasRevision, alias_document(one).key) for one in outcome.aliases])
    building.municipalities = dict(register.municipalities)
    building.populations = dict(register.populations)
    building.changes = lineage
    building.aliases += outcome.aliases


def _key(change: Change) -> str:
    return change_document(change).key


def _rename_evaluations(
    building: Building, item: DraftItem, own: Collection[Evaluation], old: str, new: str
) -> None:
    """Evaluations and gold stars are called after their municipality. Their earlier ids lead on."""
    if old == new:
        return
    for held in own:
        if held.municipality != old:
            continue
        renamed = _renamed(held, old, new)
        building.evaluations[renamed.id] = renamed
        for one in (held, renamed):
            building.mean(item, [(EvaluationRevision, one.id)])
            building.mean(item, [(GoldStarRevision, star.id) for star in one.gold_stars])
        building.same_evaluations.pop((old, held.year, held.version), None)
        building.same_evaluations[new, held.year, held.version] = renamed.id


def _renamed(evaluation: Evaluation, old: str, new: str) -> Evaluation:
    def called(id: str) -> str:
        return new + id.removeprefix(old)

    return replace(
        evaluation,
        id=called(evaluation.id),
        municipality=new,
        corrections=(),
        gold_stars=tuple(
            replace(star, id=called(star.id), evaluation=called(star.evaluation))
            for star in evaluation.gold_stars
        ),
    )


def _consequences(
    operation: OperationShape, outcome: OperationOutcome, own: Collection[Evaluation]
) -> Iterator[Message]:
    """What has to be seen before it is published: whose results show where, what leads where."""
    known = outcome.register.municipalities
    names = tuple(known[slug].label for slug in operation.before if slug in known)
    slugs = [one.slug for one in operation.into if one.slug is not None]
    new = tuple(known[slug].label for slug in slugs if slug in known)
    match operation.operation:
        case OperationKind.MERGE:
            yield say(
                "%(names)s end on %(day)s. Their pages and results stay, and are shown on the page "
                "of %(new)s as those of its predecessors, never as its own.",
                names=names,
                day=known[operation.before[0]].valid_to or operation.day,
                new=new,
            )
        case OperationKind.SPLIT:
            yield say(
                "%(names)s ends on %(day)s. Its page and results stay. %(new)s get parts of it and "
                "are not its heirs: its results are shown on no page of theirs.",
                names=names,
                day=known[operation.before[0]].valid_to or operation.day,
                new=new,
            )
        case OperationKind.NEW_CODE:
            yield say(
                "The earlier code of %(names)s and the new one both lead to its page.", names=names
            )
        case OperationKind.RENAME:
            pass
    if outcome.moved is not None and outcome.moved[0] != outcome.moved[1]:
        old, now = outcome.moved
        yield say_n(
            "Every address with %(old)s leads to %(new)s for all time, and so does the id of "
            "%(n)s evaluation.",
            "Every address with %(old)s leads to %(new)s for all time, and so do the ids of "
            "%(n)s evaluations.",
            len(own),
            old=old,
            new=now,
        )


REGISTER_ITEMS: Final = ItemKind(
    name=NAME,
    rank=15,
    records=_records,
    key_of=_key_of,
    public=_public,
    put=_put,
    withdraw=_withdraw,
)
