"""The versions of the API and what each changed, newest first.

A version is `major.minor.patch`: minor where something is added or answers differ in a way that
clients may notice, patch where only the description does. Major stays 1 as long as the addresses
begin with `/api/v1`. The contract file (`tests/contract/lock.json`) names the version that it is
of: what is public cannot change without a new one here.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.message import Message, say


@dataclass(frozen=True, slots=True)
class ApiVersion:
    """A version of the description with what differs from the one before."""

    version: str
    day: date
    changes: tuple[Message, ...]


VERSIONS: Final = (
    ApiVersion(
        "1.3.0",
        date(2026, 11, 30),
        (
            say(
                "An evaluation has `preface` and `closing`, and each of its questions `text`: what "
                "the evaluators wrote for the report. The data set has them, too."
            ),
            say(
                "`links` of an evaluation name its report as a page, a PDF and a document, and a "
                "sheet and slides for a council."
            ),
            say("`links` of a comparison name the joint report, where there can be one."),
        ),
    ),
    ApiVersion(
        "1.2.0",
        date(2026, 11, 30),
        (
            say(
                "An evaluation has `reply`: what the municipality itself says of it. The data set "
                "has a table of them."
            ),
            say(
                "Releases, changes, corrections and what was withdrawn have a `reason` where "
                "whoever published gave one; a release also has `office` and `ledger_hash`."
            ),
        ),
    ),
    ApiVersion(
        "1.1.0",
        date(2026, 11, 30),
        (
            say(
                "New: `/api/v1/findings`, `/api/v1/points`, `/api/v1/municipalities.geojson`, the "
                "index `/api/v1`, and a description beside each CSV file."
            ),
            say(
                "`name` of a municipality is its official name now. What stood there, with what "
                "tells it from its namesakes, is `label`. `code_in_year` is the code in the year "
                "of the evaluation."
            ),
            say(
                "Filters take several values, lists are sorted both ways, and `code`, "
                "`municipality` and `e` name what is wanted."
            ),
            say(
                "An evaluation has `corrections`; a change may be `moved`, and says where `to`. "
                "Earlier names lead on by 308; what may mean several is answered by 300."
            ),
            say(
                "Lists have the source, the page, the printed points and the release of the last "
                "change. `members=false` leaves out who averages are over."
            ),
            say(
                "Each format of an address is an operation of its own in the description, with its "
                "headers and 304."
            ),
            say(
                "`limit` is taken by JSON alone and `dialect` by CSV alone. They had no effect on "
                "other formats, and are refused there now."
            ),
            say(
                "An error lists all faults of a request in `errors`, with the lowest and the "
                "highest number where those are what is allowed."
            ),
            say(
                "Errors are in the language that Accept-Language asks for, where the address names "
                "none."
            ),
            say(
                "Every field has a description; area numbers and weights are described as whole "
                "numbers."
            ),
        ),
    ),
    ApiVersion("1.0.0", date(2026, 11, 24), (say("The first version."),)),
)
"""Newest first."""

VERSION: Final = VERSIONS[0].version
