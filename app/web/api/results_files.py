"""Results of an area or a question as a table, a row for each municipality, and as a cube."""

from collections.abc import Mapping, Sequence

from app.domain.message import LocalText, Message, say
from app.domain.municipality import Municipality
from app.web.api.attribution import CAVEAT, TAKE_PART
from app.web.api.evaluation_cube import dimensions, position
from app.web.api.fields import place_fields, rank_fields, reconstructed_field, year_fields
from app.web.api.jsonstat import POINTS_UNIT, Cube, Dimension, DimensionRole, Point
from app.web.api.tables import CellKind, Field, Table, table
from app.web.results import ResultList, ResultRow


def results_table(
    name: str,
    title: Message,
    results: ResultList,
    municipalities: Mapping[str, Municipality],
    notes: Sequence[Message | LocalText],
) -> Table:
    """Each municipality's latest result that fits, in the order chosen."""
    fields: tuple[Field[ResultRow], ...] = (
        *place_fields(
            lambda r: municipalities[r.result.evaluation.municipality],
            lambda r: r.result.evaluation.year,
        ),
        Field("evaluation", CellKind.TEXT, say("The evaluation"), lambda r: r.result.evaluation.id),
        *year_fields(lambda r: r.result.evaluation),
        Field(
            "size_group",
            CellKind.TEXT,
            say("Size group in the year of the evaluation"),
            lambda r: r.result.evaluation.size_group,
        ),
        Field("score", CellKind.POINTS, say("Points"), lambda r: r.result.score),
        Field(
            "max",
            CellKind.POINTS,
            say("The most points there are"),
            lambda r: results.measured.maximum,
        ),
        reconstructed_field(lambda r: r.result.reconstructed),
        *rank_fields(lambda r: r.place),
    )
    return table(name, title, fields, results.every, notes)


def results_cube(
    title: Message,
    metric: Dimension,
    results: ResultList,
    municipalities: Mapping[str, Municipality],
    notes: Sequence[Message | LocalText],
) -> Cube:
    """The results by municipality, year and method version. `metric` has one category."""
    found = [row.result for row in results.every]
    ((measured, _),) = metric.categories
    return Cube(
        label=title,
        dimensions=dimensions(
            [result.evaluation for result in found], metric, results.collation, municipalities
        ),
        points=tuple(Point(position(r.evaluation, measured), r.score) for r in found),
        notes=(CAVEAT, TAKE_PART, *notes),
    )


def metric(id: str, label: Message, code: str, name: str) -> Dimension:
    """The dimension of what is measured, with the one thing that is."""
    return Dimension(id, label, DimensionRole.METRIC, ((code, name),), POINTS_UNIT)
