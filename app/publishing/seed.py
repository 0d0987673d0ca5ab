"""The seed folder to a release: read, checked whole, then published in one go or not at all."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from app.domain.aliases import Alias, Aliases
from app.domain.changes import RecordKind
from app.domain.coverage import KnownEvaluated
from app.domain.evaluation import Evaluation
from app.domain.method import Instrument
from app.domain.reference import ReferenceAverage
from app.domain.score import Measure
from app.models import DatasetKind, Origin
from app.publishing.build_evaluations import build_evaluations
from app.publishing.build_groups import build_schemes, with_details
from app.publishing.build_method import build_instrument
from app.publishing.build_register import build_register
from app.publishing.faults import Faults, LineOfFile
from app.publishing.parse import Parsed, SeedFiles, read_seed
from app.publishing.release import Publication, Published, publish
from app.publishing.shapes import KnownEvaluatedShape, ReferenceShape
from app.publishing.state import Register, State
from app.records.coverage import read_known_evaluated
from app.records.reference import read_reference


def seed(engine: Engine, folder: Path) -> Published:
    """Makes what is in the folder public. Unchanged data make no release.

    Raises:
        RejectedError: something in the folder is wrong; every fault is named, nothing is written.
        WrongDataset: the database holds made-up data.
    """
    return publish(engine, Publication(read_folder(folder), Origin.SEED, DatasetKind.REAL))


def read_folder(folder: Path) -> State:
    """The state that a folder describes.

    Raises:
        RejectedError: something in it is wrong; the error carries every fault with file and line.
    """
    faults = Faults()
    files = read_seed(folder.resolve(), faults)
    state = _state(files, faults)
    faults.stop_if_any()
    assert state is not None  # noqa: S101 - a missing instrument is a fault
    return state


def _state(files: SeedFiles, faults: Faults) -> State | None:
    schemes = build_schemes(files.schemes, faults)
    register = build_register(files.register, faults)
    if files.instrument is None:
        return None
    register = with_details(register, files.details, schemes, faults)
    instrument = build_instrument(files.instrument, files.methods, faults, schemes)
    references = _references(files.references, instrument, faults)
    evaluations = _evaluations(files, instrument, register, faults)
    counts = _counts(files.counts, instrument, faults)
    aliases = _aliases(files, register, evaluations, faults)
    return State(instrument, register, references, counts, evaluations, aliases)


def _aliases(
    files: SeedFiles, register: Register, evaluations: Sequence[Evaluation], faults: Faults
) -> tuple[Alias, ...]:
    """Names of before. What one leads to is there, and nothing else is called as before."""
    keys: dict[RecordKind, Collection[str]] = {
        RecordKind.MUNICIPALITY: register.municipalities,
        RecordKind.EVALUATION: {evaluation.id for evaluation in evaluations},
    }
    found: list[Alias] = []
    for line in files.register.aliases:
        alias = Alias(RecordKind(line.row.kind), line.row.old, line.row.new)
        known = keys[alias.kind]
        if alias.old in known:
            article = "an" if alias.kind is RecordKind.EVALUATION else "a"
            faults.add(line.place, f"{alias.old} is already the name of {article} {alias.kind}")
        if alias.old in (other.old for other in found if other.kind is alias.kind):
            faults.add(line.place, f"{alias.old} leads to two")
        found.append(alias)
    resolve = Aliases.of(found).resolve
    for line, alias in zip(files.register.aliases, found, strict=True):
        if evaluations and resolve(alias.kind, alias.old) not in keys[alias.kind]:
            faults.add(line.place, f"{alias.new} is not there")
    return tuple(sorted(found, key=lambda alias: (alias.kind, alias.old)))


def _evaluations(
    files: SeedFiles, instrument: Instrument, register: Register, faults: Faults
) -> tuple[Evaluation, ...]:
    """The evaluations, where what they rest on is sound: they would only repeat its faults."""
    if not register.municipalities or any("/methods/" in fault.file for fault in faults.found):
        return ()
    return build_evaluations(files.evaluations, instrument, register, faults)


def _references(
    file: Parsed[list[ReferenceShape]] | None, instrument: Instrument, faults: Faults
) -> tuple[ReferenceAverage, ...]:
    if file is None:
        return ()
    found: dict[str, ReferenceAverage] = {}
    for position, shape in enumerate(file.value):
        if shape.id in found:
            faults.add(file.lines.at(position, "id"), f"{shape.id} is there twice")
        _check_reference(shape, partial(file.lines.at, position), instrument, faults)
        found[shape.id] = _reference(shape)
    return tuple(sorted(found.values(), key=lambda a: (a.country, a.as_of, a.id)))


def _counts(
    file: Parsed[list[KnownEvaluatedShape]] | None, instrument: Instrument, faults: Faults
) -> tuple[KnownEvaluated, ...]:
    """The counts of those evaluated: of families that exist, over years in their order."""
    if file is None:
        return ()
    found: dict[str, KnownEvaluated] = {}
    for position, shape in enumerate(file.value):
        at = partial(file.lines.at, position)
        if shape.id in found:
            faults.add(at("id"), f"{shape.id} is there twice")
        if shape.family is not None and shape.family not in instrument.families:
            faults.add(at("family"), f"there is no family {shape.family}")
        if shape.since is not None and shape.since > shape.as_of:
            faults.add(at("since"), f"{shape.since} is after {shape.as_of}")
        found[shape.id] = read_known_evaluated(shape.model_dump())
    return tuple(sorted(found.values(), key=lambda c: (c.country, c.as_of, c.id)))


def _check_reference(
    shape: ReferenceShape, at: Callable[..., LineOfFile], instrument: Instrument, faults: Faults
) -> None:
    """An average has figures, of a family and a size group that exist, within their maxima."""
    if not shape.areas and shape.total is None:
        faults.add(at(), f"{shape.id} has no figure")
    groups = {group.code for group in instrument.size_scheme.groups}
    if shape.size_group is not None and shape.size_group not in groups:
        faults.add(at("size_group"), f"there is no size group {shape.size_group}")
    if shape.family not in instrument.families:
        faults.add(at("family"), f"there is no family {shape.family}")
        return
    newest = instrument.newest_of(shape.family)
    maxima = {str(area.no): area.max for area in newest.areas}
    for no, average in shape.areas.items():
        if average > maxima.get(no, average):
            faults.add(at("areas", no), f"area {no}: {average} is above {maxima[no]}")
    if shape.total is not None and shape.total > newest.max:
        faults.add(at("total"), f"the total is above {newest.max}")


def _reference(shape: ReferenceShape) -> ReferenceAverage:
    figures = {Measure(no): points for no, points in shape.areas.items()}
    if shape.total is not None:
        figures[Measure.TOTAL] = shape.total
    return read_reference(shape.model_dump() | {"figures": figures})
