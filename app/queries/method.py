"""The instrument as a release has it."""

from sqlmodel import col, select

from app.domain.coverage import CoverageRules
from app.domain.message import say
from app.domain.method import Instrument
from app.domain.rules import Rules
from app.errors import Unavailable
from app.models import GroupSchemeRevision, InstrumentRevision, MethodVersionRevision
from app.queries.coverage import known_evaluated
from app.queries.memory import remembered
from app.queries.reading import Reading
from app.records.method import read_instrument, read_schemes, read_version


@remembered
def instrument(reading: Reading) -> Instrument:
    """All method versions, the rules between them and the groupings. Three statements.

    Raises:
        Unavailable: the release holds no instrument.
    """
    session = reading.session
    versions = session.exec(
        select(col(MethodVersionRevision.document)).where(reading.holds(MethodVersionRevision))
    ).all()
    schemes = session.exec(
        select(col(GroupSchemeRevision.document)).where(reading.holds(GroupSchemeRevision))
    ).all()
    document = session.scalar(
        select(col(InstrumentRevision.document)).where(reading.holds(InstrumentRevision))
    )
    if document is None:
        raise Unavailable(say("Nothing has been published yet."))
    return read_instrument(document, map(read_version, versions), read_schemes(schemes))


def rules(reading: Reading) -> Rules:
    """What may be compared, and what is called small."""
    held = instrument(reading)
    return Rules(held, reading.small, coverage_rules(reading, held))


def coverage_rules(reading: Reading, instrument: Instrument) -> CoverageRules:
    """How many were evaluated, and which share of them is enough. One statement."""
    starts = {
        family: min(version.year_from for version in versions)
        for family, versions in instrument.families.items()
    }
    return CoverageRules(known_evaluated(reading), reading.least_share, starts)
