"""The seed folder to a release: read, checked whole, then published in one go or not at all."""

from collections.abc import Collection, Sequence
from pathlib import Path

from sqlalchemy import Engine

from app.domain.aliases import Alias, Aliases
from app.domain.changes import RecordKind
from app.domain.evaluation import Evaluation
from app.domain.message import Message, say
from app.domain.method import Instrument
from app.models import DatasetKind, Origin
from app.publishing.build_counts import build_count
from app.publishing.build_evaluations import build_evaluations
from app.publishing.build_groups import build_schemes, with_details
from app.publishing.build_list import build_list
from app.publishing.build_method import build_instrument
from app.publishing.build_references import build_reference
from app.publishing.build_register import build_register
from app.publishing.faults import Faults
from app.publishing.parse import SeedFiles, read_seed
from app.publishing.release import Publication, Published, publish
from app.publishing.state import Register, State


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
    references = build_list(files.references, build_reference, instrument, faults)
    evaluations = _evaluations(files, instrument, register, faults)
    counts = build_list(files.counts, build_count, instrument, faults)
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
            faults.add(line.place, _is_taken(alias))
        if alias.old in (other.old for other in found if other.kind is alias.kind):
            faults.add(line.place, say("%(id)s leads to two", id=alias.old))
        found.append(alias)
    resolve = Aliases.of(found).resolve
    for line, alias in zip(files.register.aliases, found, strict=True):
        if evaluations and resolve(alias.kind, alias.old) not in keys[alias.kind]:
            faults.add(line.place, say("%(id)s is not there", id=alias.new))
    return tuple(sorted(found, key=lambda alias: (alias.kind, alias.old)))


def _is_taken(alias: Alias) -> Message:
    if alias.kind is RecordKind.EVALUATION:
        return say("%(id)s is already the name of an evaluation", id=alias.old)
    return say("%(id)s is already the name of a municipality", id=alias.old)


def _evaluations(
    files: SeedFiles, instrument: Instrument, register: Register, faults: Faults
) -> tuple[Evaluation, ...]:
    """The evaluations, where what they rest on is sound: they would only repeat its faults."""
    if not register.municipalities or any("/methods/" in fault.file for fault in faults.found):
        return ()
    return build_evaluations(files.evaluations, instrument, register, faults)
