"""From an average that others have published to a record: what it is of has to exist."""

from app.domain.message import Points, say
from app.domain.method import Instrument
from app.domain.reference import ReferenceAverage
from app.domain.score import Measure
from app.publishing.build_list import At
from app.publishing.faults import Faults
from app.publishing.shapes import ReferenceShape
from app.records.reference import read_reference


def build_reference(
    shape: ReferenceShape, at: At, instrument: Instrument, faults: Faults
) -> ReferenceAverage:
    """An average, with its faults noted: it has figures, of a family and a size group that exist,
    within their maxima."""
    if not shape.areas and shape.total is None:
        faults.add(at(), say("%(id)s has no figure", id=shape.id))
    groups = {group.code for group in instrument.size_scheme.groups}
    if shape.size_group is not None and shape.size_group not in groups:
        faults.add(
            at("size_group"), say("there is no size group %(group)s", group=shape.size_group)
        )
    if shape.family in instrument.families:
        _check_maxima(shape, at, instrument, faults)
    else:
        faults.add(at("family"), say("there is no family %(family)s", family=shape.family))
    figures = {Measure(no): points for no, points in shape.areas.items()}
    if shape.total is not None:
        figures[Measure.TOTAL] = shape.total
    return read_reference(shape.model_dump() | {"figures": figures})


def _check_maxima(shape: ReferenceShape, at: At, instrument: Instrument, faults: Faults) -> None:
    newest = instrument.newest_of(shape.family)
    maxima = {str(area.no): area.max for area in newest.areas}
    for no, average in shape.areas.items():
        if average > maxima.get(no, average):
            problem = say(
                "area %(no)s: %(score)s is above %(max)s",
                no=no,
                score=Points(average),
                max=Points(maxima[no]),
            )
            faults.add(at("areas", no), problem)
    if shape.total is not None and shape.total > newest.max:
        faults.add(at("total"), say("the total is above %(max)s", max=Points(newest.max)))
