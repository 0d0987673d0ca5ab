"""What has to be written for a wanted state to become public."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from app.models import Origin, Revision
from app.publishing.editors_own import NOTHING_OF_EDITORS, EditorsOwn, OmittedRecord, RecordKey
from app.queries.revisions import CurrentRevision
from app.records.document import Signed

__all__ = ["Difference", "RecordKey", "difference"]


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """What became of a record: the SHA-256 of its document before and after, None where there was
    none."""

    table: type[Revision]
    key: str
    old_sha256: str | None
    new_sha256: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Revisions to close and records to write. A changed record is in both."""

    closed: tuple[CurrentRevision, ...]
    written: tuple[Signed, ...]
    kept: tuple[CurrentRevision, ...]
    """Revisions of another origin that the wanted state differs from, and that stay."""
    left_out: tuple[OmittedRecord, ...] = ()
    """Records that the wanted state has, and that do not become public: an editor decided so."""

    @property
    def is_empty(self) -> bool:
        return not self.closed and not self.written

    @property
    def added(self) -> frozenset[RecordKey]:
        return self._written - self._closed

    @property
    def changed(self) -> frozenset[RecordKey]:
        return self._written & self._closed

    @property
    def removed(self) -> frozenset[RecordKey]:
        return self._closed - self._written

    def of_records(self) -> tuple[ChangedRecord, ...]:
        """What becomes of each record."""
        old = {(revision.table, revision.key): revision.sha256 for revision in self.closed}
        new = {(document.table, document.key): document.sha256 for document in self.written}
        return tuple(
            ChangedRecord(*record, old.get(record), new.get(record))
            for record in dict.fromkeys((*old, *new))
        )

    @property
    def _written(self) -> frozenset[RecordKey]:
        return frozenset((document.table, document.key) for document in self.written)

    @property
    def _closed(self) -> frozenset[RecordKey]:
        return frozenset((revision.table, revision.key) for revision in self.closed)


def difference(
    current: Iterable[CurrentRevision],
    wanted: Iterable[Signed],
    origin: Origin,
    only: frozenset[RecordKey] | None = None,
    editors: EditorsOwn = NOTHING_OF_EDITORS,
) -> Difference:
    """Compares what is public with what is wanted, within the records that are meant.

    What an editor has published or withdrawn is replaced, closed and brought back by an editor
    alone.
    """
    may_replace = partial(_may_replace, origin, editors)
    held = {
        (revision.table, revision.key): revision
        for revision in current
        if only is None or (revision.table, revision.key) in only
    }
    closed, written, kept, left_out = [], [], [], []
    for document in wanted:
        if only is not None and (document.table, document.key) not in only:
            continue
        revision = held.pop((document.table, document.key), None)
        if revision is None:
            why = editors.why_left_out(document.table, document.key)
            if why is None:
                written.append(document)
            else:
                left_out.append(OmittedRecord(document.table, document.key, why))
        elif revision.sha256 != document.sha256:
            if may_replace(revision):
                closed.append(revision)
                written.append(document)
            else:
                kept.append(revision)
    for record, revision in held.items():
        if may_replace(revision) and (revision.origin == origin or only is not None):
            (kept if record in editors.needed else closed).append(revision)
    return Difference(tuple(closed), tuple(written), tuple(kept), tuple(left_out))


def _may_replace(origin: Origin, editors: EditorsOwn, revision: CurrentRevision) -> bool:
    if origin is Origin.EDITOR:
        return True
    return revision.origin == origin and not editors.has_a_hand_in(revision.table, revision.key)
