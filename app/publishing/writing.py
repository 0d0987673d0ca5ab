"""Adds revisions and the rows that belong to them, some hundred at a time."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Table, insert
from sqlmodel import Session, SQLModel

from app.models import Origin, Revision
from app.publishing.rows import PARENT, Columns, Record

ROWS_AT_ONCE = 500
"""Rows named in one statement: few enough for both databases."""

Item = TypeVar("Item")


class RevisionWriter:
    """Takes records one after the other, and holds no more of them than are written at once."""

    def __init__(self, session: Session, release: int, origin: Origin) -> None:
        self._session, self._release, self._origin = session, release, origin
        self._waiting: dict[type[Revision], dict[str, tuple[str, Record]]] = defaultdict(dict)

    def add(self, table: type[Revision], key: str, sha256: str, record: Record) -> None:
        """Adds a record whose document has that SHA-256."""
        waiting = self._waiting[table]
        waiting[key] = (sha256, record)
        if len(waiting) >= ROWS_AT_ONCE:
            self._write(table)

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
                **record.columns,
            }
            for key, (sha256, record) in waiting.items()
        ]
        rows = _table(table)
        added = self._session.execute(insert(rows).returning(rows.c.key, rows.c.id), values)
        children: dict[type[SQLModel], list[Columns]] = defaultdict(list)
        for key, id in added:
            for child, listed in waiting[key][1].children.items():
                parent = PARENT[child]
                children[child] += [{parent: id, **row} for row in listed]
        for child, listed in children.items():
            if listed:
                self._session.execute(insert(_table(child)), listed)


def slices(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items, as many at a time as one statement names."""
    for start in range(0, len(items), ROWS_AT_ONCE):
        yield items[start : start + ROWS_AT_ONCE]


def _table(model: type[SQLModel]) -> Table:
    """The table itself: rows of many are written faster without the objects they map to."""
    found: Any = model
    table: Table = found.__table__
    return table
