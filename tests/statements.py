"""Counts the statements that reach a database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

from app.queries.memory import MEMORY


class QueryCount:
    """How many statements have been sent, and which."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def __int__(self) -> int:
        return len(self.statements)


@contextmanager
def count_queries(engine: Engine | Connection) -> Iterator[QueryCount]:
    """Counts the statements that an engine sends meanwhile, without those that begin and end."""
    count = QueryCount()

    def note(_conn: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if not statement.startswith("BEGIN"):
            count.statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield count
    finally:
        event.remove(engine, "before_cursor_execute", note)


@contextmanager
def forgetting() -> Iterator[None]:
    """Nothing is remembered meanwhile, so that every statement is sent."""
    before, MEMORY.enabled = MEMORY.enabled, False
    try:
        yield
    finally:
        MEMORY.enabled = before
