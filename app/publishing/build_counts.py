"""From counts of those evaluated to records: of families that exist, over years in their order."""

from collections.abc import Callable, Iterable
from functools import partial

from app.domain.coverage import KnownEvaluated
from app.domain.message import say
from app.domain.method import Instrument
from app.publishing.faults import Faults, LineOfFile
from app.publishing.parse import Parsed
from app.publishing.shapes import KnownEvaluatedShape
from app.records.coverage import read_known_evaluated


def build_counts(
    file: Parsed[list[KnownEvaluatedShape]] | None, instrument: Instrument, faults: Faults
) -> tuple[KnownEvaluated, ...]:
    """The counts of a list, in their order."""
    if file is None:
        return ()
    found: dict[str, KnownEvaluated] = {}
    for position, shape in enumerate(file.value):
        at = partial(file.lines.at, position)
        if shape.id in found:
            faults.add(at("id"), say("%(id)s is there twice", id=shape.id))
        found[shape.id] = build_count(shape, at, instrument, faults)
    return in_order(found.values())


def in_order(found: Iterable[KnownEvaluated]) -> tuple[KnownEvaluated, ...]:
    """Counts as they stand in a state."""
    return tuple(sorted(found, key=lambda c: (c.country, c.as_of, c.id)))


def build_count(
    shape: KnownEvaluatedShape,
    at: Callable[..., LineOfFile],
    instrument: Instrument,
    faults: Faults,
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
