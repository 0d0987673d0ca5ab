"""How many connections fit in the file descriptors that the system gives a process.

Where accepting a connection fails for want of a descriptor, nobody is answered any more. So there
is always room for the connections that are open, for those that may be taken before the oldest have
been closed, and for what the process itself opens.
"""

import resource
from dataclasses import dataclass
from typing import Final

from app import bounds

_FEWEST: Final = 8
_NEEDED: Final = bounds.CONNECTIONS + 2 * bounds.BACKLOG + bounds.OWN_DESCRIPTORS


@dataclass(frozen=True, slots=True)
class Room:
    """Connections that may be open at once, and that may wait in the system to be taken."""

    connections: int
    backlog: int


def raise_limit() -> None:
    """Asks the system for as many descriptors as can be of use, where it gives fewer."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _NEEDED if hard == resource.RLIM_INFINITY else min(_NEEDED, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def room() -> Room:
    """The room in this process, as its limit stands."""
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return room_in(_NEEDED if soft == resource.RLIM_INFINITY else soft)


def room_in(descriptors: int) -> Room:
    """The room in a number of descriptors.

    As many as wait may be taken at once, and as many again before those that make room for them are
    gone. So a quarter each is left for the two.
    """
    free = max(descriptors - bounds.OWN_DESCRIPTORS, 0)
    backlog = max(_FEWEST, min(bounds.BACKLOG, free // 4))
    return Room(max(_FEWEST, min(bounds.CONNECTIONS, free - 2 * backlog)), backlog)
