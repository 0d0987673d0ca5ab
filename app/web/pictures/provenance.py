"""What is said of a figure wherever it is shown: its make-up, its sources, what it is not."""

from dataclasses import dataclass
from typing import Final

from app.config import settings
from app.domain.message import Message, Value, say, say_n
from app.domain.release import Release
from app.domain.stated import Source
from app.web.api.attribution import LICENCE_NAME

OF_ONE: Final = say(
    "The points show how the municipality is governed and led, not how good its services are."
)
OF_SEVERAL: Final = say(
    "The points show how municipalities are governed and led, not how good their services are."
)


@dataclass(frozen=True, slots=True)
class Provenance:
    """All that has to be said of a figure, on its page and where it leaves it.

    `basis` is what it is made of and set beside, `path` the page that it belongs to.
    """

    basis: tuple[Message, ...]
    caveat: Message
    sources: tuple[Source, ...]
    remarks: int
    path: str


def notes_of(release: Release, provenance: Provenance, *, frozen: bool) -> tuple[Message, ...]:
    """What is said below a figure: its make-up, what it is not, sources, release and licence."""
    sources: tuple[Value, ...] = tuple(source.title for source in provenance.sources)
    values: dict[str, Value] = {
        "publisher": settings().publisher_name,
        "number": str(release.number),
        "day": release.published_at.date(),
        "licence": LICENCE_NAME,
    }
    compiled = say(
        "Compiled by %(publisher)s: release %(number)s, %(day)s. Licence: %(licence)s.", **values
    )
    if frozen:
        compiled = say(
            "Compiled by %(publisher)s: frozen at release %(number)s, %(day)s. Newer figures may "
            "exist. Licence: %(licence)s.",
            **values,
        )
    remarks = say_n(
        "There is %(n)s remark on these figures: read it on the page.",
        "There are %(n)s remarks on these figures: read them on the page.",
        provenance.remarks,
    )
    return (
        *provenance.basis,
        *((remarks,) if provenance.remarks else ()),
        provenance.caveat,
        *((say("Source: %(sources)s.", sources=sources),) if sources else ()),
        compiled,
    )
