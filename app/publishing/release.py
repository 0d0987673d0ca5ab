"""Publishing: one transaction makes one release, or nothing at all."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Engine, insert, update
from sqlmodel import Session, col, select

from app.database import session_factory
from app.domain.release import Release
from app.models import DatasetKind, DatasetRow, Origin, ReleaseRow
from app.publishing.clock import clock_remarks, database_time
from app.publishing.diff import ChangedRecord, Difference, RecordKey, difference
from app.publishing.documents import each_document, evaluation_documents, export_line
from app.publishing.editors_own import NOTHING_OF_EDITORS, OmittedRecord, editors_own
from app.publishing.export import read_documents
from app.publishing.identities import check_identities
from app.publishing.numbering import highest_used, remember_number
from app.publishing.progress import Step, Tell, telling, untold
from app.publishing.state import State
from app.publishing.summary import summary_of
from app.publishing.turn import take_turn, tell_readers
from app.publishing.word_index import renew_words
from app.publishing.writing import RevisionWriter, slices
from app.queries.reading import Reading
from app.queries.revisions import CurrentRevision, current_revisions, dataset_kind
from app.records.document import Signed
from app.records.kinds import KINDS


class WrongDataset(Exception):
    """Real and made-up data never share a database."""

    def __init__(self, held: str, wanted: DatasetKind) -> None:
        super().__init__(
            f"The database holds {held} data, and {wanted.value} data never goes into the same "
            "one.\nName another in DATABASE_URL."
        )


class ReadBackDiffers(Exception):
    """What was written is not what is read back: a fault in the program, so nothing is kept."""


@dataclass(frozen=True, slots=True)
class Publication:
    """What somebody wants to be public.

    `only` names the records that are meant, where it is not everything of this origin: no other
    record is written or closed. What is meant and missing from the state is closed.
    """

    state: State
    origin: Origin
    dataset: DatasetKind
    only: frozenset[RecordKey] | None = None
    summary: str | None = None
    reason: str | None = None
    """Why, in the words of whoever publishes, and their language."""
    reason_language: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The new release, or None where nothing differed, and what of an editor's was left alone."""

    release: Release | None
    kept: tuple[CurrentRevision, ...]
    remarks: tuple[str, ...] = ()
    """What those who published should look at: a clock that cannot be right."""
    left_out: tuple[OmittedRecord, ...] = ()
    """What does not become public, because an editor decided so."""
    changes: tuple[ChangedRecord, ...] = ()
    """What became of each record of the release that differs."""

    def told(self) -> Iterator[str]:
        """What of an editor's was left alone, a line each."""
        for kept in self.kept:
            yield f"Left as an editor published it: {kept.table.__tablename__} {kept.key}"
        for left in self.left_out:
            yield f"{left.why.value}: {left.table.__tablename__} {left.key}"


def publish(
    engine: Engine,
    wanted: Publication,
    now: datetime | None = None,
    tell: Tell = untold,
) -> Published:
    """Makes a state public: a new release where it differs from what is public, else none.

    Everything happens in one transaction that no other publishing shares, so a second one that
    wants the same finds no difference. Records go by one after the other, so that no more of them
    are held than are written at once; `tell` hears how far it has come.

    Raises:
        WrongDataset: the database holds the other kind of data.
        ReadBackDiffers: the release does not read back as it was wanted.
        RejectedError: a name that has been public would mean something else.
    """
    found = signed(wanted.state, tell)
    with session_factory(engine)() as session, session.begin():
        return publish_within(session, wanted, now, tell, found=found)


