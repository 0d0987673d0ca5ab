"""What `/metrics` tells of a site: its store, its queue, its database and its release."""

import time
from datetime import UTC, datetime

from app.database import connections_in_use
from app.web.observing.metrics import gauge
from app.web.site import Site


def measure(site: Site) -> None:
    """Says where the numbers of a site are found."""
    answers, newest = site.answers, site.newest

    def release_age() -> float:
        standing = newest.standing
        published = standing.newest.published_at if standing else None
        return (datetime.now(UTC) - published).total_seconds() if published else 0.0

    def look_up_age() -> float:
        return time.monotonic() - newest.answered_at if newest.answered_at else 0.0

    gauge("store_bytes", lambda: answers.store.used)
    gauge("store_answers", lambda: len(answers.store))
    gauge("queue_length", lambda: answers.turns.waiting)
    gauge("turns_in_use", lambda: answers.turns.taken)
    gauge("pool_checked_out", connections_in_use)
    gauge("release_number", lambda: newest.number or 0)
    gauge("release_age_seconds", release_age)
    gauge("release_lookup_age_seconds", look_up_age)
    gauge("database_up", lambda: not newest.failing)
