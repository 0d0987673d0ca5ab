"""Points as a table: one row for each figure."""

from collections.abc import Mapping, Sequence

from app.domain.message import Say, say
from app.domain.municipality import Municipality
from app.features.points.content import TITLE, ListedPoint
from app.web.api.evaluation_cube import BREAKS
from app.web.api.fields import (
    change_fields,
    figure_fields,
    page_field,
    place_fields,
    reconstructed_field,
    source_fields,
    year_fields,
)
from app.web.api.tables import CellKind, Field, Table, table


def points_table(
    points: Sequence[ListedPoint],
    municipalities: Mapping[str, Municipality],
    words: Say,
    language: str,
) -> Table:
    """The points with whose they are, what they measure, and where they were read."""
    fields: tuple[Field[ListedPoint], ...] = (
        Field("evaluation", CellKind.TEXT, say("The evaluation"), lambda p: p.summary.id),
        *place_fields(
            lambda p: municipalities[p.summary.municipality],
            lambda p: p.summary.year,
            "municipality_label",
        ),
        *year_fields(lambda p: p.summary),
        Field(
            "family",
            CellKind.CODE,
            say("Method family: points are compared within one"),
            lambda p: p.summary.family,
        ),
        Field(
            "level",
            CellKind.CODE,
            say("Total, area or question"),
            lambda p: p.place.level.value,
        ),
        Field(
            "measure",
            CellKind.CODE,
            say("`total`, the number of the area, or the code of the question"),
            lambda p: p.place.measure,
        ),
        Field(
            "label",
            CellKind.TEXT,
            say("The name of the area, or what the question asks"),
            lambda p: words(p.label),
        ),
        *figure_fields(lambda p: p.figure),
        reconstructed_field(lambda p: p.reconstructed),
        *source_fields(lambda p: p.evaluation.source),
        page_field(lambda p: p.summary, language),
        *change_fields(lambda p: p.change),
    )
    return table("points", TITLE, fields, points, (BREAKS,))
