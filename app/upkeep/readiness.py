"""Whether the site can answer: what `/readyz` asks. It needs no turn and keeps no session open."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import col

from app import bounds
from app.database import READING, engine_for, readers_url
from app.domain.search_words import rules
from app.models import ReleaseRow
from app.publishing.word_index import words_made_by
from app.upkeep.causes import Cause, cause_of, known_cause
from app.upkeep.schema import Schema, schema_of, table_faults


@dataclass(frozen=True, slots=True)
class Readiness:
    """What stands in the way of answering (nothing where it is ready), and what was found.

    `remarks` are what is wrong without standing in the way.
    """

    causes: tuple[Cause, ...] = ()
    release: int | None = None
    sha256: str | None = None
    schema: str | None = None
    remarks: tuple[Cause, ...] = ()

    @property
    def is_ready(self) -> bool:
        return not self.causes

    @property
    def document(self) -> dict[str, Any]:
        """The answer of `/readyz`."""
        return {
            "status": "ready" if self.is_ready else "not-ready",
            "release": self.release,
            "sha256": self.sha256,
            "schema": self.schema,
            "causes": [{"cause": c.slug, "detail": c.detail} for c in self.causes],
            "remarks": [{"cause": c.slug, "detail": c.detail} for c in self.remarks],
        }


def readiness_of(engine: Engine) -> Readiness:
    """Asks the database whether the site could be read from it. Whatever fails is a cause."""
    try:
        with engine.connect() as connection:
            return _asked(connection)
    except (SQLAlchemyError, OSError) as error:
        url = engine.url.render_as_string(hide_password=False)
        return Readiness((cause_of(error, url) or _unknown(error),))


def _asked(connection: Connection) -> Readiness:
    schema = schema_of(connection)
    if schema.fault is not None:
        return Readiness((schema.fault,), schema=schema.revision)
    causes = tuple(_worst(table_faults(connection)))
    if causes:
        return Readiness(causes, schema=schema.revision)
    return _newest(connection, schema)


def _newest(connection: Connection, schema: Schema) -> Readiness:
    number, sha256 = col(ReleaseRow.number), col(ReleaseRow.sha256)
    row = connection.execute(select(number, sha256).order_by(number.desc()).limit(1)).first()
    if row is None:
        return Readiness((known_cause("unpublished"),), schema=schema.revision)
    return Readiness((), row[0], row[1], schema.revision, tuple(_remarks(connection)))


def _remarks(connection: Connection) -> Iterator[Cause]:
    """What readers are answered in spite of: a search is, by words that may be cut otherwise."""
    made_by = words_made_by(connection)
    if made_by != rules():
        words = f"The words to search for were made by {made_by or 'rules that nobody noted'}"
        yield known_cause("other-words", f"{words}; this program makes them by {rules()}.")


def _worst(causes: Iterator[Cause]) -> Iterator[Cause]:
    """Each cause once; a database that has broken is not asked for its other tables."""
    seen = set()
    for cause in causes:
        if cause not in seen:
            seen.add(cause)
            yield cause
        if cause.slug not in ("changed-schema", "no-rights"):
            return


def _unknown(error: Exception) -> Cause:
    return Cause(
        "database-fault", f"The database cannot be asked: {type(error).__name__}.", "Look at it."
    )


class _Asking:
    """One question at a time, however many ask, in a thread that ends with the process.

    A database that hangs holds one thread, not one for each who asks.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._answer: Future[Readiness] | None = None

    def answer(self) -> "Future[Readiness]":
        with self._lock:
            if self._answer is None or self._answer.done():
                self._answer = Future()
                threading.Thread(target=self._ask, args=(self._answer,), daemon=True).start()
            return self._answer

    @staticmethod
    def _ask(answer: "Future[Readiness]") -> None:
        try:
            answer.set_result(readiness_of(engine_for(readers_url(), purpose=READING)))
        except Exception as error:  # a thread of its own: nobody else would hear of it
            answer.set_result(Readiness((cause_of(error) or _unknown(error),)))


_ASKING = _Asking()


def pending() -> "Future[Readiness]":
    """The answer to a question that is under way, to be waited for no longer than one likes."""
    return _ASKING.answer()


def late() -> Readiness:
    """What is answered where the database has not, within `bounds.LOOK_UP_SECONDS`."""
    words = f"The database has not answered within {bounds.LOOK_UP_SECONDS} seconds."
    return Readiness((known_cause("unreachable", words),))


def readiness(seconds: float = bounds.LOOK_UP_SECONDS) -> Readiness:
    """The same for those who may block: waits no longer than `seconds`."""
    try:
        return pending().result(seconds)
    except TimeoutError:
        return late()
