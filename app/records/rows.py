"""The rows that a record is stored in: one revision, and the rows that belong to it.

Columns have the names of the content. A group of columns, such as `total_score` and `total_max`, is
one object in the content: `total`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Table
from sqlmodel import SQLModel

from app.models import Revision
from app.records.contents import Content


@dataclass(frozen=True, slots=True)
class RevisionRows:
    """A revision's own columns, and those of its children, table by table."""

    columns: Content
    children: Mapping[type[SQLModel], list[Content]]


def table_of(model: type[SQLModel]) -> Table:
    """The table itself: rows of many are written faster without the objects they map to."""
    found: Any = model
    table: Table = found.__table__
    return table


@cache
def parent_column(child: type[SQLModel]) -> str:
    """Which column of a child row names the revision that it belongs to."""
    (parent,) = (column.name for column in table_of(child).columns if column.foreign_keys)
    return parent


@cache
def own_columns(model: type[SQLModel]) -> tuple[str, ...]:
    """The columns that tell of the record: not of its revision, nor whose child it is."""
    others = set(Revision.model_fields) if issubclass(model, Revision) else {parent_column(model)}
    names = (column.name for column in table_of(model).columns)
    return tuple(name for name in names if name not in others)


def columns(model: type[SQLModel], content: Mapping[str, Any], *groups: str) -> Content:
    """A row's own columns, as the content has them. What it does not name is NULL: whoever
    publishes reads back whether anything was lost."""
    flat = {
        f"{group}_{name}": value
        for group in groups
        for name, value in (content.get(group) or {}).items()
    }
    return {name: flat.get(name, content.get(name)) for name in own_columns(model)}


def stored(row: SQLModel, *groups: str) -> Content:
    """What a row that has just been read tells of the record. A group without any value is None."""
    alone, grouped = _groups_of(type(row), groups)
    values = row.__dict__
    content = {name: values[name] for name in alone}
    for group, columns_by_member in grouped.items():
        members = {name: values[column] for name, column in columns_by_member.items()}
        known = any(value is not None for value in members.values())
        content[group] = members if known else None
    return content


@cache
def _groups_of(
    model: type[SQLModel], groups: tuple[str, ...]
) -> tuple[tuple[str, ...], Mapping[str, Mapping[str, str]]]:
    """The columns that belong to no group, and those of each by their names in the content."""
    own = own_columns(model)
    grouped = {
        group: {
            name.removeprefix(f"{group}_"): name for name in own if name.startswith(f"{group}_")
        }
        for group in groups
    }
    members = {name for names in grouped.values() for name in names.values()}
    return tuple(name for name in own if name not in members), grouped
