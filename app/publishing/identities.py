"""What is called something once is never called anything else, and nothing else is called that.

An id or slug once public never means another thing (design rule 8). A merger or a division makes a
new identity, which gets a name of its own; a record that gets another name leaves an alias.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlmodel import Session, col, select

from app.domain.aliases import Aliases
from app.domain.changes import RecordKind
from app.domain.message import say
from app.models import (
    AliasRevision,
    ChangeRevision,
    EvaluationRevision,
    MunicipalityCodeRow,
    MunicipalityRevision,
    Revision,
)
from app.publishing.diff import Difference
from app.publishing.faults import Fault, RejectedError
from app.publishing.state import State

_ALIASES: Final = "aliases.csv"
_REGISTER: Final = "municipalities.csv"


@dataclass(frozen=True, slots=True)
class _Held:
    """A municipality as it was last public."""

    release: int
    valid_from: date | None
    codes: frozenset[str]


def check_identities(session: Session, wanted: State, change: Difference) -> None:
    """Looks whether names that have been public keep their meaning.

    Raises:
        RejectedError: one would mean something else, or lead nowhere; every such name is told.
    """
    held = _last_public(session)
    faults = [
        *_handed_on(wanted, change, held),
        *_renamed_in_silence(wanted, change, held),
        *_renamed_evaluations(session, wanted, change),
        *_forgotten(change),
    ]
    if faults:
        raise RejectedError(faults)


def _handed_on(wanted: State, change: Difference, held: Mapping[str, _Held]) -> Iterator[Fault]:
    """Names that another municipality would get."""
    new_lineage = {key for table, key in change.added if table is ChangeRevision}
    for slug in sorted(_keys(MunicipalityRevision, change.added | change.changed) & held.keys()):
        before, now = held[slug], wanted.register.municipalities[slug]
        codes = frozenset(code.code for code in now.codes)
        is_another = bool(codes and before.codes) and codes.isdisjoint(before.codes)
        begins = now.valid_from is not None and now.valid_from != before.valid_from
        made_of_others = begins and any(
            key.startswith(f"{now.valid_from}/") and key.endswith(f"/{slug}") for key in new_lineage
        )
        if is_another or made_of_others:
            year = now.valid_from.year if now.valid_from else "2026"
            problem = say(
                "%(slug)s was another municipality in release %(release)s, and a name that has "
                "been public never means another: leave it to that one, and call this one "
                "something else, such as %(example)s",
                slug=slug,
                release=str(before.release),
                example=f"{slug}-{year}",
            )
            yield Fault(_REGISTER, 0, problem)


def _renamed_in_silence(
    wanted: State, change: Difference, held: Mapping[str, _Held]
) -> Iterator[Fault]:
    """Municipalities that go on under another name, without an alias."""
    resolve = Aliases.of(wanted.aliases).resolve
    added = _keys(MunicipalityRevision, change.added)
    codes = {
        frozenset(code.code for code in wanted.register.municipalities[slug].codes): slug
        for slug in added
    }
    for slug in sorted(_keys(MunicipalityRevision, change.removed) & held.keys()):
        new = codes.get(held[slug].codes)
        if new is not None and resolve(RecordKind.MUNICIPALITY, slug) is None:
            yield _no_alias(RecordKind.MUNICIPALITY, slug, new)


def _renamed_evaluations(session: Session, wanted: State, change: Difference) -> Iterator[Fault]:
    """Evaluations of the same municipality, year and method under another id, without an alias."""
    removed = _keys(EvaluationRevision, change.removed)
    added = _keys(EvaluationRevision, change.added)
    if not removed or not added:
        return
    resolve = Aliases.of(wanted.aliases).resolve
    new = {(e.municipality, e.year, e.version): e.id for e in wanted.evaluations if e.id in added}
    statement = select(
        col(EvaluationRevision.key),
        col(EvaluationRevision.municipality),
        col(EvaluationRevision.year),
        col(EvaluationRevision.version),
    ).where(col(EvaluationRevision.release_out).is_(None), col(EvaluationRevision.key).in_(removed))
    for id, slug, year, version in session.exec(statement):
        now = resolve(RecordKind.MUNICIPALITY, slug) or slug
        other = new.get((now, year, version))
        if other is not None and resolve(RecordKind.EVALUATION, id) is None:
            yield _no_alias(RecordKind.EVALUATION, id, other)


def _forgotten(change: Difference) -> Iterator[Fault]:
    """Aliases that would lead nowhere any more."""
    for key in sorted(_keys(AliasRevision, change.removed)):
        kind, _, old = key.partition("/")
        if kind == RecordKind.EVALUATION:
            problem = say("the evaluation that was called %(id)s must always be found", id=old)
        else:
            problem = say("the municipality that was called %(id)s must always be found", id=old)
        yield Fault(_ALIASES, 0, problem)


def _no_alias(kind: RecordKind, old: str, new: str) -> Fault:
    problem = say(
        "%(old)s has been public and is called %(new)s now: without the line “%(text)s” its "
        "addresses lead nowhere",
        old=old,
        new=new,
        text=f"{kind},{old},{new}",
    )
    return Fault(_ALIASES, 0, problem)


def _keys(table: type[Revision], records: Iterable[tuple[type[Revision], str]]) -> frozenset[str]:
    return frozenset(key for found, key in records if found is table)


def _last_public(session: Session) -> dict[str, _Held]:
    """Every municipality that ever was public, as it was last. Two statements."""
    codes: dict[int, set[str]] = {}
    for id, code in session.exec(
        select(col(MunicipalityCodeRow.municipality_id), col(MunicipalityCodeRow.code))
    ):
        codes.setdefault(id, set()).add(code)
    statement = (
        select(
            col(MunicipalityRevision.id),
            col(MunicipalityRevision.key),
            col(MunicipalityRevision.release_in),
            col(MunicipalityRevision.valid_from),
        )
        .where(col(MunicipalityRevision.release_in).is_not(None))
        .order_by(col(MunicipalityRevision.release_in))
    )
    return {
        key: _Held(came or 0, valid_from, frozenset(codes.get(id or 0, ())))
        for id, key, came, valid_from in session.exec(statement)
    }
