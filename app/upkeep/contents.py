"""The rows of a database, table by table, as they are: whatever version its tables have."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import JSON, Connection, Engine, MetaData, String, Table, select
from sqlalchemy.sql.elements import ColumnElement

VERSION_TABLE = "alembic_version"
ROWS_AT_ONCE = 1_000


@contextmanager
def snapshot(engine: Engine) -> Iterator[Connection]:
    """Reads the database as it is at one moment, while others go on reading and writing."""
    with engine.connect() as connection, connection.begin():
        yield connection


def tables_of(connection: Connection) -> tuple[Table, ...]:
    """Every table but the migrations' own, those that others refer to first."""
    metadata = MetaData()
    metadata.reflect(connection)
    found = [table for table in metadata.sorted_tables if table.name != VERSION_TABLE]
    for table in found:
        for column in table.columns:
            if isinstance(column.type, JSON):
                column.type = JSON(none_as_null=True)
    return tuple(found)


def rows_of(connection: Connection, table: Table) -> Iterator[tuple[object, ...]]:
    """The rows of a table in the order of its primary key, which is the same on both databases."""
    order: list[ColumnElement[Any]] = [
        column.collate("C")
        if isinstance(column.type, String) and connection.dialect.name == "postgresql"
        else column
        for column in table.primary_key.columns
    ]
    statement = select(table).order_by(*order).execution_options(yield_per=ROWS_AT_ONCE)
    for row in connection.execute(statement):
        yield tuple(row)
