"""What an engine is for, and with that for how long it waits."""

from dataclasses import dataclass
from typing import Final

from app import bounds


@dataclass(frozen=True, slots=True)
class Purpose:
    """Bounds of an engine, in seconds, and how many connections it may have."""

    writes: bool
    statement: float
    lock: float
    connections: int
    spare: int = 0
    """Connections beside those, for what comes in between."""


READING: Final = Purpose(
    writes=False,
    statement=bounds.STATEMENT_SECONDS,
    lock=bounds.LOCK_SECONDS,
    connections=bounds.TURNS,
    spare=2,
)
"""For a reader who waits."""

WATCHING: Final = Purpose(
    writes=False,
    statement=bounds.LOCK_SECONDS,
    lock=bounds.LOCK_SECONDS,
    connections=1,
    spare=4,
)
"""For the look at the newest release: one connection for it, and one for each who listens."""

BACKGROUND: Final = Purpose(
    writes=False,
    statement=bounds.BACKGROUND_STATEMENT_SECONDS,
    lock=bounds.WRITER_LOCK_SECONDS,
    connections=2,
)
"""For what nobody waits for: what a release needs is made ready, exported, verified."""

AT_LENGTH: Final = Purpose(
    writes=False,
    statement=bounds.WRITER_STATEMENT_SECONDS,
    lock=bounds.WRITER_LOCK_SECONDS,
    connections=1,
    spare=1,
)
"""For backups and verification: one statement reads a whole table."""

DESK_READING: Final = Purpose(
    writes=False,
    statement=bounds.STATEMENT_SECONDS,
    lock=bounds.LOCK_SECONDS,
    connections=bounds.DESK_TURNS,
    spare=2,
)
"""For a page of the workspace. It reads where is written, not where readers read."""

DESK_WRITING: Final = Purpose(
    writes=True,
    statement=bounds.STATEMENT_SECONDS,
    lock=bounds.DESK_LOCK_SECONDS,
    connections=bounds.DESK_TURNS,
    spare=2,
)
"""For what is saved in the workspace."""

WRITING: Final = Purpose(
    writes=True,
    statement=bounds.WRITER_STATEMENT_SECONDS,
    lock=bounds.WRITER_LOCK_SECONDS,
    connections=5,
    spare=10,
)
"""For those who publish or migrate."""
