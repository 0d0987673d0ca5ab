"""A list of evaluations as a table, one row each, and as a cube."""

from collections.abc import Mapping

from app.domain.evaluation import EvaluationSummary
from app.domain.message import say
from app.domain.municipality import Municipality
from app.domain.score import AREA_MEASURES, Measure
from app.features.evaluations.list_content import EvaluationList
from app.web.api.evaluation_cube import BREAKS, CubeRow, evaluation_cube
from app.web.api.jsonstat import Cube, Words
from app.web.api.tables import CellKind, Field, Table, table


def evaluation_list_table(
    found: EvaluationList, municipalities: Mapping[str, Municipality]
) -> Table:
    """A row for each evaluation, with a column for each area."""
    fields: tuple[Field[EvaluationSummary], ...] = (
        Field("id", CellKind.TEXT, say("The evaluation"), lambda e: e.id),
        Field(
            "municipality",
            CellKind.TEXT,
            say("The municipality, by the name in its address"),
            lambda e: e.municipality,
        ),
        Field("name", CellKind.TEXT, say("Name"), lambda e: e.name),
        Field(
            "code",
            CellKind.CODE,
            say("The newest official code"),
            lambda e: municipalities[e.municipality].code,
        ),
        Field("country", CellKind.CODE, say("Country"), lambda e: e.country.value),
        Field("county", CellKind.TEXT, say("County"), lambda e: e.county),
        Field("year", CellKind.INTEGER, say("Year"), lambda e: e.year),
        Field("method_version", CellKind.CODE, say("Method version"), lambda e: e.version),
        Field(
            "family",
            CellKind.CODE,
            say("Method family: points are compared within one"),
            lambda e: e.family,
        ),
        Field("detail", CellKind.TEXT, say("How much is known"), lambda e: e.detail.value),
        Field(
            "size_group",
            CellKind.TEXT,
            say("Size group in the year of the evaluation"),
            lambda e: e.size_group,
        ),
        Field(
            "inhabitants",
            CellKind.INTEGER,
            say("The inhabitants that the size group rests on"),
            lambda e: e.inhabitants,
        ),
        Field("total", CellKind.POINTS, say("Total"), lambda e: e.score(Measure.TOTAL)),
        *(_area_field(measure, found) for measure in AREA_MEASURES),
        Field(
            "missing",
            CellKind.TEXT,
            say("Why points are absent, for each figure that is"),
            lambda e: _missing(e, found),
        ),
    )
    return table("evaluations", found.title, fields, found.evaluations, (BREAKS, *found.remarks))


def evaluation_list_cube(found: EvaluationList, words: Words) -> Cube:
    """Totals and areas of all, with the reason where one is absent."""
    rows = tuple(
        CubeRow(
            e.id,
            e.municipality,
            e.name,
            e.year,
            e.version,
            e.family,
            {**e.figures, **found.missing_of(e)},
        )
        for e in found.evaluations
    )
    return evaluation_cube(found.title, rows, found.names, words, found.remarks)


def _area_field(measure: Measure, found: EvaluationList) -> Field[EvaluationSummary]:
    no = measure.value
    name = found.names.area(int(no)).name if found.names else None
    meaning = say("Area %(no)s: %(name)s", no=no, name=name) if name else say("Area %(no)s", no=no)
    return Field(f"area_{no}", CellKind.POINTS, meaning, lambda e: e.score(measure))


def _missing(evaluation: EvaluationSummary, found: EvaluationList) -> str | None:
    """`total: not-found; 3: not-public`."""
    reasons = [f"{m.value}: {kind.value}" for m, kind in found.missing_of(evaluation).items()]
    return "; ".join(reasons) or None
