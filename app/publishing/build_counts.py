"""From a count of those evaluated to a record: of a family that exists, years in their order."""

from app.domain.coverage import KnownEvaluated
from app.domain.message import say
from app.domain.method import Instrument
from app.publishing.build_list import At
from app.publishing.faults import Faults
from app.publishing.shapes import KnownEvaluatedShape
from app.records.coverage import read_known_evaluated


def build_count(
    shape: KnownEvaluatedShape, at: At, instrument: Instrument, faults: Faults
) -> KnownEvaluated:
    """A count, with its faults noted."""
    if shape.family is not None and shape.family not in instrument.families:
        faults.add(at("family"), say("there is no family %(family)s", family=shape.family))
    if shape.since is not None and shape.since > shape.as_of:
        problem = say(
            "%(since)s is after %(as_of)s", since=str(shape.since), as_of=str(shape.as_of)
        )
        faults.add(at("since"), problem)
    return read_known_evaluated(shape.model_dump())
