"""Reads the register's CSV files, row by row, with the line of each row."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic import ValidationError as RowError

from app.domain.message import Message, say
from app.domain.municipality import ChangeKind, Country
from app.publishing.faults import Faults, LineOfFile, text_of
from app.publishing.patterns import MUNICIPALITY_CODE, RECORD_ID, SLUG
from app.publishing.shapes import LARGEST_COUNT
from app.publishing.text_shapes import Words
from app.publishing.unfit import Unfit, no_date, no_number, no_whole_number, written_like
from app.publishing.value_faults import in_place, value_fault


def absent_if_empty(cell: Any) -> Any:
    """None for an empty cell."""
    return None if cell == "" else cell


def written_as(
    pattern: str, unfit: Callable[[object], Unfit], example: str = ""
) -> BeforeValidator:
    """Takes a cell that is written in this one way; dates and numbers have many others."""

    def check(cell: Any) -> Any:
        if not isinstance(cell, str) or not re.fullmatch(pattern, cell):
            found = unfit(cell)
            raise Unfit(found.message, written_like(example)) if example else found
        return cell

    return BeforeValidator(check)


Slug = Annotated[str, StringConstraints(pattern=SLUG)]
RecordId = Annotated[str, StringConstraints(pattern=RECORD_ID)]
OptionalWords = Annotated[Words | None, BeforeValidator(absent_if_empty)]
Day = Annotated[date, written_as(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", no_date)]
OptionalDay = Annotated[Day | None, BeforeValidator(absent_if_empty)]
Whole = Annotated[int, written_as("[0-9]{1,10}", no_whole_number), Field(le=LARGEST_COUNT)]
OptionalWhole = Annotated[Whole | None, BeforeValidator(absent_if_empty)]
Degrees = Annotated[
    float,
    written_as(r"-?[0-9]{1,3}(\.[0-9]{1,9})?", no_number, "-12.3456"),
    AfterValidator(lambda degrees: degrees + 0.0),  # minus zero is zero
]


class RowShape(BaseModel):
    """A row of a CSV file: its columns by name, all of them, in any order."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MunicipalityEntry(RowShape):
    """A row of `municipalities.csv`. Its population is a check on `populations.csv`."""

    slug: Slug
    country: Country
    name: Words
    name_alt: OptionalWords
    county: Words
    population: OptionalWhole
    population_year: OptionalWhole
    latitude: Annotated[
        Annotated[Degrees, Field(ge=-90, le=90)] | None, BeforeValidator(absent_if_empty)
    ]
    longitude: Annotated[
        Annotated[Degrees, Field(ge=-180, le=180)] | None, BeforeValidator(absent_if_empty)
    ]
    valid_from: OptionalDay
    valid_to: OptionalDay


class CodeEntry(RowShape):
    """A row of `codes.csv`."""

    slug: Slug
    code: Annotated[str, StringConstraints(pattern=MUNICIPALITY_CODE)]
    valid_from: OptionalDay
    valid_to: OptionalDay
    scheme: Words


class PopulationEntry(RowShape):
    """A row of `populations.csv`."""

    slug: Slug
    year: Annotated[Whole, Field(ge=1900, le=2100)]
    population: Whole
    source: Words


class ChangeEntry(RowShape):
    """A row of `changes.csv`."""

    date: Day
    kind: ChangeKind
    from_slug: Slug
    to_slug: Slug
    share_note: OptionalWords
    source_url: Words


class AliasEntry(RowShape):
    """A row of `aliases.csv`: a name in addresses that a municipality or an evaluation had."""

    kind: Literal["municipality", "evaluation"]
    old: RecordId
    new: RecordId


Row = TypeVar("Row", bound=RowShape)


@dataclass(frozen=True, slots=True)
class FileLine(Generic[Row]):
    """A row and where it stands."""

    place: LineOfFile
    row: Row


@dataclass(frozen=True, slots=True)
class RegisterRows:
    """Every row that could be read."""

    municipalities: tuple[FileLine[MunicipalityEntry], ...]
    codes: tuple[FileLine[CodeEntry], ...]
    populations: tuple[FileLine[PopulationEntry], ...]
    changes: tuple[FileLine[ChangeEntry], ...]
    aliases: tuple[FileLine[AliasEntry], ...]


def read_register(folder: Path, seed: Path, faults: Faults) -> RegisterRows:
    """Reads the five files of the register. Rows that cannot be read are faults, and left out."""

    return RegisterRows(
        rows_in(folder / "municipalities.csv", seed, MunicipalityEntry, faults),
        rows_in(folder / "codes.csv", seed, CodeEntry, faults),
        rows_in(folder / "populations.csv", seed, PopulationEntry, faults),
        rows_in(folder / "changes.csv", seed, ChangeEntry, faults),
        rows_in(folder / "aliases.csv", seed, AliasEntry, faults),
    )


def rows_in(path: Path, seed: Path, shape: type[Row], faults: Faults) -> tuple[FileLine[Row], ...]:
    """The rows of a CSV file somewhere in the seed folder."""
    name = path.relative_to(seed.parent).as_posix()
    content = text_of(path, name, faults)
    return () if content is None else tuple(rows_of(content, name, shape, faults))


def rows_of(content: str, name: str, shape: type[Row], faults: Faults) -> Iterator[FileLine[Row]]:
    """The rows of a CSV text that is called `name`. What is not a row of that shape is a fault."""
    reader = csv.reader(io.StringIO(content, newline=""), strict=True)
    try:
        columns = next(reader, [])
        if sorted(columns) != sorted(shape.model_fields):
            problem = say(
                "the columns are %(found)s, but have to be %(wanted)s",
                found=", ".join(columns),
                wanted=", ".join(shape.model_fields),
            )
            faults.add(LineOfFile(name, 1), problem)
            return
        for cells in reader:
            place = LineOfFile(name, reader.line_num)
            if len(cells) != len(columns):
                problem = say(
                    "cells in this row: %(cells)s, columns: %(columns)s",
                    cells=len(cells),
                    columns=len(columns),
                )
                faults.add(place, problem)
                continue
            row = _row(dict(zip(columns, cells, strict=True)), place, shape, faults)
            if row is not None:
                yield FileLine(place, row)
    except csv.Error as error:
        faults.add(LineOfFile(name, reader.line_num), _no_csv(str(error)))


def _row(cells: dict[str, str], place: LineOfFile, shape: type[Row], faults: Faults) -> Row | None:
    try:
        return shape.model_validate(cells)
    except RowError as error:
        for found in error.errors(include_url=False):
            column = str(found["loc"][0])
            problem, mend = value_fault(found, column)
            faults.add(place, in_place(column, problem), mend)
    return None


def _no_csv(error: str) -> Message:
    """What the reader of CSV says, which it says in English."""
    if "limit" in error:
        return say("the file cannot be read as CSV: a cell is too long")
    return say("the file cannot be read as CSV: a quotation mark is missing, or one too many")
