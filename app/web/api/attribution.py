"""What goes along with every file: where it comes from, what it may be used for, what to know."""

from typing import Final

from app.config import settings
from app.domain.message import Message, Say, say
from app.domain.release import Release
from app.web.api.tables import Table
from app.web.made_up import MADE_UP, is_made_up, titled

LICENCE_NAME: Final = "NLOD 2.0"
LICENCE_URL: Final = "https://data.norge.no/nlod/no/2.0"

CAVEAT: Final = say(
    "Kommunekompasset evaluates how a municipality is governed and led. "
    "It does not measure the quality of its services."
)
TAKE_PART: Final = say(
    "Taking part is voluntary, so an average describes those evaluated, not all municipalities."
)
RETOLD_FINDINGS: Final = say("The findings are retold in our own words.")
RETOLD_PRACTICES: Final = say("The practices and the reasons are retold in our own words.")


def attribution(release: Release) -> Message:
    """How to say where the figures were found."""
    return say(
        "Source: %(publisher)s, release %(number)s, %(day)s. Licence: %(licence)s.",
        publisher=settings().publisher_name,
        number=str(release.number),
        day=release.published_at.date(),
        licence=LICENCE_NAME,
    )


def about_lines(table: Table, release: Release, words: Say, address: str) -> tuple[str, ...]:
    """The lines of a readme, in the reader's language. `address` is where the same is found in this
    release."""
    return (
        words(titled(table.title, release)),
        *([words(MADE_UP)] if is_made_up(release) else []),
        words(attribution(release)),
        LICENCE_URL,
        words(CAVEAT),
        words(TAKE_PART),
        words(say("An empty cell is a figure that is missing. It is never 0.")),
        *(words(note) for note in table.notes),
        address,
    )
