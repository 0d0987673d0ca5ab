"""Reads the register's CSV files, row by row, with the line of each row."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic import ValidationError as RowError

from app.domain.municipality import ChangeKind, Country
from app.publishing.faults import Faults, Place


def _absent_if_empty(cell: Any) -> Any:
    return None if cell == "" else cell


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Cell = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S(.*\S)?$")]
OptionalCell = Annotated[Cell | None, BeforeValidator(_absent_if_empty)]
OptionalDay = Annotated[date | None, BeforeValidator(_absent_if_empty)]
Whole = Annotated[int, Field(ge=0)]


class RowShape(BaseModel):
    """A row of a CSV file: its columns by name, all of them, in any order."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MunicipalityRow(RowShape):
    """A row of `municipalities.csv`. Its population is a check on `populations.csv`."""

    slug: Slug
    country: Country
    name: Cell
    name_alt: OptionalCell
    county: Cell
    population: Annotated[Whole | None, BeforeValidator(_absent_if_empty)]
    population_year: Annotated[Whole | None, BeforeValidator(_absent_if_empty)]
    latitude: Annotated[
        Annotated[float, Field(ge=-90, le=90)] | None, BeforeValidator(_absent_if_empty)
    ]
    longitude: Annotated[
        Annotated[float, Field(ge=-180, le=180)] | None, BeforeValidator(_absent_if_empty)
    ]
    valid_from: OptionalDay
    valid_to: OptionalDay


class CodeRow(RowShape):
    """A row of `codes.csv`."""

    slug: Slug
    code: Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
    valid_from: OptionalDay
    valid_to: OptionalDay
    scheme: Cell


class PopulationRow(RowShape):
    """A row of `populations.csv`."""

    slug: Slug
    year: Annotated[int, Field(ge=1900, le=2100)]
    population: Whole
    source: Cell


class ChangeRow(RowShape):
    """A row of `changes.csv`."""

    date: date
    kind: ChangeKind
    from_slug: Slug
    to_slug: Slug
    share_note: OptionalCell
    source_url: Cell


Row = TypeVar("Row", bound=RowShape)


@dataclass(frozen=True, slots=True)
class Line(Generic[Row]):
    """A row and where it stands."""

    place: Place
    row: Row


@dataclass(frozen=True, slots=True)
class RegisterRows:
    """Every row that could be read."""

    municipalities: tuple[Line[MunicipalityRow], ...]
    codes: tuple[Line[CodeRow], ...]
    populations: tuple[Line[PopulationRow], ...]
    changes: tuple[Line[ChangeRow], ...]


def read_register(folder: Path, seed: Path, faults: Faults) -> RegisterRows:
    """Reads the four files of the register. Rows that cannot be read are faults, and left out."""

    def rows(file: str, shape: type[Row]) -> tuple[Line[Row], ...]:
        path = folder / file
        return tuple(_rows(path, path.relative_to(seed.parent).as_posix(), shape, faults))

    return RegisterRows(
        rows("municipalities.csv", MunicipalityRow),
        rows("codes.csv", CodeRow),
        rows("populations.csv", PopulationRow),
        rows("changes.csv", ChangeRow),
    )


def _rows(path: Path, name: str, shape: type[Row], faults: Faults) -> Iterator[Line[Row]]:
    try:
        content = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        faults.add(Place(name, 0), "the file is missing")
        return
    except UnicodeDecodeError:
        faults.add(Place(name, 0), "the file is not UTF-8")
        return
    reader = csv.reader(content.splitlines(), strict=True)
    columns = next(reader, [])
    if set(columns) != set(shape.model_fields) or len(columns) != len(shape.model_fields):
        wanted = ", ".join(shape.model_fields)
        faults.add(Place(name, 1), f"the columns are {', '.join(columns)}, but have to be {wanted}")
        return
    try:
        for cells in reader:
            place = Place(name, reader.line_num)
            if len(cells) != len(columns):
                faults.add(place, f"{len(cells)} cells, but {len(columns)} columns")
                continue
            try:
                row = shape.model_validate(dict(zip(columns, cells, strict=True)))
            except RowError as error:
                for found in error.errors(include_url=False):
                    column = found["loc"][0]
                    faults.add(place, f"{column}: {found['msg']} (“{found['input']}”)")
            else:
                yield Line(place, row)
    except csv.Error as error:
        faults.add(Place(name, reader.line_num), f"not CSV: {error}")
