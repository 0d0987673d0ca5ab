"""A look at what would be public: published in a transaction that is always rolled back.

What is read so is not kept anywhere: the reading does not remember, and it is told to nobody but
whoever asks. On SQLite readers go on reading meanwhile, and others who write wait; so the look is
short, and ends by itself.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, event

from app import bounds
from app.database import session_factory
from app.domain.consequences import Consequences
from app.domain.message import say
from app.domain.wording.consequences import MOST_LISTED
from app.editorial.consequences import consequences
from app.errors import Unavailable
from app.publishing.progress import untold
from app.publishing.release import Publication, publish_within, signed
from app.queries import history
from app.queries.reading import Reading, open_reading


@contextmanager
def preview(
    engine: Engine,
    wanted: Publication,
    now: datetime | None = None,
    seconds: float | None = None,
) -> Iterator[Reading]:
    """A reading of the release that a publication would make, or of the newest one where it would
    make none. It may be read from one thread after the other, not from several at once.

    Raises:
        RejectedError: a name that has been public would mean something else.
        Unavailable: it takes too long; nothing is left of it.
    """
    found = signed(wanted.state, untold)
    with session_factory(engine)() as session:
        try:
            _end_in_time(session.connection(), seconds or bounds.PREVIEW_SECONDS)
            release = publish_within(session, wanted, now, seal=False, found=found).release
            if release is None:
                yield replace(open_reading(session), remember=False)
            else:
                yield Reading(session, release, remember=False)
        finally:
            session.rollback()


def public_beside(seen: Reading) -> Reading:
    """The newest release that is public, read beside what is looked at: in the same transaction, as
    nobody else can write meanwhile."""
    known = history.known_releases(seen)
    public = [release for release in known if release.sha256]
    return replace(seen, release=public[0]) if public else seen


def foreseen(
    engine: Engine,
    wanted: Publication,
    most: int = MOST_LISTED,
    now: datetime | None = None,
    seconds: float | None = None,
) -> Consequences:
    """What a publication would change in public."""
    with preview(engine, wanted, now, seconds) as after:
        return consequences(public_beside(after), after, wanted.only or (), most)


def _end_in_time(connection: Connection, seconds: float) -> None:
    """Lets no statement begin when the time is over: others who write wait for the end."""
    until = time.monotonic() + seconds

    def check(*_statement: Any) -> None:
        if time.monotonic() > until:
            raise Unavailable(say("The preview takes too long. Try again shortly."))

    event.listen(connection, "before_cursor_execute", check)
