"""What a form without an account brings along, so that it is known when it was shown.

Programs that fill in forms send them at once, or one that they kept. No cookie is needed for that,
and nothing is remembered of those who only look.
"""

import hashlib
import hmac
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Final

LEAST_AGE: Final = timedelta(seconds=3)
"""Nobody reads and fills in a form faster."""
MOST_AGE: Final = timedelta(hours=24)
_LONGEST: Final = 100


class MarkFault(StrEnum):
    """Why a mark is not taken."""

    UNKNOWN = "unknown"
    EARLY = "early"
    LATE = "late"


def mark(secret: str, form: str, shown_at: datetime) -> str:
    """The mark of a form that is shown at a time."""
    seconds = int(shown_at.timestamp())
    return f"{seconds}.{keyed(secret, f'{form}|{seconds}')}"


def mark_fault(given: str, secret: str, form: str, now: datetime) -> MarkFault | None:
    """What is wrong with a mark that came back; None where it is old enough and ours."""
    seconds, _, _ = given.partition(".")
    if len(given) > _LONGEST or not given.isascii() or not seconds.isdigit() or len(seconds) > 11:
        return MarkFault.UNKNOWN
    shown_at = datetime.fromtimestamp(int(seconds), UTC)
    if not hmac.compare_digest(given, mark(secret, form, shown_at)):
        return MarkFault.UNKNOWN
    age = now - shown_at
    if age < LEAST_AGE:
        return MarkFault.EARLY
    return MarkFault.LATE if age > MOST_AGE else None


def keyed(secret: str, text: str) -> str:
    """A hash that nobody can work out without the secret."""
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).hexdigest()
