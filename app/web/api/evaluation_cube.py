"""Points of evaluations as a cube: municipality, area, year and method version.

Points of different method families are kept apart by the method version, and the first of a family
after another one is flagged as a break: nobody is to join them by accident.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from app.domain.evaluation import Evaluation, EvaluationSummary
from app.domain.message import LocalText, Message, Say, say
from app.domain.method import MethodVersion
from app.domain.municipality import Municipality
from app.domain.naming.spelling import Collation
from app.domain.score import Measure, MissingKind
from app.web.api.attribution import CAVEAT, TAKE_PART
from app.web.api.jsonstat import POINTS_UNIT, Cube, Dimension, DimensionRole, Flag, Point

CubeValue: TypeAlias = Decimal | MissingKind
"""Points, or the reason why there are none."""

FLAGS: Final[Mapping[MissingKind, Flag]] = {
    MissingKind.NOT_FOUND: Flag.NOT_FOUND,
    MissingKind.NOT_PUBLIC: Flag.NOT_PUBLIC,
    MissingKind.NOT_IN_VERSION: Flag.CANNOT_EXIST,
    MissingKind.NOT_EVALUATED: Flag.NOT_EVALUATED,
    MissingKind.WITHDRAWN: Flag.WITHDRAWN,
}

BREAKS: Final = say(
    "Points of different method families come from different methods. "
    "Neither join nor average them."
)


@dataclass(frozen=True, slots=True)
class CubeRow:
    """One evaluation, with points or a reason for every measure that the cube is to hold."""

    id: str
    municipality: str
    name: str
    year: int
    version: str
    family: str
    scores: Mapping[Measure, CubeValue]


def cube_row(evaluation: Evaluation, name: str, family: str) -> CubeRow:
    """All nine measures of an evaluation."""
    return CubeRow(
        id=evaluation.id,
        municipality=evaluation.municipality,
        name=name,
        year=evaluation.year,
        version=evaluation.version,
        family=family,
        scores={measure: evaluation.figure(measure).value for measure in Measure},
    )


def summary_row(evaluation: EvaluationSummary) -> CubeRow:
    """All measures that an evaluation has, and the reasons for those that it has not."""
    return CubeRow(
        id=evaluation.id,
        municipality=evaluation.municipality,
        name=evaluation.name,
        year=evaluation.year,
        version=evaluation.version,
        family=evaluation.family,
        scores={**evaluation.figures, **evaluation.missing},
    )


def evaluation_cube(
    label: Message,
    rows: Sequence[CubeRow],
    names: MethodVersion | None,
    words: Say,
    collation: Collation,
    notes: Iterable[Message | LocalText] = (),
    municipalities: Mapping[str, Municipality] = MappingProxyType({}),
    known: Mapping[str, MethodVersion] | None = None,
) -> Cube:
    """The cube of some evaluations. `names` is the version whose area names stand for all of them;
    without one, areas have numbers, and a note with their names in the `known` versions.
    `municipalities` are those evaluated, by slug: their codes go along."""
    breaks = _breaks(rows)
    used = {measure for row in rows for measure in row.scores}
    versions = (
        [] if names or known is None else [known[v] for v in sorted({r.version for r in rows})]
    )
    return Cube(
        label=label,
        dimensions=dimensions(
            rows, _measures(used, names, versions, words), collation, municipalities
        ),
        points=tuple(
            _point(row, measure, found, row.id in breaks)
            for row in rows
            for measure, found in row.scores.items()
        ),
        notes=(CAVEAT, TAKE_PART, BREAKS, *notes),
    )


def _point(row: CubeRow, measure: Measure, cube_value: CubeValue, is_break: bool) -> Point:
    at = position(row, measure.value)
    if isinstance(cube_value, MissingKind):
        return Point(at, None, FLAGS[cube_value])
    return Point(at, cube_value, Flag.BREAK if is_break else None)


def _breaks(rows: Iterable[CubeRow]) -> frozenset[str]:
    """The evaluations that are the first of a family after another one."""
    last: dict[str, str] = {}
    found = set()
    for row in sorted(rows, key=lambda row: (row.year, row.id)):
        if last.get(row.municipality, row.family) != row.family:
            found.add(row.id)
        last[row.municipality] = row.family
    return frozenset(found)


def _measures(
    measures: Collection[Measure],
    names: MethodVersion | None,
    versions: Sequence[MethodVersion],
    words: Say,
) -> Dimension:
    """Total and areas as what is measured, in the order of the method."""
    return Dimension(
        "area",
        say("Area"),
        DimensionRole.METRIC,
        tuple((m.value, words(measure_name(m, names))) for m in Measure if m in measures),
        POINTS_UNIT,
        {
            m.value: _names_of(m.area, versions, words)
            for m in Measure
            if versions and m.area is not None and m in measures
        },
    )


def _names_of(area: int, versions: Sequence[MethodVersion], words: Say) -> tuple[str, ...]:
    """What an area is called, each name once: `2.0, 2.1: Openness and democracy`."""
    by_name: dict[str, list[str]] = {}
    for version in versions:
        by_name.setdefault(words(version.area(area).name), []).append(version.version)
    return tuple(f"{', '.join(which)}: {name}" for name, which in by_name.items())


def dimensions(
    evaluations: Sequence[CubeRow | EvaluationSummary],
    measured: Dimension,
    collation: Collation,
    municipalities: Mapping[str, Municipality] = MappingProxyType({}),
) -> tuple[Dimension, ...]:
    """What is measured by municipality, year and method version (`position`). Municipalities stand
    in the order that they have in every list of the language."""
    named = {one.municipality: one.name for one in evaluations}
    years = sorted({str(one.year) for one in evaluations})
    versions = sorted({one.version for one in evaluations})
    return (
        Dimension(
            "municipality",
            say("Municipality"),
            DimensionRole.GEO,
            tuple(sorted(named.items(), key=lambda one: (collation.key(one[1]), one[0]))),
            extension=_codes(evaluations, municipalities),
        ),
        measured,
        Dimension("year", say("Year"), DimensionRole.TIME, tuple((year, year) for year in years)),
        Dimension(
            "method_version",
            say("Method version"),
            DimensionRole.NONE,
            tuple((version, version) for version in versions),
        ),
    )


def _codes(
    evaluations: Iterable[CubeRow | EvaluationSummary], municipalities: Mapping[str, Municipality]
) -> Mapping[str, Any]:
    """Official codes by slug: the newest, and those of the years, by which the cube is joined with
    those of statistical offices."""
    in_year: dict[str, dict[str, str | None]] = {}
    for one in evaluations:
        if one.municipality in municipalities:
            code = municipalities[one.municipality].code_in(one.year)
            in_year.setdefault(one.municipality, {})[str(one.year)] = code
    if not in_year:
        return {}
    return {
        "country": {slug: municipalities[slug].country.value for slug in sorted(in_year)},
        "code": {slug: municipalities[slug].code for slug in sorted(in_year)},
        "code_in_year": {slug: in_year[slug] for slug in sorted(in_year)},
    }


def position(evaluation: CubeRow | EvaluationSummary, measured: str) -> tuple[str, ...]:
    """Where the points of an evaluation stand among these dimensions."""
    return (evaluation.municipality, measured, str(evaluation.year), evaluation.version)


def measure_name(measure: Measure, names: MethodVersion | None) -> Message | LocalText:
    """The total, or an area by its name in a version; by its number without one."""
    if measure.area is None:
        return say("Total")
    if names is None:
        return say("Area %(no)s", no=str(measure.area))
    return names.area(measure.area).name
