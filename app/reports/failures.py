"""What a reader is told whose file of a report is not there and will not be soon."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil
from typing import Final

from app import bounds
from app.domain.message import Message, say
from app.errors import KompassError, Unavailable
from app.reports.job_states import JobEnd


@dataclass(frozen=True, slots=True)
class Failed:
    """How a file could not be made, and until when that is not tried again."""

    how: JobEnd
    until: float


class ReportBusy(Unavailable):
    """Too many files are being made."""

    retry_after = bounds.REPORT_BUSY_SECONDS

    def __init__(self) -> None:
        super().__init__(
            say(
                "Very many reports are being made just now. Try again in half a minute. The page "
                "of the report shows the same at once."
            )
        )


class ReportsOfOne(KompassError):
    """One reader waits for many files."""

    status = 429
    slug = "too-many-requests"
    retry_after = bounds.REPORT_BUSY_SECONDS

    def __init__(self) -> None:
        super().__init__(
            say(
                "%(most)s files of reports are being made for your IP address, and no more are at "
                "once. Try again in half a minute. The page of the report shows the same at once.",
                most=bounds.REPORTS_OF_ONE,
            )
        )


class ReportFailed(KompassError):
    """A file could not be made a little while ago."""

    def __init__(self, how: JobEnd, seconds: float) -> None:
        super().__init__(_WORDS.get(how, _OURS))
        is_ours = how not in _WORDS
        self.status = 500 if is_ours else 503
        self.slug = "internal" if is_ours else "unavailable"
        self.retry_after = max(1, ceil(seconds))


_OURS: Final = say(
    "This file could not be made. The error is ours and has been noted. The page of the report "
    "shows the same."
)
_WORDS: Final[Mapping[JobEnd, Message]] = {
    JobEnd.LATE: say(
        "Making this file took too long and was ended. Try again in a minute. The page of the "
        "report shows the same."
    ),
    JobEnd.MEMORY: say(
        "Making this file took too much memory and was ended. Try again in a minute. The page of "
        "the report shows the same."
    ),
    JobEnd.DIED: say(
        "The making of this file broke off. Try again in a minute. The page of the report shows "
        "the same."
    ),
    JobEnd.NO_ROOM: say(
        "There is no room for this file just now. Try again in a minute. The page of the report "
        "shows the same."
    ),
    JobEnd.NO_DATABASE: say("The database does not answer just now. Try again in a few seconds."),
    JobEnd.OTHER_PROGRAM: say(
        "The site is being renewed. Try again later. The page of the report shows the same."
    ),
    JobEnd.OTHER_RELEASE: say(
        "What the report is made from has changed meanwhile. Load the page anew."
    ),
    JobEnd.NEVER_STILL: say(
        "The database was written to each time that it was read for this file. Try again in a few "
        "seconds. The page of the report shows the same."
    ),
}
"""Whatever is not among them is a fault of ours."""
PASSING: Final = frozenset({JobEnd.NO_DATABASE, JobEnd.OTHER_RELEASE, JobEnd.NEVER_STILL})
"""What has nothing to do with the file, and is tried again soon."""