def publish_within(
    session: Session,
    wanted: Publication,
    now: datetime | None = None,
    tell: Tell = untold,
    seal: bool = True,
    *,
    found: Sequence[Signed] | None = None,
) -> Published:
    """The same, within a transaction that others have begun and will end.

    `found` are the records of the state, where they have been gone through already. Without `seal`
    the release is not read back and has no SHA-256: for a transaction that is rolled back.
    """
    if found is None:
        found = signed(wanted.state, tell)
    take_turn(session.connection())
    held = dataset_kind(session)
    if held is not None and held != wanted.dataset:
        raise WrongDataset(held, wanted.dataset)
    current = current_revisions(session)
    by_editor = wanted.origin is Origin.EDITOR
    editors = NOTHING_OF_EDITORS if by_editor else editors_own(session, current, wanted.state)
    change = difference(current, found, wanted.origin, wanted.only, editors)
    if change.is_empty:
        return Published(None, change.kept, left_out=change.left_out)
    if wanted.dataset is DatasetKind.REAL:
        check_identities(session, wanted.state, change)
    if held is None:
        session.exec(insert(DatasetRow).values(id=1, kind=wanted.dataset.value))
    last = session.scalar(select(ReleaseRow).order_by(col(ReleaseRow.number).desc()).limit(1))
    time = (now or datetime.now(UTC)).replace(microsecond=0)
    release = Release(
        number=highest_used(session) + 1,
        published_at=time,
        summary=wanted.summary or summary_of(change, wanted.state.aliases, first=last is None),
        sha256="",
        demo=wanted.dataset is DatasetKind.DEMO,
    )
    renew_words(session.connection())
    _write(session, release, change, wanted, tell)
    remember_number(session, release.number)
    if seal:
        release = _seal(session, release, _expected(current, change), tell)
    tell_readers(session.connection())
    clock = database_time(session.connection())
    remarks = clock_remarks(time, last.published_at if last else None, clock)
    changes = change.of_records() if by_editor else ()
    return Published(release, change.kept, remarks, change.left_out, changes)


def signed(state: State, tell: Tell = untold) -> list[Signed]:
    """Every record of a state, in the order it is held in."""
    found: list[Signed] = []
    rest = replace(state, evaluations=())
    found += [document.signed() for document in each_document(rest)]
    for evaluation in telling(state.evaluations, tell, Step.COMPARING, len(state.evaluations)):
        documents = evaluation_documents(evaluation, state.instrument)
        found += [document.signed() for document in documents]
    return found


def _write(
    session: Session, release: Release, change: Difference, wanted: Publication, tell: Tell
) -> None:
    session.exec(
        insert(ReleaseRow).values(
            number=release.number,
            published_at=release.published_at,
            summary=release.summary,
            sha256=release.sha256,
            reason=wanted.reason,
            reason_language=wanted.reason_language,
        )
    )
    for table in KINDS:
        closed = [revision.id for revision in change.closed if revision.table is table]
        for ids in slices(closed):
            leaving = update(table).where(col(table.id).in_(ids))
            by = wanted.origin.value
            session.exec(leaving.values(release_out=release.number, origin_out=by))
    sha256s = {(signed.table, signed.key): signed.sha256 for signed in change.written}
    writer = RevisionWriter(session, release.number, wanted.origin)
    meant = (d for d in each_document(wanted.state) if (d.table, d.key) in sha256s)
    for document in telling(meant, tell, Step.WRITING, len(sha256s)):
        writer.add(document, sha256s[document.table, document.key])
    writer.finish()


def _expected(current: Sequence[CurrentRevision], change: Difference) -> dict[RecordKey, str]:
    """The SHA-256 that each record of the new release has to read back with."""
    expected = {(revision.table, revision.key): revision.sha256 for revision in current}
    for revision in change.closed:
        del expected[revision.table, revision.key]
    for document in change.written:
        expected[document.table, document.key] = document.sha256
    return expected


def _seal(
    session: Session, release: Release, expected: dict[RecordKey, str], tell: Tell
) -> Release:
    """Reads the new release back, checks every record of it, and signs it with its SHA-256."""
    found = read_documents(Reading(session, release, remember=False))
    signature = hashlib.sha256()
    for document in telling(found, tell, Step.CHECKING, len(expected)):
        if expected.pop((document.table, document.key), None) != document.sha256:
            raise ReadBackDiffers(f"release {release.number} does not read back as it was wanted")
        signature.update(export_line(document).encode())
    if expected:
        raise ReadBackDiffers(f"release {release.number} does not read back whole")
    sealed = replace(release, sha256=signature.hexdigest())
    row = update(ReleaseRow).where(col(ReleaseRow.number) == release.number)
    session.exec(row.values(sha256=sealed.sha256))
    return sealed
