"""Adds revisions and the rows that belong to them, some hundred at a time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import insert
from sqlmodel import Session, SQLModel

from app.models import Origin, Revision
from app.records.contents import Content
from app.records.document import Document
from app.records.kinds import rows_of
from app.records.rows import RevisionRows, parent_column, table_of

ROWS_AT_ONCE = 500
"""Rows named in one statement: few enough for both databases."""

Item = TypeVar("Item")


class RevisionWriter:
    """Takes records one after the other, and holds no more of them than are written at once."""

    def __init__(self, session: Session, release: int, origin: Origin) -> None:
        self._session, self._release, self._origin = session, release, origin
        self._waiting: dict[type[Revision], dict[str, tuple[str, RevisionRows]]] = defaultdict(dict)

    def add(self, document: Document, sha256: str) -> None:
        """Adds a record, whose document has that SHA-256."""
        waiting = self._waiting[document.table]
        waiting[document.key] = (sha256, rows_of(document))
        if len(waiting) >= ROWS_AT_ONCE:
            self._write(document.table)

    def finish(self) -> None:
        """Writes what still waits."""
        for table in list(self._waiting):
            self._write(table)

    def _write(self, table: type[Revision]) -> None:
        waiting = self._waiting.pop(table)
        values = [
            {
                "key": key,
                "release_in": self._release,
                "origin": self._origin.value,
                "sha256": sha256,
                **rows.columns,
            }
            for key, (sha256, rows) in waiting.items()
        ]
        of = table_of(table).columns
        added = self._session.exec(insert(table_of(table)).returning(of.key, of.id), params=values)
        children: dict[type[SQLModel], list[Content]] = defaultdict(list)
        for key, id in added:
            for child, listed in waiting[key][1].children.items():
                parent = parent_column(child)
                children[child] += [{parent: id, **row} for row in listed]
        for child, listed in children.items():
            if listed:
                self._session.exec(insert(table_of(child)), params=listed)


def slices(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items, as many at a time as one statement names."""
    for start in range(0, len(items), ROWS_AT_ONCE):
        yield items[start : start + ROWS_AT_ONCE]
