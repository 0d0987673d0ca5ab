"""Which processor core does what: servers on the first, load on the last where there are two."""

import os
import sys
from typing import Final

COUNT: Final = os.cpu_count() or 1

if sys.platform == "linux":
    _ALLOWED: Final = sorted(os.sched_getaffinity(0))
    ONE: Final = frozenset(_ALLOWED[:1])
    ALL: Final = frozenset(_ALLOWED)
    LOAD: Final = frozenset(_ALLOWED[-1:])
    MANY: Final = frozenset(_ALLOWED[:-1]) if len(_ALLOWED) > 3 else ALL
    """For several workers: all but the core of the load, where enough are left without it."""

    def pin(process: int, cores: frozenset[int]) -> None:
        """Keeps a process, and what it will start, on these cores."""
        os.sched_setaffinity(process, cores)

else:
    ONE = ALL = LOAD = MANY = frozenset()

    def pin(process: int, cores: frozenset[int]) -> None:
        """Other systems have no such call: there the system decides."""


def apart() -> bool:
    """Whether servers and load have a core each."""
    return bool(ONE) and ONE != LOAD
