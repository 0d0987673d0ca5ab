"""Reads files as they are written, into shapes that know which line each value stands on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from app.domain.message import say
from app.publishing.detail_rows import DetailRows, read_details
from app.publishing.faults import Faults, LineOfFile, Lines, text_of
from app.publishing.json_lines import Malformed, line_numbers
from app.publishing.register_rows import RegisterRows, read_register
from app.publishing.shapes import (
    EvaluationShape,
    GroupSchemeShape,
    InstrumentShape,
    KnownEvaluatedShape,
    MethodShape,
    ReferenceShape,
)
from app.publishing.value_faults import in_place, value_fault, way_of

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Value]):
    """A value read from a JSON file, with the lines of all that is in it."""

    name: str
    """The file's name without its ending."""
    value: Value
    lines: Lines


@dataclass(frozen=True, slots=True)
class SeedFiles:
    """Everything in the seed folder that could be read."""

    instrument: Parsed[InstrumentShape] | None
    methods: tuple[Parsed[MethodShape], ...]
    references: Parsed[list[ReferenceShape]] | None
    counts: Parsed[list[KnownEvaluatedShape]] | None
    evaluations: tuple[Parsed[EvaluationShape], ...]
    register: RegisterRows
    details: DetailRows
    schemes: Parsed[list[GroupSchemeShape]] | None


INSTRUMENT = TypeAdapter(InstrumentShape)
METHOD = TypeAdapter(MethodShape)
EVALUATION = TypeAdapter(EvaluationShape)
REFERENCES = TypeAdapter(list[ReferenceShape])
COUNTS = TypeAdapter(list[KnownEvaluatedShape])
SCHEMES = TypeAdapter(list[GroupSchemeShape])


def read_seed(folder: Path, faults: Faults) -> SeedFiles:
    """Reads the whole folder. What cannot be read is a fault, and is left out."""
    methods, register = folder / "methods", folder / "register"
    rules = methods / "instrument.json"
    versions = [path for path in _files(methods, faults) if path != rules]
    read = [read_file(path, folder, METHOD, faults) for path in versions]
    evaluations = [
        read_file(path, folder, EVALUATION, faults)
        for path in _files(folder / "evaluations", faults)
    ]
    return SeedFiles(
        instrument=read_file(rules, folder, INSTRUMENT, faults),
        methods=tuple(found for found in read if found),
        references=read_file(folder / "reference-averages.json", folder, REFERENCES, faults),
        counts=read_file(folder / "coverage.json", folder, COUNTS, faults),
        evaluations=tuple(found for found in evaluations if found),
        register=read_register(register, folder, faults),
        details=read_details(register, folder, faults),
        schemes=read_file(register / "group-schemes.json", folder, SCHEMES, faults),
    )


def _files(folder: Path, faults: Faults) -> Sequence[Path]:
    """The JSON files of a folder. One that is missing holds nothing by mistake, not by choice."""
    if not folder.is_dir():
        place = LineOfFile(f"{folder.parent.name}/{folder.name}", 0)
        faults.add(place, say("the folder is missing"))
    return sorted(folder.glob("*.json"))


def read_file(
    path: Path, folder: Path, shape: TypeAdapter[Value], faults: Faults
) -> Parsed[Value] | None:
    """Reads a JSON file; faults name it as it is called from the folder's parent."""
    name = path.relative_to(folder.parent).as_posix()
    content = text_of(path, name, faults)
    return None if content is None else read_text(content, name, shape, faults)


def read_text(
    content: str, name: str, shape: TypeAdapter[Value], faults: Faults
) -> Parsed[Value] | None:
    """Reads a JSON text that is called `name`, a path with an ending."""
    try:
        lines = Lines(name, line_numbers(content))
    except Malformed as error:
        problem = say("The file is not valid JSON: %(problem)s.", problem=error.problem)
        faults.add(LineOfFile(name, error.line), problem)
        return None
    try:
        value = shape.validate_json(content)
    except ValidationError as error:
        for found in error.errors(include_url=False):
            way = way_of(found)
            where = ".".join(map(str, way))
            problem, mend = value_fault(found, where)
            if where and found["type"] != "missing":  # that names it already
                problem = in_place(where, problem)
            faults.add(lines.at(*way), problem, mend)
        return None
    stem = name.rsplit("/", 1)[-1].removesuffix(".json")
    return Parsed(stem, value, lines)
