"""JSON-stat 2.0: a cube of figures with its dimensions, roles, flags and notes.

Values are written sparsely, as an object from position to value, since most municipalities were
evaluated in few of the years. Flags follow Eurostat's letters where they have one; `status` says
what each means under `extension.status`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.domain.message import LocalText, Message, Say, say
from app.domain.release import Release
from app.web.api.attribution import attribution
from app.web.made_up import titled


class DimensionRole(StrEnum):
    """What a dimension stands for; others have no role."""

    GEO = "geo"
    TIME = "time"
    METRIC = "metric"
    NONE = ""


class Flag(StrEnum):
    """What is special about a figure, or why it is absent."""

    BREAK = "b"
    NOT_FOUND = ":"
    NOT_PUBLIC = "c"
    CANNOT_EXIST = "m"
    NOT_EVALUATED = "n"
    WITHDRAWN = "w"
    TOO_FEW = "z"

    @property
    def words(self) -> Message:
        return {
            Flag.BREAK: say("the first figure after a change of method: do not join the series"),
            Flag.NOT_FOUND: say("not found in the sources we have read"),
            Flag.NOT_PUBLIC: say("not made public"),
            Flag.CANNOT_EXIST: say("not part of this method version"),
            Flag.NOT_EVALUATED: say("not evaluated"),
            Flag.WITHDRAWN: say("withdrawn"),
            Flag.TOO_FEW: say("too few municipalities for this figure"),
        }[self]


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way the figures are divided; categories are code and label, in order."""

    id: str
    label: Message
    role: DimensionRole
    categories: tuple[tuple[str, str], ...]
    unit: Mapping[str, Any] | None = None
    """Of a metric: what every category is measured in."""
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What has to be known of a category, by its code."""
    extension: Mapping[str, Any] = field(default_factory=dict)
    """What the standard has no place for, such as official codes."""


@dataclass(frozen=True, slots=True)
class Point:
    """One figure at a place of the cube: category codes in the order of the dimensions."""

    at: tuple[str, ...]
    value: Decimal | int | None
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class Cube:
    """Figures with all that is needed to read them."""

    label: Message
    dimensions: tuple[Dimension, ...]
    points: tuple[Point, ...]
    notes: tuple[Message | LocalText, ...] = ()


POINTS_UNIT: Mapping[str, Any] = {"decimals": 1, "symbol": "p", "position": "end"}


def jsonstat(cube: Cube, release: Release, words: Say, href: str) -> dict[str, Any]:
    """The cube as a JSON-stat 2.0 dataset."""
    sizes = [len(dimension.categories) for dimension in cube.dimensions]
    places = [
        {code: index for index, (code, _) in enumerate(dimension.categories)}
        for dimension in cube.dimensions
    ]
    values, status = {}, {}
    for point in cube.points:
        position = str(_position(point.at, places, sizes))
        if point.value is not None:
            values[position] = float(point.value)
        if point.flag is not None:
            status[position] = point.flag.value
    used = sorted(set(status.values()))
    return {
        "version": "2.0",
        "class": "dataset",
        "href": href,
        "label": words(titled(cube.label, release)),
        "source": words(attribution(release)),
        "updated": release.published_at.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "note": [words(note) for note in cube.notes],
        "id": [dimension.id for dimension in cube.dimensions],
        "size": sizes,
        "role": _roles(cube.dimensions),
        "dimension": {d.id: _dimension(d, words) for d in cube.dimensions},
        "value": values,
        "status": status,
        "extension": {
            "release": release.number,
            "synthetic": release.demo,
            "status": {flag: words(Flag(flag).words) for flag in used},
        },
    }


def _position(at: Sequence[str], places: Sequence[Mapping[str, int]], sizes: Sequence[int]) -> int:
    """Row-major: the last dimension changes fastest."""
    position = 0
    for code, place, size in zip(at, places, sizes, strict=True):
        position = position * size + place[code]
    return position


def _roles(dimensions: Sequence[Dimension]) -> dict[str, list[str]]:
    roles: dict[str, list[str]] = {}
    for dimension in dimensions:
        if dimension.role is not DimensionRole.NONE:
            roles.setdefault(dimension.role.value, []).append(dimension.id)
    return roles


def _dimension(dimension: Dimension, words: Say) -> dict[str, Any]:
    category: dict[str, Any] = {
        "index": [code for code, _ in dimension.categories],
        "label": dict(dimension.categories),
    }
    if dimension.unit is not None:
        category["unit"] = {code: dict(dimension.unit) for code, _ in dimension.categories}
    if dimension.notes:
        category["note"] = {code: list(notes) for code, notes in dimension.notes.items()}
    found: dict[str, Any] = {"label": words(dimension.label), "category": category}
    if dimension.extension:
        found["extension"] = dict(dimension.extension)
    return found
