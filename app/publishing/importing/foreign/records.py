"""Rows of a table as records: whose figures they are, of which year, and what kind of figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from app.domain.naming.spelling import fold
from app.publishing.importing.foreign.axis import (
    MeasureAxis,
    MeasuredColumn,
    figure,
)
from app.publishing.importing.foreign.column_groups import (
    RULING,
    ColumnGroup,
    groups_of,
    labels_of,
    telling_rows,
)
from app.publishing.importing.foreign.grid import Spot
from app.publishing.importing.foreign.headings import MeasureKind
from app.publishing.importing.foreign.municipalities import Municipalities, Named
from app.publishing.importing.foreign.numbers import NumberKind, WrittenFigure
from app.publishing.importing.foreign.words import (
    NOBODY,
    YEAR,
    FieldKind,
    FigureRole,
    field_of,
    roles_of,
    years_in,
)

_N: Final = re.compile(
    r"(?<!\d)(\d{1,3})\s+(?:[a-zæøåäö]+\s+){0,2}(?:kommun\w*|municipalit\w*)|\bn\s*=\s*(\d{1,3})\b",
    re.I,
)
_OUT_OF: Final = re.compile(r"\(?(?:maks|max|av|of|0\s*[-–])\.?\s*\d{2,3}\)?", re.I)
FEWEST_OF_ONE: Final = 3
"""Figures under one that cannot be points any more."""


@dataclass(frozen=True, slots=True)
class ReadValue:
    """One figure of a record, as it stands in its cell."""

    measured: MeasuredColumn
    spot: Spot
    written: WrittenFigure


@dataclass(frozen=True, slots=True)
class Record:
    """Figures that belong together. `id` is the same as long as the table is."""

    id: str
    role: FigureRole
    values: tuple[ReadValue, ...]
    label: tuple[Spot, ...]
    named: Named
    said: str
    """The name that is written, "" where none is."""
    name_spots: tuple[Spot, ...] = ()
    named_above: bool = False
    """Its name stands in the record before it."""
    year: int | None = None
    year_spot: Spot | None = None
    year_sure: bool = True
    version_spot: Spot | None = None
    report_spot: Spot | None = None
    n: int | None = None
    words: str = ""
    """All that is written beside its figures."""

    @property
    def text(self) -> str:
        return " ".join(spot.text for spot in self.label)


def records_of(axis: MeasureAxis, municipalities: Municipalities) -> tuple[Record, ...]:
    """The records of a table, in their order."""
    groups = groups_of(axis)
    told = {row for row, _ in telling_rows(axis)}
    found: list[Record] = []
    for row in axis.records:
        if row in told:
            continue
        for group, columns in groups.items():
            record = _record(axis, row, group, columns, municipalities, len(groups) > 1)
            if record is not None:
                found.append(_with_name_above(record, found))
    return tuple(found)


def _record(
    axis: MeasureAxis,
    row: int,
    group: ColumnGroup,
    columns: tuple[int, ...],
    municipalities: Municipalities,
    several: bool,
) -> Record | None:
    grid = axis.grid
    values = tuple(
        ReadValue(axis.measures[c], spot, figure(spot, grid))
        for c in columns
        if (spot := grid.at(row, c)) is not None and not _spans_head(axis, row, c)
    )
    if all(value.written.kind is NumberKind.TEXT for value in values):
        return None
    fields = _fields_of(axis, row)
    label = tuple(labels_of(axis, row))
    year, year_spot, year_sure = _year(fields, label, group)
    name_spots = tuple(fields[k] for k in (FieldKind.NAME, FieldKind.CODE) if k in fields)
    text = " ".join(spot.text for spot in label)
    said = _field(fields, FieldKind.NAME) or group.name
    named = municipalities.find(
        said,
        _field(fields, FieldKind.CODE),
        _field(fields, FieldKind.COUNTY),
        _field(fields, FieldKind.COUNTRY),
        year,
    )
    if not name_spots and not group.name and text:
        said = _name_in(text)
        named = _named_in_label(said, text, year, municipalities)
        name_spots = label if said else ()
    if group.name_spot is not None:
        name_spots = (group.name_spot,)
    about = f"{said} {text}" if name_spots and not label else text
    if year is None and FieldKind.YEAR in fields:
        about = f"{about} {fields[FieldKind.YEAR].text}"
    role = _role(about, named, group, values)
    if (
        NOBODY.match(fold(said)) or role in (FigureRole.MEAN, FigureRole.MEDIAN)
    ) and not named.slugs:
        named = Named()
    if NOBODY.match(fold(said or text)) and not named.slugs and role is FigureRole.POINTS and said:
        role = FigureRole.EXTREME
    where = str(row) if not several else f"{row}.{columns[0]}"
    return Record(
        f"{grid.sheet}:{'c' if grid.down else 'r'}{where}",
        role,
        values,
        label,
        named,
        said,
        name_spots,
        group.carried,
        year,
        year_spot,
        year_sure,
        fields.get(FieldKind.VERSION),
        fields.get(FieldKind.REPORT),
        _n_of(f"{about} {said}"),
        about.strip(),
    )


def _spans_head(axis: MeasureAxis, row: int, column: int) -> bool:
    """Whether a cell only covers this row, as a heading over the whole table does."""
    to = axis.grid.covered.get((row, column))
    return to is not None and to[0] in axis.head


def _with_name_above(record: Record, before: list[Record]) -> Record:
    """A name that is written once for several rows of years."""
    last = before[-1] if before else None
    blank = not record.said and not record.name_spots and record.role is FigureRole.POINTS
    if last is None or not blank or not last.named.slugs or last.year in (None, record.year):
        return record
    if record.year is None:
        return record
    return replace(
        record, named=last.named, said=last.said, name_spots=last.name_spots, named_above=True
    )


def _fields_of(axis: MeasureAxis, row: int) -> dict[FieldKind, Spot]:
    found: dict[FieldKind, Spot] = {}
    for column, kind in axis.fields.items():
        spot = axis.grid.label(row, column)
        if spot is not None and axis.grid.covered.get((row, column), (row, 0))[0] not in axis.head:
            found.setdefault(kind, spot)
    return found


def _field(fields: Mapping[FieldKind, Spot], kind: FieldKind) -> str:
    return fields[kind].text if kind in fields else ""


def _year(
    fields: Mapping[FieldKind, Spot], label: tuple[Spot, ...], group: ColumnGroup
) -> tuple[int | None, Spot | None, bool]:
    """The year of a record, where it stands, and whether that is sure. A label with two years in
    it names none."""
    spot = fields.get(FieldKind.YEAR)
    if spot is not None:
        if spot.day is not None:
            return spot.day.year, spot, False
        years = years_in(spot.text)
        return (years[0], spot, len(spot.text) == 4) if len(years) == 1 else (None, spot, True)
    if group.year is not None:
        return group.year, group.year_spot, True
    for one in label:
        years = years_in(one.text)
        if len(years) == 1 and one.day is None:
            return years[0], one, True
    return None, None, True


def _name_in(text: str) -> str:
    """What is left of a label without years and the words for what the figures are."""
    bare = _OUT_OF.sub(" ", YEAR.sub(" ", text))
    words = [word for word in bare.split() if not _says_what(word)]
    return " ".join(words).strip(" -–—:;,.()/")


def _says_what(word: str) -> bool:
    folded = fold(word)
    return not folded or bool(roles_of(word)) or field_of(word) is not None or folded in _LITTLE


_LITTLE: Final = frozenset(("i", "av", "of", "for", "ar", "p", "per", "alle", "til", "pr", "sum"))


def _named_in_label(
    said: str, text: str, year: int | None, municipalities: Municipalities
) -> Named:
    if not said:
        return Named()
    found = municipalities.find(said, year=year)
    if found.slugs:
        return found
    inside = municipalities.inside(text)
    return inside if inside.slugs else found


def _role(text: str, named: Named, group: ColumnGroup, values: tuple[ReadValue, ...]) -> FigureRole:
    """What the figures are: what is written rules, then how they look."""
    written = _OUT_OF.sub(" ", text)
    roles = roles_of(written)
    if named.slugs:
        roles = tuple(
            r
            for r in roles
            if r in (FigureRole.CHANGE, FigureRole.SHARE, FigureRole.RANK, FigureRole.MAXIMUM)
        )
    if group.role is not None:
        roles = (*roles, group.role)
    found: FigureRole | None = next((role for role in RULING if role in roles), None)
    if found is None:
        others = [role for role in roles if role is not FigureRole.LABEL]
        found = others[0] if others else FigureRole.LABEL if roles and not named.slugs else None
    return _by_looks(found, values)


def _by_looks(role: FigureRole | None, values: tuple[ReadValue, ...]) -> FigureRole:
    figures = [v.written for v in values if v.written.is_figure]
    shares = [w for w in figures if w.kind is NumberKind.SHARE]
    mostly_shares = bool(figures) and len(shares) * 2 > len(figures)
    if role in (None, FigureRole.POINTS) and _are_of_one(values):
        return FigureRole.SHARE
    if role in (None, FigureRole.POINTS, FigureRole.LABEL) and mostly_shares:
        return (
            FigureRole.CHANGE
            if sum(w.signed for w in shares) * 2 > len(shares)
            else FigureRole.SHARE
        )
    if role is FigureRole.SHARE and sum(w.signed for w in figures) * 2 > max(1, len(figures)):
        return FigureRole.CHANGE
    if role is None and len(figures) > 2 and all(_is_maximum(value) for value in values):
        return FigureRole.MAXIMUM
    if role is None and len(figures) > 2 and sum(w.signed for w in figures) * 2 > len(figures):
        return FigureRole.CHANGE
    return FigureRole.POINTS if role is None else role


def _are_of_one(values: tuple[ReadValue, ...]) -> bool:
    """Whether areas have shares of one: 0.412 for 41.2 points."""
    areas = [v for v in values if v.measured.heading.area is not None and v.written.is_figure]
    figures = [v.written.value for v in areas if v.written.value is not None]
    return (
        len(figures) >= FEWEST_OF_ONE
        and all(0 <= figure <= 1 for figure in figures)
        and any(figure % 1 for figure in figures)
    )


def _is_maximum(value: ReadValue) -> bool:
    """Whether a figure is the most that an area, or all of them, can get."""
    kind, figure = value.measured.heading.kind, value.written.value
    return figure == (800 if kind is MeasureKind.TOTAL else 100)


def _n_of(text: str) -> int | None:
    found = _N.search(text)
    return int(found[1] or found[2]) if found is not None else None
