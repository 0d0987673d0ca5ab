"""The instrument as a release has it."""

from sqlmodel import col, select

from app.domain.message import say
from app.domain.method import Instrument
from app.domain.rules import Rules
from app.errors import Unavailable
from app.models import InstrumentRevision, MethodVersionRevision
from app.queries.memory import remembered
from app.queries.reading import Reading
from app.records.method import read_instrument, read_version


@remembered
def instrument(reading: Reading) -> Instrument:
    """All method versions and the rules between them. Two statements.

    Raises:
        Unavailable: the release holds no instrument.
    """
    session = reading.session
    versions = session.exec(
        select(col(MethodVersionRevision.document)).where(reading.holds(MethodVersionRevision))
    ).all()
    document = session.scalar(
        select(col(InstrumentRevision.document)).where(reading.holds(InstrumentRevision))
    )
    if document is None:
        raise Unavailable(say("Nothing has been published yet."))
    return read_instrument(document, map(read_version, versions))


def rules(reading: Reading) -> Rules:
    """What may be compared, and what is called small."""
    return Rules(instrument(reading), reading.small)
