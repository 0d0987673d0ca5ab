"""What is counted where every microsecond counts: plain numbers, read when somebody asks."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


class TurnedAway(StrEnum):
    """Why a request was answered without being worked for."""

    QUEUE_FULL = "queue_full"
    """503: more wait than `bounds.QUEUE_LENGTH`."""
    QUEUE_TIME = "queue_time"
    """503: no turn came within `bounds.QUEUE_SECONDS`."""
    REQUEST_TIME = "request_time"
    """503: no answer was there within `bounds.REQUEST_SECONDS`."""
    DATABASE = "database"
    """503: the database stands still."""
    CONNECTIONS = "connections"
    """503: all connections are taken by those who are being answered."""
    RATE = "rate"
    """429: one address asked too often."""
    HEADERS = "headers"
    """431: headers too large or too many."""
    ADDRESS = "address"
    """414: the address or its query is too long."""
    BODY = "body"
    """413: a body nobody asked for."""
    REQUEST = "request"
    """400 or 408: no request that could be understood, or none that came to its end."""


@dataclass(slots=True)
class ProcessCounts:
    """Numbers since the process began. Only the event loop changes them."""

    kept: int = 0
    """Answers sent out of the store."""
    not_modified: int = 0
    """304: the reader has the answer already."""
    made: int = 0
    """Answers worked for, of whatever status."""
    shared: int = 0
    """Answers that somebody else had asked for at the same time, so that they were made once."""
    left: int = 0
    """Readers who left before they were answered."""
    evicted: int = 0
    """Answers that had to leave the store for others, while their release was still the newest."""
    unexpected: int = 0
    """Answers of status 500: each is a fault of the site."""
    in_progress: int = 0
    """Requests that are being worked for now."""
    log_lines_lost: int = 0
    """About: threads count here too."""
    turned_away: dict[TurnedAway, int] = field(default_factory=lambda: dict.fromkeys(TurnedAway, 0))


counts: Final = ProcessCounts()
"""Those of this process."""
