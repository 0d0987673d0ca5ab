"""What the process that makes files of reports says to the one that asks it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias


class Stage(StrEnum):
    """How far a file is."""

    WAITING = "waiting"
    """For those before it."""
    READING = "reading"
    """The data are read, and put in words and figures."""
    WRITING = "writing"


TellStage: TypeAlias = Callable[[Stage], None]


class JobEnd(StrEnum):
    """How a job ended."""

    MADE = "made"
    FAILED = "failed"
    """There is a fault in the program, or in what it was given."""
    BROKEN = "broken"
    """As before, in a library, which may be good for nothing afterwards: the process ends."""
    MEMORY = "memory"
    OTHER_RELEASE = "other-release"
    """The database was exchanged meanwhile."""
    NEVER_STILL = "never-still"
    """Somebody wrote to the database each time that it was read."""
    OTHER_PROGRAM = "other-program"
    """The program on disk is not the one that asks, or it has other settings."""
    NO_DATABASE = "no-database"
    LATE = "late"
    """It took too long, and the process was ended."""
    DIED = "died"
    """The process ended by itself: killed, out of memory, or it could not be started."""
    NO_ROOM = "no-room"
    """The file could not be written."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended, and `why`, for the log. `stem` is what the file is called where it is kept,
    without its ending."""

    ended: JobEnd
    why: str = ""
    stem: str = ""
