"""A guarded start: what could not be done is said, and what was published before is shown."""

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from app import bounds
from app.config import settings
from app.database import READING, engine_for, readers_url
from app.publishing.release import Published
from app.publishing.seed import seed
from app.upkeep.causes import UpkeepError
from app.upkeep.migrating import upgrade
from app.upkeep.opening import writing
from app.upkeep.readiness import Readiness, readiness_of
from app.upkeep.telling import explained, words_of

Say = Callable[[str], None]
Result = TypeVar("Result")

PASSING: Final = frozenset({"refused", "unreachable", "starting", "lost", "busy"})
"""Causes that pass when a database starts at the same time as the site."""

PAUSE_SECONDS: Final = 0.5


def prepare(folder: Path, say: Say, report: Callable[[Published], None]) -> Readiness:
    """Migrates and seeds as far as possible, and says what was not. Then something can be shown.

    Raises:
        UpkeepError: nothing can be shown, and why.
    """
    if not settings().read_only and _migrated(say):
        try:
            report(seed(writing(), folder))
        except Exception as error:  # whatever it is, yesterday's release can be shown
            say(f"NOT PUBLISHED: what stands in {folder.name}/ has been left.\n{words_of(error)}")
    found = readiness_of(engine_for(readers_url(), purpose=READING))
    if not found.is_ready:
        raise UpkeepError(found.causes[0])
    return found


def _migrated(say: Say) -> bool:
    """Whether the tables are those of this program now."""
    try:
        migrated = _once_there(lambda: upgrade(writing()))
    except Exception as error:  # whatever it is, the tables may do as they are
        say(f"NOT MIGRATED: the tables have been left as they are.\n{words_of(error)}")
        return False
    if migrated.before != migrated.after:
        say(f"The tables are now at {migrated.after}; before: {migrated.before or 'none'}.")
    elif migrated.words_renewed:
        say("The search words have been rebuilt by the rules of this version.")
    return True


def _once_there(work: Callable[[], Result]) -> Result:
    """Tries again while the database starts, for as long as a start may wait."""
    end = time.monotonic() + bounds.START_SECONDS
    while True:
        try:
            return work()
        except Exception as error:
            cause = explained(error)
            if cause is None or cause.slug not in PASSING or time.monotonic() > end:
                raise
        time.sleep(PAUSE_SECONDS)


@contextmanager
def ending_at_once() -> Iterator[None]:
    """SIGTERM ends the process at once, also where it is the first of a container or waits for a
    lock. What it was writing is one transaction, of which nothing is left."""
    if not hasattr(signal, "sigtimedwait"):
        yield
        return
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            if signal.sigtimedwait({signal.SIGTERM}, 0.1) is not None:
                os.write(2, b"Told to end while preparing. Nothing has been left half done.\n")
                os._exit(128 + signal.SIGTERM)

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
