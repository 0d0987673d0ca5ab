"""What has to be written for a wanted state to become public."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from app.models import Origin, Revision
from app.queries.revisions import CurrentRevision
from app.records.document import Signed

RecordKey: TypeAlias = tuple[type[Revision], str]
"""A record: the table it belongs to and its key there."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Revisions to close and records to write. A changed record is in both."""

    closed: tuple[CurrentRevision, ...]
    written: tuple[Signed, ...]
    kept: tuple[CurrentRevision, ...]
    """Revisions of another origin that the wanted state differs from, and that stay."""

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
) -> Difference:
    """Compares what is public with what is wanted, within the records that are meant.

    What an editor has published is replaced and closed by an editor alone.
    """
    held = {
        (revision.table, revision.key): revision
        for revision in current
        if only is None or (revision.table, revision.key) in only
    }
    closed, written, kept = [], [], []
    for document in wanted:
        if only is not None and (document.table, document.key) not in only:
            continue
        revision = held.pop((document.table, document.key), None)
        if revision is None:
            written.append(document)
        elif revision.sha256 != document.sha256:
            if _may_replace(origin, revision):
                closed.append(revision)
                written.append(document)
            else:
                kept.append(revision)
    closed += [
        revision
        for revision in held.values()
        if revision.origin == origin or (only is not None and _may_replace(origin, revision))
    ]
    return Difference(tuple(closed), tuple(written), tuple(kept))


def _may_replace(origin: Origin, revision: CurrentRevision) -> bool:
    return origin is Origin.EDITOR or revision.origin == origin
